package testpages

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Acts are what can be said on the page in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	at, _, _, ok := s.in(&f)
	switch {
	case !ok:
		return nil
	case s.form.Typing():
		return s.form.Acts(f, s.fields(&f))
	}
	closed := ""
	if f.Y().Stage == account.Closed {
		closed = f.T("meet.closed")
	}
	acts := s.asks(&f, at, closed)
	acts = append(acts, kit.Act{ID: "before", Looks: true, Keys: keys.LastQuestion, Name: f.T("meet.act.before")})
	if len(f.Room.Present) > 1 {
		acts = append(acts, kit.Act{ID: "other", Looks: true, Keys: keys.OtherPerson, Name: f.T("meet.test.other")})
	}
	for i := range acts {
		acts[i].Together = true
	}
	return acts
}

// asks are what can be said on a page, and how one goes on from there.
func (s Screen) asks(f *kit.Frame, at page, closed string) []kit.Act {
	switch {
	case at.end && s.sheet < len(s.sheets(f))-1:
		return []kit.Act{{ID: "next", Looks: true, Keys: keys.NextQuestion, Name: f.T("meet.act.next")}}
	case at.end && f.Sitting.TestedOn() != "":
		done := f.T("meet.test.done", f.Words.ShortDate(f.Sitting.TestedOn(), f.Today))
		return []kit.Act{{ID: "leave", Keys: keys.Open, Name: f.T("meet.test.leave")}, {ID: "yes", Keys: keys.SaysYes, Name: f.T("kit.yes"), Hidden: true, Why: done}}
	case at.end:
		return []kit.Act{{ID: "agreed", Keys: keys.Open, Name: f.T("meet.test.right"), Why: closed}, {ID: "yes", Keys: keys.SaysYes, Name: f.T("kit.yes"), Hidden: true, Why: cmp.Or(closed, f.T("meet.test.enter"))}}
	}
	acts := []kit.Act{{ID: "yes", Keys: keys.SaysYes, Name: f.T("kit.yes"), Why: closed}, {ID: "no", Keys: keys.SaysNo, Name: f.T("kit.no"), Why: closed}}
	switch {
	case closed != "":
	case s.wished(f, at):
		acts[1].Why, closed = f.T("meet.test.own"), f.T("meet.test.questions")
	case at.whole():
		closed = f.T("meet.test.questions")
	default:
		closed = fixed(f, at.q)
	}
	acts = append(acts, kit.Act{ID: "reword", Keys: keys.Reword, Name: f.T("test.act.reword"), Why: closed})
	return append(acts, kit.Act{ID: "next", Looks: true, Keys: keys.NextQuestion, Name: f.T("meet.act.next")})
}

// do does one of the acts.
func (s Screen) do(f *kit.Frame, do kit.Do) (kit.Screen, kit.Outcome) {
	switch do {
	case "yes":
		return s.said(f, true)
	case "no":
		return s.said(f, false)
	case "next":
		return s.turn(f, 1), kit.Outcome{}
	case "before":
		return s.turn(f, -1), kit.Outcome{}
	case "reword":
		s.form = s.form.Begin(*f, s.fields(f))
	case "other":
		here := f.Room.Present
		next := here[(slices.Index(here, s.who)+1)%len(here)]
		return Screen{who: next, form: widget.Form{Together: true}}, kit.Outcome{}
	case "agreed":
		name, who, today := f.Y().Name, s.who, f.Today
		s.mine = s.mine.Tested(today)
		return s, kit.Changes(kit.Label("test.label.tested", string(who)), func(c *account.Client) error { return c.TestWith(name, who, today) })
	case "leave":
		return s, kit.Outcome{Back: true}
	}
	return s, kit.Outcome{}
}

// said keeps a yes or a no to the page in hand, and goes on to the next page.
func (s Screen) said(f *kit.Frame, yes bool) (kit.Screen, kit.Outcome) {
	name, who, at := f.Y().Name, s.who, s.at
	_, i, _, _ := s.in(f)
	next := s.to(f, i+1)
	switch {
	case s.wished(f, at):
		return next, kit.Outcome{} // that it matters need not be said
	case at.whole():
		next.mine = s.mine.Shared(at.kwi, yes)
		return next, kit.Changes(kit.Label("test.label.shared", at.kwi.String(), string(who)), func(c *account.Client) error { return c.ShareKWI(name, at.kwi, who, yes) })
	}
	next.mine = s.mine.Judged(at.q, yes)
	return next, kit.Changes(kit.Label("test.label.cell", at.q.String(), string(who)), func(c *account.Client) error { return c.Assign(name, who, at.q, yes) })
}

// fields are the words of the question in hand, to be reworded in place.
func (s Screen) fields(f *kit.Frame) []widget.Field {
	name, code := f.Y().Name, s.at.q
	q := f.Y().Question(code)
	if q == nil {
		return nil
	}
	return []widget.Field{{ID: "reword/" + code.String(), Label: f.T("meet.test.words"), Kind: widget.SentenceField, Value: q.Text, Set: func(text string) kit.Outcome {
		if text == "" {
			return kit.Refuses(f.T("meet.test.empty"))
		}
		return kit.Changes(kit.Label("test.label.reword", code.String()), func(c *account.Client) error { return c.Reword(name, code, text) })
	}}}
}

// fixed is why the words of a question cannot be changed, as far as may be told
// here: it is a standing one.
func fixed(f *kit.Frame, code account.QuestionCode) string {
	y := f.Y()
	if q := y.Question(code); q != nil && q.Kind != account.Own && q.Kind != "" {
		return f.T("meet.test.standing")
	}
	return ""
}
