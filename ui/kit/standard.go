package kit

import (
	"kwi/internal/account"
	"kwi/internal/guide"
)

// Standard is the wording of the two standard questions for this client: with
// the supplier's name, in the language of the sponsor, else of the first
// respondent who has one, else of the screen.
func Standard(f *Frame) account.Standard {
	tag := f.Words.Tag()
	for _, r := range f.Client.Respondents {
		if r.Language != "" {
			tag = r.Language
			break
		}
	}
	if r := f.Client.Respondent(f.Client.Sponsor); r != nil && r.Language != "" {
		tag = r.Language
	}
	g := guide.For(tag)
	return account.Standard{
		Noticed: g.Message(guide.QuestionNoticed, f.Supplier),
		Kept:    g.Message(guide.QuestionKept, f.Supplier),
	}
}
