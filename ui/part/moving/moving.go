// Package moving is the page that stands between a new day of a session and
// its being kept: all that follows from it, each from its old day to its new
// one, what does not move and why, and what is too late now. It is asked from
// wherever the session gets a day.
//
// It knows the kit, the widgets and the domain. It must not know a screen, and
// it is closed with the client watching.
package moving

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// page shows what follows from a day before it is kept.
type page struct {
	cycle account.CycleName
	to    account.Date
	hours sessionHours // typed with the day
	stays []string     // agreements that keep their day
	list  widget.List
}

// sessionHours are from when until when a session is; none typed leaves those that
// are set.
type sessionHours struct{ from, until string }

// Typed is the page about a day of the session as somebody types it, with or
// without its hours: 7 jan 14:00-16:00. Other hours of the same day are kept at
// once, for nothing else follows from them.
func Typed(f *kit.Frame, typed string) kit.Outcome {
	if typed == "" {
		return Page(f, "")
	}
	day, from, until, err := f.Words.ParseDayHours(typed, f.Today)
	if err != nil {
		return kit.Refuses(f.Words.Fault(err))
	}
	y := f.Y()
	if from != "" && y != nil && day == y.Session && f.Audience == kit.Manager {
		cycle := y.Name
		return kit.Changes(kit.Label("measure.label.hours"), func(c *account.Client) error { return c.SetSessionHours(cycle, from, until) })
	}
	out := Page(f, day)
	if p, is := out.Ask.(page); is {
		p.hours = sessionHours{from, until}
		out.Ask = p
	}
	return out
}

// Page is the page about a new day of the session of the cycle in view; "" is
// none any more. A day that cannot be one is refused at once.
func Page(f *kit.Frame, to account.Date) kit.Outcome {
	y := f.Y()
	if y == nil || f.Audience != kit.Manager {
		return kit.Outcome{}
	}
	if _, err := f.Client.MovingSession(y.Name, to, f.Today); err != nil {
		return kit.Refuses(f.Words.Fault(err))
	}
	if to == y.Session {
		return kit.Outcome{}
	}
	return kit.Outcome{Ask: page{cycle: y.Name, to: to}}
}

// AskDay asks for the day of the session, and then shows what follows from it.
func AskDay(f *kit.Frame) kit.Screen {
	frame := *f
	cycle, stood := f.Y().Name, f.Y().Session
	return widget.NewAsk(widget.Ask{
		Name: "session/day/" + string(cycle), Title: f.T(OfApproach(f, "moving.ask")), Text: f.T(OfApproach(f, "measure.session.help")), Label: f.T("kit.day.label"), Hint: f.T("kit.day.hint"),
		Value: f.Words.Date(stood), Proposed: true, Shows: func(typed string) string {
			day, from, until, err := frame.Words.ParseDayHours(typed, frame.Today)
			if err != nil || day == stood && from == "" {
				return ""
			}
			return strings.TrimSpace(Said(&frame, day) + "  " + lang.ShortHours(&account.Cycle{Session: day, SessionFrom: from, SessionUntil: until}))
		},
		Then: func(typed string) kit.Outcome {
			return Typed(&frame, strings.TrimSpace(typed))
		},
	})
}

// Act is what it is called to give the session a day, and why it cannot have one
// now.
func Act(f *kit.Frame) kit.Act {
	key := "moving.act.plan"
	if y := f.Y(); y != nil && y.Session != "" {
		key = "moving.act.move"
	}
	a := kit.Act{ID: "session", Name: f.T(OfApproach(f, key)), Hidden: true}
	switch y := f.Y(); {
	case y == nil:
		a.Why = f.T("stage.nocycle")
	case y.Stage == account.Closed:
		a.Why = f.T("moving.why.closed", string(y.Name))
	}
	return a
}

// OfApproach is the key of a text that the simple approach, where two people
// talk, says in words of its own.
func OfApproach(f *kit.Frame, key string) string {
	if f.Client.Approach == account.Simple {
		return key + ".simple"
	}
	return key
}

// The acts of the page.
const (
	doKeep  kit.Do = "moving.keep"
	doLeave kit.Do = "moving.leave"
	doAlong kit.Do = "moving.along"
)

// Init fetches nothing.
func (p page) Init() tea.Cmd { return nil }

// Typing is never so.
func (p page) Typing() bool { return false }

// Head says whose client this is about.
func (p page) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to keep the day, to let an agreement go along or stay, and to leave
// all as it is.
func (p page) Acts(f kit.Frame) []kit.Act {
	m := p.moving(&f)
	verb := "moving.yes.move"
	switch {
	case p.to == "":
		verb = "moving.yes.none"
	case m.From == "":
		verb = "moving.yes.plan"
	}
	acts := []kit.Act{{ID: string(doKeep), Keys: keys.Yes, Name: f.T(verb)}}
	if a, ok := p.inHand(m); ok {
		along := kit.Act{ID: string(doAlong), Keys: keys.Toggle, Name: f.T("moving.stays", a.Number)}
		if slices.Contains(p.stays, a.Number) {
			along.Name = f.T("moving.along", a.Number)
		}
		acts = append(acts, along)
	}
	return append(acts, kit.Act{ID: string(doLeave), Keys: keys.No, Name: f.T("moving.no"), Together: true})
}

// moving is what follows, of the client as they are now.
func (p page) moving(f *kit.Frame) account.Moving {
	if f.Client.Cycle(p.cycle) == nil {
		return account.Moving{}
	}
	m, err := f.Client.MovingSession(p.cycle, p.to, f.Today)
	if err != nil {
		return account.Moving{}
	}
	return m
}

// inHand is the agreement that the cursor is on.
func (p page) inHand(m account.Moving) (account.Following, bool) {
	if len(m.Followers) == 0 || p.to == "" {
		return account.Following{}, false
	}
	a := m.Followers[p.list.In(len(m.Followers))]
	return a, a.What == account.ActionFollows
}

// Update moves over the dates, and keeps the day on a yes.
func (p page) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Audience != kit.Manager {
		if msg == doLeave {
			return p, kit.Outcome{Back: true}
		}
		return p, kit.Outcome{}
	}
	m := p.moving(&f)
	switch msg {
	case doKeep:
		return p, widget.EndDialog(f, p.keeps(m))
	case doLeave:
		return p, kit.Outcome{Back: true, Notice: f.T("moving.left")}
	case doAlong:
		if a, ok := p.inHand(m); ok {
			p.stays = slices.Clone(p.stays)
			if i := slices.Index(p.stays, a.Number); i >= 0 {
				p.stays = slices.Delete(p.stays, i, i+1)
			} else {
				p.stays = append(p.stays, a.Number)
			}
		}
		return p, kit.Outcome{}
	}
	if way := keys.Move(msg, false); way != keys.None {
		p.list = p.list.Move(way, len(m.Followers), max(len(m.Followers), 1))
	}
	return p, kit.Outcome{}
}

// keeps is the one step that moves the session with all that goes along.
func (p page) keeps(m account.Moving) kit.Outcome {
	var along []string
	for _, a := range m.Followers {
		if a.What == account.ActionFollows && !slices.Contains(p.stays, a.Number) {
			along = append(along, a.Number)
		}
	}
	cycle, to, hours := p.cycle, p.to, p.hours
	return kit.Changes(kit.Label("measure.label.session"), func(c *account.Client) error {
		if err := c.MoveSession(cycle, to, along); err != nil || hours.from == "" {
			return err
		}
		return c.SetSessionHours(cycle, hours.from, hours.until)
	})
}
