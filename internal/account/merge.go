package account

import (
	"slices"

	"kwi/internal/fault"
)

// Merging is how KWIs become one: which go, into which, and what goes along.
type Merging struct {
	From      []KWICode      // the ones that end
	Into      KWICode        // the one in which they go on, or 0 for a new one
	Title     string         // of a new one
	Along     []QuestionCode // the own questions that are asked on; a question has a new code there
	Notes     bool           // whether notes and ideas go along, else they stay with nothing
	Actions   bool           // whether the agreements that are open go along
	Library   bool           // whether what is attached goes along
	Why       string
	On        Date
	Standard  Standard
	Expecting string // what a new one expects, or "" for the words of those who wished it
}

// MergeKWIs makes several KWIs one, which is the wish of all who wished them, each
// in their own words. The questions that go along get new codes, since a code once
// sent out never changes, and remember which they were. Those that nobody graded
// in this cycle can be merged.
func (c *Client) MergeKWIs(cycle CycleName, m Merging) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if err := c.mayMerge(y, m); err != nil {
		return 0, err
	}
	old := make([]KWI, len(m.From))
	judges := map[QuestionCode][]Initials{}
	for i, code := range m.From {
		old[i] = y.KWI(code).clone()
		for _, q := range old[i].Questions {
			judges[q.Code] = y.Judges(q.Code)
		}
	}
	hung := c.hanging(y, m.From)
	into := m.Into
	if into == 0 {
		into = c.lastKWI() + 1
	}
	for _, code := range m.From {
		if err := c.endKWI(cycle, Turn{Date: m.On, KWI: code, How: TurnedMerged, Into: []KWICode{into}, Why: m.Why}); err != nil {
			return 0, err
		}
	}
	if m.Into == 0 {
		if into, err = c.AddKWI(cycle, KWI{Title: m.Title, Expectation: m.Expecting, Made: m.On, Target: commonTarget(old)}, m.Standard); err != nil {
			return 0, err
		}
	}
	k := c.Cycle(cycle).KWI(into)
	for i := range old {
		k.takeWishes(&old[i])
	}
	k.alone()
	for i := range old {
		if err := c.bringQuestions(cycle, into, &old[i], m, judges); err != nil {
			return 0, err
		}
	}
	if err := c.assignWishers(cycle, into); err != nil {
		return 0, err
	}
	c.hang(c.Cycle(cycle), hung, into, m.Notes, m.Actions, m.Library)
	return into, c.keptAfter(cycle, into, m.Standard, m.On)
}

// mayMerge refuses what is none: of KWIs that are not asked or were graded, of one
// with itself, without a name for a new one.
func (c *Client) mayMerge(y *Cycle, m Merging) error {
	if err := checkDay(m.On); err != nil {
		return err
	}
	least := 1
	if m.Into == 0 {
		least = 2
		if m.Title == "" {
			return fault.New(fault.Missing)
		}
	} else if y.KWI(m.Into) == nil {
		return fault.New(fault.Removed, m.Into.String())
	}
	if len(m.From) < least {
		return fault.New(fault.Missing)
	}
	for i, code := range m.From {
		if code == m.Into || slices.Contains(m.From[:i], code) {
			return fault.New(fault.Doubled, code.String())
		}
		if err := c.MayEnd(y.Name, code); err != nil {
			return err
		}
	}
	return nil
}

// commonTarget is the target of all, or none where they differ.
func commonTarget(old []KWI) Target {
	target := old[0].Target
	for _, k := range old {
		if k.Target != target {
			return 0
		}
	}
	return target
}

// takeWishes makes a KWI the wish of those who wished another one too.
func (k *KWI) takeWishes(other *KWI) {
	var more []Wish
	for _, who := range other.Wishers() {
		more = append(more, Wish{By: who, Words: other.WordsOf(who)})
	}
	if len(more) > 0 {
		k.joined(more...)
	}
	for _, who := range other.SharedBy {
		if !k.IsWishOf(who) && !slices.Contains(k.SharedBy, who) {
			k.SharedBy = append(slices.Clone(k.SharedBy), who)
		}
	}
}

// bringQuestions asks the questions of a KWI that is gone under another one: its
// own as far as they go along, each with whoever judged it, and whoever judged a
// standard one judges that of the other. A question that stands there in the same
// words is not asked twice.
func (c *Client) bringQuestions(cycle CycleName, into KWICode, old *KWI, m Merging, judges map[QuestionCode][]Initials) error {
	for _, q := range old.InOrder() {
		if q.Ended != "" {
			continue // another is asked in its place
		}
		k := c.Cycle(cycle).KWI(into)
		var to QuestionCode
		switch same := k.sameWords(q.Text); {
		case q.Kind == Own && !slices.Contains(m.Along, q.Code):
			continue
		case q.Kind != Own && k.Standard(q.Kind) != nil:
			to = k.Standard(q.Kind).Code
		case q.Kind == Own && same != nil:
			to = same.Code
		default:
			if err := c.addFor(cycle, into, Question{Text: q.Text, Kind: q.Kind, From: q.Code}, judges[q.Code]); err != nil {
				return err
			}
			continue
		}
		for _, who := range judges[q.Code] {
			if err := c.Assign(cycle, who, to, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// addFor asks a question that was another one before: an own one of whoever
// judged that and of nobody else.
func (c *Client) addFor(cycle CycleName, to KWICode, q Question, judges []Initials) error {
	code, err := c.AddQuestion(cycle, to, q)
	if err != nil {
		return err
	}
	for _, who := range c.Cycle(cycle).Judges(code) {
		if q.Kind == Own && !slices.Contains(judges, who) {
			if err := c.Assign(cycle, who, code, false); err != nil {
				return err
			}
		}
	}
	for _, who := range judges {
		if err := c.Assign(cycle, who, code, true); err != nil {
			return err
		}
	}
	return nil
}

// sameWords is the own question of a KWI in these words, or nil.
func (k *KWI) sameWords(text string) *Question {
	for i := range k.Questions {
		if k.Questions[i].Kind == Own && k.Questions[i].Ended == "" && foldWords(k.Questions[i].Text) == foldWords(text) {
			return &k.Questions[i]
		}
	}
	return nil
}

// assignWishers lets who wishes a KWI judge whether work on it was noticed, and
// what else they all can.
func (c *Client) assignWishers(cycle CycleName, code KWICode) error {
	y := c.Cycle(cycle)
	k := y.KWI(code).clone()
	for _, who := range k.Wishers() {
		if r := c.Respondent(who); r == nil || r.Left != "" || y.Excused[who] != "" {
			continue
		}
		for _, q := range k.Asked() {
			if q.Kind != Own {
				if err := c.Assign(cycle, who, q.Code, true); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// keptAfter asks whether agreements were kept where some hang on a KWI and it is
// not asked yet.
func (c *Client) keptAfter(cycle CycleName, code KWICode, std Standard, today Date) error {
	y := c.Cycle(cycle)
	for _, a := range y.Actions {
		if a.KWI == code {
			if err := c.keptJoins(&a, std, today); err != nil {
				return err
			}
		}
	}
	return nil
}
