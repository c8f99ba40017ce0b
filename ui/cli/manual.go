package cli

import (
	"fmt"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/ui/widget"
)

// environment lists the variables that the program looks at, as the manual does.
func environment() [][2]string {
	return [][2]string{
		{"NO_COLOR", "if set to anything, no colours are used"},
		{"LC_ALL, LC_CTYPE, LANG", "where the first of them that is set names a charset other than UTF-8, as --ascii"},
		{"TERM", "the kind of terminal; the screen is not drawn on a dumb one"},
		{"COLUMNS", "the width of tables where no terminal says it"},
		{"XDG_STATE_HOME", "the folder for marks and reports (~/.local/state); without it and without HOME, marks last until onrecord ends"},
	}
}

// files lists what the program keeps, as the manual does.
func files() [][2]string {
	return [][2]string{
		{"$XDG_STATE_HOME/onrecord/marks.json", "the statements that were marked, for each collection"},
		{"$XDG_STATE_HOME/onrecord/report-*.txt", "reports of errors in onrecord itself; nothing in them comes from a collection but its size"},
		{"collection.json, speakers.jsonl, topics.jsonl, sources.jsonl, statements.jsonl", "a collection that is a folder; onrecord schema prints what they hold"},
	}
}

// limits lists the bounds of what is read, as the manual does. What lies beyond one is told wherever it is met.
func limits() [][2]string {
	count := widget.Thousands
	return [][2]string{
		{"a record, or a row of a table", megabytes(data.MaxRecord)},
		{"an id, a name, a title", fmt.Sprintf("%d kB", data.MaxName>>10)},
		{"arrays and objects in each other", count(data.MaxDepth)},
		{"topics of a statement, and stances", count(data.MaxTopics)},
		{"fields of a record, columns of a table", count(data.MaxMembers)},
		{"a .json file, and a file of a folder but its statements", megabytes(data.MaxWhole) + ", unpacked"},
		{"records of a list in a .json file", count(data.MaxListed)},
		{"a packed file of more than " + megabytes(data.MaxUnproved), count(data.MaxPacked) + " times its size, unpacked"},
		{"problems that are listed", count(data.MaxProblems) + " of each grade; all are counted"},
		{"a query", fmt.Sprintf("%d kB, %d words and phrases", query.MaxBytes>>10, query.MaxWords)},
	}
}

func megabytes(bytes int) string { return fmt.Sprintf("%d MB", bytes>>20) }
