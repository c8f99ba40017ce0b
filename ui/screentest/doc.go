// Package screentest is a terminal for tests. It runs a program, in this process or in its own, types its keys, and
// shows what a person would see: the screen as text, or cell by cell with styles and links.
//
// Nothing here sleeps. A test says what it waits for; the wait is woken by every write of the program and fails, with
// the screen as it stands, when a generous time is over. The terminal has a fixed size, a fixed TERM, and answers
// questions (its background, its modes) in the way that the test chose, or not at all.
//
// Only tests import this package.
package screentest
