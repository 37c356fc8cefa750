package account

import (
	"slices"

	"kwi/internal/fault"
)

// Splitting is how a KWI becomes two: what the new one is called, and what it
// takes from the other.
type Splitting struct {
	From        KWICode
	Title       string
	Expectation string
	WishedBy    []Initials     // who wishes the new one and no longer the other
	Questions   []QuestionCode // the own questions that go to the new one, under new codes
	Notes       []int          // the notes that do, by their places in the cycle
	Actions     []string       // the agreements that do
	Why         string
	On          Date
	Standard    Standard
}

// SplitKWI makes a new KWI of a part of another one, with the next code. The
// questions that go to it leave the other and get new codes, and remember which
// they were where those may have been seen; both ask whether work was noticed. What
// was graded in this cycle cannot be split.
func (c *Client) SplitKWI(cycle CycleName, s Splitting) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if err := c.maySplit(y, s); err != nil {
		return 0, err
	}
	old := y.KWI(s.From).clone()
	seen := c.settled(y, &old)
	next := KWI{Title: s.Title, Expectation: s.Expectation, Target: old.Target, Made: s.On}
	if err := c.Words(cycle, s.From, func(k *KWI) { next.takeFrom(k, s.WishedBy) }); err != nil {
		return 0, err
	}
	code, err := c.AddKWI(cycle, next, s.Standard)
	if err != nil {
		return 0, err
	}
	if err := c.copyJudges(cycle, old.Standard(Noticed), c.Cycle(cycle).KWI(code).Standard(Noticed)); err != nil {
		return 0, err
	}
	for _, q := range old.Questions {
		if !slices.Contains(s.Questions, q.Code) {
			continue
		}
		if err := c.moveQuestion(cycle, q, code, seen); err != nil {
			return 0, err
		}
	}
	y = c.Cycle(cycle)
	for _, i := range s.Notes {
		if i >= 0 && i < len(y.Notes) && y.Notes[i].KWI == s.From {
			y.Notes[i].KWI = code
		}
	}
	for _, number := range s.Actions {
		if _, a := c.Action(number); a != nil && a.KWI == s.From {
			a.KWI = code
		}
	}
	y.turned(Turn{Date: s.On, KWI: s.From, How: TurnedSplit, Into: []KWICode{code}, Why: s.Why})
	return code, c.keptAfter(cycle, code, s.Standard, s.On)
}

// maySplit refuses a new KWI without a name, one that takes what the other has not,
// and one that was graded.
func (c *Client) maySplit(y *Cycle, s Splitting) error {
	if err := checkDay(s.On); err != nil {
		return err
	}
	if err := c.MayEnd(y.Name, s.From); err != nil {
		return err
	}
	if s.Title == "" {
		return fault.New(fault.Missing)
	}
	k := y.KWI(s.From)
	for _, code := range s.Questions {
		switch q := k.Question(code); {
		case q == nil || q.Kind != Own:
			return fault.New(fault.Removed, code.String())
		case q.Ended != "":
			return fault.New(fault.Ended, code.String())
		}
	}
	for _, who := range s.WishedBy {
		if !k.IsWishOf(who) {
			return fault.New(fault.Removed, string(who))
		}
	}
	return nil
}

// takeFrom makes a KWI the wish of some of those who wished another one, with
// their words; it matters to them no longer more than to others.
func (k *KWI) takeFrom(other *KWI, who []Initials) {
	for _, w := range who {
		k.Wishes = append(k.Wishes, Wish{By: w, Words: other.WordsOf(w)})
	}
	if len(who) == 1 {
		k.Expectation = firstOf(k.Expectation, k.Wishes[0].Words)
		k.WishedBy, k.Wishes = who[0], nil
	}
	gone := func(w Initials) bool { return slices.Contains(who, w) }
	if gone(other.WishedBy) {
		other.WishedBy = ""
	}
	other.Wishes = slices.DeleteFunc(slices.Clone(other.Wishes), func(h Wish) bool { return gone(h.By) })
	other.alone()
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// copyJudges lets whoever judges one question judge another one too.
func (c *Client) copyJudges(cycle CycleName, from, to *Question) error {
	if from == nil || to == nil {
		return nil
	}
	at := to.Code
	for _, who := range c.Cycle(cycle).Judges(from.Code) {
		if err := c.Assign(cycle, who, at, true); err != nil {
			return err
		}
	}
	return nil
}

// moveQuestion asks a question under another KWI, with a new code and the same
// judges.
func (c *Client) moveQuestion(cycle CycleName, q Question, to KWICode, seen bool) error {
	judges := c.Cycle(cycle).Judges(q.Code)
	if err := c.DropQuestion(cycle, q.Code); err != nil {
		return err
	}
	moved := Question{Text: q.Text, Kind: q.Kind}
	if seen {
		moved.From = q.Code
	}
	return c.addFor(cycle, to, moved, judges)
}
