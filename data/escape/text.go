// Package escape writes text of a collection so that it stays text wherever it is read: on a terminal, in a spreadsheet,
// as JSON or Markdown, and in addresses.
package escape

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"onrecord/model/control"
)

// Visible shows pictures in place of characters that could act on a terminal, or show text that nobody reads. Tabs and line
// breaks stay.
func Visible(text string) string { return control.Visible(text) }

// JSON escapes what a terminal could take for a command in the JSON that begins at a place. It can only stand within
// strings.
func JSON(json []byte, begin int) []byte {
	if !bytes.ContainsFunc(json[begin:], control.Acts) {
		return json
	}
	text := string(json[begin:])
	json = json[:begin]
	for _, r := range text {
		if !control.Acts(r) {
			json = utf8.AppendRune(json, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			json = fmt.Appendf(json, "\\u%04x", unit)
		}
	}
	return json
}

// IsLink tells whether a text is an address that a browser may be sent to. One with a name and a password in it is not:
// it looks like another place than it leads to, or gives the password away.
func IsLink(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil
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
