package interview

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// ranked answers a message while the lines are put in order.
func (s Screen) ranked(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	lines := f.Y().Ranked(s.who)
	if len(lines) == 0 {
		return s, part.LeavesOn(msg)
	}
	at := s.list.In(len(lines))
	move := func(to int) (kit.Screen, kit.Outcome) {
		cycle, was, place := f.Y().Name, lines[at], lines[to]
		s.list = s.list.To(to, len(lines), len(lines))
		return s, kit.Changes(kit.Label("meet.interview.label.rank", string(s.who)), func(c *account.Client) error { return c.RankNote(cycle, was, place) })
	}
	switch msg {
	case kit.Do("top"):
		return move(0)
	case kit.Do("up"):
		return move(at - 1)
	case kit.Do("down"):
		return move(at + 1)
	case kit.Do("kwi"):
		return s.wished(f, lines[0])
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(lines), len(lines))
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// wished makes a line the KWI of the respondent, and turns to its questions.
func (s Screen) wished(f *kit.Frame, n account.Note) (kit.Screen, kit.Outcome) {
	cycle, std, instead := f.Y().Name, part.Standard(f), s.wish(f) != nil
	s = Screen{who: s.who, page: asking, wait: true}
	return s, kit.Changes(kit.Label("draft.label.make", n.Title()), func(c *account.Client) error {
		if instead {
			return c.WishInstead(cycle, n, n.Title())
		}
		_, err := c.WishKWI(cycle, n, n.Title(), std)
		return err
	})
}

// rankActs are what can be done with the lines.
func (s *Screen) rankActs(f *kit.Frame) []kit.Act {
	lines := f.Y().Ranked(s.who)
	if len(lines) == 0 {
		return nil
	}
	at := s.list.In(len(lines))
	top := kit.Act{ID: "top", Keys: keys.Open, Name: f.T("meet.interview.act.top")}
	wish := kit.Act{ID: "kwi", Keys: keys.WishTop, Name: f.T("meet.interview.act.kwi"), Why: s.wishWhy(f, lines[0])}
	if at == 0 {
		top, wish.Keys = kit.Act{}, keys.WishTopOrOpen
	}
	up := kit.Act{ID: "up", Keys: keys.LineUp, Name: f.T("meet.interview.act.up")}
	down := kit.Act{ID: "down", Keys: keys.LineDown, Name: f.T("meet.interview.act.down")}
	if at == 0 {
		up.Why = f.T("meet.interview.first")
	}
	if at == len(lines)-1 {
		down.Why = f.T("meet.interview.last")
	}
	if top.ID == "" {
		return []kit.Act{wish, up, down}
	}
	return []kit.Act{top, wish, up, down}
}

// wishWhy is why a line cannot become the KWI: it is, or the KWI is one that
// ran before.
func (s *Screen) wishWhy(f *kit.Frame, n account.Note) string {
	switch k := s.wish(f); {
	case k == nil:
		return ""
	case n.KWI == k.Code:
		return f.T("meet.interview.iskwi")
	case f.Client.Carried(f.Y().Name, k.Code) != "":
		return f.T("meet.interview.carried", k.Title)
	}
	return ""
}
