package measure

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// key types into the cell in hand: a digit is a grade, 0 is 10, < and > are
// its relevance, space goes on. Every key leaves a whole answer behind, so
// that nothing is lost whatever comes next.
func (s sheet) key(f *kit.Frame, k tea.KeyPressMsg) (*sheet, kit.Outcome) {
	name := k.String()
	q, ok := s.question(f)
	if !ok {
		return &s, kit.Outcome{}
	}
	grade, sign := split(s.typed)
	if s.typed == "" {
		a, _ := s.mine.Grade(f.Y(), s.who, q)
		grade, sign = a.Grade.String(), a.Relevance.Sign()
	}
	switch {
	case name == "space":
		return s.move(f, 1)
	case name == "<" || name == ",":
		sign = other(sign, "<")
	case name == ">" || name == ".":
		sign = other(sign, ">")
	case name == "n" || name == "N" || name == "=":
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
		return &s, kit.Refuses(f.T("measure.nograde", kit.Line(k.Text, 10)))
	}
	if grade == "" {
		return &s, kit.Refuses(f.T("measure.gradefirst"))
	}
	s.typed = grade + sign
	return s.keep(f)
}

// other is the relevance after its key: once sets it, once more takes it off.
func other(now, sign string) string {
	if now == sign {
		return ""
	}
	return sign
}

func split(typed string) (grade, sign string) {
	grade = strings.TrimRight(typed, "<>")
	return grade, typed[len(grade):]
}

// keep makes what is typed an answer. On a closed cycle that waits until the
// cell is left, because it asks for a reason.
func (s sheet) keep(f *kit.Frame) (*sheet, kit.Outcome) {
	q, _ := s.question(f)
	if g, r, ok := account.ParseGrade(s.typed); ok {
		s.mine.Graded(account.Answer{Question: q, Grade: g, Relevance: r})
	}
	if f.Y().Stage == account.Closed {
		return &s, kit.Outcome{}
	}
	return &s, s.answer(f, q, s.typed)
}

// settle keeps what a closed cycle has waiting in the cell.
func (s *sheet) settle(f *kit.Frame) kit.Outcome {
	q, ok := s.question(f)
	if !ok || s.typed == "" || f.Y().Stage != account.Closed {
		return kit.Outcome{}
	}
	out := s.answer(f, q, s.typed)
	s.typed = ""
	return out
}

func (s *sheet) question(f *kit.Frame) (account.QuestionCode, bool) {
	questions := f.Y().Assigned[s.who]
	if s.at < 0 || s.at >= len(questions) {
		return account.QuestionCode{}, false
	}
	return questions[s.at], true
}

func (s *sheet) answer(f *kit.Frame, q account.QuestionCode, typed string) kit.Outcome {
	g, r, ok := account.ParseGrade(typed)
	if !ok {
		return kit.Refuses(f.T("measure.nograde", typed))
	}
	name, who, today := f.Y().Name, s.who, f.Today
	a := account.Answer{Question: q, Grade: g, Relevance: r}
	if f.Y().Holds(who, a) {
		return kit.Outcome{}
	}
	return kit.Outcome{Change: &hand.Change{
		Label: kit.Label("measure.label.grade", q.String(), string(who)),
		Group: "grade/" + q.String() + "#" + f.Words.Int(s.visit),
		Apply: func(c *account.Client) error { return c.Answer(name, who, a, today) },
	}}
}

// clear takes the relevance off, and then the answer away.
func (s sheet) clear(f *kit.Frame) (*sheet, kit.Outcome) {
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

// paste fills cells from the one in hand on, all or none: answers with white
// space, commas or semicolons between them, and – for a cell to skip.
func (s sheet) paste(f *kit.Frame, text string) (*sheet, kit.Outcome) {
	tokens := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n;,|", r) })
	questions := f.Y().Assigned[s.who]
	if len(tokens) == 0 {
		return &s, kit.Outcome{}
	}
	if len(tokens) > len(questions)-s.at {
		return &s, kit.Refuses(f.T("measure.paste.many", len(tokens), len(questions)-s.at))
	}
	var answers []account.Answer
	for i, token := range tokens {
		if token == "–" || token == "-" || token == "_" {
			continue
		}
		if token[0] == '0' {
			token = "10" + token[1:]
		}
		g, r, ok := account.ParseGrade(token)
		if !ok {
			return &s, kit.Refuses(f.T("measure.paste.bad", kit.Line(token, 20), i+1))
		}
		answers = append(answers, account.Answer{Question: questions[s.at+i], Grade: g, Relevance: r})
	}
	for _, a := range answers {
		s.mine.Graded(a)
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
	next, _ := s.move(f, len(tokens))
	return next, out
}
