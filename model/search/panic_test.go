package search

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// TestAFaultOfTheEngineIsAnError damages an index, and checks that the panic to which that leads, in whatever goroutine,
// becomes the error of what was asked.
func TestAFaultOfTheEngineIsAnError(t *testing.T) {
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(s)
	for i := range 2 {
		if err := b.Add(model.Statement{ID: fmt.Sprint(i), Speaker: s, Text: "gas"}); err != nil {
			t.Fatal(err)
		}
		b.Seal()
	}
	c := b.Collection()
	damaged := &Index{collection: c, terms: newMemory(), segments: make([]*segment, len(c.Blocks()))}
	for name, ask := range map[string]func() error{
		"Search": func() error {
			_, err := damaged.Search(t.Context(), Request{Query: query.Parse("gas"), Limit: 1})
			return err
		},
		"Search in workers": func() error {
			_, err := damaged.Search(t.Context(), Request{Limit: 1})
			return err
		},
		"Select": func() error {
			_, err := damaged.Select(t.Context(), query.Parse("gas"), nil)
			return err
		},
		"Complete": func() error {
			_, err := damaged.Complete(t.Context(), query.Slot{Kind: query.WordSlot, Prefix: "gas"}, 1)
			return err
		},
		"Extend": func() error {
			_, err := Extend(t.Context(), damaged, c)
			return err
		},
	} {
		var thrown *crew.PanicError
		if err := ask(); !errors.As(err, &thrown) || !strings.Contains(string(thrown.Stack), "search.(*") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
