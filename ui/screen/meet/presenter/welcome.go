package presenter

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// guests stands for those of the client who are no respondents.
const guests account.Initials = "*"

// seats is who is here, until it is told. What the record has of it is shown
// only once it is known who sits here.
type seats struct {
	begun bool
	here  []account.Initials
}

// all are those who may be here: respondents, colleagues, and others.
func (seats) all(f *kit.Frame) (out []account.Initials) {
	for _, r := range f.Client.Staying() {
		out = append(out, r.Initials)
	}
	for _, m := range f.Client.Colleagues {
		out = append(out, m.Initials)
	}
	return append(out, guests)
}

// seen begins with who was said to sit here, and with what the record has of
// the colleagues.
func (s seats) seen(f *kit.Frame) seats {
	if s.begun {
		return s
	}
	s = seats{begun: true, here: slices.Clone(f.Room.Present)}
	if f.Room.Guests {
		s.here = append(s.here, guests)
	}
	if y := f.Y(); y != nil {
		for _, who := range y.Meeting.Present {
			if f.Client.Colleague(who) != nil {
				s.here = append(s.here, who)
			}
		}
	}
	return s
}

// turned is with somebody here, or no longer.
func (s seats) turned(who account.Initials) seats {
	if i := slices.Index(s.here, who); i >= 0 {
		s.here = slices.Delete(slices.Clone(s.here), i, i+1)
		return s
	}
	s.here = append(slices.Clip(s.here), who)
	return s
}

// room is who of the client sits here; false where nobody was ticked.
func (s seats) room(f *kit.Frame) (r account.Room, said bool) {
	for _, who := range s.here {
		switch {
		case who == guests:
			r.Guests = true
		case f.Client.Respondent(who) != nil:
			r.Present = append(r.Present, who)
		}
	}
	r.Known = r.Guests || len(r.Present) > 0
	return r, r.Known
}

// ticked is the outcome of somebody being here or not: what the record of the
// session has of them.
func (s *Screen) ticked(f *kit.Frame, who account.Initials) kit.Outcome {
	s.seats = s.seats.turned(who)
	if who == guests || !runs(f) {
		return kit.Outcome{}
	}
	cycle, here := f.Y().Name, slices.Contains(s.seats.here, who)
	return kit.Changes(kit.Label("session.label.present", string(who)), func(c *account.Client) error { return c.Present(cycle, who, here) })
}

// seated tells who sits here, after which more may be shown. Whoever is ticked
// is in the record then, also who was said to sit here before the session.
func (s Screen) seated(f *kit.Frame, out kit.Outcome) (kit.Screen, kit.Outcome) {
	room, said := s.seats.room(f)
	if !said {
		return s, out
	}
	if !room.Same(f.Room) {
		out.Room = &room
	}
	here := slices.DeleteFunc(slices.Clone(s.seats.here), func(who account.Initials) bool { return who == guests })
	if cycle := f.Y().Name; runs(f) {
		out.Change = kit.Changes(kit.Label("session.label.present", cells.Line(names(here), 60)), func(c *account.Client) error {
			for _, who := range here {
				if y := c.Cycle(cycle); y != nil && slices.Contains(y.Meeting.Present, who) {
					continue
				}
				if err := c.Present(cycle, who, true); err != nil {
					return err
				}
			}
			return nil
		}).Change
	}
	return s, out
}

// named is how somebody is called, on either side.
func named(f *kit.Frame, who account.Initials) string {
	if who == guests {
		return f.T("attendance.guests")
	}
	if m := f.Client.Colleague(who); m != nil && m.Name != "" {
		return m.Name
	}
	return part.NameOf(f, who)
}

func names(who []account.Initials) string {
	var out []string
	for _, i := range who {
		out = append(out, string(i))
	}
	return strings.Join(out, ", ")
}
