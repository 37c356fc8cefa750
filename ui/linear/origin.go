package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// origins are the figures of the cycle: of each it can be heard how it comes about, down to the
// answers and the talk.
func (t *teller) origins() error {
	if table := t.frame().Scores.Table(t.cycle().Name); !table.HasAnswers() {
		t.say(t.T("insight.how.none"))
		return errRefused
	}
	return t.stay(place{name: func() string { return t.T("linear.origin") }, acts: func() []choice {
		y := t.cycle()
		all := t.originsOf(0)
		for _, k := range y.KWIs {
			all = append(all, t.originsOf(k.Code)...)
		}
		all = append(all, t.originChoices(trace.Thing{Kind: trace.NPS, Cycle: y.Name})...)
		if y.Named() {
			all = append(all, choice{name: t.T("insight.people"), do: func() error { t.tellLeans(); return nil }},
				choice{name: t.T("insight.matters"), do: func() error { t.tellShort(); return nil }})
		}
		return append(all, choice{name: t.T("linear.origin.other"), do: t.originNamed})
	}})
}

// originsOf are the figures of a KWI, or with code 0 of all of them.
func (t *teller) originsOf(code account.KWICode) []choice {
	of := trace.Thing{Kind: trace.Score, KWI: code, Cycle: t.cycle().Name}
	change, target := of, of
	change.Kind, target.Kind = trace.Change, trace.Target
	return t.originChoices(of, change, target)
}

// originChoices lead to where each of some things comes from, where there is such a thing.
func (t *teller) originChoices(of ...trace.Thing) (all []choice) {
	for _, thing := range of {
		if p, is := part.TraceSource(t.frame()).Of(thing); is {
			all = append(all, choice{name: t.traced(p.Title, p.Figure), do: func() error { return t.origin(thing) }})
		}
	}
	return all
}

// originChoice leads from a thing to where it comes from.
func (t *teller) originChoice(of trace.Thing) choice {
	of.Cycle = t.cycle().Name
	return choice{name: t.T("trace.act.from"), do: func() error { return t.origin(of) }}
}

// originNamed asks for a thing by its name.
func (t *teller) originNamed() error {
	got, err := t.needed(t.T("linear.origin.which"), t.T("linear.origin.help"))
	if err != nil {
		return err
	}
	of, is := part.TraceSource(t.frame()).Read(t.cycle().Name, got)
	if !is {
		t.say(t.T("linear.origin.unknown", echo(got)) + " " + t.T("linear.origin.help"))
		return errRefused
	}
	return t.origin(of)
}

// origin is where one thing comes from and what it led to; each of those is a choice, so that a
// figure is followed down to its answers, the question, the talk and the evidence.
func (t *teller) origin(of trace.Thing) error {
	page := func() (trace.Page, bool) { return part.TraceSource(t.frame()).Of(of) }
	if _, is := page(); !is {
		t.say(t.T("trace.nothing"))
		return errRefused
	}
	return t.stay(place{name: func() string {
		p, is := page()
		if !is {
			return t.T("trace.nothing")
		}
		return t.traced(p.Title, p.Figure)
	}, what: func() {
		p, _ := page()
		t.tellOrigin(&p)
	}, acts: func() (all []choice) {
		p, is := page()
		if !is {
			return nil
		}
		for _, s := range p.Sections {
			for _, r := range s.Rows {
				if !r.To.IsNone() {
					all = append(all, choice{name: t.traced(s.Title+": "+r.Text, r.Right), do: func() error { return t.origin(r.To) }})
				}
			}
		}
		if to, is := part.TracePlace(t.frame(), of); is {
			all = append(all, choice{name: t.T("trace.act.work"), do: func() error { return t.workOn(to) }})
		}
		return all
	}})
}

// traced is a text with the figure that stands at its end on the screens, where signs say what an
// answer counts for.
func (t *teller) traced(text, figure string) string {
	switch text = within(t.spoken(text)); strings.TrimSpace(figure) {
	case "":
		return text
	case "–":
		return text + ": " + t.T("linear.none")
	}
	return text + ": " + strings.NewReplacer("<", t.T("linear.grade.less", ""), ">", t.T("linear.grade.more", "")).Replace(t.spoken(figure))
}

// tellOrigin tells how a thing comes about, and what there is on it that leads no further.
func (t *teller) tellOrigin(p *trace.Page) {
	if p.Said != "" {
		t.say("“" + strings.TrimSpace(p.Said) + "”")
	}
	for _, fact := range p.Facts {
		t.say(sentence(t.spoken(fact)))
	}
	for _, s := range p.Sections {
		if s.Right != "" {
			t.tell(s.Title, s.Right)
		}
		for _, r := range s.Rows {
			switch {
			case !r.To.IsNone():
			case r.Quiet && r.Right == "":
				t.say(sentence(t.spoken(r.Text)))
			default:
				t.tell(s.Title, t.traced(r.Text, r.Right))
			}
		}
	}
}

// workOn goes to where a thing is worked on, in the cycle that it is of.
func (t *teller) workOn(p kit.Place) error {
	was, goes := t.earlier, func() error { return t.goToNeed(p) }
	if p.Name == "monitor" {
		goes = t.figures
	}
	if was == p.Cycle {
		return goes()
	}
	if err := t.lookAt(p.Cycle); err != nil {
		return err
	}
	if err := goes(); err == errLeave {
		return err
	}
	return t.lookAt(was)
}

// tellLeans tells how much more positive than all each respondent is, from its two sums.
func (t *teller) tellLeans() {
	table := t.frame().Scores.Table(t.cycle().Name)
	leans := table.Leans(0)
	if len(leans) == 0 {
		t.say(t.T("insight.how.none"))
		return
	}
	t.say(t.T("insight.how.leans"))
	for _, l := range leans {
		own, all := t.Words.Score(int(l.Own.Score()), l.Own.Score().OK()), t.Words.Score(int(l.All.Score()), l.All.Score().OK())
		t.say(t.named(l.Who) + ".")
		t.say(t.T("insight.how.own", t.Words.Int(l.Own.Points), t.Words.Int(l.Own.Weight), own))
		t.say(t.T("insight.how.all", t.Words.Int(l.All.Points), t.Words.Int(l.All.Weight), all))
		t.say(t.T("insight.how.difference", own, all, t.Words.Change(l.More.By, l.More.OK)))
	}
}

// tellShort tells what is short to a ten, by question and the largest first.
func (t *teller) tellShort() {
	t.say(t.T("insight.how.lost"))
	for _, m := range score.Matters(t.cycle()) {
		t.say(t.T("insight.how.lost.row", m.Question.String(), t.Words.Int(m.Sums.Weight), t.Words.Int(m.Sums.Points), t.Words.Int(m.Sums.Answers), t.Words.Score1(int(m.Lost()), true)))
	}
}
