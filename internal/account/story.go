package account

import "slices"

// Chapter is a part of the story of a KWI: what became of it on a day in a cycle.
type Chapter struct {
	Cycle CycleName
	Date  Date // "" where nobody noted it
	What  Event
	Title string     // as it was called then
	Was   string     // how it was called before, where it was renamed
	KWIs  []KWICode  // the others that it came from, or went on in
	With  []Initials // who wishes it too from then on
	Why   string
	More  []QuestionCode // the questions that were new in the cycle that it was carried to
	Fewer []QuestionCode // those that were not asked there any more
}

// Event is what a chapter tells.
type Event string

// What a chapter can tell, beside what can become of a KWI.
const (
	EventMade     Event = "made"
	EventCarried  Event = "carried"
	EventRenamed  Event = "renamed"
	EventAbsent   Event = "absent"   // a cycle did not ask it, and nobody noted why
	EventRenewal  Event = "renewal"  // it came in the place of another one
	EventUnion    Event = "union"    // others were merged into it
	EventSplitOff Event = "splitoff" // it was a part of another one
)

// origin is what a turn of another KWI is to the one in which that goes on.
func (t Turned) origin() Event {
	return map[Turned]Event{TurnedRenewed: EventRenewal, TurnedMerged: EventUnion, TurnedSplit: EventSplitOff}[t]
}

// Story is what became of a KWI, through all cycles, oldest first.
func (c *Client) Story(code KWICode) (out []Chapter) {
	var last *KWI // as it was in the last cycle that had it
	for i := range c.Cycles {
		y := &c.Cycles[i]
		k := y.KWI(code)
		if g := y.GoneKWI(code); g != nil && k == nil {
			k = &g.KWI
		}
		from := y.cameFrom(code)
		switch {
		case k == nil && last != nil && !c.ended(y.Name, code):
			out = append(out, Chapter{Cycle: y.Name, What: EventAbsent, Title: last.Title})
		case k == nil:
		case last == nil && len(from) == 0:
			out = append(out, Chapter{Cycle: y.Name, Date: k.Made, What: EventMade, Title: k.Title})
		case last != nil:
			out = append(out, carriedTo(y, k, last)...)
		}
		for _, ch := range from {
			ch.Title = titleOf(k)
			out = append(out, ch)
		}
		for _, t := range y.Turns {
			if t.KWI == code {
				out = append(out, Chapter{Cycle: y.Name, Date: t.Date, What: Event(t.How), Title: titleOf(k), KWIs: slices.Clone(t.Into), With: slices.Clone(t.With), Why: t.Why})
			}
		}
		if k != nil {
			last = k
		}
	}
	return out
}

func titleOf(k *KWI) string {
	if k == nil {
		return ""
	}
	return k.Title
}

// cameFrom is what of other KWIs went on in one in this cycle, those of the same
// day and for the same reason together.
func (y *Cycle) cameFrom(code KWICode) (out []Chapter) {
	for _, t := range y.Turns {
		if !slices.Contains(t.Into, code) {
			continue
		}
		ch := Chapter{Cycle: y.Name, Date: t.Date, What: t.How.origin(), KWIs: []KWICode{t.KWI}, Why: t.Why}
		if n := len(out); n > 0 && out[n-1].What == ch.What && out[n-1].Date == ch.Date && out[n-1].Why == ch.Why {
			out[n-1].KWIs = append(out[n-1].KWIs, t.KWI)
			continue
		}
		out = append(out, ch)
	}
	return out
}

// carriedTo is how a KWI stands in a cycle beside the last one that had it.
func carriedTo(y *Cycle, now, last *KWI) []Chapter {
	ch := Chapter{Cycle: y.Name, What: EventCarried, Title: now.Title}
	for _, q := range now.Questions {
		if last.Question(q.Code) == nil {
			ch.More = append(ch.More, q.Code)
		}
	}
	for _, q := range last.Questions {
		if now.Question(q.Code) == nil {
			ch.Fewer = append(ch.Fewer, q.Code)
		}
	}
	out := []Chapter{ch}
	if now.Title != last.Title {
		out = append(out, Chapter{Cycle: y.Name, What: EventRenamed, Title: now.Title, Was: last.Title})
	}
	return out
}

// ended reports whether something ended a KWI before a cycle, which is why it is
// not asked there.
func (c *Client) ended(cycle CycleName, code KWICode) bool {
	ended := false
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if y.Name == cycle {
			break
		}
		ended = ended && y.KWI(code) == nil
		for _, t := range y.Turns {
			if t.KWI == code {
				ended = t.How.Ends()
			}
		}
	}
	return ended
}

// Fate is what ended a KWI that a cycle does not ask, and in which cycle; false
// where it asks it, or nobody noted what became of it.
func (c *Client) Fate(cycle CycleName, code KWICode) (t Turn, in CycleName, ok bool) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		for _, turn := range y.Turns {
			if turn.KWI == code {
				t, in, ok = turn, y.Name, turn.How.Ends()
			}
		}
		if y.Name == cycle {
			return t, in, ok && y.KWI(code) == nil
		}
	}
	return t, in, ok
}

// Origins are the KWIs that go on in one up to a cycle, with what became of each.
func (c *Client) Origins(cycle CycleName, code KWICode) (out []Chapter) {
	for i := range c.Cycles {
		out = append(out, c.Cycles[i].cameFrom(code)...)
		if c.Cycles[i].Name == cycle {
			break
		}
	}
	return out
}
