package kit

import "kwi/ui/keys"

// Acts are what can be done with the field in hand, for the screen to put
// among its own; Form.Update answers their Do. While a field is open they are
// other ones, because enter is text there.
func (f Form) Acts(fr Frame, fields []Field) []Act {
	if f.open {
		return []Act{
			{ID: string(DoClose), Keys: keys.Back, Name: fr.T("kit.field.close"), Together: f.Together},
			{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: f.Together},
		}
	}
	field := f.Field(fields)
	if field.ID == "" || field.Set == nil && field.Why == "" {
		return nil
	}
	name := fr.T("kit.change")
	switch {
	case field.Kind == ToggleField:
		name = fr.T("kit.toggle")
	case field.Kind == ChoiceField && len(field.Choices) > many:
		name = fr.T("kit.pick")
	case field.Kind == ChoiceField:
		name = fr.T("kit.choice.next")
	}
	return []Act{{ID: string(DoOpen), Keys: keys.Open, Name: name, Why: field.Why, Together: f.Together}}
}
