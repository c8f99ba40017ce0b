// Package report writes where everybody stands, for those who do not have the program at hand: as a table for a
// spreadsheet, as records for programs, as Markdown, and as a page for a browser and for paper. It knows no terminal.
//
// A report holds what a matrix of positions tells, of all topics or of one, a comparison of two to four of its rows, or its
// shifts. Formats for programs write stances and forms as query lines do, those for reading in the words of the screens.
// It is the same, byte for byte, whenever it is written from the same collection and query; no clock is read.
//
// # CSV
//
// A line for each actor and topic on which the collection holds a statement: see matrixHeader. A pair that is not there
// is silent. The columns evidence and about hold the ids of statements, the newest first, parted by semicolons. A
// comparison has a line for each of its actors on each topic, the silent ones included. Of shifts it has a line each, with
// the two statements between which the position moved: see shiftHeader.
//
// # JSON
//
// One object. Of a matrix:
//
//	report      "positions"
//	collection  name, version, statements; read, from 0 to 1, if it had not been read to its end; 0 if nobody knows
//	query       the query in force
//	statements  how many statements it finds
//	order       how the actors are ordered: statements, name, likeness, or shown, as they stood on the screen
//	hidden      how many actors and topics of the collection have no statement here
//	rule        window_days, and words: how a position comes about, a paragraph each
//	topics      id, name, proposition, statements, stances (how many statements take which), positions (how many actors
//	            stand where)
//	actors      id, name, kind, speaks_for, own, statements, speakers, positions
//
// A position has: topic; position (support, oppose, conditional, neutral, mixed, or spoke if no statement takes a
// stance); disagree, if it is mixed because speakers disagree; moved (up, towards the proposition, or down) and from;
// speakers; stances, with none for statements that take none; first and last, the days of its evidence; shifts (date,
// from, to, moved, and the ids before and after); explanation, in sentences; evidence and about, the ids of the
// statements that take a stance and of those that take none, the newest first. What would be empty is left out, the
// lists excepted. A topic that is not among an actor's positions is one on which the actor is silent.
//
// Of a comparison: report ("comparison"), collection, query, statements, rule, actors, absent (ids of actors without a
// statement under the query), agreement (actors, agreed, shared, words), and topics: id, name, proposition, relation
// (opposed, differ, same, some silent, one or none), and sides, a position for each actor, with actor and strongest, the
// id of the strongest statement.
//
// Of shifts: report ("shifts"), collection, query, statements, rule, and shifts: actor, speaks_for, topic, and what a shift
// of a position has.
//
// # Markdown and HTML
//
// For reading: the matrix, and below it the evidence of each cell with its sources, and the rule. Quotation marks stand
// around a speaker's own words only. A page loads nothing and runs nothing. Of big collections both quote the newest
// statements of each cell alone, and say so; counts are always of all.
package report
