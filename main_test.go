package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
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

// TestPanicsAreCarried holds that goroutines are begun only where their panics become errors, because nothing else keeps a
// panic from ending the process and leaving the terminal as it is; and that no command is hidden from who watches them.
func TestPanicsAreCarried(t *testing.T) {
	wild := map[string]bool{
		"sync.WaitGroup": true, "errgroup.WithContext": true, "errgroup.Group": true, "time.AfterFunc": true,
		"context.AfterFunc": true, "tea.Sequence": true,
	}
	eachFile(t, func(pkg string, fset *token.FileSet, file *ast.File) {
		if pkg == "onrecord/model/crew" || pkg == "onrecord/ui/screentest" || strings.HasPrefix(pkg, "onrecord/testdata") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: begin the goroutine with crew.Go", fset.Position(n.Pos()))
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && wild[x.Name+"."+n.Sel.Name] {
					t.Errorf("%s: %s.%s runs what nothing watches; model/crew does that", fset.Position(n.Pos()), x.Name, n.Sel.Name)
				}
			}
			return true
		})
	})
}

// TestCommandsCaptureValues holds that a command, which runs beside Update, never reads the screen that it comes from.
func TestCommandsCaptureValues(t *testing.T) {
	commands := 0
	eachFile(t, func(pkg string, fset *token.FileSet, file *ast.File) {
		if !strings.HasPrefix(pkg, "onrecord/ui") {
			return
		}
		for _, decl := range file.Decls {
			method, ok := decl.(*ast.FuncDecl)
			if !ok || method.Body == nil {
				continue
			}
			screen := pointerReceiver(method)
			ast.Inspect(method.Body, func(n ast.Node) bool {
				f, ok := n.(*ast.FuncLit)
				if !ok || !isCommand(f) {
					return true
				}
				commands++
				ast.Inspect(f.Body, func(n ast.Node) bool {
					if x, ok := n.(*ast.Ident); ok && screen != "" && x.Name == screen {
						t.Errorf("%s: the command uses %s, which Update changes meanwhile", fset.Position(x.Pos()), screen)
					}
					return true
				})
				return true
			})
		}
	})
	if commands < 10 {
		t.Errorf("only %d commands were looked at", commands)
	}
}

// pointerReceiver is the name of a method's receiver if that is a pointer.
func pointerReceiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List[0].Names) == 0 {
		return ""
	}
	if _, ok := f.Recv.List[0].Type.(*ast.StarExpr); !ok {
		return ""
	}
	return f.Recv.List[0].Names[0].Name
}

// isCommand tells whether a function is a tea.Cmd.
func isCommand(f *ast.FuncLit) bool {
	if len(f.Type.Params.List) > 0 || f.Type.Results == nil || len(f.Type.Results.List) != 1 {
		return false
	}
	result, ok := f.Type.Results.List[0].Type.(*ast.SelectorExpr)
	return ok && result.Sel.Name == "Msg"
}

// eachFile parses every file of the program, without its tests.
func eachFile(t *testing.T, look func(pkg string, fset *token.FileSet, file *ast.File)) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,IgnoredGoFiles", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	for decoder := json.NewDecoder(strings.NewReader(string(out))); decoder.More(); {
		var pkg struct {
			ImportPath, Dir         string
			GoFiles, IgnoredGoFiles []string // those of other systems are ignored, but ours
		}
		if err := decoder.Decode(&pkg); err != nil {
			t.Fatal(err)
		}
		for _, name := range slices.Concat(pkg.GoFiles, pkg.IgnoredGoFiles) {
			file, err := parser.ParseFile(fset, filepath.Join(pkg.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			look(pkg.ImportPath, fset, file)
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
