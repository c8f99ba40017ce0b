package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// lines are what is typed. %1 and %2 stand for the names of speakers, %3 for that of a topic.
//
//go:embed lines.txt
var lines string

// tell prints figures for the process that asked for them.
func tell(figures map[string]float64) error { return json.NewEncoder(os.Stdout).Encode(figures) }

// self runs a command of this program in a process of its own, as often as is said, and returns the median of each
// figure.
func self(times int, args ...string) (map[string]float64, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	var runs []map[string]float64
	for range times {
		c, err := measure(exec.Command(program, args...))
		if err != nil {
			return nil, err
		}
		figures := map[string]float64{}
		if err := json.Unmarshal(c.out, &figures); err != nil {
			return nil, fmt.Errorf("compare %s: %w", strings.Join(args, " "), err)
		}
		runs = append(runs, figures)
	}
	return medians(runs), nil
}

// medians returns the median of each figure.
func medians(runs []map[string]float64) map[string]float64 {
	medians := map[string]float64{}
	for name := range runs[0] {
		var figures []float64
		for _, run := range runs {
			figures = append(figures, run[name])
		}
		medians[name] = at(figures, 0.5)
	}
	return medians
}

func kilobytes(text string) float64 {
	n, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), " kB"), 64)
	return n
}

// folder is one size of the data.
type folder struct {
	path           string
	n              int
	texts, strings float64 // megabytes
	opened         map[string]float64
}

func tables(dir string) error {
	folders, err := foldersIn(dir)
	if err != nil {
		return err
	}
	fmt.Printf("%d processors, %s\n\n", runtime.NumCPU(), runtime.Version())
	biggest := &folders[len(folders)-1]
	if err := opening(biggest); err != nil {
		return err
	}
	if err := growth(folders); err != nil {
		return err
	}
	return sideBySide(biggest)
}

// foldersIn finds the folders of data, the smallest first.
func foldersIn(dir string) ([]folder, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", sizesFile))
	if err != nil {
		return nil, err
	}
	var folders []folder
	for _, path := range paths {
		f := folder{path: filepath.Dir(path)}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if _, err := fmt.Sscan(string(text), &f.n, &f.texts, &f.strings); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		f.texts, f.strings = f.texts/1e6, f.strings/1e6
		folders = append(folders, f)
	}
	if len(folders) == 0 {
		return nil, fmt.Errorf("there is no data in %s", dir)
	}
	slices.SortFunc(folders, func(a, b folder) int { return a.n - b.n })
	return folders, nil
}

// rounds is how often what takes long is measured; the tables show medians.
const rounds = 3

// opening prints how long it takes until everything can be searched, beside nothing but reading and decoding. They take
// turns, so that whatever else the machine does weighs on both.
func opening(f *folder) error {
	fmt.Printf("| %s statements of JSONL | only decoding (%s) | (%s) | searchable | ratios |\n| --- | --- | --- | --- | --- |\n",
		thousands(f.n), decoderNames[0], decoderNames[1])
	for _, packed := range []string{"", ".gz", ".zst"} {
		path := filepath.Join(f.path, jsonlFile+packed)
		var opened []map[string]float64
		var seconds [3][]float64 // of both decoders, and of onrecord
		var ratios [2][]float64
		for range rounds {
			for i, with := range decoderNames {
				decoded, err := self(1, "decode", path, with)
				if err != nil {
					return err
				}
				seconds[i] = append(seconds[i], decoded["seconds"])
			}
			figures, err := self(1, "open", path)
			if err != nil {
				return err
			}
			opened, seconds[2] = append(opened, figures), append(seconds[2], figures["seconds"])
			for i := range ratios {
				ratios[i] = append(ratios[i], figures["seconds"]/seconds[i][len(seconds[i])-1])
			}
		}
		if packed == "" {
			f.opened = medians(opened)
		}
		fmt.Printf("| %s | %.2f s | %.2f s | %.2f s | %.1f, %.1f |\n", map[string]string{"": "plain", ".gz": "gzip", ".zst": "Zstandard"}[packed],
			at(seconds[0], 0.5), at(seconds[1], 0.5), at(seconds[2], 0.5), at(ratios[0], 0.5), at(ratios[1], 0.5))
	}
	fmt.Println()
	return nil
}

// growth prints what a key and the memory cost at each size.
func growth(folders []folder) error {
	fmt.Println("| statements | searchable | key, median | 99 % | worst | memory, most | held | of the words alone | of all strings |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for i := range folders {
		f := &folders[i]
		if f.opened == nil {
			opened, err := self(rounds, "open", filepath.Join(f.path, jsonlFile))
			if err != nil {
				return err
			}
			f.opened = opened
		}
		o := f.opened
		fmt.Printf("| %s | %.2f s | %.1f ms | %.1f ms | %.1f ms | %.0f MB | %.0f MB | %.1f, %.1f | %.1f, %.1f |\n", thousands(f.n), o["seconds"],
			o["median"], o["p99"], o["worst"], o["peak"], o["heap"],
			o["peak"]/f.texts, o["heap"]/f.texts, o["peak"]/f.strings, o["heap"]/f.strings)
	}
	last := folders[len(folders)-1]
	fmt.Printf("\n%.0f keys; the strings of %s statements are %.0f MB, those of their words alone %.0f MB.\n\n",
		last.opened["keys"], thousands(last.n), last.strings, last.texts)
	return nil
}

// row is a line of the side-by-side table.
type row struct {
	name          string
	median, worst float64 // milliseconds
	memory        float64 // megabytes
	before        string  // what must be done before
}

func (r row) print(base row) {
	fmt.Printf("| %s | %s | %s | %.1f | %.0f MB | %s |\n", r.name, inMilliseconds(r.median), inMilliseconds(r.worst),
		r.median/base.median, r.memory, r.before)
}

func inMilliseconds(ms float64) string {
	if ms < 10 {
		return fmt.Sprintf("%.1f ms", ms)
	}
	return fmt.Sprintf("%s ms", thousands(int(ms+0.5)))
}

func wholeProcess(name string, costs []cost, before string) row {
	var times, memory []float64
	for _, c := range costs {
		times, memory = append(times, 1000*c.seconds), append(memory, c.megabytes)
	}
	return row{name, at(times, 0.5), at(times, 1), at(memory, 1), before}
}

// sideBySide prints what one question costs each tool.
func sideBySide(f *folder) error {
	o := f.opened
	ours := row{"onrecord, the engine", o["whole"], o["wholeWorst"], o["peak"], fmt.Sprintf("%.1f s reading", o["seconds"])}
	fmt.Printf("| one question to %s statements | median | worst | times | memory | before |\n", thousands(f.n))
	fmt.Println("| --- | --- | --- | --- | --- | --- |")
	ours.print(ours)
	for _, rows := range []func(*folder) ([]row, error){ourProcess, sqliteRows, fzfRows, fuzzyRows} {
		found, err := rows(f)
		if err != nil {
			return err
		}
		for _, r := range found {
			r.print(ours)
		}
	}
	return nil
}

func ourProcess(f *folder) ([]row, error) {
	costs, err := askAll(func(question string) *exec.Cmd {
		return exec.Command(os.Getenv("ONRECORD"), "--data", filepath.Join(f.path, jsonlFile), "search", "--limit", "50", question)
	})
	if err != nil {
		return nil, err
	}
	return []row{wholeProcess("`onrecord search`, the process", costs, "nothing")}, nil
}

func sqliteRows(f *folder) ([]row, error) {
	sqlite := os.Getenv("SQLITE")
	if sqlite == "" {
		return nil, nil
	}
	database, built, err := buildFTS(sqlite, f.path)
	if err != nil {
		return nil, err
	}
	defer os.Remove(database)
	costs, err := askAll(func(question string) *exec.Cmd { return ftsCommand(sqlite, database, question) })
	if err != nil {
		return nil, err
	}
	before := fmt.Sprintf("%.0f s importing", built.seconds)
	process := wholeProcess("SQLite FTS5, the process", costs, before)
	times := ftsTimes(costs)
	return []row{{"SQLite FTS5, the engine", at(times, 0.5), at(times, 1), process.memory, before}, process}, nil
}

func fzfRows(f *folder) ([]row, error) {
	fzf := os.Getenv("FZF")
	if fzf == "" {
		return nil, nil
	}
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	defer nowhere.Close()
	var rows []row
	for _, options := range [][]string{nil, {"--exact"}} {
		var costs []cost
		for _, question := range questions {
			lines, err := os.Open(filepath.Join(f.path, linesFile))
			if err != nil {
				return nil, err
			}
			cmd := exec.Command(fzf, append(options, "--filter", question)...)
			cmd.Stdin, cmd.Stdout = lines, nowhere
			c, err := measure(cmd)
			lines.Close()
			if err != nil {
				return nil, err
			}
			costs = append(costs, c)
		}
		name := strings.Join(append([]string{"fzf"}, append(options, "--filter")...), " ")
		rows = append(rows, wholeProcess("`"+name+"`, the process", costs, "nothing"))
	}
	return rows, nil
}

func fuzzyRows(f *folder) ([]row, error) {
	figures, err := self(1, "fuzzy", filepath.Join(f.path, linesFile))
	if err != nil {
		return nil, err
	}
	return []row{{"sahilm/fuzzy over whole lines", figures["whole"], figures["wholeWorst"], figures["peak"], "reading"}}, nil
}

// thousands writes a number with commas.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
