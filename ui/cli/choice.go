package cli

import (
	"fmt"
	"slices"
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
