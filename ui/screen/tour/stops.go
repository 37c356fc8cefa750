package tour

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// stop is one screen that the tour leads to, in the newest cycle of a client.
type stop struct {
	name   string      // of its texts in the catalogue
	client string      // in the example, "" for all of them
	place  string      // where that is
	at     string      // what is in hand there
	of     trace.Thing // in the place of a place: where this comes from
}

// stops are all of them, in the order of the method: from what a client expects to
// what is agreed with them.
var stops = [...]stop{
	{name: "clients", place: "portfolio"},
	{name: "words", client: "oeverland", place: account.Draft.String(), at: kit.AtOverview},
	{name: "matrix", client: "noordkaap", place: account.Test.String()},
	{name: "grades", client: "newmedia", place: account.Measure.String(), at: "DD"},
	{name: "monitor", client: "newmedia", place: "monitor"},
	{name: "trace", client: "newmedia", of: trace.Thing{Kind: trace.Score, KWI: 1}},
	{name: "together", client: "vonk", place: account.Session.String()},
	{name: "plan", client: "newmedia", place: "plan"},
}

// Places are where the stops lead, for whoever checks that they are there.
func Places() (all []kit.Place) {
	for _, s := range stops {
		if s.of.IsNone() {
			all = append(all, kit.Place{Name: s.place, Client: s.client, At: s.at})
		}
	}
	return all
}
