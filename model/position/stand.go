package position

import "onrecord/model"

// Stand is where an actor stands on a topic. The zero value is Silent.
type Stand uint8

// The stands, in the order in which they are listed everywhere.
const (
	Silent      Stand = iota // nothing was said about it
	Spoke                    // spoke about it, without taking a position
	Support                  // supports what the topic proposes
	Oppose                   // opposes it
	Conditional              // favours or opposes it under a condition
	Neutral                  // says openly that it takes no side
	Mixed                    // supports and opposes it at the same time
)

// Stands lists the stands, positions first.
func Stands() []Stand {
	return []Stand{Support, Oppose, Conditional, Neutral, Mixed, Spoke, Silent}
}

func (s Stand) String() string {
	return [...]string{"silent", "spoke", "support", "oppose", "conditional", "neutral", "mixed"}[s]
}

// Words says for readers where the actor stands, in the words of the stances.
func (s Stand) Words() string {
	switch s {
	case Silent:
		return "silent"
	case Spoke:
		return "took no position"
	case Mixed:
		return "mixed"
	}
	return model.Stance(s - Support + 1).Words()
}

// Taken tells whether a position is taken at all.
func (s Stand) Taken() bool { return s >= Support }

// Settled tells whether the position is one stance, so that it can shift.
func (s Stand) Settled() bool { return s >= Support && s < Mixed }

// Stance returns the stance that a settled stand is.
func (s Stand) Stance() (model.Stance, bool) {
	if !s.Settled() {
		return model.NoStance, false
	}
	return model.Stance(s - Support + 1), true
}

func standOf(s model.Stance) Stand {
	if s == model.NoStance {
		return Spoke
	}
	return Support + Stand(s) - 1
}

// level is how near a stand is to the proposition: 1 supports it, -1 opposes it, 0 is between.
func (s Stand) level() int {
	switch s {
	case Support:
		return 1
	case Oppose:
		return -1
	}
	return 0
}

// Move is the direction in which a position has moved. The zero value is that it has not.
type Move int8

// The directions.
const (
	Still Move = 0
	Up    Move = 1  // towards what the topic proposes
	Down  Move = -1 // away from it
)

func (m Move) String() string {
	switch m {
	case Up:
		return "up"
	case Down:
		return "down"
	}
	return ""
}

func moveBetween(from, to Stand) Move {
	switch d := to.level() - from.level(); {
	case d > 0:
		return Up
	case d < 0:
		return Down
	}
	return Still
}
