package theme

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Profile is how many colours to use, given what was detected and the environment (entries NAME=value).
// By its convention NO_COLOR holds with any value that is not empty, which not every detection knows.
func Profile(detected colorprofile.Profile, environ []string) colorprofile.Profile {
	for _, entry := range environ {
		if value, ok := strings.CutPrefix(entry, "NO_COLOR="); ok && value != "" && detected > colorprofile.ASCII {
			return colorprofile.ASCII
		}
	}
	return detected
}
