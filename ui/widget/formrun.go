package widget

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// cameBack is what the command of a dialog brought.
type cameBack struct{ msg tea.Msg }

// begins is the dialog while what it began goes on. It stays in view, so that
// nothing flickers where that is short and nothing is typed again where it
// fails.
func (d FormDialog) begins(out kit.Outcome) (FormDialog, kit.Outcome) {
	if out.Work == nil {
		out.Work = kit.NewWork(d.Title)
	}
	out.Back = false
	run := out.Run
	out.Run = func() tea.Msg { return cameBack{run()} }
	d.runs, d.stop, d.halted = true, out.Work.Stop, false
	return d, out
}

// running answers a message while that goes on. Esc stops it, and once more
// leaves without waiting for what comes of it; a key of anything else would
// answer what is not in view yet.
func (d FormDialog) running(fr kit.Frame, msg tea.Msg) (FormDialog, kit.Outcome) {
	switch msg := msg.(type) {
	case kit.Do, tea.KeyPressMsg:
		switch {
		case msg != DoNo && !keys.Pressed(msg, keys.Back):
			return d, kit.Outcome{}
		case d.halted:
			return d, kit.Outcome{Back: true}
		}
		d.stop()
		d.halted = true
		return d, kit.Says(fr.T("kit.stopping"))
	case cameBack:
		d.runs, d.stop = false, nil
		out := d.Came(fr, msg.msg)
		if isRefusal(out) {
			return d.reopened(fr), out
		}
		out.Back = true
		return d, out
	}
	return d, kit.Outcome{}
}

// insteadOf is what a dialog above a form has it do in the place of what its
// fields say.
type insteadOf struct{ out kit.Outcome }

// InPlaceOf tells the form below a dialog to do this in the place of what its fields
// say.
func InPlaceOf(out kit.Outcome) tea.Msg { return insteadOf{out} }

// beside answers what has to do with the one act that a form has beside its
// own.
func (d FormDialog) beside(fr kit.Frame, msg tea.Msg) (FormDialog, kit.Outcome, bool) {
	switch msg := msg.(type) {
	case insteadOf:
		next, out := d.follow(fr, msg.out)
		return next, out, true
	case kit.Do:
		if d.Beside.ID != "" && msg == kit.Do(d.Beside.ID) {
			values := d.all(fr)
			values[d.form.at] = d.form.Text(d.form.Field(d.fields(fr, maps.Clone(d.values))))
			return d, kit.Outcome{Ask: d.Asks(fr, values)}, true
		}
	}
	return d, kit.Outcome{}, false
}
