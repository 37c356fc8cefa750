package main

import (
	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/portfolio"
	"kwi/ui"
	"kwi/ui/kit"
	"kwi/ui/part/bring"
	"kwi/ui/screen/communicate"
	"kwi/ui/screen/draft"
	"kwi/ui/screen/initialise"
	"kwi/ui/screen/measure"
	"kwi/ui/screen/monitor"
	clients "kwi/ui/screen/portfolio"
	"kwi/ui/screen/realise"
	"kwi/ui/screen/session"
	"kwi/ui/screen/testkwis"
)

// places are all places of the program, in the order of the digits that lead
// to them; the program begins at the first.
func places(list func() ([]portfolio.Line, error), post *bring.Post) []ui.Entry {
	stage := func(s account.Stage, together bool, open func(kit.Place) kit.Screen) ui.Entry {
		return ui.Entry{Name: s.String(), Title: "stage." + s.String(), Client: true, Together: together, Open: open}
	}
	return []ui.Entry{
		{Name: "portfolio", Title: "place.portfolio", Open: func(kit.Place) kit.Screen { return clients.New(list) }},
		stage(account.Initialise, false, initialise.New),
		stage(account.Draft, false, draft.New),
		stage(account.Test, false, testkwis.New),
		stage(account.Communicate, false, communicate.With(post)),
		stage(account.Realise, false, realise.New),
		stage(account.Measure, false, measure.With(post)),
		stage(account.Session, true, session.New),
		{Name: "monitor", Title: "place.monitor", Client: true, Together: true, Open: monitor.New},
	}
}

// screens are the places that `kwi show` can draw.
func screens() []cli.Screen {
	var all []cli.Screen
	for _, e := range places(nil, nil) {
		all = append(all, cli.Screen{Name: e.Name, Client: e.Client})
	}
	return all
}
