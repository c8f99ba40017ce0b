package statements_test

import (
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/statements"
)

// TestATextOfMegabytesIsCutAndSaysSo holds that a bounded part of it is laid out, whatever it consists of, and that this is
// told where it ends. The bytes that the drawing takes tell that nothing else is looked at.
func TestATextOfMegabytesIsCutAndSaysSo(t *testing.T) {
	for name, text := range map[string]string{
		"no blanks": strings.Repeat("x", 15<<20), "words": strings.Repeat("ab ", 5<<20), "Chinese": strings.Repeat("克", 5<<20),
		"marks": "a" + strings.Repeat("\u0301", 5<<20),
	} {
		l := newShelf(2)
		l.change = func(s *model.Statement) {
			s.Text, s.Context, s.Venue = text, text, text
			s.Source = &model.Source{ID: "s", Title: text}
		}
		l.row = func(r *statements.Row) {
			for i := range 1 << 20 {
				r.Marks.Text = append(r.Marks.Text, statements.Range{i, i + 1})
			}
		}
		within(t, func() {
			d := open(t, l, 60, "").do(keys.Open)
			lines := map[string]bool{}
			for range 400 {
				for _, line := range strings.Split(d.screen(), "\n") {
					lines[strings.TrimSpace(line)] = true
				}
				d.do(keys.PageDown)
			}
			if !lines["Cut here: the text has 15,728,640 bytes. y copies all of"] && !lines["Cut here: the text has 10,485,761 bytes. y copies all of"] {
				t.Errorf("%s: nothing says that the text is cut", name)
			}
		}, "drawing a text of "+name)
	}
	open(t, newShelf(2), 60, "").do(keys.Open).hides("Cut here")
}
