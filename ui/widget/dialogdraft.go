package widget

import (
	"maps"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// drafting are the acts of a dialog in which something was typed: leaving it
// keeps that.
func drafting(fr kit.Frame, acts []kit.Act) []kit.Act {
	for i := range acts {
		if acts[i].ID == string(DoNo) {
			acts[i].Name = fr.T("kit.draft.later")
		}
	}
	return acts
}

// leaves reports whether a message leaves a dialog without its outcome.
func leaves(msg tea.Msg) bool { return msg == DoNo || keys.Pressed(msg, keys.Back) }

// leftText says what becomes of what was typed in a dialog that is left.
func leftText(fr kit.Frame, typed bool) string {
	if !typed {
		return ""
	}
	return fr.T("kit.draft.left")
}

// resumedText is the text of a dialog, after what an earlier visit left there.
func resumedText(fr kit.Frame, text string, from account.Moment) string {
	if from == "" {
		return text
	}
	said := fr.T("kit.draft.resumed", typedAt(fr, from))
	if text == "" {
		return said
	}
	return said + "\n\n" + text
}

// draftOf is an outcome that tells what is half typed in a dialog after it,
// and that nothing is once the dialog has ended with its outcome.
func draftOf(name string, out kit.Outcome, was, is hand.Draft, had, has, left bool) kit.Outcome {
	out.Drafts, out.Settled = nil, nil
	is.Place, was.Place = name, name
	switch {
	case had && !has, out.Back && !left:
		out.Settled = []string{name}
	case has && (!had || !reflect.DeepEqual(was, is)):
		out.Drafts = []hand.Draft{is}
	}
	return out
}

// draft is what is half typed in the dialog, false where nothing is.
func (d FormDialog) draft() (hand.Draft, bool) {
	half := d.form.open && d.form.visit.editor.Text() != d.form.visit.text
	if !d.begun || d.left != nil || len(d.values) == 0 && !half {
		return hand.Draft{}, false
	}
	draft := hand.Draft{Values: maps.Clone(d.values)}
	if half {
		draft.Field, draft.Text = d.form.at, d.form.visit.editor.Text()
	}
	return draft, true
}

func (d FormDialog) drafted(was FormDialog, out kit.Outcome, left bool) kit.Outcome {
	before, had := was.draft()
	now, has := d.draft()
	return draftOf(d.Name, out, before, now, had, has, left)
}

// resumed is the dialog with what an earlier visit left in it, as one step that
// can be taken back. Fields that it has not got are passed over.
func (d FormDialog) resumed(fr kit.Frame, draft hand.Draft) FormDialog {
	fresh := d
	fresh.form = fresh.form.Begin(fr, fresh.fields(fr, maps.Clone(fresh.values)))
	d.values, d.past = maps.Clone(d.values), &dialogStep{fresh}
	for _, f := range d.Fields {
		if v, ok := draft.Values[f.ID]; ok && v != f.Value {
			d.values[f.ID], d.from = v, draft.At
		}
	}
	d = d.noted(fr)
	if draft.Field == "" {
		d.form = d.form.Begin(fr, d.fields(fr, d.values))
		return d
	}
	d.form = d.form.On(draft.Field).Begin(fr, d.fields(fr, d.values))
	if v := &d.form.visit; d.form.open && d.form.at == draft.Field && v.text != draft.Text {
		v.editor, d.from = v.editor.Replaced(draft.Text), draft.At
	}
	return d
}

func (a Ask) draft() (hand.Draft, bool) {
	return hand.Draft{Text: a.editor.Text()}, a.left == nil && a.changed(a.editor)
}

func (a Ask) drafted(was Ask, out kit.Outcome, left bool) kit.Outcome {
	before, had := was.draft()
	now, has := a.draft()
	return draftOf(a.Name, out, before, now, had, has, left)
}
