package widget

import (
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Acts are what can be done with the field in hand, for the screen to put
// among its own; Form.Update answers their Do. While a field is open they are
// other ones, because enter is text there.
func (f Form) Acts(fr kit.Frame, fields []Field) []kit.Act {
	f = f.followed(fr, fields)
	next := kit.Act{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: f.Together}
	enter := kit.Act{ID: string(DoEnter), Keys: keys.Open, Name: fr.T("kit.line.next"), Together: f.Together}
	shut := kit.Act{ID: string(DoClose), Keys: keys.Back, Name: fr.T("kit.field.close"), Together: f.Together}
	done := kit.Act{ID: string(DoDone), Keys: keys.Keep, Name: shut.Name, Together: f.Together, Hidden: true}
	e := f.visit.editor
	switch {
	case f.open && e.Many():
		return append([]kit.Act{shut, newLine(fr, f.Together), next, done}, Undoing(fr, e, f.Together)...)
	case f.open:
		if _, more := f.step(fr, fields, +1, false); !more {
			enter.Name, next.Hidden = shut.Name, true
		}
		return append([]kit.Act{enter, next, shut, done}, Undoing(fr, e, f.Together)...)
	case f.tabs:
		return append(f.turning(fr, fields, enter), next, shut)
	}
	return f.change(fr, fields)
}

// newLine says what enter does in a text of many lines.
func newLine(fr kit.Frame, together bool) kit.Act {
	return kit.Act{ID: string(DoLine), Keys: keys.Open, Name: fr.T("kit.line.new"), Together: together}
}

// turning is what can be done with a field in hand that is not typed, while
// the form is being filled in.
func (f Form) turning(fr kit.Frame, fields []Field, enter kit.Act) []kit.Act {
	acts := f.change(fr, fields)
	switch field := f.Field(fields); {
	case len(acts) == 0, field.typed(), field.picks():
		return acts
	}
	acts[0].ID, acts[0].Keys = string(DoTurn), keys.Turn
	return append(acts, enter)
}

// change is what can be done with a field in hand that is not open.
func (f Form) change(fr kit.Frame, fields []Field) []kit.Act {
	field := f.Field(fields)
	if field.ID == "" || field.Set == nil && field.Why == "" {
		return nil
	}
	name := fr.T("kit.change")
	switch {
	case field.Kind == ToggleField:
		name = fr.T("kit.toggle")
	case field.picks():
		name = fr.T("kit.pick")
	case field.Kind == ChoiceField:
		name = fr.T("kit.choice.next")
	}
	return []kit.Act{{ID: string(DoOpen), Keys: keys.Open, Name: name, Why: field.Why, Together: f.Together}}
}

// entered is what enter does behind the last field, or where there is none: it keeps,
// unless that is final.
func (d FormDialog) entered(fr kit.Frame) (FormDialog, kit.Outcome) {
	if d.Final {
		return d, kit.Refuses(fr.T("kit.final"))
	}
	return d.keep(fr)
}
