package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bounds of a line. A pasted page need not take a second for every key; what stands beyond them is left out, and a hint
// says so.
const (
	MaxBytes = 32 << 10 // of a line that are read
	MaxWords = 64       // words and phrases of a line that are searched for
	maxHints = 20       // of a line that are told
)

// within returns as much of a line as so many bytes hold, up to a blank if there is one.
func within(line string, most int) string {
	if len(line) <= most {
		return line
	}
	end := max(0, most)
	for !utf8.RuneStart(line[end]) {
		end--
	}
	if blank := strings.LastIndexFunc(line[:end], unicode.IsSpace); blank > 0 {
		end = blank
	}
	return line[:end]
}

// bound leaves out the words and phrases that are too many. They stay in the line, as what means nothing does.
func (s *syntax) bound() {
	words, first, last := 0, 0, 0
	for _, l := range s.layers {
		for i := range l.parts {
			p := &l.parts[i]
			if p.kind == Filter || !p.restricts() {
				continue
			}
			if words++; words > MaxWords {
				p.beyond = true
				if last = p.end; words == MaxWords+1 {
					first = p.pos
				}
			}
		}
	}
	if words > MaxWords {
		s.note(first, last, fmt.Sprintf("query cut: only its first %d words are searched for, %d more are left out.", MaxWords, words-MaxWords))
	}
}

// note tells how a line is answered that has been understood.
func (s *syntax) note(pos, end int, text string) {
	s.hints = append(s.hints, Hint{Pos: pos, End: end, Text: text, Note: true})
}
