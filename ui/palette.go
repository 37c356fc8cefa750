package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// palette gathers what can be found, with what choosing it does.
type palette struct {
	root  *Root
	items []widget.Item
	does  map[string]kit.Outcome
}

// add takes in one thing: what it is called, what is told of it, and what it
// does.
func (p *palette) add(id, name, detail string, does kit.Outcome) {
	p.items = append(p.items, widget.Item{ID: id, Label: name, Detail: detail})
	p.does[id] = does
}

// paletteScreen finds everything by a few letters: what can be done here and
// everywhere, what belongs to the client in hand, and all clients. With the
// client watching it finds only what may be done or gone to then.
func (r *Root) paletteScreen() kit.Screen {
	f := r.frame()
	p := palette{root: r, does: map[string]kit.Outcome{}}
	for _, a := range r.possible(r.screenActs(&f)) {
		p.addAct("screen:", a, kit.Outcome{Tell: kit.Do(a.ID)})
	}
	for _, a := range kit.Allowed(r.audience, r.possible(r.ownActs())) {
		if a.ID != "palette" {
			p.addAct("root:", a, kit.Outcome{Tell: command(a.ID)})
		}
	}
	open := func(string) kit.Screen { return nil }
	if r.writes() {
		var items []widget.Item
		items, open = r.Papers.Find(&f, r.paper().Year, r.anybodyInHand())
		for _, item := range items {
			p.items = append(p.items, widget.Item{ID: "paper:" + item.ID, Label: item.Label, Detail: item.Detail})
		}
	}
	if y := f.Y(); r.place().Client != "" && y != nil {
		p.addOfCycle(&f, y)
	}
	if r.place().Client != "" && r.audience == kit.Manager {
		p.addOfPlan(&f)
	}
	if r.audience == kit.Manager {
		p.addLibrary(&f)
	}
	does := p.does
	pick := widget.Pick{Title: r.Words.T("palette.title"), Items: p.items, Together: true, Then: func(id string) kit.Outcome {
		if client, is := strings.CutPrefix(id, "client:"); is {
			stage, client, _ := strings.Cut(client, ":")
			return kit.Goes(kit.Place{Name: stage, Client: client})
		}
		if paper, is := strings.CutPrefix(id, "paper:"); is {
			return kit.Outcome{Ask: open(paper)}
		}
		return does[id]
	}}
	if r.audience == kit.Manager && r.Clients != nil && !r.Only {
		pick.Fetch = r.findClients()
	}
	return pick
}

// addAct takes in something that can be done, with its key, or with why it
// cannot be done now.
func (p *palette) addAct(prefix string, a kit.Act, does kit.Outcome) {
	detail := a.KeyName(p.root.Words, false)
	if a.Why != "" {
		detail, does = a.Why, kit.Refuses(a.Why)
	}
	p.add(prefix+a.ID, a.Name, detail, does)
}

// addOfCycle takes in what belongs to the cycle in view: its people, KWIs,
// questions and agreements, and the other cycles, each where one works on it.
func (p *palette) addOfCycle(f *kit.Frame, y *account.Cycle) {
	stage := min(y.Stage, account.Session)
	at := func(s account.Stage) string { return s.In(f.Client.Approach).String() }
	for _, who := range f.Client.Participants(y) {
		place := at(stage)
		if stage == account.Session {
			place = at(account.Measure) // there people have a line of their own
		}
		p.goes("person", strings.TrimSpace(who.Name+" ("+string(who.Initials)+")"), place, string(who.Initials))
		p.addVisit(f.Client.NameOf(who.Initials), who.Initials)
	}
	for i := range y.KWIs {
		k := &y.KWIs[i]
		place := at(account.Draft)
		if stage >= account.Measure {
			place = "monitor"
		}
		p.goes("kwi", k.Code.String()+" "+k.Title, place, k.Code.String())
		for _, q := range k.InOrder() {
			p.goes("question", q.Code.String()+" "+q.Text, at(account.Test), q.Code.String())
		}
	}
	for _, a := range y.Actions {
		place := at(account.Realise)
		if stage == account.Session {
			place = at(stage)
		}
		p.goes("action", a.Number+" "+a.Text, place, a.Number)
	}
	if p.root.audience == kit.Manager {
		for i := range f.Client.Cycles {
			c := &f.Client.Cycles[i]
			here := p.root.place()
			here.Cycle = c.Name
			p.add("cycle:"+string(c.Name), p.root.Words.T("palette.cycle", string(c.Name)), p.root.Words.Stage(lang.LongStage, f.Client.Approach, c.Stage), kit.Goes(here))
		}
	}
}

// addVisit takes in what there is to read before a visit to a respondent.
func (p *palette) addVisit(name string, who account.Initials) {
	for _, e := range p.root.Places {
		if e.Person {
			p.goes("visit", p.root.Words.T("brief.title", name), e.Name, string(who))
		}
	}
}

// addOfPlan takes in the indicators of the plan of this year, or of the newest
// there is.
func (p *palette) addOfPlan(f *kit.Frame) {
	year, _ := strconv.Atoi(string(f.Today)[:min(4, len(f.Today))])
	plan := f.Client.Plan(year)
	if n := len(f.Client.Plans); plan == nil && n > 0 {
		plan = &f.Client.Plans[n-1]
	}
	if plan == nil {
		return
	}
	for i := range plan.KPIs {
		k := &plan.KPIs[i]
		p.goes("kpi", k.Code+" "+k.Text, "plan", strconv.Itoa(plan.Year)+"/"+k.Code)
	}
}

// addLibrary takes in what there is to read in the library.
func (p *palette) addLibrary(f *kit.Frame) {
	if !slices.ContainsFunc(p.root.Places, func(e Entry) bool { return e.Name == libraryPlace }) {
		return
	}
	for _, e := range part.Shelf(f) {
		if !e.Gone {
			p.goes("entry", e.Title, libraryPlace, e.ID)
		}
	}
}

// libraryPlace is the name of the library among the places.
const libraryPlace = "library"

// together are the pages of a meeting on which something stands, by what it
// is. What is not listed is not found while the client watches.
var together = map[string]string{"kwi": kit.MeetKWI, "action": kit.MeetAgreements}

// goes takes in something at its place, where the audience may go there.
func (p *palette) goes(kind, name, place, at string) {
	r := p.root
	if r.audience == kit.WithClient {
		place = together[kind]
	}
	e, ok := r.entry(place)
	if !ok || r.audience == kit.WithClient && !e.Together {
		return
	}
	here := r.place()
	p.add(kind+":"+at, name, r.Words.T("palette."+kind, r.placeTitle(e)), kit.Goes(kit.Place{Name: place, Client: here.Client, Cycle: here.Cycle, At: at}))
}

// placeTitle is what a place is called, a stage as the client's approach has it.
func (r *Root) placeTitle(e Entry) string {
	if stage, is := account.ParseStage(e.Name); is {
		return r.Words.Stage(lang.LongStage, r.hand.Now().Approach, stage)
	}
	return r.Words.T(e.Title)
}

// shortTitle is what a place is called in a sentence: a stage by its one word.
func (r *Root) shortTitle(e Entry) string {
	if stage, is := account.ParseStage(e.Name); is {
		return r.Words.Stage(lang.ShortStage, r.hand.Now().Approach, stage)
	}
	return r.Words.T(e.Title)
}

// writes reports whether a document about the client in hand can be written.
func (r *Root) writes() bool {
	return r.Papers != nil && r.audience == kit.Manager && r.place().Client != ""
}

// paper is the document of the screen on top.
func (r *Root) paper() kit.Paper {
	if p, ok := r.top().screen.(kit.Papered); ok {
		return p.Paper(r.frame())
	}
	return kit.Paper{}
}

// findClients brings all clients, each with the stage that it is in.
func (r *Root) findClients() tea.Cmd {
	list, words := r.Clients, r.Words
	return func() tea.Msg {
		lines, _ := list() // without them the palette finds the rest
		out := make(widget.MoreItems, 0, len(lines))
		for i := range lines {
			stage := lines[i].Opens().String()
			out = append(out, widget.Item{ID: "client:" + stage + ":" + lines[i].ID, Label: lines[i].Name, Detail: words.T("palette.client", words.Stage(lang.LongStage, lines[i].Approach, lines[i].Opens()))})
		}
		return out
	}
}
