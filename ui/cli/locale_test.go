package cli

import (
	"os"
	"strings"
	"testing"
)

func TestTheLocaleNamesTheCharset(t *testing.T) {
	for _, test := range []struct {
		environ string
		utf8    bool
	}{
		{"", true},
		{"LANG=C.UTF-8", true},
		{"LANG=de_DE.utf8", true},
		{"LANG=sr_RS.UTF-8@latin", true},
		{"LC_CTYPE=UTF-8", true}, // as macOS has it
		{"LANG=de_DE", true},
		{"LANG=C", false},
		{"LC_ALL=POSIX", false},
		{"LANG=en_US.ISO-8859-1", false},
		{"LANG=de_DE.ISO-8859-15@euro", false},
		{"LANG=ru_RU.KOI8-R", false},
		{"LC_ALL=C.UTF-8 LC_CTYPE=C LANG=C", true},
		{"LC_ALL=C LC_CTYPE=C.UTF-8 LANG=C.UTF-8", false},
		{"LC_ALL= LC_CTYPE=C LANG=C.UTF-8", false},
		{"LC_ALL= LC_CTYPE= LANG=C.UTF-8", true},
	} {
		a := newApp(Process{Environ: strings.Fields(test.environ)})
		if a.root(); a.ascii == test.utf8 {
			t.Errorf("%q: drawn with ASCII signs only is %v", test.environ, a.ascii)
		}
	}
}

// TestExitCodesAreInOneTable holds that the comment of the package says what the manual does.
func TestExitCodesAreInOneTable(t *testing.T) {
	text, err := os.ReadFile("cli.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, exit := range exitCodes() {
		if line := "//\t" + exit[0] + strings.Repeat(" ", 5-len(exit[0])) + exit[1] + "\n"; !strings.Contains(string(text), line) {
			t.Errorf("the comment lacks %q", line)
		}
	}
}
