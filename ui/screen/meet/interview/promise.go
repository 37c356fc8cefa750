package interview

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// proposedDays is after how many days a concept is promised, unless another day
// is named.
const proposedDays = 7

// promises are what may be promised: what they named in writing or, where
// nothing has become clear yet, first to come back with inspiration.
func (s *Screen) promises(f *kit.Frame) []string {
	g, day := guideOf(f), f.Words.SaidDate(s.day(f), f.Today)
	if s.wish(f) == nil {
		return []string{g.PromiseInspiration(day), g.Promise(day)}
	}
	return []string{g.Promise(day), g.PromiseInspiration(day)}
}

// inspires reports whether it is to come back with inspiration that stands on
// the page.
func (s *Screen) inspires(f *kit.Frame) bool { return (s.wish(f) == nil) == (s.turn%2 == 0) }

// standing is the promise that stands on the page, false where that was not
// made.
func (s *Screen) standing(f *kit.Frame) (account.Concept, bool) {
	p, promised := f.Y().Concept(s.who)
	if !promised || p.Inspiration != s.inspires(f) {
		return account.Concept{}, false
	}
	return p, true
}

// onPromise is the page at the promise that was made; where a KWI came up since
// inspiration was promised, at that of a concept.
func (s Screen) onPromise(f *kit.Frame) Screen {
	if p, promised := f.Y().Concept(s.who); promised && s.wish(f) == nil && !p.Inspiration {
		s.turn = 1
	}
	return s
}

// day is the day that stands on the page: that which is being typed, as far as
// it can be read, else that which was promised, else the one that is proposed.
func (s *Screen) day(f *kit.Frame) account.Date {
	due := f.Today.Add(proposedDays).Workday()
	if p, promised := s.standing(f); promised {
		due = p.Due
	}
	if typed := s.typedDay(f); typed != "" {
		if d, err := f.Words.ParseDate(typed, f.Today); err == nil {
			return d
		}
	}
	return due
}

// typedDay is what is typed as a day now.
func (s *Screen) typedDay(f *kit.Frame) string {
	if !s.form.Typing() {
		return ""
	}
	return strings.TrimSpace(s.form.Text(s.dayField(f)))
}

func (s *Screen) dayField(f *kit.Frame) widget.Field {
	p, _ := s.standing(f)
	return widget.Field{ID: freshLine, Label: f.T("meet.interview.day"), Kind: widget.DateField, Value: string(p.Due), Hint: f.Words.Date(f.Today.Add(proposedDays).Workday()),
		Set: func(v string) kit.Outcome { return s.promise(f, account.Date(v)) }}
}

// promise is the outcome of a promise.
func (s *Screen) promise(f *kit.Frame, due account.Date) kit.Outcome {
	if due != "" && due < f.Today {
		return kit.Refuses(f.T("meet.interview.past"))
	}
	cycle, who := f.Y().Name, s.who
	if s.inspires(f) {
		return kit.Changes(kit.Label("meet.interview.label.inspire", string(who)), func(c *account.Client) error { return c.PromiseInspiration(cycle, who, due) })
	}
	return kit.Changes(kit.Label("meet.interview.label.promise", string(who)), func(c *account.Client) error { return c.PromiseConcept(cycle, who, due) })
}

// promised promises the day that is typed, or without one the proposed one.
func (s Screen) promised(f *kit.Frame) (kit.Screen, kit.Outcome) {
	typed := s.typedDay(f)
	s, out, ok := s.settled(f)
	if ok && typed == "" {
		out.Change = s.promise(f, s.day(f)).Change
	}
	return s, out
}
