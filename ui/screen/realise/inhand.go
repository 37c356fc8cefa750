package realise

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
)

// Where there is room, what is in hand stands in full beside the list: the
// agreement, all conversations with a respondent, or the idea.

// tabsAbove is how many lines of the body the names of the sides take.
const tabsAbove = 2

// The narrowest lists beside which what is in hand stands in full.
const (
	leastVisits  = 68
	leastIdeas   = 42
	leastBrought = 66
)

// pair divides the body of the side in front.
func (s Screen) pair(f *kit.Frame) part.Pair {
	alone := part.Pair{Left: f.W}
	switch {
	case s.part == actionsSide:
		return s.actions.PairOf(f)
	case s.part == ideasSide:
		return part.PairOf(f, leastIdeas)
	case s.part == visits && (s.with != "" || len(f.Client.Participants(f.Y())) == 0):
		return alone
	case s.part == visits:
		return part.PairOf(f, leastVisits)
	case len(f.Client.StandingIdeas(f.Y())) == 0:
		return alone
	}
	return part.PairOf(f, leastBrought)
}

// listed is the list of the side in front, in at most h lines.
func (s Screen) listed(f *kit.Frame, h int) []string {
	switch s.part {
	case actionsSide:
		lines := s.actions.Rows(f, f.W, h)
		if noticed := noticedLines(f); len(noticed) > 0 {
			lines = append(append(lines, ""), noticed...)
		}
		return lines
	case visits:
		s = s.held(f)
		rounds := f.Client.Rounds(f.Y(), f.Moment())
		foot := visitsFoot(f, rounds)
		lines := visitsTable(f, rounds).View(*f, s.people, f.W, min(h-1-len(foot), len(rounds)+2))
		return append(append(lines, ""), foot...)
	case ideasSide:
		all := guide.For(f.Words.Tag()).Realise()
		return ideasTable(all).View(*f, s.idea, f.W, h)
	}
	all := f.Client.StandingIdeas(f.Y())
	return broughtTable(f, all).View(*f, s.heldIdeas(f).brought, f.W, min(h, len(all)+2))
}

// inFull is what is in hand on the side in front.
func (s Screen) inFull(f *kit.Frame) *part.Reading {
	switch s.part {
	case actionsSide:
		return s.actions.InFull(f)
	case visits:
		who, _ := s.held(f).person(f)
		return personInFull(f, who)
	case ideasSide:
		all := guide.For(f.Words.Tag()).Realise()
		idea, d := all[s.idea.In(len(all))], part.ReadIn(f)
		d.Text(f.Theme.Strong, idea.Title)
		d.Blank()
		d.Text(f.Theme.Text, idea.Line)
		d.Blank()
		d.Quiet(f.T("realise.idea.when", idea.When))
		d.Blank()
		d.Quiet(f.T("realise.idea.seen", idea.Seen))
		return d
	}
	i, _ := s.ideaInHand(f)
	d := part.ReadIn(f)
	d.Drawn(s.ideaInFull(f, i)...)
	return d
}

// personInFull is a respondent with the conversations that were held and are
// planned, the newest first, their own wish, and what they were not told yet.
func personInFull(f *kit.Frame, who account.Initials) *part.Reading {
	t, y := f.Theme, f.Y()
	d := part.ReadIn(f)
	d.Text(t.Strong, f.Client.NameOf(who)+" ("+string(who)+")")
	if r := f.Client.Respondent(who); r != nil {
		d.Quiet(r.Function)
	}
	talks := f.Y().VisitsWith(who)
	if len(talks) == 0 {
		d.Blank()
		d.Quiet(f.T("realise.why.notalk", string(who)))
	}
	for _, v := range talks {
		head := f.Words.ShortMoment(v.At(), f.Today)
		for _, said := range []string{string(v.By), goingOf(f, v)} {
			if said != "" {
				head += " " + t.Glyphs.Dot + " " + said
			}
		}
		d.Head(head)
		d.Text(t.Text, v.Note)
		d.Quiet(part.Said(f, "realise.wasasked", v.Asked))
	}
	for i := range y.KWIs {
		if k := &y.KWIs[i]; k.WishedBy == who {
			d.Head(k.Code.String() + " " + k.Title)
			d.Quote(k.Expectation)
		}
	}
	first := true
	for _, a := range f.Client.Agreements(y) {
		for _, untold := range agree.Untold(f, a) {
			if untold != who {
				continue
			}
			if first {
				d.Head(f.T("realise.full.untold"))
				first = false
			}
			d.Behind(a.Number+" ", t.Text, a.Text)
		}
	}
	return d
}
