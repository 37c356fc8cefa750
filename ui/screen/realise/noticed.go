package realise

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// noticedLines are, in the simple approach, what the one contact can have
// noticed so far and how long ago they were asked; below the agreements, which
// are what is worked on.
func noticedLines(f *kit.Frame) []string {
	people := f.Client.Awaited(f.Y())
	if f.Client.Approach != account.Simple || len(people) != 1 {
		return nil
	}
	done, told := 0, 0
	for _, a := range f.Y().Actions {
		if a.Internal || a.Side == account.ClientSide || a.Status == account.Dropped {
			continue
		}
		if a.Status == account.Done {
			done++
		}
		if a.Announced != "" {
			told++
		}
	}
	who := part.NameOf(f, people[0].Initials)
	asked, look := f.T("realise.contact.never", who), f.Theme.Warn
	if days, held := f.Y().Visited(people[0].Initials, f.Moment()).Days(f.Today); held {
		if asked = f.T("realise.contact.asked", who, f.Words.Ago(days)); days < f.Client.Silence(people[0].Initials) {
			look = f.Theme.Text
		}
	}
	return []string{cells.Line(f.T("realise.contact.noticed", told, done), f.W), look.Render(cells.Line(asked, f.W))}
}
