package account

import (
	"slices"
	"strconv"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// Assign notes that a respondent can judge a question, or that they cannot. An
// answer that they gave keeps the question with them.
func (c *Client) Assign(cycle CycleName, who Initials, q QuestionCode, can bool) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(who) == nil || y.Question(q) == nil {
		return fault.New(fault.Removed, string(who)+" "+q.String())
	}
	codes := y.Assigned[who]
	i, found := slices.BinarySearchFunc(codes, q, CompareCodes)
	switch {
	case can && !found && y.Question(q).Ended != "":
		return fault.New(fault.Ended, q.String())
	case can && !found:
		if n := c.seats(y, who); len(codes) == 0 && n > MostRespondents {
			return tooMany(n)
		}
		setMapKey(&y.Assigned, who, slices.Insert(slices.Clone(codes), i, q))
	case !can && found:
		if y.Answers[who].Of(q).Grade != 0 {
			return hasAnswers(y, string(who)+" "+q.String())
		}
		y.Assigned[who] = slices.Delete(slices.Clone(codes), i, i+1)
	}
	return nil
}

// seats is how many judge in a cycle, and would with these people: at most eight.
// Who has left holds no seat where somebody took over from them, who has theirs,
// or where they have answered nothing.
func (c *Client) seats(y *Cycle, also ...Initials) (n int) {
	judges := func(who Initials) bool { return len(y.Assigned[who]) > 0 || slices.Contains(also, who) }
	for who := range y.Assigned {
		if r := c.Respondent(who); !judges(who) || r != nil && r.Left != "" && (!y.HasAnswered(who) || c.followed(who, judges)) {
			continue
		}
		n++
	}
	for _, who := range also {
		if _, there := y.Assigned[who]; !there {
			n++
		}
	}
	return n
}

// followed reports whether somebody of these took over from a respondent.
func (c *Client) followed(who Initials, which func(Initials) bool) bool {
	return slices.ContainsFunc(c.Respondents, func(r Respondent) bool { return r.Follows == who && which(r.Initials) })
}

// Answer keeps a respondent's answer to a question that they can judge, or with
// grade 0 takes it away. The first answer dates the return of their list, and
// without any the list is out again. Another grade than the one that was told
// is a correction, as EditAnswer has it.
func (c *Client) Answer(cycle CycleName, who Initials, a Answer, today Date) error {
	return c.EditAnswer(cycle, who, a.Question, today, "", func(now *Answer) { *now = a })
}

// EditAnswer changes a part of a respondent's answer to a question and leaves
// the rest as it is kept: grade and relevance may be typed in two windows. Once
// the outcome was told, whatever changes an answer leaves a correction with why
// it was changed, whichever way it comes in.
func (c *Client) EditAnswer(cycle CycleName, who Initials, q QuestionCode, today Date, why string, change func(*Answer)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	was := y.Answers[who].Of(q)
	a := was
	change(&a)
	if a.Question = q; a.Grade == 0 {
		a.Relevance = Neutral // of no answer
	}
	if a.Grade > 10 || a.Relevance > More {
		return fault.New(fault.Grade, a.String())
	}
	if !y.IsAssigned(who, q) {
		return fault.New(fault.NotAssigned, string(who), q.String())
	}
	y.keepAnswer(who, a, today)
	if was != a && y.Common() {
		y.noteRegrade(who, was, a, today, why)
	}
	return nil
}

func (y *Cycle) keepAnswer(who Initials, a Answer, today Date) {
	sheet := y.Answers[who].With(a)
	if len(sheet) == 0 {
		delete(y.Answers, who)
		delete(y.Answered, who)
		delete(y.AnsweredInTalk, who)
		delete(y.AnsweredByPhone, who)
		return
	}
	setMapKey(&y.Answers, who, sheet)
	if y.Answered[who] == "" {
		setMapKey(&y.Answered, who, today)
	}
}

// AnswerNPS keeps a respondent's answer to the recommendation question, or
// with nil takes it away.
func (c *Client) AnswerNPS(cycle CycleName, who Initials, n *NPS) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	if n == nil {
		delete(y.NPS, who)
		return nil
	}
	if n.Score < 0 || n.Score > 10 {
		return fault.New(fault.BadValue, strconv.Itoa(n.Score), "0–10")
	}
	said := *n
	said.Anonymous = said.Anonymous || said.NameUnasked
	setMapKey(&y.NPS, who, said)
	return nil
}

// EditNPS changes a part of a respondent's answer to the recommendation
// question and leaves the rest as it is kept.
func (c *Client) EditNPS(cycle CycleName, who Initials, change func(*NPS)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	n, given := y.NPS[who]
	if !given {
		n = NPS{Anonymous: true, NameUnasked: true}
	}
	change(&n)
	return c.AnswerNPS(cycle, who, &n)
}

// EditRemark changes a respondent's remark, or whether it may be read out, and
// leaves the other as it is kept. Somebody's yes to reading it out is to the
// words that they knew: other words are not released with it.
func (c *Client) EditRemark(cycle CycleName, who Initials, change func(*Remark)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	was := Remark{y.Remarks[who], y.IsReleased(who)}
	r := was
	change(&r)
	if was.Released && was.Text != "" && text.Line(r.Text) != text.Line(was.Text) {
		r.Released = false
	}
	return c.Remark(cycle, who, r.Text, r.Released)
}

// Remark keeps what a respondent wrote below their list and whether it may be
// read out; a remark that is not there yet may not.
func (c *Client) Remark(cycle CycleName, who Initials, text string, released bool) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	if text == "" {
		delete(y.Remarks, who)
	} else {
		setMapKey(&y.Remarks, who, text)
	}
	y.Released = slices.DeleteFunc(slices.Clone(y.Released), func(i Initials) bool { return i == who })
	if released && text != "" {
		y.Released = append(y.Released, who)
		slices.Sort(y.Released)
	}
	return nil
}
