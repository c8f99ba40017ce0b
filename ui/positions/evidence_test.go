package positions_test

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
	"onrecord/ui/positions"
	"onrecord/ui/theme"
)

// engine is a library that asks the search engine, as the program's own does.
type engine struct {
	actions.Marks // none
	index         *search.Index
}

func (e engine) Stand(ctx context.Context, line string) (positions.Answer, error) {
	found, err := e.index.Select(ctx, query.Parse(line), nil)
	if err != nil {
		return positions.Answer{}, err
	}
	c := e.index.Collection()
	m, err := position.Build(ctx, c, found, position.Options{Topics: found.Topics(), Stances: found.Stances()})
	return positions.Answer{Line: line, Total: c.Len(), Matrix: m}, err
}

func (e engine) Export(context.Context, positions.Sheet) (string, error) { return "", nil }

// finds returns the days of what a line finds, as the search engine puts them in order.
func (e engine) finds(t fataler, line string) []model.Day {
	t.Helper()
	answer, err := e.index.Search(context.Background(), search.Request{Query: query.Parse(line), Limit: e.index.Collection().Len()})
	if err != nil {
		t.Fatal(err)
	}
	days := make([]model.Day, len(answer.Hits))
	for i, hit := range answer.Hits {
		days[i] = e.index.Collection().At(hit.Index).Day
	}
	if answer.Count != len(days) {
		t.Fatalf("%q counts %d and lists %d", line, answer.Count, len(days))
	}
	return days
}

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func engineOf(t fataler, c *model.Collection) engine {
	x, err := search.New(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return engine{index: x}
}

// kinds are query lines of every kind, those among them under which a topic, asked for besides, would change the meaning
// of a stance.
var kinds = []string{
	"", "-stance:oppose", "stance:support,neutral", "stance:none", "stance:oppose | form:direct", "the", "sort:-date",
	"-the", `"of the`,
}

// Every number in the matrix is the length of the list to which Enter leads.
func TestEveryNumberIsTheLengthOfItsList(t *testing.T) {
	c, err := data.Embedded(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	e := engineOf(t, c)
	for _, line := range append([]string{"topic:sanctions topic:diplomacy", "topic:sanctions,diplomacy stance:any", "for:us,russia"}, kinds...) {
		checkNumbers(t, t, e, line)
	}
}

func TestEveryNumberOfAnyCollectionIsTheLengthOfItsList(t *testing.T) {
	// Words are made up anew for each collection, which takes long.
	var engines []engine
	for i, n := range []int{1, 7, 20, 50, 120} {
		c, err := generate.Collection(uint64(i), n)
		if err != nil {
			t.Fatal(err)
		}
		engines = append(engines, engineOf(t, c))
	}
	rapid.Check(t, func(r *rapid.T) {
		e := rapid.SampledFrom(engines).Draw(r, "collection")
		line := rapid.SampledFrom(kinds).Draw(r, "line")
		topic := func() string { return rapid.SampledFrom(e.index.Collection().Topics()).Draw(r, "topic").ID }
		switch rapid.IntRange(0, 3).Draw(r, "topics") {
		case 0:
			line = query.And("topic:"+topic()+","+topic(), line)
		case 1:
			line = query.And("topic:"+topic()+" topic:"+topic(), line)
		}
		checkNumbers(r, t, e, line)
	})
}

// checkNumbers unfolds every actor and goes to every cell.
func checkNumbers(t fataler, outer *testing.T, e engine, line string) {
	t.Helper()
	d := &desk{T: outer, Screen: positions.New(e, theme.New(theme.Options{}), line)}
	d.Resize(300, 260)
	d.carryOut(d.Narrow(line))
	if strings.Contains(d.screen(), "Nobody takes a position") {
		return
	}
	d.do(keys.Bottom)
	for range rowsOf(d.screen()) {
		d.do(keys.Unfold, keys.Up)
	}
	d.do(keys.Down, keys.Top)
	for i, row := range rowsOf(d.screen()) {
		numbers := numbersOf(row)
		if len(numbers) == 0 {
			return // on no topic
		}
		checkTold(t, d.screen(), i, numbers[0])
		for _, number := range numbers {
			checkNumber(t, d, e, number)
			d.do(keys.TopicRight)
		}
		d.do(keys.TopicsLeft, keys.Down)
	}
}

func checkNumber(t fataler, d *desk, e engine, number int) {
	t.Helper()
	d.went, d.said = nil, nil
	d.do(keys.Open)
	switch {
	case number == 0 && len(d.went) == 0:
		return
	case number == 0:
		t.Fatalf("a silent cell leads to %q", d.lead().Line)
	case len(d.went) == 0 || d.saying() != "":
		t.Fatalf("%d statements lead to %v, saying %q", number, d.went, d.saying())
	}
	days := e.finds(t, d.lead().Line)
	if len(days) != number {
		t.Fatalf("under %q the screen says %d, and %q finds %d", d.Line(), number, d.lead().Line, len(days))
	}
	for i := range days {
		if i > 0 && days[i] > days[i-1] {
			t.Fatalf("%q does not list the newest first", d.lead().Line)
		}
	}
}

var toldNumber = regexp.MustCompile(`enter ([\d,]+) statements?`)

// checkTold holds that the cursor is in a row, and that what is told below the matrix counts as the cell does.
func checkTold(t fataler, screen string, row, number int) {
	t.Helper()
	if under := rowsOf(screen)[row]; !strings.HasPrefix(under, "▌") {
		t.Fatalf("the cursor is not on row %d, %q", row, under)
	}
	said := "0"
	if m := toldNumber.FindStringSubmatch(screen); m != nil {
		said = m[1]
	}
	if said != strconv.Itoa(number) {
		t.Fatalf("the cell says %d, and below it is said %s", number, said)
	}
}

var rowCells = regexp.MustCompile(`([●○◐◑–·])(?: +(\d+))?`)

// firstCell is where the cells begin on a wide screen.
const firstCell = 37

// numbersOf reads the cells of a row: how many statements each says that it has.
func numbersOf(row string) []int {
	var numbers []int
	for _, m := range rowCells.FindAllStringSubmatch(string([]rune(row)[firstCell:]), -1) {
		n, _ := strconv.Atoi(m[2])
		numbers = append(numbers, n)
	}
	return numbers
}

// rowsOf returns the rows of the matrix.
func rowsOf(screen string) []string {
	var rows []string
	in := false
	for _, line := range strings.Split(screen, "\n") {
		switch {
		case strings.Contains(line, " all  "):
			in = true
		case strings.HasPrefix(line, "──") || in && strings.TrimSpace(line) == "":
			in = false
		case in:
			rows = append(rows, line)
		}
	}
	return rows
}
