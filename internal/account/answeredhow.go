package account

import "kwi/internal/fault"

// AnswerInTalk notes the day on which a respondent's list was answered in a
// conversation, or with "" that it came back by itself. Somebody who answered
// nothing did not answer there either.
func (c *Client) AnswerInTalk(cycle CycleName, who Initials, on Date) error {
	return c.answerHow(cycle, who, on, func(y *Cycle) *map[Initials]Date { return &y.AnsweredInTalk })
}

// AnswerByPhone notes the day on which a respondent gave their answers at the
// telephone, or with "" that they did not, as AnswerInTalk has it of a talk.
func (c *Client) AnswerByPhone(cycle CycleName, who Initials, on Date) error {
	return c.answerHow(cycle, who, on, func(y *Cycle) *map[Initials]Date { return &y.AnsweredByPhone })
}

func (c *Client) answerHow(cycle CycleName, who Initials, on Date, how func(*Cycle) *map[Initials]Date) error {
	y, err := c.told(cycle, who)
	switch {
	case err != nil:
		return err
	case on != "" && !on.Valid():
		return fault.New(fault.BadDate, string(on))
	case on != "" && len(y.Answers[who]) == 0:
		return fault.New(fault.Missing)
	}
	noteDay(how(y), who, on)
	return nil
}

// AnsweredHow is how a respondent's answers came in beside the list: in a talk, at
// the telephone, or in neither, and on which day. That they were given with one of
// us there colours them, whatever came in later.
func (y *Cycle) AnsweredHow(who Initials) (Way, Date) {
	talk, phone := y.AnsweredInTalk[who], y.AnsweredByPhone[who]
	switch {
	case talk != "" && talk >= phone:
		return InTalk, talk
	case phone != "":
		return ByPhone, phone
	}
	return "", ""
}

// CameLater reports whether a list came in after answers that were given in a talk
// or at the telephone.
func (y *Cycle) CameLater(who Initials) bool {
	_, on := y.AnsweredHow(who)
	return on != "" && y.Answered[who] > on
}

// Return dates the return of a respondent's list anew, which came once more. That
// there were answers from a talk before stays known.
func (c *Client) Return(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	noteDay(&y.Answered, who, on)
	return nil
}
