package crew

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a panic that has become an error: what was thrown, and the stack of the goroutine that threw it.
type PanicError struct {
	Value any
	Stack []byte
}

// Error says what was thrown, without the stack.
func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

// Unwrap returns what was thrown if that is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Recover turns a panic into an error that holds a *PanicError. Defer it in a function with a named error:
//
//	defer crew.Recover(&err)
func Recover(err *error) {
	if v := recover(); v != nil {
		*err = panicError(v)
	}
}

// panicError is called while the stack of the panic is still there. A panic that a worker has handed to the goroutine
// that waits for it keeps the stack of the worker.
func panicError(v any) *PanicError {
	if e, ok := v.(*PanicError); ok {
		return e
	}
	return &PanicError{Value: v, Stack: debug.Stack()}
}
