// Package widget draws the parts of the screens and takes small inputs. It knows no statement: it gets
// strings, numbers and styles, and it keeps three promises for everything that it draws.
//
// Text is hostile: what comes from outside reaches the terminal only as signs that stay in their cells.
// Nothing is wider than it was told, by both rules that terminals use for widths (per code point, and per
// grapheme cluster), so that columns never drift. What is cut says so.
package widget

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model/control"
)

const (
	isolate    = "\u2068" // first strong isolate: a field's direction stays its own
	isolateEnd = "\u2069"
	joint      = "\u200b" // between the parts of a cluster that terminals measure differently
	ghost      = "◌"      // under a mark that stands alone
	maxMarks   = 6        // marks on one sign; more are meant to cover other lines

	softHyphen = 0x00ad
	nonJoiner  = 0x200c
	joiner     = 0x200d
	leftMark   = 0x200e
	rightMark  = 0x200f
	arabicMark = 0x061c
	firstRTL   = 0x0590
	rtlHorizon = 4096 // bytes of a field that are looked at for its direction
)

// piece is one grapheme cluster as it is drawn.
type piece struct {
	show     string
	from, to int // bytes of the raw string
	width    int
	space    bool
	rtl      bool
}

// scanner walks through a raw string by grapheme clusters.
type scanner struct {
	raw   string
	pos   int
	ascii bool // pictures in ASCII
	lines bool // a line break is a piece of its own ("\n") instead of a space
	rtl   bool // the string holds right-to-left letters
}

func newScanner(raw string, ascii bool) scanner {
	return scanner{raw: raw, ascii: ascii, rtl: hasRTL(raw)}
}

// next is the next cluster; ok is false at the end.
func (s *scanner) next() (p piece, ok bool) {
	if s.pos >= len(s.raw) {
		return piece{}, false
	}
	rest := s.raw[s.pos:]
	if n, width := simple(rest); n > 0 {
		p = piece{show: rest[:n], from: s.pos, to: s.pos + n, width: width, space: rest[0] == ' '}
		s.pos += n
		return p, true
	}
	cluster := firstCluster(rest)
	p = s.draw(cluster)
	p.from, p.to = s.pos, s.pos+len(cluster)
	s.pos = p.to
	return p, true
}

// firstCluster is the first grapheme cluster of s. A byte that is no text, or a control, is one by itself.
func firstCluster(s string) string {
	if strings.HasPrefix(s, "\r\n") {
		return s[:2]
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	for i := 0; i < len(cluster); {
		r, n := utf8.DecodeRuneInString(cluster[i:])
		if r == utf8.RuneError && n == 1 || unicode.IsControl(r) {
			return s[:max(i, n)]
		}
		i += n
	}
	return cluster
}

// draw makes the piece for a cluster that is not simple.
func (s *scanner) draw(cluster string) piece {
	switch cluster {
	case "\n", "\r\n":
		if s.lines {
			return piece{show: "\n", space: true}
		}
		return piece{show: " ", width: 1, space: true}
	case "\t":
		return piece{show: " ", width: 1, space: true}
	}
	show := apart(agree(s.harmless(cluster), s.ascii))
	r, _ := utf8.DecodeRuneInString(cluster)
	return piece{show: show, width: ansi.StringWidth(show), space: unicode.IsSpace(r) && r != 0xa0 && !control.Acts(r), rtl: isRTL(r)}
}

// harmless is the cluster with every rune that could do anything but be seen replaced by a picture.
func (s *scanner) harmless(cluster string) string {
	var b strings.Builder
	marks := 0
	for i := 0; i < len(cluster); {
		r, n := utf8.DecodeRuneInString(cluster[i:])
		bad := r == utf8.RuneError && n == 1
		switch {
		case bad:
			b.WriteString(picture(rune(cluster[i]), true, s.ascii))
		case s.drops(r):
			if r != softHyphen {
				b.WriteString(joint)
			}
		case (r == joiner || r == nonJoiner) && s.joins(cluster[:i]), r == joiner && pictured(cluster[:i]):
			b.WriteRune(r)
		case control.Acts(r), !unicode.IsGraphic(r):
			b.WriteString(picture(r, false, s.ascii))
		case unicode.IsMark(r) && i == 0:
			b.WriteString(ghost)
			b.WriteRune(r)
		case unicode.IsMark(r):
			if marks++; marks <= maxMarks {
				b.WriteRune(r)
			}
		default:
			b.WriteRune(r)
		}
		i += n
	}
	if marks > maxMarks {
		fmt.Fprintf(&b, "(+%d)", marks-maxMarks)
	}
	return b.String()
}

// drops reports invisible signs that belong to ordinary text and can be left undrawn: direction marks
// inside right-to-left text (its field is isolated as a whole), and the hint where a word may be parted.
func (s *scanner) drops(r rune) bool {
	switch r {
	case leftMark, rightMark, arabicMark:
		return s.rtl
	case softHyphen:
		before, _ := utf8.DecodeLastRuneInString(s.raw[:s.pos])
		after, _ := utf8.DecodeRuneInString(s.raw[s.pos+2:])
		return unicode.IsLetter(before) && common(before) && unicode.IsLetter(after) && common(after)
	}
	return false
}

// joins reports whether a joiner belongs to the spelling: Persian, Arabic and the Indic scripts write
// with them. before is what stands in the cluster before it.
func (s *scanner) joins(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(s.raw[:s.pos])
	if before != "" {
		r, _ = utf8.DecodeLastRuneInString(before)
	}
	return writesJoiners(r)
}

// pictured reports whether a cluster begins with an emoji, whose parts are joined by joiners.
func pictured(before string) bool {
	r, _ := utf8.DecodeRuneInString(before)
	return unicode.Is(unicode.So, r)
}

func writesJoiners(r rune) bool {
	return r >= 0x0620 && r < 0x0e00 || r >= 0x1000 && r < 0x10a0 || r >= 0x1780 && r < 0x18b0
}

// picture shows a code point (or a byte that is no text) that must not be drawn itself.
func picture(r rune, invalid, ascii bool) string {
	switch {
	case invalid && !ascii:
		return "\ufffd"
	case invalid:
		return fmt.Sprintf("<%02X>", r)
	case ascii && r < 0x20:
		return "^" + string(r+'@')
	case ascii:
		return fmt.Sprintf("<U+%04X>", r)
	}
	return control.Picture(r)
}

// Safe is s as it may be shown on one line: nothing in it acts on the terminal, moves the cursor or
// reaches out of its place; line breaks and tabs are spaces; right-to-left text is isolated.
func Safe(s string) string { return safe(s, false) }

// Unjoined is what has been drawn, without the signs of no width that keep cells apart. A text that is searched or
// copied, and stands in no cells, must hold nothing that was not said.
func Unjoined(drawn string) string { return strings.ReplaceAll(drawn, joint, "") }

// Unmarked is what has been drawn, also without the marks that isolate right-to-left text, for what is no terminal.
func Unmarked(drawn string) string {
	return strings.NewReplacer(joint, "", isolate, "", isolateEnd, "").Replace(drawn)
}

func safe(s string, ascii bool) string {
	if plainASCII(s) {
		return s
	}
	scan := newScanner(s, ascii)
	var b strings.Builder
	b.Grow(len(s) + len(isolate+isolateEnd))
	if scan.rtl {
		b.WriteString(isolate)
	}
	for p, ok := scan.next(); ok; p, ok = scan.next() {
		b.WriteString(p.show)
	}
	if scan.rtl {
		b.WriteString(isolateEnd)
	}
	return b.String()
}
