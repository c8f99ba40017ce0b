package search

import (
	"encoding/binary"
	"slices"
)

// wordingWriter notes how words are written, text by text:
//
//	w.begin(text); for each word { w.word(…) }; w.end()
type wordingWriter struct {
	kept    wording
	members int
	notes   []byte // on the current text
	text    string
	at      int // where the word before ends in it
	usual   int // words since the last note
	first   bool
}

// reset forgets all texts, and keeps the room.
func (w *wordingWriter) reset() {
	w.kept.notes, w.kept.starts, w.members = w.kept.notes[:0], w.kept.starts[:0], 0
}

// begin begins the text of the next member.
func (w *wordingWriter) begin(text string) {
	w.notes, w.text, w.at, w.usual, w.first = w.notes[:0], text, 0, 0, true
}

// word notes how a word is written that stands from one place to another.
func (w *wordingWriter) word(from, to int, folded []byte) {
	gap, written := w.text[w.at:from], w.text[from:to]
	w.at = to
	switch {
	case w.first:
		w.first = false
		if gap == "" && writtenAs(capital, written, folded) {
			w.usual++
			return
		}
	case gap == between && written == string(folded):
		w.usual++
		return
	}
	w.unusual(gap, written, folded)
}

// end ends the text of a member.
func (w *wordingWriter) end() {
	if gap := w.text[w.at:]; w.text != "" && gap != usualEnd {
		w.unusual(gap, "", nil)
	}
	if w.members%notesBetween == 0 {
		w.kept.starts = append(w.kept.starts, uint32(len(w.kept.notes)))
	}
	w.members++
	w.kept.notes = appendNoted(w.kept.notes, w.notes)
}

// wording returns what was noted since the last reset.
func (w *wordingWriter) wording() wording {
	return wording{notes: slices.Clone(w.kept.notes), starts: slices.Clone(w.kept.starts)}
}

func (w *wordingWriter) unusual(gap, written string, folded []byte) {
	m := mannerOf(written, folded)
	for i := range kinds {
		if kinds[i].gap == gap && kinds[i].manner == m {
			w.note(byte(i))
			return
		}
	}
	switch {
	case m == asFolded:
		w.note(gapNoted)
		w.notes = appendNoted(w.notes, gap)
	case m == capital:
		w.note(gapNotedCapital)
		w.notes = appendNoted(w.notes, gap)
	case gap == between:
		w.note(wordNoted)
		w.notes = appendNoted(w.notes, written)
	default:
		w.note(gapAndWordNoted)
		w.notes = appendNoted(appendNoted(w.notes, gap), written)
	}
}

func (w *wordingWriter) note(kind byte) {
	for ; w.usual > usualMost; w.usual -= manyUsual >> 4 {
		w.notes = append(w.notes, manyUsual)
	}
	w.notes = append(w.notes, byte(w.usual)<<4|kind)
	w.usual = 0
}

// appendNoted appends bytes behind their number.
func appendNoted[T string | []byte](notes []byte, noted T) []byte {
	return append(binary.AppendUvarint(notes, uint64(len(noted))), noted...)
}

// mannerOf returns how a word is written.
func mannerOf(written string, folded []byte) manner {
	for m := asFolded; m < another; m++ {
		if writtenAs(m, written, folded) {
			return m
		}
	}
	return another
}

func writtenAs(m manner, written string, folded []byte) bool {
	if len(written) != len(folded) {
		return false
	}
	for i, c := range folded {
		if m == capitals || m == capital && i == 0 {
			c = upper(c)
		}
		if written[i] != c {
			return false
		}
	}
	return true
}
