package agree

import (
	"path"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
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

// askAnnounced asks on which day an agreement was announced; on none where it
// was not after all.
func askAnnounced(f *kit.Frame, a account.Action) kit.Screen {
	std, today, number := part.Standard(f), f.Today, a.Number
	ask := widget.Day{Name: "action/announced/" + number, Title: f.T("agree.announced.title", number), Text: a.Text, Value: today, Then: func(on account.Date) kit.Outcome {
		return kit.Changes(kit.Label("agree.label.announce", number), func(c *account.Client) error { return c.AnnounceAction(number, std, today, on) })
	}}
	if a.Announced != "" {
		ask.Value, ask.Empty, ask.Text = a.Announced, true, f.T("agree.announced.empty")
		ask.Stored = func(f kit.Frame) account.Date {
			if _, a := f.Client.Action(number); a != nil {
				return a.Announced
			}
			return ""
		}
	}
	return widget.NewDay(*f, ask)
}
