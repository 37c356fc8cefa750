package account

import (
	"slices"

	"kwi/internal/fault"
)

// Amend does a change that gives other words to what had gone out, and says
// what that means. The same is noted and stays under its code. Another gets a
// code of its own, and whoever judged the old one judges that; the old one
// keeps its words and ends, with the answers that were given to it.
func (c *Client) Amend(as Amends, today Date, by string, change func(*Client) error) error {
	was := c.Clone()
	if err := change(c); err != nil {
		return err
	}
	for _, r := range was.Unsaid(c) {
		y := c.Cycle(r.Cycle)
		noted := Amendment{Date: today, By: by, As: as, What: r.What(), Part: r.Part, Was: r.Was, Now: r.Now}
		if as == OtherOne {
			var err error
			if r.Part == "" {
				noted.To, err = c.replaceQuestion(y, r, today)
			} else {
				noted.To, err = c.replaceKWI(y, was.Cycle(r.Cycle).KWI(r.KWI), today)
			}
			if err != nil {
				return err
			}
		}
		if noted.To != r.What() {
			c.Cycle(r.Cycle).amend(noted)
		}
	}
	return nil
}

// replaceQuestion puts another question in the place of one that got other words.
func (c *Client) replaceQuestion(y *Cycle, r Rewording, today Date) (string, error) {
	k, old := y.KWI(r.KWI), y.Question(r.Question)
	next := Question{Text: old.Text, Kind: old.Kind, Added: today}
	old.Text = r.Was
	judges := y.Judges(r.Question)
	if err := c.endQuestion(y, r.Question, today); err != nil {
		return "", err
	}
	var ok bool
	if next.Code, ok = c.insert(y, k, next); !ok {
		return "", fault.New(fault.BadValue, QuestionCode{r.KWI, 1}.String(), QuestionCode{r.KWI, 1}.String()+", …")
	}
	for _, who := range judges {
		if err := c.Assign(y.Name, who, next.Code, true); err != nil {
			return "", err
		}
	}
	return next.Code.String(), nil
}

// endQuestion lets a question be asked no more in a cycle. Where somebody
// answered it there it stays with their answers, else it leaves the cycle.
func (c *Client) endQuestion(y *Cycle, code QuestionCode, today Date) error {
	if !y.Graded(code) {
		last := c.lastSerial(code.KWI)
		k := y.KWI(code.KWI)
		k.Questions = slices.DeleteFunc(slices.Clone(k.Questions), func(q Question) bool { return q.Code == code })
		k.LastSerial = last // its numbers went out, and so are settled
	} else {
		y.Question(code).Ended = today
	}
	for who, codes := range y.Assigned {
		if !y.Gave(who, code) {
			y.Assigned[who] = slices.DeleteFunc(slices.Clone(codes), func(q QuestionCode) bool { return q == code })
		}
	}
	return nil
}

// replaceKWI puts another KWI in the place of one that got other words, with the
// same questions under codes of their own. Where the old one was answered it is
// refused: what those answers say is said of the old one, and what comes next is
// agreed at the session.
func (c *Client) replaceKWI(y *Cycle, was *KWI, today Date) (string, error) {
	k := y.KWI(was.Code)
	if k == nil || SameWords(k.Title, was.Title) && SameWords(k.Expectation, was.Expectation) {
		return was.Code.String(), nil // with its other part
	}
	next := k.clone()
	next.Questions = next.Asked()
	k.Title, k.Expectation = was.Title, was.Expectation
	judges := map[uint16][]Initials{}
	for _, q := range next.Questions {
		judges[q.Code.Serial] = y.Judges(q.Code)
	}
	about := []*KWICode{}
	for i := range y.Actions {
		about = append(about, &y.Actions[i].KWI)
	}
	for i := range y.Notes {
		about = append(about, &y.Notes[i].KWI)
	}
	for i := range y.Ideas {
		about = append(about, &y.Ideas[i].KWI)
	}
	about = slices.DeleteFunc(about, func(at *KWICode) bool { return *at != was.Code })
	place, last := y.Name, c.lastKWI()
	if last == 65535 {
		return "", fault.New(fault.BadValue, "KWI-65536", "KWI-01 … KWI-65535")
	}
	if err := c.endKWI(place, Turn{Date: today, KWI: was.Code, How: TurnedRenewed, Into: []KWICode{last + 1}}); err != nil {
		return "", err
	}
	next.Code, next.LastSerial, next.Made, c.LastKWI = last+1, 0, today, 0
	questions := next.Questions
	next.Questions = nil
	y.KWIs = append(y.KWIs, next)
	made := y.KWI(next.Code)
	for i, q := range questions {
		judged := judges[q.Code.Serial]
		q.From, q.Code = q.Code, QuestionCode{next.Code, uint16(i + 1)}
		q.Added = ""
		made.Questions = append(made.Questions, q)
		for _, who := range judged {
			if err := c.Assign(place, who, q.Code, true); err != nil {
				return "", err
			}
		}
	}
	for _, at := range about {
		*at = next.Code
	}
	return next.Code.String(), nil
}

// ReplacedBy is the code of the question that is asked in the place of another
// one in a cycle, "" where none is.
func (y *Cycle) ReplacedBy(q QuestionCode) (to string) {
	for _, m := range y.Amendments {
		if m.As == OtherOne && m.What == q.String() {
			to = m.To
		}
	}
	return to
}
