package account

import "slices"

// Shown is the copy of the client that the client himself may see: listed
// fields and no others, so that a field added later stays hidden until
// somebody lists it. Remarks go along only where released, and once anybody
// answered the recommendation question anonymously no answer to it stands
// beside a name. Of what nobody may see beside a name the counts survive in
// score's tables, which are made from the whole client.
func (c Client) Shown() Client {
	s := Client{ID: c.ID, Name: c.Name, Kind: c.Kind, Approach: c.Approach, Sponsor: c.Sponsor}
	for _, r := range c.Respondents {
		s.Respondents = append(s.Respondents, Respondent{Initials: r.Initials, Name: r.Name, Function: r.Function, Language: r.Language, Left: r.Left})
	}
	for _, m := range c.Colleagues {
		s.Colleagues = append(s.Colleagues, Colleague{Initials: m.Initials, Name: m.Name, Role: m.Role})
	}
	for _, y := range c.Cycles {
		s.Cycles = append(s.Cycles, y.shown())
	}
	return s
}

func (y Cycle) shown() Cycle {
	y = y.Clone()
	s := Cycle{
		Name: y.Name, Stage: y.Stage, AnswersBy: y.AnswersBy, Go: y.Go, Session: y.Session, Place: y.Place,
		Assigned: y.Assigned, Answered: y.Answered, Excused: y.Excused, Released: y.Released,
		Meeting: Meeting{Present: y.Meeting.Present, Notes: y.Meeting.Notes, Decisions: y.Meeting.Decisions},
	}
	for _, k := range y.KWIs {
		s.KWIs = append(s.KWIs, k.shown())
	}
	for who := range y.Answers {
		if v := y.Voice(who); v.Grades {
			setMapKey(&s.Answers, who, v.Sheet)
		}
	}
	for _, who := range y.Released {
		if text, ok := y.Remarks[who]; ok {
			setMapKey(&s.Remarks, who, text)
		}
	}
	for who := range y.NPS {
		v := y.Voice(who)
		switch n := v.Recommendation; {
		case n == nil:
		case v.Aloud:
			setMapKey(&s.NPS, who, NPS{Score: n.Score, Why: n.Why, Pleased: n.Pleased, Missed: n.Missed})
		default: // what he said stays with us, his number stands by name
			setMapKey(&s.NPS, who, NPS{Score: n.Score})
		}
	}
	for _, a := range y.Actions {
		s.Actions = append(s.Actions, Action{Number: a.Number, Date: a.Date, Text: a.Text, For: a.For, Side: a.Side,
			Due: a.Due, Status: a.Status, KWI: a.KWI, Announced: a.Announced, Done: a.Done})
	}
	return s
}

func (k KWI) shown() KWI {
	s := KWI{Code: k.Code, Title: k.Title, Expectation: k.Expectation, WishedBy: k.WishedBy, SharedBy: k.SharedBy, Target: k.Target}
	for _, q := range k.Questions {
		s.Questions = append(s.Questions, Question{Code: q.Code, Text: q.Text, Kind: q.Kind, Added: q.Added})
	}
	return s
}

// anonymous reports whether anybody answered the recommendation question
// without his name.
func (y Cycle) anonymous() bool {
	for _, n := range y.NPS {
		if n.Anonymous {
			return true
		}
	}
	return false
}

// NPSNamed reports whether single answers to the recommendation question may
// stand beside a name in this cycle.
func (y *Cycle) NPSNamed() bool { return y.Named() && !y.anonymous() }

// IsReleased reports whether a respondent's remark may be read out.
func (y *Cycle) IsReleased(who Initials) bool { return slices.Contains(y.Released, who) }

// NamesUnasked are the respondents of whom nobody knows whether their name may
// stand with their recommendation, where names stand with answers at all.
func (y *Cycle) NamesUnasked() (out []Initials) {
	if !y.Named() {
		return nil
	}
	for _, who := range sortedKeys(y.NPS) {
		if y.NPS[who].NameUnasked {
			out = append(out, who)
		}
	}
	return out
}
