package cli

import "strings"

// queryLine is the query of a command: its arguments, joined by blanks. It is the same line as in the search box, so a
// phrase is written with quotation marks inside it, which a shell must be told to leave: '"open door"'.
func queryLine(args []string) string {
	return strings.Join(strings.Fields(strings.Join(args, " ")), " ")
}
