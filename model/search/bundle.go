package search

// bundle is some ways of a term, one after the other, in which so few statements match that these are better rated one by
// one than parted way by way.
type bundle struct {
	end int // the way behind them, 0 if there is no bundle
	set set // what matches in any of them
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
		sets := make([]set, 0, end-first)
		for _, w := range ways[first:end] {
			sets = append(sets, w.set)
		}
		bundles[first] = bundle{end, or(sets...)}
		first = end
	}
	return bundles
}

// splitBundle parts a part by whether statements match in any of the ways of a bundle.
func (t *tiers) splitBundle(p part, b bundle) {
	in, out := p, p
	in.set, in.owned, out.set, out.owned = t.both(p.set, b.set)
	t.free(p)
	out.way = b.end
	t.push(in)
	t.push(out)
}
