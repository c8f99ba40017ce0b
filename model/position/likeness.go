package position

// Likeness tells how alike two actors stand on the topics on which both take a position.
type Likeness struct {
	Alike   int // topics on which both stand the same: both support, both oppose, or both are neutral
	Partly  int // topics on which they neither stand the same nor against each other, as when one sets conditions
	Against int // topics on which one supports and the other opposes
}

// Topics returns on how many topics both take a position.
func (l Likeness) Topics() int { return l.Alike + l.Partly + l.Against }

// LikenessOf compares two rows. It is the same both ways. A row is alike to itself wherever it takes a position, even
// where that is mixed; two different actors who set conditions, or are each on both sides, are alike in part only,
// because their conditions may differ.
func LikenessOf(a, b *Row) Likeness {
	var l Likeness
	i, k := 0, 0
	for i < len(a.cells) && k < len(b.cells) {
		x, y := &a.cells[i], &b.cells[k]
		if x.topic != y.topic {
			if x.topic < y.topic {
				i++
			} else {
				k++
			}
			continue
		}
		if x.Stand.Taken() && y.Stand.Taken() {
			l.add(x.Stand, y.Stand, a == b)
		}
		i++
		k++
	}
	return l
}

func (l *Likeness) add(a, b Stand, same bool) {
	switch {
	case same || alike(a, b):
		l.Alike++
	case a.level()*b.level() < 0:
		l.Against++
	default:
		l.Partly++
	}
}

// alike tells whether two actors stand the same.
func alike(a, b Stand) bool { return a == b && (a == Support || a == Oppose || a == Neutral) }
