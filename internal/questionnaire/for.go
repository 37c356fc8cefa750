package questionnaire

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
)

// For is the list of one respondent in a cycle: their questions and no others,
// in their own language, or in the language of tag where they have none.
func For(c *account.Client, y *account.Cycle, who account.Initials, from Sender, moment Moment, tag string) List {
	supplier := from.Supplier
	l := List{Moment: moment, Cycle: y.Name, ID: c.ID, Client: c.Name, Approach: c.Approach, Supplier: supplier, Signed: from.Signature(), Who: who, Name: string(who)}
	if r := c.Respondent(who); r != nil {
		l.Function = r.Function
		l.Browser = r.Browser
		if r.Name != "" {
			l.Name = r.Name
		}
		if r.Language != "" {
			tag = r.Language
		}
	}
	words, g := lang.For(tag), guide.For(tag)
	l.Language, l.Salutation, l.Word = words.Tag(), words.Salutation(c.Respondent(who)), strings.TrimSpace(takesOver(c, y, who, words)+"\n\n"+y.PersonalWords[who])
	if moment == Measure {
		l.Done = DoneFor(c, y, who, words)
	}
	l.letter(y, words, g)
	l.Heading = g.MessageIn(c.Approach, guide.ListIntro, supplier)
	l.Grading, l.Weighing, l.Shown, l.Promise = g.Message(guide.ListGrade), g.Message(guide.ListRelevance), g.Message(guide.ListByName), y.Promise()
	if l.Promise == account.ByGroup {
		l.Shown = g.Message(guide.ListByGroup)
	}
	l.Columns = Columns{words.T("list.col.question"), words.T("list.col.grade"), words.T("list.col.relevance")}
	l.KWIs = judged(y, who, g.Message(guide.ListNew))
	l.Remarks = []Ask{
		{Remark, Text, g.Message(guide.ListRemarks)},
		{MayRead, YesNo, g.MessageIn(c.Approach, guide.ListMayRead)},
	}
	l.NPS = []Ask{
		{Score, Scale, g.Message(guide.NPSQuestion, supplier)},
		{Why, Text, g.Message(guide.NPSWhy)},
		{Pleased, Text, g.Message(guide.NPSPleased)},
		{Missed, Text, g.Message(guide.NPSMissed)},
		{Named, YesNo, g.Message(guide.ListMayName)},
	}
	l.Thanks = g.Message(guide.ListThanks, supplier)
	return l
}

// judged are the KWIs under which they were given a question, with those
// questions. They are never bothered with a KWI that is not for them to judge.
func judged(y *account.Cycle, who account.Initials, mark string) (out []KWI) {
	for _, k := range y.KWIs {
		asked := KWI{Code: k.Code, Title: k.Title, Expectation: k.Expectation}
		for _, q := range k.InOrder() {
			if q.Ended != "" || !y.IsAssigned(who, q.Code) {
				continue
			}
			line := Question{Code: q.Code, Text: q.Text}
			if y.IsNew(who, q) {
				line.New = mark
			}
			asked.Questions = append(asked.Questions, line)
		}
		if len(asked.Questions) > 0 {
			out = append(out, asked)
		}
	}
	return out
}
