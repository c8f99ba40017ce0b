package cli

import (
	"strings"
	"unicode"

	"onrecord/model/query"
)

// queryLine makes one query line of the words that a shell passes. The shell has taken quotation marks away, so an
// argument with blanks in it was a phrase, or the value of a field:
//
//	"open door"                     open door                      →  "open door"
//	venue:"press conference"        venue:press conference         →  venue:"press conference"
//	-"open door"                    -open door                     →  -"open door"
//
// An argument that can't have been one of these is a piece of query line as it stands: one that holds quotation marks, a
// "|", or a filter or an exclusion after a blank.
func queryLine(words []string) string {
	pieces := make([]string, 0, len(words))
	for _, word := range words {
		if piece := queryPiece(word); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return strings.Join(pieces, " ")
}

func queryPiece(word string) string {
	word = strings.TrimSpace(word)
	if !strings.ContainsFunc(word, unicode.IsSpace) || isLine(word) {
		return word
	}
	head, text := "", word
	if strings.HasPrefix(text, "-") {
		head, text = "-", text[1:]
	}
	name, value, hasField := strings.Cut(text, ":")
	if field, ok := query.FieldNamed(name); hasField && ok {
		if field.Dated() || query.Values(field) != nil {
			return word // none of their values holds a blank
		}
		return head + name + ":" + quoteValues(value)
	}
	return head + quote(text)
}

// isLine tells whether an argument is a piece of query line in itself.
func isLine(word string) bool {
	if strings.ContainsAny(word, "\"“”„‟«»|") {
		return true
	}
	for _, part := range strings.Fields(word)[1:] {
		name, _, hasField := strings.Cut(strings.TrimPrefix(part, "-"), ":")
		_, known := query.FieldNamed(name)
		if hasField && known || len(part) > 1 && part[0] == '-' {
			return true
		}
	}
	return false
}

// quoteValues puts values that hold blanks into quotation marks. A comma parts two values if no blank follows it.
func quoteValues(values string) string {
	var quoted []string
	for _, value := range splitValues(values) {
		if strings.ContainsFunc(value, unicode.IsSpace) {
			value = quote(value)
		}
		quoted = append(quoted, value)
	}
	return strings.Join(quoted, ",")
}

func splitValues(values string) []string {
	var split []string
	start := 0
	for i := range len(values) {
		if values[i] == ',' && i+1 < len(values) && !isBlank(values[i+1]) {
			split, start = append(split, values[start:i]), i+1
		}
	}
	return append(split, values[start:])
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func quote(text string) string { return `"` + strings.Join(strings.Fields(text), " ") + `"` }
