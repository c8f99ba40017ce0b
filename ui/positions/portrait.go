package positions

import (
	"fmt"
	"strings"

	"onrecord/model/position"
	"onrecord/ui/widget"
)

// tally says how many actors stand where on a topic.
func tally(stands [position.Mixed + 1]int) string {
	words := map[position.Stand][2]string{
		position.Support: {"supports it", "support it"}, position.Oppose: {"opposes it", "oppose it"},
		position.Conditional: {"sets conditions", "set conditions"}, position.Neutral: {"is neutral", "are neutral"},
		position.Mixed:  {"is on both sides", "are on both sides"},
		position.Spoke:  {"spoke about it and took no position", "spoke about it and took no position"},
		position.Silent: {"is silent", "are silent"},
	}
	var parts []string
	for _, s := range position.Stands() {
		switch n := stands[s]; {
		case n == 1:
			parts = append(parts, "1 "+words[s][0])
		case n > 1:
			parts = append(parts, widget.Thousands(n)+" "+words[s][1])
		}
	}
	return "Of the actors, " + strings.Join(parts, ", ") + "."
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
		text += ": " + summary(stands)
	}
	if n := stands[position.Spoke]; n > 0 {
		text += fmt.Sprintf("; spoke about %d more and took none", n)
	}
	return text + "."
}

// summary counts the positions of one actor.
func summary(stands [position.Mixed + 1]int) string {
	var parts []string
	for _, s := range []struct {
		stand position.Stand
		words string
	}{
		{position.Support, "supports"}, {position.Oppose, "opposes"}, {position.Conditional, "on conditions"},
		{position.Neutral, "neutral"}, {position.Mixed, "both sides"},
	} {
		if n := stands[s.stand]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.words, n))
		}
	}
	return strings.Join(parts, ", ")
}
