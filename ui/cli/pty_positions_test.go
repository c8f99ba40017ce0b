//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/ui/screentest"
)

// testPositions goes the whole way through the positions and the timeline: a cell, its evidence and back, two actors side
// by side, what moved, the topic, some days, and the matrix of these days, which it saves.
func testPositions(t *testing.T, binary string) {
	home := t.TempDir()
	cmd := exec.Command(binary)
	cmd.Dir = home
	cmd.Env = screentest.Environ("PATH=", "HOME="+home)
	p := screentest.Run(t, wide, cmd)
	p.WaitFor("489 of 489", "SPEAKERS")
	p.Keys("2")
	p.WaitFor("Russia on NATO's open door", "enter 9 statements", "1–8 of 18 topics")
	p.Keys("right", "right")
	p.WaitFor("Russia on Security guarantees for Russia", "enter 15 statements", "position ")
	p.Keys("enter")
	p.WaitFor("stance:any topic:security-guarantees for:russia", "15 of 489", "17 Feb 2022")
	p.Keys("esc")
	p.WaitFor("489 of 489", "Russia on Security guarantees for Russia", "enter 15 statements")

	p.Keys("space", "down", "down", "space")
	p.WaitFor("2 chosen", "NATO on Security guarantees for Russia")
	p.Keys("C")
	p.WaitFor("Russia and NATO agree on", "on opposite sides")
	p.Keys("esc", "S")
	p.WaitFor("What moved", "Canada on Weapons for Ukraine", "◐ conditional → ● support")
	p.Keys("e")
	p.WaitFor("Olaf Scholz, Germany on Nord Stream 2")
	p.Keys("esc", "T")
	p.WaitFor("The West gives Russia legally binding guarantees against NATO expansion.", "● supports", "○ opposes")
	p.Keys("esc")
	p.WaitFor("NATO on Security guarantees for Russia", "enter 1 statement")

	p.Keys("3")
	p.WaitFor("1 in all", "TOPICS")
	p.Keys("left", "space", "left", "left")
	p.WaitFor("21–23 February 2022", "3 days chosen")
	p.Keys("z")
	p.WaitFor("on:2022-02-21..2022-02-23", "106 of 489")
	p.Keys("2")
	p.WaitFor("on:2022-02-21..2022-02-23", "106 of 489", "hidden: 19 actors, 2 topics")
	p.Keys(":", "save as csv")
	p.WaitFor("Save as CSV")
	p.Keys("enter")
	p.WaitFor("Saved as ~/onrecord-positions.csv, ")
	quit(t, p, "q")
	text, err := os.ReadFile(filepath.Join(home, "onrecord-positions.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if table := string(text); !strings.Contains(table, "Russia") || strings.Contains(table, "Croatia") {
		t.Errorf("saved is not the matrix of these days, in which Russia speaks and Croatia does not:\n%s", table)
	}
}
