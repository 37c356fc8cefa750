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
	name, days, settled := f.Y().Name, f.Y().Sent[who], f.Y().Unsettled(who) == nil
	again := func(on account.Date) string {
		return f.T("measure.sent.again", string(who), f.Words.ShortDate(on, f.Today))
	}
	ask := widget.Day{Name: "sent/" + string(who), Title: f.T("measure.sent.title", part.NameOf(f, who)), Value: f.Today, Then: func(on account.Date) kit.Outcome {
		if settled && slices.Contains(days, on) {
			return kit.Refuses(again(on))
		}
		return kit.Changes(kit.Label("measure.label.sent", string(who)), func(c *account.Client) error { return c.Send(name, who, on) })
	}}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}
