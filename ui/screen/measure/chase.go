package measure

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// The acts of the side on which one asks who is silent.
const (
	doAsked  kit.Do = "chase.asked"
	doChange kit.Do = "chase.change"
	doForget kit.Do = "chase.forget"
	doRemind kit.Do = "chase.remind"
)

// chased are those whose list is not in, whom something is to be done about first.
func chased(f *kit.Frame) []account.Chase { return f.Client.Chased(f.Y(), f.Today) }

// chaseHeld is the cursor on whom it was on.
func (s *Screen) chaseHeld(f *kit.Frame) widget.List {
	var who []string
	for _, h := range chased(f) {
		who = append(who, string(h.Who))
	}
	return s.silent.Hold(who)
}

// silentOne is who is in hand on the side of the silent.
func (s *Screen) silentOne(f *kit.Frame) (account.Chase, bool) {
	all := chased(f)
	if len(all) == 0 {
		return account.Chase{}, false
	}
	return all[s.chaseHeld(f).In(len(all))], true
}

func (s Screen) chaseActs(f *kit.Frame) []kit.Act {
	h, ok := s.silentOne(f)
	why := ""
	if !ok {
		why = f.T("measure.chase.nobody")
	}
	noted := f.Y().Reminders[h.Who]
	change := kit.Act{ID: string(doChange), Keys: keys.Open, Name: f.T("measure.act.changeasked"), Why: why}
	forget := kit.Act{ID: string(doForget), Keys: keys.ClearGrade, Name: f.T("measure.act.forget"), Why: why, Hidden: true}
	if len(noted) == 0 && ok {
		change.Name, change.Hidden = f.T("measure.act.asked"), true // there is nothing to change yet: it notes, as n does
		forget.Why = f.T("measure.chase.nothing", string(h.Who))
	}
	excuse := kit.Act{ID: "excuse", Keys: keys.Remove, Name: f.T("measure.act.giveup"), Why: why}
	if h.Partly {
		excuse.Name = f.T("measure.act.whole")
	}
	acts := []kit.Act{
		{ID: string(doAsked), Keys: keys.New, Name: f.T("measure.act.asked"), Why: why},
		s.post.RemindAct(f, h.Who, why),
		excuse, change,
		{ID: string(doRemind), Keys: keys.Everyone, Name: f.T("bring.act.remind"), Why: s.post.WhyNoMail(f), Hidden: true},
		{ID: "sent", Keys: keys.MarkSent, Name: f.T("measure.act.sent"), Why: why, Hidden: true},
		s.post.AgainAct(f), forget,
		colourAct(f, why),
		bring.WordAct(f, h.Who),
	}
	return acts
}

// inChase answers a message on the side of the silent.
func (s Screen) inChase(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	s.silent = s.chaseHeld(f)
	h, ok := s.silentOne(f)
	if way := keys.Move(msg, false); way != keys.None {
		s.silent = s.silent.Move(way, len(chased(f)), max(1, f.H-chaseAround))
		s.silent = s.chaseHeld(f)
		return s, kit.Outcome{}, true
	}
	if msg == tea.Msg(doRemind) {
		return s, s.post.RemindAll(f), true
	}
	if !ok {
		return s, kit.Outcome{}, false
	}
	noted := f.Y().Reminders[h.Who]
	switch msg {
	case doAsked:
		return s, kit.Outcome{Ask: askAsked(f, h)}, true
	case doChange:
		if len(noted) == 0 {
			return s, kit.Outcome{Ask: askAsked(f, h)}, true
		}
		return s, kit.Outcome{Ask: askedDialog(f, h.Who, noted[len(noted)-1], false)}, true
	case doForget:
		if len(noted) > 0 {
			return s, forget(f, h.Who, noted[len(noted)-1]), true
		}
	case bring.DoRemindOne:
		return s, s.post.RemindOne(f, h.Who), true
	case kit.Do("excuse"):
		return s, excuse(f, h.Who), true
	case kit.Do("sent"):
		return s, askSent(f, h.Who), true
	case doColour:
		return s, askColour(f, h.Who), true
	case bring.DoWord:
		return s, bring.Word(f, h.Who), true
	}
	return s, kit.Outcome{}, false
}

// forget takes away what was noted last of how somebody was asked.
func forget(f *kit.Frame, who account.Initials, last account.Reminder) kit.Outcome {
	cycle := f.Y().Name
	return kit.Changes(kit.Label("measure.label.forgot", string(who)), func(c *account.Client) error { return c.Unremind(cycle, who, last) })
}

// Paper is the reminder, on the side of who is silent: as a letter for one's own
// mail program.
func (s Screen) Paper(f kit.Frame) kit.Paper {
	if f.Y() == nil || s.sheet != nil || s.part != chaseSide {
		return kit.Paper{}
	}
	h, _ := s.silentOne(&f)
	return kit.Paper{Name: "reminder", To: h.Who}
}

// givenUp are those without whose list the cycle goes on, with why, in one text.
func givenUp(f *kit.Frame) string {
	y := f.Y()
	var said []string
	for _, r := range f.Client.Respondents {
		if since := y.Excused[r.Initials]; since != "" && r.Left == "" {
			text := f.T("measure.chase.given", part.NameOf(f, r.Initials), f.Words.ShortDate(since, f.Today))
			if why := y.ExcusedWhy[r.Initials]; why != "" {
				text += ": " + why
			}
			said = append(said, text)
		}
	}
	slices.Sort(said)
	return joined(said)
}
