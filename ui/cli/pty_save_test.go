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

// testSaving saves the matrix and a comparison from the screen, and finds them where the notice says.
func testSaving(t *testing.T, binary string) {
	home := t.TempDir()
	cmd := exec.Command(binary, "for:us,russia,nato")
	cmd.Dir = home
	cmd.Env = screentest.Environ("PATH=", "HOME="+home)
	p := screentest.Run(t, wide, cmd)
	p.WaitFor("216 of 489")
	p.Keys("2")
	p.WaitFor("Russia on NATO's open door")
	p.Keys(":", "save as html")
	p.WaitFor("Save as HTML")
	p.Keys("enter")
	p.WaitFor("Saved as ~/onrecord-positions.html, ")
	p.Keys("space", "down", "space")
	p.WaitFor("2 chosen")
	p.Keys("C")
	p.WaitFor("Russia and United States agree on")
	p.Keys(":", "save as csv")
	p.WaitFor("Save as CSV")
	p.Keys("enter")
	p.WaitFor("Saved as ~/onrecord-comparison.csv, ")
	quit(t, p, "q")
	for name, want := range map[string]string{
		"onrecord-positions.html": "<h1><bdi>Where everybody stands</bdi></h1>", "onrecord-comparison.csv": "actor,actor_id,",
	} {
		text, err := os.ReadFile(filepath.Join(home, name))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not hold %q, %v", name, want, err)
		}
	}
}
