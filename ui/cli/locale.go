package cli

import (
	"cmp"
	"strings"
)

// utf8Locale tells whether the locale is one of UTF-8, or none is set, as in containers: what a terminal shows is UTF-8
// almost everywhere, and only who says otherwise is believed.
func utf8Locale(environ func(string) string) bool {
	locale := cmp.Or(environ("LC_ALL"), environ("LC_CTYPE"), environ("LANG"))
	name, charset, named := strings.Cut(locale, ".")
	if !named {
		return name != "C" && name != "POSIX"
	}
	charset, _, _ = strings.Cut(charset, "@")
	return strings.EqualFold(strings.ReplaceAll(charset, "-", ""), "utf8")
}
