package turns_test

import (
	"testing"

	"onrecord/ui/turns"
)

func TestOnlyTheLastQuestionMatters(t *testing.T) {
	var o turns.Order
	if o.Taken() || o.Is(nil) {
		t.Error("there is a question before any was asked")
	}
	first := o.Next()
	if !o.Is(first) || !o.Taken() || first.Err() != nil {
		t.Error("the first question is given up at once")
	}
	second := o.Next()
	if o.Is(first) || first.Err() == nil || !o.Is(second) || second.Err() != nil {
		t.Error("the second question does not take the turn of the first")
	}
	o.End()
	o.End()
	if o.Is(second) || o.Taken() || second.Err() == nil {
		t.Error("a question that was given up still matters")
	}
}
