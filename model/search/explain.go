package search

// explain returns the parts of a hit's score.
func (k *ranker) explain(r ranked) []Part {
	var parts []Part
	docs := []uint16{r.doc}
	for i := range k.terms {
		t := &k.terms[i]
		m := masksOf(t.answer.segments[r.segment].sets, docs)[0]
		if m == 0 {
			continue
		}
		part := Part{Term: t.text, Score: float64(t.score(m)) / 1000}
		best := -1.0
		for p := range Place(placeCount) {
			for q := range Quality(qualityCount) {
				if !m.has(classOf(p, q)) {
					continue
				}
				if g := t.grades[classOf(p, q)]; g > best {
					best, part.Place, part.Quality = g, p, q
				}
				part.Also = append(part.Also, p)
				break
			}
		}
		parts = append(parts, part)
	}
	near := k.newNearness(r.segment)
	defer near.free()
	if near := near.score(int(r.doc)); near > 0 {
		parts = append(parts, Part{Note: "close together", Score: float64(near) / 1000})
	}
	return parts
}

// scoreOf returns the whole score of a statement.
func (k *ranker) scoreOf(r ranked) int32 {
	near := k.newNearness(r.segment)
	defer near.free()
	score := near.score(int(r.doc))
	t := k.newTiers(r.segment, listSet([]uint16{r.doc}), nil)
	for !t.done() {
		t.next(func(one rated, _, _ int32) bool {
			score += one.score
			return true
		})
	}
	return score
}
