package trace

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/internal/text"
)

// longestCrumb is how many signs the name of a KWI in a trail has at most.
const longestCrumb = 24

// crumb is a thing's name in a trail.
func (m *maker) crumb(t Thing) string {
	w := m.Words
	switch t.Kind {
	case Score:
		return text.Shorten(m.called(t.KWI), longestCrumb)
	case Own:
		return string(t.Who)
	case Change:
		return "±"
	case Target:
		return w.T("term.target")
	case Question:
		return t.Question.String()
	case Answer:
		return strings.TrimSpace(string(t.Who) + " " + m.given(t).String())
	case KWI:
		return w.T("trace.crumb.kwi", t.KWI.Short())
	case Note, Visit:
		return w.T("trace.crumb.talk", m.day(t.Date))
	case Action:
		return t.Number
	case Session:
		return w.T("trace.crumb.session", string(t.Cycle))
	case Person:
		return string(t.Who)
	case NPS:
		return w.T("nps.name")
	case Typed:
		return text.Shorten(t.Text, longestCrumb)
	}
	return w.T("trace.crumb." + string(t.Kind))
}

// called is a KWI by its number and title, or with 0 the total.
func (m *maker) called(code account.KWICode) string {
	if code == 0 {
		return m.Words.T("term.total")
	}
	return strings.TrimSpace(code.Short() + " " + text.Line(m.titleOf(code)))
}

// titleOf is the title of a KWI in the cycle that is looked at, or as it was
// last.
func (m *maker) titleOf(code account.KWICode) string {
	if k := m.y.KWI(code); k != nil {
		return k.Title
	}
	return m.Client.KWITitle(code)
}

// person is somebody of either side by name and initials.
func (m *maker) named(who account.Initials) string {
	name := m.Client.NameOf(who)
	if name == "" || name == string(who) {
		return string(who)
	}
	return name + " (" + string(who) + ")"
}

// day is a day as it is said in a line; "" of none.
func (m *maker) day(d account.Date) string {
	if d == "" {
		return m.Words.T("trace.noday")
	}
	return m.Words.ShortDate(d, m.Today)
}

// visitDay is the day of a conversation, with its hour where it has one.
func (m *maker) visitDay(v account.Visit) string {
	if v.Date == "" {
		return m.day("")
	}
	return m.Words.ShortMoment(v.At(), m.Today)
}

// figure is a score as this cycle shows it.
func (m *maker) figure(s score.Sums) string { return m.figureIn(m.y, s) }

func (m *maker) figureIn(y *account.Cycle, s score.Sums) string {
	f := s.Score()
	return m.Words.ScoreBy(y.AnswersBy, int(f), f.OK())
}

// given is the answer that a thing names, as far as it may stand beside a name.
func (m *maker) given(t Thing) account.Answer {
	y := m.Client.Cycle(t.Cycle)
	if y == nil {
		return account.Answer{Question: t.Question}
	}
	return y.Voice(t.Who).Sheet.Of(t.Question)
}

// sums are those of a KWI in a table, or with 0 of all.
func sums(t *score.Table, code account.KWICode) score.Sums {
	if code == 0 {
		return t.Total.Sums
	}
	return t.Line(code).Sums
}

// The things that pages lead to.

func (m *maker) scoreOf(code account.KWICode, in account.CycleName) Thing {
	return Thing{Kind: Score, KWI: code, Cycle: in}
}

func (m *maker) kwiRow(code account.KWICode, in account.CycleName) Row {
	row := Row{Text: m.called(code), To: Thing{Kind: KWI, KWI: code, Cycle: in}}
	if y := m.Client.Cycle(in); y != nil && y.KWI(code) != nil {
		row.Text = strings.TrimSpace(code.Short() + " " + text.Line(y.KWI(code).Title))
		if words := text.Line(y.KWI(code).Expectation); words != "" {
			row.Text += ": " + m.quoted(words)
		}
	}
	return row
}

func (m *maker) personRow(who account.Initials) Row {
	row := Row{Text: m.named(who), To: Thing{Kind: Person, Who: who, Cycle: m.y.Name}}
	if r := m.Client.Respondent(who); r == nil {
		row.To = Thing{} // a colleague, or somebody who was erased
	} else if r.Function != "" {
		row.Text += ", " + r.Function
	}
	return row
}

func (m *maker) questionRow(y *account.Cycle, q account.Question) Row {
	return Row{Text: q.Code.String() + " " + text.Line(q.Text), To: Thing{Kind: Question, Question: q.Code, KWI: q.Code.KWI, Cycle: y.Name}}
}

func (m *maker) answerRow(y *account.Cycle, who account.Initials, a account.Answer, words string) Row {
	return Row{Text: words, Right: answered(a), To: Thing{Kind: Answer, Who: who, Question: a.Question, KWI: a.Question.KWI, Cycle: y.Name}}
}

// answered is a grade with its sign, so that grades stand under each other.
func answered(a account.Answer) string {
	if a.Relevance.Sign() == "" {
		return a.String() + " "
	}
	return a.String()
}

func (m *maker) actionRow(a account.Action, in account.CycleName) Row {
	status := m.Words.T("status." + string(a.Status))
	switch {
	case a.Overdue(account.Moment(m.Today)):
		status = m.Words.T("trace.overdue", m.Words.ShortMoment(a.Due, m.Today))
	case a.Status == account.Open && a.Due != "":
		status = m.Words.T("trace.due", m.Words.ShortMoment(a.Due, m.Today))
	case a.Status == account.Done && a.Done != "":
		status = m.Words.T("trace.done", m.day(a.Done))
	}
	return Row{Text: a.Number + " " + text.Line(a.Text), Right: status, To: Thing{Kind: Action, Number: a.Number, Cycle: in}}
}

func (m *maker) noteRow(y *account.Cycle, n account.Note) Row {
	return Row{Text: m.Words.T("trace.talk", m.named(n.With), m.day(n.Date)) + ": " + m.quoted(n.Text),
		To: Thing{Kind: Note, Who: n.With, Date: n.Date, Text: n.Text, Of: string(n.Topic), Cycle: y.Name}}
}

func (m *maker) visitRow(y *account.Cycle, v account.Visit) Row {
	row := Row{Text: m.Words.T("trace.talk", m.named(v.With), m.visitDay(v)), To: Thing{Kind: Visit, Who: v.With, Date: v.Date, Text: v.Note, Of: string(v.By), Cycle: y.Name}}
	if words := text.Line(v.Note); words != "" {
		row.Text += ": " + m.quoted(words)
	}
	return row
}

func (m *maker) ideaRow(y *account.Cycle, i account.Idea, session bool) Row {
	t := Thing{Kind: Idea, Text: i.Text, Cycle: y.Name}
	from := m.Words.T("trace.idea")
	switch {
	case session:
		t.Of, from = inSession, m.Words.T("trace.idea.session", string(y.Name))
	case i.By != "":
		from = m.Words.T("trace.idea.by", i.By)
	}
	return Row{Text: from + ": " + m.quoted(i.Text), To: t}
}

func (m *maker) findingRow(y *account.Cycle, d account.Finding) Row {
	from := m.Words.T("trace.finding")
	if d.By != "" {
		from = m.Words.T("trace.finding.by", d.By)
	}
	return Row{Text: from + ": " + m.quoted(d.Text), To: Thing{Kind: Finding, Text: d.Text, Of: string(d.Part), Number: d.By, Cycle: y.Name}}
}

func (m *maker) sessionRow(y *account.Cycle) Row {
	row := Row{Text: m.Words.T("trace.session", string(y.Name)), To: Thing{Kind: Session, Cycle: y.Name}}
	if y.Session != "" {
		row.Right = m.day(y.Session)
	}
	return row
}

// quoted is foreign words in a line.
func (m *maker) quoted(words string) string { return "“" + text.Line(words) + "”" }

// lastWith is the last cycle that has a KWI.
func (m *maker) lastWith(code account.KWICode) (in account.CycleName) {
	for i := range m.Client.Cycles {
		if m.Client.Cycles[i].KWI(code) != nil {
			in = m.Client.Cycles[i].Name
		}
	}
	return in
}
