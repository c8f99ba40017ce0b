package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/sahilm/fuzzy"
)

// questions are asked of every tool: what all of them can answer.
var questions = []string{
	"russia", "sanctions", "security guarantees", "war peace treaty", "withdrawal of troops", "minister gas",
	"energy crisis europe", "president nuclear",
}

// cost is what a command took.
type cost struct {
	seconds   float64
	megabytes float64 // the most memory
	out       []byte
}

// measure runs a command, and keeps what it prints unless that goes somewhere else. A tool that finds nothing may say so by its exit code.
func measure(cmd *exec.Cmd) (cost, error) {
	begin := time.Now()
	var out []byte
	var err error
	if cmd.Stdout == nil {
		out, err = cmd.Output()
	} else {
		err = cmd.Run()
	}
	c := cost{seconds: time.Since(begin).Seconds(), out: out}
	if cmd.ProcessState != nil {
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			c.megabytes = float64(usage.Maxrss) / 1000
		}
		if cmd.ProcessState.ExitCode() == 1 {
			err = nil
		}
	}
	if err != nil {
		return c, fmt.Errorf("running %s: %w", cmd.Path, err)
	}
	return c, nil
}

// askAll asks every question with a command of its own.
func askAll(command func(question string) *exec.Cmd) ([]cost, error) {
	var costs []cost
	for _, question := range questions {
		c, err := measure(command(question))
		if err != nil {
			return nil, err
		}
		costs = append(costs, c)
	}
	return costs, nil
}

// buildFTS makes an SQLite database of the lines, with an FTS5 index that knows the beginnings of words.
func buildFTS(sqlite, dir string) (string, cost, error) {
	database := filepath.Join(dir, "statements.db")
	os.Remove(database)
	begin := fmt.Sprintf("CREATE VIRTUAL TABLE s USING fts5(%s, prefix='1 2 3 4');", strings.Join(columns, ", "))
	begin = strings.Replace(begin, "id,", "id UNINDEXED,", 1)
	c, err := measure(exec.Command(sqlite, database, begin, ".mode ascii", `.separator "\t" "\n"`,
		".import "+filepath.Join(dir, linesFile)+" s", "INSERT INTO s(s) VALUES('optimize');"))
	return database, c, err
}

// ftsCommand counts what matches and lists the best 50. Every word may be the beginning of a word, as in onrecord.
func ftsCommand(sqlite, database, question string) *exec.Cmd {
	match := strings.Join(strings.Fields(question), "* ") + "*"
	cmd := exec.Command(sqlite, database)
	cmd.Stdin = strings.NewReader(fmt.Sprintf(".timer on\nSELECT count(*) FROM s WHERE s MATCH '%[1]s';\n"+
		"SELECT id FROM s WHERE s MATCH '%[1]s' ORDER BY rank LIMIT 50;\n", match))
	return cmd
}

var ran = regexp.MustCompile(`Run Time: real ([0-9.]+)`)

// ftsTimes reads how long the engine says that its statements took, in milliseconds.
func ftsTimes(costs []cost) []float64 {
	var times []float64
	for _, c := range costs {
		sum := 0.0
		for _, found := range ran.FindAllSubmatch(c.out, -1) {
			seconds, _ := strconv.ParseFloat(string(found[1]), 64)
			sum += 1000 * seconds
		}
		times = append(times, sum)
	}
	return times
}

// texts are the lines of a file, whole, as github.com/sahilm/fuzzy wants them.
type texts []string

func (t texts) String(i int) string { return t[i] }
func (t texts) Len() int            { return len(t) }

// fuzzyScan holds all lines in memory, matches each with every question, and prints how long that took.
func fuzzyScan(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var all texts
	for lines := bufio.NewScanner(file); lines.Scan(); {
		all = append(all, lines.Text())
	}
	var times []float64
	for _, question := range questions {
		begin := time.Now()
		fuzzy.FindFrom(question, all)
		times = append(times, milliseconds(time.Since(begin)))
	}
	return tell(map[string]float64{"whole": at(times, 0.5), "wholeWorst": at(times, 1), "peak": peak()})
}
