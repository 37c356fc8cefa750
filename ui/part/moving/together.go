package moving

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

// TogetherAct agrees on another day of the session with the client watching.
func TogetherAct(f *kit.Frame) kit.Act {
	a := Act(f)
	return kit.Act{ID: a.ID, Keys: keys.AgreeDay, Name: a.Name, Why: a.Why, Together: true}
}

// AskTogether asks for the day of the session with the client watching. What it
// shows before the day is kept is what everybody may know of it, and no more: what
// went out, who answered and what is too late is ours.
func AskTogether(f *kit.Frame) kit.Screen {
	frame := *f
	y := f.Y()
	cycle, stood := y.Name, y.Session
	return widget.NewAsk(widget.Ask{
		Name: "session/together/" + string(cycle), Title: f.T(OfApproach(f, "moving.ask")), Label: f.T("kit.day.label"), Hint: f.T("kit.day.hint"),
		Value: f.Words.Date(stood), Proposed: true, Required: true, Together: true,
		Shows: func(typed string) string {
			day, err := frame.Words.ParseDate(typed, frame.Today)
			if err != nil || day == stood {
				return ""
			}
			return toldTogether(&frame, day)
		},
		Then: func(typed string) kit.Outcome {
			day, err := frame.Words.ParseDate(typed, frame.Today)
			switch {
			case err != nil:
				return kit.Refuses(frame.Words.Fault(err))
			case day == stood:
				return kit.Outcome{}
			case day < frame.Today:
				return kit.Refuses(frame.T("moving.together.past"))
			}
			if _, err := frame.Client.MovingSession(cycle, day, frame.Today); err != nil {
				return kit.Refuses(frame.Words.Fault(err))
			}
			return kit.Outcome{Ask: agreed{cycle: cycle, from: stood, to: day}}
		},
	})
}

// toldTogether is a day, and that it is one off.
func toldTogether(f *kit.Frame, day account.Date) string {
	said := f.Words.ShortDate(day, f.Today)
	if off := f.Words.DayOff(day); off != "" {
		said += " " + f.Theme.Glyphs.Dot + " " + off
	}
	return said
}

// agreed is the page that shows a new day large before it is agreed.
type agreed struct {
	cycle    account.CycleName
	from, to account.Date
}

// Init fetches nothing.
func (p agreed) Init() tea.Cmd { return nil }

// Typing is never so.
func (p agreed) Typing() bool { return false }

// Head tells the client.
func (p agreed) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.Client.Name} }

// Acts are to agree on the day, and to leave all as it is.
func (p agreed) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: string(doKeep), Keys: keys.Yes, Name: f.T("moving.together.yes"), Together: true},
		{ID: string(doLeave), Keys: keys.No, Name: f.T("moving.no"), Together: true},
	}
}

// Update keeps the day on a yes. All that is due on the day of the session goes
// along, what is ours alone too.
func (p agreed) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case doKeep:
		cycle, to := p.cycle, p.to
		return p, widget.EndDialog(f, kit.Changes(kit.Label("measure.label.session"), func(c *account.Client) error {
			y := c.Cycle(cycle)
			if y == nil {
				return c.MoveSession(cycle, to, nil)
			}
			var along []string
			for _, a := range c.OnSession(y) {
				along = append(along, a.Number)
			}
			return c.MoveSession(cycle, to, along)
		}))
	case doLeave:
		return p, kit.Outcome{Back: true, Notice: f.T("moving.left")}
	}
	return p, kit.Outcome{}
}

// answersDue is the day by which answers are expected with the new day.
func (p agreed) answersDue(f *kit.Frame) account.Date {
	m, err := f.Client.MovingSession(p.cycle, p.to, f.Today)
	if err != nil {
		return ""
	}
	for _, a := range m.Followers {
		if a.What == account.AnswersFollow {
			return a.To.Date()
		}
	}
	return ""
}

// View draws the new day, the one before it, by when answers are expected and the
// agreements of that day that both sides see.
func (p agreed) View(f kit.Frame) kit.Page {
	t := f.Theme
	blocks := []large.Block{large.Note(t, t.Faint, f.T(OfApproach(&f, "moving.together.head"))), large.Words(t, f.Words.LongDate(p.to), f.Scale)}
	var lines []string
	if off := f.Words.DayOff(p.to); off != "" {
		lines = append(lines, f.T("moving.mind.off", off))
	}
	if p.from != "" {
		lines = append(lines, f.T("moving.together.was", f.Words.LongDate(p.from)))
	}
	if y := f.Client.Cycle(p.cycle); y != nil {
		if due := p.answersDue(&f); y.Stage <= account.Measure && due > f.Today {
			lines = append(lines, f.T("moving.together.answers", f.Words.LongDate(due)))
		}
		for _, a := range f.Client.OnSession(y) {
			lines = append(lines, f.T("moving.together.along", strings.TrimSpace(cells.Line(a.Text, 120))))
		}
	}
	for _, l := range lines {
		blocks = append(blocks, large.Note(t, t.Text, l))
	}
	foot := ""
	for _, a := range p.Acts(f) {
		foot += t.Accent.Render(a.KeyName(f.Words, false)) + " " + a.Name + "   "
	}
	drawn, _ := large.Page(f.W, f.H-2, blocks...)
	for len(drawn) < f.H-1 {
		drawn = append(drawn, "")
	}
	return kit.Page{Body: cells.Block(append(drawn, cells.Cut("  "+foot, f.W)), f.W, f.H)}
}
