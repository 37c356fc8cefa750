// Package origin is the place that tells where something comes from and what it
// led to, one thing after another: a score, its answers, the question, the
// expectation, the talk; the agreements and their evidence. One key leads
// further, one leads back to the row from which one came, and in the end to the
// place where the first was asked. internal/trace makes the pages; here they are
// drawn. With the client watching nothing of it is.
//
// It knows the kit and the pure rooms, and no other screen: where one works on a
// thing it names a place.
package origin

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// step is a thing on the way, and where the cursor was on its page.
type step struct {
	of  trace.Thing
	at  int // among the rows that lead further
	top int // the first line in view
}

// Screen is the way from what was asked to what is looked at.
type Screen struct {
	from  string // what the place is called that lies below
	steps []step
}

// New opens the place with nothing to tell of yet.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// here is the step that is looked at.
func (s Screen) here() step {
	if n := len(s.steps); n > 0 {
		return s.steps[n-1]
	}
	return step{}
}

// with is the screen with another last step; an earlier copy keeps its own.
func (s Screen) with(at step) Screen {
	s.steps = slices.Clone(s.steps)
	s.steps[len(s.steps)-1] = at
	return s
}

// page is the page that is looked at, false where what it was of is gone.
func (s Screen) page(f *kit.Frame) (trace.Page, bool) {
	if f.Audience != kit.Manager || len(s.steps) == 0 {
		return trace.Page{}, false
	}
	return part.TraceSource(f).Of(s.here().of)
}

// inHand is the row in hand, false where none leads further.
func (s Screen) inHand(f *kit.Frame) (trace.Row, bool) {
	p, _ := s.page(f)
	rows := p.Rows()
	if len(rows) == 0 {
		return trace.Row{}, false
	}
	return rows[min(s.here().at, len(rows)-1)], true
}

// Head tells client and cycle, and the way that led here.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := part.StageHead(&f, account.Realise)
	h.Steps, h.Right = false, ""
	if f.Audience == kit.Manager {
		h.Right = s.trail(&f, h.Title+h.Tail)
	}
	return h
}

// Acts are to go further and back, and to where the thing is worked on.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Audience != kit.Manager || len(s.steps) == 0 {
		return nil
	}
	further := kit.Act{ID: "further", Looks: true, Keys: keys.Deeper, Name: f.T("trace.act.further")}
	if _, ok := s.inHand(&f); !ok {
		further.Why = f.T("trace.why.end")
	}
	work := kit.Act{ID: "work", Looks: true, Keys: keys.WorkOnIt, Name: f.T("trace.act.work")}
	if _, ok := part.TracePlace(&f, s.here().of); !ok {
		work.Why = f.T("trace.why.place")
	}
	return []kit.Act{further, {ID: "back", Looks: true, Keys: keys.Shallow, Name: f.T("trace.act.back")}, work}
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg := msg.(type) {
	case kit.Trace:
		return Screen{from: msg.From, steps: []step{{of: msg.Thing}}}, kit.Outcome{}
	case kit.Aim:
		if t, ok := part.TraceSource(&f).Read(f.Cycle, string(msg)); ok {
			return Screen{steps: []step{{of: t}}}, kit.Outcome{}
		}
		return s, kit.Outcome{}
	}
	switch {
	case len(s.steps) == 0 || f.Audience != kit.Manager:
		return s, part.LeavesOn(msg)
	case msg == tea.Msg(kit.Do("back")) && len(s.steps) > 1:
		s.steps = s.steps[:len(s.steps)-1]
		return s, kit.Outcome{}
	case msg == tea.Msg(kit.Do("back")):
		return s, kit.Outcome{Back: true}
	case msg == tea.Msg(kit.Do("further")):
		return s.further(&f), kit.Outcome{}
	case msg == tea.Msg(kit.Do("work")):
		if p, ok := part.TracePlace(&f, s.here().of); ok {
			return s, kit.Outcome{Go: &p, Over: true}
		}
		return s, kit.Outcome{}
	}
	if way := keys.Move(msg, false); way != keys.None {
		return s.move(&f, way), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// further goes to what the row in hand leads to. A row that was scrolled out of
// view comes into view first.
func (s Screen) further(f *kit.Frame) Screen {
	row, ok := s.inHand(f)
	if !ok {
		return s
	}
	if d := s.drawn(f); !d.inView(s.here().at, s.top(d, f.H), f.H) {
		at := s.here()
		at.top = d.showing(at.at, at.top, f.H)
		return s.with(at)
	}
	s.steps = append(slices.Clip(s.steps), step{of: row.To})
	return s
}

// ThingInHand implements kit.Traced.
func (s Screen) ThingInHand(f kit.Frame) (trace.Thing, string) {
	row, _ := s.inHand(&f)
	return row.To, ""
}

// KWIInHand implements kit.Subject: that of the page.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	if f.Audience != kit.Manager {
		return 0
	}
	return s.here().of.KWI
}

// PersonInHand implements kit.Personal: that of the page.
func (s Screen) PersonInHand(f kit.Frame) account.Initials {
	if f.Audience != kit.Manager {
		return ""
	}
	return s.here().of.Who
}
