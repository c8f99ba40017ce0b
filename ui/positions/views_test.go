package positions_test

import (
	"strings"
	"testing"

	"onrecord/model/position"
	"onrecord/ui/keys"
)

// The strip shows the statements of a cell over time, and how its position read in between.
func TestTheStripShowsThePositionOverTime(t *testing.T) {
	said := []string{"1 macron door support", "11 scholz door support", "21 baerbock door oppose", "61 scholz door oppose", "71 macron door support"}
	d := open(t, &shelf{c: collection(t, said...)}, 120, 38, "for:germany,france")
	d.shows("Germany on Open door")
	lane := func(name string) string {
		for _, line := range strings.Split(d.screen(), "\n") {
			if strings.HasPrefix(line, "  "+name+"   ") {
				return strings.TrimSpace(strings.TrimRight(line[len("  "+name):], " "))
			}
		}
		t.Fatalf("there is no lane of what %s:\n%s", name, d.screen())
		return ""
	}
	if got := strings.Trim(squeeze(lane("position")), " "); got != "●━◑━○━" {
		t.Errorf("the position reads %q", got)
	}
	if supports, opposes := squeeze(lane("supports")), squeeze(lane("opposes")); supports != "1 ●" || opposes != "2 ○ ○" {
		t.Errorf("the lanes are %q and %q", supports, opposes)
	}
	d.Resize(120, 17)
	d.shows("●━").hides("position ")
	line := d.row("│")
	if got := squeeze(strings.Trim(line[strings.Index(line, "│"):strings.LastIndex(line, "│")], "│ ")); got != "●━○◑━○━" {
		t.Errorf("on one line the strip is %q", got)
	}
}

// squeeze makes one of signs that stand side by side.
func squeeze(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range text {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func TestShifts(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowShifts)
	d.shows("What moved  ·  1 shift", "Germany on Confidentiality of pipelines", "○ opposes → ● supports",
		"○ 3 January 2022  Olaf Scholz", "“Words of scholz on day 3.”", "2 statements agree with it from then on")
	d.do(keys.Open)
	if got := d.lead().Line; got != "stance:any topic:gas for:germany" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back).shows("▸ Germany")
	d.carryOut(d.Narrow("for:france"))
	d.do(keys.ShowShifts).shows("No position shifted")
}

func TestShiftsOfSpeakers(t *testing.T) {
	l := &shelf{c: collection(t, "1 scholz gas neutral", "1 baerbock gas support", "9 scholz gas support", "1 putin door oppose", "40 putin door support")}
	d := open(t, l, 120, 38, "").do(keys.ShowShifts)
	d.shows("1 shift", "Russia on Open door", "e also of speakers").hides("Olaf Scholz, Germany", "Vladimir Putin, Russia")
	d.do(keys.Unfold).shows("2 shifts", "Russia on Open door", "Olaf Scholz, Germany on Confidentiality", "– neutral → ● supports", "e of actors alone").
		hides("Vladimir Putin, Russia")
	d.do(keys.Down, keys.Open)
	if got := d.lead().Line; got != "stance:any topic:gas speaker:scholz for:germany" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Unfold).shows("1 shift")
}

func TestCompare(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	if d.do(keys.CompareActors); !strings.Contains(d.saying(), "Choose two to four") {
		t.Errorf("said %q", d.saying())
	}
	d.do(keys.ChooseActor, keys.Down, keys.ChooseActor).shows("2 chosen")
	d.do(keys.CompareActors).shows("Germany and Russia agree on 0 of 1 topic on which both take a position (0%)",
		"Annalena Baerbock, 6 January 2022", "Vladimir Putin, 5 January 2022")
	d.do(keys.TopicRight, keys.Open)
	if got := d.lead().Line; got != "stance:any topic:door for:russia" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back).do(keys.ChooseActor).shows("1 chosen")
}

func TestFourActorsLeaveRoomForTheTopics(t *testing.T) {
	d := open(t, winter(t), 50, 13, "")
	for range 4 {
		d.do(keys.ChooseActor, keys.TopicRight)
	}
	d.do(keys.CompareActors).shows("4 more pairs; p tells of them", "Open door")
	if plain := d.Plain(); strings.Count(plain, "agree on")+strings.Count(plain, "no topic on which") != 7 {
		t.Errorf("plain does not tell on how much all pairs agree:\n%s", plain)
	}
}

func TestFiveAreTooMany(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.Unfold)
	for range 5 {
		d.do(keys.ChooseActor, keys.Down)
	}
	if d.shows("4 chosen"); !strings.Contains(d.saying(), "At most 4 actors") {
		t.Errorf("said %q", d.saying())
	}
}

func TestATopicHasAPage(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowTopic)
	d.shows("Open door  ·  5 statements", "The door stays open.", "● supports · 2", "○ opposes · 1", "· silent · 1", "  Ada Pilger")
	d.do(keys.Down, keys.Down, keys.Open)
	if got := d.lead().Line; got != "stance:any topic:door for:russia" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back, keys.TopicRight, keys.Up, keys.Open).shows("The pipeline is stopped.")
	d.carryOut(d.Narrow("for:france"))
	d.shows("Nothing is said on this topic under this filter.")
}

func TestTheRuleCanBeRead(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowRule)
	d.shows("How a position comes about")
	for _, paragraph := range position.Rule()[:2] {
		d.shows(strings.Join(strings.Fields(paragraph)[:4], " "))
	}
	d.do(keys.Back).hides("How a position comes about")
}
