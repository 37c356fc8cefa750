package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// What the acts of a form carry.
const (
	DoOpen  kit.Do = "form.open"
	DoClose kit.Do = "form.close"
	DoDone  kit.Do = "form.done" // as DoClose, and drops nothing however often it is said
	DoLine  kit.Do = "form.line" // a new line of the text
	DoNext  kit.Do = "form.next"
	DoTurn  kit.Do = "form.turn"
	DoEnter kit.Do = "form.enter" // what enter does: end the line, or open the next
)

// picked is what was picked for a field of a dialog, on its way back to it.
type picked struct{ field, value string }

// manyChoices is how many choices are too many to go through one by one.
const manyChoices = 5

// typing answers a message while the field is open.
func (f Form) typing(fr kit.Frame, fields []Field, i int, msg tea.Msg) (Form, kit.Outcome, bool) {
	switch msg := StepKey(msg).(type) {
	case kit.Leave:
		return f.done(fr, fields[i])
	case kit.Do:
		switch msg {
		case DoClose:
			return f.leave(fr, fields[i])
		case DoDone:
			return f.done(fr, fields[i])
		case DoNext:
			return f.tabTo(fr, fields, i, +1)
		case DoEnter:
			return f.enter(fr, fields, i)
		case DoLine:
			return f.edit(fr, fields, tea.PasteMsg{Content: "\n"})
		}
		return f, kit.Outcome{}, false
	case tea.KeyPressMsg:
		one := !f.visit.editor.Many()
		w := f.room(fr, fields)
		switch {
		case keys.Pressed(msg, keys.Back):
			return f.leave(fr, fields[i])
		case keys.Pressed(msg, keys.Next):
			return f.tabTo(fr, fields, i, +1)
		case keys.Pressed(msg, keys.Prev):
			return f.tabTo(fr, fields, i, -1)
		case keys.Pressed(msg, keys.Keep) && !f.Filling:
			return f.done(fr, fields[i])
		case one && keys.Pressed(msg, keys.Open):
			return f.enter(fr, fields, i)
		case one && keys.Move(msg, true) == keys.Up && f.visit.editor.OnFirstLine(w):
			return f.leaveTo(fr, fields, i, -1, f.Filling)
		case one && keys.Move(msg, true) == keys.Down && f.visit.editor.OnLastLine(w):
			return f.leaveTo(fr, fields, i, +1, f.Filling)
		}
	}
	return f.edit(fr, fields, StepKey(msg))
}

// edit is the open field with a key or a paste typed in it.
func (f Form) edit(fr kit.Frame, fields []Field, msg tea.Msg) (Form, kit.Outcome, bool) {
	next, deed := f.visit.editor.Update(msg, f.room(fr, fields))
	f.visit.editor = next
	switch deed {
	case editor.Nothing:
		return f, kit.Outcome{}, false
	case editor.Typed, editor.Full:
		f.visit.refused = false
	}
	if deed == editor.Full {
		return f, kit.Refuses(fr.T("kit.full", fr.Words.Int(next.MostRunes()))), true
	}
	return f, kit.Outcome{}, true
}

// leave is done. What was refused stays a draft when it is left a second time.
func (f Form) leave(fr kit.Frame, field Field) (Form, kit.Outcome, bool) {
	if f.visit.refused {
		f.open, f.tabs, f.visit.later = false, false, true
		return f, kit.Says(fr.T("kit.draft.left")), true
	}
	return f.done(fr, field)
}

// done keeps what was typed and closes the field. What is refused stays.
func (f Form) done(fr kit.Frame, field Field) (Form, kit.Outcome, bool) {
	f, out, ok := f.keep(fr, field)
	f.open, f.visit.refused = !ok, !ok
	f.tabs = f.tabs && !ok
	return f, out, true
}

// leaveTo keeps what was typed and goes to the next field. It stays where it
// cannot be kept, and at the end where the next field would open too; else it
// closes the field there.
func (f Form) leaveTo(fr kit.Frame, fields []Field, i, by int, open bool) (Form, kit.Outcome, bool) {
	f, out, ok := f.keep(fr, fields[i])
	if !ok {
		f.visit.refused = true
		return f, out, true
	}
	f.tabs = false
	next, moved := f.step(fr, fields, by, open)
	if !moved {
		next.open = open
	}
	return next, out, true
}

// tabTo is leaveTo for tab, after which the form is still being filled in.
func (f Form) tabTo(fr kit.Frame, fields []Field, i, by int) (Form, kit.Outcome, bool) {
	f, out, ok := f.leaveTo(fr, fields, i, by, true)
	f.tabs = true
	return f, out, ok
}

// enter keeps what was typed and opens the next field. Behind the last one
// the form is done, and in a dialog it is not for the form.
func (f Form) enter(fr kit.Frame, fields []Field, i int) (Form, kit.Outcome, bool) {
	f, out, ok := f.keep(fr, fields[i])
	if !ok {
		f.visit.refused = true
		return f, out, true
	}
	next, moved := f.step(fr, fields, +1, true)
	if !f.Filling {
		next.open, next.tabs = moved && next.open, moved
	}
	return next, out, moved || !f.Filling
}

// keep is what the field does with the typed text, false where that is
// refused. Nothing typed is no change.
func (f Form) keep(fr kit.Frame, field Field) (Form, kit.Outcome, bool) {
	text := f.visit.editor.Text()
	if text == f.visit.text {
		return f, kit.Outcome{}, true
	}
	value, err := field.read(fr, text)
	if err != nil {
		return f, kit.Refuses(fr.Words.Fault(err)), false
	}
	if value == field.Value {
		f.visit.text, f.visit.base, f.visit.clash = text, value, false
		return f, kit.Outcome{}, true
	}
	out := f.grouped(triedOutcome(fr, field.Set(value)))
	if isRefusal(out) {
		return f, out, false
	}
	f.visit.text, f.visit.base, f.visit.own, f.visit.clash = text, value, true, false
	f.ended = endedLine{f.visit.place, fr.Beat}
	if field.Hints != nil && out.Notice == "" {
		if _, said, found := (minded{}).next(fr, field.Hints(value)); found {
			out.Notice, out.Why = said.Notice, said.Why
		}
	}
	return f, out, true
}

// act is what enter does on a closed field.
func (f Form) act(fr kit.Frame, fields []Field, i int) (Form, kit.Outcome, bool) {
	field := fields[i]
	switch {
	case field.Why != "":
		return f, kit.Refuses(field.Why), true
	case !field.free():
		return f, kit.Outcome{}, false
	case field.picks():
		return f, kit.Outcome{Ask: field.pick(f.Filling)}, true
	case !field.typed() && f.Filling:
		return f.stepped(fr, fields, +1, true)
	case !field.typed() && f.tabs:
		next, moved := f.step(fr, fields, +1, true)
		next.tabs = moved
		return next, kit.Outcome{}, true
	case !field.typed():
		return f.turn(fr, field, +1)
	}
	return f.land(fr, fields, i, true), kit.Outcome{}, true
}

// turn takes a choice or a toggle to its next or previous value.
func (f Form) turn(fr kit.Frame, field Field, by int) (Form, kit.Outcome, bool) {
	switch {
	case field.Why != "":
		return f, kit.Refuses(field.Why), true
	case !field.free():
		return f, kit.Outcome{}, false
	}
	value := Yes
	switch n := len(field.Choices); {
	case field.Kind == ToggleField && field.Value != "":
		value = ""
	case field.Kind == ToggleField:
	case n == 0:
		return f, kit.Outcome{}, true
	case field.chosen() < 0 && by < 0:
		value = field.Choices[n-1].Value
	default:
		value = field.Choices[(field.chosen()+by+n)%n].Value
	}
	if f.since == 0 {
		f.since = fr.Beat
	}
	return f, f.grouped(triedOutcome(fr, field.Set(value))), true
}

// grouped puts a change in the group of the visit.
func (f Form) grouped(out kit.Outcome) kit.Outcome {
	if out.Change != nil && out.Change.Group == "" {
		c := *out.Change
		c.Group = f.group()
		out.Change = &c
	}
	return out
}

// BeginsText reports whether a message begins a text where no field is open
// yet: a sign of one, or a paste. A space is none: it turns something.
func BeginsText(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return strings.TrimSpace(msg.Text) != ""
	}
	return false
}
