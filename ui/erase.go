package ui

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// anybodyInHand is the respondent or colleague in hand on the screen on top, ""
// for nobody.
func (r *Root) anybodyInHand() account.Initials {
	if who := r.onRow(); who != "" {
		return who
	}
	return r.personInHand()
}

// onRow is who is in hand among the people themselves, "" for nobody.
func (r *Root) onRow() account.Initials {
	if s, ok := r.top().screen.(kit.Peopled); ok && r.place().Client == r.hand.ID() {
		return s.AnybodyInHand(r.frame())
	}
	return ""
}

// eraseActs let a person be erased: whoever is in hand by a key, and from anywhere
// out of the palette, which says where no client is open that one is opened first.
func (r *Root) eraseActs() []kit.Act {
	if r.Eraser == nil || r.Only {
		return nil
	}
	act := kit.Act{ID: "erase", Keys: keys.Unbound, Name: r.Words.T("root.act.erase"), Hidden: true}
	if r.onRow() != "" {
		act.Keys = keys.Erase
	}
	switch now := r.hand.Now(); {
	case r.place().Client == "":
		act.Why = r.Words.T("erase.why.client")
	case len(now.Respondents)+len(now.Colleagues) == 0:
		act.Why = r.Words.T("erase.why.nobody")
	}
	return []kit.Act{act}
}

// askErase begins to erase a person.
func (r *Root) askErase(cmds *commandBatch) {
	who := r.anybodyInHand()
	r.leaveTop(cmds)
	f := r.frame()
	r.ask(r.Eraser.Ask(&f, who), cmds)
}

// readAnew fetches the client in hand and what the supplier keeps, which were
// changed in the store.
func (r *Root) readAnew(cmds *commandBatch) {
	if id := r.hand.ID(); id != "" {
		r.hear(id, r.hand.At()+1)
	}
	r.readFirmAnew(cmds)
	r.refresh(cmds)
}

// forget lets go of what was typed and not kept that names somebody who was erased
// since, so that it is not written once more.
func (r *Root) forget(was *account.Client, newer *hand.Hand) {
	now := newer.Now()
	deeds := newer.History()
	if !slices.ContainsFunc(deeds, func(d hand.Deed) bool { return d.Last.Label.Key == hand.ErasedKey }) {
		return
	}
	var gone []account.Naming
	for _, r := range was.Respondents {
		if now.Respondent(r.Initials) == nil && now.Once(r.Initials) == nil {
			gone = append(gone, was.NamingOf(r.Initials))
		}
	}
	for _, m := range was.Colleagues {
		if now.Colleague(m.Initials) == nil {
			gone = append(gone, was.NamingOf(m.Initials))
		}
	}
	names := func(s string) bool {
		return slices.ContainsFunc(gone, func(n account.Naming) bool { return len(n.In(s)) > 0 })
	}
	of := func(d hand.Draft) bool {
		for _, v := range d.Values {
			if names(v) {
				return true
			}
		}
		return names(d.Text) || slices.ContainsFunc(strings.Split(d.Place, "/"), names)
	}
	for _, typed := range []map[string][]hand.Draft{r.drafts.typed, r.drafts.found} {
		if list, there := typed[was.ID]; there && len(gone) > 0 {
			typed[was.ID] = slices.DeleteFunc(slices.Clone(list), of)
		}
	}
}
