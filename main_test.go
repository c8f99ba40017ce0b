package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// leaves are the parts of ui that know no statement.
var leaves = map[string]bool{"keys": true, "theme": true, "widget": true, "clip": true, "link": true, "nav": true, "turns": true}

// room says what a package is in the house: model, data, leaf, part, screen, root or cli.
func room(pkg string) string {
	pkg = strings.TrimPrefix(pkg, "onrecord/")
	top, rest, _ := strings.Cut(pkg, "/")
	switch {
	case pkg == "model/control", pkg == "model/crew":
		return "base" // what acts on a terminal, and goroutines: for everybody
	case top != "ui":
		return top
	case rest == "":
		return "root"
	case rest == "cli":
		return "cli"
	case rest == "line", rest == "quote", rest == "actions":
		return "part" // of screens, that knows the query language or statements
	case leaves[rest]:
		return "leaf"
	}
	return "screen"
}

// mayImport are the rooms that each room may look into, apart from packages of its own room where that is listed.
var mayImport = map[string][]string{
	"onrecord": {"cli"},
	"base":     {},
	"model":    {"base", "model"},
	"data":     {"base", "model", "data"},
	"leaf":     {"base", "leaf"},
	"part":     {"base", "leaf", "model"},
	"screen":   {"base", "leaf", "part", "model"},
	"root":     {"base", "leaf", "model", "screen"},
	"cli":      {"base", "leaf", "part", "model", "screen", "root", "data"},
}

func TestImportsRunOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for decoder := json.NewDecoder(strings.NewReader(string(out))); decoder.More(); {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&pkg); err != nil {
			t.Fatal(err)
		}
		seen++
		checkImports(t, pkg.ImportPath, pkg.Imports)
	}
	if seen < 8 {
		t.Errorf("only %d packages were looked at", seen)
	}
}

func checkImports(t *testing.T, pkg string, imports []string) {
	t.Helper()
	switch path.Base(pkg) {
	case "util", "utils", "common", "helpers", "misc":
		t.Errorf("%s: a package is named after what it holds", pkg)
	}
	for _, imported := range imports {
		if imported != "onrecord" && !strings.HasPrefix(imported, "onrecord/") {
			checkOutside(t, pkg, imported)
			continue
		}
		allowed := false
		for _, to := range mayImport[room(pkg)] {
			allowed = allowed || room(imported) == to
		}
		if !allowed {
			t.Errorf("%s (%s) imports %s (%s)", pkg, room(pkg), imported, room(imported))
		}
	}
}

// checkOutside keeps files, screens and terminals out of the model, and screens out of data.
func checkOutside(t *testing.T, pkg, imported string) {
	t.Helper()
	terminal := strings.HasPrefix(imported, "charm.land/") || strings.HasPrefix(imported, "github.com/charmbracelet/")
	switch room(pkg) {
	case "base", "model":
		if terminal || imported == "os" || imported == "net/http" {
			t.Errorf("%s imports %s: the model knows no files and no terminal", pkg, imported)
		}
	case "data":
		if terminal {
			t.Errorf("%s imports %s: data knows no screen", pkg, imported)
		}
	}
}

// TestNoOldBubbleTea keeps out version 1, which stalls the start on terminals that don't answer its questions.
func TestNoOldBubbleTea(t *testing.T) {
	for _, file := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, old := range []string{"github.com/charmbracelet/bubbletea ", "github.com/charmbracelet/lipgloss ", "github.com/charmbracelet/bubbles "} {
			if strings.Contains(string(text), old) {
				t.Errorf("%s names %s", file, old)
			}
		}
	}
}

// TestTopLevel holds what may lie at the top of the repository.
func TestTopLevel(t *testing.T) {
	out, err := exec.Command("git", "ls-files").Output()
	if err != nil {
		t.Skip("not a git checkout")
	}
	allowed := map[string]bool{
		"main.go": true, "main_test.go": true, "ui": true, "model": true, "data": true, "go.mod": true, "go.sum": true,
		"README.md": true, "LICENSE": true, ".ci": true, ".gitignore": true, "testdata": true, "staticcheck.conf": true,
	}
	for _, file := range strings.Fields(string(out)) {
		if top, _, _ := strings.Cut(file, "/"); !allowed[top] {
			t.Errorf("%s does not belong at the top", top)
		}
	}
}
