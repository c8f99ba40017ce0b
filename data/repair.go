package data

import "strings"

// withoutNaN writes null for the numbers that JSON doesn't have, NaN and the infinities, as Python and R leave them where a
// number is missing. It returns false if there are none.
func withoutNaN(text string) (string, bool) {
	var b strings.Builder
	kept := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '"' {
			end := stringEnd(text, i)
			if end < 0 {
				return "", false
			}
			i = end
			continue
		}
		for _, number := range []string{"NaN", "Infinity", "-Infinity"} {
			if strings.HasPrefix(text[i:], number) && startsValue(text[:i]) {
				b.WriteString(text[kept:i] + "null")
				i += len(number) - 1
				kept = i + 1
				break
			}
		}
	}
	b.WriteString(text[kept:])
	return b.String(), kept > 0
}

// startsValue tells whether a value can stand behind a text.
func startsValue(before string) bool {
	before = strings.TrimRight(before, " \t\r\n")
	return before != "" && strings.IndexByte(":[,", before[len(before)-1]) >= 0
}
