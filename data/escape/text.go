// Package escape writes text of a collection so that it stays text wherever it is read: on a terminal, in a spreadsheet,
// as JSON or Markdown, and in addresses.
package escape

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Visible replaces characters that could act on a terminal, or turn the direction of the text, by pictures of
// themselves. Tabs and line breaks stay.
func Visible(text string) string {
	if !strings.ContainsFunc(text, IsCommand) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case !IsCommand(r):
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7f:
			b.WriteRune('\u2421')
		default:
			fmt.Fprintf(&b, "‹U+%04X›", r)
		}
	}
	return b.String()
}

// IsCommand tells whether a character is a control character other than a tab or line break, or an override, embedding
// or isolate of the direction.
func IsCommand(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20, 0x7f <= r && r < 0xa0:
		return true
	}
	return 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 || r == 0x2028 || r == 0x2029
}

// JSON escapes what a terminal could take for a command in the JSON that begins at a place. It can only stand within
// strings.
func JSON(json []byte, begin int) []byte {
	if !bytes.ContainsFunc(json[begin:], IsCommand) {
		return json
	}
	text := string(json[begin:])
	json = json[:begin]
	for _, r := range text {
		if IsCommand(r) {
			json = fmt.Appendf(json, "\\u%04x", r)
		} else {
			json = utf8.AppendRune(json, r)
		}
	}
	return json
}

// IsLink tells whether a text is an address that a browser may be sent to.
func IsLink(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// LinkTarget writes an address so that nothing in it can end it.
func LinkTarget(url string) string {
	var b strings.Builder
	for i := range len(url) {
		c := url[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("<>\"`\\", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
