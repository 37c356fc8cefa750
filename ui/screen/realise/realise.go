// Package realise is the screen of the fifth stage: the agreements that are
// worked on, the conversations in between with the days since each respondent
// was last asked, and ideas. It knows the kit and the pure rooms, and no
// other screen.
package realise

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

// realiseSide is one of the four sides of the stage.
type realiseSide int

const (
	actionsSide realiseSide = iota
	visits
	ideasSide
	broughtSide
)

// tabLines is how many lines the tabs and the line of the gate take.
const tabLines = 4

// Screen is the cursors of this stage.
type Screen struct {
	part    realiseSide
	actions agree.List
	people  widget.List
	with    account.Initials // whose conversations are open, or ""
	talks   widget.List
	idea    widget.List
	brought widget.List
}

// New opens the stage at its agreements.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so: all that is typed here is typed in dialogs.
func (s Screen) Typing() bool { return false }

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Realise) }

// Paper is a letter to those who were not told of the agreement in hand, and else
// the page for the people inside, who all contribute.
func (s Screen) Paper(f kit.Frame) kit.Paper {
	if f.Y() == nil {
		return kit.Paper{}
	}
	if a, ok := s.actions.In(&f); ok && s.part == actionsSide {
		switch untold := agree.Untold(&f, a); len(untold) {
		case 0:
		case 1:
			return kit.Paper{Name: "news", To: untold[0]}
		default:
			return kit.Paper{Name: "news"}
		}
	}
	return kit.Paper{Name: "colleagues"}
}

// Acts are what can be done on the side that is in front.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Y() == nil {
		return nil
	}
	turn := widget.Sides(realiseSides(&f), int(s.part))
	switch {
	case s.part == actionsSide:
		acts := s.actions.Acts(&f)
		return slices.Insert(acts, 3, turn...)
	case s.part == visits:
		return append(s.visitActs(&f), turn...)
	case s.part == broughtSide:
		return append(s.broughtActs(&f), turn...)
	}
	use := kit.Act{ID: "use", Keys: keys.Open, Name: f.T("realise.act.use")}
	return append([]kit.Act{use}, turn...)
}

// aim goes to an agreement by its number, to the conversations with a
// respondent, or to the ideas that wait for an answer.
func (s Screen) aim(f *kit.Frame, at string) Screen {
	if at == due.Ideas.String() {
		s.part = broughtSide
		return s
	}
	if who := account.Initials(at); f.Client.Respondent(who) != nil {
		s.part, s.with, s.people = visits, "", widget.ListOn(at)
		return s.held(f)
	}
	s.part, s.actions = actionsSide, s.actions.On(at)
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Y() == nil {
		return s, part.LeavesOn(msg)
	}
	if at, isAim := msg.(kit.Aim); isAim {
		s = s.aim(&f, string(at))
		if code, is := account.ParseKWICode(string(at)); is && f.Y().KWI(code) != nil { // for an agreement on it
			l := s.actions
			l.KWI = code
			_, out, _ := l.Update(&f, kit.Do("agree.new"), f.H-tabLines)
			return s, out
		}
		return s, kit.Outcome{}
	}
	if at, turned := widget.Turned(msg, int(s.part), len(realiseSides(&f))); turned {
		s.part, s.with = realiseSide(at), ""
		return s, kit.Outcome{}
	}
	var out kit.Outcome
	var handled bool
	switch s.part {
	case actionsSide:
		s.actions, out, handled = s.actions.Update(&f, msg, f.H-tabLines)
	case visits:
		s, out, handled = s.inVisits(&f, msg)
	case ideasSide:
		s, out, handled = s.inIdeas(&f, msg)
	case broughtSide:
		s, out, handled = s.inBrought(&f, msg)
	}
	if !handled {
		return s, part.LeavesOn(msg)
	}
	return s, out
}

// realiseSides are what the sides are called; that of ideas that people brought
// with how many wait for a word.
func realiseSides(f *kit.Frame) []string {
	owed, brought := 0, f.T("realise.part.brought")
	if y := f.Y(); y != nil {
		for _, i := range f.Client.StandingIdeas(y) {
			if i.Idea.Owed() {
				owed++
			}
		}
	}
	if owed > 0 {
		brought += " " + f.Theme.Glyphs.Dot + " " + f.Words.Int(owed)
	}
	return []string{f.T("realise.part.actions"), f.T("realise.part.visits"), f.T("realise.part.ideas"), brought}
}

// View draws the side that is in front.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Y() == nil {
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("stage.nocycle"))}
	}
	tabs := part.Tabs(f.Theme, realiseSides(&f), int(s.part)) + "\n\n"
	if pair := s.pair(&f); pair.Wide() {
		left := pair.LeftOf(&f)
		lines := s.listed(left, f.H-tabLines)
		lines = append(lines, "", part.GateUnder(left, account.Realise, len(lines), f.H-tabLines))
		lines = cells.Lines(strings.Join(lines, "\n"))
		return kit.Page{Body: tabs + strings.Join(pair.Beside(lines, s.inFull(pair.RightOf(&f)).Within(f.H-tabsAbove)), "\n")}
	}
	var body string
	switch s.part {
	case actionsSide:
		body = s.actions.View(&f, f.W, f.H-tabLines)
	case visits:
		body = s.visits(&f, f.H-tabLines)
	case ideasSide:
		body = s.ideas(&f, f.H-tabLines)
	case broughtSide:
		body = s.broughtIdeas(&f, f.H-tabLines)
	}
	lines := cells.Lines(body)
	lines = lines[:min(len(lines), f.H-tabLines)]
	if noticed := noticedLines(&f); s.part == actionsSide && len(noticed) > 0 && len(lines)+len(noticed) < f.H-tabLines {
		lines = append(append(lines, ""), noticed...)
	}
	gate := part.GateUnder(&f, account.Realise, len(lines), f.H-tabLines)
	return kit.Page{Body: tabs + strings.Join(lines, "\n") + "\n\n" + gate}
}
