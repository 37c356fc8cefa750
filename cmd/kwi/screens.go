package main

import (
	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/due"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/ui"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/bring"
	"kwi/ui/part/locking"
	"kwi/ui/screen/brief"
	"kwi/ui/screen/communicate"
	"kwi/ui/screen/corrections"
	"kwi/ui/screen/draft"
	"kwi/ui/screen/history"
	"kwi/ui/screen/initialise"
	"kwi/ui/screen/library"
	"kwi/ui/screen/measure"
	"kwi/ui/screen/meet/agreements"
	"kwi/ui/screen/meet/answerpages"
	"kwi/ui/screen/meet/home"
	"kwi/ui/screen/meet/interview"
	"kwi/ui/screen/meet/kwipages"
	"kwi/ui/screen/meet/presenter"
	"kwi/ui/screen/meet/sample"
	"kwi/ui/screen/meet/testpages"
	"kwi/ui/screen/monitor"
	"kwi/ui/screen/origin"
	"kwi/ui/screen/plan"
	clients "kwi/ui/screen/portfolio"
	"kwi/ui/screen/promises"
	"kwi/ui/screen/realise"
	"kwi/ui/screen/scan"
	"kwi/ui/screen/session"
	"kwi/ui/screen/settings"
	"kwi/ui/screen/testkwis"
)

// sources are where the places get what they show of all clients, and how they
// send lists and read them, and whether a setting can have a value.
type sources struct {
	clients  func() ([]portfolio.Line, error)
	owed     func() ([]due.Client, error)
	happened func() ([]hand.Happened, error)
	post     *bring.Post
	fits     func(key, value string) bool
	lock     *locking.Lock
}

// places are all places of the program, in the order of the digits that lead to
// those of a client; the program begins at the first. The pages of a meeting have
// digits of their own, and are the only places that are shown with the client
// watching.
func places(from sources) []ui.Entry {
	list, post := from.clients, from.post
	stage := func(s account.Stage, open func(kit.Place) kit.Screen) ui.Entry {
		return ui.Entry{Name: s.String(), Title: "stage." + s.String(), Client: true, Open: open}
	}
	return append([]ui.Entry{
		{Name: "portfolio", Title: "place.portfolio", Open: func(kit.Place) kit.Screen { return clients.New(list) }},
		stage(account.Initialise, initialise.With(list, post)),
		stage(account.Draft, draft.With(post)),
		stage(account.Test, testkwis.With(post)),
		stage(account.Communicate, communicate.With(post)),
		stage(account.Realise, realise.New),
		stage(account.Measure, measure.With(post)),
		stage(account.Session, session.New),
		{Name: "monitor", Title: "place.monitor", Client: true, Open: monitor.New},
		{Name: "plan", Title: "place.plan", Client: true, Yearly: true, Open: plan.New},
		{Name: "brief", Title: "place.brief", Client: true, Person: true, Open: brief.New},
		{Name: "due", Title: "place.due", Client: true, Aside: true, Key: keys.DueHere, Open: promises.OfClient},
		{Name: "corrections", Title: "place.corrections", Client: true, Aside: true, Key: keys.Corrections, Open: corrections.New},
		{Name: "trace", Title: "place.trace", Client: true, Traces: true, Open: origin.New},
		{Name: "promises", Title: "place.promises", Open: func(kit.Place) kit.Screen { return promises.New(from.owed) }},
		{Name: "scan", Title: "place.scan", Firm: true, Open: scan.New},
		{Name: "library", Title: "place.library", Firm: true, Either: true, Open: library.New},
		{Name: "settings", Title: "place.settings", Settings: true, Open: settings.With(from.fits, from.lock)},
		{Name: "history", Title: "place.history", Either: true, History: true, Open: history.With(from.happened)},
	}, meetingPages()...)
}

// samplePlaces are the places with that of the example monitor among them, in a
// meeting that begins there.
func samplePlaces(from sources) []ui.Entry {
	all := places(from)
	return append(all[:len(all)-len(meetingPages())], meetingPages(ui.Entry{Name: kit.MeetSample, Title: kit.MeetSample, Client: true, Together: true, Open: sample.New})...)
}

// meetingPages are the pages of a meeting in the order of their digits, before
// them the one that leads to all.
func meetingPages(more ...ui.Entry) []ui.Entry {
	page := func(name string, open func(kit.Place) kit.Screen) ui.Entry {
		return ui.Entry{Name: name, Title: name, Client: true, Together: true, Open: open}
	}
	persons := func(e ui.Entry) ui.Entry {
		e.Persons = true
		return e
	}
	pages := []ui.Entry{
		persons(page(kit.MeetInterview, interview.New)),
		persons(page(kit.MeetTesting, testpages.New)),
		persons(page(kit.MeetAnswering, answerpages.New)),
		page(kit.MeetSession, presenter.New),
		page(kit.MeetKWI, kwipages.New),
		page(kit.MeetAgreements, agreements.New),
	}
	pages = append(pages, more...)
	var lead []home.Page
	for _, p := range pages {
		lead = append(lead, home.Page{Name: p.Name, Title: p.Title})
	}
	return append([]ui.Entry{{Name: kit.MeetHome, Title: "meet.home", Client: true, Together: true, Open: home.With(lead)}}, pages...)
}

// story is what became of a KWI, a page over other places, as `kwi show` calls it.
const story = "story"

// screens are the places that `kwi show` can draw, and the page of a KWI.
func screens() []cli.Screen {
	var all []cli.Screen
	for _, e := range places(sources{}) {
		all = append(all, cli.Screen{Name: e.Name, Client: e.Client, Yearly: e.Yearly, Either: e.Either, Entries: e.Either && e.Firm, Named: e.Name == "scan" || e.Traces, Person: e.Person})
		if e.Traces {
			all = append(all, cli.Screen{Name: story, Client: true, Named: true})
		}
	}
	return all
}
