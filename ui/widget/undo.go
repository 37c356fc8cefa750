package widget

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// While something is typed, undo goes word by word and is the field's, not the
// root's.
const (
	DoUndo kit.Do = "typed.undo"
	DoRedo kit.Do = "typed.redo"
)

// Undoing are the acts of an editor that take back what was typed and bring it back, those
// of them that have something to do: else the keys are the root's.
func Undoing(fr kit.Frame, e editor.Editor, together bool) []kit.Act {
	return undoing(fr, e.Undoes(), e.Redoes(), together)
}

func undoing(fr kit.Frame, undoes, redoes, together bool) (acts []kit.Act) {
	if undoes {
		acts = append(acts, kit.Act{ID: string(DoUndo), Keys: keys.Undo, Name: fr.T("kit.undo.typed"), Together: together, Hidden: true})
	}
	if redoes {
		acts = append(acts, kit.Act{ID: string(DoRedo), Keys: keys.Redo, Name: fr.T("kit.redo.typed"), Together: together, Hidden: true})
	}
	return acts
}

// StepKey is a message with undo and redo as the keys that an editor knows.
func StepKey(msg tea.Msg) tea.Msg {
	switch msg {
	case DoUndo:
		return keys.Named(keys.Undo.Keys()[0])
	case DoRedo:
		return keys.Named(keys.Redo.Keys()[0])
	}
	return msg
}

// dialogStep is a dialog as it was before something in it was kept: a field
// that was filled, a choice that was turned.
type dialogStep struct{ dialog FormDialog }

// typedIn reports whether there is something to take back, or to bring back,
// in the open field.
func (f Form) typedIn() (undoes, redoes bool) {
	return f.open && f.visit.editor.Undoes(), f.open && f.visit.editor.Redoes()
}

func (d FormDialog) undoes() bool {
	undoes, _ := d.form.typedIn()
	return undoes || d.past != nil
}

func (d FormDialog) redoes() bool {
	_, redoes := d.form.typedIn()
	return redoes || d.ahead != nil
}

// remembered is the dialog after a message, with how it was before where that
// changed something that can be taken back.
func (d FormDialog) remembered(was FormDialog) FormDialog {
	kept := !maps.Equal(d.values, was.values)
	if kept {
		d.past = &dialogStep{was}
	}
	if kept || d.form.visit.editor.Text() != was.form.visit.editor.Text() {
		d.ahead = nil
	}
	return d
}

// step takes back what was done in the dialog last, or brings it back: a word
// in the open field, else the field that was filled before it, which is then
// open again. False where the message asks for neither.
func (d FormDialog) step(fr kit.Frame, msg tea.Msg) (FormDialog, kit.Outcome, bool) {
	key := StepKey(msg)
	undoes, redoes := d.form.typedIn()
	switch {
	case keys.Pressed(key, keys.Undo) && undoes:
		d.form.visit.editor, d.form.visit.refused = d.form.visit.editor.Undo(), false
	case keys.Pressed(key, keys.Redo) && redoes:
		d.form.visit.editor = d.form.visit.editor.Redo()
	case keys.Pressed(key, keys.Undo) && d.past != nil:
		now := d
		d = d.past.dialog
		d.last, d.gone, d.ahead = now.last, now.gone, &dialogStep{now}
		if undoes, _ := d.form.typedIn(); undoes {
			d.form.visit.editor = d.form.visit.editor.Undo()
		}
	case keys.Pressed(key, keys.Redo) && d.ahead != nil:
		now := d
		d = d.ahead.dialog
		d.last, d.gone = now.last, now.gone
	case keys.Pressed(key, keys.Undo, keys.Redo):
		return d, kit.Refuses(fr.T("kit.undo.none")), true
	default:
		return d, kit.Outcome{}, false
	}
	out := kit.Outcome{}
	if _, typed := d.draft(); !typed && keys.Pressed(key, keys.Undo) {
		out.Notice = fr.T("kit.form.dropped")
	}
	return d, out, true
}
