package widget

import (
	"strconv"
	"strings"

	"onrecord/ui/theme"
)

// Thousands is n with commas: 10,478.
func Thousands(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// Sparkline draws values as a row of steps, width columns at most; with more values than columns,
// neighbours are added up. Nothing is a space, and anything at least the lowest step: a day with one
// statement must not look like a day with none.
func Sparkline(values []int, width int, signs theme.Signs) string {
	values = gather(values, width)
	most := 0
	for _, v := range values {
		most = max(most, v)
	}
	var b strings.Builder
	for _, v := range values {
		if v <= 0 {
			b.WriteByte(' ')
			continue
		}
		step := (v*len(signs.Steps) + most - 1) / most
		b.WriteString(signs.Steps[step-1])
	}
	return b.String()
}

// gather adds neighbours up until there are at most n values, in groups as even as can be.
func gather(values []int, n int) []int {
	if n <= 0 {
		return nil
	}
	if len(values) <= n {
		return values
	}
	sums := make([]int, n)
	for i, v := range values {
		sums[i*n/len(values)] += v
	}
	return sums
}
