package ui

import (
	"slices"

	"kwi/internal/fault"
	"kwi/internal/lang"
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

// wordsHere are those of the screen on top: where the program only looks they offer
// nothing that is refused.
func (r *Root) wordsHere() *lang.Words {
	if !r.looksOnly() {
		return r.Words
	}
	return r.Words.Looking()
}

// looksOnly reports whether what would change something is refused on the screen on
// top. Settings are not in the data file.
func (r *Root) looksOnly() bool { return r.ReadOnly && !r.onSettings() }

// refused is what is said of what would change something.
func (r *Root) refused() string { return r.Words.Fault(fault.New(fault.LooksOnly)) }

// possible leaves out of acts what is refused where the program only looks: to name
// all that cannot be is no help.
func (r *Root) possible(acts []kit.Act) []kit.Act {
	if !r.looksOnly() {
		return acts
	}
	return slices.DeleteFunc(slices.Clone(acts), func(a kit.Act) bool { return a.Why == r.refused() })
}

func (r *Root) closed(acts []kit.Act) []kit.Act {
	if !r.looksOnly() {
		return acts
	}
	return kit.Closed(acts, r.refused())
}

// ownActs are what can be done everywhere, whoever looks.
func (r *Root) ownActs() []kit.Act { return r.closed(r.everywhere()) }
