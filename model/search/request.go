package search

import (
	"onrecord/model"
	"onrecord/model/query"
)

// Request is a question.
type Request struct {
	Query   query.Query
	Offset  int         // how many of the first hits to leave out
	Limit   int         // how many hits to return at most
	Facets  []FacetWish // of which facets to count the values
	Marked  []int       // the places of the marked statements, for is:marked, in any order
	Explain bool        // whether hits come with their Why
	Keep    []int       // the places of statements in the collection whose ranks are wanted

	memo *memo // of a request that is part of answering another one
}

// FacetWish asks for the values of a facet.
type FacetWish struct {
	Kind  FacetKind
	Limit int // how many values at most; 0 is all
}

// Answer is what a question leads to. The counts are exact.
type Answer struct {
	Total   int   // statements in the collection
	Count   int   // of them match
	Hits    []Hit // the wanted ones of those, in order
	Facets  []Facet
	Reading []Reading // what each group of the query was understood to mean, by the groups of the query
	Widened bool      // nothing matches well, so that misspelt words and abbreviations count, too
	Drops   []Drop    // if nothing matches: what leaving out one group would give, the least essential first: see drops
	Near    []NearHit // if hardly anything matches: the best of the statements that lack some words
	NearBy  int       // how many of those there are; if that are more than Near has, how many lack words, but not too many
	Kept    []int     // the ranks of the statements of Request.Keep among those that match, from 0; -1 for others

	index *Index
	plan  *plan
}

// Hit is a statement that matches.
type Hit struct {
	Index int     // its place in the collection
	Score float64 // 0 in an order by date
	Why   []Part  // the parts of the score, if they were asked for
}

// NearHit is a statement that does not match, but would without a word of the query or more.
type NearHit struct {
	Hit
	Missing []string // the words that it lacks, as they were typed
}

// Part is a part of a hit's score.
type Part struct {
	Term    string // what was typed
	Place   Place  // where it matches best
	Quality Quality
	Score   float64
	Also    []Place // where else it matches
	Note    string  // for a part that is not for one term: "close together"
}

// Drop is a group of the query, and how many statements match the query without it.
type Drop struct {
	Group int
	Count int
}

// FacetKind is a property by which statements are counted.
type FacetKind uint8

// The facets.
const (
	BySpeaker FacetKind = iota
	ByActor
	ByTopic
	ByStance
	ByForm
	ByMedium
	ByDay
	facetCount = iota
)

// Facet holds how many of the statements have which value, most first, and equally many by name; days come in their
// order. If the query has a filter on the facet's own field, the counts are those without it, so that the alternatives
// to it are seen, and that what adding one of them gives.
type Facet struct {
	Kind   FacetKind
	Values []Value
	Size   int // how many values there are, also if fewer were asked for
}

// Value is one value of a facet.
type Value struct {
	Key   string // what a filter in a query calls it: an id, "oppose", "2022-01-26"
	Name  string // what it is called
	Count int
	Day   model.Day // of ByDay
}
