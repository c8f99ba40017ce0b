package position_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
)

// selectAll returns all statements that match a line, with what the line asks for.
func selectAll(t fataler, x *search.Index, line string) (*search.Selection, position.Options) {
	s, err := x.Select(context.Background(), query.Parse(line), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s, position.Options{Topics: s.Topics(), Stances: s.Stances()}
}

func places(s *search.Selection) []int {
	var all []int
	s.Each(func(b *model.Block, i int) bool {
		all = append(all, b.First()+i)
		return true
	})
	return all
}

// drawLine draws a line as a user may type it before looking at positions.
func drawLine(t *rapid.T) string {
	filters := rapid.SliceOfN(rapid.SampledFrom([]string{
		"peace", "deal", `"no deal"`, "-wait", "peace | deal", "speaker:person-1", "-for:actor-0", "for:actor-0,actor-1", "for:actor-1",
		"topic:topic-0", "topic:topic-1", "topic:topic-0,topic-1", "-topic:topic-0", "stance:oppose", "stance:support,neutral", "stance:any",
		"stance:none", "pease", "topic:topic-0 | peace", "topic:topic-0 topic:topic-1", "form:direct", "since:2022-02", "until:2022-02-10", "-stance:oppose", "stance:oppose | form:direct", "sort:date",
	}), 0, 3).Draw(t, "filters")
	line := ""
	for _, f := range filters {
		line = query.And(line, f)
	}
	return line
}

func TestEvidenceIsWhatTheQueryFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		x, err := search.New(context.Background(), c)
		if err != nil {
			t.Fatal(err)
		}
		line := drawLine(t)
		if rapid.IntRange(0, 3).Draw(t, "typing") == 0 {
			line = query.And(line, `"no dea`)
		}
		checkQueries(t, x, line)
	})
}

// Of every cell, of actors and of speakers, under lines of every kind.
func TestEvidenceOfTheEmbeddedCollectionIsWhatTheQueryFinds(t *testing.T) {
	x, err := search.New(context.Background(), embeddedCollection(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"", "nato | sanctions", "stance:none", "stance:none,oppose", "-stance:oppose", "stance:support,oppose", "stance:oppose | form:direct", "topic:sanctions topic:diplomacy",
		"topic:sanctions,diplomacy stance:any", "topic:sanctions topic:diplomacy stance:support", "sanctoins", "for:eu,nato -form:indirect",
		"-topic:sanctions", "since:2022-02 sort:-date", `"the minsk`,
	} {
		checkQueries(t, x, line)
	}
}

// checkQueries holds that under a line every number has a query that finds just so many statements, and the same ones.
func checkQueries(t fataler, x *search.Index, line string) {
	t.Helper()
	chosen, o := selectAll(t, x, line)
	m, err := position.Build(context.Background(), x.Collection(), chosen, o)
	if err != nil {
		t.Fatal(err)
	}
	if m.Statements != chosen.Len() || m.Statements != len(places(chosen)) {
		t.Fatalf("%q: %d statements, want %d", line, m.Statements, chosen.Len())
	}
	for _, r := range allRows(m) {
		checkRow(t, x, m, line, r)
		for _, column := range m.Columns {
			checkCell(t, x, m, line, r, column)
		}
	}
}

// fataler is what fails a test.
type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func checkCell(t fataler, x *search.Index, m *position.Matrix, line string, r *position.Row, column *position.Column) {
	t.Helper()
	behind := m.Evidence(r, column)
	switch cell := r.Cell(column); {
	case cell.Stand == position.Silent:
		return
	case !cell.Stand.Taken():
		behind = m.About(r, column)
	}
	found, exact := m.Query(line, r, column)
	if !exact {
		t.Fatalf("%s on %s under %q: %q is not exact", r.Speaker.ID, column.Topic.ID, line, found)
	}
	want, _ := selectAll(t, x, found)
	if got := indices(behind); !slices.Equal(got, places(want)) {
		t.Fatalf("%s on %s under %q: %v, but %q finds %v", r.Speaker.ID, column.Topic.ID, line, got, found, places(want))
	}
}

func checkRow(t fataler, x *search.Index, m *position.Matrix, line string, r *position.Row) {
	t.Helper()
	found, exact := m.RowQuery(line, r)
	if want, _ := selectAll(t, x, found); !exact || r.Statements != want.Len() {
		t.Fatalf("%s under %q: %d statements, but %q (exact: %t) finds %d", r.Speaker.ID, line, r.Statements, found, exact, want.Len())
	}
}

// indices returns the places of mentions, sorted.
func indices(mentions []position.Mention) []int {
	var all []int
	for _, m := range mentions {
		all = append(all, m.Index)
	}
	slices.Sort(all)
	return all
}

func TestCountsAreLengths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		rows, voices := 0, 0
		for _, r := range m.Rows {
			rows += r.Statements
			for _, speaker := range m.Unfold(r) {
				voices += speaker.Statements
			}
			if r.Own {
				voices += r.Statements
			}
		}
		if rows != c.Len() || voices != c.Len() {
			t.Fatalf("the rows hold %d statements and their speakers %d, want %d", rows, voices, c.Len())
		}
		for _, column := range m.Columns {
			checkColumn(t, m, column)
		}
	})
}

func checkColumn(t *rapid.T, m *position.Matrix, column *position.Column) {
	statements, stands := 0, [position.Mixed + 1]int{}
	for _, r := range m.Rows {
		cell := r.Cell(column)
		evidence, about, all := m.Evidence(r, column), m.About(r, column), m.Mentions(r, column)
		if cell.Taken() != len(evidence) || cell.About() != len(about) || cell.Statements() != len(all) || len(all) != len(evidence)+len(about) {
			t.Fatalf("counts %d, %d, %d for lists of %d, %d, %d", cell.Taken(), cell.About(), cell.Statements(), len(evidence), len(about), len(all))
		}
		var counts [model.Neutral + 1]int
		speakers := map[*model.Speaker]bool{}
		for _, e := range all {
			counts[e.Stance]++
			if e.Stance != model.NoStance {
				speakers[e.Speaker] = true
			}
			if s := m.Statement(e); s.Day != e.Day || s.Speaker != e.Speaker || s.Stance(column.Topic) != e.Stance {
				t.Fatalf("%+v is said to be %+v", s, e)
			}
		}
		if counts != cell.Counts || len(speakers) != cell.Voices {
			t.Fatalf("counts %v of %d speakers, want %v of %d", cell.Counts, cell.Voices, counts, len(speakers))
		}
		if len(m.Strip(r, column).Points) != len(evidence) {
			t.Fatal("the strip does not show all the evidence")
		}
		statements += len(all)
		stands[cell.Stand]++
	}
	if statements != column.Statements || stands != column.Stands {
		t.Fatalf("a column of %d statements %v, want %d %v", column.Statements, column.Stands, statements, stands)
	}
	rows := 0
	for _, g := range m.Topic(column).Groups {
		rows += len(g.Rows)
	}
	if rows != len(m.Rows) {
		t.Fatalf("the page of a topic shows %d of %d rows", rows, len(m.Rows))
	}
}

func TestOrderOfStatementsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, c := drawCollection(t)
		order := make([]int, len(w.statements))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		shuffled := w.collection(t, order, len(order)/2)
		a, b := picture(t, build(t, c, position.Options{})), picture(t, build(t, shuffled, position.Options{}))
		if a != b {
			t.Fatalf("in one order\n%s\nin another\n%s", a, b)
		}
	})
}

// picture writes down all that a matrix tells, without places.
func picture(t *rapid.T, m *position.Matrix) string {
	text := fmt.Sprintln(m.Statements, m.HiddenRows, m.HiddenTopics)
	for _, o := range position.Orders() {
		for _, r := range m.Ordered(o) {
			text += fmt.Sprintln(o, r.Speaker.ID, r.Own, r.Statements, r.Voices)
		}
	}
	for _, r := range allRows(m) {
		for _, c := range m.Columns {
			text += fmt.Sprintln(r.Speaker.ID, c.Topic.ID, m.Explain(r, c))
			for _, e := range m.Mentions(r, c) {
				text += fmt.Sprint(m.Statement(e).ID, " ")
			}
			if s := m.Strongest(r, c); s != nil {
				text += fmt.Sprintln("strongest", m.Statement(*s).ID)
			}
		}
	}
	shifts, err := m.Shifts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shifts {
		text += fmt.Sprintln(s.Row.Speaker.ID, s.Column.Topic.ID, s.From, s.To, m.Statement(s.Before).ID, m.Statement(s.After).ID, s.Since)
	}
	return text
}

func TestFiltersCommute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		x, err := search.New(context.Background(), c)
		if err != nil {
			t.Fatal(err)
		}
		one, other := drawLine(t), drawLine(t)
		var pictures []string
		for _, line := range []string{query.And(one, other), query.And(other, one)} {
			chosen, o := selectAll(t, x, line)
			m, err := position.Build(context.Background(), c, chosen, o)
			if err != nil {
				t.Fatal(err)
			}
			pictures = append(pictures, picture(t, m))
		}
		if pictures[0] != pictures[1] {
			t.Fatalf("%q and then %q:\n%s\nthe other way round:\n%s", one, other, pictures[0], pictures[1])
		}
	})
}

func TestLikeness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		for _, a := range m.Rows {
			_, taken := a.Topics()
			if own := position.LikenessOf(a, a); own.Alike != taken || own.Topics() != taken {
				t.Fatalf("a row is alike to itself on %d of %d topics, want %d", own.Alike, own.Topics(), taken)
			}
			for _, b := range m.Rows {
				ab := position.LikenessOf(a, b)
				if ab != position.LikenessOf(b, a) {
					t.Fatal("the likeness is not the same both ways")
				}
				if _, others := b.Topics(); ab.Topics() > min(taken, others) {
					t.Fatalf("both take a position on %d topics, but one only on %d", ab.Topics(), min(taken, others))
				}
			}
		}
	})
}

func TestOrdersHoldEveryRowOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		for _, o := range position.Orders() {
			seen := map[*position.Row]bool{}
			for _, r := range m.Ordered(o) {
				seen[r] = true
			}
			if len(seen) != len(m.Rows) || len(m.Ordered(o)) != len(m.Rows) {
				t.Fatalf("ordered by %s there are %d of %d rows", o, len(seen), len(m.Rows))
			}
		}
	})
}

// No two rows are equal in any order of rows: names may be alike, but then the ids part them.
func TestOrdersAreTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		checkOrder(t, m.Ordered(position.ByName), func(*position.Row) int { return 0 })
		checkOrder(t, m.Ordered(position.ByCount), func(r *position.Row) int { return r.Statements })
		for _, r := range m.Rows {
			checkOrder(t, m.Unfold(r), func(*position.Row) int { return 0 })
		}
		for _, column := range m.Columns {
			for _, g := range m.Topic(column).Groups {
				checkOrder(t, g.Rows, func(r *position.Row) int { return r.Cell(column).Statements() })
			}
		}
	})
}

// checkOrder holds that of any two rows the one with more comes first, and of equal ones that whose name, or else id, does.
func checkOrder(t *rapid.T, rows []*position.Row, number func(*position.Row) int) {
	t.Helper()
	key := func(r *position.Row) string {
		return fmt.Sprint(r.Speaker.Short(), "\x00", r.Speaker.ID, "\x00", r.Own)
	}
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		if number(a) < number(b) || number(a) == number(b) && key(a) >= key(b) {
			t.Fatalf("%q with %d comes before %q with %d", key(a), number(a), key(b), number(b))
		}
	}
}
