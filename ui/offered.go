package ui

import (
	"kwi/internal/fault"
	"kwi/ui/kit"
)

// screenActs are what can be done on the screen on top now.
func (r *Root) screenActs(f *kit.Frame) []kit.Act {
	return kit.Allowed(r.audience, r.offered(f))
}

// offered are what the screen on top offers, to whomever. Where the program only
// looks, what would change something is closed; settings are not in the data file.
func (r *Root) offered(f *kit.Frame) []kit.Act {
	return r.closed(r.top().screen.Acts(*f))
}

func (r *Root) closed(acts []kit.Act) []kit.Act {
	if !r.ReadOnly || r.onSettings() {
		return acts
	}
	return kit.Closed(acts, r.Words.Fault(fault.New(fault.LooksOnly)))
}

// ownActs are what can be done everywhere, whoever looks.
func (r *Root) ownActs() []kit.Act { return r.closed(r.everywhere()) }
