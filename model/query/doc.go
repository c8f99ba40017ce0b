// Package query is the language in which statements are looked for. The search box, the command line, the facets and
// saved queries all speak it; it knows no collection and answers nothing itself.
//
// # The grammar
//
//	line    = { group }                     every group must hold
//	group   = clause { "|" clause }         one of the clauses must hold
//	clause  = [ "-" ] ( word | phrase | filter )      "-" leaves out what the clause finds
//	phrase  = '"' text '"'                  these words in this order; \" is a quotation mark inside
//	filter  = field ":" value { "," value } one of the values
//	value   = word | phrase
//	date    = year | month | day | number ( "d" | "w" | "m" | "y" )      before the newest statement
//	        | [ day ] name of a month [ year ]                              without a year the last one
//	period  = date | date ".." date         a side may be left open
//
// "|" binds tighter than standing side by side, as in search engines of the web. Capitals and accents do not matter.
// Curly and other quotation marks do as well as straight ones. The fields are those of [Fields].
//
// AND, OR and NOT in capitals between two terms mean nothing, "|" and "-", unless the whole line is in capitals.
//
//	macron minsk                     both words
//	macron | scholz minsk            macron or scholz, and minsk
//	"open door" -sanctions           the phrase, and not the word
//	speaker:macron,scholz            either speaker, the same as speaker:macron | speaker:scholz
//	venue:"press conference"         a value of two words
//	for:nato topic:minsk stance:oppose,conditional
//	since:2022-01 until:2022-02-15   from the first day of January through 15 February
//	on:2022-01-20..2022-01-26        these seven days
//	since:2w -is:marked sort:date    the last two weeks, not the marked ones, the newest first
//
// A word can hold signs, as self-defence and 12:30 do, and mean several words side by side to a search. A number of
// which the thousands are parted by blanks (100 000) is one word.
//
// # What cannot be understood
//
// [Parse] never fails: it makes of a line what can be made of it, and says in a [Hint] what it could not understand. A
// field that does not exist is a word like the words around it; a value that means nothing restricts nothing; a
// quotation mark that is not closed holds to the end of the line. [ParseStrict] makes an error of the first hint, for
// the command line.
//
// # Changing a line
//
// [Toggle], [Set], [Without], [DropLast] and [And] change a line as if somebody had typed: they leave alone what they
// need not touch. [Complete] tells what is being typed at a cursor.
package query
