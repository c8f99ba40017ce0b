package widget

// Breaks are all places where a line may be broken, the end included.
func Breaks(raw string) []int {
	var ends []int
	b := breaker{all: raw}
	for b.pos < len(raw) {
		end, _ := b.next()
		ends = append(ends, end)
	}
	return ends
}
