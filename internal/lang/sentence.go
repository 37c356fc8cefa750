package lang

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// Fault says what is wrong and what to do about it, in one or two sentences
// on one line. The sentence of a fault stands under fault.<kind>; where the
// fault names no value, fault.<kind>.bare is said instead if there is one.
// Of errors that were joined each is said.
// {cause} is the technical text underneath, {at} the place, which otherwise
// stands before the sentence.
func (w *Words) Fault(err error) string {
	if err == nil {
		return ""
	}
	if several, is := err.(interface{ Unwrap() []error }); is { //nolint:errorlint // It must be what was joined last.
		var said []string
		for _, one := range several.Unwrap() {
			if s := w.Fault(one); !slices.Contains(said, s) {
				said = append(said, s)
			}
		}
		return strings.Join(said, " ")
	}
	f, ok := fault.Of(err)
	if !ok {
		return w.foreign(err)
	}
	key := "fault." + string(f.Kind)
	if bare := key + ".bare"; w.Has(bare) && (len(f.Values) == 0 || f.Values[0] == "") {
		key = bare
	}
	t, ok := w.find(key)
	if !ok {
		return w.foreign(err)
	}
	placed := f.At == ""
	said := fillPlaceholders(t, func(name string) (string, bool) {
		switch name {
		case "at":
			placed = true
			return inSentence(f.At), true
		case "cause":
			if f.Cause == nil {
				return string(f.Kind), true
			}
			return inSentence(f.Cause.Error()), true
		}
		return w.value(name, quotedShort(f)), true
	})
	if placed {
		return said
	}
	return inSentence(f.At) + ": " + said
}

// longestQuote is how much of what somebody typed a sentence repeats: it stands in
// the field still, and what to do about it has to fit beside it.
const longestQuote = 40

// quotedShort are the values of a fault, of which what was typed is cut short.
func quotedShort(f *fault.Fault) []string {
	switch f.Kind {
	case fault.BadDate, fault.BadHours, fault.BadInitials, fault.BadTarget, fault.Grade:
		values := slices.Clone(f.Values)
		if len(values) > 0 {
			values[0] = text.Shorten(values[0], longestQuote)
		}
		return values
	}
	return f.Values
}

// value is what a placeholder of a fault stands for. A day is said as a day;
// a value that the fault did not bring leaves a gap that can be read over.
func (w *Words) value(name string, values []string) string {
	i := int(name[0] - '1')
	if len(name) != 1 || i < 0 || i >= len(values) {
		return "…"
	}
	if d := account.Date(values[i]); d.Valid() {
		return w.Date(d)
	}
	return inSentence(values[i])
}

// foreign says an error that is no fault of ours.
func (w *Words) foreign(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return w.T("error.nofile", inSentence(path.Path))
		case errors.Is(err, fs.ErrPermission):
			return w.T("error.notallowed", inSentence(path.Path))
		case errors.Is(err, fs.ErrExist):
			return w.T("error.fileexists", inSentence(path.Path))
		}
	}
	return w.T("error.unknown", inSentence(err.Error()))
}

// inSentence is technical or foreign text as it fits in a sentence.
func inSentence(s string) string { return text.OneLine(s, 300) }
