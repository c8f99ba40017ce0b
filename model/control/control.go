// Package control says which characters act on what shows a text instead of being shown by it. Everything that writes
// text of a collection where a person or a program could be misled by them asks here: the terminal, the clipboard, and
// every format of export.
package control

import (
	"fmt"
	"strings"
)

// Acts tells whether a character acts instead of being shown. These do:
//
//   - the control characters of ASCII and DEL: they move the cursor, ring, erase, and begin escape sequences. A tab and a
//     line feed are text. A carriage return is text only before a line feed, which a character alone can't tell: see Visible
//   - the C1 control characters, U+0080 to U+009F, of which U+009B begins an escape sequence by itself
//   - embeddings, overrides and isolates of the direction, U+202A to U+202E and U+2066 to U+2069: they show text in
//     another order than it is read in
//   - the separators of lines and paragraphs, U+2028 and U+2029: they end a line for some programs and not for others
//   - the deprecated format characters U+206A to U+206F: they change how the digits and brackets behind them look
//   - the marks of annotations, U+FFF9 to U+FFFB: what stands between them is hidden
//   - the tags and what else is reserved for invisible use, U+E0000 to U+E0FFF: they hide text in text. The variation
//     selectors among them, U+E0100 to U+E01EF, belong to the spelling of names and are text
//
// Joiners, direction marks and soft hyphens are invisible, too, but belong to the spelling of words.
func Acts(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n'
	case r < 0x7f:
		return false
	case r < 0xa0:
		return true
	case r < 0x2028:
		return false
	}
	return r <= 0x202e || 0x2066 <= r && r <= 0x206f || 0xfff9 <= r && r <= 0xfffb ||
		0xe0000 <= r && r <= 0xe0fff && (r < 0xe0100 || 0xe01ef < r)
}

// Picture shows a character that acts.
func Picture(r rune) string {
	switch {
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "\u2421"
	}
	return fmt.Sprintf("‹U+%04X›", r)
}

// Visible shows pictures in place of the characters of a text that act. A carriage return before a line feed is left out:
// together they end a line.
func Visible(text string) string {
	if !strings.ContainsFunc(text, Acts) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '\r' && strings.HasPrefix(text[i+1:], "\n"):
		case Acts(r):
			b.WriteString(Picture(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
