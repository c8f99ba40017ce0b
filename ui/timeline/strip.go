package timeline

import (
	"strings"

	"onrecord/ui/theme"
)

// strip is a line of signs, each one column wide and in a style, as short in escape sequences as it can be.
type strip struct {
	b     strings.Builder
	style theme.Style
	open  bool
}

// add appends n times a sign.
func (s *strip) add(style theme.Style, sign string, n int) {
	if n <= 0 {
		return
	}
	if !s.open || !s.style.Same(style) {
		s.end()
		style.Begin(&s.b)
		s.style, s.open = style, true
	}
	for range n {
		s.b.WriteString(sign)
	}
}

func (s *strip) end() {
	if s.open {
		s.style.End(&s.b)
		s.open = false
	}
}

func (s *strip) String() string {
	s.end()
	return s.b.String()
}
