//go:build linux

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"onrecord/ui/screentest"
)

// BenchmarkIdle reports what a program costs that waits for a key, for this one and for a minimal one with the same
// libraries at the same frame rate: how often a second it wakes up, and how much of a processor it takes.
func BenchmarkIdle(b *testing.B) {
	for _, program := range []struct {
		name, pkg, text string
		args            []string
	}{
		{"ours", "onrecord", "of 489", nil},
		{"minimal", "./testdata/minimal", "What was said as number 3", []string{"120"}},
		{"minimal, 60 frames", "./testdata/minimal", "What was said as number 3", []string{"60"}},
	} {
		b.Run(program.name, func(b *testing.B) {
			binary := build(b, program.pkg)
			for b.Loop() {
				wakeups, share := idle(b, program.text, binary, program.args...)
				b.ReportMetric(wakeups, "wakeups/s")
				b.ReportMetric(100*share, "%cpu")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

// idle watches a program on a terminal while nothing happens.
func idle(b *testing.B, text, binary string, args ...string) (wakeups, share float64) {
	b.Helper()
	const settling, watched = 6 * time.Second, 5 * time.Second
	cmd := exec.Command(binary, args...)
	cmd.Env = screentest.Environ("HOME=" + b.TempDir())
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Fatal(err)
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	defer terminal.Close()
	shown := make(chan bool, 1)
	go func() {
		var all strings.Builder
		for buf := make([]byte, 1<<16); ; {
			n, err := terminal.Read(buf)
			if err != nil {
				return
			}
			answer(terminal, buf[:n])
			if all.Write(buf[:n]); strings.Contains(all.String(), text) {
				select {
				case shown <- true:
				default:
				}
			}
		}
	}()
	select {
	case <-shown:
	case <-time.After(10 * time.Second):
		b.Fatalf("%s has not come", text)
	}
	time.Sleep(settling) // until memory has been given back and news has gone
	switches, ticks := spent(b, cmd.Process.Pid)
	time.Sleep(watched)
	moreSwitches, moreTicks := spent(b, cmd.Process.Pid)
	const ticksPerSecond = 100 // of Linux
	return float64(moreSwitches-switches) / watched.Seconds(), float64(moreTicks-ticks) / ticksPerSecond / watched.Seconds()
}

// spent reads how often the threads of a process have given up a processor to wait, and how long they have had one.
func spent(b *testing.B, pid int) (switches, ticks int) {
	b.Helper()
	threads, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid))
	if err != nil {
		b.Fatal(err)
	}
	for _, thread := range threads {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/status", pid, thread.Name()))
		if err != nil {
			b.Fatal(err)
		}
		_, after, _ := strings.Cut(string(status), "\nvoluntary_ctxt_switches:")
		var n int
		fmt.Sscan(after, &n)
		switches += n
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after) // from the third on
	var user, system int
	fmt.Sscan(fields[11], &user)
	fmt.Sscan(fields[12], &system)
	return switches, user + system
}
