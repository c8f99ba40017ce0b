package data_test

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model"
)

// TestReadingGoesOnBehindWhatIsBroken counts what can be used, and what is told of the rest.
func TestReadingGoesOnBehindWhatIsBroken(t *testing.T) {
	record := func(id string) string {
		return `{"id": "` + id + `", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "Yes."}`
	}
	const columns = "id,speaker,date,form,text\n"
	a, b, c, noDate := record("a"), record("b"), record("c"), strings.Replace(record("x"), "1894-07-26", "", 1)
	for _, test := range []struct{ name, text, ids, told string }{
		{"an array that is called lines", "a.jsonl:[" + a + ",\n" + b + "]", "a b", ""},
		{"lines that are called JSON", "a.json:" + a + "\n" + b + "\n", "a b", ""},
		{"objects over several lines", "a.json:" + strings.ReplaceAll(a+"\n"+b, ", ", ",\n"), "a b", ""},
		{"one object", "a.json:" + a, "a", ""},
		{"cut off", "a.json:[\n" + a + ",\n" + b + ",\n" + c[:60],
			"a b", "4: error: the list of statements has no end; the file may be cut off\n4: error: not JSON: it ends in the middle\n"},
		{"cut off between records", "a.json:{\"statements\": [" + a + ",\n" + b, "a b", "2: error: the list of statements has no end; the file may be cut off\n"},
		{"an open string", "a.json:[" + a + ",\n" + strings.Replace(b, `Yes."`, "Yes.", 1) + ",\n" + c + "]",
			"a c", "2: error: not JSON: it ends in the middle\n"},
		{"an open string on the one line", "a.json:[" + a + "," + strings.Replace(b, `Yes."`, "Yes.", 1) + "," + c + "]",
			"a c", "1: error: record 2: not JSON: it ends in the middle\n"},
		{"an open brace", "a.json:[" + a + ",\n" + b[:len(b)-1] + ",\n" + c + "]", "a c", "2: error: not JSON: it ends in the middle\n"},
		{"something else between", "a.json:[" + a + ",\n7, nope,\n" + c + "]", "a c",
			"2: error: record 2: not an object; a record is written as {\"id\": …}\n2: error: record 3: not an object; a record is written as {\"id\": …}\n"},
		{"what is missing", "a.json:[" + a + "," + noDate + "," + c + "]", "a c", "1: error: record 2: date: empty; say when it was said\n"},
		{"numbers of Python", "a.json:[" + a[:len(a)-1] + `, "score": NaN, "least": [-Infinity, Infinity], "say": "NaN"},` + "\n" + b + "]",
			"a b", "1: warning: NaN and Infinity are not JSON; taken as null\n"},
		{"records by their ids", `a.json:{"a": ` + a + `, "b": ` + b + "}", "",
			"1: error: no statements; write them as \"statements\": […], or the file as one array of statements\n"},
		{"two lists", "a.json:[" + a + "]\n[" + b + "]", "a b", "2: warning: more text after the end of the list; read as more statements\n"},
		{"commas behind lines", "a.jsonl:" + a + ",\n" + b + " ,\n", "a b",
			"1: note: a comma behind the record; lines of records have none\n2: note: a comma behind the record; lines of records have none\n"},
		{"lines of JSON that end as on an old Macintosh", "a.jsonl:" + a + "\r" + noDate + "\r" + b + "\r", "a b", "2: error: date: empty; say when it was said\n"},
		{"text behind the list", "a.json:[" + a + "]\nthe end", "a", "2: error: more text after the end of the collection; it was not read\n"},
		{"UTF-16", "a.jsonl:\xff\xfe" + wide(a+"\n"+b), "a b", ": note: written in UTF-16; read as such\n"},
		{"a quote that is never closed", "a.csv:" + columns + "a,Ada,1894-07-26,direct,\"Yes.\nb,Bob,1894-07-27,direct,No.\nc,Cy,1894-07-28,direct,\"He said \"\"no\"\".\"\n", "b c",
			"2: error: not CSV: a quotation mark opens a cell and none closes it; write quotes within a quoted cell twice\n"},
		{"a quote that a later one closes", "a.csv:" + columns + "a,Ada,1894-07-26,direct,\"Yes.\nb,Bob,1894-07-27,direct,No.\nc,Cy,1894-07-28,\"direct\",No.\nd,Di,1894-07-28,direct,No.\n", "b c d",
			"2: error: not CSV: a quotation mark opens a cell and none closes it; write quotes within a quoted cell twice\n"},
		{"a quoted cell that goes on", "a.csv:" + columns + "a,Ada,1894-07-26,direct,\"Yes\" and no.\nb,Bob,1894-07-27,direct,No.\n", "a b",
			"2: warning: a quoted cell goes on behind its end; its words are taken as they stand, with the quotation marks\n"},
		{"a cell over several lines", "a.csv:" + columns + "a,Ada,1894-07-26,direct,\"Yes,\r\nand\n\nno.\"\nb,Bob,1894-02-30,direct,No.\n", "a",
			"6: error: date: \"1894-02-30\" is no day of the calendar; February 1894 has 28 days\n"},
		{"quotes in tables parted by tabs", "a.tsv:" + strings.ReplaceAll(columns+"a,Ada,1894-07-26,direct,Say \"yes\".\nb,Bob,1894-07-27,direct,\"Yes\" and no.\nc,Cy,1894-07-27,direct,\"Yes\nd,Di,1894-07-27,direct,No.\n", ",", "\t"), "a b c d", ""},
		{"lines that end as on an old Macintosh", "a.csv:" + strings.ReplaceAll(columns+"a,Ada,1894-07-26,direct,\"Yes.\"\nb,Bob,1894-07-27,direct,No.\n", "\n", "\r"), "a b", ""},
		{"rows of commas", "a.csv:" + columns + "a,Ada,1894-07-26,direct,Yes.\n,,,,\n , ,,,\n\n,,,,\n", "a", ""},
		{"cells that are left out at the end", "a.csv:id,speaker,date,form,text,venue,context\na,Ada,1894-07-26,direct,Yes.\nb,Bob,1894-07-27,direct,No.,Here,\nc,Cy,1894-07-28,direct,No.,,,,\n" +
			"d,Di,1894-07-28,direct,No.,,,more\ne,Ed,1894-07-28\nf,Flo,1894-07-28,direct,Yes.,Here\n", "a b c f",
			"5: error: 8 cells, where the first row has 7; put cells with commas in quotes\n6: error: 3 cells, where the first row has 7; put cells with commas in quotes\n"},
		{"cells parted by bars", "a.csv:id|speaker|date|form|text\na|Ada|1894-07-26|direct|Yes, and no.\n", "a", ""},
		{"a title", "a.csv:Quotes of the week\n\n" + columns + "a,Ada,1894-07-26,direct,Yes.\n", "a", "1: warning: stands before the row that names the fields; left out\n"},
		{"columns of one name", "a.csv:id,speaker,date,form,text,mood,mood,\na,Ada,1894-07-26,direct,Yes.,calm,No.,\n", "a",
			"1: warning: mood: two columns have this name; the first one is used, and the other kept as \"mood 7\"\n"},
		{"a header alone", "a.csv:quote,author,year\n", "",
			"1: error: no column is called id, speaker, date or text; the first row must name the fields, and this one has \"quote\", \"author\", \"year\"\n"},
		{"the right header alone", "a.csv:" + columns, "", ""},
		{"what no row can have", "a.csv:id,text,who\na,Yes.,Ada\n,No.,Bob\n", "", "1: error: no column is called speaker or date; the first row must name the fields, and this one has \"id\", \"text\", \"who\"\n" +
			"3: error: id: missing; it must be the same whenever the collection is read\n"},
	} {
		name, text, _ := strings.Cut(test.text, ":")
		path := put(t, name, []byte(text))
		told, sum := checked(t, filepath.Dir(path), path)
		if want := strings.ReplaceAll("\n"+test.told, "\n", "\n"+name+":")[1:]; told != strings.TrimSuffix(strings.ReplaceAll(want, "::", ":"), name+":") {
			t.Errorf("%s: told\n%swant\n%s", test.name, told, want)
		}
		c, _, err := data.Open(t.Context(), path)
		if got := strings.Join(ids(c), " "); got != test.ids || err != nil || sum.Statements != len(strings.Fields(test.ids)) {
			t.Errorf("%s: %q can be used, want %q; %v", test.name, got, test.ids, err)
		}
	}
}

// wide writes ASCII in UTF-16.
func wide(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.Write([]byte{c, 0})
	}
	return b.String()
}

func ids(c *model.Collection) []string {
	var all []string
	for i := range c.Len() {
		all = append(all, c.At(i).ID)
	}
	return all
}

// TestAStanceImpliesItsTopic reads stances as people write them in tables.
func TestAStanceImpliesItsTopic(t *testing.T) {
	rows := "id,speaker,date,form,text,topics,stances\n" +
		"a,Ada,1894-07-26,direct,Yes.,tax,tax: Support\n" +
		"b,Ada,1894-07-26,direct,Yes.,tax,tax: for\n" +
		"c,Ada,1894-07-26,direct,Yes.,tax,tax: against\n" +
		"d,Ada,1894-07-26,direct,Yes.,tax,support\n" +
		"e,Ada,1894-07-26,direct,Yes.,,tax: support\n" +
		"f,Ada,1894-07-26,direct,Yes.,tax,tax: loves; trade: oppose\n"
	path := put(t, "a.csv", []byte(rows))
	told, sum := checked(t, filepath.Dir(path), path)
	const want = "a.csv:3: note: stances: \"for\" is taken for support\na.csv:4: note: stances: \"against\" is taken for oppose\n" +
		"a.csv:6: note: stances: a stance on \"tax\", which is not among the topics; taken for one of them\n" +
		"a.csv:7: warning: stances: \"loves\" is not a stance; it is one of support, oppose, conditional, neutral\n" +
		"a.csv:7: note: stances: a stance on \"trade\", which is not among the topics; taken for one of them\n"
	if told != want || sum.LeftOut != 0 {
		t.Errorf("%+v\n got %swant %s", sum, told, want)
	}
	c, _, err := data.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var stances []string
	for i := range c.Len() {
		for _, p := range c.At(i).Positions {
			stances = append(stances, c.At(i).ID+" "+p.Topic.ID+" "+p.Stance.String())
		}
	}
	if got := strings.Join(stances, ", "); got != "a tax support, b tax support, c tax oppose, d tax support, e tax support, f trade oppose" {
		t.Error(got)
	}
}

// TestAnAddressAloneIsTheSource reads statements that have no title of a source.
func TestAnAddressAloneIsTheSource(t *testing.T) {
	c := good(t, put(t, "a.csv", []byte("id,speaker,date,form,text,url\na,Ada,1894-07-26,direct,Yes.,https://g.example/1\nb,Ada,1894-07-26,direct,Yes.,https://g.example/2\nc,Ada,1894-07-26,direct,Yes.,https://g.example/1\nd,Ada,1894-07-26,direct,Yes.,\n")))
	a, b, same, none := c.At(0).Source, c.At(1).Source, c.At(2).Source, c.At(3).Source
	if a == nil || a.URL != "https://g.example/1" || a.Title != a.URL || b == nil || b.URL != "https://g.example/2" || same != a || none != nil {
		t.Error(a, b, same, none)
	}
}
