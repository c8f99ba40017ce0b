package model

import "fmt"

// Stance is where a statement stands on the proposition of a topic. The zero value is none: the statement is about the
// topic and takes no position on it.
type Stance uint8

// The stances, in the order in which they are listed everywhere.
const (
	NoStance Stance = iota
	Support
	Oppose
	Conditional
	Neutral
)

// Stances lists the stances that a statement can take.
func Stances() []Stance { return []Stance{Support, Oppose, Conditional, Neutral} }

func (s Stance) String() string {
	switch s {
	case Support:
		return "support"
	case Oppose:
		return "oppose"
	case Conditional:
		return "conditional"
	case Neutral:
		return "neutral"
	}
	return ""
}

// Words says for readers where the statement stands, with it or its speaker as the subject.
func (s Stance) Words() string {
	return [...]string{"no stance", "supports", "opposes", "conditional", "neutral"}[s]
}

// ParseStance reads a stance as the collection format writes it.
func ParseStance(text string) (Stance, error) {
	for _, s := range Stances() {
		if s.String() == text {
			return s, nil
		}
	}
	return NoStance, fmt.Errorf("%q is not a stance (support, oppose, conditional, neutral)", text)
}

// Form is how the words of a statement are given.
type Form uint8

// The forms. Only a direct quotation is nothing but the speaker's words; a mixed one reports and quotes phrases, and an
// indirect one reports.
const (
	Indirect Form = iota
	Mixed
	Direct
)

// Forms lists the forms, the speaker's own words first.
func Forms() []Form { return []Form{Direct, Mixed, Indirect} }

func (f Form) String() string {
	switch f {
	case Direct:
		return "direct"
	case Mixed:
		return "mixed"
	}
	return "indirect"
}

// Words says for readers how the words are given.
func (f Form) Words() string {
	switch f {
	case Mixed:
		return "partly quoted"
	case Direct:
		return "quotation"
	}
	return "reported"
}

// ParseForm reads a form as the collection format writes it.
func ParseForm(text string) (Form, error) {
	for _, f := range Forms() {
		if f.String() == text {
			return f, nil
		}
	}
	return Indirect, fmt.Errorf("%q is not a form (direct, mixed, indirect)", text)
}

// Medium is how a statement was made.
type Medium uint8

// The media. A statement that names none was spoken.
const (
	Spoken Medium = iota
	Written
)

func (m Medium) String() string {
	if m == Written {
		return "written"
	}
	return "spoken"
}

// ParseMedium reads a medium as the collection format writes it.
func ParseMedium(text string) (Medium, error) {
	switch text {
	case "", "spoken":
		return Spoken, nil
	case "written":
		return Written, nil
	}
	return Spoken, fmt.Errorf("%q is not a medium (spoken, written)", text)
}
