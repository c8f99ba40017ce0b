// compare holds onrecord against other ways of searching the same statements, in one run on one machine.
//
//	compare make DIR N     make N statements in a folder
//	compare tables DIR     measure, and print tables in Markdown
//
// The other commands do the part of the work that is measured in a process of its own. run.sh does all of it.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: compare make DIR N | compare tables DIR")
	}
	command, path := args[0], args[1]
	switch command {
	case "make":
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return makeData(path, n)
	case "tables":
		return tables(path)
	case "decode":
		return decode(path, args[2])
	case "open":
		return open(path)
	case "fuzzy":
		return fuzzyScan(path)
	}
	return fmt.Errorf("compare knows no command %s", command)
}
