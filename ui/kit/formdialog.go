package kit

import (
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// FormDialog asks for several values at once, such as those of a new
// respondent: all fields in view, one after the other, and nothing is kept
// until all is.
type FormDialog struct {
	Title    string
	Text     string
	Fields   []Field                                // their Set is asked only to check a value; it may be nil
	Check    func(values map[string]string) string  // why this cannot be kept yet, "" when it can; may be nil
	Then     func(values map[string]string) Outcome // by the fields' IDs
	Together bool

	values map[string]string
	form   Form
	begun  bool
	left   *Outcome // what was kept when the program was left
}

// Init fetches nothing.
func (d FormDialog) Init() tea.Cmd { return nil }

// Typing is always so: letters are text even where a choice is in hand.
func (d FormDialog) Typing() bool { return true }

// Head says whose client this is about.
func (d FormDialog) Head(fr Frame) Head { return Head{Title: TitleOf(fr)} }

// Acts are to keep, to go on to the next field, and to leave.
func (d FormDialog) Acts(fr Frame) []Act {
	acts := []Act{
		{ID: string(DoKeep), Keys: keys.Keep, Name: fr.T("kit.keep"), Together: d.Together},
		{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: true},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
	if d = d.start(fr); d.form.open && d.form.visit.editor.Many() {
		acts = slices.Insert(acts, 1, newLine(fr, true))
	}
	return acts
}

// fields are the fields with the values so far; set is where a value goes.
func (d FormDialog) fields(values map[string]string) []Field {
	out := make([]Field, len(d.Fields))
	for i, f := range d.Fields {
		if v, ok := values[f.ID]; ok {
			f.Value, f.Shown = v, ""
		}
		check := f.Set
		f.Set = func(v string) Outcome {
			if check != nil {
				if out := check(v); refusal(out) {
					return out
				}
			}
			values[f.ID] = v
			return Outcome{}
		}
		out[i] = f
	}
	return out
}

// start opens the first field.
func (d FormDialog) start(fr Frame) FormDialog {
	if d.begun {
		return d
	}
	d.begun, d.values = true, map[string]string{}
	d.form = Form{Filling: true, Together: true, Wide: breadth(fr)}.Begin(fr, d.fields(d.values))
	return d
}

// Update answers a key.
func (d FormDialog) Update(fr Frame, msg tea.Msg) (Screen, Outcome) {
	if d.left != nil {
		return d, afterwards(msg, *d.left)
	}
	d = d.start(fr)
	d.form.Wide = breadth(fr)
	d.values = maps.Clone(d.values)
	k, pressed := msg.(tea.KeyPressMsg)
	switch {
	case msg == Leave{}:
		return d.leave(fr)
	case msg == DoKeep, pressed && has(keys.Keep, k.String()):
		return d.keep(fr)
	case msg == DoNo, pressed && has(keys.Back, k.String()):
		return d, away(d.lost(fr))
	}
	form, out, handled := d.form.Update(fr, d.fields(d.values), msg)
	d.form = form
	if pressed && has(keys.Open, k.String()) && !handled {
		return d.keep(fr)
	}
	return d, out
}

// typed tells whether anything differs from what stood there at first.
func (d FormDialog) typed() bool {
	for _, f := range d.Fields {
		if v, ok := d.values[f.ID]; ok && v != f.Value {
			return true
		}
	}
	return false
}

// leave keeps what was typed when the program is left, where the dialog would
// keep it if it were asked to. A field that is half typed stays as it was.
func (d FormDialog) leave(fr Frame) (Screen, Outcome) {
	if closed(fr, d.Together) {
		return d, Outcome{}
	}
	d.form, _, _ = d.form.Update(fr, d.fields(d.values), Leave{})
	values := d.all()
	if !d.typed() || d.Check != nil && d.Check(values) != "" {
		return d, Outcome{}
	}
	out := parting(fr, d.Then(values))
	if out.Change != nil {
		d.left = &out
	}
	return d, out
}

// all are the values of all fields.
func (d FormDialog) all() map[string]string {
	values := map[string]string{}
	for _, f := range d.fields(d.values) {
		if f.holds() {
			values[f.ID] = f.Value
		}
	}
	return values
}

// lost says that nothing was kept, where there was something.
func (d FormDialog) lost(fr Frame) string {
	if len(d.values) > 0 || d.form.open && d.form.visit.editor.Text() != d.form.visit.text {
		return fr.T("kit.nothing.kept")
	}
	return ""
}

// keep takes what is still being typed along, checks, and ends the dialog.
func (d FormDialog) keep(fr Frame) (Screen, Outcome) {
	if closed(fr, d.Together) {
		return d, Outcome{}
	}
	if d.form.open {
		form, out, _ := d.form.Update(fr, d.fields(d.values), Leave{})
		if refusal(out) {
			form.visit.refused = false // here nothing is dropped
			d.form = form
			return d, out
		}
		d.form = form
	}
	values := d.all()
	out := Outcome{}
	if d.Check != nil {
		if why := d.Check(values); why != "" {
			out = Refuses(why)
		}
	}
	if !refusal(out) {
		out = done(fr, d.Then(values))
	}
	if refusal(out) && !d.form.open {
		d.form = d.form.Begin(fr, d.fields(d.values))
	}
	return d, out
}

// View draws all fields.
func (d FormDialog) View(fr Frame) Page {
	d = d.start(fr)
	lines, w := sheet(fr, d.Title, d.Text)
	lines = lines[:min(len(lines), max(fr.H-1, 0))]
	page := d.form.View(fr, d.fields(maps.Clone(d.values)), w, max(fr.H-len(lines), 1))
	c := page.Cursor
	if c != nil {
		c.Y += len(lines)
	}
	return sheetPage(fr, append(lines, Lines(page.Body)...), c)
}
