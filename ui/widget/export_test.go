package widget

// PlainWidth is the width of a drawn line, if it can be told without looking at clusters.
func PlainWidth(line string) (width int, ok bool) { return plainWidth(line) }

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

// CutSlowly is Cut without its short way for plain texts.
func (t Text) CutSlowly(width int, w Wrapping) Line { return t.cutSlowly(width, w) }
