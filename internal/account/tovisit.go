package account

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"kwi/internal/text"
)

// What a visit to one respondent begins from. All of it is for the supplier's
// own people: nothing here asks what the respondent may see of it.

// Talk is what was said with a respondent on one day.
type Talk struct {
	Date Date
	Hour string   // the first of that day, or ""
	Plan bool     // it is still to come
	By   Initials // who of ours it was with, where that was noted
	Goes Going    // how it goes, where that was asked
	Said []string
}

// At is the day of a talk, with its hour where it has one.
func (t Talk) At() Moment { return Visit{Date: t.Date, Hour: t.Hour}.At() }

// TalksWith are the talks with a respondent up to and in a cycle, the newest
// first: what was noted of conversations, and in the talk of the draft. The
// note that became their KWI stands with that and not here.
func (c *Client) TalksWith(cycle CycleName, who Initials, now Moment) (out []Talk) {
	add := func(day Date, by Initials, goes Going, said string) *Talk {
		i := slices.IndexFunc(out, func(t Talk) bool { return t.Date == day })
		if i < 0 {
			i, out = len(out), append(out, Talk{Date: day})
		}
		out[i].By, out[i].Goes = cmp.Or(out[i].By, by), cmp.Or(goes, out[i].Goes)
		if said = strings.TrimSpace(said); said != "" && !slices.Contains(out[i].Said, said) {
			out[i].Said = append(out[i].Said, said)
		}
		return &out[i]
	}
	for y := range c.upTo(cycle) {
		for _, v := range y.Visits {
			if v.With == who {
				t := add(v.Date, v.By, v.Goes, v.Note)
				t.Plan = v.Planned(now)
				if t.Hour == "" || v.Hour != "" && v.Hour < t.Hour {
					t.Hour = v.Hour
				}
			}
		}
		for _, n := range y.Ranked(who) {
			if k := y.KWI(n.KWI); k == nil || !k.IsWishOf(who) {
				add(n.Date, "", "", n.Text)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Talk) int { return cmp.Compare(b.Date, a.Date) })
	return out
}

// LastTalk is the day of the last conversation with a respondent in a cycle,
// held or planned; "" where there is none.
func (y *Cycle) LastTalk(who Initials) (last Date) {
	for _, v := range y.Visits {
		if v.With == who {
			last = max(last, v.Date)
		}
	}
	return last
}

// LastGraded is what a respondent answered to a question last, in a cycle or
// before it, as far as it may stand beside their name. While that cycle is by
// group there is nothing, whatever was agreed in those before.
func (c *Client) LastGraded(cycle CycleName, who Initials, q QuestionCode) (Answer, CycleName) {
	y := c.Cycle(cycle)
	if y == nil || !y.Named() {
		return Answer{Question: q}, ""
	}
	if a := y.Voice(who).Sheet.Of(q); a.Grade != 0 {
		return a, y.Name
	}
	return c.LastGrade(y.Name, who, q)
}

// LastVoice is what a respondent said with their last list, in a cycle or
// before it, as LastGraded has their grades: whether they recommend us, and
// their remark where they released it. The cycle is "" where that is nothing.
func (c *Client) LastVoice(cycle CycleName, who Initials) (last Voice, in CycleName) {
	if y := c.Cycle(cycle); y == nil || !y.Named() {
		return last, ""
	}
	for y := range c.upTo(cycle) {
		v := y.Voice(who)
		if !v.Aloud {
			v.Remark = ""
		}
		if v.Remark != "" || v.Recommendation != nil {
			last, in = v, y.Name
		}
	}
	return last, in
}

// LastRecommendation is what a respondent answered last to the question whether
// they recommend us, in a cycle or before it, as LastVoice lets it through; nil
// where nobody may see it beside their name.
func (c *Client) LastRecommendation(cycle CycleName, who Initials) (last *NPS) {
	if y := c.Cycle(cycle); y == nil || !y.Named() {
		return nil
	}
	for y := range c.upTo(cycle) {
		if n := y.Voice(who).Recommendation; n != nil {
			last = n
		}
	}
	return last
}

// Unwanted is what a respondent said last that they do not expect, in a cycle
// or before it, and in which.
func (c *Client) Unwanted(cycle CycleName, who Initials) (said string, in CycleName) {
	for y := range c.upTo(cycle) {
		if s := strings.TrimSpace(y.NotExpected[who]); s != "" {
			said, in = s, y.Name
		}
	}
	return said, in
}

// OwedTo are the open agreements that a respondent waits for or carries: ours
// about a KWI that they judge or wished, or about none, and those that they are
// to do themselves. What is between ourselves was promised to nobody.
func (c *Client) OwedTo(cycle CycleName, who Initials) (out []Action) {
	y := c.Cycle(cycle)
	if y == nil {
		return nil
	}
	for _, a := range c.Agreements(y) {
		k := y.KWI(a.KWI)
		about := a.KWI == 0 || y.judges(who, a.KWI) || k != nil && k.IsWishOf(who)
		if a.Status == Open && !a.Internal && (a.Side != ClientSide && about || c.IsCalled(who, a.For)) {
			out = append(out, a)
		}
	}
	return out
}

// IdeasOf are the ideas that a respondent brought and that are on the table in a
// cycle.
func (c *Client) IdeasOf(cycle CycleName, who Initials) (out []Idea) {
	y := c.Cycle(cycle)
	if y == nil {
		return nil
	}
	for _, i := range c.StandingIdeas(y) {
		if c.IsCalled(who, i.Idea.By) {
			out = append(out, i.Idea)
		}
	}
	return out
}

// IsCalled reports whether what was written where a person belongs means a
// respondent: their initials or their name.
func (c *Client) IsCalled(who Initials, written string) bool {
	r := c.Respondent(who)
	written = text.Line(written)
	return r != nil && written != "" && (text.Equal(written, string(who)) || text.Equal(written, r.Name))
}

// upTo goes through the cycles up to and including one, oldest first.
func (c *Client) upTo(cycle CycleName) iter.Seq[*Cycle] {
	last := c.Cycle(cycle)
	return func(yield func(*Cycle) bool) {
		for i := range c.Cycles {
			if last == nil || c.Cycles[i].Name > last.Name || !yield(&c.Cycles[i]) {
				return
			}
		}
	}
}
