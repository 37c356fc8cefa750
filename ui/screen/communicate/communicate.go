// Package communicate is the screen of the fourth stage: everybody gets their
// own questions and says whether they can judge them all, and the colleagues
// get to know the KWIs. From the list of people a preview opens that shows
// what one respondent will see.
//
// It knows the kit and the pure rooms, and must not know another screen, the
// root, how a list is made or sent (that is handed in), or how anything is kept.
package communicate

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// Screen is the person in hand, and the preview that is open.
type Screen struct {
	list widget.List
	open account.Initials // whose list is being read, or ""
	top  widget.Scroll    // how far it is scrolled
	post *bring.Post      // how lists leave the program; nil: they do not
}

// New opens the list of people.
func New(kit.Place) kit.Screen { return Screen{} }

// With opens it with a way for the lists to leave the program.
func With(post *bring.Post) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return Screen{post: post} }
}

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Communicate) }

// Typing is never so: all text is typed in dialogs.
func (s Screen) Typing() bool { return false }

// personRow is one row: a respondent, a colleague, or neither for the head over
// the colleagues and the empty row before it.
type personRow struct {
	who       account.Initials
	colleague bool
}

// peopleRows are the rows: who takes part, and below them the supplier's own.
func peopleRows(f *kit.Frame) (out []personRow) {
	for _, r := range f.Client.Participants(f.Y()) {
		out = append(out, personRow{who: r.Initials})
	}
	if len(out) == 0 || len(f.Client.Colleagues) == 0 {
		return out
	}
	out = append(out, personRow{}, personRow{colleague: true})
	for _, m := range f.Client.Colleagues {
		out = append(out, personRow{m.Initials, true})
	}
	return out
}

func skipHead(rows []personRow) func(int) bool {
	return func(i int) bool { return rows[i].who == "" }
}

// in is who is in hand; false where there is nobody yet. While a preview is
// open that is its respondent.
func (s Screen) in(f *kit.Frame) (personRow, bool) {
	if f.Y() == nil {
		return personRow{}, false
	}
	rows := peopleRows(f)
	if len(rows) == 0 {
		return personRow{}, false
	}
	if s.open != "" && f.Client.Respondent(s.open) != nil {
		return personRow{who: s.open}, true
	}
	at := s.held(rows).In(len(rows))
	if rows[at].who == "" { // somebody above has gone
		at = s.list.MoveOver(keys.None, len(rows), 1, skipHead(rows)).At
	}
	return rows[at], true
}

// held is the cursor on the person that it was on.
func (s Screen) held(rows []personRow) widget.List {
	who := make([]string, len(rows))
	for i, p := range rows {
		who[i] = strconv.FormatBool(p.colleague) + string(p.who)
	}
	return s.list.Hold(who)
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	p, ok := s.in(&f)
	if !ok {
		return s, part.LeavesOn(msg)
	}
	if at, isAim := msg.(kit.Aim); isAim {
		colleague := f.Client.Respondent(account.Initials(at)) == nil
		s.open, s.list = "", widget.ListOn(strconv.FormatBool(colleague)+string(at))
		return s, kit.Outcome{}
	}
	s.list = s.held(peopleRows(&f))
	if out, mine := s.post.Update(&f, msg, roundOf(&f)); mine {
		return s, out
	}
	if do, isDo := msg.(kit.Do); isDo {
		if next, done := s.look(&f, p, do); done {
			return next, kit.Outcome{}
		}
		return s, change(&f, p, do)
	}
	way := keys.Move(msg, false)
	switch {
	case s.open != "" && way != keys.None:
		return s.scroll(&f, way, msg), kit.Outcome{}
	case way != keys.None:
		rows := peopleRows(&f)
		s.list = s.list.MoveOver(way, len(rows), s.table(&f, rows).Visible(f.H-len(s.above(&f))-len(s.below(&f, p))), skipHead(rows))
		s.list = s.held(rows)
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// look opens, closes and turns the preview; false where the act is another.
func (s Screen) look(f *kit.Frame, p personRow, do kit.Do) (Screen, bool) {
	switch do {
	case "open":
		s.open, s.top = p.who, 0
	case "close":
		s.open = ""
	case "other":
		s = s.another(f, +1)
	case "page":
		s = s.scroll(f, keys.PageDown, keys.Named("pgdown"))
	default:
		return s, false
	}
	return s, true
}

// another opens the list of the next or previous respondent who has one, and
// takes the cursor along.
func (s Screen) another(f *kit.Frame, by int) Screen {
	rows := peopleRows(f)
	at := 0
	for i, p := range rows {
		if p.who == s.open && !p.colleague {
			at = i
		}
	}
	for i := at + by; i >= 0 && i < len(rows) && !rows[i].colleague && rows[i].who != ""; i += by {
		if len(f.Y().Assigned[rows[i].who]) > 0 {
			s.open, s.top = rows[i].who, 0
			s.list = s.list.To(i, len(rows), f.H)
			return s
		}
	}
	return s
}

// scroll moves the preview: along its lines, or left and right to another.
func (s Screen) scroll(f *kit.Frame, way keys.Way, msg tea.Msg) Screen {
	switch way {
	case keys.Left:
		return s.another(f, -1)
	case keys.Right:
		return s.another(f, +1)
	}
	s.top = s.top.Update(s.lines(f), f.W, s.room(f), msg, false)
	return s
}
