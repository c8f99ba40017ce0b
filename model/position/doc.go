// Package position finds out where everybody stands: from the statements of an actor on a topic it derives the actor's
// position, says on what evidence, and when it moved. It knows no query, no screen and no file.
//
// # The rule
//
// What counts. A statement counts for the actor it was made for: the state or organization that the speaker spoke for
// at that time. A person who spoke for nobody counts alone. A statement that is about a topic and takes no stance on
// it is no evidence for a position; the actor "took no position". Only the statements that the current filter lets
// through count.
//
// The window. The position is read from the 30 days that end with the actor's newest stance on the topic. What is older
// shows where the actor came from. A month is long enough to hear all who speak for an actor in a crisis, so that a
// disagreement is seen, and short enough that what was given up in winter is not held against anybody in spring. The
// window ends with the actor's own newest stance, not with the newest of the collection: a position that nobody took
// back does not fade, and what others say does not change it.
//
// The voices. Within the window each speaker counts once, with the newest stance. A speaker who changes sides counts
// for the new side; one who changes sides and changes back, or takes both on one day, counts for both. A condition
// that is named on the same day as a side holds for it.
//
// Mixed. If some speakers support and some oppose, or one counts for both, the position is mixed; no majority outvotes
// the other side. It is moving if every stance for the one side is older than every stance for the other.
//
// Conditions. If speakers take one side and others set conditions, the greater number decides, and with equal numbers
// the newer stance; on the same day it is the condition.
//
// Neutral gives way. Not to answer takes nothing back: a neutral stance counts for a speaker, and a neutral speaker for
// an actor, only if there is no other stance in the window.
//
// Silent. An actor without a statement on the topic is silent. That says something about the collection, and nothing
// about the actor.
//
// # Shifts
//
// The position is read again for every day on which the actor took a stance. It has shifted on the day when it reads
// differently from before, a statement of that day takes the new stance, and no speaker in the window holds the old one
// any more (neutral speakers excepted, who give way). A shift goes up, towards the proposition, or down, away from it:
// support is above conditional and neutral, and oppose is below them. From conditional to neutral is no shift, and mixed
// is on the way and not a stance of its own. One statement out of line, between two periods of the same stance, is no
// shift either. A shift is told with the two statements between which it lies: the last one of the old stance, and the
// first one of the new after it, from which it is dated.
//
// # Order
//
// The position does not depend on the order of the statements in the collection. No order is known among statements of
// one day; where one of them must be named, it is the one whose id comes first. Only the first statement of a new stance
// is, if there are several of its day, one by the speaker of the last statement of the old stance, because two statements
// of one speaker show best what changed.
package position

// Rule tells in words of the program's users how positions come about, one paragraph each, for the help.
func Rule() []string {
	return []string{
		"A position is read from statements; nothing else is known. A statement counts for the state or organization that " +
			"its speaker spoke for at that time. A person who spoke for nobody counts alone. Only statements that the " +
			"current filter lets through count.",
		"A statement that takes a stance on the topic is evidence. One that is about the topic and takes none is shown as " +
			"\"" + Spoke.Words() + "\".",
		"Which stance a statement takes was noted by whoever made the collection. In the one that comes with the program it " +
			"goes by the words alone, and by what the topic proposes, not by sympathy. Who favours the proposition, acts on " +
			"it or asserts it supports it; who rejects or denies it opposes it; who wants it only under a condition that is " +
			"said, or within a limit, is conditional; who says openly that they are undecided or will not answer is neutral. " +
			"Vague words, predictions, grievances and reports of what others do are no stance, and the ground for one stance " +
			"is not a second one.",
		"The position is read from the 30 days that end with the actor's newest stance on the topic. Older statements show " +
			"where the actor came from.",
		"Within these days each speaker counts once, with the newest stance. Who changes sides counts for the new one; who " +
			"changes back again, or takes both sides on one day, counts for both.",
		"Mixed: some support and some oppose it, or somebody does both. No majority outvotes the other side. It is moving " +
			"if every stance for one side is older than every stance for the other.",
		"Conditional: some name conditions, and they are more than those who take a side, or as many and newer.",
		"Neutral: somebody said openly that they take no side, and nobody said anything else in these days. Not to answer " +
			"takes nothing back.",
		"Silent: the collection holds no statement of the actor on it. The actor may have spoken elsewhere.",
		"A shift is a day on which the position reads differently from before, because a statement of that day takes the new " +
			"stance and no speaker holds the old one any more. It goes up, towards what the topic proposes, or down. One " +
			"statement out of line between two periods of the same stance is no shift. It is told with the last statement of " +
			"the old stance and the first of the new one; of several on that day with one by the same speaker, if there is one, " +
			"and else with the one whose id comes first.",
		"Side by side, an actor is shown with its strongest statement: one that takes the actor's own stance, words quoted " +
			"as they were said before a report, and of these the newest. Two agree where both support, both oppose or both " +
			"are neutral; the conditions of two who are conditional may differ.",
	}
}
