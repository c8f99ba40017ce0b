package search

import "encoding/binary"

// A wording says how the words of texts are written and what stands between them. With that, a shelf has the texts of
// its members again, to the byte, out of the words and their order; the texts themselves need not be kept.
//
// What is usual is not noted: a word is written as it is folded, behind a blank; the first word stands at the beginning
// and begins with a capital; behind the last stands a point. A note is a byte: how many usual words come first, times 16,
// and what is unusual about the next, as the kinds below say; what stands before a word or how it is written follows where
// that is needed. The end of a text counts as one more word. Fifteen usual words may come before a note of their own.
type wording struct {
	notes  []byte   // of each member: how long they are, and the notes
	starts []uint32 // where those of the members 0, notesBetween, 2*notesBetween, … begin
}

// notesBetween is for how many members one start is kept. To find a member, the ones in between are passed over.
const notesBetween = 16

// manner is how a word is written.
type manner uint8

const (
	asFolded manner = iota
	capital         // the first letter is a capital one
	capitals        // all are
	another         // as it is noted
)

// kinds are what is unusual about a word, most often: what stands before it, and how it is written.
var kinds = [...]struct {
	gap    string
	manner manner
}{
	{" ", capital}, {" ", capitals}, {", ", asFolded}, {", ", capital}, {` "`, asFolded}, {`" `, asFolded},
	{"'s ", asFolded}, {"’s ", asFolded}, {"; ", asFolded}, {"-", asFolded}, {"", asFolded}, {". ", capital},
}

// The kinds with something noted behind them.
const (
	gapNoted          = byte(len(kinds)) + iota // then the word as it is folded
	gapNotedCapital                             // then the word with a capital
	wordNoted                                   // behind a blank
	gapAndWordNoted                             // first the gap
	manyUsual         = 0xf0                    // a note of its own
	usualMost         = 14
	usualEnd, between = ".", " "
)

// of returns the notes on a member.
func (w *wording) of(member int) []byte {
	rest := w.notes[w.starts[member/notesBetween]:]
	for range member % notesBetween {
		_, rest = cutNoted(rest)
	}
	notes, _ := cutNoted(rest)
	return notes
}

// cutNoted cuts off bytes that stand behind their number.
func cutNoted(from []byte) (noted, rest []byte) {
	n, size := binary.Uvarint(from)
	return from[size : size+int(n)], from[size+int(n):]
}

// texts are the texts of the members of a shelf. It is what a block leaves its texts to.
type texts struct {
	words   *shelf
	wording wording
}

// Text returns the text of a member.
func (t *texts) Text(member int) string {
	codes := t.words.order.of(member)
	if len(codes) == 0 || field(codes[0]) != textField {
		return ""
	}
	var room [512]byte
	text := room[:0]
	r := newWordingReader(t.wording.of(member))
	for codes = codes[1:]; len(codes) > 0; {
		size, word, begin := t.words.order.next(codes)
		if begin {
			break
		}
		codes = codes[size:]
		text = r.word(text, t.words.word(int(word)))
	}
	return string(r.end(text))
}

// wordingReader writes the words of a text as they were written.
type wordingReader struct {
	notes []byte
	usual int  // words before what is noted
	kind  byte // of what is noted
	noted bool // otherwise all that follows is usual
	first bool
}

func newWordingReader(notes []byte) wordingReader {
	r := wordingReader{notes: notes, first: true}
	r.advance()
	return r
}

// advance goes to the next note.
func (r *wordingReader) advance() {
	for r.noted = false; len(r.notes) > 0 && !r.noted; {
		note := r.notes[0]
		r.notes = r.notes[1:]
		r.usual += int(note >> 4)
		r.noted, r.kind = note != manyUsual, note&0xf
	}
}

// word appends a word, and what stands before it.
func (r *wordingReader) word(text []byte, folded string) []byte {
	first := r.first
	r.first = false
	switch {
	case r.noted && r.usual == 0:
		text = r.unusual(text, folded)
		r.advance()
		return text
	case first:
		text = appendAs(capital, text, folded)
	default:
		text = append(append(text, between...), folded...)
	}
	r.usual--
	return text
}

// end appends what stands behind the last word.
func (r *wordingReader) end(text []byte) []byte {
	if r.noted {
		return r.unusual(text, "")
	}
	return append(text, usualEnd...)
}

func (r *wordingReader) unusual(text []byte, folded string) []byte {
	if int(r.kind) < len(kinds) {
		k := kinds[r.kind]
		return appendAs(k.manner, append(text, k.gap...), folded)
	}
	if r.kind == wordNoted {
		return r.take(append(text, between...))
	}
	text = r.take(text)
	switch r.kind {
	case gapNoted:
		return append(text, folded...)
	case gapNotedCapital:
		return appendAs(capital, text, folded)
	}
	return r.take(text)
}

// take appends what is noted next.
func (r *wordingReader) take(text []byte) []byte {
	noted, rest := cutNoted(r.notes)
	r.notes = rest
	return append(text, noted...)
}

// appendAs appends a word with the letters as they were written.
func appendAs(m manner, text []byte, folded string) []byte {
	at := len(text)
	text = append(text, folded...)
	switch written := text[at:]; m {
	case capital:
		written[0] = upper(written[0])
	case capitals:
		for i, c := range written {
			written[i] = upper(c)
		}
	}
	return text
}

// upper returns the capital of a letter from a to z, and other bytes as they are.
func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - ('a' - 'A')
	}
	return c
}
