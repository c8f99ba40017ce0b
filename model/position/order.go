package position

import (
	"cmp"
	"strings"

	"onrecord/model/fold"
)

// compareNames orders rows by name.
func compareNames(a, b *Row) int {
	own := 0
	if a.Own != b.Own {
		own = 1
		if b.Own {
			own = -1
		}
	}
	return cmp.Or(
		strings.Compare(fold.String(a.Speaker.Short()), fold.String(b.Speaker.Short())),
		strings.Compare(a.Speaker.ID, b.Speaker.ID),
		own,
	)
}
