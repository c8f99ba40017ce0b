package search

import (
	"math"
	"slices"
)

// trim drops those statements of a part that are too old to be wanted. It pays where many statements have the same score,
// as with a term that nearly all match: if none of the part can score more than the worst that is wanted scores, only
// those count that are not older.
func (t *tiers) trim(p *part) {
	worst := t.k.worst.Load()
	if p.docs != nil || p.set.n <= trimFrom || standing(p.most, math.MinInt32) > worst {
		return
	}
	newer := t.segment.since(dayOf(worst))
	if len(newer) > smallPart || 2*len(newer) > p.set.n {
		return
	}
	kept := make([]uint16, 0, len(newer))
	for _, doc := range newer {
		if p.set.has(doc) {
			kept = append(kept, doc)
		}
	}
	slices.Sort(kept)
	t.free(*p)
	p.set, p.owned = listSet(kept), false
}

// trimFrom is up to how many statements a part is not worth trimming.
const trimFrom = 64

// since returns the statements that are not older than a day, the newest first.
func (s *segment) since(day int64) []uint16 {
	n, _ := slices.BinarySearchFunc(s.days, day, func(r run, day int64) int {
		if int64(r.day) >= day {
			return -1
		}
		return 1
	})
	if n == len(s.days) {
		return s.order
	}
	return s.order[:s.days[n].first]
}
