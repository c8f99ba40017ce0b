package timeline_test

import (
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/timeline"
)

func ruritanian(t testing.TB, width, height int, line string) (*desk, *shelf) {
	l := shelve(t, collect(t, ruritania))
	return open(t, l, width, height, line), l
}

func TestWhatIsUnderTheCursorIsTold(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	d.shows("8 of 8", "a bar is a day", "tallest 3", "TOPICS 2", "Thursday 10 February 2022", "2 in all")
	d.do(keys.Top).shows("Tuesday 30 November 2021", "1 in all", "Anthony Hope", "Statement number 0.")
	d.do(keys.NextBusy).shows("Monday 3 January 2022", "3 in all")
	d.do(keys.Down).shows("3 on Open border", "“Statement number 2.”", " Statement number 1.")
	d.hides("“Statement number 1.", "Statement number 1.”")
	d.do(keys.Down).shows("1 on Throne", "3 in all")
	d.do(keys.Later).shows("Tuesday 4 January 2022", "0 on Throne", "0 in all")
	d.do(keys.FarLater).shows("Tuesday 11 January 2022")
}

func TestLanesHoldWhatTheirNamesSay(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	for _, test := range []struct {
		heading string
		counts  []string
	}{
		{"TOPICS 2", []string{"Open border 5", "Throne 3", "no topic 1"}},
		{"ACTORS 2", []string{"France 5", "Ruritania 2", "nobody 1"}},
		{"SPEAKERS 4", []string{"The Count 3", "The Envoy 3", "Anthony Hope 1", "France 1"}},
		{"TOPICS 2", nil},
	} {
		d.shows(test.heading)
		for _, want := range test.counts {
			at := strings.LastIndex(want, " ")
			if got := strings.Fields(d.row(want[:at])); !strings.Contains(strings.Join(got, " "), want) {
				t.Errorf("%s: the lane is %q, want %s", test.heading, got, want)
			}
		}
		d.do(keys.SwitchLanes)
	}
}

func TestABarSaysForWhatItStands(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	for _, step := range []struct {
		do                   keys.ID
		bar, tallest, cursor string
	}{
		{keys.Bottom, "a bar is a day", "tallest 3", "Thursday 10 February 2022"},
		{keys.ZoomOut, "a bar is a week", "tallest 4", "7–13 February 2022"},
		{keys.ZoomOut, "a bar is a month", "tallest 5", "February 2022"},
		{keys.Earlier, "a bar is a month", "tallest 5", "January 2022"},
		{keys.ZoomOut, "a bar is a quarter", "tallest 7", "January–March 2022"},
		{keys.ZoomOut, "a bar is a year", "tallest 7", "2022"},
		{keys.ZoomOut, "a bar is a year", "tallest 7", "2022"},
		{keys.ZoomIn, "a bar is a quarter", "tallest 7", "January–March 2022"},
		{keys.ZoomIn, "a bar is a month", "tallest 5", "January 2022"},
	} {
		d.do(step.do).shows(step.bar, step.tallest, "\n  "+step.cursor+" ")
	}
	if len(d.said) != 1 || d.said[0].Text != "Already at one year per bar" {
		t.Errorf("said %v", d.said)
	}
}

func TestWhereThereIsLittleRoomABarIsMore(t *testing.T) {
	d, _ := ruritanian(t, 50, 13, "")
	d.shows("a bar is a week", "7–13 Feb 2022", "2 in all")
	d.Resize(160, 43)
	d.shows("a bar is a day")
	d.Resize(50, 13)
	d.do(keys.ZoomIn).shows("a bar is a day", "‹", "Thu 10 Feb 2022").do(keys.Top).shows("›", "Tue 30 Nov 2021")
}

func TestEnterLeadsToTheStatements(t *testing.T) {
	for _, test := range []struct {
		name, line string
		do         []keys.ID
		want       string
	}{
		{"a day", "", []keys.ID{keys.Open}, "on:2022-02-10"},
		{"a day of a topic", "", []keys.ID{keys.Down, keys.Open}, "on:2022-02-10 topic:border"},
		{"a day of an actor", "", []keys.ID{keys.SwitchLanes, keys.Down, keys.Open}, "on:2022-02-10 for:france"},
		{"a day of a speaker", "border", []keys.ID{keys.SwitchLanes, keys.SwitchLanes, keys.Down, keys.Open}, "border on:2022-02-10 speaker:count"},
		{"a week", "", []keys.ID{keys.ZoomOut, keys.PreviousBusy, keys.Open}, "on:2022-01-03..2022-01-09"},
		{"a month that is not over", "since:2022-01-04", []keys.ID{keys.ZoomOut, keys.ZoomOut, keys.Top, keys.Open},
			"since:2022-01-04 on:2022-01-05..2022-01-31"},
		{"chosen days", "", []keys.ID{keys.ChooseDays, keys.PreviousBusy, keys.Open}, "on:2022-01-03..2022-02-10"},
		{"chosen days of a lane", "", []keys.ID{keys.Down, keys.ChooseDays, keys.Earlier, keys.Open},
			"on:2022-02-09..2022-02-10 topic:border"},
		{"a topic besides the one that is asked for", "topic:throne", []keys.ID{keys.Top, keys.NextBusy, keys.Down, keys.Down, keys.Open},
			"topic:throne on:2022-01-03 topic:border"},
		{"one topic of two", "topic:throne,border", []keys.ID{keys.Down, keys.Open}, "topic:border on:2022-02-10"},
		{"days among some that were chosen before", "on:2022-01-03,2022-01-05,2022-02-10",
			[]keys.ID{keys.ChooseDays, keys.Top, keys.Open}, "on:2022-01-03,2022-01-05,2022-02-10 on:2022-01-03..2022-02-10"},
	} {
		d, l := ruritanian(t, 120, 30, test.line)
		d.do(test.do...)
		switch {
		case d.goes == nil:
			t.Errorf("%s: it leads nowhere", test.name)
		case d.goes.Line != test.want || d.goes.Screen != keys.Statements:
			t.Errorf("%s: it leads to %s with %q, want %q", test.name, d.goes.Screen, d.goes.Line, test.want)
		case l.finds(t, d.goes.Line) == 0:
			t.Errorf("%s: %q finds nothing", test.name, d.goes.Line)
		}
	}
}

func TestWhoComesBackFindsTheTimelineAsItWas(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "border")
	d.do(keys.Down, keys.PreviousBusy, keys.Open)
	d.carryOut(d.Narrow(d.goes.Line))
	if d.shows("5 of 8", "Monday 3 January 2022", "3 on Open border"); d.Line() != "border" {
		t.Errorf("%q is in force", d.Line())
	}
	d.carryOut(d.Narrow("throne"))
	d.shows("3 of 8")
}

func TestWhereNothingWasSaidEnterSaysSo(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	d.do(keys.Down, keys.Down, keys.Earlier, keys.Open)
	if d.goes != nil || len(d.said) != 1 || d.said[0].Text != "Nothing on Throne: Wednesday 9 February 2022" {
		t.Errorf("it leads to %v and says %v", d.goes, d.said)
	}
}

func TestChosenDaysCanBeKept(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	d.do(keys.Top, keys.NextBusy, keys.ChooseDays, keys.Later, keys.Later).
		shows("3–5 January 2022", "3 days chosen", "4 in all", "━━")
	d.do(keys.KeepDays).shows("4 of 8", "Wednesday 5 January 2022").hides("chosen")
	if d.goes != nil || d.Line() != "on:2022-01-03..2022-01-05" {
		t.Errorf("it leads to %v, the line is %q", d.goes, d.Line())
	}
	d.do(keys.FilterBack).shows("8 of 8").do(keys.FilterForward).shows("4 of 8")
	d.do(keys.ChooseDays, keys.Earlier, keys.KeepDays)
	if d.Line() != "on:2022-01-04..2022-01-05" {
		t.Errorf("of the days that were kept some are kept as %q", d.Line())
	}
	if d.do(keys.Back).shows("8 of 8"); d.Line() != "" {
		t.Errorf("esc leaves %q", d.Line())
	}
}

func TestEscTakesOneLayerOff(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "border for:france")
	d.do(keys.Find).typeText(" throne").do(keys.Back)
	if d.Scope() != keys.Timeline || d.Line() != "border for:france throne" {
		t.Fatalf("out of the search line: scope %v, line %q", d.Scope(), d.Line())
	}
	d.do(keys.ChooseDays).shows("chosen").do(keys.Back).hides("chosen")
	for _, want := range []string{"border for:france", "border", ""} {
		if d.do(keys.Back); d.Line() != want {
			t.Fatalf("line %q, want %q", d.Line(), want)
		}
	}
	if _, ok := d.Do(keys.Back); ok {
		t.Error("there is a layer below the last one")
	}
}

func TestLanesEditTheLine(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	if d.do(keys.AddLane); len(d.said) != 1 {
		t.Errorf("on all statements: line %q, said %v", d.Line(), d.said)
	}
	for _, step := range []struct {
		do   []keys.ID
		want string
	}{
		{[]keys.ID{keys.Down, keys.Down, keys.AddLane}, "topic:throne"},
		{[]keys.ID{keys.AddLane}, ""},
		{[]keys.ID{keys.LeaveLane}, "-topic:throne"},
		{[]keys.ID{keys.SwitchLanes, keys.LeaveLane}, "-topic:throne -for:france"},
		{[]keys.ID{keys.Clear}, ""},
	} {
		if d.do(step.do...); d.Line() != step.want {
			t.Errorf("%v made the line %q, want %q", step.do, d.Line(), step.want)
		}
	}
	d.do(keys.SwitchLanes, keys.SwitchLanes, keys.PageDown)
	if d.said = nil; d.do(keys.AddLane).Line() != "" || len(d.said) != 1 || d.said[0].Text != "No filter finds what is on no topic" {
		t.Errorf("on what is on no topic: line %q, said %v", d.Line(), d.said)
	}
}

func TestALaneThatIsAskedForSaysSo(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "topic:border")
	d.shows("✓ Open border").hides("✓ Throne")
	if got := strings.Fields(d.row("Throne")); got[1] != "1" {
		t.Errorf("the lane of what is also on the throne is %q", got)
	}
}

func TestLanesUnderStancesHoldThoseStances(t *testing.T) {
	d, l := ruritanian(t, 120, 30, "stance:oppose")
	for label, token := range map[string]string{"Open border": "border"} {
		if got, want := strings.Fields(d.row(label))[2], l.finds(t, "stance:oppose topic:"+token); got != "2" || want != 2 {
			t.Errorf("%s: %s in the lane, %d found", label, got, want)
		}
	}
	d.hides("Throne")
}

func TestALateAnswerIsDropped(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	d.do(keys.Find)
	d.typeText("thron")
	late := d.Type(press("e"))
	d.carryOut(d.Narrow("for:ruritania"))
	d.shows("2 of 8").carryOut(late)
	d.shows("2 of 8", "for:ruritania")
}

func TestTheDayStaysWhileMoreArrives(t *testing.T) {
	d, l := ruritanian(t, 120, 30, "")
	d.do(keys.Down, keys.Down, keys.PreviousBusy).shows("Monday 3 January 2022", "1 on Throne")
	more := append([]said{
		{date: "2021-10-01", who: "hope", topics: []string{"throne"}}, {date: "2022-03-01", who: "hope"},
		{date: "2022-01-03", who: "hope", topics: []string{"throne"}}, {date: "2022-03-01", who: "hope", topics: []string{"throne"}},
		{date: "2022-03-01", who: "hope", topics: []string{"throne"}},
	}, ruritania...)
	l.index, l.progress = shelve(t, collect(t, more)).index, &line.Progress{Done: 0.5}
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("3–9 January 2022", "2 on Throne", "13 of 13 so far, 50% read")
}

func TestNothingIsAskedWhileNobodyLooks(t *testing.T) {
	l := shelve(t, collect(t, ruritania))
	d := &desk{TB: t, Screen: timeline.New(l, dark(), ""), width: 120}
	d.Resize(120, 30)
	d.carryOut(d.Init())
	d.carryOut(d.Update(nav.Grown{}))
	if len(l.asked) != 0 {
		t.Fatalf("asked %q before it was shown", l.asked)
	}
	d.carryOut(d.Narrow(""))
	d.shows("8 of 8")
	for range 5 {
		d.carryOut(d.Update(nav.Grown{}))
	}
	if len(l.asked) > 2 {
		t.Errorf("asked %d times for a screen that was drawn once", len(l.asked))
	}
	asked := len(l.asked)
	if d.carryOut(d.Narrow("")); len(l.asked) != asked+1 {
		t.Errorf("asked %d times when it was shown again", len(l.asked)-asked)
	}
}

func TestAnAnswerIsWaitedForWhileMoreArrives(t *testing.T) {
	l := shelve(t, collect(t, ruritania))
	d := &desk{TB: t, Screen: timeline.New(l, dark(), ""), width: 120}
	d.Resize(120, 30)
	first := d.Narrow("")
	d.shows("counting…")
	d.carryOut(d.Update(nav.Grown{}))
	d.carryOut(first)
	if d.shows("8 of 8"); len(l.asked) != 2 {
		t.Errorf("asked %d times, want once more after the first answer", len(l.asked))
	}
}

func TestAnEmptyTimelineSaysWhy(t *testing.T) {
	for _, width := range []int{50, 90, 130} {
		d, _ := ruritanian(t, width, 20, "nonsense")
		d.do(keys.Up, keys.Down, keys.PageDown, keys.Top, keys.Bottom, keys.NextBusy, keys.ZoomIn, keys.ZoomOut, keys.ChooseDays,
			keys.Open, keys.KeepDays, keys.AddLane)
		d.shows("0 of 8", "Nothing found.")
		if d.goes != nil {
			t.Errorf("it leads to %v", d.goes)
		}
	}
	d := open(t, shelve(t, collect(t, nil)), 120, 30, "")
	d.shows("This collection holds no statements.")
}

func TestClicksAndTheWheel(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	x, y := d.find("Open border")
	d.click(x, y)
	d.shows("1 on Open border")
	bars := d.row("Open border")
	at := strings.IndexAny(bars, "▁▂▃▄▅▆▇█")
	x = len([]rune(bars[:at]))
	d.click(x, y)
	if d.shows("Monday 3 January 2022", "3 on Open border"); d.goes != nil {
		t.Fatalf("one click leads to %v", d.goes)
	}
	if d.click(x, y); d.goes == nil || d.goes.Line != "on:2022-01-03 topic:border" {
		t.Errorf("a click on what is under the cursor leads to %v", d.goes)
	}
	d.carryOut(d.Wheel(x, 5, 1))
	d.shows("Tuesday 4 January 2022")
	d.click(x, 5)
	d.shows("Monday 3 January 2022", "3 in all").hides("3 on Open border")
	if d.click(10, 0); d.Scope() != keys.Search {
		t.Error("a click on the search line does not lead there")
	}
}

func TestThePlainTextTellsTheCounts(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	want := "on Throne: 3\n\n1  Tuesday 30 November 2021\n1  Monday 3 January 2022\n1  Thursday 10 February 2022\n"
	if got := d.do(keys.Down, keys.Down).Plain(); got != want {
		t.Errorf("plain is %q, want %q", got, want)
	}
	d.Resize(50, 13)
	want = "on Throne: 3\nof these in view, 30 November – 27 December 2021: 1\n\n1  Tuesday 30 November 2021\n"
	if got := d.do(keys.ZoomIn, keys.Top).Plain(); got != want {
		t.Errorf("of a part, plain is %q, want %q", got, want)
	}
}

func TestDaysInWords(t *testing.T) {
	for _, test := range []struct{ from, to, long, short string }{
		{"2022-01-03", "2022-01-03", "Monday 3 January 2022", "Mon 3 Jan 2022"},
		{"2022-01-03", "2022-01-09", "3–9 January 2022", "3–9 Jan 2022"},
		{"2022-01-31", "2022-02-06", "31 January – 6 February 2022", "31 Jan – 6 Feb 2022"},
		{"2021-12-27", "2022-01-02", "27 December 2021 – 2 January 2022", "27 Dec 2021 – 2 Jan 2022"},
		{"2022-02-01", "2022-02-28", "February 2022", "February 2022"},
		{"2022-01-01", "2022-12-31", "2022", "2022"},
		{"2022-01-01", "2022-02-28", "January–February 2022", "Jan–Feb 2022"},
		{"2021-12-01", "2022-02-28", "December 2021 – February 2022", "Dec 2021 – Feb 2022"},
		{"2021-01-01", "2022-12-31", "2021–2022", "2021–2022"},
		{"2022-01-01", "2022-02-27", "1 January – 27 February 2022", "1 Jan – 27 Feb 2022"},
	} {
		from, err := model.ParseDay(test.from)
		to, err2 := model.ParseDay(test.to)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if long, short := timeline.Words(from, to); long != test.long || short != test.short {
			t.Errorf("%s to %s: %q and %q, want %q and %q", test.from, test.to, long, short, test.long, test.short)
		}
	}
}

// TestMarksInForceAreAskedForAnew lets a mark change while the timeline of is:marked is shown.
func TestMarksInForceAreAskedForAnew(t *testing.T) {
	for line, want := range map[string]int{"is:marked": 1, "weapons": 0} {
		l := shelve(t, collect(t, ruritania))
		d := open(t, l, 120, 38, line)
		d.screen()
		before := len(l.asked)
		if d.carryOut(d.Update(nav.Marked{ID: "s1", On: true})); len(l.asked)-before != want {
			t.Errorf("%q: asked %d times, want %d", line, len(l.asked)-before, want)
		}
	}
}
