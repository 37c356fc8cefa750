package linear

import (
	"kwi/internal/text"
	"kwi/ui/part"
)

// search finds clients, and of the client in hand the people, KWIs, questions, agreements,
// cycles, documents and what can be done, and what there is to read in the library, by some of
// their letters.
func (t *teller) search() error {
	typed, err := t.needed(t.T("linear.search.what"), t.T("linear.search.help"))
	if err != nil {
		return err
	}
	var found []choice
	add := func(name, words string, do func() error) {
		if text.Finds(words, typed) {
			found = append(found, choice{name: name, do: do})
		}
	}
	if t.Only == "" {
		clients, _ := t.present()
		for _, l := range clients {
			add(t.T("linear.found.client", l.Name), l.Name, func() error { return t.openClient(l.ID) })
		}
	}
	if c := t.client(); c.ID != "" {
		for _, r := range c.Respondents {
			add(t.T("linear.found.person", t.named(r.Initials)), r.Name+" "+string(r.Initials)+" "+r.Function, func() error { return t.respondent(r.Initials) })
		}
		if y := t.cycle(); y != nil {
			for _, k := range y.KWIs {
				add(t.kwiName(&k), k.Code.String()+" "+k.Title+" "+k.Expectation, func() error { return t.kwi(k.Code) })
				for _, q := range k.InOrder() {
					add(t.T("linear.question", q.Code.String(), q.Text), q.Code.String()+" "+q.Text, func() error { return t.kwi(k.Code) })
				}
			}
			for _, a := range c.Agreements(y) {
				add(t.T("linear.found.agreement", a.Number, short(a.Text)), a.Number+" "+a.Text+" "+a.For, func() error { return t.agreement(a.Number) })
			}
		}
	}
	t.addActs(add)
	for _, e := range part.Shelf(t.frame()) {
		if !e.Gone {
			add(t.T("linear.found.entry", e.Title), e.Title, func() error { return t.openEntry(e.ID, t.hand.ID() != "") })
		}
	}
	t.say(t.N("linear.found", len(found), echo(typed)))
	if len(found) == 0 {
		return nil
	}
	i, err := t.one(t.T("linear.found.which"), found)
	if err != nil {
		return err
	}
	return found[i].do()
}

// addActs takes in the cycles, the documents and what can be done for the client in hand,
// or at the clients.
func (t *teller) addActs(add func(name, words string, do func() error)) {
	if t.hand.ID() == "" {
		return
	}
	for _, c := range t.workChoices() {
		if c.name != t.T("linear.search") {
			add(c.name, c.name, c.do)
		}
	}
	c := t.client()
	for i := range c.Cycles {
		y := &c.Cycles[i]
		name := t.T("linear.cycle", string(y.Name), t.stageName(y.Stage))
		add(name, name, func() error { return t.lookAt(y.Name) })
	}
	if t.Papers == nil || t.cycle() == nil {
		return
	}
	for _, p := range t.Papers.Papers {
		if !p.Example {
			add(t.T("papers."+p.Name), t.T("papers."+p.Name), func() error { return t.paper(p) })
		}
	}
}
