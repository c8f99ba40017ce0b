package widget

import (
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/link"
)

// Link makes styled, which is already drawn, lead to address on terminals that know OSC 8. An address
// that is not http or https, or that holds anything a terminal could take amiss, is left out.
func Link(address, styled string) string {
	address = safeAddress(address)
	if address == "" || styled == "" {
		return styled
	}
	return ansi.SetHyperlink(address) + styled + ansi.ResetHyperlink()
}

// safeAddress is address in a form for OSC 8, or nothing.
func safeAddress(address string) string {
	if address == "" {
		return ""
	}
	clean, err := link.Check(address)
	if err != nil {
		return ""
	}
	for i := range len(clean) {
		if clean[i] <= 0x20 || clean[i] > 0x7e {
			return ""
		}
	}
	return clean
}
