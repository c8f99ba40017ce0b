package data

import (
	"strconv"
	"unicode/utf8"
)

// maxQuoted is how many bytes of a wrong value a problem shows.
const maxQuoted = 60

// quote writes a value of a collection so that it can stand in a message: on one line, without control characters.
func quote(text string) string {
	if len(text) <= maxQuoted {
		return strconv.Quote(text)
	}
	return strconv.Quote(cutAt(text, maxQuoted)) + "…"
}

// cutAt returns so many bytes of a longer text at most, whole characters.
func cutAt(text string, cut int) string {
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// nearest returns the word that text is most likely a slip of, "" if none is near.
func nearest(text string, words []string) string {
	best, within := "", 1+utf8.RuneCountInString(text)/4
	for _, word := range words {
		if d := slips(text, word, within); d <= within && (best == "" || d < within) {
			best, within = word, d
		}
	}
	return best
}

// slips counts the letters to add, drop, change or swap with a neighbour to make one word of the other, ignoring case:
// the optimal string alignment distance. It returns more than limit as soon as that is certain.
func slips(a, b string, limit int) int {
	x, y := lower(a), lower(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return above[len(y)]
}

func lower(text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		if 'A' <= r && r <= 'Z' {
			runes[i] = r - 'A' + 'a'
		}
	}
	return runes
}
