package widget

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// stored is what is kept now by the fields' IDs, and whether it is there.
// What is gone is as it was when it was last there.
func (d FormDialog) stored(fr kit.Frame) (map[string]string, bool) {
	switch {
	case fr.Client.ID == "" && fr.Client.Name == "":
		return d.last, true
	case d.Stored == nil:
		return d.last, d.There == nil || d.There(fr)
	}
	if now, ok := d.Stored(fr); ok {
		return now, true
	}
	return d.last, false
}

// meanwhile looks at what others changed since the last message. What the
// user did not touch follows; what they did is theirs, and it is told once
// what it would take the place of. What became the same is no change.
func (d FormDialog) meanwhile(fr kit.Frame) (FormDialog, string) {
	d.values, d.stood = maps.Clone(d.values), maps.Clone(d.stood)
	stored, there := d.stored(fr)
	told := ""
	if !there && !d.gone {
		told = fr.T("kit.form.nothing")
	}
	d.gone = !there
	for _, f := range d.Fields {
		v, changed := d.values[f.ID]
		now := stored[f.ID]
		if _, known := stored[f.ID]; !known || !changed || now == d.stood[f.ID] {
			continue
		}
		d.stood[f.ID] = now
		if now == v {
			delete(d.values, f.ID)
			delete(d.stood, f.ID)
		} else if told == "" {
			told = fr.T("kit.form.changed", f.Label, f.told(fr, now))
		}
	}
	d.last = stored
	return d, told
}

// noted is the dialog after a field was kept in it: what stood there then is
// known to the user, and what says again what stood there is no change.
func (d FormDialog) noted(fr kit.Frame) FormDialog {
	stored, _ := d.stored(fr)
	for id, v := range d.values {
		if _, known := d.stood[id]; !known {
			d.stood[id] = stored[id]
		}
		if v == d.stood[id] {
			delete(d.values, id)
			delete(d.stood, id)
		}
	}
	return d
}

// told reports whether what is kept of a field is no longer what it was when
// the dialog opened.
func (d FormDialog) told(f Field) bool {
	for _, at := range d.Fields {
		if at.ID == f.ID {
			return at.Value != f.Value
		}
	}
	return false
}

// all are the values of all fields.
func (d FormDialog) all(fr kit.Frame) map[string]string {
	values := map[string]string{}
	for _, f := range d.fields(fr, maps.Clone(d.values)) {
		if f.holds() {
			values[f.ID] = f.Value
		}
	}
	return values
}

// edits are what the dialog hands over.
func (d FormDialog) edits(fr kit.Frame) Edits {
	if d.Stored == nil {
		return EditsOf(d.all(fr))
	}
	return EditsOf(maps.Clone(d.values))
}

// told is a value in a sentence.
func (f Field) told(fr kit.Frame, value string) string {
	if f.Shown != "" && value == f.Value {
		return f.Shown
	}
	f.Value, f.Shown = value, ""
	if text := cells.Line(f.shown(fr), 160); text != "" {
		return "“" + text + "”"
	}
	return fr.T("kit.form.empty")
}

// meanwhile looks at what happened to the open field since the last message.
// Where it has gone or been locked the visit ends, and text that nobody kept
// is said rather than lost in silence. What others put under a half-typed
// text is told; a key that would keep the text waits for the user to know.
func (f Form) meanwhile(fr kit.Frame, fields []Field, msg tea.Msg) (Form, kit.Outcome, bool) {
	i := f.index(fields)
	typed := f.visit.editor.Text() != f.visit.text
	if i >= 0 && f.same != "" && fields[i].Same == f.same {
		f.at = fields[i].ID // it may stand elsewhere now
	}
	other := i >= 0 && typed && f.same != "" && fields[i].Same != f.same && !f.visit.own
	if i < 0 || fields[i].ID != f.at && !f.visit.own || other || !fields[i].free() || !fields[i].typed() {
		f.open, f.tabs = false, false
		if text := f.visit.editor.Text(); typed {
			return f, kit.Refuses(fr.T("kit.form.gone", cells.Line(text, 400))), true
		}
		return f, kit.Outcome{}, true
	}
	field := fields[i]
	f.at = field.ID
	switch {
	case field.Value != f.visit.base && !typed:
		f = f.followed(fr, fields)
	case f.clashes(field):
		f.visit.base, f.visit.clash = field.Value, true
		return f, kit.Refuses(fr.T("kit.form.changed", field.Label, field.told(fr, field.Value))), keepsField(msg)
	case field.Value != f.visit.base:
		f.visit.base = field.Value // as the client keeps what was just typed
	}
	f.visit.own = false
	return f, kit.Outcome{}, false
}

// awaited is the form with its field in hand open, where it was to be opened
// and could not be filled before what was just kept was kept.
func (f Form) awaited(fr kit.Frame, fields []Field) Form {
	i := f.index(fields)
	if !f.waits || f.open || i < 0 || fields[i].ID != f.at || !fields[i].free() {
		return f
	}
	return f.land(fr, fields, i, true)
}

// followed is the form as the next message finds it, where nobody typed in the
// open field: with what is kept there now.
func (f Form) followed(fr kit.Frame, fields []Field) Form {
	f = f.awaited(fr, fields)
	i := f.index(fields)
	if i < 0 || !f.open || fields[i].ID != f.at || !fields[i].free() || fields[i].Value == f.visit.base || f.visit.editor.Text() != f.visit.text {
		return f
	}
	since := f.since
	f = f.land(fr, fields, i, true)
	f.since = since
	return f
}

// clashes reports whether others put something under the half-typed text that
// the user has not been told of.
func (f Form) clashes(field Field) bool {
	v := f.visit
	return f.open && field.ID == f.at && field.Value != v.base && !v.own && v.editor.Text() != v.text
}

// keepsField reports whether a message would keep the open field. When the program
// is left all is kept, whatever stands there.
func keepsField(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case kit.Do:
		return msg == DoClose || msg == DoDone || msg == DoNext
	case tea.KeyPressMsg:
		return keys.Pressed(msg, keys.Back, keys.Next, keys.Prev, keys.Keep, keys.Open, keys.Rows)
	}
	return false
}

// warned are the fields with what others put under the half-typed text beside
// it, for as long as it stands there.
func (f Form) warned(fr kit.Frame, fields []Field) []Field {
	i := f.index(fields)
	if i < 0 || !f.open || !f.visit.clash && !f.clashes(fields[i]) {
		return fields
	}
	fields = append([]Field(nil), fields...)
	fields[i].Help = fr.T("kit.form.other", fields[i].told(fr, fields[i].Value))
	return fields
}
