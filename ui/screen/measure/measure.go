// Package measure is the screen of the sixth stage: who has answered, fast
// entry of a respondent's list with the scores beside it, planning of the
// session and the analysis. It knows the kit and the pure rooms, and no other
// screen.
package measure

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// measureSide is one of the sides of the stage.
type measureSide int

const (
	listsSide measureSide = iota
	planSide
	analysis
	chaseSide // who is silent; not in the simple approach, where there is one to ask
)

// Screen is the cursor and the half-typed text of this stage.
type Screen struct {
	part     measureSide
	list     widget.List
	silent   widget.List
	plan     widget.Form
	analysis widget.Form
	sheet    *entrySheet // the list that is open, or nil
	chosen   bool        // somebody was chosen by hand since: digits are meant for their list
	post     *bring.Post
}

// New opens the stage at its lists.
func New(kit.Place) kit.Screen { return opening(nil) }

// With opens it with a way for the lists to leave the program.
func With(post *bring.Post) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return opening(post) }
}

func opening(post *bring.Post) Screen { return Screen{post: post, analysis: widget.Form{Writes: true}} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Measure) }

// Typing reports whether digits are grades or letters text: in an open list
// and in the analysis they always are.
func (s Screen) Typing() bool { return s.sheet != nil || s.part == analysis || s.plan.Typing() }

// Acts are what can be done on the side that is in front.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if s.sheet != nil {
		return s.sheet.acts(&f)
	}
	sides := widget.Sides(measureSides(&f), int(s.part))
	if s.part == chaseSide {
		return append(s.chaseActs(&f), sides...)
	}
	if s.part != listsSide {
		form, fields := s.inFront(&f)
		acts := form.Acts(f, fields)
		if !form.Typing() {
			acts = append(append(acts, s.analysisActs(&f)...), sides...)
		}
		return acts
	}
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("measure.act.open")}
	excuse := kit.Act{ID: "excuse", Keys: keys.Remove, Name: f.T("measure.act.excuse")}
	r, ok := s.selected(&f)
	if !ok {
		open.Why = f.T("measure.why.nobody")
		excuse.Why = open.Why
	} else {
		if len(f.Y().Assigned[r.Initials]) == 0 {
			open.Why = f.T("measure.why.noquestions", string(r.Initials))
		}
		switch {
		case f.Y().Excused[r.Initials] != "":
			if excuse.Name = f.T("measure.act.await"); len(f.Client.Awaited(f.Y())) >= account.MostRespondents {
				excuse.Why = f.T("initialise.why.eight")
			}
		case partly(f.Y(), r.Initials):
			excuse.Name = f.T("measure.act.whole")
		}
	}
	about := open.Why
	if ok {
		about = ""
	}
	sent := kit.Act{ID: "sent", Keys: keys.MarkSent, Name: f.T("measure.act.sent"), Why: open.Why}
	return s.post.Among(&f, append(append([]kit.Act{open, sent, excuse, bring.WordAct(&f, r.Initials), colourAct(&f, about), howAct(&f, r.Initials, about)}, s.gradeActs(&f, r, open.Why)...), sides...), true)
}

// gradeActs are the digits, which are grades for the list of whoever was chosen,
// and which else lead to other places.
func (s Screen) gradeActs(f *kit.Frame, r account.Respondent, why string) []kit.Act {
	if !s.chosen {
		return nil
	}
	y := f.Y()
	if why == "" && y.Given(r.Initials) == len(y.Assigned[r.Initials]) {
		why = f.T("measure.why.complete", string(r.Initials))
	}
	return []kit.Act{{ID: "grade", Keys: keys.Digits, Name: f.T("measure.act.grade"), Why: why, Hidden: true, Itself: true}}
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Y() == nil {
		return s, part.LeavesOn(msg)
	}
	if out, mine := s.post.Update(&f, msg, questionnaire.Answering); mine {
		return s, out
	}
	if at, isAim := msg.(kit.Aim); isAim {
		return s.aim(&f, string(at)), kit.Outcome{}
	}
	if s.sheet != nil {
		sheet, out := s.sheet.update(&f, msg)
		s.sheet, s.chosen = sheet, false
		return s, out
	}
	if msg == tea.Msg(kit.Leave{}) {
		s.chosen = false
	}
	if at, turned := widget.Turned(msg, int(s.part), len(measureSides(&f))); turned {
		s.part = measureSide(at)
		return s, kit.Outcome{}
	}
	if s.part == chaseSide {
		next, out, handled := s.inChase(&f, msg)
		if handled {
			return next, out
		}
		return next, part.LeavesOn(msg)
	}
	if s.part != listsSide {
		return s.form(f, msg)
	}
	people := f.Client.Participants(f.Y())
	s.list = s.held(&f)
	switch msg {
	case kit.Do("open"):
		if r, ok := s.selected(&f); ok {
			s.sheet = openSheet(&f, r.Initials)
		}
		return s, kit.Outcome{}
	case kit.Do("sent"):
		if r, ok := s.selected(&f); ok {
			return s, askSent(&f, r.Initials)
		}
	case bring.DoWord:
		if r, ok := s.selected(&f); ok {
			return s, bring.Word(&f, r.Initials)
		}
	case kit.Do("excuse"):
		if r, ok := s.selected(&f); ok {
			return s, excuse(&f, r.Initials)
		}
	case doColour:
		if r, ok := s.selected(&f); ok {
			return s, askColour(&f, r.Initials)
		}
	case doHow:
		if r, ok := s.selected(&f); ok {
			return s, askHow(&f, r.Initials)
		}
	}
	if r, ok := s.selected(&f); ok && s.chosen && keys.Pressed(msg, keys.Digits) { // typed beside their list, it is meant for it
		sheet, out := openSheet(&f, r.Initials).update(&f, msg)
		s.sheet = sheet
		return s, out
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(people), max(1, f.H-listAround))
		s.list, s.chosen = s.held(&f), true
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// inFront is the form that is in front, with its fields.
func (s *Screen) inFront(f *kit.Frame) (*widget.Form, []widget.Field) {
	if f.Y() == nil {
		return &s.plan, nil
	}
	if s.part == analysis {
		return &s.analysis, analysisFields(f)
	}
	s.plan.Wide = planPair(f).Left
	return &s.plan, planFields(f)
}

// form answers a message on the sides that are forms.
func (s Screen) form(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if out, mine := s.inAnalysis(&f, msg); mine {
		return s, out
	}
	form, fields := s.inFront(&f)
	if msg == tea.Msg(kit.Leave{}) {
		fields = unasked(&f, fields)
	}
	next, out, handled := form.Update(f, fields, msg)
	*form = next
	if !handled && keys.Pressed(msg, keys.Back) {
		out.Back = true
	}
	return s, out
}

// held is the cursor on the respondent that it was on.
func (s *Screen) held(f *kit.Frame) widget.List {
	var who []string
	for _, r := range f.Client.Participants(f.Y()) {
		who = append(who, string(r.Initials))
	}
	return s.list.Hold(who)
}

// selected is the respondent in hand.
func (s Screen) selected(f *kit.Frame) (account.Respondent, bool) {
	y := f.Y()
	if y == nil {
		return account.Respondent{}, false
	}
	people := f.Client.Participants(y)
	if len(people) == 0 {
		return account.Respondent{}, false
	}
	return people[s.held(f).In(len(people))], true
}

// overGate is a side with what the stage still needs below it, where it leaves room:
// the session is planned and the answers are analysed for the sake of it.
func overGate(f *kit.Frame, body string) string {
	gate, _ := part.GateText(f, account.Measure)
	if gate == "" || strings.Count(body, "\n")+1 > f.H-gateRoom {
		return body
	}
	return body + "\n\n" + f.Theme.Faint.Render(cells.Line(gate, f.W))
}

// gateRoom is an empty line and the one that says what the stage still needs.
const gateRoom = 2

// View draws the side that is in front.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Y() == nil {
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("stage.nocycle"))}
	}
	if s.sheet != nil {
		return s.sheet.view(&f)
	}
	tabs := part.Tabs(f.Theme, measureSides(&f), int(s.part)) + "\n\n"
	var p kit.Page
	switch s.part {
	case planSide:
		p = s.viewPlan(&f, f.H-2)
	case chaseSide:
		p.Body = s.chaseBody(&f)
	case analysis:
		p = s.viewAnalysis(&f, f.H-2)
	default:
		p.Body = s.lists(&f)
	}
	p.Body = tabs + strings.TrimRight(p.Body, "\n")
	if s.part != listsSide {
		p.Body = overGate(&f, p.Body)
	}
	if p.Cursor != nil {
		c := *p.Cursor
		c.Y += 2
		p.Cursor = &c
	}
	return p
}
