package model

import "strings"

// Attribution says who made the statement, in which role and for whom: "Jens Stoltenberg, Secretary General, NATO".
func (s *Statement) Attribution() string {
	parts := []string{s.Speaker.Name}
	if s.Role != "" && s.Speaker.Kind == Person {
		parts = append(parts, s.Role)
	}
	if s.Affiliation != nil {
		parts = append(parts, s.Affiliation.Name)
	}
	return strings.Join(parts, ", ")
}

// Citation returns the statement with everything that a reader needs to check it: the words, whether they are quoted or
// reported, who, when, where, and the source.
func (s *Statement) Citation() string {
	var b strings.Builder
	b.WriteString(s.Quotation())
	b.WriteString("\n— " + s.Attribution() + ", " + s.Day.Long())
	if s.Venue != "" {
		b.WriteString(", " + s.Venue)
	}
	b.WriteString(" (" + s.FormNote() + ")")
	if s.Source != nil {
		b.WriteString("\nSource: " + s.SourceNote())
		if s.Source.URL != "" {
			b.WriteString("\n" + s.Source.URL)
		}
	}
	return b.String()
}

// FormNote says in words how the statement is given: "reported, written, translated from Russian".
func (s *Statement) FormNote() string {
	note := s.Form.Words()
	if s.Medium == Written {
		note += ", written"
	}
	if s.Translated() {
		note += ", translated from " + LanguageName(s.OriginalLang)
	}
	return note
}

// SourceNote names the source and the place in it: "US, NATO convey …", Republic, 27 January 2022, paragraph 3.
func (s *Statement) SourceNote() string {
	if s.Source == nil {
		return ""
	}
	var parts []string
	for _, part := range []string{s.Source.Title, s.Source.Publisher} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Source.Dated {
		parts = append(parts, s.Source.Date.Long())
	}
	if s.Locator != "" {
		parts = append(parts, s.Locator)
	}
	return strings.Join(parts, ", ")
}
