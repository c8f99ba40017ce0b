package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-runewidth"

	"onrecord/ui/theme"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

// contrast is the contrast ratio of WCAG 2.1, 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// styles are the styles of a theme by their names.
func styles(th *theme.Theme) map[string]theme.Style {
	all := map[string]theme.Style{}
	v := reflect.ValueOf(*th)
	for i := range v.NumField() {
		if s, ok := v.Field(i).Interface().(theme.Style); ok {
			all[v.Type().Field(i).Name] = s
		}
	}
	return all
}

// decoration are the styles that draw no text.
var decoration = map[string]bool{"Line": true, "Frame": true}

var (
	backgrounds = map[string]color.Color{
		"near black": lipgloss.Color("#1e1e2e"), "black": lipgloss.Color("#000000"), "white": lipgloss.Color("#ffffff"),
	}
	profiles = []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256}
)

func TestTextCanBeReadOnItsBackground(t *testing.T) {
	tests := []struct {
		name  string
		known bool
		dark  bool
		on    []string
		least float64
	}{
		{"dark", true, true, []string{"near black", "black"}, 4.5},
		{"light", true, false, []string{"white"}, 4.5},
		{"unknown", false, false, []string{"near black", "black", "white"}, 3.5},
	}
	for _, test := range tests {
		for _, profile := range profiles {
			th := theme.New(theme.Options{Known: test.known, Dark: test.dark, Profile: profile})
			for name, style := range styles(th) {
				fg, bg := style.Lipgloss().GetForeground(), style.Lipgloss().GetBackground()
				if _, own := fg.(lipgloss.NoColor); own || decoration[name] {
					continue
				}
				grounds := map[string]color.Color{"its own": bg}
				if _, none := bg.(lipgloss.NoColor); none {
					grounds = map[string]color.Color{}
					for _, on := range test.on {
						grounds[on] = backgrounds[on]
					}
				}
				for on, ground := range grounds {
					if ratio := contrast(fg, ground); ratio < test.least {
						t.Errorf("%s, %v: %s on %s has a contrast of %.2f", test.name, profile, name, on, ratio)
					}
				}
			}
		}
	}
}

func TestUnknownBackgroundLeavesTextToTheTerminal(t *testing.T) {
	for _, profile := range append(profiles, colorprofile.ANSI) {
		th := theme.New(theme.Options{Profile: profile})
		for name, style := range map[string]theme.Style{"Text": th.Text, "Strong": th.Strong, "Quiet": th.Quiet, "Title": th.Title} {
			if _, own := style.Lipgloss().GetForeground().(lipgloss.NoColor); !own {
				t.Errorf("%v: %s has a colour", profile, name)
			}
		}
	}
}

func TestColoursAreThoseOfTheProfile(t *testing.T) {
	tests := []struct {
		profile colorprofile.Profile
		never   []string // parts of sequences that the profile does not know
	}{
		{colorprofile.TrueColor, nil},
		{colorprofile.ANSI256, []string{"38;2;", "48;2;"}},
		{colorprofile.ANSI, []string{"38;2;", "48;2;", "38;5;", "48;5;"}},
		{colorprofile.ASCII, []string{"38;", "48;", "[3", "[9", ";3", ";9"}},
		{colorprofile.NoTTY, []string{"38;", "48;", "[3", "[9", ";3", ";9"}},
	}
	for _, test := range tests {
		for _, o := range []theme.Options{{}, {Known: true}, {Known: true, Dark: true}} {
			o.Profile = test.profile
			for name, style := range styles(theme.New(o)) {
				drawn := style.Render("x")
				for _, never := range test.never {
					// Struck-through text (9) and italics (3) are no colours.
					if strings.Contains(strings.NewReplacer("[9m", "", "[3m", "", ";9m", "", ";3m", "").Replace(drawn), never) {
						t.Errorf("%+v: %s is drawn as %q", o, name, drawn)
					}
				}
			}
		}
	}
}

func TestWithoutColoursAttributesStay(t *testing.T) {
	th := theme.New(theme.Options{Profile: colorprofile.ASCII})
	for _, test := range []struct {
		name  string
		style theme.Style
		want  string
	}{
		{"what is read first is bold", th.Strong, "\x1b[1mx\x1b[m"},
		{"hits are underlined", th.Match, "\x1b[4mx\x1b[m"},
		{"the choice is reversed", th.Selected, "\x1b[7mx\x1b[m"},
		{"the screen that is shown is bold", th.TabOn, "\x1b[1mx\x1b[m"},
		{"text is text", th.Text, "x"},
	} {
		// Lip Gloss says underline twice, for letters and for spaces.
		if got := strings.ReplaceAll(test.style.Render("x"), "4;4", "4"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// stanceNames are all that can be said of a stance, and silence.
var stanceNames = []string{"support", "oppose", "conditional", "mixed", "neutral", ""}

func TestEveryStanceHasItsShape(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th, seen := theme.New(theme.Options{ASCII: ascii}), map[string]string{}
		for _, name := range stanceNames {
			_, sign := th.Stance(name)
			if other, taken := seen[sign]; taken {
				t.Errorf("ascii %v: %q and %q are both %s", ascii, name, other, sign)
			}
			seen[sign] = name
		}
		if th.Signs.MovedUp == th.Signs.MovedDown {
			t.Errorf("ascii %v: moving either way looks the same", ascii)
		}
	}
}

func TestEveryStanceHasItsHue(t *testing.T) {
	for _, o := range []theme.Options{
		{Known: true, Dark: true, Profile: colorprofile.TrueColor}, {Known: true, Profile: colorprofile.TrueColor},
		{Known: true, Dark: true, Profile: colorprofile.ANSI256}, {Known: true, Profile: colorprofile.ANSI256},
		{Known: true, Dark: true, Profile: colorprofile.ANSI}, {Profile: colorprofile.TrueColor},
	} {
		th := theme.New(o)
		for i, a := range stanceNames[:4] {
			for _, b := range stanceNames[i+1 : 4] {
				x, _ := th.Stance(a)
				y, _ := th.Stance(b)
				if x.Same(y) {
					t.Errorf("%+v: %s and %s are painted alike", o, a, b)
				}
			}
		}
	}
}

// signs calls f with every sign of a set.
func signs(set theme.Signs, f func(name, sign string)) {
	v := reflect.ValueOf(set)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch sign := v.Field(i).Interface().(type) {
		case string:
			f(name, sign)
		case []string:
			for k, step := range sign {
				f(fmt.Sprint(name, k), step)
			}
		}
	}
}

func TestEverySignIsOneColumn(t *testing.T) {
	for _, set := range []theme.Signs{theme.Shapes(), theme.ASCII()} {
		signs(set, func(name, sign string) {
			if name == "Ellipsis" && sign == "..." {
				return
			}
			if l, w, c := lipgloss.Width(sign), runewidth.StringWidth(sign), ansi.StringWidthWc(sign); l != 1 || w != 1 || c != 1 {
				t.Errorf("%s %q is %d, %d and %d columns wide", name, sign, l, w, c)
			}
		})
	}
}

func TestASCIISignsAreASCII(t *testing.T) {
	signs(theme.ASCII(), func(name, sign string) {
		if sign == "" || strings.ContainsFunc(sign, func(r rune) bool { return r <= 0x20 || r > 0x7e }) {
			t.Errorf("%s is %q", name, sign)
		}
	})
}

func TestNoColorHoldsWithAnyValue(t *testing.T) {
	tests := []struct {
		environ  []string
		detected colorprofile.Profile
		want     colorprofile.Profile
	}{
		{nil, colorprofile.TrueColor, colorprofile.TrueColor},
		{[]string{"NO_COLOR=1"}, colorprofile.TrueColor, colorprofile.ASCII},
		{[]string{"TERM=xterm", "NO_COLOR=yes"}, colorprofile.ANSI256, colorprofile.ASCII},
		{[]string{"NO_COLOR=0"}, colorprofile.ANSI, colorprofile.ASCII},
		{[]string{"NO_COLOR="}, colorprofile.ANSI, colorprofile.ANSI},
		{[]string{"NO_COLORS=1"}, colorprofile.ANSI, colorprofile.ANSI},
		{[]string{"NO_COLOR=1"}, colorprofile.NoTTY, colorprofile.NoTTY},
	}
	for _, test := range tests {
		if got := theme.Profile(test.detected, test.environ); got != test.want {
			t.Errorf("%v with %q: got %v, want %v", test.detected, test.environ, got, test.want)
		}
	}
}

func TestOver(t *testing.T) {
	th := theme.New(theme.Options{Known: true, Dark: true, Profile: colorprofile.TrueColor})
	hit := th.Match.Over(th.Strong)
	if got := hit.Lipgloss(); !got.GetBold() || got.GetForeground() != th.Match.Lipgloss().GetForeground() {
		t.Errorf("a hit in bold text is drawn as %q", hit.Render("x"))
	}
}

func BenchmarkRender(b *testing.B) {
	th := theme.New(theme.Options{Known: true, Dark: true, Profile: colorprofile.TrueColor})
	b.ReportAllocs()
	for b.Loop() {
		th.Quiet.Render("Emmanuel Macron")
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		theme.New(theme.Options{Known: true, Dark: true, Profile: colorprofile.TrueColor})
	}
}

func TestNoStanceIsMisreadInASCII(t *testing.T) {
	alike := map[string]string{"o": "○", "O": "○", "0": "○", "*": "●", "-": "–", "_": "–", ".": "·"} // what a sign looks like
	stances := func(s theme.Signs) []string {
		return []string{s.Support, s.Oppose, s.Conditional, s.Mixed, s.Neutral, s.Silent}
	}
	shapes := stances(theme.Shapes())
	for i, sign := range stances(theme.ASCII()) {
		if k := slices.Index(shapes, alike[sign]); k >= 0 && k != i {
			t.Errorf("%q of the ASCII set looks like %s, which is another stance", sign, shapes[k])
		}
	}
}
