package data_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/data"
)

// Another program that marks is this test binary with these variables set.
const (
	markerFolder = "ONRECORD_TEST_MARKER_FOLDER"
	markerName   = "ONRECORD_TEST_MARKER_NAME"
)

// TestMarker is such a program: it marks one statement after the other, as many as its name says at most, and confirms
// each. Where nobody asks for it, it does nothing.
func TestMarker(t *testing.T) {
	folder, name := os.Getenv(markerFolder), os.Getenv(markerName)
	if folder == "" {
		t.Skip("a part of other tests")
	}
	_, most, _ := strings.Cut(name, "/")
	for i := 0; most == "" || fmt.Sprint(i) != most; i++ {
		id := fmt.Sprintf("%s-%d", name, i)
		if _, err := data.OpenMarks(folder).Set(context.Background(), crisis, true, id); err != nil {
			t.Fatal(err)
		}
		fmt.Println(markedLine + id)
	}
}

const markedLine = "marked: "

// marker starts another program that marks.
func marker(t *testing.T, folder, name string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestMarker$")
	cmd.Env = append(os.Environ(), markerFolder+"="+folder, markerName+"="+name)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// confirmed reads what a marker confirms, up to so many marks or to its end.
func confirmed(lines *bufio.Scanner, most int) []string {
	var ids []string
	for len(ids) < most && lines.Scan() {
		if id, ok := strings.CutPrefix(lines.Text(), markedLine); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// holdAll holds that marks can be read, and that those are among them that were confirmed.
func holdAll(t *testing.T, folder string, ids []string) {
	t.Helper()
	kept := marksOf(t, folder, crisis)
	for _, id := range ids {
		if _, ok := slices.BinarySearch(kept, id); !ok {
			t.Fatalf("%s was confirmed and is lost; %d are kept", id, len(kept))
		}
	}
}

// TestKilledWhileMarking kills a program again and again while it marks.
func TestKilledWhileMarking(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 10
	}
	folder := t.TempDir()
	var all []string
	for kill := range kills {
		cmd, lines := marker(t, folder, fmt.Sprint(kill))
		all = append(all, confirmed(lines, 1+kill%3)...)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		all = append(all, confirmed(lines, 1<<20)...) // what it had said by then
		if err := cmd.Wait(); err == nil {
			t.Fatal("it was not killed")
		}
		holdAll(t, folder, all)
	}
	setMarks(t, folder, crisis, true, "last") // nobody holds the lock
	if left, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind are %q, %v", left, err)
	}
}

// TestTwoProgramsMarkAtOnce lets two programs set 2,000 marks, and reads them meanwhile.
func TestTwoProgramsMarkAtOnce(t *testing.T) {
	each := 1000
	if testing.Short() {
		each = 50
	}
	folder := t.TempDir()
	one, ones := marker(t, folder, fmt.Sprintf("one/%d", each))
	two, twos := marker(t, folder, fmt.Sprintf("two/%d", each))
	seconds := make(chan []string, 1)
	go func() { seconds <- confirmed(twos, each) }()
	var all []string
	for len(all) < each {
		ids := confirmed(ones, 10)
		if all = append(all, ids...); len(ids) == 0 {
			t.Fatalf("it stopped after %d", len(all))
		}
		holdAll(t, folder, ids)
	}
	all = append(all, <-seconds...)
	for _, cmd := range []*exec.Cmd{one, two} {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if holdAll(t, folder, all); len(all) != 2*each || len(marksOf(t, folder, crisis)) != 2*each {
		t.Errorf("%d confirmed, %d kept, want %d", len(all), len(marksOf(t, folder, crisis)), 2*each)
	}
}
