package account

import "slices"

// Participants are the respondents who take part in a cycle, in the order of
// the client's list: whoever has questions or answers in it and, while it
// runs, whoever has not left and is not excused.
func (c *Client) Participants(y *Cycle) []Respondent {
	return c.those(func(r *Respondent) bool {
		switch {
		case len(y.Assigned[r.Initials]) > 0, y.HasAnswered(r.Initials):
			return true
		case y.Stage == Closed:
			return false
		}
		return y.waitsFor(r)
	})
}

// Awaited are the participants whose list is really expected: not excused and
// not gone.
func (c *Client) Awaited(y *Cycle) []Respondent {
	return slices.DeleteFunc(c.Participants(y), func(r Respondent) bool { return !y.waitsFor(&r) })
}

// Asked are the awaited who have questions, and so get a list.
func (c *Client) Asked(y *Cycle) []Respondent {
	return slices.DeleteFunc(c.Awaited(y), func(r Respondent) bool { return len(y.Assigned[r.Initials]) == 0 })
}

// ToCome are the awaited whose answers are not in yet.
func (c *Client) ToCome(y *Cycle) []Respondent {
	return slices.DeleteFunc(c.Awaited(y), func(r Respondent) bool { return y.HasAnswered(r.Initials) })
}

// ListsAwaited is how many lists a cycle still waits for while it is measured:
// of whoever has questions, is not excused, has not left and has not answered
// them all. A list that is being typed moves every figure with each grade, so it
// is in with its last one, or when somebody says that it is whole as it is, which
// excuses them from the rest. From the session on it goes on with what is in.
func (c *Client) ListsAwaited(y *Cycle) (n int) {
	if y.Common() {
		return 0
	}
	for _, r := range c.Asked(y) {
		if y.Given(r.Initials) < len(y.Assigned[r.Initials]) {
			n++
		}
	}
	return n
}

// InReach are the participants, and those who were excused and could be
// awaited again.
func (c *Client) InReach(y *Cycle) []Respondent {
	in := map[Initials]bool{}
	for _, r := range c.Participants(y) {
		in[r.Initials] = true
	}
	return c.those(func(r *Respondent) bool { return in[r.Initials] || r.Left == "" && y.Excused[r.Initials] != "" })
}

// Staying are the respondents who have not left.
func (c *Client) Staying() []Respondent {
	return c.those(func(r *Respondent) bool { return r.Left == "" })
}

// Taking are who takes part now: whom the newest cycle awaits, or where none
// runs the next one will.
func (c *Client) Taking() []Respondent {
	y := c.Newest()
	if y == nil || y.Stage == Closed {
		y = &Cycle{}
	}
	return c.Awaited(y)
}

// Awaits reports whether a cycle waits for the list of a respondent: they are not
// excused and has not left.
func (c *Client) Awaits(y *Cycle, who Initials) bool {
	r := c.Respondent(who)
	return r != nil && y.waitsFor(r)
}

func (y *Cycle) waitsFor(r *Respondent) bool {
	_, excused := y.Excused[r.Initials]
	return !excused && r.Left == ""
}

// HasAnswered reports whether grades of a respondent are in.
func (y *Cycle) HasAnswered(who Initials) bool { return y.Given(who) > 0 }

// Uninformed are the colleagues who do not know the KWIs of a cycle yet.
func (c *Client) Uninformed(y *Cycle) (out []Initials) {
	for _, m := range c.Colleagues {
		if m.Left == "" && y.Informed[m.Initials] == "" {
			out = append(out, m.Initials)
		}
	}
	return out
}

func (c *Client) those(which func(*Respondent) bool) (out []Respondent) {
	for i := range c.Respondents {
		if !which(&c.Respondents[i]) {
			continue
		}
		if out == nil {
			out = make([]Respondent, 0, len(c.Respondents)-i)
		}
		out = append(out, c.Respondents[i])
	}
	return out
}
