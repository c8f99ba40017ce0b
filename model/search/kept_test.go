package search_test

import (
	"context"
	"fmt"
	"testing"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
)

// TestKeptBehindAFullBlock keeps a statement that is older than all of a block, as full as a block can be, where all match
// the query alike.
func TestKeptBehindAFullBlock(t *testing.T) {
	b := model.NewBuilder(model.Info{})
	speaker := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(speaker)
	for i := range model.BlockSize + 2 {
		day := model.Day(1000)
		if i >= model.BlockSize {
			day = model.Day(i - model.BlockSize)
		}
		if err := b.Add(model.Statement{ID: fmt.Sprint(i), Speaker: speaker, Day: day, Text: "Peace."}); err != nil {
			t.Fatal(err)
		}
	}
	b.Close()
	x, err := search.New(context.Background(), b.Collection())
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string][]int{
		"peace": {model.BlockSize + 1, model.BlockSize}, "peace sort:date": {model.BlockSize + 1, model.BlockSize}, "peace sort:-date": {0, 1},
	} {
		a, err := x.Search(context.Background(), search.Request{Query: query.Parse(line), Keep: []int{model.BlockSize, model.BlockSize + 1}})
		if err != nil || a.Kept[0] != want[0] || a.Kept[1] != want[1] {
			t.Errorf("%s: %v %v, want %v", line, a.Kept, err, want)
		}
	}
}
