package agree

import (
	"path"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// AskEvidence asks what shows that an agreement was done; nothing is an answer
// too. On a list of all clients of is whose it is, who may still have to be taken
// in hand: others have agreements of the same number.
func AskEvidence(f *kit.Frame, of, number, text string, label hand.Label) kit.Screen {
	tag, supplier, today := f.Words.Tag(), f.Supplier, f.Today
	return widget.NewAsk(widget.Ask{
		Name: path.Join("action/done", of, number), Title: f.T("agree.done.title", number), Text: text, Label: f.T("agree.done.label"), Hint: f.T("agree.done.hint"), Sentence: true, Does: true,
		Stored: func(f kit.Frame) (string, bool) {
			_, a := f.Client.Action(number)
			if a == nil {
				return "", false
			}
			return a.Evidence, true
		},
		Then: func(evidence string) kit.Outcome {
			return kit.Changes(label, func(c *account.Client) error {
				return c.FinishAction(number, evidence, guide.StandardQuestions(c.Approach, c.StandardLanguage(tag), supplier), today)
			})
		},
	})
}
