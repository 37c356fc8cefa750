package presenter

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// In the simple approach the session is a dialogue of two people: looking back,
// the grades beside those of last time, what is agreed on, and in the end the
// value question anew. There is no agenda to keep and nobody to count votes of.

// dialogue are the pages of it.
func dialogue(f *kit.Frame, y *account.Cycle) (out []page) {
	out = append(out, page{account.Welcome, presentPage, ""})
	out = append(out, pagesOf(f, y, account.LookBack)...)
	if !y.Common() {
		return out
	}
	if who, ok := contact(f, y); ok {
		for _, q := range y.AskedOf(who) {
			if y.Gave(who, q) {
				out = append(out, page{account.Result, gradePage, q.String()})
			}
		}
	} else {
		out = append(out, pagesOf(f, y, account.Result)...)
	}
	out = append(out, pagesOf(f, y, account.Closing)...)
	return append(out, page{account.Closing, valuePage, ""})
}

// contact is the one whose grades may be seen here, where there is only one.
func contact(f *kit.Frame, y *account.Cycle) (account.Initials, bool) {
	people := f.Client.Participants(y)
	if len(people) != 1 || !y.Voice(people[0].Initials).Grades {
		return "", false
	}
	return people[0].Initials, true
}

// graded is a question with its grade now and the one before it.
func graded(f *kit.Frame, p page) []large.Block {
	y := f.Y()
	who, ok := contact(f, y)
	code, is := account.ParseQuestionCode(p.of)
	if q := y.Question(code); ok && is && q != nil {
		notes := []string{f.T("meet.session.grade.now", y.Voice(who).Sheet.Of(code).String())}
		if was, _ := f.Client.LastGrade(y.Name, who, code); was.Grade != 0 {
			notes = append(notes, f.T("meet.session.grade.before", was.String()))
		}
		return []large.Block{large.Title(f.Theme, code.String()), large.Words(f.Theme, q.Text, f.Scale), about(f, notes, nil)}
	}
	return nil
}

// valueQuestion is the question that the next round begins with.
func valueQuestion(f *kit.Frame) large.Block {
	return large.Words(f.Theme, "“"+guide.For(f.Words.Tag()).ValueQuestion().Question+"”", f.Scale)
}
