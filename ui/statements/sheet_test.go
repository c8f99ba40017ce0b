package statements_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/ui/keys"
)

func TestWhatIsNotKnownLeavesNoGap(t *testing.T) {
	l := newShelf(1)
	l.change = func(s *model.Statement) {
		s.Source = &model.Source{ID: "notes", Title: "Notes"}
		s.Topics = []*model.Topic{{ID: "war", Name: "War"}, {ID: "trade", Name: "Trade"}}
	}
	d := open(t, l, 60, "").do(keys.Open)
	want := []string{"source   Notes", "", "War", "Trade", "", "SAME SPEAKER ON THIS"}
	lines := strings.Split(d.screen(), "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, want[0]) })
	for i, part := range want {
		if line := strings.TrimSpace(lines[at+i]); !strings.HasPrefix(line, part) || part == "" && line != "" {
			t.Errorf("line %d below the source is %q, want %q", i, line, part)
		}
	}
}
