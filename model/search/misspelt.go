package search

import (
	"math/bits"
	"unicode/utf8"
)

// misspelt returns the words that are a slip or two away from what was typed, or begin so if m.half is set.
func (s *shelf) misspelt(m *wordMatch) []graded {
	r := newSlipReach(m)
	if r.limit == 0 || !r.whole && !r.half {
		return nil
	}
	c := slipCheck{slipReach: r, shelf: s, shortest: r.letters - r.limit, longest: (r.letters + r.limit) * utf8.UTFMax}
	if isASCII(m.text) && !r.half {
		c.longest = r.letters + r.limit*utf8.UTFMax
	}
	switch {
	case !r.whole: // the first letter must be right
		c.look(s.starting(m.text[:1]))
	case r.limit > 1 || r.half || !isASCII(m.text):
		c.look(0, s.len())
	default:
		c.lookByHeads()
	}
	return c.words
}

// slipCheck looks for misspelt words on a shelf.
type slipCheck struct {
	*slipReach
	shelf             *shelf
	shortest, longest int // how many bytes a word may have
	words             []graded
}

// look checks the words from first to last-1. Nearly all of them lack too many letters, which their marks tell.
func (c *slipCheck) look(first, last int) {
	wanted, two := c.marks, c.limit > 1
	for i, marks := range c.shelf.marks[first:last] {
		missing := wanted &^ marks
		missing &= missing - 1 // without its lowest bit
		if two {
			missing &= missing - 1
		}
		if missing == 0 {
			c.check(first+i, marks)
		}
	}
}

func (c *slipCheck) check(word int, marks uint32) {
	if !c.half && bits.OnesCount32(marks&^c.marks) > c.limit {
		return
	}
	if n := int(c.shelf.ends[word+1] - c.shelf.ends[word]); n < c.shortest || n > c.longest && !c.half {
		return
	}
	if q, ok := c.of(c.shelf.word(word)); ok {
		c.words = append(c.words, graded{word, q})
	}
}

// lookByHeads checks the words that can be one slip away by their first two letters. If the first letter is another one
// than was typed, it is the slip: a letter too many or a wrong one, and then the second is the first or the second that
// was typed; or the first was left out or changed over with the second, and then the second that was typed comes first.
// Letters that are not from a to z are not told apart.
func (c *slipCheck) lookByHeads() {
	first, second := letterRank(c.text, 0), letterRank(c.text, 1)
	heads := c.shelf.heads
	for one := range ranks {
		if one == 0 || one == ranks-1 || one == first || one == second {
			c.look(int(heads[one*ranks]), int(heads[(one+1)*ranks]))
			continue
		}
		for two := range ranks {
			if two == 0 || two == ranks-1 || two == first || two == second {
				head := one*ranks + two
				c.look(int(heads[head]), int(heads[head+1]))
			}
		}
	}
}
