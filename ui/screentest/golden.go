package screentest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden waits until the screen shows what the file holds; with -update, it waits until the screen has come to rest
// and writes it to the file. A file that ends in .styles holds the styles too.
func (t *Terminal) Golden(file string) {
	t.tb.Helper()
	draw := Frame.plain
	if strings.HasSuffix(file, ".styles") {
		draw = Frame.styled
	}
	t.GoldenAs(file, draw)
}

// GoldenAs is Golden for a screen that the file holds in a form of its own.
func (t *Terminal) GoldenAs(file string, draw func(Frame) string) {
	t.tb.Helper()
	if *update {
		write(t.tb, file, draw(t.settled()))
		return
	}
	want := read(t.tb, file)
	f, ok := t.wait(func(f Frame) bool { return draw(f) == want })
	if !ok {
		t.tb.Errorf("%s: the screen is not what it was (lines with - are gone, lines with + are new):\n%s",
			file, changes(want, draw(f)))
	}
}

// Golden compares a text with what a file holds; with -update, it writes the file.
func Golden(tb testing.TB, file, got string) {
	tb.Helper()
	if *update {
		write(tb, file, got)
		return
	}
	if want := read(tb, file); want != got {
		tb.Errorf("%s is not what it was (lines with - are gone, lines with + are new):\n%s", file, changes(want, got))
	}
}

func write(tb testing.TB, file, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func read(tb testing.TB, file string) string {
	tb.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		tb.Fatalf("%v; go test -update writes it", err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// changes lists the lines in which two texts differ, place by place.
func changes(want, got string) string {
	const most = 24
	old, now := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	shown := 0
	for i := range max(len(old), len(now)) {
		var was, is string
		if i < len(old) {
			was = old[i]
		}
		if i < len(now) {
			is = now[i]
		}
		if was == is {
			continue
		}
		if shown++; shown > most {
			return b.String() + "and more\n"
		}
		fmt.Fprintf(&b, "%4d - %s\n%4d + %s\n", i+1, was, i+1, is)
	}
	return b.String()
}

// plain is the screen as a file keeps it: its size, the cursor, the text.
func (f Frame) plain() string {
	return fmt.Sprintf("%dx%d, cursor %s\n%s\n", f.Width, f.Height, f.Cursor, f)
}

// styleNames are what styles are called in files, by the order in which they appear.
const styleNames = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// styled is the screen with a second picture of it, in which each cell is the letter of its style, and a list of what
// the letters mean. A blank without a ground counts as unstyled: there is nothing to see of its style.
func (f Frame) styled() string {
	var b, list strings.Builder
	b.WriteString(f.plain())
	letters := map[string]string{"": " "}
	for y := range f.Cells {
		var row strings.Builder
		for _, c := range f.Cells[y] {
			if c.Width == 0 {
				continue
			}
			row.WriteString(strings.Repeat(letter(letters, &list, c), c.Width))
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
	return b.String() + list.String()
}

// letter returns the letter for the style of a cell, and lists it if it is new.
func letter(letters map[string]string, list *strings.Builder, c Cell) string {
	look := c.Style.String()
	if c.Text == " " && !c.Style.Underline && !c.Style.Strike && !c.Style.Reversed && c.Style.Ground == "" {
		look = ""
	}
	if c.Link != "" {
		look += ", link"
	}
	if _, known := letters[look]; !known {
		n := (len(letters) - 1) % len(styleNames)
		letters[look] = styleNames[n : n+1]
		fmt.Fprintf(list, "%s = %s\n", letters[look], look)
	}
	return letters[look]
}
