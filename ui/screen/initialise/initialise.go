// Package initialise is the screen of the first stage: who this client is and
// which approach fits them, the people on both sides, and the kick-off among
// ourselves. It knows the kit and the pure rooms, and no other screen.
package initialise

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/internal/portfolio"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// stageSide is one of the sides of the stage.
type stageSide int

const (
	firstSide stageSide = iota // where one begins
	valueSide                  // the value question, in the simple approach
	aboutSide
	peopleSide
	kickoff
)

// stageSides are the sides in their order.
func stageSides(f *kit.Frame) []stageSide {
	if f.Client.Approach == account.Simple && f.Y() != nil {
		return []stageSide{valueSide, aboutSide, peopleSide, kickoff}
	}
	return []stageSide{aboutSide, peopleSide, kickoff}
}

// on is the screen on the side that it is on, by its name.
func (s Screen) on(f *kit.Frame) Screen {
	if sides := stageSides(f); !slices.Contains(sides, s.side) {
		s.side = sides[0]
	}
	return s
}

// Screen is the cursors and the half-typed text of this stage.
type Screen struct {
	side    stageSide
	about   widget.Form
	people  widget.List
	person  personScreen // who is open
	kickoff widget.Form
	choice  choice // the arguments, where they are being chosen
	list    func() ([]portfolio.Line, error)
	others  clientNames
	post    *bring.Post // how a table comes from a file; nil: it does not
}

// New opens the stage at what is known of the client.
func New(kit.Place) kit.Screen { return Screen{} }

// With opens it with the list of all clients, of which this one may be a part, and
// with how a table comes from a file.
func With(list func() ([]portfolio.Line, error), post *bring.Post) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return Screen{list: list, post: post} }
}

// Init fetches what the other clients are called.
func (s Screen) Init() tea.Cmd {
	if s.list == nil {
		return nil
	}
	list := s.list
	return func() tea.Msg { return namesOf(list) }
}

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Initialise) }

// Typing reports whether letters are text.
func (s Screen) Typing() bool {
	return s.about.Typing() || s.person.form.Typing() || s.kickoff.Typing()
}

// Acts are what can be done on the side that is in front.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	s = s.on(&f)
	turn := widget.Sides(sideNames(&f), slices.Index(stageSides(&f), s.side))
	switch {
	case s.person.who != "":
		return s.person.acts(&f)
	case s.choice.open:
		return s.choice.acts(&f)
	case s.side == valueSide:
		return append(append(valueActs(&f), sampleActs(&f)...), turn...)
	case s.side == peopleSide:
		return append(append(s.peopleActs(&f), sampleActs(&f)...), turn...)
	}
	form, fields := s.form(&f)
	acts := form.Acts(f, fields)
	if form.Typing() {
		return acts
	}
	if f.Y() == nil {
		return append(append(acts, kit.Act{ID: "begin", Keys: keys.New, Name: f.T("initialise.act.begin")}), turn...)
	}
	if s.side == kickoff {
		acts = append(acts, argumentActs(&f, form.Field(fields))...)
	} else {
		acts = append(acts, approachAct(&f))
	}
	return append(append(acts, sampleActs(&f)...), turn...)
}

// form is the form that is in front, with its fields.
func (s *Screen) form(f *kit.Frame) (*widget.Form, []widget.Field) {
	if s.side == kickoff {
		return &s.kickoff, kickoffFields(f)
	}
	return &s.about, aboutFields(f, s.others)
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	s = s.on(&f)
	if msg == tea.Msg(kit.Aim(kit.AtValueQuestion)) {
		s.person, s.choice, s.side = personScreen{}, choice{}, firstSide
		return s.on(&f), kit.Outcome{}
	}
	switch msg {
	case kit.Aim(kit.AtPeople):
		s.person, s.choice, s.side = personScreen{}, choice{}, peopleSide
		return s.on(&f), kit.Outcome{}
	case kit.Aim(kit.AtGo):
		s.person, s.choice, s.side, s.about = personScreen{}, choice{}, aboutSide, s.about.On("go")
		return s.on(&f), kit.Outcome{}
	}
	if at, ok := msg.(kit.Aim); ok {
		s.side, s.people = peopleSide, widget.ListOn(strconv.FormatBool(f.Client.Respondent(account.Initials(at)) == nil)+string(at))
		return s, kit.Outcome{}
	}
	if names, ok := msg.(clientNames); ok {
		s.others = names
		return s, kit.Outcome{}
	}
	if msg == tea.Msg(doSample) {
		return s, kit.Outcome{Opens: kit.ExampleMonitor}
	}
	switch {
	case s.person.who != "":
		out := s.person.update(&f, msg)
		return s, out
	case s.choice.open:
		out := s.choice.update(&f, msg)
		return s, out
	case msg == tea.Msg(widget.DoSide), msg == tea.Msg(widget.DoSideBack):
		sides := stageSides(&f)
		at, _ := widget.Turned(msg, slices.Index(sides, s.side), len(sides))
		s.side = sides[at]
		return s, kit.Outcome{}
	case msg == tea.Msg(kit.Do("approach")):
		return s, part.AskApproach(&f)
	case msg == tea.Msg(kit.Do("begin")):
		today := f.Today
		return s, kit.Changes(kit.Label("initialise.label.begin"), func(c *account.Client) error {
			_, err := c.StartCycle(today)
			return err
		})
	case s.side == valueSide:
		return s, inValue(&f, msg)
	case s.side == peopleSide:
		return s.inPeople(&f, msg)
	}
	form, fields := s.form(&f)
	if d, ok := msg.(kit.Do); ok && s.side == kickoff && f.Y() != nil {
		switch d {
		case "argue":
			s.choice.open = true
			return s, kit.Outcome{}
		case "unargue":
			away := form.Field(fields)
			*form = form.On(away.ID)
			return s, changeArgument(&f, away.Value, "")
		}
	}
	next, out, handled := form.Update(f, fields, msg)
	*form = next
	if !handled {
		return s, part.LeavesOn(msg)
	}
	return s, out
}

// doSample shows what a monitor is to somebody who is to be won.
const doSample = kit.Do("sample")

func sampleActs(f *kit.Frame) []kit.Act {
	if !f.Examples {
		return nil
	}
	return []kit.Act{{ID: string(doSample), Looks: true, Keys: keys.Example, Name: f.T("initialise.act.sample"), Hidden: true}}
}

// sideNames are what the sides are called.
func sideNames(f *kit.Frame) (names []string) {
	for _, side := range stageSides(f) {
		names = append(names, f.T(sideKeys[side]))
	}
	return names
}

var sideKeys = map[stageSide]string{valueSide: "initialise.side.value", aboutSide: "initialise.side.about", peopleSide: "initialise.side.people", kickoff: "initialise.side.kickoff"}

// linesAbove is the lines that a side leaves to the screen over it.
const linesAbove = 2

// View draws the side that is in front.
func (s Screen) View(f kit.Frame) kit.Page {
	s = s.on(&f)
	switch {
	case s.person.who != "":
		return s.person.view(&f)
	case s.choice.open:
		return s.choice.view(&f)
	}
	tabs := part.Tabs(f.Theme, sideNames(&f), slices.Index(stageSides(&f), s.side))
	foot := footLines(&f)
	h := f.H - linesAbove - len(foot)
	var p kit.Page
	switch {
	case s.side == valueSide:
		p.Body = strings.Join(valueLines(&f, h), "\n")
	case s.side == peopleSide:
		p.Body = s.peopleView(&f, h)
	case s.side == kickoff && f.Y() == nil:
		p.Body = part.Empty(&f, f.T("initialise.nocycle"), f.T("initialise.nocycle.how"))
	case s.side == kickoff:
		p = s.kickoff.View(f, kickoffFields(&f), min(f.W, widestKickoff), h)
	default:
		p = s.aboutView(&f, h)
	}
	lines := append([]string{cells.Cut(tabs, f.W), ""}, cells.Lines(cells.Block(cells.Lines(p.Body), f.W, h))...)
	p.Body = strings.Join(append(lines, foot...), "\n")
	return lowerCaret(p, linesAbove)
}

// lowerCaret is the page with its caret so many lines further down.
func lowerCaret(p kit.Page, by int) kit.Page {
	if p.Cursor != nil {
		c := *p.Cursor
		c.Y += by
		p.Cursor = &c
	}
	return p
}

// footLines says what the stage still lacks, in two lines at most. Of a stage that
// is behind us and complete nothing is said.
func footLines(f *kit.Frame) []string {
	if y := f.Y(); y != nil {
		gate, whole := part.GateLines(f, account.Initialise)
		if whole && y.Stage != account.Initialise || part.IsFinished(f, account.Initialise) { // what it left open stands above
			return nil
		}
		return append([]string{""}, gate...)
	}
	lines := faintText(f, f.T("initialise.nocycle")+" "+f.T("initialise.nocycle.how"), f.W)
	return append([]string{""}, lines[:min(len(lines), 2)]...)
}

// guideFor is the guide in the user's language.
func guideFor(f *kit.Frame) *guide.Guide { return guide.For(f.Words.Tag()) }
