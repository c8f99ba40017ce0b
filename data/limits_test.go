package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/data"
)

// TestWhatIsBeyondABoundCostsItsRecord puts a record that is too big in some way between two others.
func TestWhatIsBeyondABoundCostsItsRecord(t *testing.T) {
	const usual = `"speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."`
	long := strings.Repeat("n", data.MaxName+1)
	nested := strings.Repeat("[", data.MaxDepth) + strings.Repeat("]", data.MaxDepth)
	for _, test := range []struct{ record, want string }{
		{`{"id": "` + long + `", ` + usual + `}`, "id: 4097 bytes long, where names have 4 kB at most; shorten it"},
		{`{"id": "b", "tree": ` + nested + `, ` + usual + `}`, "arrays and objects lie more than 100 deep in each other; flatten the record"},
		{`{"id": "b", ` + strings.Repeat(`"x": "y", `, data.MaxMembers) + usual + `}`, "10005 fields; a record can have 10000 at most"},
		{`{"id": "b", "notes": "` + strings.Repeat("x", data.MaxRecord) + `", ` + usual + `}`, "longer than 16 MB; a record must fit into that"},
	} {
		text := `{"id": "a", ` + usual + "}\n" + test.record + "\n" + `{"id": "c", ` + usual + "}\n"
		path := put(t, "a.jsonl", []byte(text))
		problems, sum, err := data.Check(t.Context(), path)
		if err != nil || sum.Statements != 2 || sum.LeftOut != 1 {
			t.Errorf("%+v, %v, where two of three can be used", sum, err)
		}
		if len(problems) == 0 || !strings.HasSuffix(problems[0].String(), ":2: error: "+test.want) {
			t.Errorf("%v, want %s", problems, test.want)
		}
	}
}

// TestWhatIsTooLongIsLeftOut reads a record of which something can be spared that is too long.
func TestWhatIsTooLongIsLeftOut(t *testing.T) {
	long := strings.Repeat("n", data.MaxName+1)
	text := `{"id": "a", "role": "` + long + `", "topics": ["peace", "` + long + `"], "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}`
	problems, sum, err := data.Check(t.Context(), put(t, "a.jsonl", []byte(text)))
	if err != nil || sum.Statements != 1 || sum.Topics != 1 || sum.Warnings != 2 || len(problems) != 2 {
		t.Error(sum, problems, err)
	}
}

// TestProblemsQuoteALittle reads values of a megabyte that are wrong, none of which is printed whole.
func TestProblemsQuoteALittle(t *testing.T) {
	const usual = `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}`
	long := strings.Repeat("9", 1<<20)
	for _, record := range []string{
		strings.Replace(usual, "1894-07-26", long, 1),
		strings.Replace(usual, "1894-07-26", "1894-07-26T10:00:00."+long+"Z", 1),
		strings.Replace(usual, "direct", long, 1),
		strings.Replace(usual, "{", `{"medium": "`+long+`", `, 1),
		strings.Replace(usual, "{", `{"`+long+`": 1, "`+long+`": 2, `, 1),
		strings.Replace(usual, "{", `{"stances": [{"topic": "`+long+`", "stance": "`+long+`"}], `, 1),
		`{"id": tru` + strings.Repeat("e", 1<<20) + "}", long,
	} {
		problems, _, err := data.Check(t.Context(), put(t, "a.jsonl", []byte(record)))
		if err != nil || len(problems) == 0 {
			t.Errorf("%.60s: %v, %v", record, problems, err)
		}
		for _, p := range problems {
			if len(p.String()) > 500 {
				t.Errorf("%.60s: %.300s … (%d bytes)", record, p, len(p.String()))
			}
		}
	}
}

// TestNamesAreTakenUpToTheirBound uses the longest name, and the deepest value.
func TestNamesAreTakenUpToTheirBound(t *testing.T) {
	nested := strings.Repeat("[", data.MaxDepth-1) + strings.Repeat("]", data.MaxDepth-1)
	text := `{"id": "` + strings.Repeat("n", data.MaxName) + `", "tree": ` + nested +
		`, "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}`
	problems, sum, err := data.Check(t.Context(), put(t, "a.jsonl", []byte(text)))
	if err != nil || sum.Statements != 1 || len(problems) > 0 {
		t.Error(sum, problems, err)
	}
}

// TestProblemsAreCountedBeyondTheirBound reads more lines that are wrong than are kept.
func TestProblemsAreCountedBeyondTheirBound(t *testing.T) {
	const n = data.MaxProblems + 5000
	problems, sum, err := data.Check(t.Context(), put(t, "wrong.jsonl", []byte(strings.Repeat("x\n", n))))
	if err != nil || len(problems) != data.MaxProblems || sum.Errors != n || sum.LeftOut != n {
		t.Error(len(problems), sum, err)
	}
	if last := problems[len(problems)-1].Line; last != data.MaxProblems {
		t.Errorf("the last one that is kept is on line %d", last)
	}
}

// TestProblemsOfARecordAreCountedBeyondTheirBound reads a record with more of them than are kept.
func TestProblemsOfARecordAreCountedBeyondTheirBound(t *testing.T) {
	const n = data.MaxRecordProblems + 40
	record := `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No.", "topics": [` +
		strings.TrimSuffix(strings.Repeat("true,", n), ",") + "]}\n"
	problems, sum, err := data.Check(t.Context(), put(t, "a.jsonl", []byte(record)))
	if err != nil || len(problems) != data.MaxRecordProblems || sum.Warnings != n || sum.LeftOut != 0 {
		t.Fatal(len(problems), sum, err)
	}
	if last := problems[len(problems)-1].Text; last != "holds true or false, where strings are expected (40 more like this in the record)" {
		t.Error(last)
	}
}

// TestRecordsOfOneIDAreNotHeld reads more of them than are kept to wait for what has their id.
func TestRecordsOfOneIDAreNotHeld(t *testing.T) {
	const n = 3000
	record := `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}` + "\n"
	one, other := put(t, "one.jsonl", []byte(strings.Repeat(record, n))), put(t, "other.jsonl", []byte(strings.Repeat(record, n)))
	problems, sum, err := data.Check(t.Context(), one, other)
	// The other file has the very same statement, once and again.
	if err != nil || sum.Statements != 1 || len(problems) != n-1 || sum.LeftOut != n-1 {
		t.Fatal(sum, len(problems), err)
	}
	for i, p := range problems {
		if want := fmt.Sprintf(`%s:%d: error: id: "a" is taken by %s:1; give each statement its own`, one, i+2, one); p.String() != want {
			t.Fatalf("got %s, want %s", p, want)
		}
	}
}

// TestSpeakersInAChain has each speak for the next one, in both orders, with an end and in a ring.
func TestSpeakersInAChain(t *testing.T) {
	const n = 100_000
	chain := make([]string, n)
	for i := range chain {
		chain[i] = fmt.Sprintf(`{"id": "%d", "name": "N", "affiliation": "%d"}`, i, (i+1)%n)
	}
	ended := slices.Clone(chain)
	ended[n-1] = fmt.Sprintf(`{"id": "%d", "name": "N"}`, n-1)
	backwards := slices.Clone(ended)
	slices.Reverse(backwards)
	statement := `{"id": "a", "speaker": "0", "date": "1894-07-26", "form": "direct", "text": "No."}`
	for _, test := range []struct {
		name     string
		speakers []string
		warnings int
	}{{"ended", ended, 0}, {"backwards", backwards, 0}, {"a ring", chain, 1}} {
		dir := inFolder(t, map[string]string{
			"collection.json": `{"name": "n"}`, "topics.jsonl": "", "sources.jsonl": "",
			"speakers.jsonl": strings.Join(test.speakers, "\n"), "statements.jsonl": statement,
		})
		_, sum, err := data.Check(t.Context(), dir)
		if err != nil || sum.Speakers != n || sum.Errors > 0 || sum.Warnings != test.warnings {
			t.Errorf("%s: %+v, %v", test.name, sum, err)
		}
	}
}

// TestTablesAreBounded reads rows and header rows that are too wide or too long.
func TestTablesAreBounded(t *testing.T) {
	const first, row = "id,speaker,date,form,text\n", "a,Ada,1894-07-26,direct,No.\n"
	long := strings.Repeat("x", data.MaxRecord+200<<10)
	var wide strings.Builder
	for i := range data.MaxMembers {
		fmt.Fprintf(&wide, "column %d,", i)
	}
	for _, test := range []struct {
		name, text string
		usable     int
		want       string
	}{
		{"a long cell", first + "b,Ada,1894-07-26,direct,\"" + long + "\"\n" + row, 1, "2: error: longer than 16 MB; a record must fit into that"},
		{"a long name", "id," + long + "\n" + row, 0, fmt.Sprintf("1: error: the name of column 2 is %d bytes long, where names have 4 kB at most; shorten it", len(long))},
		{"many columns", wide.String() + first + row, 0, "1: error: more than 10000 columns; write fewer"},
		{"many empty cells", first + strings.Repeat(",", 15<<20) + "\n" + row, 1, ""},
	} {
		path := put(t, "a.csv", []byte(test.text))
		problems, sum, err := data.Check(t.Context(), path)
		if err != nil || sum.Statements != test.usable {
			t.Errorf("%s: %+v, %v", test.name, sum, err)
		}
		got := ""
		if len(problems) > 0 {
			got = strings.TrimPrefix(problems[0].String(), path+":")
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
