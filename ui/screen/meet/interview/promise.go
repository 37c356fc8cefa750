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

// day is the day that stands on the page: that which is being typed, as far as
// it can be read, else that which was promised, else the one that is proposed.
func (s *Screen) day(f *kit.Frame) account.Date {
	due := f.Today.Add(proposedDays)
	if p, promised := f.Y().Concept(s.who); promised {
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
	p, _ := f.Y().Concept(s.who)
	return widget.Field{ID: freshLine, Label: f.T("meet.interview.day"), Kind: widget.DateField, Value: string(p.Due), Hint: f.Words.Date(f.Today.Add(proposedDays)),
		Set: func(v string) kit.Outcome { return s.promise(f, account.Date(v)) }}
}

// promise is the outcome of a promise.
func (s *Screen) promise(f *kit.Frame, due account.Date) kit.Outcome {
	if due != "" && due < f.Today {
		return kit.Refuses(f.T("meet.interview.past"))
	}
	cycle, who := f.Y().Name, s.who
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
