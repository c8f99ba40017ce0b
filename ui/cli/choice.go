package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// choice is the value of a flag that must be one of a few words.
type choice struct {
	value string
	among []string
}

func (c *choice) String() string { return c.value }

// Type is how help names the value.
func (c *choice) Type() string { return strings.Join(c.among, "|") }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.among, value) {
		last := len(c.among) - 1
		return fmt.Errorf("must be %s or %s", strings.Join(c.among[:last], ", "), c.among[last])
	}
	c.value = value
	return nil
}

// limit is the value of a flag that says how many of something are wanted.
type limit struct {
	value int // 0 for all
	given bool
}

func (l *limit) String() string {
	if !l.given {
		return ""
	}
	return strconv.Itoa(l.value)
}

// Type is how help names the value.
func (l *limit) Type() string { return "N" }

func (l *limit) Set(value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return errors.New("must be a whole number, 0 for all")
	}
	*l = limit{n, true}
	return nil
}

// of returns how many of a number of things that are.
func (l limit) of(number int) int {
	if l.value == 0 {
		return number
	}
	return min(l.value, number)
}

// paths are the values of a flag that may be repeated.
type paths []string

func (p *paths) String() string { return "" }

// Type is how help names the value.
func (p *paths) Type() string { return "path" }

func (p *paths) Set(value string) error {
	if value == "" {
		return errors.New("must name a folder, a file, or - for standard input")
	}
	*p = append(*p, value)
	return nil
}
