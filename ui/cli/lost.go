package cli

import (
	"slices"
	"strings"

	"onrecord/data"
	"onrecord/ui/nav"
)

// lost is what could not be used of the collections that have been read.
type lost struct {
	counts data.Counts
	whole  []string // problems with whole files, the first few
	list   []string // the first problems of all
}

// How many problems are told one by one.
const (
	fewWhole = 3
	listed   = 1000
)

// add adds what an update tells. What has been handed out before stays as it is.
func (l *lost) add(u data.Update) {
	l.counts = u.Counts
	for _, p := range u.Problems {
		if p.Whole && len(l.whole) < fewWhole {
			l.whole = append(l.whole, p.String())
		}
		if len(l.list) < listed {
			l.list = append(l.list, p.String())
		}
	}
}

// breakOff adds why nothing more could be read.
func (l *lost) breakOff(err error) {
	l.counts.Errors++
	l.list = slices.Concat([]string{err.Error()}, l.list)
}

// sentence says how much could not be used, "" if nothing is lost.
func (l *lost) sentence() string {
	var parts []string
	if l.counts.LeftOut > 0 {
		parts = append(parts, records(l.counts.LeftOut)+" left out")
	} else if l.counts.Errors > 0 {
		parts = append(parts, counted(l.counts.Errors, "error", "errors"))
	}
	if l.counts.Warnings > 0 {
		parts = append(parts, counted(l.counts.Warnings, "warning", "warnings"))
	}
	return strings.Join(parts, ", ")
}

// shown is what the screen shows of it.
func (l *lost) shown(paths []string) nav.Problems {
	c := l.counts
	shown := nav.Problems{Errors: c.Errors, LeftOut: c.LeftOut, Warnings: c.Warnings, List: l.list}
	if shown.More = c.Errors + c.Warnings + c.Notes - len(l.list); shown.More > 0 && !slices.Contains(paths, "-") {
		shown.Listing = listing(paths)
	}
	return shown
}

// sayLost says once what could not be used of the collections, and how to find out why, unless that has been said.
func (a *app) sayLost() {
	for _, problem := range a.lost.whole {
		a.say(problem)
	}
	c := a.lost.counts
	if sentence := a.lost.sentence(); sentence != "" && c != (data.Counts{Errors: len(a.lost.whole), Notes: c.Notes}) {
		a.say(sentence + "; " + listing(a.data))
	}
	a.lost = lost{}
}

// listing says how to see every problem of collections.
func listing(paths []string) string { return "onrecord check " + shellWords(paths) + " lists them" }
