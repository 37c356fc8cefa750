package account

import (
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// AddQuestion adds a question to a KWI with the number of NextQuestion; each of
// the standard ones only once. Who wished the KWI can judge its questions, and who
// judges whether work was noticed also whether agreements were kept; others
// are asked in the test.
func (c *Client) AddQuestion(cycle CycleName, code KWICode, q Question) (QuestionCode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return QuestionCode{}, err
	}
	k := y.KWI(code)
	if k == nil {
		return QuestionCode{}, fault.New(fault.Removed, code.String())
	}
	if q.Kind == "" {
		q.Kind = Own
	}
	if q.Kind != Own && k.Standard(q.Kind) != nil {
		return QuestionCode{}, fault.New(fault.Doubled, k.Standard(q.Kind).Code.String())
	}
	var judges []Initials
	noticed := k.Standard(Noticed)
	switch {
	case q.Kind == Kept && noticed != nil:
		judges = y.Judges(noticed.Code)
	default:
		judges = slices.DeleteFunc(k.Wishers(), func(who Initials) bool { return c.Respondent(who) == nil })
	}
	var ok bool
	if q.Code, ok = c.insert(y, k, q); !ok {
		return QuestionCode{}, fault.New(fault.BadValue, strconv.Itoa(int(code))+".65536", QuestionCode{code, 1}.String()+", …")
	}
	for _, who := range judges {
		if err := c.Assign(cycle, who, q.Code, true); err != nil {
			return QuestionCode{}, err
		}
	}
	return q.Code, nil
}

func (c *Client) lastSerial(code KWICode) (last uint16) {
	for i := range c.Cycles {
		k := c.Cycles[i].KWI(code)
		if g := c.Cycles[i].GoneKWI(code); g != nil && k == nil {
			k = &g.KWI
		}
		if k != nil {
			last = max(last, k.LastSerial)
			for _, q := range k.Questions {
				last = max(last, q.Code.Serial)
			}
		}
	}
	return last
}

// DropQuestion takes a question out of a cycle. It is refused once it was
// graded there, and for a question on agreements, which never vanishes.
func (c *Client) DropQuestion(cycle CycleName, code QuestionCode) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	k, q := y.KWI(code.KWI), y.Question(code)
	if q == nil {
		return fault.New(fault.Removed, code.String())
	}
	if q.Kind == Kept {
		return fault.New(fault.KeptStays, code.String())
	}
	for _, sheet := range y.Answers {
		if sheet.Of(code).Grade != 0 {
			return hasAnswers(y, code.String())
		}
	}
	last := c.lastSerial(code.KWI)
	k.Questions = slices.DeleteFunc(k.Questions, func(q Question) bool { return q.Code == code })
	if c.lastSerial(code.KWI) < last {
		k.LastSerial = last
	}
	for who, codes := range y.Assigned {
		y.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { return q == code })
	}
	return nil
}

// Reword gives a question other words. Where it had gone out it must be said
// whether it is still the same, see Unsaid and Amend.
func (c *Client) Reword(cycle CycleName, code QuestionCode, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	q := y.Question(code)
	switch {
	case q == nil:
		return fault.New(fault.Removed, code.String())
	case q.Ended != "":
		return fault.New(fault.Ended, code.String())
	}
	q.Text = text
	return nil
}
