package ui

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

func cutPlace(id string) (string, bool) { return strings.CutPrefix(id, "place.") }

func (r *Root) entry(name string) (Entry, bool) {
	for _, e := range r.Places {
		if e.Name == name {
			return e, true
		}
	}
	return Entry{}, false
}

// arrive takes the program to the place it was started for.
type arrive struct{ place kit.Place }

// goTo goes to a place, with its client in hand. The first place has nothing
// below it, every other has the first below it, and one of a client also the
// list that they were chosen from, so that esc always leads the same way.
func (r *Root) goTo(p kit.Place, cmds *commandBatch) { r.goFrom(p, false, cmds) }

// goFrom is goTo, or on the way over the place that is looked at, which then
// stays below: esc leads back to it.
func (r *Root) goFrom(p kit.Place, over bool, cmds *commandBatch) {
	if r.watched() {
		r.turnTo(p, cmds)
		return
	}
	e, ok := r.entry(p.Name)
	if !ok || e.Together || r.Only && !e.Settings && (!e.Client && !e.Either || p.Client != r.Start.Client) {
		r.say(r.Words.T("root.closed"), true)
		return
	}
	about := e.Client || e.Either && p.Client != ""
	if about && p.Client != r.hand.ID() {
		r.open(p.Client, func(r *Root, cmds *commandBatch) { r.goFrom(p, over, cmds) }, cmds)
		return
	}
	if to := r.placeOfApproach(p.Name); e.Client && to != p.Name {
		p.Name = to
		r.goFrom(p, over, cmds)
		return
	}
	inHand := r.chosenSubject()
	r.leaveTop(cmds)
	if it := r.top(); !it.dialog {
		r.memory[it.place] = it.screen
	}
	aim := kit.Aim(p.At)
	p.At = "" // a place is one screen, whatever is in hand there
	switch {
	case over && e.Client && !r.top().dialog && r.place().Client == p.Client:
	case e.Settings:
		p.Client, p.Cycle = "", "" // what is below stays
	case !about:
		p.Client, p.Cycle = "", ""
		if !over {
			r.stack = r.stack[:1]
		}
	case e.Either:
		if r.place().Name == e.Name && !over {
			r.stack = r.stack[:len(r.stack)-1]
		}
	case r.Only:
		r.stack = nil // there is nothing below
	default:
		r.stack, r.trail = r.stack[:r.lists()], nil
	}
	if e.Name == r.Places[0].Name && !over {
		cmds.add(r.begin(r.top()))
		return
	}
	s, known := r.memory[p]
	if !known || hasFallen(s) {
		s = e.Open(p)
	}
	r.push(s, p, false)
	cmds.add(r.begin(r.top()))
	if e.Firm || e.History {
		cmds.add(r.readFirm())
	}
	if e.Settings {
		r.beginSettings(cmds)
	}
	switch {
	case aim != "":
		r.deliver(aim, cmds)
	case inHand != 0:
		r.deliver(kit.OnKWI(inHand), cmds)
	}
	if aim == "" {
		r.top().came = r.subject()
	}
}

// placeOfApproach is where one goes who goes to a place: for a stage that the
// client's approach passes over, the stage that it belongs to.
func (r *Root) placeOfApproach(name string) string {
	if stage, is := account.ParseStage(name); is {
		return stage.In(r.hand.Now().Approach).String()
	}
	return name
}

// subject is the KWI in hand on the screen on top, 0 for none.
func (r *Root) subject() account.KWICode {
	if s, ok := r.top().screen.(kit.Subject); ok && r.place().Client == r.hand.ID() {
		return s.KWIInHand(r.frame())
	}
	return 0
}

// chosenSubject is the KWI in hand on the screen on top, 0 where it was in hand
// already when one came there: what nobody chose moves no cursor elsewhere.
func (r *Root) chosenSubject() account.KWICode {
	if code := r.subject(); code != r.top().came {
		return code
	}
	return 0
}

// personInHand is the respondent in hand on the screen on top, "" for none.
func (r *Root) personInHand() account.Initials {
	if s, ok := r.top().screen.(kit.Personal); ok && r.place().Client == r.hand.ID() {
		return s.PersonInHand(r.frame())
	}
	return ""
}

// personAct leads to a place about one respondent: whoever is in hand, or
// whoever was there last.
func (r *Root) personAct(e Entry) kit.Act {
	act := kit.Act{ID: "place." + e.Name, Looks: true, Keys: keys.Visit, Name: r.Words.T(e.Title), Hidden: true}
	f := r.frame()
	if y := f.Y(); y == nil || len(f.Client.Participants(y)) == 0 {
		act.Why = r.Words.T("brief.why.nobody")
	}
	return act
}

// lists is how many places lie at the bottom of the stack that are about no
// client.
func (r *Root) lists() int {
	n := 0
	for n < len(r.stack) && !r.stack[n].dialog && r.stack[n].place.Client == "" {
		n++
	}
	return n
}

// leaveTop lets the screen on top keep what is half typed.
func (r *Root) leaveTop(cmds *commandBatch) {
	it := r.top()
	s, out := it.screen.Update(r.frame(), kit.Leave{})
	it.screen = s
	r.changeAndDraft(out, *it)
	switch {
	case out.Notice != "" && out.Why != "":
		r.hint(out.Notice, out.Why)
	case out.Notice != "":
		r.say(out.Notice, out.Bad)
	}
	r.runCommand(out, it.serial, cmds)
}

// neighbour looks at the stage before or after.
func (r *Root) neighbour(by int, cmds *commandBatch) {
	var names []string
	at := -1
	for _, e := range r.Places {
		if stage, is := account.ParseStage(e.Name); !e.Numbered() || is && stage.Skipped(r.hand.Now().Approach) {
			continue
		}
		if e.Name == r.place().Name {
			at = len(names)
		}
		names = append(names, e.Name)
	}
	if to := at + by; at >= 0 && to >= 0 && to < len(names) {
		r.goTo(kit.Place{Name: names[to], Client: r.hand.ID(), Cycle: r.place().Cycle}, cmds)
	}
}

// arrived follows the cycle to the stage it is in now, or a closed one to the
// next cycle.
type arrived struct{ closed account.CycleName }

func (r *Root) follow(cmds *commandBatch) {
	now := r.hand.Now()
	if y := now.Newest(); y != nil && y.Stage != account.Closed {
		p := kit.Place{Name: y.Stage.String(), Client: now.ID}
		if now.Approach == account.Simple && y.Stage == account.Initialise {
			p.At = kit.AtValueQuestion
		}
		r.goTo(p, cmds)
	}
}

// askCycle lets the user look at another cycle of the client, in the same
// place.
func (r *Root) askCycle(cmds *commandBatch) {
	now := r.hand.Now()
	var items []widget.Item
	for i := len(now.Cycles) - 1; i >= 0; i-- {
		y := &now.Cycles[i]
		items = append(items, widget.Item{ID: string(y.Name), Label: string(y.Name), Detail: r.Words.Stage(lang.LongStage, now.Approach, y.Stage)})
	}
	p := r.place()
	newest := now.Newest().Name
	r.ask(widget.Pick{Title: r.Words.T("root.cycles.title"), Items: items, Then: func(id string) kit.Outcome {
		if p.Cycle = account.CycleName(id); p.Cycle == newest {
			p.Cycle = ""
		}
		return kit.Goes(p)
	}}, cmds)
}
