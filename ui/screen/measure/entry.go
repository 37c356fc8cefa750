package measure

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// key types into the cell in hand: a digit is a grade, 0 is 10, < and > are
// its relevance, space goes on. Every key leaves a whole answer behind, so
// that nothing is lost whatever comes next.
func (s entrySheet) key(f *kit.Frame, k tea.KeyPressMsg) (*entrySheet, kit.Outcome) {
	name := k.String()
	if k.Text != "" && k.Text != " " {
		if name = text.Narrow(k.Text); len(name) > 1 && strings.Trim(name, "0123456789<>") == "" {
			return s.keys(f, name)
		}
	}
	if s.other = s.other.saw(k.Text); s.other.on && k.Text != "" {
		return &s, kit.Refuses(f.T("measure.words"))
	}
	if s.went && (keys.Has(keys.Less, name) || keys.Has(keys.More, name) || keys.Has(keys.Neutral, name)) {
		return s.stepBack(f).key(f, k)
	}
	if s.typed == "1" && !f.GradesWait && len(name) == 1 && name >= "1" && name <= "9" && s.at < len(f.Y().AskedOf(s.who))-1 && f.Y().Stage != account.Closed {
		next, _ := s.move(f, 1) // 1 is a grade, and this is the next one
		return next.key(f, k)
	}
	q, ok := s.question(f)
	if !ok {
		return &s, kit.Outcome{}
	}
	stood := s.elsewhere(f, q)
	if s.stale(f, q) {
		s.typed = ""
	}
	s.fresh = s.typed == ""
	grade, sign := splitGrade(s.typed)
	if s.typed == "" {
		a, _ := s.mine.Grade(f.Y(), s.who, q)
		grade, sign = a.Grade.String(), a.Relevance.Sign()
	}
	switch {
	case keys.Has(keys.Toggle, name) && s.went:
		s.went = false
		return &s, kit.Outcome{}
	case keys.Has(keys.Toggle, name):
		return s.move(f, 1)
	case keys.Has(keys.Less, name):
		sign = toggleRelevance(sign, "<")
	case keys.Has(keys.More, name):
		sign = toggleRelevance(sign, ">")
	case keys.Has(keys.Neutral, strings.ToLower(name)):
		sign = ""
	case name == "0" && s.typed == "1":
		grade, sign = "10", ""
	case name == "0":
		grade, sign = "10", ""
	case len(name) == 1 && name >= "1" && name <= "9":
		grade, sign = name, ""
	default:
		if k.Text == "" {
			return &s, kit.Outcome{}
		}
		return &s, kit.Refuses(f.T("measure.nograde", cells.Line(k.Text, 10)))
	}
	if grade == "" {
		return &s, kit.Refuses(f.T("measure.gradefirst"))
	}
	s.typed, s.went = grade+sign, false
	next, out := s.keep(f)
	if stood != "" && out.Notice == "" {
		out.Notice, out.Stays = stood, true
	}
	if !out.Bad {
		next.goOn(f)
	}
	return next, out
}

// keys types several signs that came as one key, as from a keyboard of full
// width.
func (s entrySheet) keys(f *kit.Frame, all string) (*entrySheet, kit.Outcome) {
	now, out := &s, kit.Outcome{}
	for _, r := range all {
		now.burst = true
		now, out = now.key(f, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if now.burst = false; !out.Bad {
		now.goOn(f)
	}
	return now, out
}

// toggleRelevance is the relevance after its key: once sets it, once more takes it off.
func toggleRelevance(now, sign string) string {
	if now == sign {
		return ""
	}
	return sign
}

func splitGrade(typed string) (grade, sign string) {
	grade = strings.TrimRight(typed, "<>")
	return grade, typed[len(grade):]
}

// keep makes what is typed an answer. On a closed cycle that waits until the
// cell is left, because it asks for a reason.
func (s entrySheet) keep(f *kit.Frame) (*entrySheet, kit.Outcome) {
	q, _ := s.question(f)
	if s.fresh {
		s.mine = s.mine.Begun(f.Y(), s.who, q)
	}
	s.fresh = false
	if g, r, ok := account.ParseGrade(s.typed); ok {
		s.goes = account.Answer{Question: q, Grade: g, Relevance: r}
		s.mine = s.mine.Graded(s.goes)
	}
	if f.Y().Stage == account.Closed {
		return &s, kit.Outcome{}
	}
	return &s, s.answer(f, q, s.typed)
}

// settle keeps what a closed cycle has waiting in the cell.
func (s *entrySheet) settle(f *kit.Frame) kit.Outcome {
	q, ok := s.question(f)
	if !ok || s.typed == "" || f.Y().Stage != account.Closed {
		return kit.Outcome{}
	}
	out := s.answer(f, q, s.typed)
	s.typed = ""
	return out
}

func (s *entrySheet) question(f *kit.Frame) (account.QuestionCode, bool) {
	questions := f.Y().AskedOf(s.who)
	if s.at < 0 || s.at >= len(questions) {
		return account.QuestionCode{}, false
	}
	return questions[s.at], true
}

func (s *entrySheet) answer(f *kit.Frame, q account.QuestionCode, typed string) kit.Outcome {
	g, r, ok := account.ParseGrade(typed)
	if !ok {
		return kit.Refuses(f.T("measure.nograde", typed))
	}
	name, who, today := f.Y().Name, s.who, f.Today
	a := account.Answer{Question: q, Grade: g, Relevance: r}
	if f.Y().Holds(who, a) {
		return kit.Outcome{}
	}
	stood, _ := s.mine.Grade(f.Y(), who, q)
	change := a.ChangeFrom(stood)
	return kit.Outcome{Change: &hand.Change{
		Label: kit.Label("measure.label.grade", q.String(), string(who)),
		Group: "grade/" + q.String() + "#" + f.Words.Int(s.visit),
		Apply: func(c *account.Client) error { return c.EditAnswer(name, who, q, today, "", change) },
	}}
}

// clear takes the relevance off, and then the answer away.
func (s entrySheet) clear(f *kit.Frame) (*entrySheet, kit.Outcome) {
	q, ok := s.question(f)
	if !ok || !f.Y().Gave(s.who, q) && s.typed == "" {
		return &s, kit.Outcome{}
	}
	if a, _ := s.mine.Grade(f.Y(), s.who, q); a.Relevance != account.Neutral {
		s.typed = a.Grade.String()
		return s.keep(f)
	}
	s.typed = ""
	name, who, today := f.Y().Name, s.who, f.Today
	return &s, kit.Changes(kit.Label("measure.label.cleared", q.String(), string(who)), func(c *account.Client) error {
		return c.Answer(name, who, account.Answer{Question: q}, today)
	})
}

// paste fills cells from the one in hand on, all or none, each in its place: an
// empty one and a word for no answer leave the question as it is.
func (s entrySheet) paste(f *kit.Frame, pasted string) (*entrySheet, kit.Outcome) {
	cells := questionnaire.SplitPaste(pasted)
	questions := f.Y().AskedOf(s.who)
	if len(cells) > len(questions)-s.at {
		return &s, kit.Refuses(f.T("measure.paste.many", len(cells), len(questions)-s.at))
	}
	var answers []account.Answer
	for i, cell := range cells {
		a, why, ok := questionnaire.ReadGrade(cell.Grade, cell.Relevance)
		if !ok || why.Ground == questionnaire.Ungraded {
			return &s, kit.Refuses(f.T("measure.paste.bad", i+1, questions[s.at+i].String(), why.Say(f.Words)))
		}
		if a.Grade != 0 {
			a.Question = questions[s.at+i]
			answers = append(answers, a)
		}
	}
	if len(answers) == 0 {
		return &s, kit.Refuses(f.T("measure.paste.none"))
	}
	for _, a := range answers {
		s.mine = s.mine.Graded(a)
	}
	name, who, today := f.Y().Name, s.who, f.Today
	out := kit.Changes(kit.Label("measure.label.pasted", f.Words.Int(len(answers)), string(who)), func(c *account.Client) error {
		for _, a := range answers {
			if err := c.Answer(name, who, a, today); err != nil {
				return err
			}
		}
		return nil
	})
	if open := len(cells) - len(answers); open > 0 {
		out.Notice = f.N("measure.paste.open", open)
	}
	next, _ := s.move(f, len(cells))
	return next, out
}
