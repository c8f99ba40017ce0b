package cli

import (
	"context"
	"strings"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/search"
	"onrecord/ui/widget"
)

// open reads the collections that --data names, or the embedded one. What can't be used is counted on standard error.
func (a *app) open(ctx context.Context, each func(*model.Collection)) (*model.Collection, error) {
	var last data.Update
	reader := data.Reader{Paths: a.data, Stdin: a.process.Stdin}
	progress := a.progress()
	err := reader.Read(ctx, func(u data.Update) {
		last = u
		a.lost.add(u)
		a.faults.reads(u.Collection)
		progress.show(u)
		each(u.Collection)
	})
	progress.clear()
	a.parts = last.Parts
	if err != nil {
		return nil, err
	}
	return last.Collection, nil
}

// index reads the collections and indexes them meanwhile.
func (a *app) index(ctx context.Context) (*search.Index, error) {
	grown := make(chan *model.Collection, 1)
	var index *search.Index
	done := crew.Go(func() (err error) {
		var indexer search.Indexer
		for c := range grown {
			spare(c.Len(), spareReading)
			if index, err = indexer.Extend(ctx, c); err != nil {
				return err
			}
		}
		return nil
	})
	_, err := a.open(ctx, func(c *model.Collection) {
		select {
		case <-grown: // not begun yet, and the newer one holds it
		default:
		}
		grown <- c
	})
	close(grown)
	if e := <-done; err == nil {
		err = e
	}
	return index, err
}

func records(n int) string { return counted(n, "record", "records") }

// counted names a number of things: 1 record, 1,234 records.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return widget.Thousands(n) + " " + many
}

// shellWords writes words so that a shell reads them as they are.
func shellWords(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = shellWord(word)
	}
	return strings.Join(quoted, " ")
}

func shellWord(word string) string {
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("/._-+:,@%", r)
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
