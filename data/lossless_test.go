package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/data"
)

// damaged is a file of records of which some are damaged, each within itself.
type damaged struct {
	text    string
	records int
	sound   []string // the ids of those that are not damaged
}

// TestEveryRecordIsUsedOrCounted damages records in all forms of statements alone. Whatever is damaged, all others are there,
// and none is lost without being counted and told.
func TestEveryRecordIsUsedOrCounted(t *testing.T) {
	dir := t.TempDir()
	for _, form := range []struct {
		name string
		draw func(*rapid.T) damaged
	}{{"a.jsonl", drawLines}, {"a.json", drawArray}, {"a.csv", drawTable}} {
		rapid.Check(t, func(t *rapid.T) {
			file := form.draw(t)
			path := filepath.Join(dir, form.name)
			if err := os.WriteFile(path, []byte(file.text), 0o600); err != nil {
				t.Fatal(err)
			}
			problems, sum, err := data.Check(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if sum.Statements+sum.LeftOut != file.records {
				t.Fatalf("%d records, %+v\n%s", file.records, sum, file.text)
			}
			if sum.LeftOut > 0 && sum.Errors == 0 || sum.Errors+sum.Warnings+sum.Notes != len(problems) {
				t.Fatalf("%+v is not told: %v\n%s", sum, problems, file.text)
			}
			c, _, err := data.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			there := ids(c)
			for _, id := range file.sound {
				if !slices.Contains(there, id) {
					t.Fatalf("%s is not there, only %v\n%s", id, there, file.text)
				}
			}
		})
	}
}

// drawLines draws lines of JSON, damaged in any way that leaves them one line.
func drawLines(t *rapid.T) damaged {
	file := drawRecords(t, func(record string) string {
		cut := rapid.IntRange(1, len(record)).Draw(t, "cut")
		return rapid.SampledFrom([]string{
			record[:cut], record[cut:] + "x", record + record, strings.ReplaceAll(record, `"`, ""), "\xff" + record, "7",
			strings.Replace(record, "1894", "", 1), strings.Replace(record, `"No."`, "{}", 1), "null", record[:cut] + "\x00" + record[cut:],
		}).Draw(t, "damage")
	})
	return file.joined("", "\n", "\n")
}

// drawArray draws an array, on one line or on several; what is damaged still begins as a record.
func drawArray(t *rapid.T) damaged {
	file := drawRecords(t, func(record string) string {
		cut := rapid.IntRange(len(`{"id": "`), len(record)-1).Draw(t, "cut")
		return rapid.SampledFrom([]string{
			record[:cut], strings.Replace(record, "1894", "", 1), strings.Replace(record, `"No."`, "NaN", 1), strings.Replace(record, `"No."`, `"No.`, 1),
			strings.Replace(record, `"No."`, `["No."}`, 1), strings.Replace(record, ": ", " ", 1),
		}).Draw(t, "damage")
	})
	between := rapid.SampledFrom([]string{", ", ",\n", "\n,\n"}).Draw(t, "between")
	return file.joined("[", between, "]")
}

// drawTable draws rows, damaged in any way that leaves them one line.
func drawTable(t *rapid.T) damaged {
	file := damaged{}
	var rows []string
	for i := range rapid.IntRange(0, 8).Draw(t, "rows") {
		id := fmt.Sprint("s", i)
		row := rapid.SampledFrom([]string{id + ",Ada,1894-07-26,direct,No.", id + `,Ada,"1894-07-26",direct,"No, ""no""."`}).Draw(t, "row")
		if rapid.IntRange(0, 3).Draw(t, "whole") > 0 {
			file.sound = append(file.sound, id)
		} else {
			at := rapid.IntRange(0, len(row)).Draw(t, "at")
			row = rapid.SampledFrom([]string{
				id + `,Ada,1894-07-26,direct,"No.`, `"` + id + ",Ada,1894-07-26,direct,No.", row + ",more", id + ",Ada", strings.Replace(row, "No", "N\"o", 1),
				strings.Replace(row, "1894", "", 1), row[:at] + "\xff" + row[at:], row + `"`,
			}).Draw(t, "damage")
		}
		rows = append(rows, row)
		file.records++
	}
	end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
	file.text = "id,speaker,date,form,text" + end + strings.Join(rows, end) + end
	return file
}

func drawRecords(t *rapid.T, damage func(record string) string) damaged {
	file := damaged{}
	var records []string
	for i := range rapid.IntRange(0, 8).Draw(t, "records") {
		id := fmt.Sprint("s", i)
		record := `{"id": "` + id + `", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}`
		if rapid.IntRange(0, 3).Draw(t, "whole") > 0 {
			file.sound = append(file.sound, id)
		} else {
			record = damage(record)
		}
		records = append(records, record)
		file.records++
	}
	file.text = strings.Join(records, "\x1e")
	return file
}

// joined puts the records together.
func (d damaged) joined(begin, between, end string) damaged {
	d.text = begin + strings.ReplaceAll(d.text, "\x1e", between) + end
	return d
}
