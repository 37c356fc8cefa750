// Package session is the screen of the seventh stage: the outcome of every
// KWI, large enough to talk about, what is said and decided, and what both
// sides agree. It knows the kit and the pure rooms, and no other screen.
package session

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

// sessionSide is one of the four sides of the stage.
type sessionSide int

const (
	results sessionSide = iota
	meeting
	agreementsSide
	agenda
)

// tabLines is how many lines the tabs and the line of the gate take.
const tabLines = 4

// Screen is the cursors of this stage.
type Screen struct {
	part    sessionSide
	kwis    widget.List
	open    bool // one KWI is in front
	lines   widget.List
	actions agree.List
	agenda  widget.List
}

// New opens the stage at its outcome.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether letters are text: of the record they are.
func (s Screen) Typing() bool { return s.part == meeting }

// Paper is, once the session has begun, the thanks for it with the minutes, and
// before that the invitation.
func (s Screen) Paper(f kit.Frame) kit.Paper {
	switch y := f.Y(); {
	case y == nil:
		return kit.Paper{}
	case y.Common():
		return kit.Paper{Name: "thanks"}
	}
	return kit.Paper{Name: "invitation"}
}

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Session) }

// Acts are what can be done on the side that is in front.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Y() == nil {
		return nil
	}
	sides := widget.Sides(sessionSides(&f), int(s.part))
	switch s.part {
	case results:
		if s.open {
			acts := s.agreed(&f).Acts(&f)
			next := kit.Act{ID: "nextkwi", Looks: true, Keys: keys.NextKWI, Name: f.T("session.act.next")}
			return append([]kit.Act{acts[0], next, {ID: "shut", Keys: keys.Back, Name: f.T("session.act.close")}}, acts[1:]...)
		}
		open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("session.act.open")}
		if len(f.Y().KWIs) == 0 {
			open.Why = f.T("session.why.nokwi")
		}
		if isDialogue(&f) {
			return append([]kit.Act{open, studyAct(&f)}, sides...)
		}
		return append([]kit.Act{open}, sides...)
	case meeting:
		return append(s.meetingActs(&f), sides...)
	case agreementsSide:
		acts := s.actions.Acts(&f)
		return slices.Concat(acts[:3], sides, acts[3:])
	}
	return sides
}

// sessionSides names the sides of the stage.
func sessionSides(f *kit.Frame) []string {
	names := []string{f.T("session.part.results"), f.T("session.part.meeting"), f.T("session.part.actions"), f.T("session.part.agenda")}
	if isDialogue(f) {
		names[agenda] = f.T("session.part.dialogue")
	}
	return names
}

// agreed is the list of the actions on the KWI in front.
func (s Screen) agreed(f *kit.Frame) agree.List {
	l := s.actions
	l.KWI = f.Y().KWIs[s.kwis.In(len(f.Y().KWIs))].Code
	return l
}

// aim opens a KWI, or goes to an agreement by its number.
func (s Screen) aim(y *account.Cycle, at string) Screen {
	for i := range y.KWIs {
		if y.KWIs[i].Code.String() == at {
			s.part, s.open, s.kwis = results, true, widget.List{At: i}
			return s
		}
	}
	s.open = false
	if at == kit.AtPresent {
		s.part, s.lines = meeting, widget.List{}
		return s
	}
	s.part, s.actions = agreementsSide, s.actions.On(at)
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	y := f.Y()
	if y == nil {
		return s, part.LeavesOn(msg)
	}
	if len(y.KWIs) == 0 {
		s.open = false
	}
	if at, isAim := msg.(kit.Aim); isAim {
		return s.aim(y, string(at)), kit.Outcome{}
	}
	if at, turned := widget.Turned(msg, int(s.part), 4); turned {
		s.part, s.open = sessionSide(at), false
		return s, kit.Outcome{}
	}
	if msg == tea.Msg(kit.Do("study")) {
		return s, study(&f)
	}
	var out kit.Outcome
	handled := true
	switch s.part {
	case results:
		s, out, handled = s.inResults(&f, msg)
	case meeting:
		s, out, handled = s.inMeeting(&f, msg)
	case agreementsSide:
		s.actions, out, handled = s.actions.Update(&f, msg, f.H-tabLines)
	case agenda:
		way := keys.Move(msg, false)
		handled = way != keys.None
		s.agenda = s.agenda.Move(way, len(agendaItems(&f)), f.H-tabLines)
	}
	if !handled {
		return s, part.LeavesOn(msg)
	}
	return s, out
}

// View draws the side that is in front.
func (s Screen) View(f kit.Frame) kit.Page {
	y := f.Y()
	if y == nil {
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("stage.nocycle"))}
	}
	if s.part == results && s.open && len(y.KWIs) > 0 {
		return kit.Page{Body: s.one(&f)}
	}
	tabs := part.Tabs(f.Theme, sessionSides(&f), int(s.part))
	h := f.H - tabLines
	if pair := s.pair(&f); pair.Wide() {
		left := pair.LeftOf(&f)
		lines := s.listed(left, h)
		lines = cells.Lines(strings.Join(append(lines, "", s.foot(left, len(lines))), "\n"))
		return kit.Page{Body: tabs + "\n\n" + strings.Join(pair.Beside(lines, s.inFull(pair.RightOf(&f)).Within(f.H-tabsAbove)), "\n")}
	}
	var body string
	switch s.part {
	case results:
		body = s.results(&f, h)
	case meeting:
		body = s.meeting(&f, h)
	case agreementsSide:
		body = s.actions.View(&f, f.W, h)
	case agenda:
		body = s.agendaView(&f, h)
	}
	lines := cells.Lines(body)
	lines = lines[:min(len(lines), h)]
	return kit.Page{Body: tabs + "\n\n" + strings.Join(lines, "\n") + "\n\n" + s.foot(&f, len(lines))}
}

// foot is what the gate still lacks, or how the cycle ends; below the agreements
// also how many promises of the cycle were kept. The body above it has so many
// lines.
func (s Screen) foot(f *kit.Frame, body int) string {
	line, whole := part.GateText(f, account.Session)
	if !whole && f.Y().Stage != account.Closed && s.part != agreementsSide {
		return part.GateUnder(f, account.Session, body, f.H-tabLines)
	}
	switch {
	case f.Y().Stage == account.Closed:
		line = f.T("session.closed")
	case whole && f.Y().Stage == account.Session:
		goOn := keys.Reachable(keys.GoOn, s.Typing())
		line = f.T("session.next", goOn)
		if isDialogue(f) {
			line = f.T("session.next.simple", goOn)
		}
	}
	if kept := part.Kept(f, due.KeptIn(&f.Client, f.Y(), f.Today)); s.part == agreementsSide && kept != "" {
		line = f.T("session.kept", kept) + " " + f.Theme.Glyphs.Dot + " " + line
	}
	return part.FootLines(f, line, body, f.H-tabLines)
}

func (s Screen) agendaView(f *kit.Frame, h int) string {
	var lines []string
	for i, item := range agendaItems(f) {
		lines = append(lines, f.Theme.Strong.Render(cells.Line(f.Words.Int(i+1)+"  "+item.Title, f.W)))
		for _, l := range cells.Wrap(item.Line, f.W-3) {
			lines = append(lines, "   "+f.Theme.Faint.Render(l))
		}
	}
	top := max(0, min(s.agenda.At*2, len(lines)-h))
	return strings.Join(lines[top:], "\n")
}

// agendaLines are the points of the agenda with one of them in hand.
func (s Screen) agendaLines(f *kit.Frame, h int) (lines []string) {
	items := agendaItems(f)
	for i, item := range items {
		sign, look := "  ", f.Theme.Strong
		if i == s.agenda.In(len(items)) {
			sign, look = f.Theme.Accent.Render(f.Theme.Glyphs.Cursor)+" ", f.Theme.Accent
		}
		lines = append(lines, sign+look.Render(cells.Line(f.Words.Int(i+1)+"  "+item.Title, f.W-2)))
		for _, l := range cells.Wrap(item.Line, f.W-5) {
			lines = append(lines, "     "+f.Theme.Faint.Render(l))
		}
	}
	return lines[:min(len(lines), h)]
}
