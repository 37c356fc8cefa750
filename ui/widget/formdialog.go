package widget

import (
	"cmp"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// FormDialog asks for several values at once, such as those of a new
// respondent: all fields in view, one after the other, and nothing is kept
// until all is. Of something that is there already only what was changed is
// handed over, and what others change meanwhile is shown or told.
type FormDialog struct {
	Name        string // what it is about, the same whenever it is opened; under it a draft is found again
	Verb        string // what keeping it is called; "" is to keep
	Title, Text string
	Fields      []Field                                    // their Set is asked only to check a value; it may be nil
	Stored      func(kit.Frame) (map[string]string, bool)  // what is kept now by the fields' IDs, false where it is gone; nil of something new
	There       func(kit.Frame) bool                       // where there is no Stored, whether what it is about is there still; may be nil
	Check       func(values map[string]string) string      // why this cannot be kept yet, "" when it can; may be nil
	Hints       func(values map[string]string) []hint.Hint // what there is to mind in the fields by their IDs; may be nil
	// Reads is what a value that was typed in a field says of others, by their IDs,
	// given what stands in all: a sentence that also tells who and when. May be nil.
	Reads    func(id, value string, values map[string]string) map[string]string
	Then     func(Edits) kit.Outcome
	Came     func(kit.Frame, tea.Msg) kit.Outcome          // what the Run of Then brought; until then, and where it refuses, the dialog stays
	Beside   kit.Act                                       // one more act; none where it has no ID
	Asks     func(kit.Frame, map[string]string) kit.Screen // what that asks with, given what stands in the fields
	Typed    map[string]string                             // what was typed already elsewhere, by the fields' IDs
	At       string                                        // the field that is in hand at first; "" is the first one
	Together bool
	Final    bool // it cannot be taken back: the key of the verb alone does it

	values   map[string]string // what the user changed
	proposed map[string]string // what Reads put in fields
	stood    map[string]string // what was kept of the same fields when the user last knew
	last     map[string]string // what was kept of all fields when it was last there
	gone     bool              // it was told that there is nothing left to change
	form     Form
	begun    bool
	from     account.Moment // when what stands here was typed, where an earlier visit left it
	left     *kit.Outcome   // what was kept when the program was left
	runs     bool           // what was begun has not come back
	stop     func()         // ends that
	halted   bool           // the user wants no more of it

	minded minded
	text   dialogText

	past, ahead *dialogStep // what can be taken back and brought back, beside what is typed in the open field
}

// Init fetches nothing.
func (d FormDialog) Init() tea.Cmd { return nil }

// Typing is always so: letters are text even where a choice is in hand.
func (d FormDialog) Typing() bool { return true }

// Head says whose client this is about.
func (d FormDialog) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are to keep, to go on to the next field, and to leave.
func (d FormDialog) Acts(fr kit.Frame) []kit.Act {
	if d.runs {
		return []kit.Act{{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.stop"), Together: true}}
	}
	acts := []kit.Act{
		{ID: string(DoKeep), Keys: keys.Keep, Name: cmp.Or(d.Verb, fr.T("kit.keep")), Together: d.Together},
		{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: true, Hidden: len(d.Fields) < 2},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
	if d = d.start(fr); d.form.open && d.form.visit.editor.Many() {
		acts = slices.Insert(acts, 1, newLine(fr, true))
	}
	if _, typed := d.draft(); typed {
		acts = drafting(fr, acts)
	}
	if d.Beside.ID != "" {
		acts = slices.Insert(acts, 1, d.Beside)
	}
	return append(acts, undoing(fr, d.undoes(), d.redoes(), true)...)
}

// fields are the fields with the values so far; values is where one goes.
func (d FormDialog) fields(fr kit.Frame, values map[string]string) []Field {
	stored, _ := d.stored(fr)
	out := make([]Field, len(d.Fields))
	for i, f := range d.Fields {
		if v, ok := stored[f.ID]; ok && v != f.Value {
			f.Value, f.Shown = v, ""
		}
		if v, ok := values[f.ID]; ok {
			if f.Value != v && d.told(f) {
				f.Help = fr.T("kit.form.other", f.told(fr, f.Value))
			}
			f.Value, f.Shown = v, ""
		}
		f.Proposed = f.Proposed || d.isProposed(f)
		check := f.Set
		f.Set = func(v string) kit.Outcome {
			if check != nil {
				if out := check(v); isRefusal(out) {
					return out
				}
			}
			values[f.ID] = v
			return kit.Outcome{}
		}
		out[i] = f
	}
	return out
}

// start opens the first field.
func (d FormDialog) start(fr kit.Frame) FormDialog {
	if d.begun {
		return d
	}
	d.text.pages, d.text.alone = len(d.Fields) > 0, len(d.Fields) == 0
	d.begun, d.values, d.stood, d.last = true, map[string]string{}, map[string]string{}, map[string]string{}
	for _, f := range d.Fields {
		d.last[f.ID] = f.Value
	}
	draft, left := fr.Drafts[d.Name]
	fr = withoutDrafts(fr)
	d.form = Form{Filling: true, Together: true, Wide: breadth(fr)}
	if left {
		return d.resumed(fr, draft)
	}
	for id, v := range d.Typed {
		d.values[id] = v
	}
	if d = d.noted(fr); d.At != "" {
		d.form = d.form.On(d.At)
	}
	d.form = d.form.Begin(fr, d.fields(fr, d.values))
	return d
}

// Update answers a key.
func (d FormDialog) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if d.runs {
		next, out := d.running(fr, msg)
		return next, next.drafted(d, out, leaves(msg))
	}
	was := d.start(fr)
	next, out, stepped := was.step(fr, msg)
	if !stepped {
		next, out = was.answer(withoutDrafts(fr), msg)
		next = next.remembered(was)
	}
	return next, next.drafted(d, out, leaves(msg))
}

func (d FormDialog) answer(fr kit.Frame, msg tea.Msg) (FormDialog, kit.Outcome) {
	if d.left != nil {
		return d, afterwards(msg, *d.left)
	}
	d.form.Wide = breadth(fr)
	d, told := d.meanwhile(fr)
	switch {
	case msg == kit.Leave{}:
		return d.leave(fr)
	case msg == kit.Refused{}:
		return d.reopened(fr), kit.Outcome{}
	case msg == DoNo, keys.Pressed(msg, keys.Back):
		return d, leaveDialog(d.lost(fr))
	case told != "" && (msg == DoKeep || keys.Pressed(msg, keys.Keep, keys.Open)):
		return d, kit.Refuses(told) // once more, knowing it
	case msg == DoKeep, keys.Pressed(msg, keys.Keep):
		return d.keep(fr)
	}
	if next, out, mine := d.beside(fr, msg); mine {
		return next, out
	}
	if text, moved := d.text.scrolled(fr, d.about(fr), msg); moved {
		d.text = text
		return d, kit.Outcome{}
	}
	was := d
	was.values = maps.Clone(d.values) // the fields write in it
	form, out, handled := d.form.Update(fr, d.fields(fr, d.values), msg)
	d.form = form
	d = d.noted(fr).understood(fr, was.values)
	if keys.Pressed(msg, keys.Open) && !handled {
		return d.entered(fr)
	}
	d, out = d.leftField(fr, was, out)
	if told != "" && out.Notice == "" {
		out.Notice, out.Bad = told, true
	}
	return d, out
}

// leave keeps what was typed when the program is left, where the dialog would
// keep it if it were asked to. A field that is half typed stays as it was.
func (d FormDialog) leave(fr kit.Frame) (FormDialog, kit.Outcome) {
	if closed(fr, d.Together) || d.gone {
		return d, kit.Outcome{}
	}
	before := maps.Clone(d.values)
	d.form, _, _ = d.form.Update(fr, d.fields(fr, d.values), kit.Leave{})
	d = d.noted(fr).understood(fr, before)
	values := d.all(fr)
	if len(d.values) == 0 || d.Check != nil && d.Check(values) != "" {
		return d, kit.Outcome{}
	}
	out := parting(fr, d.Then(d.edits(fr)))
	if out.Change != nil || out.Firm != nil {
		d.left = &out
	}
	return d, out
}

// lost says what becomes of what was typed, where there was something.
func (d FormDialog) lost(fr kit.Frame) string {
	_, typed := d.draft()
	return leftText(fr, typed)
}

// keep takes what is still being typed along, checks, and ends the dialog.
// Where nothing was changed there is nothing to keep.
func (d FormDialog) keep(fr kit.Frame) (FormDialog, kit.Outcome) {
	switch {
	case closed(fr, d.Together):
		return d, kit.Outcome{}
	case d.gone:
		return d, kit.Refuses(fr.T("kit.form.nothing"))
	}
	if d.form.open {
		before := maps.Clone(d.values)
		form, out, _ := d.form.Update(fr, d.fields(fr, d.values), DoDone)
		if isRefusal(out) {
			form.visit.refused = false // here nothing is dropped
			d.form = form
			return d, out
		}
		d.form = form
		d = d.noted(fr).understood(fr, before)
	}
	if d.Stored != nil && len(d.values) == 0 {
		return d, kit.Outcome{Back: true}
	}
	out := kit.Outcome{}
	if d.Check != nil {
		if why := d.Check(d.all(fr)); why != "" {
			out = kit.Refuses(why)
		}
	}
	if isRefusal(out) {
		return d.follow(fr, out)
	}
	next, hint, held := d.minded.holds(fr, d.all(fr), d.hints(fr))
	if d.minded = next; held {
		return d.reopened(fr), hint
	}
	return d.follow(fr, d.Then(d.edits(fr)))
}

// follow is the dialog after an outcome that it wants: it ends, or stays where
// that is refused or takes a while.
func (d FormDialog) follow(fr kit.Frame, out kit.Outcome) (FormDialog, kit.Outcome) {
	if !isRefusal(out) {
		out = EndDialog(fr, out)
	}
	switch {
	case isRefusal(out):
		d = d.reopened(fr)
	case out.Run != nil && d.Came != nil:
		return d.begins(out)
	}
	return d, out
}

// reopened is the dialog with its field in hand open again.
func (d FormDialog) reopened(fr kit.Frame) FormDialog {
	if !d.form.open {
		d.form = d.form.Begin(fr, d.fields(fr, d.values))
	}
	return d
}

// Value is what stands in a field now.
func (d FormDialog) Value(fr kit.Frame, id string) string { return d.start(fr).all(fr)[id] }
