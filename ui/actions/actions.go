// Package actions carries out the commands that are about one statement, wherever its words are shown: copying it, opening
// its source, marking it.
package actions

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/ui/clip"
	"onrecord/ui/keys"
	"onrecord/ui/link"
	"onrecord/ui/nav"
)

// Marks knows which statements are marked.
type Marks interface {
	// Marked tells whether a statement is marked.
	Marked(id string) bool
	// ToggleMark marks a statement, or takes its mark away, and returns when that is kept: whether it is marked now, and
	// how long that lasts if not for good.
	ToggleMark(ctx context.Context, id string) (on bool, lasts string, err error)
}

// Is tells whether a command is about one statement.
func Is(id keys.ID) bool {
	switch id {
	case keys.Copy, keys.CopyWords, keys.CopyLink, keys.OpenSource, keys.Mark:
		return true
	}
	return false
}

// Refusal says why a command about a statement does nothing, "" if it does something; st is nil if none is shown.
func Refusal(id keys.ID, st *model.Statement) string {
	switch {
	case !Is(id):
	case st == nil:
		return "No statement is shown here"
	case id != keys.CopyLink && id != keys.OpenSource:
	case st.Source == nil:
		return "This statement names no source"
	case st.Source.URL == "":
		return "The source of this statement has no link"
	}
	return ""
}

// Do carries out a command that Refusal does not refuse. It reports whether the command is about a statement.
func Do(id keys.ID, st *model.Statement, marks Marks) (tea.Cmd, bool) {
	switch id {
	case keys.Copy:
		return clip.Copy("the citation: "+st.Speaker.Name+", "+st.Day.Long(), st.Citation()), true
	case keys.CopyWords:
		return clip.Copy("the words: "+st.Form.Words(), st.Quotation()), true
	case keys.CopyLink:
		return clip.Copy("the link: "+st.Source.URL, st.Source.URL), true
	case keys.OpenSource:
		return link.Open(st.Source.URL), true
	case keys.Mark:
		return mark(marks, st.ID), true
	}
	return nil, false
}

// mark marks a statement, or takes its mark away.
func mark(marks Marks, id string) tea.Cmd {
	return func() tea.Msg {
		on, lasts, err := marks.ToggleMark(context.Background(), id)
		return nav.Marked{ID: id, On: on, Lasts: lasts, Err: err}
	}
}
