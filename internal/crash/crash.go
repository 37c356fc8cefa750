// Package crash is what becomes of a panic: a fault that says nothing of any
// client, and a report of it for whoever mends kwi.
//
// A panic is caught where it falls, by whoever has to go on or to end well:
// the interface, a command, a goroutine. Of makes a fault of it there, while
// the stack still stands. A Shelf keeps the report.
//
// Neither the fault nor the report holds what the panic was given, for that may
// be a name or an answer: only its type, what the runtime of Go itself says of
// it, and the functions and lines on the stack, without their arguments.
package crash

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// Fall is a panic that was caught.
type Fall struct {
	Type  string   // of the value that it was given
	Says  string   // what the runtime says; "" where somebody else said it
	Stack []string // the innermost first
}

// Error implements error.
func (f *Fall) Error() string {
	if f.Says == "" {
		return f.Type
	}
	return f.Says
}

// deepest is how many calls of a stack are kept.
const deepest = 200

// Of is the fault of a panic that was recovered, called by the function that did.
// What was caught before stays as it was.
func Of(why any) *fault.Fault {
	if err, is := why.(error); is {
		if f, caught := fault.Of(err); caught && Is(f) {
			return f
		}
	}
	f := newFall(why)
	calls := make([]uintptr, deepest)
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls)])
	for more := true; more; {
		var at runtime.Frame
		at, more = frames.Next()
		if at.Function == "runtime.gopanic" {
			f.Stack = nil // what stands above it only caught it
			continue
		}
		if at.Function != "" && (len(f.Stack) > 0 || !strings.HasPrefix(at.Function, "runtime.")) {
			f.Stack = append(f.Stack, fmt.Sprintf("%s %s:%d", at.Function, filepath.Base(at.File), at.Line))
		}
	}
	return fault.New(fault.Internal).By(f)
}

// newFall is a panic with nothing of what it was given.
func newFall(why any) *Fall {
	f := &Fall{Type: reflect.TypeOf(why).String()}
	switch why := why.(type) {
	case runtime.Error:
		f.Says = text.Shorten(text.Line(text.Lines(why.Error())), 200)
	case *reflect.ValueError:
		f.Says = why.Error()
	}
	return f
}

// Cause is what may be told of a panic that a damaged file led to: the file is at
// fault, not the program, so that it is no fault of Of.
func Cause(why any) error { return errors.New(newFall(why).Error()) }

// Is reports whether an error is of a panic.
func Is(err error) bool { return errors.As(err, new(*Fall)) }

// Note makes of the fault of a panic one that tells where its report is. where is
// the screen or the command.
type Note func(f *fault.Fault, where string) *fault.Fault

// Of is the fault of a panic that was recovered, noted; nobody may be there to note
// it.
func (n Note) Of(why any, where string) *fault.Fault {
	f := Of(why)
	if n == nil {
		return f
	}
	return n(f, where)
}

// identity tells one mistake from another: where it fell, whoever called that.
func (f *Fall) identity() string {
	return f.Type + strings.Join(f.Stack[:min(1, len(f.Stack))], "")
}

// Watched is a panic of which nothing more is said, for a client reads along.
var Watched = &Fall{Type: "panic"}
