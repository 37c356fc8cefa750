package account

import (
	"slices"

	"kwi/internal/fault"
)

// DropKWI takes a KWI out of a cycle, for a reason and on a day, as far as
// those are known. It is refused once it was graded there. How it was stays, so
// that it can be seen and taken up again; its code and those of its questions are
// never given to another.
func (c *Client) DropKWI(cycle CycleName, code KWICode, why string, on Date) error {
	return c.endKWI(cycle, Turn{Date: on, KWI: code, How: TurnedDropped, Why: why})
}

// MayEnd is nil where a KWI can be taken out of a cycle.
func (c *Client) MayEnd(cycle CycleName, code KWICode) error {
	y, err := c.running(cycle)
	switch {
	case err != nil:
		return err
	case y.KWI(code) == nil:
		return fault.New(fault.Removed, code.String())
	case y.gradedKWI(code):
		return hasAnswers(y, code.String())
	}
	return nil
}

// gradedKWI reports whether anybody graded a question of a KWI in this cycle.
func (y *Cycle) gradedKWI(code KWICode) bool {
	for _, sheet := range y.Answers {
		if slices.ContainsFunc(sheet, func(a Answer) bool { return a.Question.KWI == code }) {
			return true
		}
	}
	return false
}

// endKWI takes a KWI out of a cycle and keeps how it was and what became of it.
func (c *Client) endKWI(cycle CycleName, t Turn) error {
	if err := checkDay(t.Date); err != nil {
		return err
	}
	if err := c.MayEnd(cycle, t.KWI); err != nil {
		return err
	}
	y := c.Cycle(cycle)
	code, last, serial := t.KWI, c.lastKWI(), c.lastSerial(t.KWI)
	y.lay(*y.KWI(code))
	y.turned(t)
	y.KWIs = slices.DeleteFunc(y.KWIs, func(k KWI) bool { return k.Code == code })
	for who, codes := range y.Assigned {
		y.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { return q.KWI == code })
	}
	y.forget(code)
	for i := range c.Cycles {
		if k := c.Cycles[i].KWI(code); k != nil {
			k.LastSerial = serial // its numbers were given in another cycle, and so are settled
			return nil
		}
	}
	if c.lastInCycles() < last {
		c.LastKWI = last
	}
	for i := range c.Cycles {
		c.Cycles[i].forget(code)
	}
	for i := range c.Caught {
		if c.Caught[i].KWI == code {
			c.Caught[i].KWI = 0
		}
	}
	c.leaveKWI(code)
	return nil
}

// lay puts a KWI that leaves a cycle with those that are gone.
func (y *Cycle) lay(k KWI) {
	g := Gone{KWI: k.clone()}
	for who, codes := range y.Assigned {
		for _, q := range codes {
			if q.KWI == k.Code {
				setMapKey(&g.Assigned, who, append(g.Assigned[who], q))
			}
		}
	}
	for _, n := range y.Notes {
		if n.KWI == k.Code {
			g.Notes = append(g.Notes, n.Text)
		}
	}
	for _, a := range y.Actions {
		if a.KWI == k.Code {
			g.Actions = append(g.Actions, a.Number)
		}
	}
	y.Gone = slices.DeleteFunc(slices.Clone(y.Gone), func(g Gone) bool { return g.KWI.Code == k.Code })
	at, _ := slices.BinarySearchFunc(y.Gone, k.Code, func(g Gone, code KWICode) int { return int(g.KWI.Code) - int(code) })
	y.Gone = slices.Insert(y.Gone, at, g)
}

// turned notes what became of a KWI.
func (y *Cycle) turned(t Turn) { y.Turns = append(slices.Clip(y.Turns), t.clone()) }

// TakeUpKWI asks a KWI again that was taken out of this cycle or of one before
// it, with its code, its words, its questions and who judged them, and with the
// notes and agreements that hung on it and hang on nothing else since. Whoever
// has got a KWI since, or has left, wishes it no more.
func (c *Client) TakeUpKWI(cycle CycleName, code KWICode, why string, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkDay(on); err != nil {
		return err
	}
	if y.KWI(code) != nil {
		return fault.New(fault.Doubled, code.String())
	}
	g, ok := c.LastGone(y.Name, code)
	if !ok {
		return fault.New(fault.Removed, code.String())
	}
	k := g.KWI.clone()
	k.LastSerial = c.lastSerial(code)
	c.wishStill(y, &k)
	k.Questions = k.Asked() // what ended was kept for its answers, which were put aside, or are another cycle's
	for i := range k.Questions {
		k.Questions[i].Added = ""
	}
	y.Gone = slices.DeleteFunc(slices.Clone(y.Gone), func(g Gone) bool { return g.KWI.Code == code })
	at, _ := slices.BinarySearchFunc(y.KWIs, code, func(k KWI, code KWICode) int { return int(k.Code) - int(code) })
	y.KWIs = slices.Insert(slices.Clone(y.KWIs), at, k)
	for _, who := range sortedKeys(g.Assigned) {
		if r := c.Respondent(who); r == nil || r.Left != "" || y.Excused[who] != "" {
			continue
		}
		for _, q := range g.Assigned[who] {
			if k.Question(q) == nil {
				continue
			}
			if err := c.Assign(cycle, who, q, true); err != nil {
				return err
			}
		}
	}
	y.hangAgain(code, g)
	if c.LastKWI != 0 && c.lastInCycles() >= c.LastKWI {
		c.LastKWI = 0
	}
	y.turned(Turn{Date: on, KWI: code, How: TurnedTakenUp, Why: why})
	return nil
}

// hangAgain gives a KWI what hung on it and hangs on nothing since.
func (y *Cycle) hangAgain(code KWICode, g Gone) {
	for i := range y.Notes {
		if n := &y.Notes[i]; n.KWI == 0 && slices.Contains(g.Notes, n.Text) {
			n.KWI = code
		}
	}
	for i := range y.Actions {
		if a := &y.Actions[i]; a.KWI == 0 && slices.Contains(g.Actions, a.Number) {
			a.KWI = code
		}
	}
}

// wishStill leaves a KWI to those who wished it and have no other since.
func (c *Client) wishStill(y *Cycle, k *KWI) {
	lost := func(who Initials) bool {
		r := c.Respondent(who)
		return r == nil || r.Left != "" || y.WishOf(who) != nil
	}
	if k.WishedBy != "" && lost(k.WishedBy) {
		k.WishedBy = ""
	}
	k.Wishes = slices.DeleteFunc(k.Wishes, func(h Wish) bool { return lost(h.By) })
	k.SharedBy = slices.DeleteFunc(k.SharedBy, func(who Initials) bool { return c.Respondent(who) == nil })
}

// LastGone is how a KWI last was that is not asked in a cycle: as it was taken
// out of that one, or of the last before it that knew it.
func (c *Client) LastGone(cycle CycleName, code KWICode) (g Gone, ok bool) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if was := y.GoneKWI(code); was != nil {
			g, ok = *was, true
		} else if k := y.KWI(code); k != nil && y.Name != cycle {
			g, ok = Gone{KWI: *k}, true
			for who, codes := range y.Assigned {
				for _, q := range codes {
					if q.KWI == code {
						setMapKey(&g.Assigned, who, append(g.Assigned[who], q))
					}
				}
			}
		}
		if y.Name == cycle {
			break
		}
	}
	return g, ok
}

// NotAsked are the KWIs that a cycle does not ask and that it, or one before it,
// knew; in order of number.
func (c *Client) NotAsked(cycle CycleName) (out []KWICode) {
	now := c.Cycle(cycle)
	if now == nil {
		return nil
	}
	add := func(code KWICode) {
		if now.KWI(code) == nil && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	for i := range c.Cycles {
		for _, k := range c.Cycles[i].KWIs {
			add(k.Code)
		}
		for _, g := range c.Cycles[i].Gone {
			add(g.KWI.Code)
		}
		if c.Cycles[i].Name == now.Name {
			break
		}
	}
	slices.Sort(out)
	return out
}
