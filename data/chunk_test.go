package data

import (
	"slices"
	"strings"
	"testing"
)

// A chunk is filled again and again. What it keeps for its room would otherwise hold on to all texts ever read.
func TestAChunkThatWasHandedOnHoldsNoText(t *testing.T) {
	const usable = `{"id": "a", "speaker": "s", "date": "2022-01-26", "text": "t", "topics": ["p", "q"], "stances": [{"topic": "p", "stance": "oppose"}]}`
	c := &chunk{text: usable + "\n" + strings.Replace(usable, "2022-01-26", "soon", 1) + "\n" + usable}
	c.parse(newRecordParser())
	if c.used != 2 || c.unusable != 1 {
		t.Fatalf("%d records, %d that can't be used", c.used, c.unusable)
	}
	c.forget()
	for i := range c.records[:cap(c.records)] {
		r := &c.records[:cap(c.records)][i]
		topics, stances := r.topics[:cap(r.topics)], r.stances[:cap(r.stances)]
		if r.ID != "" || r.speaker != "" || slices.ContainsFunc(topics, func(s string) bool { return s != "" }) ||
			slices.ContainsFunc(stances, func(s stanceRecord) bool { return s.topic != "" }) {
			t.Errorf("record %d still holds %q %q %v", i, r.ID, topics, stances)
		}
	}
	if c.text != "" {
		t.Error("the chunk holds its text")
	}
}
