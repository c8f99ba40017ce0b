package actions_test

import (
	"testing"

	"onrecord/model"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
)

func TestRefusal(t *testing.T) {
	whole := &model.Statement{Source: &model.Source{Title: "Gazette", URL: "https://gazette.example/1"}}
	unlinked := &model.Statement{Source: &model.Source{Title: "Gazette"}}
	for _, test := range []struct {
		id   keys.ID
		st   *model.Statement
		want string
	}{
		{keys.Copy, whole, ""}, {keys.Mark, &model.Statement{}, ""}, {keys.OpenSource, whole, ""}, {keys.Open, nil, ""},
		{keys.Copy, nil, "No statement is shown here"},
		{keys.Mark, nil, "No statement is shown here"},
		{keys.OpenSource, &model.Statement{}, "This statement names no source"},
		{keys.CopyLink, unlinked, "The source of this statement has no link"},
	} {
		if got := actions.Refusal(test.id, test.st); got != test.want {
			t.Errorf("%s is refused with %q, want %q", test.id, got, test.want)
		}
	}
}
