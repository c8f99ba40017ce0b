package data

import (
	"slices"
	"testing"
	"unicode/utf8"

	"onrecord/data/escape"
)

// agree compares the scanner with the decoder, which it must equal wherever it answers.
func agree(t *testing.T, text string) (answered bool) {
	t.Helper()
	var s scanner
	members, ok := s.object(text, nil)
	want, err := newObjectReader().decode(text)
	if !ok || !utf8.ValidString(text) {
		return ok // a text that is broken is told of before anybody looks at its members
	}
	same := func(a, b member) bool { return a.name == b.name && a.raw == b.raw }
	if err != nil || !slices.EqualFunc(members, want, same) {
		t.Errorf("%q: the scanner says %v, the decoder %v, %v", text, members, want, err)
	}
	for _, m := range members {
		if said, err := unquoted(m); m.plain && m.kind() == '"' && (err != nil || said != m.raw[1:len(m.raw)-1]) {
			t.Errorf("%q: the scanner takes %s for plain", text, m.raw)
		}
	}
	return true
}

func TestScannerAnswersForTheUsualShape(t *testing.T) {
	for text, answers := range map[string]bool{
		`{}`:         true,
		`{ }`:        true,
		`{"a": "b"}`: true,
		`{"a":"b","c":[],"d":["x","y"],"e":[{"f":"g"},{}]} `: true,
		`{"a": "say \"b\" \\ \n"}`:                           true,
		"{\"a\": \"b\"}\r":                                   true,
		`{"a": "\u00e9"}`:                                    false,
		`{"a": 1}`:                                           false,
		`{"a": true}`:                                        false,
		`{"a": "\x"}`:                                        false,
		`{"a\"b": "c"}`:                                      false,
		`{"a": "b"`:                                          false,
		`{"a": "b",}`:                                        false,
		`{"a" "b"}`:                                          false,
		`{"a": "b" "c": "d"}`:                                false,
		`{"a": ["b",]}`:                                      false,
		`{"a": ["b"`:                                         false,
		`{"a": [[[["b"]]]]}`:                                 false,
		`{"a": "b\`:                                          false,
		"{\"a\": \"\t\"}":                                    false,
		`["a"]`:                                              false,
		``:                                                   false,
	} {
		if got := agree(t, text); got != answers {
			t.Errorf("%q: answered: %v", text, got)
		}
	}
}

// TestScannerAgreesWithTheDecoder tries every short text of the signs that matter, and records with one sign changed.
func TestScannerAgreesWithTheDecoder(t *testing.T) {
	const signs = "{}[]\":,\\a \x1f\r1"
	texts := []string{""}
	for range 5 {
		longer := make([]string, 0, len(texts)*len(signs))
		for _, text := range texts {
			for _, sign := range signs {
				longer = append(longer, text+string(sign))
			}
		}
		texts = longer
		for _, text := range texts {
			agree(t, "{"+text)
		}
		if len(texts) > 20_000 {
			break
		}
	}
	const record = `{"id": "s", "text": "so \"he\" said", "topics": ["a", "b"], "stances": [{"topic": "a", "stance": "c"}]}`
	for i := range record {
		for _, sign := range signs {
			agree(t, record[:i]+string(sign)+record[i+1:])
			agree(t, record[:i]+string(sign)+record[i:])
		}
		agree(t, record[:i])
		agree(t, record[:i]+record[i+1:])
	}
}

func FuzzScannerAgreesWithTheDecoder(f *testing.F) {
	f.Add(`{"id": "s", "text": "so \"he\" said", "topics": ["a", "b"], "stances": [{"topic": "a", "stance": "c"}]}`)
	f.Add(`{"a": [["b", {}], []], "c\u0301": -1.5e3, "d": null}`)
	f.Fuzz(func(t *testing.T, text string) {
		agree(t, text)
		var s scanner
		elements, ok := s.array(text, nil)
		if !ok || !utf8.ValidString(text) {
			return
		}
		p := newRecordParser()
		want := p.elements(member{name: "a", raw: text + " "}, "an array")
		if !slices.Equal(elements, want) {
			t.Errorf("%q: the scanner says %q, the decoder %q", text, elements, want)
		}
	})
}

func TestCellsKeepTheirValues(t *testing.T) {
	for _, values := range [][]string{nil, {"a"}, {"a", "b"}, {"a; b", `c\d`, `e\`}, {`\;`}} {
		if got := splitCell(escape.List(values)); !slices.Equal(got, values) {
			t.Errorf("%q come back as %q", values, got)
		}
	}
}

func TestNearestWord(t *testing.T) {
	words := []string{"direct", "mixed", "indirect", "écrit"}
	for text, want := range map[string]string{
		"Direct": "direct", "dirct": "direct", "driect": "direct", "mix": "", "mixd": "mixed", "indirekt": "indirect", "": "",
		"verbatim": "", "écrite": "écrit", "xy": "",
	} {
		if got := nearest(text, words); got != want {
			t.Errorf("%q is near %q, want %q", text, got, want)
		}
	}
}
