package data

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of a collection and its records.
func Schema() []byte { return slices.Clone(schema) }
