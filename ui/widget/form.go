package widget

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Form is how most is edited: fields below each other, one in hand, and at
// most one open for typing. It is a value, and so is what was typed.
//
// While a field is open, and from there on for as long as the user goes on by
// tab or enter, the form is being filled in: tab and shift+tab are the next and
// the previous field, whatever its kind, and never lead out of the form; enter
// ends a line and opens the next field, and in a text of many lines it breaks
// the line. Esc, ctrl+s and an arrow end that; then tab is the screen's own
// again, for its sides.
//
// What is typed is kept on leaving the field, whichever key leaves it, and is
// one step of undo; until then it is a draft, which an outcome tells, and undo
// goes word by word. What cannot be kept (no such day, a refusal) stays in the
// open field and the reason is said; esc once more leaves it there as a draft.
//
// Where the kept value changes underneath, by undo or elsewhere, an open
// field in which nothing was typed since takes it over.
type Form struct {
	Filling  bool   // of a dialog: fields open as they come in hand, and behind the last one enter is the dialog's
	Writes   bool   // letters are text also while no field is open: one begins in the field in hand
	Below    bool   // the help stands below, however wide the form is
	Wide     int    // how wide it is drawn, where that is less than the body
	Across   int    // how wide text is typed, where the screen draws the fields itself
	Together bool   // may be filled while the client looks along
	Of       string // whose fields these are, where a screen has the same of several: part of the place of a draft

	at    string // the ID of the field in hand
	same  string // its Same, where it has one
	place int    // where that was among the fields
	since int    // the beat at which it came in hand
	open  bool
	tabs  bool // came here by tab or enter from an open field, and goes on so
	waits bool // the field in hand opens as soon as it can be filled
	ended endedLine
	visit fieldVisit
}

// fieldVisit is a field that is open for typing.
type fieldVisit struct {
	editor  editor.Editor
	place   string         // of the draft of what is typed
	from    account.Moment // when that was typed, where an earlier visit did not keep it
	text    string         // as it was when last kept or begun
	base    string         // the kept value that goes with it
	own     bool           // that is ours, kept by the last message
	clash   bool           // others changed it while the text was half typed, and it was told
	refused bool
	later   bool // it was left with a draft in it
}

// Typing reports whether the form is being filled in: letters and digits are
// text now, or on their way to be, and tab is the form's.
func (f Form) Typing() bool { return f.open || f.tabs }

// EndsLine reports whether a message ends the line that is being typed.
func (f Form) EndsLine(msg tea.Msg) bool {
	return f.open && !f.visit.editor.Many() && (msg == DoEnter || keys.Pressed(msg, keys.Open))
}

// Field is the field in hand; one without ID where there is none.
func (f Form) Field(fields []Field) Field {
	if i := f.index(fields); i >= 0 {
		return fields[i]
	}
	return Field{}
}

// Text is what stands in a field: what is being typed there, or its value.
func (f Form) Text(field Field) string {
	if f.open && f.at == field.ID {
		return f.visit.editor.Text()
	}
	return field.Value
}

// On is the form with another field in hand, closed.
func (f Form) On(id string) Form {
	f.at, f.same, f.open, f.tabs, f.waits = id, "", false, false, false
	return f
}

// Begin is the form with its field in hand open for typing, where it can be.
func (f Form) Begin(fr kit.Frame, fields []Field) Form {
	if i := f.index(fields); i >= 0 {
		return f.land(fr, fields, i, true)
	}
	return f
}

// index is where the field in hand stands now, one that is known by what it
// says wherever that is. One that has gone leaves the cursor where it was.
func (f Form) index(fields []Field) int {
	for i := range fields {
		if f.same != "" && fields[i].Same == f.same && fields[i].holds() {
			return i
		}
	}
	for i := range fields {
		if f.same != "" && f.open && f.visit.own && fields[i].Same != "" && fields[i].Value == f.visit.base {
			return i // it says what was just typed in it
		}
	}
	for i := range fields {
		if fields[i].ID == f.at && fields[i].holds() {
			return i
		}
	}
	at := firmRow(f.place, +1, len(fields), func(i int) bool { return !fields[i].holds() })
	if at >= len(fields) || !fields[at].holds() {
		return -1
	}
	return at
}

// Update answers a message. The last result reports whether it was for the
// form; at either end a movement beyond it is not.
func (f Form) Update(fr kit.Frame, fields []Field, msg tea.Msg) (Form, kit.Outcome, bool) {
	next, out, handled := f.update(fr, fields, msg)
	return next, next.drafted(f, out), handled
}

func (f Form) update(fr kit.Frame, fields []Field, msg tea.Msg) (Form, kit.Outcome, bool) {
	if closed(fr, f.Together) {
		fields, f.open, f.tabs = readOnly(fields), false, false
	}
	f = f.awaited(fr, fields)
	told := kit.Outcome{}
	if f.open {
		next, out, ended := f.meanwhile(fr, fields, msg)
		if ended {
			return next, out, true
		}
		f, told = next, out
	}
	i := f.index(fields)
	if i < 0 {
		f.tabs = false
		return f, kit.Outcome{}, false
	}
	f.at, f.same, f.place = fields[i].ID, fields[i].Same, i
	switch {
	case f.open:
		next, out, handled := f.typing(fr, fields, i, msg)
		if out.Notice == "" {
			out.Notice, out.Bad = told.Notice, told.Bad
		}
		return next, out, handled
	default:
		return f.choosing(fr, fields, i, msg)
	}
}

// readOnly are fields that nothing can be done with but look.
func readOnly(fields []Field) []Field {
	fields = slices.Clone(fields)
	for i := range fields {
		fields[i].Set = nil
	}
	return fields
}

// land puts the cursor on a field, and opens it where that is wanted.
func (f Form) land(fr kit.Frame, fields []Field, i int, open bool) Form {
	field := fields[i]
	f.at, f.same, f.place, f.since, f.open = field.ID, field.Same, i, fr.Beat, false
	f.waits = open && field.typed() && !field.free()
	if !open || !field.typed() || !field.free() {
		return f
	}
	e := field.editor(fr)
	f.open, f.visit = true, fieldVisit{editor: e, text: e.Text(), base: field.Value, place: f.draftPlace(field)}
	return f.resumed(fr, field)
}

// step puts the cursor on the next field that can be in hand, down for +1 and
// up for -1, and reports whether there is one.
func (f Form) step(fr kit.Frame, fields []Field, by int, open bool) (Form, bool) {
	for i := f.index(fields) + by; i >= 0 && i < len(fields); i += by {
		if fields[i].holds() {
			return f.land(fr, fields, i, open), true
		}
	}
	return f, false
}

// choosing answers a message while no field is open.
func (f Form) choosing(fr kit.Frame, fields []Field, i int, msg tea.Msg) (Form, kit.Outcome, bool) {
	field := fields[i]
	switch msg := msg.(type) {
	case kit.Leave:
		f.tabs = false
	case kit.Do:
		switch msg {
		case DoOpen, DoEnter:
			return f.act(fr, fields, i)
		case DoTurn:
			return f.turn(fr, field, +1)
		case DoNext:
			return f.tab(fr, fields, +1)
		case DoClose, DoDone:
			f.tabs = false
			return f, kit.Outcome{}, true
		}
	case picked:
		if msg.field == field.ID && field.free() {
			return f, f.grouped(triedOutcome(fr, field.Set(msg.value))), true
		}
	case tea.PasteMsg:
		if f = f.land(fr, fields, i, true); f.open {
			return f.typing(fr, fields, i, msg)
		}
	case tea.KeyPressMsg:
		switch {
		case f.Writes && keys.Writes(msg):
			if f = f.land(fr, fields, i, true); f.open {
				return f.typing(fr, fields, i, msg)
			}
			return f, kit.Outcome{}, true
		case keys.Pressed(msg, keys.Open):
			return f.act(fr, fields, i)
		case keys.Pressed(msg, keys.Toggle) && !field.typed() && (f.Filling || !f.tabs && !f.Writes):
			return f.turn(fr, field, +1)
		case keys.Pressed(msg, keys.Next):
			return f.tab(fr, fields, +1)
		case keys.Pressed(msg, keys.Prev):
			return f.tab(fr, fields, -1)
		case f.tabs && keys.Pressed(msg, keys.Back):
			f.tabs = false
			return f, kit.Outcome{}, true
		}
		return f.move(fr, fields, field, keys.Move(msg, f.Filling || f.tabs || f.Writes), keys.Writes(msg))
	}
	return f, kit.Outcome{}, false
}

func (f Form) stepped(fr kit.Frame, fields []Field, by int, open bool) (Form, kit.Outcome, bool) {
	f, ok := f.step(fr, fields, by, open)
	return f, kit.Outcome{}, ok
}

// tab goes to the next or the previous field and opens it. Beyond either end
// there is nothing while the form is being filled in.
func (f Form) tab(fr kit.Frame, fields []Field, by int) (Form, kit.Outcome, bool) {
	filling := f.Filling || f.tabs
	f, ok := f.step(fr, fields, by, true)
	if ok && !closed(fr, f.Together) {
		f.tabs = true
	}
	return f, kit.Outcome{}, ok || filling
}

func (f Form) move(fr kit.Frame, fields []Field, field Field, way keys.Way, letter bool) (Form, kit.Outcome, bool) {
	held := func(i int) bool { return !fields[i].holds() }
	var to int
	if way != keys.None && !(!field.typed() && (way == keys.Left || way == keys.Right)) {
		f.tabs = false
	}
	switch way {
	case keys.Up:
		return f.stepped(fr, fields, -1, f.Filling)
	case keys.Down:
		return f.stepped(fr, fields, +1, f.Filling)
	case keys.Left, keys.Right:
		if field.typed() || letter { // a letter turns nothing
			return f, kit.Outcome{}, false
		}
		return f.turn(fr, field, map[keys.Way]int{keys.Left: -1, keys.Right: +1}[way])
	case keys.PageUp:
		to = firmRow(f.place-editor.PageLines/2, -1, len(fields), held)
	case keys.PageDown:
		to = firmRow(f.place+editor.PageLines/2, +1, len(fields), held)
	case keys.Home:
		to = firmRow(0, +1, len(fields), held)
	case keys.End:
		to = firmRow(len(fields)-1, -1, len(fields), held)
	default:
		return f, kit.Outcome{}, false
	}
	return f.land(fr, fields, to, f.Filling), kit.Outcome{}, true
}

// group names the visit, so that all of it is one step of undo.
func (f Form) group() string { return f.at + "#" + strconv.Itoa(f.since) }
