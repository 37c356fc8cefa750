package kit

import (
	"slices"

	"kwi/ui/keys"
)

// Acts are what can be done with the field in hand, for the screen to put
// among its own; Form.Update answers their Do. While a field is open they are
// other ones, because enter is text there.
func (f Form) Acts(fr Frame, fields []Field) []Act {
	next := Act{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: f.Together}
	shut := Act{ID: string(DoClose), Keys: keys.Back, Name: fr.T("kit.field.close"), Together: f.Together}
	done := Act{ID: string(DoDone), Keys: keys.Keep, Name: shut.Name, Together: f.Together, Hidden: true}
	switch {
	case f.open && f.visit.editor.Many():
		return []Act{shut, newLine(fr, f.Together), next, done}
	case f.open:
		done.Keys, done.Hidden, shut.Hidden = slices.Concat(keys.Open, keys.Keep), false, true
		return []Act{done, next, shut}
	case f.tabs:
		return append(f.change(fr, fields), next, shut)
	}
	return f.change(fr, fields)
}

// newLine says what enter does in a text of many lines.
func newLine(fr Frame, together bool) Act {
	return Act{ID: string(DoLine), Keys: keys.Open, Name: fr.T("kit.line.new"), Together: together}
}

// change is what can be done with a field in hand that is not open.
func (f Form) change(fr Frame, fields []Field) []Act {
	field := f.Field(fields)
	if field.ID == "" || field.Set == nil && field.Why == "" {
		return nil
	}
	name := fr.T("kit.change")
	switch {
	case field.Kind == ToggleField:
		name = fr.T("kit.toggle")
	case field.Kind == ChoiceField && len(field.Choices) > manyChoices:
		name = fr.T("kit.pick")
	case field.Kind == ChoiceField:
		name = fr.T("kit.choice.next")
	}
	return []Act{{ID: string(DoOpen), Keys: keys.Open, Name: name, Why: field.Why, Together: f.Together}}
}
