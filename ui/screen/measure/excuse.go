package measure

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// partly reports whether a list has some of its answers and not all.
func partly(y *account.Cycle, who account.Initials) bool {
	n := y.Given(who)
	return n > 0 && n < len(y.Assigned[who])
}

// excuse goes on without a list, or without what is open of it, or awaits it
// after all.
func excuse(f *kit.Frame, who account.Initials) kit.Outcome {
	name, today, label := f.Y().Name, f.Today, "measure.label.excuse"
	switch {
	case f.Y().Excused[who] != "":
		today, label = "", "measure.label.await"
	case partly(f.Y(), who):
		label = "measure.label.whole"
	}
	return kit.Changes(kit.Label(label, string(who)), func(c *account.Client) error { return c.Excuse(name, who, today) })
}
