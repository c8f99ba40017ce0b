package data

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/model"
)

// shape is the part of a JSON Schema that ours uses.
type shape struct {
	Ref         string           `json:"$ref"`
	Type        string           `json:"type"`
	Format      string           `json:"format"`
	Pattern     string           `json:"pattern"`
	Enum        []string         `json:"enum"`
	Required    []string         `json:"required"`
	MinLength   int              `json:"minLength"`
	Unique      bool             `json:"uniqueItems"`
	MaxItems    int              `json:"maxItems"`
	Description string           `json:"description"`
	Properties  map[string]shape `json:"properties"`
	Items       *shape           `json:"items"`
	Defs        map[string]shape `json:"$defs"`
	Schema      string           `json:"$schema"`
	ID          string           `json:"$id"`
	Title       string           `json:"title"`
}

func readSchema(t *testing.T) shape {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(Schema())))
	decoder.DisallowUnknownFields() // what the check below doesn't know, it doesn't check
	var s shape
	if err := decoder.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemaNamesTheFieldsThatAreRead(t *testing.T) {
	s := readSchema(t)
	if s.Schema != "https://json-schema.org/draft/2020-12/schema" {
		t.Error(s.Schema)
	}
	for name, want := range map[string][]string{
		"speaker": speakerFields(), "topic": topicFields(), "source": sourceFields(), "statement": statementFields(),
	} {
		if got := slices.Sorted(maps.Keys(s.Defs[name].Properties)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%s: %q, but read are %q", name, got, want)
		}
		for _, field := range want {
			if f := s.Defs[name].Properties[field]; f.Description == "" && f.Ref == "" {
				t.Errorf("%s: %s is not described", name, field)
			}
		}
	}
}

func TestSchemaListsTheWordsThatAreRead(t *testing.T) {
	statement := readSchema(t).Defs["statement"].Properties
	var forms, stances []string
	for _, form := range model.Forms() {
		forms = append(forms, form.String())
	}
	for _, stance := range model.Stances() {
		stances = append(stances, stance.String())
	}
	if !slices.Equal(statement["form"].Enum, forms) || !slices.Equal(statement["stances"].Items.Properties["stance"].Enum, stances) {
		t.Error(statement["form"].Enum, statement["stances"].Items.Properties["stance"].Enum)
	}
	for _, medium := range statement["medium"].Enum {
		if _, err := model.ParseMedium(medium); err != nil {
			t.Error(err)
		}
	}
	for _, kind := range readSchema(t).Defs["speaker"].Properties["kind"].Enum {
		p := newRecordParser()
		if got := p.speakerKind(kind); p.bad || got.String() != kind {
			t.Errorf("%s is read as %v", kind, got)
		}
	}
}

// TestSchemaFitsTheEmbeddedCollection holds every embedded record against its description, and a wrong one too.
func TestSchemaFitsTheEmbeddedCollection(t *testing.T) {
	s := readSchema(t)
	for name, file := range map[string]string{"speaker": "speakers", "topic": "topics", "source": "sources", "statement": "statements"} {
		text, err := os.ReadFile("embedded/" + file + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			var record any
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatal(err)
			}
			for _, wrong := range s.check(s.Defs[name], record) {
				t.Errorf("%s: %s", line, wrong)
			}
		}
	}
	var wrong any
	if err := json.Unmarshal([]byte(`{"id": "", "speaker": 1, "date": "yesterday", "form": "verbatim", "topics": ["a", "a"]}`), &wrong); err != nil {
		t.Fatal(err)
	}
	if found := s.check(s.Defs["statement"], wrong); len(found) != 6 {
		t.Errorf("of six faults it finds %q", found)
	}
}

func (s shape) check(want shape, value any) []string {
	if want.Ref != "" {
		return s.check(s.Defs[strings.TrimPrefix(want.Ref, "#/$defs/")], value)
	}
	switch value := value.(type) {
	case string:
		if want.Type != "string" && want.Enum == nil || len(value) < want.MinLength ||
			want.Enum != nil && !slices.Contains(want.Enum, value) || !regexp.MustCompile(want.Pattern).MatchString(value) {
			return []string{value}
		}
	case []any:
		return s.checkArray(want, value)
	case map[string]any:
		return s.checkObject(want, value)
	default:
		return []string{"a value of a kind that no field has"}
	}
	return nil
}

func (s shape) checkArray(want shape, values []any) (wrong []string) {
	if want.Type != "array" {
		return []string{"an array"}
	}
	seen := map[any]bool{}
	for _, value := range values {
		if want.Unique && seen[value] {
			wrong = append(wrong, "twice in an array")
		}
		if want.Unique {
			seen[value] = true
		}
		wrong = append(wrong, s.check(*want.Items, value)...)
	}
	return wrong
}

func (s shape) checkObject(want shape, value map[string]any) (wrong []string) {
	if want.Type != "object" {
		return []string{"an object"}
	}
	for _, name := range want.Required {
		if _, ok := value[name]; !ok {
			wrong = append(wrong, name+" is missing")
		}
	}
	for name, field := range want.Properties {
		if member, ok := value[name]; ok {
			wrong = append(wrong, s.check(field, member)...)
		}
	}
	return wrong
}
