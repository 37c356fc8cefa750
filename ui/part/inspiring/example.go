package inspiring

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Example is to take an example over as a question of a KWI; where a respondent
// has none yet, it begins one that is called after the value.
func Example(f *kit.Frame, who account.Initials, k *account.KWI) Taking {
	cycle, std, code := f.Y().Name, part.Standard(f), account.KWICode(0)
	taking := Taking{Act: f.T("inspiring.act.makes")}
	if k != nil {
		code, taking.Act = k.Code, f.T("inspiring.act.question")
	}
	taking.Then = func(v guide.Inspiring, text string) kit.Outcome {
		if k != nil && slices.ContainsFunc(k.Questions, func(q account.Question) bool { return q.Text == text }) {
			return kit.Refuses(f.T("inspiring.why.taken"))
		}
		label := kit.Label("draft.label.newquestion", code.String())
		if code == 0 {
			label = kit.Label("draft.label.make", v.Title)
		}
		return kit.Changes(label, func(c *account.Client) error {
			if code == 0 {
				_, err := c.BeginWithExample(cycle, account.KWI{Title: v.Title, WishedBy: who}, text, std)
				return err
			}
			return c.TakeExample(cycle, code, text, std)
		})
	}
	return taking
}
