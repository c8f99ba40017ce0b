package report_test

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"onrecord/data/report"
	"onrecord/model"
	"onrecord/model/position"
)

// The records as the package describes them.
type (
	heading struct {
		Report     string
		Collection struct {
			Name, Version string
			Statements    int
			Read          *float64
		}
		Query      string
		Statements int
		Rule       struct {
			WindowDays int `json:"window_days"`
			Words      []string
		}
	}
	actorRecord struct {
		ID, Name, Kind       string
		SpeaksFor            string `json:"speaks_for"`
		Own                  bool
		Statements, Speakers int
		Positions            []positionRecord
	}
	positionRecord struct {
		Actor, Topic, Position string
		Disagree               bool
		Moved, From            string
		Speakers               int
		Stances                map[string]int
		First, Last            string
		Shifts                 []struct{ Date, From, To, Moved, Before, After string }
		Explanation            []string
		Strongest              string
		Evidence, About        []string
	}
	matrixRecord struct {
		heading
		Order  string
		Hidden struct{ Actors, Topics int }
		Topics []struct {
			ID, Name, Proposition string
			Statements            int
			Stances, Positions    map[string]int
		}
		Actors []actorRecord
	}
	comparisonRecord struct {
		heading
		Actors    []actorRecord
		Absent    []string
		Agreement []struct {
			Actors         []string
			Agreed, Shared int
			Words          string
		}
		Topics []struct {
			ID, Name, Proposition, Relation string
			Sides                           []positionRecord
		}
	}
)

// decoded reads a report, which must hold no other fields than those that are described.
func decoded(t *testing.T, r *report.Report, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(written(t, report.JSON, r)))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// TestJSONHoldsTheMatrix reads a matrix back and holds every cell against the one it was written from.
func TestJSONHoldsTheMatrix(t *testing.T) {
	for _, line := range []string{"", "for:russia,ukraine", "stance:support", "putin", "topic:moon"} {
		r := asked(t, line)
		var got matrixRecord
		decoded(t, r, &got)
		if got.Report != "positions" || got.Query != line || got.Collection.Name != r.Collection.Name || got.Collection.Statements != 489 ||
			got.Statements != r.Matrix.Statements || got.Rule.WindowDays != 30 || !slices.Equal(got.Rule.Words, position.Rule()) {
			t.Errorf("%q begins with %+v", line, got.heading)
		}
		if len(got.Actors) != len(r.Rows) || len(got.Topics) != len(r.Matrix.Columns) {
			t.Fatalf("%q: %d actors and %d topics", line, len(got.Actors), len(got.Topics))
		}
		for i, c := range r.Matrix.Columns {
			if topic := got.Topics[i]; topic.ID != c.Topic.ID || topic.Statements != c.Statements {
				t.Errorf("%q: topic %+v", line, topic)
			}
		}
		for i, row := range r.Rows {
			holdActor(t, r, row, got.Actors[i])
		}
	}
}

func holdActor(t *testing.T, r *report.Report, row *position.Row, got actorRecord) {
	t.Helper()
	if got.ID != row.Speaker.ID || got.Own != row.Own || got.Statements != row.Statements || got.Speakers != row.Voices {
		t.Errorf("%s is %+v", row.Speaker.ID, got)
	}
	i := 0
	for _, c := range r.Matrix.Columns {
		if row.Cell(c).Stand == position.Silent {
			continue
		}
		if got.Positions[i].Topic != c.Topic.ID {
			t.Fatalf("%s has %s where %s should be", got.ID, got.Positions[i].Topic, c.Topic.ID)
		}
		holdPosition(t, r, row, c, got.Positions[i])
		i++
	}
	if i != len(got.Positions) {
		t.Errorf("%s has %d positions, want %d", got.ID, len(got.Positions), i)
	}
}

func holdPosition(t *testing.T, r *report.Report, row *position.Row, c *position.Column, got positionRecord) {
	t.Helper()
	cell := row.Cell(c)
	taken := 0
	for name, n := range got.Stances {
		stance, err := model.ParseStance(name)
		if name != "none" {
			taken += n
		}
		if name != "none" && err != nil || cell.Counts[stance] != n {
			t.Errorf("%s on %s: %d %s", row.Speaker.ID, c.Topic.ID, n, name)
		}
	}
	if taken != len(got.Evidence) || got.Stances["none"] != len(got.About) || taken+len(got.About) != cell.Statements() {
		t.Errorf("%s on %s counts %v and lists %d and %d", row.Speaker.ID, c.Topic.ID, got.Stances, len(got.Evidence), len(got.About))
	}
	if got.Position != cell.Stand.String() || got.Moved != cell.Move.String() || got.Disagree != cell.Disagree || got.Speakers != cell.Voices ||
		got.First != cell.Oldest.String() || got.Last != cell.Newest.String() || !slices.Equal(got.Explanation, r.Matrix.Explain(row, c)) {
		t.Errorf("%s on %s: %+v", row.Speaker.ID, c.Topic.ID, got)
	}
	if strip := r.Matrix.Strip(row, c); len(strip.Shifts) != len(got.Shifts) {
		t.Errorf("%s on %s has %d shifts, want %d", row.Speaker.ID, c.Topic.ID, len(got.Shifts), len(strip.Shifts))
	}
}

// TestUnfoldedSpeakersStandBelowTheirActor writes an actor with those who speak for it.
func TestUnfoldedSpeakersStandBelowTheirActor(t *testing.T) {
	r := unfolded(t)
	var got matrixRecord
	decoded(t, r, &got)
	if len(got.Actors) != len(r.Rows) || got.Actors[0].ID != "germany" || got.Actors[0].SpeaksFor != "" {
		t.Fatalf("%d actors, the first %+v", len(got.Actors), got.Actors[0])
	}
	for i, actor := range got.Actors[1:] {
		if actor.SpeaksFor != "germany" {
			t.Errorf("%s speaks for %q", actor.ID, actor.SpeaksFor)
		}
		holdActor(t, r, r.Rows[i+1], actor)
	}
	if text := written(t, report.Markdown, r); !strings.Contains(text, "## Olaf Scholz (Germany)") || !strings.Contains(text, "· 1 actor ·") {
		t.Error("Markdown does not tell for whom Olaf Scholz speaks, or counts him as an actor")
	}
	page := written(t, report.HTML, r)
	if !strings.Contains(page, "speaking for Germany") || !strings.Contains(page, `<tr class="speaker">`) {
		t.Error("the page does not tell for whom Olaf Scholz speaks")
	}
}

// unfolded is a report on one actor, and all who speak for it.
func unfolded(t *testing.T) *report.Report {
	r := asked(t, "for:germany")
	r.Rows = slices.Concat(r.Rows, r.Matrix.Unfold(r.Rows[0]))
	r.Order = "shown"
	return r
}

func TestJSONHoldsTheComparison(t *testing.T) {
	r := compared(t, "", "germany", "france", "russia")
	var got comparisonRecord
	decoded(t, r, &got)
	want := r.Matrix.Compare(r.Rows...)
	if got.Report != "comparison" || len(got.Actors) != 3 || len(got.Agreement) != 4 || len(got.Topics) != len(want.Lines) {
		t.Fatalf("%s of %d actors, %d agreements, %d topics", got.Report, len(got.Actors), len(got.Agreement), len(got.Topics))
	}
	if a := got.Agreement[0]; a.Agreed != want.Agreed || a.Shared != want.Shared || !strings.HasSuffix(a.Words, want.Words()) || len(a.Actors) != 3 {
		t.Errorf("agreement %+v", a)
	}
	for i, line := range want.Lines {
		topic := got.Topics[i]
		if topic.ID != line.Column.Topic.ID || topic.Relation != line.Relation.String() || len(topic.Sides) != 3 {
			t.Errorf("topic %+v", topic)
		}
		for k, side := range topic.Sides {
			if side.Actor != r.Rows[k].Speaker.ID || side.Position != line.Cells[k].Stand.String() {
				t.Errorf("%s: %+v", topic.ID, side)
			}
			if m := line.Strongest[k]; (m == nil) != (side.Strongest == "") || m != nil && r.Matrix.Statement(*m).ID != side.Strongest {
				t.Errorf("%s: the strongest of %s is %s", topic.ID, side.Actor, side.Strongest)
			}
		}
	}
}

// TestJSONKeepsHostileText reads texts back as they were.
func TestJSONKeepsHostileText(t *testing.T) {
	r := evilReports(t)[0]
	var got matrixRecord
	decoded(t, r, &got)
	for i, row := range r.Rows {
		if got.Actors[i].Name != row.Speaker.Name || got.Actors[i].ID != row.Speaker.ID {
			t.Errorf("%q came back as %q", row.Speaker.Name, got.Actors[i].Name)
		}
	}
	if got.Query != r.Query {
		t.Errorf("the query came back as %q", got.Query)
	}
}

// TestCSVAndJSONSayTheSame holds the counts and lists of both against each other.
func TestCSVAndJSONSayTheSame(t *testing.T) {
	r := asked(t, "")
	rows, err := csv.NewReader(strings.NewReader(written(t, report.CSV, r))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var got matrixRecord
	decoded(t, r, &got)
	i := 1
	for _, actor := range got.Actors {
		for _, p := range actor.Positions {
			row := rows[i]
			i++
			same := reflect.DeepEqual(
				[]string{actor.ID, p.Topic, p.Position, p.From, p.First, strconv.Itoa(p.Stances["oppose"]), strings.Join(p.Evidence, "; ")},
				[]string{row[column["actor_id"]], row[column["topic_id"]], row[column["position"]], row[column["from"]], row[column["first"]],
					row[column["oppose"]], row[column["evidence"]]})
			if !same {
				t.Errorf("CSV has %q, JSON %+v", row, p)
			}
		}
	}
	if i != len(rows) {
		t.Errorf("CSV has %d lines, want %d", len(rows), i)
	}
}
