package cli

import (
	"time"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/statements"
)

// facetsOf brings the facets into the form in which the screen shows them: days as months, or years, with a chart.
func facetsOf(found []search.Facet, choices query.Choices, c *model.Collection) []statements.Facet {
	var facets []statements.Facet
	for _, f := range found {
		if f.Kind == search.ByDay {
			facet := datesOf(f)
			facet.Left = leftOut(choices, query.On, c)
			facets = append(facets, facet)
			continue
		}
		facet := statements.Facet{Field: fieldOf[f.Kind], More: f.Size - len(f.Values), Left: leftOut(choices, fieldOf[f.Kind], c)}
		for _, v := range f.Values {
			label := wordsOf(fieldOf[f.Kind], v.Key, v.Name)
			if f.Kind == search.ByActor {
				label = c.Speaker(v.Key).Short()
			}
			facet.Values = append(facet.Values, statements.Value{Token: v.Key, Label: label, Count: v.Count})
		}
		facets = append(facets, facet)
	}
	return facets
}

// leftOut lists what a line leaves out of a facet, by name if it is the id of a record.
func leftOut(choices query.Choices, field query.Field, c *model.Collection) []statements.Value {
	var left []statements.Value
	for _, token := range choices.LeftOut(field) {
		v := statements.Value{Token: token, Label: wordsOf(field, token, token)}
		switch field {
		case query.Speaker, query.For:
			if s := c.Speaker(token); s != nil && field == query.For {
				v.Label = s.Short()
			} else if s != nil {
				v.Label = s.Name
			}
		case query.Topic:
			if t := c.Topic(token); t != nil {
				v.Label = t.Name
			}
		}
		left = append(left, v)
	}
	return left
}

// wordsOf names a value of a facet for readers, where the query line has another word for it.
func wordsOf(field query.Field, token, name string) string {
	switch field {
	case query.Stance:
		if stance, err := model.ParseStance(token); err == nil {
			return stance.Words()
		}
	case query.Form:
		if form, err := model.ParseForm(token); err == nil {
			return form.Words()
		}
	}
	return name
}

var fieldOf = map[search.FacetKind]query.Field{
	search.BySpeaker: query.Speaker, search.ByActor: query.For, search.ByTopic: query.Topic,
	search.ByStance: query.Stance, search.ByForm: query.Form, search.ByMedium: query.Medium,
}

// manyMonths is from how many months on dates are shown by year.
const manyMonths = 36

// datesOf gathers days into months, or into years if there are many.
func datesOf(f search.Facet) statements.Facet {
	facet := statements.Facet{Field: query.On}
	if len(f.Values) == 0 {
		return facet
	}
	first, last := f.Values[0].Day, f.Values[len(f.Values)-1].Day
	token, label := "2006-01", "January 2006"
	byYear := (last-first)/30 > manyMonths
	if byYear {
		token, label = "2006", "2006"
	}
	var year int
	var month time.Month
	for _, v := range f.Values {
		y, m, _ := v.Day.Date()
		if n := len(facet.Values); n > 0 && y == year && (byYear || m == month) {
			facet.Values[n-1].Count += v.Count
			continue
		}
		year, month = y, m
		facet.Values = append(facet.Values, statements.Value{Token: v.Day.Format(token), Label: v.Day.Format(label), Count: v.Count})
	}
	facet.Chart = chart(f.Values, first, last)
	return facet
}

// chartColumns is how many columns a chart of dates has at most.
const chartColumns = 60

// chart counts statements in even stretches of time.
func chart(days []search.Value, first, last model.Day) []int {
	length := int(last-first) + 1
	columns := min(length, chartColumns)
	counts := make([]int, columns)
	for _, v := range days {
		counts[int(v.Day-first)*columns/length] += v.Count
	}
	return counts
}
