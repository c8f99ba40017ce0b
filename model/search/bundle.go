package search

// bundle is some ways of a term, one after the other, in which so few statements match that these are better rated one by
// one than parted way by way.
type bundle struct {
	end    int // the way behind them, 0 if there is no bundle
	set    set // what matches in any of them, once that has been asked for
	joined bool
}

// bundlesOf returns for each way the bundle that begins with it.
func bundlesOf(ways []classSet) []bundle {
	bundles := make([]bundle, len(ways))
	for first := 0; first < len(ways); {
		end, n := first, 0
		for end < len(ways) && n+ways[end].set.n <= smallPart {
			n += ways[end].set.n
			end++
		}
		if end-first < 2 {
			first++
			continue
		}
		bundles[first].end = end
		first = end
	}
	return bundles
}

// inBundle returns what matches in any of the ways of a term's bundle that begins with a way.
func (t *tiers) inBundle(term, first int) set {
	b := &t.bundles[term][first]
	if b.joined {
		return b.set
	}
	sets := make([]set, 0, b.end-first)
	for _, w := range t.ways[term][first:b.end] {
		sets = append(sets, w.set)
	}
	b.set, b.joined = or(sets...), true
	return b.set
}

// splitBundle parts a part by whether statements match in any of the ways of a bundle.
func (t *tiers) splitBundle(p part) {
	in, out := p, p
	in.set, in.owned, out.set, out.owned = t.both(p.set, t.inBundle(p.term, p.way))
	t.free(p)
	out.way = t.bundles[p.term][p.way].end
	t.push(in)
	t.push(out)
}
