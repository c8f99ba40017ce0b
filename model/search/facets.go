package search

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"onrecord/model"
	"onrecord/model/query"
)

// field returns the field of the query that filters by a facet.
func (k FacetKind) field() query.Field {
	return [...]query.Field{query.Speaker, query.For, query.Topic, query.Stance, query.Form, query.Medium, query.On}[k]
}

// valueCount returns how many values a facet can have.
func (x *Index) valueCount(k FacetKind) int {
	switch k {
	case BySpeaker, ByActor:
		return len(x.collection.Speakers())
	case ByTopic:
		return len(x.collection.Topics())
	case ByStance:
		return int(stanceCount)
	case ByForm:
		return len(model.Forms())
	case ByMedium:
		return int(mediumCount)
	}
	return len(x.calendar.days)
}

// counted is a value and how many statements have it.
type counted struct {
	value, n int32
}

// countedRoom keeps room for listing values.
var countedRoom = sync.Pool{New: func() any { return new([]counted) }}

// facet lists the values that have been counted.
func (x *Index) facet(w FacetWish, counts []int32) Facet {
	f := Facet{Kind: w.Kind}
	for _, n := range counts {
		if n > 0 {
			f.Size++
		}
	}
	if f.Size == 0 {
		return f
	}
	room := countedRoom.Get().(*[]counted)
	defer countedRoom.Put(room)
	*room = slices.Grow((*room)[:0], f.Size)
	all := *room
	for value, n := range counts {
		if n > 0 {
			all = append(all, counted{int32(value), n})
		}
	}
	before := func(a, b counted) int {
		if w.Kind == ByDay {
			return cmp.Compare(a.value, b.value)
		}
		if a.n != b.n {
			return cmp.Compare(b.n, a.n)
		}
		return cmp.Or(strings.Compare(x.valueName(w.Kind, int(a.value)), x.valueName(w.Kind, int(b.value))), int(a.value-b.value))
	}
	first := firstOf(all, w.Limit, before)
	f.Values = make([]Value, 0, len(first))
	for _, c := range first {
		f.Values = append(f.Values, x.value(w.Kind, int(c.value), int(c.n)))
	}
	return f
}

// firstOf returns the first of some things in an order, at most so many, or all if limit is 0.
func firstOf[T any](all []T, limit int, compare func(a, b T) int) []T {
	if limit <= 0 || limit >= len(all) {
		slices.SortFunc(all, compare)
		return all
	}
	first := all[:limit:limit]
	slices.SortFunc(first, compare)
	for _, one := range all[limit:] {
		if compare(one, first[limit-1]) < 0 {
			at, _ := slices.BinarySearchFunc(first, one, compare)
			copy(first[at+1:], first[at:])
			first[at] = one
		}
	}
	return first
}

func (x *Index) valueName(k FacetKind, value int) string {
	switch k {
	case BySpeaker, ByActor:
		return x.collection.Speakers()[value].Name
	case ByTopic:
		return x.collection.Topics()[value].Name
	}
	return x.valueKey(k, value)
}

func (x *Index) valueKey(k FacetKind, value int) string {
	switch k {
	case BySpeaker, ByActor:
		return x.collection.Speakers()[value].ID
	case ByTopic:
		return x.collection.Topics()[value].ID
	case ByStance:
		return model.Stance(value).String()
	case ByForm:
		return model.Form(value).String()
	case ByMedium:
		return model.Medium(value).String()
	}
	return x.calendar.key(value)
}

func (x *Index) value(k FacetKind, value, n int) Value {
	v := Value{Key: x.valueKey(k, value), Name: x.valueName(k, value), Count: n}
	if k == ByDay {
		v.Day = x.calendar.days[value]
	}
	return v
}
