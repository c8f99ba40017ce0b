package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPhrasesByCodes looks for phrases in all codes, in those of some members, and word by word. The words are so many
// that their codes have one, two and three bytes.
func TestPhrasesByCodes(t *testing.T) {
	const vocabulary, size = codes1 + codes2 + 5000, 400
	random := rand.New(rand.NewPCG(1, 2))
	s := &shelf{size: size}
	counts := make([]uint32, vocabulary)
	for place, word := range random.Perm(vocabulary) {
		counts[word] = uint32(vocabulary - place)
	}
	s.order.chooseCommon(counts)
	frequent := s.order.common[:6]
	s.order.starts = []uint32{0}
	for range size {
		for in := range 1 + random.Uint32N(maxFields) {
			s.order.codes = append(s.order.codes, byte(in))
			for range random.IntN(40) {
				word := frequent[random.IntN(len(frequent))]
				if random.IntN(3) == 0 {
					word = random.Uint32N(vocabulary)
				}
				s.order.codes = s.order.appendCode(s.order.codes, word)
			}
		}
		s.order.starts = append(s.order.starts, uint32(len(s.order.codes)))
	}
	word := func(w uint32) spot { return spot{words: []graded{{int(w), Exact}}} }
	from := func(first, last int, words ...graded) spot { return spot{words: words, first: first, last: last} }
	for _, spots := range [][]spot{
		{word(frequent[0]), word(frequent[1])},
		{word(frequent[0]), from(0, vocabulary)},
		{word(frequent[2]), from(vocabulary/3, vocabulary/2)},
		{word(frequent[2]), from(vocabulary/3, vocabulary/2, graded{vocabulary / 3, Exact}, graded{7, Form})},
		{word(frequent[3]), word(frequent[3]), from(9, vocabulary/2)},
		{word(frequent[3]), word(frequent[4]), word(frequent[5])},
		{word(s.order.common[200]), from(0, vocabulary)},
		{word(frequent[1]), word(s.order.common[200]), from(0, vocabulary)},
	} {
		var everywhere, again, among foundNotes
		var now stands
		wanted := s.among(span(size), spots)
		codes, ok := s.exactly(spots[:len(spots)-1])
		if !ok {
			t.Fatal("the first words are not one each")
		}
		p := s.order.newPhrase(codes, &spots[len(spots)-1])
		p.everywhere(&trail{now: &now}, &everywhere)
		p.everywhere(&trail{before: &now}, &again)
		p.among(span(size), &among)
		p.free()
		for in := range wanted {
			for q, members := range wanted[in] {
				list := members.appendTo(nil)
				if !slices.Equal(everywhere[in][q], list) || !slices.Equal(again[in][q], list) || !slices.Equal(among[in][q], list) {
					t.Errorf("%v, field %d, quality %d: %d and %d members, word by word %d", spots, in, q, len(everywhere[in][q]), len(among[in][q]), len(list))
				}
			}
		}
	}
}
