package account

import (
	"fmt"
	"slices"
)

// Common reports whether the outcome of a cycle is everybody's: its session is
// going on or over.
func (y *Cycle) Common() bool { return y.Stage >= Session }

// Shown is the copy of the client that the people in a room may see: listed
// fields and no others, so that a field added later stays hidden until
// somebody lists it. What one respondent said is in it where that respondent
// is the only one who looks along, where everybody who does heard it already,
// or where the cycle is common and it was said who sits here. Of what nobody
// may see beside a name the counts survive in score's tables, which are made
// from the whole client.
func (c Client) Shown(room Room) Client { return c.shown(showing{room: room}) }

// Told is the copy of the client that documents for the client are made from,
// where the outcome of every cycle is told to both teams, whatever its stage.
func (c Client) Told() Client { return c.shown(showing{room: Room{Known: true}, told: true}) }

// showing is to whom a client is shown.
type showing struct {
	room Room
	told bool // the outcome of every cycle is told
}

// common reports whether the outcome of a cycle may be shown.
func (s showing) common(y *Cycle) bool { return s.told || y.Common() }

// byName reports whether what somebody said in a cycle may stand beside their
// name, as far as that was promised.
func (s showing) byName(y *Cycle, who Initials) bool {
	return s.common(y) && s.room.Known || s.room.HearsOnly(who)
}

func (c Client) shown(to showing) Client {
	s := Client{ID: c.ID, Name: c.Name, Kind: c.Kind, Approach: c.Approach, Sponsor: c.Sponsor, Responsible: c.Responsible}
	for _, r := range c.Respondents {
		s.Respondents = append(s.Respondents, Respondent{Initials: r.Initials, Name: r.Name, Function: r.Function, Language: r.Language, Left: r.Left})
	}
	for _, m := range c.Colleagues {
		s.Colleagues = append(s.Colleagues, Colleague{Initials: m.Initials, Name: m.Name, Role: m.Role})
	}
	for i := range c.Cycles {
		s.Cycles = append(s.Cycles, c.shownCycle(&c.Cycles[i], to))
	}
	for i := range s.Cycles {
		s.forgetHidden(&s.Cycles[i])
		s.Cycles[i].Turns = s.shownTurns(&c.Cycles[i], to)
	}
	return s
}

// shownTurns is what became in a cycle of the KWIs that the copy has, of which
// those in which they go on are in it too. Why stays with us.
func (c *Client) shownTurns(whole *Cycle, to showing) (out []Turn) {
	for _, t := range whole.Turns {
		hidden := !c.has(t.KWI) || slices.ContainsFunc(t.Into, func(code KWICode) bool { return !c.has(code) })
		if hidden || !to.told && whole.Stage < Test {
			continue
		}
		turn := Turn{Date: t.Date, KWI: t.KWI, How: t.How, Into: slices.Clone(t.Into)}
		if to.room.Known {
			turn.With = slices.Clone(t.With)
		}
		out = append(out, turn)
	}
	return out
}

func (c *Client) shownCycle(y *Cycle, to showing) Cycle {
	s := Cycle{Name: y.Name, Stage: y.Stage, AnswersBy: y.AnswersBy, Go: y.Go, Session: y.Session, SessionFrom: y.SessionFrom, SessionUntil: y.SessionUntil, Place: y.Place}
	for i := range y.KWIs {
		if k := &y.KWIs[i]; c.showsKWI(y, k, to) {
			s.KWIs = append(s.KWIs, k.shown(to.room, c.goesRound(y, k, to)))
		}
	}
	for _, m := range y.Amendments { // the words that a question had, so that a figure is none of another question
		if m.As == SameQuestion && s.KWI(m.KWI()) != nil {
			s.Amendments = append(s.Amendments, Amendment{As: m.As, What: m.What, Part: m.Part, Was: m.Was, Now: m.Now})
		}
	}
	for _, n := range y.Notes {
		if to.room.Heard(n.Heard) {
			s.Notes = append(s.Notes, Note{Date: n.Date, With: n.With, Topic: n.Topic, Text: n.Text, KWI: n.KWI, Rank: n.Rank})
		}
	}
	for _, who := range y.NotExpectedHeard {
		if text := y.NotExpected[who]; text != "" && to.room.HearsOnly(who) {
			setMapKey(&s.NotExpected, who, text)
		}
	}
	for who, p := range y.Promised {
		if to.room.HearsOnly(who) {
			setMapKey(&s.Promised, who, Concept{Due: p.Due, Done: p.Done, Inspiration: p.Inspiration})
		}
	}
	for who, codes := range y.Assigned {
		if to.told || to.room.HearsOnly(who) {
			codes = slices.DeleteFunc(slices.Clone(codes), func(q QuestionCode) bool { return s.Question(q) == nil })
			setMapKey(&s.Assigned, who, codes)
		}
	}
	s.hear(y, to)
	for _, a := range y.Actions {
		if !a.Internal {
			s.Actions = append(s.Actions, a.shown())
		}
	}
	if to.common(y) {
		s.Meeting = y.Meeting.shown(to.room)
	}
	return s
}

// hear takes over what respondents said at measuring that may be shown. What
// stands beside no name is kept under initials that nobody can have.
func (y *Cycle) hear(whole *Cycle, to showing) {
	for who := range whole.Answers {
		if v := whole.Voice(who); v.Grades && to.byName(whole, who) {
			setMapKey(&y.Answers, who, v.Sheet)
		}
	}
	for _, who := range whole.Released {
		if !whole.Discloses(who).Aloud || !to.byName(whole, who) {
			continue
		}
		y.Released = append(y.Released, who)
		if text, ok := whole.Remarks[who]; ok {
			setMapKey(&y.Remarks, who, text)
		}
	}
	if !whole.Named() && to.common(whole) && to.room.Known {
		for i, r := range whole.NamelessRemarks() {
			if nobody := Initials(fmt.Sprintf("·%d", i+1)); r.Released {
				setMapKey(&y.Remarks, nobody, r.Text)
				y.Released = append(y.Released, nobody)
			}
		}
	}
	for who := range whole.NPS {
		v := whole.Voice(who)
		switch n := v.Recommendation; {
		case n == nil || !to.byName(whole, who):
		case v.Aloud || to.room.HearsOnly(who):
			setMapKey(&y.NPS, who, NPS{Score: n.Score, Why: n.Why, Pleased: n.Pleased, Missed: n.Missed})
		default: // what they said stays with us, their number stands by name
			setMapKey(&y.NPS, who, NPS{Score: n.Score})
		}
	}
}

// showsKWI reports whether a KWI of a cycle is known to everybody in a room:
// the KWIs go round from the test on, an earlier cycle had it, or they heard
// it from whoever wished it or in a talk.
func (c *Client) showsKWI(y *Cycle, k *KWI, to showing) bool {
	if c.goesRound(y, k, to) {
		return true
	}
	if wishers := k.Wishers(); len(wishers) > 0 && to.room.Heard(append(wishers, k.SharedBy...)) {
		return true
	}
	return slices.ContainsFunc(y.Notes, func(n Note) bool { return n.KWI == k.Code && to.room.Heard(n.Heard) })
}

// goesRound reports whether a KWI is known to everybody by now.
func (c *Client) goesRound(y *Cycle, k *KWI, to showing) bool {
	return to.told || y.Stage >= Test || c.Carried(y.Name, k.Code) != ""
}

// shown is a KWI for the people in a room; until it goes round, of those who wish
// it together only the words of whoever sits there.
func (k *KWI) shown(room Room, round bool) KWI {
	s := KWI{Code: k.Code, Title: k.Title, Expectation: k.Expectation, Target: k.Target}
	if room.Known {
		s.WishedBy, s.SharedBy = k.WishedBy, slices.Clone(k.SharedBy)
	}
	for _, h := range k.Wishes {
		if room.Known && (round || slices.Contains(room.Present, h.By)) {
			s.Wishes = append(s.Wishes, Wish{By: h.By, Words: h.Words})
		}
	}
	s.Questions = make([]Question, 0, len(k.Questions))
	for _, q := range k.Questions {
		s.Questions = append(s.Questions, Question{Code: q.Code, Text: q.Text, Kind: q.Kind, Added: q.Added, Ended: q.Ended})
	}
	return s
}

func (a *Action) shown() Action {
	s := Action{Number: a.Number, Date: a.Date, Text: a.Text, For: a.For, Side: a.Side,
		Due: a.Due, Status: a.Status, KWI: a.KWI, Announced: a.Announced, Done: a.Done}
	if a.EvidenceShared {
		s.Evidence, s.EvidenceShared = a.Evidence, true
	}
	return s
}

func (m *Meeting) shown(room Room) Meeting {
	s := Meeting{Notes: slices.Clone(m.Notes), Decisions: slices.Clone(m.Decisions)}
	if room.Known {
		s.Present = slices.Clone(m.Present)
	}
	for _, p := range m.Agenda {
		s.Agenda = append(s.Agenda, PlannedItem{Item: p.Item, Minutes: p.Minutes})
	}
	for _, i := range m.Ideas {
		s.Ideas = append(s.Ideas, Idea{Text: i.Text, Votes: i.Votes, Action: i.Action})
	}
	for _, n := range m.Next {
		next := NextKWI{KWI: n.KWI, Title: n.Title, Expectation: n.Expectation, Target: n.Target, Noticed: n.Noticed}
		if room.Known {
			next.WishedBy = n.WishedBy
		}
		s.Next = append(s.Next, next)
	}
	return s
}

// forgetHidden takes the codes of KWIs that are not shown off the notes and
// actions of a cycle that is, and the numbers of such actions off its ideas.
func (c *Client) forgetHidden(y *Cycle) {
	for i := range y.Notes {
		if n := &y.Notes[i]; n.KWI != 0 && !c.has(n.KWI) {
			n.KWI = 0
		}
	}
	for i := range y.Actions {
		if a := &y.Actions[i]; a.KWI != 0 && !c.has(a.KWI) {
			a.KWI = 0
		}
	}
	for i := range y.Meeting.Ideas {
		idea := &y.Meeting.Ideas[i]
		if _, a := c.Action(idea.Action); a == nil {
			idea.Action = ""
		}
	}
}

// anonymous reports whether anybody answered the recommendation question
// without their name.
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
