package account

import "slices"

// Origin is the sentence from which something was made that was caught before it
// had a place: on which day, with whom, and in which words. The zero value is
// that none is recorded. It is internal.
type Origin struct {
	Date Date
	With Initials // a respondent, or ""
	Text string
}

// origin goes through where something comes from.
func (f fields) origin(o *Origin) {
	f.date(since(22, "caughtOn"), &o.Date)
	f.respondent(since(22, "caughtWith"), &o.With)
	f.block(since(22, "caughtText"), &o.Text)
}

// origin is what was caught, as what it became keeps it.
func (x Caught) origin() Origin { return Origin{Date: x.Date, With: x.With, Text: x.Text} }

// led reports whether something in a cycle was made of what a respondent said.
func (y *Cycle) led(who Initials) bool {
	return slices.ContainsFunc(y.KWIs, func(k KWI) bool { return k.Origin.With == who }) ||
		slices.ContainsFunc(y.Actions, func(a Action) bool { return a.Origin.With == who })
}
