package link_test

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/link"
)

func TestCheck(t *testing.T) {
	tests := []struct {
		name, address, want string
		err                 error
	}{
		{"a page", "https://www.nato.int/cps/en/natohq/opinions_190999.htm", "https://www.nato.int/cps/en/natohq/opinions_190999.htm", nil},
		{"query and fragment", "http://x.org/a?b=c&d=%20#e", "http://x.org/a?b=c&d=%20#e", nil},
		{"capitals", "HTTPS://x.org", "https://x.org", nil},
		{"letters of any script", "https://x.org/мир", "https://x.org/%D0%BC%D0%B8%D1%80", nil},
		{"a script", "javascript:alert(1)", "", link.ErrScheme},
		{"a file", "file:///etc/passwd", "", link.ErrScheme},
		{"mail", "mailto:a@b.org", "", link.ErrScheme},
		{"an option", "--help", "", link.ErrScheme},
		{"nothing", "", "", link.ErrScheme},
		{"no host", "https:///x", "", link.ErrUnsafe},
		{"a name and a password", "https://user:secret@x.org", "", link.ErrUnsafe},
		{"a shell's signs", "https://x.org/`id`", "", link.ErrUnsafe},
		{"a quote", `https://x.org/"`, "", link.ErrUnsafe},
		{"a space", "https://x.org/a b", "", link.ErrUnsafe},
		{"a line break", "https://x.org/\n", "", link.ErrUnsafe},
		{"an escape sequence", "https://x.org/\x1b]52;", "", link.ErrUnsafe},
		{"the direction turned", "https://x.org/\u202egro", "", link.ErrUnsafe},
		{"no text", "https://x.org/\xff", "", link.ErrUnsafe},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := link.Check(test.address)
			if got != test.want || !errors.Is(err, test.err) {
				t.Errorf("Check(%q) = %q, %v; want %q, %v", test.address, got, err, test.want, test.err)
			}
		})
	}
}

// starts is an opener of which the program ends as it may.
func starts(ended <-chan error, err error) link.Opener {
	return link.Opener{System: "linux", Start: func(string, ...string) (<-chan error, error) { return ended, err }, Patience: time.Hour}
}

// ends is a program that has ended.
func ends(err error) <-chan error {
	ended := make(chan error, 1)
	ended <- err
	return ended
}

// told is all that opening a link tells, one after the other.
func told(cmd tea.Cmd) []news {
	var all []news
	for cmd != nil {
		opened, ok := cmd().(link.Opened)
		if !ok {
			break
		}
		all = append(all, news{opened.URL, opened.Err})
		cmd = opened.Then
	}
	return all
}

type news struct {
	address string
	err     error
}

func TestOpenStartsTheBrowser(t *testing.T) {
	const address = "https://x.org/a?b=c&d=e"
	for system, want := range map[string][]string{
		"linux":   {"xdg-open", address},
		"freebsd": {"xdg-open", address},
		"darwin":  {"open", address},
		"windows": {"rundll32", "url.dll,FileProtocolHandler", address},
	} {
		var got []string
		o := link.Opener{System: system, Start: func(name string, args ...string) (<-chan error, error) {
			got = append([]string{name}, args...)
			return ends(nil), nil
		}}
		if all := told(o.Open(address)); !slices.Equal(all, []news{{address, nil}}) || !slices.Equal(got, want) {
			t.Errorf("%s: started %q, %v; want %q", system, got, all, want)
		}
	}
}

func TestOpenStartsNothingForABadLink(t *testing.T) {
	o := link.Opener{Start: func(name string, args ...string) (<-chan error, error) {
		t.Errorf("started %s %q", name, args)
		return ends(nil), nil
	}}
	all := told(o.Open("file:///etc/passwd"))
	if len(all) != 1 || !errors.Is(all[0].err, link.ErrScheme) || !strings.HasPrefix(all[0].err.Error(), "opening the link: ") {
		t.Errorf("got %v", all)
	}
}

func TestOpenTellsOnlyWhatIsKnown(t *testing.T) {
	const address = "https://x.org"
	opening, none := news{address, nil}, news{address, link.ErrNoBrowser}
	for _, test := range []struct {
		name string
		o    link.Opener
		want []news
	}{
		{"nothing to start", starts(nil, exec.ErrNotFound), []news{none}},
		{"fails at once", starts(ends(errors.New("exit status 3")), nil), []news{opening, none}},
		{"has done its work", starts(ends(nil), nil), []news{opening}},
		{"goes on", starts(nil, nil), []news{opening}},
	} {
		if test.name == "goes on" {
			test.o.Patience = 1
		}
		if got := told(test.o.Open(address)); !slices.Equal(got, test.want) {
			t.Errorf("%s: told %v, want %v", test.name, got, test.want)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range []string{"https://x.org/a", "javascript:alert(1)", "http://[::1]:80/", "https://x.org/\x1b", "-h"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		clean, err := link.Check(address)
		if err != nil {
			return
		}
		if !strings.HasPrefix(clean, "http://") && !strings.HasPrefix(clean, "https://") {
			t.Fatalf("%q became %q", address, clean)
		}
		if i := strings.IndexFunc(clean, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("\"'`\\", r) }); i >= 0 {
			t.Fatalf("%q became %q", address, clean)
		}
		if again, err := link.Check(clean); err != nil || again != clean {
			t.Fatalf("%q became %q and then %q, %v", address, clean, again, err)
		}
	})
}

func TestOpenWithoutAnyBrowserInstalled(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	all := told(link.Opener{System: "linux"}.Open("https://x.org"))
	if len(all) != 1 || !errors.Is(all[0].err, link.ErrNoBrowser) {
		t.Errorf("got %v", all)
	}
}
