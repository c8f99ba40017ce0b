// Package search answers queries on a collection: which statements match, exactly how many, the best of them first,
// and how many of them have which speaker, topic or stance. It is built for a million statements, and answers while
// somebody types.
//
// # What matches
//
// A query is a conjunction of groups, and a group an alternative of clauses (see package query). A statement matches if
// each group has a clause that lets it through. A clause with a minus lets through what the clause without it would
// not, where only strong matches count.
//
// A word, folded as package fold does it, matches a statement if it matches a word of the statement's record, in one of
// these places: the names and aliases of the speaker; the name and aliases of a topic; the text; the names and aliases
// of the state or organization behind the statement; the role in which it was said (the statement's own, or else the
// speaker's); what is said about the speaker; venue and context; title and publisher of the source; proposition and
// description of a topic. Roles, topics, states and organizations are also named by their initials (pm, ns2). These
// matches are strong:
//
//   - the word itself;
//   - another form of it: one with the same root (see root: sanction and sanctioning, recognise and recognition, defense
//     and defence, diplomat and diplomacy, tear and tore, France and French, thirty and 30), or written as one or as two
//     (nordstream and nord stream, whichever of them was typed; the parts of what was typed as one have three and two
//     letters at least), or a number with its scale in short, in full, or in digits (100k, 100 thousand, 100,000), or
//     another name of a state, an organization or another body that has a short one (uk, Britain, United Kingdom; nrc,
//     NATO-Russia Council), or of an office (ambassador, Permanent Representative): see longNames;
//   - a word that begins with it.
//
// These are weak: a word that is a slip away, or two if eight letters or more were typed (see slips); a name of a speaker,
// an actor or a topic of which it is an abbreviation (see catalogue.abbreviated: jstolt); and if there are none of these,
// a word with a beginning that is a slip or two away, from five letters on. Weak matches count only
//
//   - for a word without strong matches;
//   - for a word that matches at most rareMax statements strongly, none by a name, if rareFactor times as many match it
//     weakly: then it is a slip that others made, too;
//   - for all words of a query that nothing matches otherwise (Answer.Widened).
//
// Several words written as one (self-defence, 王毅) match where they follow each other in one text, in forms, and the last
// one by its beginning, or where they are one word. A phrase in quotation marks matches the words themselves where they
// follow each other in one text; the last one may be a beginning if it ends the line, because it may still be being typed.
//
// A number and a month side by side (26 Jan, January 26th), a month and a year, the whole name of a month, and a date in
// figures (2022-01-26, 26.1.2022) also match the statements of that date.
//
// Filler words (what, did, say, about, the; see isFiller) need not match as long as another word or a phrase must.
//
// The value of a speaker, for, topic or source filter means the record with that id; or else those with that name or
// alias; or else those of whose names and id each word of the value begins a word; or else those where each of them may be
// a slip away. Only states, organizations, and those for whom somebody speaks are values of for. A venue is matched word
// by word in the same way, a language by its code or the beginning of its name, the original's as well as the text's. If
// the query filters by topics, a stance is one on these topics, otherwise one on any. Relative dates count back from the
// newest statement.
//
// If less than nearBelow statements match, others are offered besides (Answer.Near), which are never counted with them:
// those that match half of the words of the query at least, and two at least where something matches all of it well; or,
// if nothing matches all and nothing half, those that match a third. Phrases, filters and what is to be left out must hold.
// They stand in the same order, by the words that they have, however many they lack, and come with those that they lack;
// what scores less than half of the first of them is left out.
//
// # How the matches are ordered
//
// The best first; of equally good ones the newer; of one day by id. So the order is total, and the same however the
// collection came together. A score is the sum of these parts, each in thousandths, so that it is the same on all
// machines; Request.Explain returns them.
//
//   - For each group the best of its words, for each word: how well it matches (itself 1, a form 0.75, a beginning 0.4 to
//     0.75 by its length, a slip 0.45, an abbreviation 0.4, a slip in a beginning 0.25) times how much that tells: how
//     rare the word is in the collection (the inverse document frequency of BM25) with weight 0.4, and that rarity,
//     counted up to 3, with the weight of the place (placeWeights: the speaker 1, the text 0.9, the state or organization
//     behind it 0.7, a role 0.65, a topic 0.5, down to a source 0.15). The best place counts fully, the second best a
//     tenth; who speaks and who stands behind are one place.
//   - 2 if the first word is the speaker, 1.75 if it is the state or organization behind the statement, and 1.5 if it is of
//     the role, because people begin with who said it (see firstWeights).
//   - For each two neighbouring words, filler words apart, 0.7 and 0.3 of their rarity if they stand in one text as far
//     apart as they were typed, or are the statement's date; less with each word more or less between them, down to a tenth,
//     and less in the wrong order.
//
// Filters add nothing. A query of filters alone has the newest first, and so has sort:date.
//
// # How it is done
//
// Each block of the collection has a segment that never changes: its vocabulary, sorted, with lists of the statements in
// which each word stands, in four fields; for each statement the order of its words, and how they are written, so that the
// block need not keep the texts besides (see wording); and for each speaker, actor, topic with stance, source and day the
// statements that belong to it. Speakers, topics and sources are indexed once, in the same way, and lead to statements by
// these lists. A collection that grows needs segments for its new blocks only.
//
// A term is looked up in the vocabularies, which are small compared with the text, and becomes sets of statements by how
// and where it matches; these are remembered for the keys to come. Joining the sets gives the exact count. Only what can
// reach the screen is rated: see tiers. Segments are worked on in parallel.
//
// While somebody types, each key changes little, and only what it changes is done anew: what follows from the same records
// or from the same words of a segment is taken from the last answers (precedents), a phrase that goes on is looked for
// where it stood before (pursuit), and facets are counted from those of the query before by what has come and gone
// (lastFacets). All of these keep a few answers, whatever is typed.
package search
