package positions

import (
	"fmt"
	"strings"

	"onrecord/model/position"
	"onrecord/ui/widget"
)

// tally says how many actors stand where on a topic.
func tally(stands [position.Mixed + 1]int) string {
	return "Actors: " + summary(stands, func(position.Stand) bool { return true }) + "."
}

// portrait says what an actor or a speaker is on record with.
func (d *desk) portrait(row *position.Row) string {
	var stands [position.Mixed + 1]int
	taken := 0
	for _, c := range d.answer.Matrix.Columns {
		stand := row.Cell(c).Stand
		stands[stand]++
		if stand.Taken() {
			taken++
		}
	}
	text := "A position on " + topics(taken)
	switch {
	case row.Actor != nil:
		text = "For " + row.Actor.Name + ". " + text
	case !row.Own:
		text = "By " + counted(row.Voices, "speaker", "speakers") + ". " + text
	}
	if taken > 0 {
		text += ": " + summary(stands, position.Stand.Taken)
	}
	if n := stands[position.Spoke]; n > 0 {
		text += fmt.Sprintf("; %d more without a position", n)
	}
	return text + "."
}

// summary counts stands of some kind: "supports 3, opposes 1".
func summary(stands [position.Mixed + 1]int, of func(position.Stand) bool) string {
	var parts []string
	for _, s := range position.Stands() {
		if n := stands[s]; n > 0 && of(s) {
			parts = append(parts, s.Words()+" "+widget.Thousands(n))
		}
	}
	return strings.Join(parts, ", ")
}
