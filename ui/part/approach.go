package part

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// otherApproach is the approach that a client does not follow.
func otherApproach(f *kit.Frame) account.Approach {
	if f.Client.Approach == account.Simple {
		return account.Extended
	}
	return account.Simple
}

// ApproachAct is what it is called to follow the other approach.
func ApproachAct(f *kit.Frame) string { return f.T("approach.to." + string(otherApproach(f))) }

// AskApproach asks whether the client goes on in the other approach, at any
// time: what there is stays, and the way back too.
func AskApproach(f *kit.Frame) kit.Outcome {
	to := otherApproach(f)
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.T("approach.ask." + string(to)), Text: f.T("approach.text." + string(to)), Yes: ApproachAct(f),
		Then: func() kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.approach"), func(c *account.Client) error { return c.Follow(to) })
		}})}
}
