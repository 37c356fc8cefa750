package widget

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/internal/text"
	"kwi/ui/editor"
	"kwi/ui/kit"
)

// FieldKind is what may stand in a field and how it is filled.
type FieldKind byte

// The kinds of field.
const (
	LineField     FieldKind = iota // one line of text
	SentenceField                  // one line of text too, drawn on as many as it needs
	TextField                      // many lines
	DateField                      // a day, typed as lang.ParseDate understands it
	MomentField                    // a day with or without an hour
	NumberField                    // a number, kept with a point
	ChoiceField                    // one of Choices
	ToggleField                    // Yes or ""
	HeadingField                   // the head of a group; cannot be in hand
	NoteField                      // quiet text; cannot be in hand
)

// Yes is the value of a toggle that is on; off is "".
const Yes = "yes"

// Choice is one of the values that a field can have.
type Choice struct{ Value, Label string }

// Field is one field of a form, made anew from the client at every message.
type Field struct {
	Same    string // what tells it from others where the ID is only a place in a list; else ""
	ID      string // the same for as long as it is the same field, as in kwi/3/title
	Label   string
	Kind    FieldKind
	Value   string   // as it is kept: a day as 2026-11-27, a number with a point
	Shown   string   // as it is shown, where that is not for the form to say
	Choices []Choice // of a ChoiceField
	// Proposed is that the value was put there by the program: what is typed takes its
	// place.
	Proposed bool
	Picked   bool   // they are always picked from a list in which typing finds them
	Beside   string // quiet text behind the value, in a column of its own
	Hint     string // what belongs here, shown where nothing stands
	Help     string // shown while the field is in hand: what to ask the client now
	Why      string // why it cannot be changed now, "" when it can
	Lines    int    // most lines of a SentenceField or TextField in view, 0 counts as 4
	// Set is what keeps a value. It may refuse, and then the text stays where
	// it is. It is asked only for a value that differs from Value.
	Set func(value string) kit.Outcome
	// Hints is what there is to mind in a value that is kept; may be nil.
	Hints func(value string) []hint.Hint
}

// holds reports whether the cursor can be on the field.
func (f Field) holds() bool { return f.Kind != HeadingField && f.Kind != NoteField }

// picks reports whether the choices are picked from a list of their own.
func (f Field) picks() bool {
	return f.Kind == ChoiceField && (f.Picked || len(f.Choices) > manyChoices)
}

// typed reports whether the field is filled by typing.
func (f Field) typed() bool { return f.Kind <= NumberField }

// wraps reports whether the field is drawn on more lines than one.
func (f Field) wraps() bool { return f.Kind == SentenceField || f.Kind == TextField }

// editor is where the field is typed.
func (f Field) editor(fr kit.Frame) editor.Editor {
	e := f.editing(f.words(fr))
	if f.Kind == DateField || f.Kind == MomentField || f.Kind == NumberField || f.Proposed {
		return e.Proposing() // another day or number is typed anew
	}
	return e
}

// editing is the field's editor with a text in it.
func (f Field) editing(text string) editor.Editor {
	switch f.Kind {
	case SentenceField:
		return editor.NewSentence(text)
	case TextField:
		return editor.NewText(text)
	}
	return editor.NewLine(text)
}

// free reports whether the field can be changed.
func (f Field) free() bool { return f.Why == "" && f.Set != nil }

// words is the value as the user would type it.
func (f Field) words(fr kit.Frame) string {
	switch f.Kind {
	case DateField:
		return fr.Words.Date(account.Date(f.Value))
	case MomentField:
		return fr.Words.Moment(account.Moment(f.Value))
	case NumberField:
		return strings.Replace(f.Value, ".", fr.Words.DecimalMark(), 1)
	}
	return f.Value
}

// read is the value of what was typed.
func (f Field) read(fr kit.Frame, typed string) (string, error) {
	switch f.Kind {
	case TextField:
		if text.Trim(typed) == "" {
			return "", nil
		}
		return strings.TrimRight(strings.TrimLeft(typed, "\n"), " \n"), nil
	case DateField:
		if typed = text.Trim(typed); typed == "" {
			return "", nil
		}
		d, err := fr.Words.ParseDate(typed, fr.Today)
		return string(d), err
	case MomentField:
		if typed = text.Trim(typed); typed == "" {
			return "", nil
		}
		stood := account.Moment(f.Value).Date()
		if !stood.Valid() {
			stood = fr.Today
		}
		m, err := fr.Words.ParseMomentOver(typed, fr.Today, stood)
		return string(m), err
	case NumberField:
		typed = text.Narrow(typed)
		if strings.Count(typed, ",") == 1 && !strings.Contains(typed, ".") {
			typed = strings.Replace(typed, ",", ".", 1)
		}
		return typed, nil
	}
	return text.Trim(typed), nil
}

// shown is the value as it is read.
func (f Field) shown(fr kit.Frame) string {
	switch {
	case f.Shown != "":
		return f.Shown
	case f.Kind == DateField:
		return ShownDay(&fr, account.Date(f.Value))
	case f.Kind == MomentField:
		return fr.Words.ShortMoment(account.Moment(f.Value), fr.Today) + dayOff(fr, account.Moment(f.Value).Date())
	case f.Kind == ToggleField && f.Value == "":
		return fr.T("kit.no")
	case f.Kind == ToggleField:
		return fr.T("kit.yes")
	case f.Kind == ChoiceField:
		if i := f.chosen(); i >= 0 {
			return f.Choices[i].Label
		}
	}
	return f.words(fr)
}

// ShownDay is a day as a field shows it: short, and with the holiday that it is.
func ShownDay(fr *kit.Frame, d account.Date) string {
	return fr.Words.ShortDate(d, fr.Today) + dayOff(*fr, d)
}

// dayOff says behind a day to come that it is a holiday; a weekend is told by
// the day of the week.
func dayOff(fr kit.Frame, d account.Date) string {
	if off := d.DayOff(); off == "" || off == account.Weekend || d < fr.Today {
		return ""
	}
	return " (" + fr.Words.DayOff(d) + ")"
}

// chosen is the place of the value among the choices, -1 for none.
func (f Field) chosen() int {
	for i, c := range f.Choices {
		if c.Value == f.Value {
			return i
		}
	}
	return -1
}
