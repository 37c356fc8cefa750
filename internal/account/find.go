package account

import "slices"

// Cycle is the cycle of that name, the newest where name is "", or nil.
func (c *Client) Cycle(name CycleName) *Cycle {
	if name == "" {
		return c.Newest()
	}
	for i := range c.Cycles {
		if c.Cycles[i].Name == name {
			return &c.Cycles[i]
		}
	}
	return nil
}

// Newest is the last cycle, or nil where there is none.
func (c *Client) Newest() *Cycle {
	if len(c.Cycles) == 0 {
		return nil
	}
	return &c.Cycles[len(c.Cycles)-1]
}

// Respondent is the respondent with those initials, or nil.
func (c *Client) Respondent(who Initials) *Respondent {
	for i := range c.Respondents {
		if c.Respondents[i].Initials == who {
			return &c.Respondents[i]
		}
	}
	return nil
}

// Colleague is the supplier's colleague with those initials, or nil.
func (c *Client) Colleague(who Initials) *Colleague {
	for i := range c.Colleagues {
		if c.Colleagues[i].Initials == who {
			return &c.Colleagues[i]
		}
	}
	return nil
}

// KWI is the KWI with that code in this cycle, or nil.
func (y *Cycle) KWI(code KWICode) *KWI {
	for i := range y.KWIs {
		if y.KWIs[i].Code == code {
			return &y.KWIs[i]
		}
	}
	return nil
}

// NameOf is the name of a respondent, or their initials.
func (c *Client) NameOf(who Initials) string {
	if r := c.Respondent(who); r != nil && r.Name != "" {
		return r.Name
	}
	return string(who)
}

// WishOf is the KWI that a respondent wished, alone or with others, or nil.
func (y *Cycle) WishOf(who Initials) *KWI {
	for i := range y.KWIs {
		if y.KWIs[i].IsWishOf(who) && who != "" {
			return &y.KWIs[i]
		}
	}
	return nil
}

// Question is the question with that code in this cycle, or nil.
func (y *Cycle) Question(code QuestionCode) *Question {
	k := y.KWI(code.KWI)
	if k == nil {
		return nil
	}
	return k.Question(code)
}

// Question is the question with that code under this KWI, or nil.
func (k *KWI) Question(code QuestionCode) *Question {
	for i := range k.Questions {
		if k.Questions[i].Code == code {
			return &k.Questions[i]
		}
	}
	return nil
}

// Asked are the questions of this KWI in whose place no other is asked.
func (k *KWI) Asked() (out []Question) {
	for _, q := range k.Questions {
		if q.Ended == "" {
			out = append(out, q)
		}
	}
	return out
}

// Standard is the first question of a kind that is asked under this KWI, or nil.
func (k *KWI) Standard(kind QuestionKind) *Question {
	for i := range k.Questions {
		if k.Questions[i].Kind == kind && k.Questions[i].Ended == "" {
			return &k.Questions[i]
		}
	}
	return nil
}

// IsAssigned reports whether a respondent was given a question to judge.
func (y *Cycle) IsAssigned(who Initials, q QuestionCode) bool {
	_, found := slices.BinarySearchFunc(y.Assigned[who], q, CompareCodes)
	return found
}

// IsNew reports whether a question joined after this respondent's list was
// first sent, so that their list marks it.
func (y *Cycle) IsNew(who Initials, q Question) bool {
	sent := y.Sent[who]
	return q.Added != "" && len(sent) > 0 && q.Added >= sent[0]
}

// OpenAction pairs an action that is still open with the cycle it was agreed
// in, which it never leaves.
type OpenAction struct {
	Cycle  CycleName
	Action Action
}

// OpenActions are the open actions of a cycle and of those before it, oldest
// first.
func (c *Client) OpenActions(upTo CycleName) []OpenAction {
	var out []OpenAction
	for _, y := range c.Cycles {
		for _, a := range y.Actions {
			if a.Status == Open {
				out = append(out, OpenAction{y.Name, a})
			}
		}
		if y.Name == upTo {
			break
		}
	}
	return out
}

// Action is the action of that number with the cycle it belongs to, or nil.
func (c *Client) Action(number string) (*Cycle, *Action) {
	for i := range c.Cycles {
		for j := range c.Cycles[i].Actions {
			if c.Cycles[i].Actions[j].Number == number {
				return &c.Cycles[i], &c.Cycles[i].Actions[j]
			}
		}
	}
	return nil, nil
}
