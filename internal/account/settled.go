package account

import "slices"

// Settled is a condition of a gate with what met it.
type Settled struct {
	Check
	Facts []Fact
}

// Fact is one thing that helped to meet a condition.
type Fact struct {
	On   Date     // "" where nobody kept the day
	Who  Initials // whom it is of, or ""
	What string   // the code of what it is of, or ""
	By   string   // who did it: initials or free words, or ""
	Not  bool     // it was let go: excused, or dropped
}

// On is the day on which a condition was met: that of the last thing that it
// needed, "" where the days of its things are not kept.
func (s *Settled) On() (last Date) {
	for _, f := range s.Facts {
		last = max(last, f.On)
	}
	return last
}

// Settled is the checklist of a stage with what met it. Of a stage that the cycle
// has left it tells what was so on the day that it did, as far as that is kept.
func (c *Client) Settled(y *Cycle, stage Stage, today Date) (out []Settled) {
	if p, ok := y.Left(stage, c.Approach); ok && p.Date.Valid() {
		today = p.Date
	}
	for _, k := range c.Gate(y, stage, today) {
		out = append(out, Settled{k, c.facts(y, k.Name, today)})
	}
	return out
}

// SettledOn is the day on which a stage was done: that on which the cycle left
// it, or where nobody kept that the last day of what its checklist needed; a day
// that is still to come, such as that of the session, is none on which it was done.
func (c *Client) SettledOn(y *Cycle, stage Stage, today Date) (on Date, by string) {
	if p, ok := y.Left(stage, c.Approach); ok {
		return p.Date, p.By
	}
	for _, s := range c.Settled(y, stage, today) {
		for _, f := range s.Facts {
			if f.On <= today {
				on = max(on, f.On)
			}
		}
	}
	return on, ""
}

// facts are what there is of a condition on a day, in the order of people and codes.
func (c *Client) facts(y *Cycle, name CheckName, today Date) (out []Fact) {
	switch name {
	case HasSponsor:
		if r := c.Respondent(c.Sponsor); r != nil {
			out = append(out, Fact{On: r.Willing, Who: r.Initials})
		}
	case HasRespondents, HasContact:
		out = c.ofEach(y, func(r *Respondent) Date { return r.Willing })
	case HasGo, ValueQuestion:
		out = dated(y.Go)
	case SpokenWithAll:
		out = c.ofEach(y, func(r *Respondent) Date { return y.firstNote(r.Initials) })
	case OneKWIEach:
		for _, k := range y.KWIs {
			out = append(out, Fact{Who: k.WishedBy, What: k.Code.String()})
		}
	case TestedWithAll:
		out = c.ofEach(y, func(r *Respondent) Date { return y.Tested[r.Initials] })
	case SentToAll, QuestionsMailed:
		out = c.ofEach(y, func(r *Respondent) Date { return first(y.Sent[r.Initials]) })
	case ConfirmedByAll:
		out = c.ofEach(y, func(r *Respondent) Date { return y.Confirmed[r.Initials] })
	case ColleaguesKnow:
		for _, m := range c.Colleagues {
			if on := y.Informed[m.Initials]; on != "" {
				out = append(out, Fact{On: on, Who: m.Initials})
			}
		}
	case VisitedAll, TalkedBetween:
		for _, v := range y.Visits {
			if !v.Planned(Moment(today)) {
				out = append(out, Fact{On: v.Date, Who: v.With, By: string(v.By)})
			}
		}
	case KWIsActed, NoticedWork:
		for _, a := range y.Actions {
			if a.Status != Dropped && (a.KWI != 0 || name == NoticedWork && !a.Internal) {
				out = append(out, Fact{On: a.Date, What: a.Number, By: a.For})
			}
		}
	case SessionPlanned:
		out = dated(y.Session)
	case ListsBack, SameAnswered:
		out = c.listsBack(y)
	case AnalysisDone, AnswersStudied, MeasuresReady:
		out = y.studied(name)
	case ActionsAgreed:
		for _, a := range y.Actions {
			if a.Status != Dropped {
				out = append(out, Fact{On: a.Due.Date(), What: a.Number, By: a.For})
			}
		}
	case PresentNoted, TalkHeld:
		for _, who := range y.Meeting.Present {
			out = append(out, Fact{On: y.Session, Who: who})
		}
	}
	return out
}

// ofEach is a day of each who takes part and has one.
func (c *Client) ofEach(y *Cycle, day func(*Respondent) Date) (out []Fact) {
	for _, r := range c.Participants(y) {
		if on := day(&r); on != "" {
			out = append(out, Fact{On: on, Who: r.Initials})
		}
	}
	return out
}

func dated(on Date) []Fact {
	if on == "" {
		return nil
	}
	return []Fact{{On: on}}
}

func first(days []Date) Date {
	if len(days) == 0 {
		return ""
	}
	return days[0]
}

// firstNote is the day of the first talk with a respondent.
func (y *Cycle) firstNote(who Initials) (on Date) {
	for _, n := range y.Notes {
		if n.With == who && n.Date != "" && (on == "" || n.Date < on) {
			on = n.Date
		}
	}
	return on
}

// listsBack are the lists that came back, and those without which one goes on.
func (c *Client) listsBack(y *Cycle) (out []Fact) {
	for _, r := range c.Participants(y) {
		switch excused := y.Excused[r.Initials]; {
		case y.HasAnswered(r.Initials):
			out = append(out, Fact{On: y.Answered[r.Initials], Who: r.Initials})
		case excused != "":
			out = append(out, Fact{On: excused, Who: r.Initials, Not: true})
		}
	}
	return out
}

// studied are those who said something of the answers, each once.
func (y *Cycle) studied(name CheckName) (out []Fact) {
	for _, d := range y.Findings {
		f := Fact{By: d.By}
		if d.By != "" && (d.Part == Proposals) == (name == MeasuresReady) && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}
