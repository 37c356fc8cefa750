package linear

import (
	"context"
	"kwi/internal/fault"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// clientsPlace is the list of all clients.
func (t *teller) clientsPlace() error {
	for {
		err := t.stay(place{name: func() string { return t.T("linear.clients") }, what: t.tellClients, acts: t.clientChoices, bare: true})
		if err != nil {
			return err
		}
		t.say(t.T("linear.first"))
	}
}

// everyone is all clients. read is that they could be read; else it is told, and how many there are
// nobody knows.
func (t *teller) everyone() (all []portfolio.Line, read bool) {
	all, err := t.Clients()
	if err != nil {
		t.say(t.Words.Fault(err))
	}
	return all, err == nil
}

// present are the clients that are not put away, as everyone is all.
func (t *teller) present() (all []portfolio.Line, read bool) {
	all, read = t.everyone()
	return slices.DeleteFunc(all, func(l portfolio.Line) bool { return l.Archived != "" }), read
}

func (t *teller) tellClients() {
	t.hand = t.hand.Dated("")
	all, read := t.present()
	if !read {
		return
	}
	t.count("linear.clients.count", len(all))
	if n := portfolio.On(all, t.moment()); n.Overdue > 0 {
		t.count("linear.overdue", n.Overdue)
	}
}

func (t *teller) clientChoices() []choice {
	all := []choice{
		{name: t.T("linear.client.new"), changes: true, do: t.newClient},
		{name: t.T("linear.glance"), do: t.glances},
		{name: t.T("linear.promises"), do: func() error { return t.promises("") }},
		{name: t.T("linear.search"), do: t.search},
		{name: t.T("root.act.catch"), changes: true, do: t.catchAnywhere},
		{name: t.T("linear.library"), do: func() error { return t.library(false) }},
		{name: t.T("linear.scan"), do: t.scans},
		{name: t.T("linear.settings"), do: t.settings},
	}
	if t.Happened != nil {
		all = append(all, choice{name: t.T("linear.history"), do: t.happened})
	}
	all = append(all, t.chooseChoice("")...)
	clients, _ := t.present()
	for _, l := range clients {
		all = append(all, choice{name: l.Name, also: t.mark(l.ID), do: func() error { return t.openClient(l.ID) }})
	}
	return all
}

// glance is a client at a glance.
func (t *teller) glance(l *portfolio.Line) string {
	if l.Cycle == "" {
		return t.T("linear.nocycle")
	}
	said := []string{string(l.Cycle), t.T("linear.stage", t.Words.Stage(lang.LongStage, l.Approach, l.Stage))}
	if l.Score.OK() {
		said = append(said, t.figure(t.T("linear.score"), l.Score, l.By)...)
		if c := t.changed(l.Change); c != "" {
			said = append(said, c)
		}
	}
	if l.HasNPS {
		said = append(said, "NPS "+t.Words.Signed(l.NPS))
	}
	if n := l.Counts(t.moment()); n.Overdue > 0 {
		said = append(said, within(t.N("linear.overdue", n.Overdue)))
	}
	return strings.Join(said, "; ")
}

// tellScore tells a figure and how it changed, in words.
func (t *teller) tellScore(label string, s score.Figure, by account.AnswersBy, change score.Change) {
	if !s.OK() {
		return
	}
	said := t.Words.ScoreBy(by, int(s), true)
	if c := t.changed(change); c != "" {
		said += ", " + c
	}
	t.tell(label, said)
}

// changed is how a figure changed, in words; "" where there is nothing to compare.
func (t *teller) changed(c score.Change) string {
	if !c.OK {
		return ""
	}
	by := strings.TrimLeft(t.Words.ChangeIn(c.Tenths, c.By, true), "+−-")
	switch {
	case c.By > 0:
		return t.T("linear.higher", by)
	case c.By < 0:
		return t.T("linear.lower", by)
	}
	return t.T("linear.same.score")
}

// newClient begins a client of the supplier, whose name is asked where nobody said
// it yet.
func (t *teller) newClient() error {
	if t.ReadOnly {
		return t.refuse(fault.New(fault.LooksOnly))
	}
	if t.Supplier == "" {
		name, err := t.needed(t.T("linear.supplier"), t.T("linear.supplier.help"))
		if err != nil {
			return err
		}
		if err := t.Keeper.SetSupplier(context.Background(), name); err != nil {
			return t.refuse(err)
		}
		t.Supplier = name
		t.kept()
	}
	name, err := t.needed(t.T("linear.client.name"), t.T("linear.client.name.help"))
	if err != nil {
		return err
	}
	clients, read := t.present()
	if !read {
		return errRefused // nobody can tell whether the name is taken
	}
	for _, l := range clients {
		if text.Equal(l.Name, name) {
			t.say(t.T("initialise.name.taken", l.Name))
			return errRefused
		}
	}
	h, id, err := t.Keeper.Fresh(context.Background(), name)
	if err != nil {
		return err
	}
	was := t.hand
	t.hand = h.In(t.Window)
	today := t.today()
	if err := t.change(kit.Label("root.begun", name), func(c *account.Client) error { return c.Begin(name, today) }); err != nil {
		t.hand = was
		return err
	}
	t.kept()
	return t.openClient(id)
}

// promises is what is due, of all clients or of one; all of it, or what the user is to do.
func (t *teller) promises(of string) error {
	var owed []due.Client
	if of != "" {
		owed = []due.Client{due.Of(t.client())}
	} else {
		var err error
		if owed, err = t.Owed(); err != nil {
			return err
		}
	}
	all := t.owedChoices(owed, of, false)
	t.count("linear.promises.count", len(all))
	if len(all) == 0 {
		return nil
	}
	mine := false
	var acts func() []choice
	acts = func() []choice {
		yes := map[bool]string{false: t.T("kit.no"), true: t.T("kit.yes")}
		return append([]choice{t.viewed(t.T("promises.act.mine"), yes[mine], func() error {
			if t.Me == (account.User{}) && !mine {
				t.say(t.T("linear.overview.nobody"))
				return errRefused
			}
			mine = !mine
			t.count("linear.promises.count", len(t.owedChoices(owed, of, mine)))
			t.list(acts(), 0)
			return nil
		})}, t.owedChoices(owed, of, mine)...)
	}
	return t.stay(place{name: func() string { return t.T("linear.promises") }, acts: acts})
}

// owedChoices lead to what is due, with the name of the client where it is of all of them.
func (t *teller) owedChoices(owed []due.Client, of string, mine bool) (all []choice) {
	now := t.moment()
	for i := range owed {
		for j := range owed[i].Items {
			c, it := &owed[i], &owed[i].Items[j]
			if mine && !c.Mine(it, t.Me) {
				continue
			}
			what := within(t.Words.Due(it, c.Approach))
			if of == "" {
				what = c.Name + ": " + what
			}
			if it.By.Name != "" {
				what += ", " + it.By.Name
			}
			what += ", " + t.Words.DueWhen(it, now)
			all = append(all, choice{name: what, do: func() error { return t.owed(c.ID, it) }})
		}
	}
	return all
}

// owed goes to where a promise is worked on.
func (t *teller) owed(id string, it *due.Item) error {
	if t.hand.ID() != id {
		if err := t.take(id); err != nil {
			return err
		}
	}
	if t.earlier = ""; t.cycle() == nil {
		return t.openClient(id)
	}
	return t.goToNeed(part.DuePlace(id, it))
}
