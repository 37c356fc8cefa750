package account

import (
	"slices"

	"kwi/internal/fault"
)

// Standard holds the wording of the two standard questions, in the client's
// language and with the supplier's name.
type Standard struct{ Noticed, Kept string }

// AddKWI adds what a respondent finds most important as a KWI with the next
// code, and its standard question with it. A respondent has one KWI at most;
// a joint one has no respondent. Who wished it can judge all of it.
func (c *Client) AddKWI(cycle CycleName, k KWI, std Standard) (KWICode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return 0, err
	}
	if y.wishes(k.WishedBy) > 0 {
		return 0, fault.New(fault.OneKWI, string(k.WishedBy), y.wishOf(k.WishedBy))
	}
	k.Code = c.lastKWI() + 1
	k.Questions = nil
	y.KWIs = append(y.KWIs, k)
	if _, err := c.AddQuestion(cycle, k.Code, Question{Kind: Noticed, Text: std.Noticed}); err != nil {
		return 0, err
	}
	return k.Code, nil
}

func (c *Client) lastKWI() KWICode {
	last := c.LastKWI
	for _, y := range c.Cycles {
		for _, k := range y.KWIs {
			last = max(last, k.Code)
		}
	}
	return last
}

// DropKWI takes a KWI out of a cycle. It is refused once it was graded there;
// its code is never given again.
func (c *Client) DropKWI(cycle CycleName, code KWICode) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	for _, sheet := range y.Answers {
		if slices.ContainsFunc(sheet, func(a Answer) bool { return a.Question.KWI == code }) {
			return fault.New(fault.KeepsAnswers, code.String())
		}
	}
	c.LastKWI = c.lastKWI()
	y.KWIs = slices.DeleteFunc(y.KWIs, func(k KWI) bool { return k.Code == code })
	for who, codes := range y.Assigned {
		y.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { return q.KWI == code })
	}
	for i := range y.Notes {
		if y.Notes[i].KWI == code {
			y.Notes[i].KWI = 0
		}
	}
	for i := range y.Actions {
		if y.Actions[i].KWI == code {
			y.Actions[i].KWI = 0
		}
	}
	return nil
}

// AddQuestion adds a question to a KWI with the next number. Who wished the
// KWI can judge its questions; others are asked in the test.
func (c *Client) AddQuestion(cycle CycleName, code KWICode, q Question) (QuestionCode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return QuestionCode{}, err
	}
	k := y.KWI(code)
	if k == nil {
		return QuestionCode{}, fault.New(fault.NotFound, code.String())
	}
	q.Code = QuestionCode{code, c.lastSerial(code) + 1}
	k.Questions = append(k.Questions, q)
	k.LastSerial = 0
	judges := []Initials{}
	switch {
	case q.Kind == Kept:
		if noticed := k.Standard(Noticed); noticed != nil {
			judges = y.Judges(noticed.Code)
		}
	case k.WishedBy != "" && c.Respondent(k.WishedBy) != nil:
		judges = append(judges, k.WishedBy)
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
		if k := c.Cycles[i].KWI(code); k != nil {
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
		return fault.New(fault.NotFound, code.String())
	}
	if q.Kind == Kept {
		return fault.New(fault.KeptStays, code.String())
	}
	for _, sheet := range y.Answers {
		if sheet.Of(code).Grade != 0 {
			return fault.New(fault.KeepsAnswers, code.String())
		}
	}
	k.LastSerial = c.lastSerial(code.KWI)
	k.Questions = slices.DeleteFunc(k.Questions, func(q Question) bool { return q.Code == code })
	for who, codes := range y.Assigned {
		y.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { return q == code })
	}
	return nil
}

// Reword gives a question another wording while it has no answers; after
// that the figures would speak of something else.
func (c *Client) Reword(cycle CycleName, code QuestionCode, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	q := y.Question(code)
	if q == nil {
		return fault.New(fault.NotFound, code.String())
	}
	for _, sheet := range y.Answers {
		if sheet.Of(code).Grade != 0 {
			return fault.New(fault.KeepsAnswers, code.String())
		}
	}
	q.Text = text
	return nil
}

// Words changes the words of a KWI: its title, expectation, why, target and
// who finds it important too. Code, questions and who wished it stay.
func (c *Client) Words(cycle CycleName, code KWICode, change func(*KWI)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	k := y.KWI(code)
	if k == nil {
		return fault.New(fault.NotFound, code.String())
	}
	next := k.clone()
	change(&next)
	next.Code, next.Questions, next.LastSerial = k.Code, k.Questions, k.LastSerial
	if next.WishedBy != k.WishedBy && y.wishes(next.WishedBy) > 0 {
		return fault.New(fault.OneKWI, string(next.WishedBy), y.wishOf(next.WishedBy))
	}
	*k = next
	return nil
}
