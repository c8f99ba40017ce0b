package position_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/position"
)

var update = flag.Bool("update", false, "write the golden files anew")

func embeddedCollection(t *testing.T) *model.Collection {
	t.Helper()
	c, err := data.Embedded(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func embedded(t *testing.T) *position.Matrix {
	t.Helper()
	return build(t, embeddedCollection(t), position.Options{})
}

// The golden table has been read against the statements, cell by cell.
func TestPositionsOfTheEmbeddedCollection(t *testing.T) {
	m := embedded(t)
	var b strings.Builder
	for _, r := range m.Ordered(position.ByCount)[:16] {
		fmt.Fprintf(&b, "%s, %d statements by %d speakers\n", r.Speaker.Short(), r.Statements, r.Voices)
		for _, c := range m.Columns {
			cell := r.Cell(c)
			counts := cell.CountWords()
			if n := cell.About(); n > 0 {
				counts = strings.TrimPrefix(fmt.Sprintf("%s, %d without", counts, n), ", ")
			}
			fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("  %-20s %-36s %s", c.Topic.ID, cell.Words(), counts), " "))
		}
	}
	shifts, err := m.Shifts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("shifts\n")
	for _, s := range shifts {
		fmt.Fprintf(&b, "  %s %s on %s: from %s to %s, %s and %s\n", s.Day, s.Row.Speaker.Short(), s.Column.Topic.ID, s.From, s.To,
			m.Statement(s.Before).ID, m.Statement(s.After).ID)
	}
	golden(t, "testdata/positions.golden", b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; it is now\n%s", path, got)
	}
}

func TestExplanations(t *testing.T) {
	m := embedded(t)
	tests := []struct{ actor, topic, want string }{
		{"Germany", "nord-stream-2", `Germany on Nord Stream 2: supports, before: neutral.
6 statements take a position, 18 December 2021 to 22 February 2022: supports 3, neutral 3; the newest, Olaf Scholz on 22 February 2022: supports.
Read from the 5 statements of the last 30 days up to then, with each speaker's newest stance: supports (Annalena Baerbock and Olaf Scholz).
It moved from neutral to supports: Robert Habeck on 18 December 2021 was neutral, Annalena Baerbock on 27 January 2022 supported it.`},
		{"Russia", "confidentiality", `Russia on Confidentiality of the replies: opposes.
3 statements take a position, 27 January to 17 February 2022: opposes 1, neutral 2; the newest, Sergey Lavrov on 17 February 2022: opposes.
Read from all of these, with each speaker's newest stance: opposes (Sergey Lavrov); neutral (Dmitry Peskov).
Sergey Lavrov moved from neutral to opposes between 27 January 2022 and 17 February 2022.
2 more statements are about it and take no position.`},
		{"Russia", "minsk-normandy", `Russia on Minsk and Normandy: opposes, before: supports.
2 statements take a position, 21 January to 22 February 2022: supports 1, opposes 1; the newest, Vladimir Putin on 22 February 2022: opposes.
Read from the 1 statement of the last 30 days up to then, with each speaker's newest stance: opposes (Vladimir Putin).
It moved from supports to opposes: Sergey Lavrov on 21 January 2022 supported it, Vladimir Putin on 22 February 2022 opposed it.
1 more statement is about it and takes no position.`},
		{"Ukraine", "minsk-normandy", `Ukraine on Minsk and Normandy: mixed, its speakers disagree.
4 statements take a position, 26 January to 10 February 2022: supports 2, opposes 1, conditional 1; the newest, Andriy Yermak on 10 February 2022: supports.
Read from all of these, with each speaker's newest stance: supports (Andriy Yermak); opposes (Oleksiy Danilov); conditional (Dmytro Kuleba).
1 more statement is about it and takes no position.`},
		{"Russia", "military-channels", `Russia on NATO-Russia channels: supports.
2 statements take a position, 17 December 2021 to 12 January 2022: supports 1, neutral 1; the newest, Russian Federation on 12 January 2022: neutral.
Read from all of these, with each speaker's newest stance (not to answer takes nothing back): supports (Russian Federation).
1 more statement is about it and takes no position.`},
		{"France", "nord-stream-2", `France on Nord Stream 2: neutral.
1 statement takes a position: Jean-Yves Le Drian on 7 January 2022: neutral.`},
		{"Germany", "open-door", `Germany on NATO's open door: took no position.
1 statement is about it, 19 February 2022, and takes no position.`},
		{"Germany", "indivisible-security", `Germany on Indivisible security: silent.
None in this collection; the actor may have spoken elsewhere.`},
	}
	for _, test := range tests {
		r, c := find(m, test.actor, test.topic)
		if got := strings.Join(m.Explain(r, c), "\n"); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

// find returns the row of an actor and the column of a topic; nil if there is none.
func find(m *position.Matrix, actor, topic string) (*position.Row, *position.Column) {
	var row *position.Row
	for _, r := range m.Rows {
		if r.Speaker.Short() == actor {
			row = r
		}
	}
	for _, c := range m.Columns {
		if c.Topic.ID == topic {
			return row, c
		}
	}
	return row, nil
}

func TestCompareShowsWhatDiffersFirst(t *testing.T) {
	m := embedded(t)
	russia, gas := find(m, "Russia", "nord-stream-2")
	us, _ := find(m, "United States", "")
	c := m.Compare(russia, us)
	last := position.Opposed
	for _, line := range c.Lines {
		if line.Relation < last {
			t.Errorf("%s (%s) comes after what is %s", line.Column.Topic.Name, line.Relation, last)
		}
		last = line.Relation
		for i, r := range c.Rows {
			strongest := line.Strongest[i]
			if cell := r.Cell(line.Column); (strongest != nil) != cell.Stand.Taken() {
				t.Errorf("%s on %s: %s, but the strongest statement is %v", r.Speaker.Name, line.Column.Topic.Name, cell.Stand, strongest)
			}
		}
	}
	if c.Lines[0].Relation != position.Opposed {
		t.Errorf("the first line is %s", c.Lines[0].Relation)
	}
	if want := "agree on 3 of 15 topics on which both take a position"; c.Words() != want {
		t.Errorf("Russia and the United States %s, want %s", c.Words(), want)
	}
	if got := m.Statement(*m.Strongest(us, gas)).ID; got != "singh-2022-02-22-ns2-not-operational" {
		t.Errorf("the strongest statement is %s, want the newest one that quotes words", got)
	}
	if empty := m.Compare(us, &position.Row{}); empty.Words() != "no topic on which both take a position" {
		t.Errorf("with nobody: %s", empty.Words())
	}
}
