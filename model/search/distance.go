package search

import "unicode/utf8"

// letterMarks returns a bit for each letter that occurs in a word; letters and digits beyond a to z share the last
// bits. A slip changes two of them at most, so that comparing marks first spares most comparisons of words.
func letterMarks(word string) uint32 {
	var marks uint32
	for _, r := range word {
		if 'a' <= r && r <= 'z' {
			marks |= 1 << (r - 'a')
		} else {
			marks |= 1 << (26 + r%6)
		}
	}
	return marks
}

// slips returns how many slips are forgiven in a word of so many letters.
func slips(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 8:
		return 1
	}
	return 2
}

// slipMeter measures how many slips lead from one word, which was typed, to others. A slip is a letter too many, missing
// or wrong, or two neighbours changed over (optimal string alignment, the restricted form of Damerau 1964). Words of up
// to 64 letters are measured with the bit vectors of Hyyrö: A bit-vector algorithm for computing Levenshtein and Damerau
// edit distances, 2003; of longer ones the first 64 letters count.
type slipMeter struct {
	letters int
	ascii   [128]uint64     // where a letter stands in the word
	others  map[rune]uint64 // the same for other letters
}

const meterLetters = 64

func newSlipMeter(word string) *slipMeter {
	m := &slipMeter{}
	for _, r := range word {
		if m.letters == meterLetters {
			break
		}
		if r < utf8.RuneSelf {
			m.ascii[r] |= 1 << m.letters
		} else {
			if m.others == nil {
				m.others = map[rune]uint64{}
			}
			m.others[r] |= 1 << m.letters
		}
		m.letters++
	}
	return m
}

// measure returns how many slips lead to a word, and how many to that beginning of it to which the fewest do.
func (m *slipMeter) measure(word string) (whole, start int) {
	up, down, diagonal, before := ^uint64(0), uint64(0), uint64(0), uint64(0)
	last := uint64(1) << (m.letters - 1)
	whole, start = m.letters, m.letters
	for _, r := range word {
		var at uint64
		if r < utf8.RuneSelf {
			at = m.ascii[r]
		} else {
			at = m.others[r]
		}
		swapped := (^diagonal & at) << 1 & before
		diagonal = (at&up + up) ^ up | at | down | swapped
		rises, falls := down|^(diagonal|up), diagonal&up
		if rises&last != 0 {
			whole++
		} else if falls&last != 0 {
			whole--
		}
		rises, falls = rises<<1|1, falls<<1
		up, down = falls|^(diagonal|rises), rises&diagonal
		before = at
		start = min(start, whole)
	}
	return whole, start
}
