package timeline_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/timeline"
)

// commands are all that can be done here.
var commands = []keys.ID{
	keys.Earlier, keys.Later, keys.FarEarlier, keys.FarLater, keys.Top, keys.Bottom, keys.Up, keys.Down, keys.PageUp, keys.PageDown,
	keys.HalfUp, keys.HalfDown, keys.NextBusy, keys.PreviousBusy, keys.ZoomIn, keys.ZoomOut, keys.ChooseDays, keys.KeepDays,
	keys.AddLane, keys.LeaveLane, keys.SwitchLanes, keys.PrevPane, keys.NextPane, keys.Copy, keys.Mark, keys.OpenSource, keys.Open, keys.Back, keys.Clear, keys.FilterBack,
	keys.FilterForward, keys.Find, keys.DeleteBackward, keys.WordLeft, keys.NextChoice,
}

// lines are queries of every kind.
var lines = []string{
	"", "the", "war | peace", "stance:oppose", "since:2015", "until:2016-05 stance:support,none", "on:2015..2016,2020", "-the", "nothing whatever",
	"form:direct", "since:1y", "\"of the\"", "sort:-date", "-stance:oppose", "stance:none",
	"stance:oppose | form:direct", `"of the`,
}

// big is a shelf of many speakers, topics and days.
func big(t testing.TB, n int) *shelf {
	t.Helper()
	c, err := generate.Collection(7, n)
	if err != nil {
		t.Fatal(err)
	}
	return shelve(t, c)
}

// TestWhateverOneDoes holds that the screen keeps its size.
func TestWhateverOneDoes(t *testing.T) {
	shelves := []*shelf{big(t, 600), shelve(t, collect(t, ruritania)), shelve(t, collect(t, nil))}
	rapid.Check(t, func(r *rapid.T) {
		l := rapid.SampledFrom(shelves).Draw(r, "collection")
		size := func() (width, height int) {
			return rapid.IntRange(1, 170).Draw(r, "width"), rapid.IntRange(0, 50).Draw(r, "height")
		}
		width, height := size()
		d := open(t, l, width, height, rapid.SampledFrom(lines).Draw(r, "line"))
		for range rapid.IntRange(0, 25).Draw(r, "steps") {
			switch rapid.IntRange(0, 12).Draw(r, "what") {
			case 0:
				width, height = size()
				d.Resize(width, height)
			case 1:
				x, y := rapid.IntRange(0, width).Draw(r, "x"), rapid.IntRange(0, height).Draw(r, "y")
				d.drag(x, y, rapid.IntRange(0, width).Draw(r, "to"), y)
			case 2:
				d.carryOut(d.Wheel(0, rapid.IntRange(0, height).Draw(r, "y"), rapid.IntRange(-3, 3).Draw(r, "by")))
			case 3:
				d.SetTheme(theme.New(theme.Options{ASCII: rapid.Bool().Draw(r, "ascii"), Profile: colorprofile.ASCII}))
			case 4:
				d.typeText(rapid.SampledFrom([]string{" for:", "a", "\x1b[31m", "-", "漢字"}).Draw(r, "typed"))
			default:
				cmd, _ := d.command(rapid.SampledFrom(commands).Draw(r, "command"))
				d.carryOut(cmd)
			}
			holdSize(r, d, width, height)
		}
	})
}

var (
	inLane = regexp.MustCompile(`([\d,]+) (?:on|for|by) .* in all`)
	inAll  = regexp.MustCompile(`([\d,]+) in all`)
)

// told is how many statements the screen says are under the cursor, -1 if it does not say or the lane has no name in the
// query language.
func told(d *desk) int {
	screen := d.screen()
	m := inLane.FindStringSubmatch(screen)
	if m == nil {
		m = inAll.FindStringSubmatch(screen)
	}
	if m == nil || strings.Contains(screen, m[1]+" on no topic") || strings.Contains(screen, " nobody") {
		return -1
	}
	n, err := strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
	if err != nil {
		return -1
	}
	return n
}

func holdSize(r *rapid.T, d *desk, width, height int) {
	drawn, _ := d.View()
	if len(drawn) > height {
		r.Fatalf("%d lines on a screen of %d", len(drawn), height)
	}
	for _, line := range drawn {
		if w := max(ansi.StringWidth(line), ansi.StringWidthWc(line)); w > width {
			r.Fatalf("a line is %d columns wide on a screen of %d: %q", w, width, line)
		}
	}
}

// TestEnterFindsWhatTheScreenSays holds that the line to which the screen leads finds as many statements as the screen
// says that there are.
func TestEnterFindsWhatTheScreenSays(t *testing.T) {
	l := big(t, 1500)
	topics := l.index.Collection().Topics()
	rapid.Check(t, func(r *rapid.T) {
		topic := func() string { return rapid.SampledFrom(topics[:8]).Draw(r, "topic").ID }
		line := rapid.SampledFrom(lines).Draw(r, "line")
		switch rapid.IntRange(0, 5).Draw(r, "topics") {
		case 0:
			line += " topic:" + topic()
		case 1:
			line += " topic:" + topic() + "," + topic()
		case 2:
			line += " -topic:" + topic() + " topic:" + topic()
		case 3:
			line = "topic:" + topic() + " " + line
		case 4:
			line = "topic:" + topic() + " topic:" + topic() + " " + line
		}
		d := open(t, l, 160, 48, line)
		moves := []keys.ID{keys.Down, keys.Down, keys.PageDown, keys.Up, keys.Earlier, keys.PreviousBusy, keys.NextBusy, keys.FarEarlier,
			keys.SwitchLanes, keys.ZoomOut, keys.ZoomIn, keys.ChooseDays, keys.KeepDays, keys.LeaveLane}
		for range rapid.IntRange(1, 12).Draw(r, "moves") {
			d.do(rapid.SampledFrom(moves).Draw(r, "move"))
		}
		before := told(d)
		if d.do(keys.Open); d.goes == nil || before < 0 {
			return
		}
		if found := l.finds(t, d.goes.Line); found != before {
			r.Fatalf("%q finds %d, and the screen said %d:\n%s", d.goes.Line, found, before, d.screen())
		}
	})
}

// TestEnterFindsAllOfALane holds the same of every lane as a whole, also under lines that ask for stances in a way that
// means something else beside a topic.
func TestEnterFindsAllOfALane(t *testing.T) {
	l := big(t, 400)
	topics := l.index.Collection().Topics()
	a, b := "topic:"+topics[0].ID, "topic:"+topics[1].ID
	for _, line := range append([]string{a + " " + b, a + " " + b + " stance:any", a + " -stance:oppose", "stance:none,oppose"}, lines...) {
		d := open(t, l, 160, 48, line)
		for range 3 {
			d.do(keys.SwitchLanes, keys.Up, keys.Top, keys.ChooseDays, keys.Bottom)
			for lane, last := "", d.Plain(); lane != last; lane, last = last, d.Plain() {
				before := told(d)
				if d.goes = nil; d.do(keys.Open).goes == nil || before < 0 {
					d.do(keys.Down)
					continue
				}
				if found := l.finds(t, d.goes.Line); found != before {
					t.Fatalf("under %q: %q finds %d, and the screen said %d:\n%s", line, d.goes.Line, found, before, d.screen())
				}
				d.do(keys.Down)
			}
			d.do(keys.Back, keys.PageUp, keys.PageUp)
		}
	}
}

var plainCount = regexp.MustCompile(`(?m)^([\d,]+)  `)

// TestCountsAddUp holds that the bars of a lane count what the lane counts, that a bar is drawn for each of them and for
// nothing else, and that the lanes of a kind that parts the statements count all of them.
func TestCountsAddUp(t *testing.T) {
	l := big(t, 300)
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, l, 170, 48, rapid.SampledFrom(lines).Draw(r, "line"))
		for range rapid.IntRange(0, 2).Draw(r, "kind") {
			d.do(keys.SwitchLanes)
		}
		for range rapid.IntRange(0, 4).Draw(r, "zoom") {
			d.do(keys.ZoomOut)
		}
		topics := strings.Contains(d.screen(), "TOPICS")
		whole := lanePlain(d)
		sum, drawn := 0, 0
		for range 1000 {
			before := d.Plain()
			d.do(keys.Down)
			if d.Plain() == before {
				break
			}
			lane := lanePlain(d)
			if lane.bars != lane.count {
				r.Fatalf("the bars of a lane of %d count %d:\n%s", lane.count, lane.bars, d.Plain())
			}
			if blocks := drawnBars(d); blocks != lane.filled {
				r.Fatalf("%d bars are drawn for %d counts:\n%s", blocks, lane.filled, d.screen())
			}
			sum += lane.count
			drawn++
		}
		if !topics && sum != whole.count {
			r.Fatalf("the lanes count %d of %d", sum, whole.count)
		}
		if drawn == 0 && whole.count > 0 {
			r.Fatal("there are no lanes")
		}
	})
}

type laneCounts struct{ count, bars, filled int }

func lanePlain(d *desk) laneCounts {
	var c laneCounts
	head, rest, _ := strings.Cut(d.Plain(), "\n")
	c.count = number(head[strings.LastIndex(head, " ")+1:])
	for _, m := range plainCount.FindAllStringSubmatch(rest, -1) {
		c.bars += number(m[1])
		c.filled++
	}
	return c
}

func number(text string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(text, ",", ""))
	if err != nil {
		return 0
	}
	return n
}

var runOfBars = regexp.MustCompile(`[▁▂▃▄▅▆▇█]`)

// drawnBars counts the bars in the line of the lane under the cursor.
func drawnBars(d *desk) int {
	for _, line := range strings.Split(d.screen(), "\n") {
		if strings.HasPrefix(line, "▌") {
			return len(runOfBars.FindAllString(line, -1)) / max(1, barWidth(d))
		}
	}
	return -1
}

// barWidth is how many columns a bar takes: those of the shortest run of bars in the histogram.
func barWidth(d *desk) int {
	width := 0
	for _, line := range strings.Split(d.screen(), "\n")[3:30] {
		for _, run := range regexp.MustCompile(`[▁▂▃▄▅▆▇█]+`).FindAllString(line, -1) {
			if n := len([]rune(run)); width == 0 || n < width {
				width = n
			}
		}
	}
	return width
}

func TestUnitsPartTheDays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := model.Day(rapid.IntRange(-800_000, 2_900_000).Draw(r, "day"))
		for u := range timeline.Units {
			first, after := timeline.UnitOf(u, d)
			if d < first || d >= after {
				r.Fatalf("%s is not in the unit %s to %s", d, first, after)
			}
			last, next := timeline.UnitOf(u, after-1)
			if again, _ := timeline.UnitOf(u, after); last != first || next != after || again != after {
				r.Fatalf("the unit of %s does not end where the next begins", d)
			}
		}
	})
}
