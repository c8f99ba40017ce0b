package report_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/data/report"
)

// browser is a Chromium that looks at pages without a window.
type browser struct {
	t    *testing.T
	path string
}

func openBrowser(t *testing.T) browser {
	t.Helper()
	if testing.Short() {
		t.Skip("looking at pages in a browser takes long")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return browser{t, path}
		}
	}
	t.Skip("no Chromium is installed, so no page is looked at in a browser")
	return browser{}
}

func (b browser) run(args ...string) []byte {
	b.t.Helper()
	own := []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + b.t.TempDir(),
	}
	ctx, stop := context.WithTimeout(b.t.Context(), 3*time.Minute) // one that hangs is to be told, not waited for
	defer stop()
	cmd := exec.CommandContext(ctx, b.path, append(own, args...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		b.t.Fatalf("%s: %v\n%s", b.path, err, said.String())
	}
	return out
}

// pages are those that are looked at.
func pages(t *testing.T) map[string]string {
	evil := evilReports(t)
	return map[string]string{
		"matrix":  written(t, report.HTML, asked(t, "")),
		"compare": written(t, report.HTML, compared(t, "", "germany", "france", "russia", "us")),
		"longest": written(t, report.HTML, compared(t, "", "osce", "china", "cdu", "dnr")),
		"hostile": written(t, report.HTML, evil[0]),
		"sides":   written(t, report.HTML, evil[1]),
	}
}

func (b browser) file(name, page string) string {
	path := filepath.Join(b.t.TempDir(), name+".html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// measuring is put into copies of pages, whose policy it would not pass: it notes how wide the page is.
const measuring = `<script>addEventListener("load", () => document.documentElement.setAttribute("data-wide",
document.documentElement.scrollWidth + " of " + innerWidth + ", box " + document.querySelector(".box").clientWidth));</script></body>`

var measured = regexp.MustCompile(`data-wide="(\d+) of (\d+), box (\d+)"`)

// TestPagesFitTheirWindow: a page never scrolls sideways; the matrix does, in its own box.
func TestPagesFitTheirWindow(t *testing.T) {
	b := openBrowser(t)
	policy := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	for name, page := range pages(t) {
		copied := strings.Replace(policy.ReplaceAllString(page, ""), "</body>", measuring, 1)
		path := b.file(name, copied)
		for _, width := range []int{1280, 480} {
			dom := b.run(fmt.Sprintf("--window-size=%d,900", width), "--dump-dom", "file://"+path)
			m := measured.FindSubmatch(dom)
			if m == nil {
				t.Fatalf("%s at %d was not measured", name, width)
			}
			var got [3]int
			for i := range got {
				got[i], _ = strconv.Atoi(string(m[i+1])) // digits
			}
			if got[0] > got[1] || got[2] > got[1] || got[1] > width+20 {
				t.Errorf("%s is %d wide, with a box of %d, in a window of %d", name, got[0], got[2], got[1])
			}
		}
	}
}

// TestPagesPrint prints pages and reads the paper.
func TestPagesPrint(t *testing.T) {
	b := openBrowser(t)
	r := asked(t, "")
	for name, page := range pages(t) {
		path := b.file(name, page)
		paper := strings.TrimSuffix(path, ".html") + ".pdf"
		b.run("--no-pdf-header-footer", "--print-to-pdf="+paper, "file://"+path)
		text, err := os.ReadFile(paper)
		if err != nil || !bytes.HasPrefix(text, []byte("%PDF-")) || len(text) < 10_000 {
			t.Errorf("%s is printed as %d bytes, %v", name, len(text), err)
		}
		if name != "matrix" {
			continue
		}
		tool, err := exec.LookPath("pdftotext")
		if err != nil {
			t.Log("no pdftotext is installed, so the paper is not read")
			continue
		}
		read, err := exec.Command(tool, "-layout", paper, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		holdPaper(t, r, string(read))
	}
}

// holdPaper looks for all topics and actors, the addresses of sources, and for parts of the matrix that were cut off.
func holdPaper(t *testing.T, r *report.Report, paper string) {
	t.Helper()
	words := strings.Join(strings.Fields(paper), " ")
	for _, c := range r.Matrix.Columns {
		if !strings.Contains(words, c.Topic.Name) {
			t.Errorf("the topic %s is not on paper", c.Topic.Name)
		}
	}
	for _, row := range r.Rows {
		if n := strings.Count(words, row.Speaker.Short()); n < 2 {
			t.Errorf("%s is on paper %d times, want it in both parts of the matrix", row.Speaker.Short(), n)
		}
	}
	for _, want := range []string{"topics 1 to 9 of 18", "topics 10 to 18 of 18", "https://", "How a position comes about"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not on paper", want)
		}
	}
}
