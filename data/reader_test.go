package data_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/klauspost/compress/zstd"
	"pgregory.net/rapid"

	"onrecord/data"
	"onrecord/model"
)

// put writes a file into a fresh folder and returns its path.
func put(t testing.TB, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// good reads paths in which nothing is wrong.
func good(t testing.TB, paths ...string) *model.Collection {
	t.Helper()
	c, problems, err := data.Open(t.Context(), paths...)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return c
}

const twoLines = `{"id": "a", "speaker": "Ada Hope", "affiliation": "Ruritania", "date": "1894-07-26", "form": "direct", "text": "Yes.", "source": "https://gazette.example/1", "topics": ["Peace"], "stances": [{"topic": "Peace", "stance": "support"}]}
{"id": "b", "speaker": "Ruritania", "affiliation": "Ruritania", "date": "1894-07-27", "form": "indirect", "text": "Agreed.", "source": "Gazette", "url": "https://gazette.example/2", "publisher": "Gazette Press", "topics": ["Peace", "Trade"]}
`

func packed(t testing.TB, name string, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch filepath.Ext(name) {
	case ".gz":
		w = gzip.NewWriter(&b)
	case ".zst":
		var err error
		if w, err = zstd.NewWriter(&b); err != nil {
			t.Fatal(err)
		}
	default:
		return []byte(text)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestStatementsAloneInEveryForm reads the same two statements from each form, by name and from standard input.
func TestStatementsAloneInEveryForm(t *testing.T) {
	array := "[\n" + strings.Replace(strings.TrimSpace(twoLines), "\n", ",\n", 1) + "\n]"
	table := "\ufeffID;Speaker;Affiliation;Date;Form;Text;Source;Topics;Stances;url;publisher\r\n" +
		"a;Ada Hope;Ruritania;1894-07-26;direct;Yes.;https://gazette.example/1;Peace;Peace: support;;\r\n" +
		"b;Ruritania;Ruritania;1894-07-27;indirect;Agreed.;Gazette;\"Peace; Trade\";;https://gazette.example/2;Gazette Press\r\n"
	for name, text := range map[string]string{
		"two.jsonl": twoLines, "two.ndjson": twoLines, "two.jsonl.gz": twoLines, "two.jsonl.zst": twoLines,
		"two.json": array, "two.json.gz": array, "two.csv": table, "two.csv.zst": table, "two": twoLines, "two.txt": array, "two.dat.gz": table,
	} {
		text := packed(t, name, text)
		c := good(t, put(t, name, text))
		told := describe(c)
		const want = `a Ada Hope/Ruritania 1894-07-26 direct "Yes." https://gazette.example/1<https://gazette.example/1> [Peace] [{Peace support}]
b Ruritania/Ruritania 1894-07-27 indirect "Agreed." Gazette<https://gazette.example/2> [Peace Trade] []
`
		if told != want || c.Speaker("Ruritania").Kind != model.Organization || c.Speaker("Ada Hope").Kind != model.Person {
			t.Errorf("%s:\n got %swant %s", name, told, want)
		}
		if c.Source("Gazette").Publisher != "Gazette Press" {
			t.Errorf("%s: the publisher is %q", name, c.Source("Gazette").Publisher)
		}
		var last data.Update
		err := data.Reader{Paths: []string{"-"}, Stdin: bytes.NewReader(text)}.Read(t.Context(), func(u data.Update) { last = u })
		if got := describe(last.Collection); err != nil || got != want {
			t.Errorf("%s on standard input: %v\n%s", name, err, got)
		}
	}
}

func describe(c *model.Collection) string {
	var b strings.Builder
	for i := range c.Len() {
		s := c.At(i)
		actor, topics, stances := "", []string{}, []string{}
		if s.Actor() != nil {
			actor = s.Actor().Name
		}
		for _, topic := range s.Topics {
			topics = append(topics, topic.Name)
		}
		for _, p := range s.Positions {
			stances = append(stances, "{"+p.Topic.Name+" "+p.Stance.String()+"}")
		}
		fmt.Fprintf(&b, "%s %s/%s %v %v %q %s<%s> %v %v\n", s.ID, s.Speaker.Name, actor, s.Day, s.Form, s.Text, s.Source.Title, s.Source.URL, topics, stances)
	}
	return b.String()
}

// TestCollectionInOneJSONFile makes one file of the embedded folder, statements first.
func TestCollectionInOneJSONFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("{\n\"name\": \"One file\",\n\"mood\": {\n\"calm\": true}")
	for _, name := range []string{"statements", "sources", "topics", "speakers"} {
		text, err := os.ReadFile("embedded/" + name + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(",\n\"" + name + "\": [\n" + strings.ReplaceAll(strings.TrimSpace(string(text)), "\n", ",\n") + "\n]")
	}
	b.WriteString("\n}\n")
	c := good(t, put(t, "one.json", []byte(b.String())))
	if got, want := written(t, data.JSONL, all(c), data.WriteOptions{}), written(t, data.JSONL, all(embedded(t)), data.WriteOptions{}); got != want {
		t.Error(firstDifference(got, want))
	}
	if c.Name != "One file" || c.Extra != `{"mood":{"calm":true}}` {
		t.Errorf("%q %q", c.Name, c.Extra)
	}
}

func TestCheckTellsWhatIsWrongWithAFile(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a.json", "", "1: not JSON: it ends in the middle; nothing after it was read"},
		{"a.json", "{\n\"statements\": [\n" + `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "Yes."}` + ",\n{\"id\": nope}]}",
			"4: not JSON: invalid character 'o' in literal null (expecting 'u') at column 9"},
		{"a.json", `"words"`, "1: not a collection; write an object with speakers, topics, sources and statements"},
		{"a.json", `{"speakers": []}`, `1: no statements; write them as "statements": […], or the file as one array of statements`},
		{"a.json", `{"statements": {}}`, "1: statements is an object, where an array is expected"},
		{"a.json", "{\"statements\": [\n\n{\"id\": \"a\"},\n7]}", "3: speaker: missing; say who said it\n" +
			"3: date: missing; say when it was said\n3: text: missing; write the words\n4: not an object; a record is written as {\"id\": …}"},
		{"a.csv", "id,speaker,date,form,text\na,Ada,1894-07-26,direct,\"Yes\n\nno\"\nb,Ada,1894-02-30,direct,Yes,and more\nc,Ada,1894-02-30,direct,Yes\n",
			"5: 6 cells, where the first row has 5; put cells with commas in quotes\n" +
				"6: date: \"1894-02-30\" is no day of the calendar; February 1894 has 28 days"},
		{"a.csv", "id,speaker,date,form,text\na,Ada,1894-07-26,direct,say \"yes\"\nb,Ada,1894-07-26,direct,Yes\n",
			"2: note: a quotation mark within a cell; the words are taken as they stand"},
		{"a.csv", "id,speaker,date,form,text,stances\na,Ada,1894-07-26,direct,Yes,peace\n", "2: warning: stances: \"peace\" is not a stance; it is one of support, oppose, conditional, neutral"},
		{"a.jsonl", "\n\n{}\n", "3: id: missing; it must be the same whenever the collection is read\n3: speaker: missing; say who said it\n" +
			"3: date: missing; say when it was said\n3: text: missing; write the words"},
		{"a.jsonl", strings.Repeat("x", data.MaxRecord+200<<10) + "\n{\"id\": 1}\n", "1: longer than 16 MB; a record must fit into that\n" +
			"2: note: id: a number; taken as it is written\n2: speaker: missing; say who said it\n2: date: missing; say when it was said\n2: text: missing; write the words"},
	} {
		path := put(t, test.name, []byte(test.text))
		want := ""
		for line := range strings.Lines(test.want) {
			at, told, found := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			if _, err := strconv.Atoi(at); err != nil || !found {
				at, told = "", strings.TrimSuffix(line, "\n")
			} else {
				at = ":" + at
			}
			want += test.name + at + ": " + graded(told) + "\n"
		}
		if got, _ := checked(t, filepath.Dir(path), path); got != want {
			t.Errorf("%.100s:\n got %swant %s", test.text, got, want)
		}
	}
}

func TestALongLineIsRead(t *testing.T) {
	words := strings.Repeat("word ", 3<<20/5)
	c := good(t, put(t, "long.jsonl", fmt.Appendf(nil, `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": %q}`+"\n%s", words, twoLines[strings.Index(twoLines, "\n")+1:])))
	if c.Len() != 2 || c.At(0).Text != words || c.At(1).ID != "b" {
		t.Error(c.Len())
	}
}

func TestReadingFailsInOneSentence(t *testing.T) {
	empty := t.TempDir()
	for path, want := range map[string]string{
		"/no/such/file": "can't read /no/such/file: there is no such file or folder",
		empty:           "can't read " + empty + ": it is no collection, it has no statements.jsonl",
		put(t, "a.jsonl.gz", packed(t, "a.gz", twoLines)[:60]):                        "it is packed, and breaks off in the middle",
		put(t, "b.jsonl.gz", packed(t, "a.gz", twoLines)[:7]):                         "b.jsonl.gz: it is packed, and breaks off in the middle",
		put(t, "a.jsonl.zst", []byte("\x28\xb5\x2f\xfdnothing that was ever packed")): "a.jsonl.zst: it is packed, and the packed bytes are damaged",
		put(t, "a.xlsx", []byte("PK\x03\x04\x14\x00\x00xl/workbook.xml")):             "a.xlsx: it is a spreadsheet; save it as CSV (UTF-8)",
		put(t, "a.docx", []byte("PK\x03\x04\x14\x00\x00word/document.xml")):           "a.docx: it is a text document; its text must be written as records",
		put(t, "a.csv", []byte("SQLite format 3\x00\x10\x00")):                        "a.csv: it is an SQLite database; export a table as CSV",
		put(t, "a.json", []byte("%PDF-1.7\n")):                                        "a.json: it is a PDF; its text must be written as records",
		put(t, "a.csv.gz", packed(t, "a.gz", "PAR1\x15\x04")):                         "a.csv.gz: it is a Parquet file; convert it to CSV or JSON Lines",
		put(t, "a.jsonl", []byte("\n<!doctype html>\n")):                              "a.jsonl: it is XML or HTML; convert it to CSV or JSON Lines",
		put(t, "b.csv", []byte("<rss version='2.0'>")):                                "b.csv: it is XML or HTML; convert it to CSV or JSON Lines",
		put(t, "a.xz", []byte("\xfd7zXZ\x00\x00\x04")):                                "a.xz: it is an xz archive; unpack it",
		put(t, "a.txt", []byte("i\x00d\x00,\x00\n")):                                  "a.txt: it is no text: it holds NUL bytes",
		inFolder(t, map[string]string{"statements.jsonl": "BZh91AY&SY"}):              "statements.jsonl: it is a bzip2 archive; unpack it",
		inFolder(t, map[string]string{"speakers.jsonl": "\x1f\x8b\x08"}):              "speakers.jsonl: it is packed, and breaks off in the middle",
	} {
		c, _, err := data.Open(t.Context(), path)
		if err == nil || !strings.Contains(err.Error(), want) || c == nil {
			t.Errorf("%s: %v %v", path, c, err)
		}
		if strings.Count(err.Error(), "can't read") != 1 {
			t.Errorf("said twice: %v", err)
		}
		if before := data.CanOpen("-", path); before != nil && before.Error() != err.Error() {
			t.Errorf("%s: before it is read: %v", path, before)
		}
	}
}

// TestWhatComesBeforeABreakIsRead cuts packed files off in the middle: each whole line before the cut counts.
func TestWhatComesBeforeABreakIsRead(t *testing.T) {
	var text strings.Builder
	for i := range 12_000 {
		fmt.Fprintf(&text, `{"id": "s%d", "speaker": "speaker %d", "date": "1894-07-26", "form": "direct", "text": "%x"}`+"\n", i, i%100, sha256.Sum256([]byte{byte(i), byte(i >> 8)}))
	}
	for _, name := range []string{"a.jsonl.gz", "a.jsonl.zst"} {
		whole := packed(t, name, text.String())
		cut := whole[:len(whole)*2/3]
		var left bytes.Buffer
		if _, err := io.Copy(&left, unpacked(t, name, cut)); err == nil {
			t.Fatalf("%s does not break off", name)
		}
		want := bytes.Count(left.Bytes(), []byte("\n"))
		for range 5 {
			c, _, err := data.Open(t.Context(), put(t, name, cut))
			if err == nil || !strings.Contains(err.Error(), "breaks off in the middle") {
				t.Errorf("%s: %v", name, err)
			}
			if c.Len() != want || want < 5_000 {
				t.Errorf("%s: %d statements, want %d", name, c.Len(), want)
			}
		}
	}
}

// unpacked reads a packed file.
func unpacked(t *testing.T, name string, packed []byte) io.Reader {
	t.Helper()
	if filepath.Ext(name) == ".gz" {
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r, err := zstd.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func TestSeveralCollectionsAsOne(t *testing.T) {
	one, same := inFolder(t, nil), inFolder(t, nil)
	c := good(t, one, same)
	if c.Len() != 1 || len(c.Speakers()) != 2 || c.Name != "Shelf + Shelf" {
		t.Errorf("%d statements, %d speakers in %q", c.Len(), len(c.Speakers()), c.Name)
	}
	other := inFolder(t, map[string]string{
		"speakers.jsonl": `{"id": "rassendyll", "name": "Rudolf Rassendyll", "kind": "person", "bio": "A king.", "affiliation": "ruritania"}` + "\n" +
			`{"id": "ruritania", "name": "Ruritania", "kind": "state"}` + "\n",
		"statements.jsonl": shelfFiles()["statements.jsonl"] +
			`{"id": "s2", "speaker": "ruritania", "date": "1894-07-26", "form": "direct", "text": "Yes."}` + "\n" +
			`{"id": "s1", "speaker": "ruritania", "date": "1894-07-26", "form": "direct", "text": "Yes."}` + "\n",
	})
	told, sum := checked(t, filepath.Dir(other), one, other)
	told = strings.NewReplacer(filepath.Base(one)+"/", "one/", filepath.Base(other)+"/", "other/").Replace(told)
	const want = `other/speakers.jsonl:1: error: id: "rassendyll" is another speaker in one/speakers.jsonl:2; rename one of them
other/statements.jsonl:1: error: speaker: the speaker "rassendyll" can't be used, see other/speakers.jsonl:1
other/statements.jsonl:3: error: id: "s1" is taken by one/statements.jsonl:1; give each statement its own
`
	if told != want || sum.Statements != 2 || sum.LeftOut != 3 {
		t.Errorf("%+v\n got %swant %s", sum, told, want)
	}
}

// TestNamesMeanWhatACollectionDescribes reads statements alone beside a collection that knows their speaker, in either
// order.
func TestNamesMeanWhatACollectionDescribes(t *testing.T) {
	alone := put(t, "alone.jsonl", []byte(`{"id": "x", "speaker": "Rudolf Rassendyll", "date": "1894-07-26", "form": "direct", "text": "Yes.", "source": "Gazette", "topics": ["peace"]}`+"\n"))
	folder := inFolder(t, nil)
	for _, paths := range [][]string{{alone, folder}, {folder, alone}} {
		c := good(t, paths...)
		i, ok := c.Find("x")
		if s := c.At(i); !ok || s.Speaker.ID != "rassendyll" || s.Source.ID != "gazette" || s.Topics[0].Name != "Peace" {
			t.Errorf("%v: %+v", paths, s)
		}
	}
}

// TestATopicStandsOnceWhateverItsName names one topic by its id and by its name.
func TestATopicStandsOnceWhateverItsName(t *testing.T) {
	alone := put(t, "alone.jsonl", []byte(`{"id": "x", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "Yes.", "topics": ["peace", "Peace"], "stances": [{"topic": "peace", "stance": "support"}]}`+"\n"))
	told, sum := checked(t, filepath.Dir(alone), inFolder(t, nil), alone)
	const want = "alone.jsonl:1: warning: topics: \"Peace\" is another name of a topic that is given, too; keep one\n"
	if told != want || sum.Statements != 2 || sum.LeftOut != 0 {
		t.Errorf("%+v\n got %swant %s", sum, told, want)
	}
}

// TestReadingShowsMoreAndMore reads a file that is longer than a block, and looks at every collection handed out.
func TestReadingShowsMoreAndMore(t *testing.T) {
	const n = 150_000
	path := put(t, "many.jsonl.zst", packed(t, ".zst", string(manyStatements(t, n))))
	var updates []data.Update
	err := data.Reader{Paths: []string{path}}.Read(t.Context(), func(u data.Update) { updates = append(updates, u) })
	if err != nil || len(updates) < 4 {
		t.Fatal(len(updates), err)
	}
	for i, u := range updates {
		if last := i == len(updates)-1; u.Done != last || last && u.Collection.Len() != n {
			t.Errorf("update %d of %d: done %v with %d", i, len(updates), u.Done, u.Collection.Len())
		}
		if i > 0 && (u.Collection.Len() < updates[i-1].Collection.Len() || u.BytesRead < updates[i-1].BytesRead) {
			t.Errorf("update %d goes back", i)
		}
		if u.BytesRead > u.BytesTotal || u.BytesTotal == 0 {
			t.Errorf("update %d: %d of %d bytes", i, u.BytesRead, u.BytesTotal)
		}
		at := u.Collection.Len() - 1
		if got, want := u.Collection.At(at).ID, fmt.Sprintf("s-%07d", at); got != want {
			t.Errorf("update %d: %s at %d", i, got, at)
		}
	}
	if first := updates[0].Collection.Len(); first > n/4 {
		t.Errorf("nothing is shown before %d statements", first)
	}
}

// TestAnArrayIsShownWhileItsStatementsAreRead reads a file that has to be held as a whole first.
func TestAnArrayIsShownWhileItsStatementsAreRead(t *testing.T) {
	const n = 50_000
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `,{"id": "s%06d", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "Yes."}`+"\n", i)
	}
	path := put(t, "many.json", []byte("["+text.String()[1:]+"]"))
	synctest.Test(t, func(t *testing.T) { // where no time passes, however slow the machine is
		most := 0 // before the end
		err := data.Reader{Paths: []string{path}}.Read(t.Context(), func(u data.Update) {
			if !u.Done {
				most = u.Collection.Len()
			}
		})
		if err != nil || most < n/2 {
			t.Errorf("%v; %d of %d statements are shown before the end", err, most, n)
		}
	})
}

// TestTheLastBlocksAreOfOneSize reads what would leave one big block for the end.
func TestTheLastBlocksAreOfOneSize(t *testing.T) {
	const n = 100_000
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `{"id": "s%06d", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "Yes."}`+"\n", i)
	}
	path := put(t, "many.jsonl", []byte(text.String()))
	synctest.Test(t, func(t *testing.T) { // where no time passes, however slow the machine is
		blocks := good(t, path).Blocks()
		last, before := blocks[len(blocks)-1].Len(), blocks[len(blocks)-2].Len()
		if last < before*4/5 || before < last*4/5 {
			t.Errorf("the last blocks hold %d and %d statements", before, last)
		}
	})
}

// TestNothingReadIsOverwritten reads so much that the room of a text is used again many times, and looks at all that is
// kept of it: records that are only named, fields, problems, and statements that are left out.
func TestNothingReadIsOverwritten(t *testing.T) {
	const n = 15_000
	line := func(i int, id string) string {
		return fmt.Sprintf(`{"id": %q, "speaker": "speaker %d", "affiliation": "state %d", "role": "role %d", "date": "1894-07-26", "form": "direct", `+
			`"text": "text %d", "venue": "venue %d", "source": "source %d", "url": "https://x.example/%d", "publisher": "press %d", "mood %d": "of %d", `+
			`"topics": ["topic %d"], "stances": [{"topic": "topic %d", "stance": "oppose"}]}`+"\n", id, i, i, i, i, i, i, i, i, i, i, i, i)
	}
	var text, want strings.Builder
	for i := range n {
		text.WriteString(line(i, fmt.Sprint("s", i)))
		fmt.Fprintf(&want, "s%d speaker %d/state %d 1894-07-26 direct \"text %d\" source %d<https://x.example/%d> [topic %d] [{topic %d oppose}]\n", i, i, i, i, i, i, i, i)
		if i%10 == 0 {
			text.WriteString(line(i, fmt.Sprint("s", i/2)))
			text.WriteString(strings.Replace(line(i, "double"), `"role"`, `"affiliation"`, 1))
		}
	}
	path := put(t, "many.jsonl", []byte(text.String()))
	c, problems, err := data.Open(t.Context(), path)
	if got := describe(c); err != nil || got != want.String() {
		t.Error(err, firstDifference(got, want.String()))
	}
	for i := range n {
		if s := c.At(i); s.Role != fmt.Sprint("role ", i) || s.Venue != fmt.Sprint("venue ", i) || s.Source.Publisher != fmt.Sprint("press ", i) ||
			s.Extra != fmt.Sprintf(`{"url":"https://x.example/%d","publisher":"press %d","mood %d":"of %d"}`, i, i, i, i) {
			t.Fatalf("%+v", s)
		}
	}
	told := map[string]bool{}
	for _, p := range problems {
		told[p.String()] = true
	}
	for i := 0; i < n; i += 10 {
		first := i/2 + 2*((i/2+9)/10) + 1
		for _, problem := range []string{
			fmt.Sprintf("%s:%d: error: id: \"s%d\" is taken by %s:%d; give each statement its own", path, i+2*(i/10)+2, i/2, path, first),
			fmt.Sprintf("%s:%d: error: affiliation: stands twice in the record; keep one", path, i+2*(i/10)+3),
		} {
			if !told[problem] {
				t.Fatalf("not told: %s", problem)
			}
		}
	}
	if len(problems) != len(told) || len(told) != 2*n/10 {
		t.Errorf("%d problems, %d different ones", len(problems), len(told))
	}
}

// TestProblemsAreToldAsTheyAreFound reads a file in which every line is wrong.
func TestProblemsAreToldAsTheyAreFound(t *testing.T) {
	const n = 30_000
	path := put(t, "wrong.jsonl", []byte(strings.Repeat("{\"id\": \"a\", \"speaker\": \"b\", \"date\": \"1894-07-26\"}\n", n)))
	updates, line := 0, 0
	var last data.Update
	err := data.Reader{Paths: []string{path}, All: true}.Read(t.Context(), func(u data.Update) {
		for _, p := range u.Problems {
			if line++; p.Line != line || p.Field != "text" {
				t.Fatalf("%v after line %d", p, line-1)
			}
		}
		updates++
		last = u
	})
	if err != nil || line != n || last.LeftOut != n || updates < 2 {
		t.Error(err, line, last.LeftOut, updates)
	}
}

// TestReadingEndsWhenItIsCancelled waits for nothing: a stream that never ends, and a file in the middle.
func TestReadingEndsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	defer w.Close()
	go func() {
		_, _ = io.WriteString(w, twoLines)
		cancel()
	}()
	err := data.Reader{Paths: []string{"-"}, Stdin: r}.Read(ctx, func(data.Update) {})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	path := put(t, "many.jsonl", manyStatements(t, 50_000))
	var last data.Update
	err = data.Reader{Paths: []string{path}}.Read(ctx, func(u data.Update) {
		cancel()
		last = u
	})
	if !errors.Is(err, context.Canceled) || !last.Done || last.Collection.Len() == 0 || last.Collection.Len() == 50_000 {
		t.Error(err, last.Done, last.Collection.Len())
	}
}

// TestAStreamIsShownWhileItWaits looks at statements of a stream whose end has not come.
func TestAStreamIsShownWhileItWaits(t *testing.T) {
	for name, text := range map[string]string{
		"many lines": string(manyStatements(t, 5000)), "two lines": twoLines,
		"rows":          "id,speaker,date,form,text\na,Ada,1894-07-26,direct,Yes.\nb,Bob,1894-07-27,direct,No.\n",
		"rows and more": "id,speaker,date,form,text\na,Ada,1894-07-26,direct,Yes.\nb,Bob,1894-07-27,direct,\"No,\n",
	} {
		synctest.Test(t, func(t *testing.T) {
			r, w := io.Pipe()
			shown := make(chan struct{})
			go func() {
				_, _ = io.WriteString(w, text)
				<-shown
				_ = w.Close()
			}()
			updates, first := 0, 0
			err := data.Reader{Paths: []string{"-"}, Stdin: r}.Read(t.Context(), func(u data.Update) {
				if updates++; updates == 1 && !u.Done {
					first = u.Collection.Len()
					close(shown)
				}
			})
			if err != nil || updates < 2 || first == 0 {
				t.Errorf("%s: %d updates, %d statements in the first; %v", name, updates, first, err)
			}
		})
	}
}

var words = rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("abc \"\\'=+-@,;:\n\t")), rapid.Rune()))

// TestRecordsComeBack writes random statements and reads them again, twice, because text is composed when it is read.
func TestRecordsComeBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		statements := drawStatements(t)
		first := throughFile(t, dir, written2(t, statements))
		second := throughFile(t, dir, first)
		if first != second {
			t.Fatalf("written again it differs:\n%s", firstDifference(first, second))
		}
	})
}

func written2(t *rapid.T, statements []data.Scored) string {
	var b bytes.Buffer
	if err := data.Write(&b, data.JSONL, slices.Values(statements), data.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// throughFile reads lines and writes what was read; nothing may be left out.
func throughFile(t *rapid.T, dir, lines string) string {
	path := filepath.Join(dir, "again.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	c, problems, err := data.Open(context.Background(), path)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err, lines)
	}
	return written2(t, all(c))
}

func drawStatements(t *rapid.T) []data.Scored {
	name := words.Filter(func(text string) bool { return strings.TrimSpace(text) != "" })
	person := &model.Speaker{ID: name.Draw(t, "speaker")}
	topic := &model.Topic{ID: "t" + words.Draw(t, "topic")}
	list := make([]data.Scored, rapid.IntRange(0, 5).Draw(t, "count"))
	for i := range list {
		s := &list[i].Statement
		*s = model.Statement{
			ID: fmt.Sprint(i, words.Draw(t, "id")), Speaker: person, Day: model.Day(rapid.IntRange(-300_000, 300_000).Draw(t, "day")),
			Form: model.Form(rapid.IntRange(0, 2).Draw(t, "form")), Medium: model.Medium(rapid.IntRange(0, 1).Draw(t, "medium")),
			Text: name.Draw(t, "text"), Context: words.Draw(t, "context"), Venue: words.Draw(t, "venue"), Locator: words.Draw(t, "locator"),
			Lang: words.Draw(t, "lang"), OriginalLang: words.Draw(t, "original"), Extra: `{"mood": ["a", 1.50, {"b": null}]}`,
		}
		if s.Role = words.Draw(t, "role"); s.Role != "" {
			s.OwnRole = true
		}
		if rapid.Bool().Draw(t, "about") {
			s.Topics = []*model.Topic{topic}
			if stance := model.Stance(rapid.IntRange(0, 4).Draw(t, "stance")); stance != model.NoStance {
				s.Positions = []model.Position{{Topic: topic, Stance: stance}}
			}
		}
	}
	return list
}
