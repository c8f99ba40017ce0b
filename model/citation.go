package model

import (
	"cmp"
	"strings"
)

// Markup is how a format writes the parts of a citation.
type Markup struct {
	Text func(text string) string           // text that must not be taken for anything else
	Link func(title, address string) string // the title of a source that can be looked up, and its address if there is one
}

// Plain writes a citation as it is.
func Plain() Markup {
	return Markup{Text: func(text string) string { return text }, Link: func(title, _ string) string { return title }}
}

// Citation returns the statement with everything that a reader needs to check it: the words, whether they are quoted or
// reported, who, when, where, and the source, each on lines of their own.
func (s *Statement) Citation() string {
	lines := []string{s.Quotation(), s.told(Plain())}
	if source := s.sourced(Plain()); source != "" {
		lines = append(lines, source)
	}
	if s.Source != nil && s.Source.Title != "" && s.Source.URL != "" && s.Source.URL != s.Source.Title {
		lines = append(lines, s.Source.URL)
	}
	return strings.Join(lines, "\n")
}

// Reference is a citation without the words, as one paragraph.
func (s *Statement) Reference(m Markup) string {
	return strings.TrimRight(s.told(m)+" "+s.sourced(m), " ")
}

// told says who made the statement, when and where, and how its words are given.
func (s *Statement) told(m Markup) string {
	parts := []string{"— " + s.Attribution(m), s.Day.Long()}
	if s.Venue != "" {
		parts = append(parts, m.Text(s.Venue))
	}
	return strings.Join(parts, ", ") + " (" + m.Text(s.FormNote()) + ")."
}

// sourced says where the statement can be looked up, "" if that is not known.
func (s *Statement) sourced(m Markup) string {
	if source := s.SourceNote(m); source != "" {
		return "Source: " + strings.TrimSuffix(source, ".") + "."
	}
	return ""
}

// Attribution says who made the statement, in which role and for whom: "Jens Stoltenberg, Secretary General, NATO".
func (s *Statement) Attribution(m Markup) string {
	parts := []string{m.Text(s.Speaker.Name)}
	if s.Role != "" && s.Speaker.Kind == Person {
		parts = append(parts, m.Text(s.Role))
	}
	if s.Affiliation != nil {
		parts = append(parts, m.Text(s.Affiliation.Name))
	}
	return strings.Join(parts, ", ")
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

// SourceNote names the source and the place in it: US, NATO convey …, Republic, 27 January 2022, paragraph 3.
func (s *Statement) SourceNote(m Markup) string {
	if s.Source == nil {
		return ""
	}
	var parts []string
	if title := s.Source.Title; title != "" || s.Source.URL != "" {
		parts = append(parts, m.Link(m.Text(cmp.Or(title, s.Source.URL)), s.Source.URL))
	}
	if s.Source.Publisher != "" {
		parts = append(parts, m.Text(s.Source.Publisher))
	}
	if s.Source.Dated {
		parts = append(parts, s.Source.Date.Long())
	}
	if s.Locator != "" {
		parts = append(parts, m.Text(s.Locator))
	}
	return strings.Join(parts, ", ")
}
