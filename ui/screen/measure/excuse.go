package measure

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// partly reports whether a list has some of its answers and not all.
func partly(y *account.Cycle, who account.Initials) bool {
	n := y.Given(who)
	return n > 0 && n < len(y.Assigned[who])
}

// excuse asks why one goes on without a list, or without what is open of it; or
// awaits it after all.
func excuse(f *kit.Frame, who account.Initials) kit.Outcome {
	name, today := f.Y().Name, f.Today
	if f.Y().Excused[who] != "" {
		return kit.Changes(kit.Label("measure.label.await", string(who)), func(c *account.Client) error { return c.Excuse(name, who, "") })
	}
	what := "excuse"
	if partly(f.Y(), who) {
		what = "whole"
	}
	text := f.T("measure." + what + ".text")
	if open := openOf(f, who); open != "" {
		text += "\n\n" + open
	}
	return kit.Outcome{Ask: widget.NewAsk(widget.Ask{
		Name: "giveup/" + string(name) + "/" + string(who), Title: f.T("measure."+what+".title", part.NameOf(f, who)), Text: text,
		Label: f.T("measure.excuse.why"), Hint: f.T("measure." + what + ".hint"), Required: true, Sentence: true,
		Then: func(why string) kit.Outcome {
			return kit.Changes(kit.Label("measure.label."+what, string(who)), func(c *account.Client) error { return c.GiveUp(name, who, today, why) })
		},
	})}
}
