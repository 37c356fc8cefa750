package linear

import (
	"slices"

	"kwi/ui/kit"
	"kwi/ui/part"
)

// Of a team it is told how the data file stands to the hub, who changed what and who has the
// client open too: on coming in, and before the next question where it became otherwise. With
// the client listening there is none of it; what colleagues did waits.

// teaming is what is known of the team.
type teaming struct {
	news   kit.TeamNews
	said   string          // how it stands, as it was told last
	others bool            // it was told that something is the matter
	open   string          // the client that the hub was told is open here
	tells  bool            // that was told once
	heard  map[string]bool // clients of whom it was told that something came, and that were not read since
}

// hearTeam tells what is new of the team, before a question, and reports whether anything was.
func (t *teller) hearTeam() (fresh bool) {
	if t.Team.Fresh == nil {
		return false
	}
	t.tellOpen()
	fresh = t.hearNews()
	t.tellStanding()
	return fresh
}

// hearNews is hearTeam but for how it stands now.
func (t *teller) hearNews() (fresh bool) {
	now, fresh := t.Team.Fresh()
	if !fresh {
		return false
	}
	was := t.team.news
	t.team.news = now
	for i := range now.Changed {
		t.tellChange(&now.Changed[i])
	}
	if now.Why != nil && (was.Why == nil || was.State != kit.TeamRefused) {
		t.sayInternal(t.Words.Fault(now.Why), false)
	}
	if said := part.TeamOpens(t.Words, &was, &now); said != "" && now.Open == t.openHere() {
		t.sayInternal(said, false)
	}
	return true
}

// tellStanding tells how it stands where that is otherwise than it was told; that all is well is
// told only after it was not.
func (t *teller) tellStanding() {
	if t.watched() {
		return
	}
	said, quiet := part.TeamState(t.Words, &t.team.news, t.openHere(), true)
	if said == t.team.said || said == "" {
		return
	}
	t.team.said = said
	if !quiet || t.team.others {
		t.tell(t.T("linear.team"), said)
	}
	t.team.others = !quiet
}

// tellChange tells who changed what: of the client who is open, and over all clients of any.
func (t *teller) tellChange(c *kit.TeamChange) {
	here := t.openHere()
	if c.Client == here || here == "" {
		if t.team.heard == nil {
			t.team.heard = map[string]bool{}
		}
		t.team.heard[c.Client] = true
	} else if !c.Gone && !c.Back && !c.Erased && !c.Held {
		return
	}
	if said := part.TeamChange(t.Words, c); said != "" {
		t.sayInternal(said, false)
	}
}

// openHere is the client that is open, "" for none.
func (t *teller) openHere() string {
	if t.Only != "" || t.watched() || slices.ContainsFunc(t.places, func(p place) bool { return p.client }) {
		return t.hand.ID()
	}
	return ""
}

// tellOpen tells the hub which client is open here, where that is another than it was told.
func (t *teller) tellOpen() {
	id := t.openHere()
	if t.Team.Opened == nil || t.team.tells && id == t.team.open {
		return
	}
	t.team.open, t.team.tells = id, true
	t.Team.Opened(id)
}

// caughtUp reads the client in hand anew where it was told that something came of them.
func (t *teller) caughtUp() {
	if id := t.hand.ID(); t.team.heard[id] && !t.hand.Dirty() && t.take(id) == nil {
		delete(t.team.heard, id)
	}
}

// tellTeamOf tells, on coming to a client, how they stand to the team and who has them open.
func (t *teller) tellTeamOf() {
	if t.Team.Fresh == nil || t.watched() {
		return
	}
	if m := t.mark(t.hand.ID()); m != "" {
		t.tell(t.T("linear.team"), m)
	}
	if n := &t.team.news; len(n.Others) > 0 && n.Open == t.hand.ID() {
		t.say(t.N("team.opens", len(n.Others), t.Words.And(n.Others)))
	}
}

// mark is how a client stands to the team, in a few words; "" where nobody need know.
func (t *teller) mark(id string) string {
	if m := t.team.news.Marks()[id]; m != kit.TeamNone && !t.watched() {
		return t.T(m.Key())
	}
	return ""
}

// apartOf is what waits for a choice, of one client or with "" of all.
func (t *teller) apartOf(id string) []kit.Apart {
	return slices.DeleteFunc(slices.Clone(t.team.news.Apart), func(a kit.Apart) bool { return id != "" && a.Client.ID != id })
}

// chooseChoice leads to what waits for a choice, where something does.
func (t *teller) chooseChoice(id string) []choice {
	n := len(t.apartOf(id))
	if n == 0 {
		return nil
	}
	return []choice{{name: t.N("linear.team.choose", n), changes: true, do: func() error { return t.chooses(id) }}}
}

// chooses is the place of what was done otherwise here and elsewhere.
func (t *teller) chooses(id string) error {
	return t.stay(place{name: func() string { return t.T("team.apart.title") }, bare: true, what: func() {
		t.say(t.T("linear.team.choose.text"))
	}, acts: func() (all []choice) {
		for _, a := range t.apartOf(id) {
			name := part.ApartName(t.frame(), &a)
			if name != a.Client.Name && id == "" {
				name = a.Client.Name + ": " + name
			}
			all = append(all, choice{name: name, do: func() error { return t.choosesOne(a, name) }})
		}
		return all
	}})
}

// choosesOne tells both sides of one thing, and asks which stays.
func (t *teller) choosesOne(a kit.Apart, name string) error {
	counts := t.T("team.apart.counts")
	if a.By != "" {
		counts = t.T("team.apart.counts.by", a.By)
	}
	if len(a.Differences) == 0 {
		t.say(t.T("team.apart.same"))
	}
	for i := range a.Differences {
		d := &a.Differences[i]
		was, is := t.Words.Sides(&a.Client, d, t.today())
		at := t.Words.Spots(&a.Client, d.At)
		if at != "" {
			at += ": "
		}
		t.tell(counts, at+was)
		t.tell(t.T("team.apart.here"), at+is)
	}
	i, err := t.one(t.T("linear.team.which"), []choice{{name: t.T("linear.team.leave")}, {name: t.T("linear.team.back")}})
	if err != nil {
		return err
	}
	if err := t.Team.Choose(a, i == 1); err != nil {
		return t.refuse(err)
	}
	t.say(sentence(t.T("team.apart.chosen", name)))
	if t.hand.ID() == a.Client.ID {
		if err := t.take(a.Client.ID); err != nil {
			return err
		}
	}
	t.hearNews()
	if len(t.team.news.Apart) == 0 {
		t.say(t.T("team.apart.done"))
		return errGone
	}
	return nil
}

// teamPlace tells how it stands with the team, and stops it or has it go on.
func (t *teller) teamPlace() error {
	return t.stay(place{name: func() string { return t.T("linear.team") }, bare: true, what: func() {
		for _, line := range part.TeamWhole(t.Words, &t.Team, &t.team.news) {
			t.say(line)
		}
	}, acts: func() []choice {
		if t.Team.Fresh == nil {
			return nil
		}
		stop := t.team.news.State != kit.TeamPaused
		key := map[bool]string{true: "team.act.stop", false: "team.act.go"}[stop]
		return append(t.chooseChoice(""), choice{name: t.T(key), do: func() error {
			t.Team.Pause(stop)
			t.say(t.T(map[bool]string{true: "team.stopped", false: "team.goes"}[stop]))
			t.hearNews()
			return nil
		}})
	}})
}
