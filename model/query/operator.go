package query

import (
	"strings"
	"unicode"
)

// AND, OR and NOT in capitals between two terms are operators, as in the search engines that people know. They are read as
// the signs that mean the same: nothing, "|" and "-". In a line that is all in capitals, and where no term stands beside
// them, they are words like others, and are read in small letters.

// token is a term, a "|" or an operator, as it stands in a line.
type token struct {
	pos, end int
	operator string // AND, OR, NOT; "" for others
	term     bool
	taken    bool // the operator is one, and no word
}

// tokensOf takes a line apart.
func tokensOf(line string) []token {
	r := reader{syntax: &syntax{line: line, bar: -1}}
	var tokens []token
	for r.skip(); !r.done(); r.skip() {
		t := token{pos: r.at, operator: operatorAt(r.rest())}
		switch {
		case t.operator != "":
			r.at += len(t.operator)
		case line[r.at] == '|':
			r.at++
		default:
			p := r.part()
			t.term = p.kind == Filter || hasWords(p.text)
			if at := p.end - len(p.text) + p.unknown; p.unknown > 0 && operatorAt(line[at:]) != "" { // two words
				tokens = append(tokens, token{pos: t.pos, end: at, term: true})
				t = token{pos: at, operator: operatorAt(line[at:])}
			}
		}
		t.end = r.at
		tokens = append(tokens, t)
	}
	take(line, tokens)
	return tokens
}

// operatorAt returns the operator that text begins with, "" if there is none.
func operatorAt(text string) string {
	for _, word := range []string{"AND", "OR", "NOT"} {
		if rest, ok := strings.CutPrefix(text, word); ok && endsToken(rest) {
			return word
		}
	}
	return ""
}

// take finds out which operators are some.
func take(line string, tokens []token) {
	if inCapitals(line, tokens) {
		return
	}
	at := func(i int) token {
		if i < 0 || i >= len(tokens) {
			return token{}
		}
		return tokens[i]
	}
	for i := range tokens {
		before, next := at(i-1), at(i+1)
		if tokens[i].pos == before.end { // foo:NOT
			continue
		}
		switch tokens[i].operator {
		case "AND", "OR":
			tokens[i].taken = before.term && (next.term || next.operator == "NOT" && at(i+2).term)
		case "NOT":
			tokens[i].taken = next.term && (before.term || before.taken)
		}
	}
}

// inCapitals tells whether a line has letters besides those of operators, and all of them are capitals.
func inCapitals(line string, tokens []token) bool {
	capitals := false
	for _, t := range tokens {
		if t.operator != "" {
			continue
		}
		for _, c := range line[t.pos:t.end] {
			if unicode.IsLetter(c) && !unicode.IsUpper(c) {
				return false
			}
			capitals = capitals || unicode.IsUpper(c)
		}
	}
	return capitals
}

// inSigns writes a line with signs in the place of operators, each thing where it stood if places are to stay. It returns
// the operators that are read as words.
func inSigns(line string, stay bool) (signs string, words []token) {
	if !strings.Contains(line, "AND") && !strings.Contains(line, "OR") && !strings.Contains(line, "NOT") {
		return line, nil
	}
	var b strings.Builder
	last := 0
	tokens := tokensOf(line)
	for i, t := range tokens {
		if t.operator == "" {
			continue
		}
		b.WriteString(line[last:t.pos])
		last = t.end
		if !t.taken {
			b.WriteString(strings.ToLower(t.operator))
			words = append(words, t)
			continue
		}
		sign := map[string]string{"AND": "", "OR": "| ", "NOT": "-"}[t.operator]
		last = tokens[i+1].pos
		if stay {
			b.WriteString(strings.Repeat(" ", last-t.pos-len(sign)))
		}
		b.WriteString(sign)
	}
	b.WriteString(line[last:])
	return b.String(), words
}

// withSigns writes a line that is going to be changed: what was beside an operator may not be any more.
func withSigns(line string) string {
	line, _ = inSigns(line, false)
	return line
}

// tellWords notes which operators are read as words, but those that may only not be finished.
func (s *syntax) tellWords(words []token) {
	for _, t := range words {
		switch {
		case t.end == len(s.line):
		case t.operator == "OR":
			s.note(t.pos, t.end, `OR is searched for as a word here; "|" between two words means OR.`)
		case t.operator == "NOT":
			s.note(t.pos, t.end, `NOT is searched for as a word here; "-" before a word excludes it.`)
		}
	}
}
