package account

import (
	"math"
	"slices"
)

// rank is where a kind of question stands: own ones first, then whether work
// was noticed, then whether agreements were kept.
func (k QuestionKind) rank() int {
	switch k {
	case Noticed:
		return 1
	case Kept:
		return 2
	}
	return 0
}

// InOrder are the questions of a KWI as they stand on every list and in every
// figure: own, noticed, kept, each in order of number. They are kept in order
// of number alone.
func (k *KWI) InOrder() []Question {
	byRank := func(a, b Question) int { return a.Kind.rank() - b.Kind.rank() }
	if slices.IsSortedFunc(k.Questions, byRank) {
		return k.Questions
	}
	out := slices.Clone(k.Questions)
	slices.SortStableFunc(out, byRank)
	return out
}

// AskedOf are the questions that a respondent was given, in the order in which
// they stand on their list.
func (y *Cycle) AskedOf(who Initials) (out []QuestionCode) {
	for i := range y.KWIs {
		for _, q := range y.KWIs[i].InOrder() {
			if y.IsAssigned(who, q.Code) {
				out = append(out, q.Code)
			}
		}
	}
	return out
}

// NextQuestion is the number that a new question of a kind would take under a
// KWI of a cycle, false where there is none left. While nobody outside has met
// the numbers of a draft, a question takes its place before the standard ones
// that belong behind it, which move on by one; after that none ever changes.
func (c *Client) NextQuestion(y *Cycle, k *KWI, kind QuestionKind) (QuestionCode, bool) {
	if y == nil || k == nil {
		return QuestionCode{}, false
	}
	last := c.lastSerial(k.Code)
	if last == math.MaxUint16 {
		return QuestionCode{}, false
	}
	if i := c.before(y, k, kind); i < len(k.Questions) {
		return k.Questions[i].Code, true
	}
	return QuestionCode{k.Code, last + 1}, true
}

// before is the place of the first of the questions that a new one of a kind
// stands before, and takes the number of; none where numbers are settled.
func (c *Client) before(y *Cycle, k *KWI, kind QuestionKind) int {
	i := len(k.Questions)
	if c.settled(y, k) {
		return i
	}
	for i > 0 && k.Questions[i-1].Kind.rank() > kind.rank() {
		i--
	}
	return i
}

// settled reports whether the numbers of a KWI's questions may have been seen
// outside: drafting is over, something went out or was gone through with
// somebody, or the KWI is older than its cycle or was graded.
func (c *Client) settled(y *Cycle, k *KWI) bool {
	if k.LastSerial > 0 || y.Stage > Draft || len(y.Sent) > 0 || len(y.Sendings) > 0 || len(y.Tested) > 0 || len(y.Confirmed) > 0 {
		return true
	}
	for i := range c.Cycles {
		if z := &c.Cycles[i]; z.Name != y.Name && z.KWI(k.Code) != nil {
			return true
		}
	}
	return slices.ContainsFunc(k.Questions, func(q Question) bool { return y.Graded(q.Code) })
}

// insert puts a question in its place under a KWI. Those that it stands before
// move on to the next number, and whoever judges them with them.
func (c *Client) insert(y *Cycle, k *KWI, q Question) (QuestionCode, bool) {
	last := c.lastSerial(k.Code)
	if last == math.MaxUint16 {
		return QuestionCode{}, false
	}
	at := c.before(y, k, q.Kind)
	free := QuestionCode{k.Code, last + 1}
	k.Questions = slices.Insert(slices.Clone(k.Questions), at, q)
	moved := map[QuestionCode]QuestionCode{}
	for i := at; i < len(k.Questions); i++ {
		next := free
		if i+1 < len(k.Questions) {
			next = k.Questions[i+1].Code
		}
		if i > at {
			moved[k.Questions[i].Code] = next
		}
		k.Questions[i].Code = next
	}
	if k.LastSerial > 0 {
		k.LastSerial = free.Serial // once settled, always settled
	}
	y.renumber(moved)
	return k.Questions[at].Code, true
}

// renumber gives questions other numbers wherever they are assigned.
func (y *Cycle) renumber(moved map[QuestionCode]QuestionCode) {
	for who, codes := range y.Assigned {
		next := slices.Clone(codes)
		for i, q := range next {
			if to, ok := moved[q]; ok {
				next[i] = to
			}
		}
		slices.SortFunc(next, CompareCodes)
		y.Assigned[who] = next
	}
}
