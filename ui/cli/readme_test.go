package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/ui/cli"
	"onrecord/ui/keys"
	"onrecord/ui/screentest"
)

const readme = "../../README.md"

// TestReadme holds the README against the program: the tables are made from the program's own, and every command that
// is shown with what it prints is run.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	got := string(text)
	for name, section := range map[string]func(*testing.T) string{
		"collection": collectionLine, "query": queryTable, "keys": keyTables, "commands": commandList,
		"dependencies": dependencyTable,
	} {
		got = replaceSection(t, got, name, section(t))
	}
	screentest.Golden(t, readme, runExamples(t, got))
}

// replaceSection puts text between the marks of a section.
func replaceSection(t *testing.T, page, name, text string) string {
	t.Helper()
	begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	before, rest, ok := strings.Cut(page, begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README has no section %q", name)
	}
	return before + begin + strings.TrimRight(text, "\n") + "\n" + end + after
}

func collectionLine(t *testing.T) string {
	c, err := data.Embedded(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	speaking := map[string]bool{}
	for i := range c.Len() {
		speaking[c.At(i).Speaker.ID] = true
	}
	first, last, _ := c.Span()
	return fmt.Sprintf("**%s**: %d statements by %d speakers on %d topics, from %d sources, %s to %s.\n",
		c.Name, c.Len(), len(speaking), len(c.Topics()), len(c.Sources()), first.Long(), last.Long())
}

func queryTable(*testing.T) string {
	var b strings.Builder
	b.WriteString("| write | for |\n| --- | --- |\n" +
		"| `macron minsk` | both words |\n" +
		"| `\"open door\"` | these words in this order |\n" +
		"| `macron \\| scholz minsk` | either of the two, and the third |\n" +
		"| `-sanctions` `-for:russia` | not this |\n" +
		"| `topic:minsk,sanctions` | one of the values |\n")
	for _, f := range query.Fields() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f.Example, f.Does)
	}
	return b.String()
}

func keyTables(*testing.T) string { return keys.Default().Markdown() }

// commandList is the list of commands as the program's own help prints it.
func commandList(t *testing.T) string {
	out, _ := answerOf(t, "--help")
	usage := regexp.MustCompile(`(?s)COMMANDS\s*\n(.*?)\n\s*FLAGS\s*\n(.*)`).FindStringSubmatch(out)
	if usage == nil {
		t.Fatalf("the help has no commands and flags:\n%s", out)
	}
	var b strings.Builder
	for _, part := range usage[1:] {
		for _, line := range strings.Split(part, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				b.WriteString("    " + line + "\n")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// answerOf runs the program and returns what it prints.
func answerOf(t *testing.T, args ...string) (out, errors string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cli.Run(context.Background(), cli.Process{
		Args: args, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Environ: []string{"COLUMNS=120", "NO_COLOR=1"},
	})
	return stdout.String(), stderr.String()
}

// reasons say in one line why each direct dependency is there.
var reasons = map[string]string{
	"github.com/spf13/pflag":                "flags of the command line that are checked",
	"golang.org/x/sync":                     "work side by side that ends together",
	"github.com/charmbracelet/ultraviolet":  "tests: keys and cells of the terminal",
	"github.com/mattn/go-runewidth":         "tests: widths as terminals count them",
	"charm.land/bubbles/v2":                 "tests: the list that start-up is measured beside",
	"golang.org/x/sys":                      "signals and terminals",
	"charm.land/bubbletea/v2":               "the terminal program: events, commands, rendering",
	"charm.land/lipgloss/v2":                "styles and their colours",
	"charm.land/fang/v2":                    "the help of the command line",
	"github.com/spf13/cobra":                "commands, flags, completion",
	"github.com/sahilm/fuzzy":               "abbreviations of names, topics and commands",
	"github.com/kljensen/snowball":          "word forms: sanction, sanctioned",
	"golang.org/x/text":                     "folding, canonical composition, UTF-16, names of languages",
	"github.com/go-json-experiment/json":    "reading and writing JSON, with places and unknown fields",
	"github.com/klauspost/compress":         ".gz and .zst",
	"github.com/rivo/uniseg":                "line breaks and grapheme clusters",
	"github.com/charmbracelet/x/ansi":       "widths and cuts of styled text",
	"github.com/charmbracelet/colorprofile": "how many colours the terminal has",
	"github.com/atotto/clipboard":           "the desktop's clipboard",
	"github.com/adrg/xdg":                   "where marks are kept",
	"github.com/gofrs/flock":                "two programs that write marks at once",
	"github.com/charmbracelet/x/term":       "whether there is a terminal, and how wide",
	"github.com/muesli/mango-cobra":         "the manual page",
	"github.com/muesli/roff":                "the manual page",
	"github.com/charmbracelet/x/vt":         "tests: a terminal in the process",
	"github.com/creack/pty":                 "tests: a real pseudo-terminal",
	"github.com/rogpeppe/go-internal":       "tests: scripts of the command line",
	"pgregory.net/rapid":                    "tests: generated inputs",
}

// dependencyTable lists the direct dependencies of go.mod.
func dependencyTable(t *testing.T) string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Indirect .Main)}}{{.Path}}{{end}}", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| module | for |\n| --- | --- |\n")
	for _, path := range strings.Fields(string(out)) {
		reason, ok := reasons[path]
		if !ok {
			t.Errorf("%s has no reason", path)
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", path, reason)
	}
	return b.String()
}

var example = regexp.MustCompile("(?s)```\n\\$ onrecord (.*?)\n(.*?)```\n")

// runExamples runs every command that the page shows, and puts what it prints below it.
func runExamples(t *testing.T, page string) string {
	ran := 0
	page = example.ReplaceAllStringFunc(page, func(block string) string {
		ran++
		line, _, _ := strings.Cut(strings.TrimPrefix(block, "```\n$ onrecord "), "\n")
		out, problems := answerOf(t, strings.Fields(line)...)
		return "```\n$ onrecord " + line + "\n" + problems + out + "```\n"
	})
	if ran == 0 {
		t.Error("README shows no command")
	}
	return page
}
