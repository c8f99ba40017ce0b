package model

import (
	"slices"
	"strings"
)

// Texts holds the texts of the statements of a block, to the byte.
type Texts interface {
	// Text returns the text of the statement at a place in the block.
	Text(i int) string
}

// LeaveTexts has the block forget its own copy of the texts of its statements: from now on they are asked for where
// else they are kept. Whoever indexes words keeps nearly all of a text anyway, and two copies of it would be most of
// what a big collection takes. Texts that were handed out before stay.
func (b *Block) LeaveTexts(to Texts) { b.texts.Store(&to) }

// Text returns the words of the statement at a place in the block. They do not hold on to those of the others.
func (b *Block) Text(i int) string {
	if own, ok := b.keeper().(*ownTexts); ok {
		return strings.Clone(own.Text(i))
	}
	return b.keeper().Text(i)
}

func (b *Block) keeper() Texts { return *b.texts.Load() }

// ownTexts are the texts of a block one after the other.
type ownTexts struct {
	all  string
	ends []uint32
}

func (t *ownTexts) Text(i int) string {
	if i == 0 {
		return t.all[:t.ends[0]]
	}
	return t.all[t.ends[i-1]:t.ends[i]]
}

// textsWriter gathers the texts of the block that is being filled.
type textsWriter struct {
	all  strings.Builder
	ends []uint32
}

func (w *textsWriter) add(text string) {
	w.all.WriteString(text)
	w.ends = append(w.ends, uint32(w.all.Len()))
}

// take hands over what was written, and begins anew, with room for as much.
func (w *textsWriter) take() *ownTexts {
	t := &ownTexts{all: w.all.String(), ends: slices.Clone(w.ends)}
	w.all, w.ends = strings.Builder{}, w.ends[:0]
	w.all.Grow(len(t.all))
	return t
}
