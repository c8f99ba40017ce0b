package cli

import (
	"cmp"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"onrecord/model/search"
)

// habits are what single dashes mean to other programs, and how it is said here. A letter that is not among them may be
// the first of a flag.
var habits = map[string]string{"n": "limit", "l": "limit", "m": "limit", "o": "> FILE", "v": "-WORD"}

// mostMeant is the highest number that is rather meant as a limit than as a word: -10 is, and -2022 is a year.
const mostMeant = 999

// habit says what a word with one dash does, if it was rather meant as a flag of one letter: -n 3, -n3, -10, -f json. The
// word is the first of some arguments.
func habit(cmd *cobra.Command, args []string) string {
	word, dashed := strings.CutPrefix(args[0], "-")
	letter, value := word, ""
	if word != "" {
		letter, value = word[:1], strings.TrimPrefix(word[1:], "=")
	}
	number, err := strconv.Atoi(word)
	switch {
	case !dashed || word == "" || !isLetter(letter) && err != nil:
		return ""
	case err == nil && 0 < number && number <= mostMeant:
		letter, value = "n", word
	case value != "" && (habits[letter] != "limit" || strings.Trim(value, "0123456789") != ""):
		return "" // a word that is left out
	case value == "" && len(args) > 1 && !strings.HasPrefix(args[1], "-"):
		value = args[1]
	}
	said := "-" + word + ` leaves out the word "` + word + `"`
	if meant := meantBy(cmd, letter, value); meant != "" {
		return said + "; " + meant
	}
	return said + "; flags have two dashes, and " + cmd.CommandPath() + " --help lists them"
}

func isLetter(text string) bool {
	return 'a' <= text[0] && text[0] <= 'z' || 'A' <= text[0] && text[0] <= 'Z'
}

// meantBy says how to write what a letter means to other programs, "" if a command has nothing like it.
func meantBy(cmd *cobra.Command, letter, value string) string {
	switch name := habits[letter]; {
	case name == "> FILE":
		return "to write to a file, write > FILE"
	case name == "-WORD":
		return "to leave out a word, write a dash before it: -" + cmp.Or(value, "sanctions")
	case name != "" && cmd.Flag(name) != nil:
		return written(cmd.Flag(name), value)
	}
	meant := ""
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if meant == "" && !f.Hidden && f.Name != "help" && strings.HasPrefix(f.Name, letter) {
			meant = written(f, value)
		}
	})
	return meant
}

// written says how to write a flag, with the value that was given if it may be one.
func written(f *pflag.Flag, value string) string {
	flag := "a flag has two dashes: --" + f.Name
	if f.NoOptDefVal != "" {
		return flag
	}
	switch set := f.Value.(type) {
	case *limit:
		if n, err := strconv.Atoi(value); err != nil || n < 0 {
			value = "3"
		}
	case *choice:
		if !slices.Contains(set.among, value) {
			value = set.among[0]
		}
	default:
		value = cmp.Or(value, "PATH")
	}
	return flag + " " + shellWord(value)
}

// fileNote says how to open a file whose name was taken for a word of a query that finds nothing, "" if there is none.
func fileNote(files []string, answer *search.Answer) string {
	weak := func(file string) bool {
		return slices.ContainsFunc(answer.Reading, func(r search.Reading) bool { return r.Weak && r.Text == file })
	}
	for _, file := range files {
		if answer.Count == 0 || weak(file) {
			return file + " is a file; to open it: onrecord --data " + shellWord(file)
		}
	}
	return ""
}

// filesAmong returns the arguments, or the words in them, that name an existing file or folder.
func filesAmong(args []string) []string {
	var files []string
	for _, arg := range args {
		for _, word := range append([]string{arg}, strings.Fields(arg)...) {
			if isFile(word) && !slices.Contains(files, word) {
				files = append(files, word)
			}
		}
	}
	return files
}

// longestPath is more than what systems allow for a path.
const longestPath = 4096

func isFile(word string) bool {
	if word == "" || len(word) > longestPath {
		return false
	}
	_, err := os.Stat(word)
	return err == nil
}
