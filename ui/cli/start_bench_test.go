//go:build unix

package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	_ "charm.land/bubbles/v2/list" // of the minimal program, which is no package of the module's own
	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"onrecord/ui/screentest"
)

// BenchmarkFirstFrame measures the time from starting the process to the whole first frame on a terminal of 120 by 40,
// in turns for this program and for a minimal list of as many items with the same libraries: medians in milliseconds,
// and how many times longer this program takes.
func BenchmarkFirstFrame(b *testing.B) {
	ours, minimal := build(b, "onrecord"), build(b, "./testdata/minimal")
	for _, answers := range []bool{true, false} {
		name := map[bool]string{true: "a terminal that answers", false: "a terminal that never answers"}[answers]
		b.Run(name, func(b *testing.B) {
			var our, least []time.Duration
			for b.Loop() {
				our = append(our, firstFrame(b, ours, "of 489", answers))
				least = append(least, firstFrame(b, minimal, "What was said as number 3", answers))
			}
			slices.Sort(our)
			slices.Sort(least)
			b.ReportMetric(milliseconds(our[len(our)/2]), "ms/ours")
			b.ReportMetric(milliseconds(least[len(least)/2]), "ms/minimal")
			b.ReportMetric(milliseconds(our[len(our)/2])/milliseconds(least[len(least)/2]), "times")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// firstFrame starts a program and returns how long it takes until a text is on the terminal.
func firstFrame(b *testing.B, binary, text string, answers bool) time.Duration {
	b.Helper()
	cmd := exec.Command(binary)
	cmd.Env = screentest.Environ("HOME=" + os.TempDir())
	began := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Fatal(err)
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	defer terminal.Close()
	if err := terminal.SetReadDeadline(began.Add(10 * time.Second)); err != nil {
		b.Fatal(err)
	}
	var all []byte
	for buf := make([]byte, 1<<16); ; {
		n, err := terminal.Read(buf)
		if err != nil {
			b.Fatalf("%s has not come: %v", text, err)
		}
		if all = append(all, buf[:n]...); bytes.Contains(all, []byte(text)) {
			return time.Since(began)
		}
		if answers {
			answer(terminal, buf[:n])
		}
	}
}

// answer answers the questions that programs ask at their start.
func answer(terminal *os.File, asked []byte) {
	for question, answer := range map[string]string{
		ansi.RequestBackgroundColor:        ansi.SetBackgroundColor("rgb:0000/0000/0000"),
		ansi.RequestModeSynchronizedOutput: ansi.ReportMode(ansi.ModeSynchronizedOutput, ansi.ModeReset),
		ansi.RequestModeUnicodeCore:        ansi.ReportMode(ansi.ModeUnicodeCore, ansi.ModeReset),
	} {
		if bytes.Contains(asked, []byte(question)) {
			fmt.Fprint(terminal, answer)
		}
	}
}
