package measure

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// askSent asks on which day somebody was sent the list.
func askSent(f *kit.Frame, who account.Initials) kit.Outcome {
	y := f.Y()
	name := y.Name
	again := func(on account.Date) string {
		return f.T("measure.sent.again", string(who), f.Words.ShortDate(on, f.Today))
	}
	ask := widget.Day{Name: "sent/" + string(who), Title: f.T("measure.sent.title", part.NameOf(f, who)), Value: f.Today, Then: func(on account.Date) kit.Outcome {
		if y.Unsettled(who) == nil && slices.Contains(y.Sent[who], on) && !y.AsksAgain(who, on) {
			return kit.Refuses(again(on))
		}
		return kit.Changes(kit.Label("measure.label.sent", string(who)), func(c *account.Client) error { return c.Send(name, who, on) })
	}}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}
