// Package data is where statements come from and go to: the embedded collection, readers and writers for each form of a
// collection, what is wrong with one, and what the program keeps on disk.
//
// # Forms of a collection
//
//	folder          collection.json, speakers.jsonl, topics.jsonl, sources.jsonl, statements.jsonl
//	.json           one object with "speakers", "topics", "sources" and "statements", or an array of statements
//	.jsonl, .csv    statements alone; speaker, affiliation, topics and source are given by name
//	-               standard input, in any form but a folder
//
// Each file may be compressed (.gz, .zst). The fields are described by Schema. Text is brought to the canonical
// composition of Unicode (NFC) when it is read, so that the same words are the same bytes; apart from this nothing is
// changed. Fields that are not known are kept and written back.
//
// How a file begins decides over its name where the two disagree: an array in a .jsonl file is read as one, and so are
// lines in a .json file. Text in UTF-16 is decoded.
//
// The first row of a CSV file that has names of fields is its header. Cells are parted by commas, semicolons, tabs or bars.
// Empty cells at the end of a row may be left out, and a row without content is none. The cells topics and stances hold several values parted by semicolons, a stance as "topic: stance"; a
// semicolon or backslash within a value stands after a backslash. An apostrophe before a sign that would make a formula
// of the cell is left out. A column "extra" holds fields that are not known, as a JSON object.
//
// Where statements stand alone, a name stands for the record of that id, else for the one record of that name that a
// collection read with them describes, else for a new one. The fields url and publisher then belong to the source.
//
// # What is wrong with a collection
//
// A record that can't be used is left out and counted, and every reason is told as a Problem. Nothing is guessed: without its
// id, speaker, affiliation, date or words, a statement would claim something that the collection doesn't say. Any other
// field that can't be read costs only itself, which is a warning. Reading goes on behind what is broken, with the next
// line, the next row, the next record of a list.
//
// What a file can make a reading take has bounds: the constants that begin with Max. One that is reached is told as a
// Problem, or as the error where nothing more can be read.
package data
