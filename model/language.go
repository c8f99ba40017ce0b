package model

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// LanguageName returns the English name of a language tag such as "de" or "pt-BR", or the tag itself where it is none.
func LanguageName(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.English.Tags().Name(parsed); name != "" {
		return name
	}
	return tag
}
