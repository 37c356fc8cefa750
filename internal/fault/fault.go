// Package fault is how every room of the program says that something cannot
// be done: what kind of thing went wrong, where, with which values, and what
// caused it. It holds no sentence for a user (those are lang's), knows no
// other package of the program and nothing of screens, files or languages.
package fault

import (
	"errors"
	"strings"
)

// Fault is one thing that cannot be done.
type Fault struct {
	Kind   Kind
	At     string   // the place, as in clients[0].cycles[1]; "" where there is none
	Values []string // what fills the placeholders {1} {2} … of the kind's sentence
	Cause  error    // what was underneath, or nil
}

// New makes a fault of a kind with the values that its sentence tells.
func New(kind Kind, values ...string) *Fault {
	return &Fault{Kind: kind, Values: values}
}

// Error is one line of technical English for logs and tests.
func (f *Fault) Error() string {
	var b strings.Builder
	if f.At != "" {
		b.WriteString(f.At + ": ")
	}
	b.WriteString(string(f.Kind))
	if len(f.Values) > 0 {
		b.WriteString(" (" + strings.Join(f.Values, ", ") + ")")
	}
	if f.Cause != nil {
		b.WriteString(": " + f.Cause.Error())
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Cause }

// Is makes errors.Is(err, fault.New(kind)) true for every fault of that kind
// when the target says nothing more than the kind.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Kind == f.Kind && t.At == "" && len(t.Values) == 0 && t.Cause == nil
}

// In is a copy of the fault at a place. A place that was already known lies
// within the new one: In("clients[0]") of cycles[1] is clients[0].cycles[1].
func (f *Fault) In(at string) *Fault {
	g := *f
	switch {
	case f.At == "" || at == "":
		g.At = at + f.At
	case strings.HasPrefix(f.At, "["):
		g.At = at + f.At
	default:
		g.At = at + "." + f.At
	}
	return &g
}

// By is a copy of the fault with what caused it.
func (f *Fault) By(cause error) *Fault {
	g := *f
	g.Cause = cause
	return &g
}

// Of finds the first fault in a chain of errors.
func Of(err error) (*Fault, bool) {
	var f *Fault
	if errors.As(err, &f) && f != nil {
		return f, true
	}
	return nil, false
}

// Has says whether err is a fault of one of these kinds.
func Has(err error, kinds ...Kind) bool {
	f, ok := Of(err)
	if !ok {
		return false
	}
	for _, k := range kinds {
		if f.Kind == k {
			return true
		}
	}
	return false
}
