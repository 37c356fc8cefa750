// Package agree is the list of agreements that more than one screen shows:
// the actions of the cycle in view and what is still open of earlier ones,
// with what can be done with one. It is a part of a screen, not a screen; it
// knows the kit and the pure rooms.
package agree

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// List is the cursor in the agreements. KWI, where it is set, leaves only the
// actions on that KWI.
type List struct {
	at  widget.List
	KWI account.KWICode
}

// On is the list with the cursor on the action of this number.
func (l List) On(number string) List {
	l.at = widget.ListOn(number)
	return l
}

// All are the actions that belong here in order of their numbers, so that
// nothing moves under the hand when one is done.
func (l List) All(f *kit.Frame) []account.Action {
	y := f.Y()
	if y == nil {
		return nil
	}
	out := f.Client.Agreements(y)
	if l.KWI != 0 {
		out = slices.DeleteFunc(out, func(a account.Action) bool { return a.KWI != l.KWI })
	}
	return out
}

// In is the action in hand.
func (l List) In(f *kit.Frame) (account.Action, bool) {
	all := l.All(f)
	if len(all) == 0 {
		return account.Action{}, false
	}
	return all[l.hold(all).In(len(all))], true
}

// hold is the cursor on the action that it was on.
func (l List) hold(all []account.Action) widget.List {
	var numbers []string
	for _, a := range all {
		numbers = append(numbers, a.Number)
	}
	return l.at.Hold(numbers)
}

// Acts are what can be done with the agreements.
func (l List) Acts(f *kit.Frame) []kit.Act {
	a, ok := l.In(f)
	return append([]kit.Act{{ID: "agree.new", Keys: keys.New, Name: f.T("agree.act.new")}}, ActsOf(f, a, ok)...)
}

// ActsOf are what can be done with one agreement, where there is one.
func ActsOf(f *kit.Frame, a account.Action, ok bool) []kit.Act {
	acts := []kit.Act{
		{ID: "agree.edit", Keys: keys.Open, Name: f.T("agree.act.edit")},
		{ID: "agree.done", Keys: keys.Toggle, Name: f.T("agree.act.done")},
		{ID: "agree.drop", Keys: keys.Remove, Name: f.T("agree.act.drop"), Hidden: true},
		{ID: "agree.announce", Keys: keys.Announce, Name: f.T("agree.act.announce"), Hidden: true},
	}
	for i := range acts {
		if !ok {
			acts[i].Why = f.T("agree.why.none")
		}
	}
	if ok && a.Status == account.Done {
		acts[1].Name = f.T("agree.act.reopen")
	}
	if ok && a.Status == account.Dropped {
		acts[2].Name = f.T("agree.act.revive")
	}
	switch {
	case ok && a.Internal:
		acts[3].Why = f.T("agree.why.internal")
	case ok && a.Status == account.Dropped:
		acts[3].Why = f.T("agree.why.dropped")
	case ok && a.Status == account.Done && a.Side == account.ClientSide:
		acts[3].Why = f.T("agree.why.theirs")
	case ok && a.Status == account.Done:
		acts[3].Name = f.T("agree.act.result")
	case ok && a.Announced != "":
		acts[3].Name = f.T("agree.act.whoknows")
	}
	return acts
}

// Update answers a message; the last result reports whether it was for the
// agreements.
func (l List) Update(f *kit.Frame, msg tea.Msg, h int) (List, kit.Outcome, bool) {
	l.at = l.hold(l.All(f))
	a, ok := l.In(f)
	std, today := part.Standard(f), f.Today
	number := a.Number
	turn := func(key string, to account.Status) (List, kit.Outcome, bool) {
		return l, kit.Changes(kit.Label(key, number), func(c *account.Client) error { return c.TurnAction(number, to, std, today) }), true
	}
	switch msg {
	case kit.Do("agree.new"):
		if out, ask := part.AskMe(f, msg); ask {
			return l, out, true
		}
		return l, kit.Outcome{Ask: askLine(f, account.Action{KWI: l.KWI, Side: account.SupplierSide, For: f.Client.Owner(f.Me)}, "")}, true
	case kit.Do("agree.edit"):
		return l, kit.Outcome{Ask: dialog(f, a, false)}, true
	case kit.Do("agree.done"):
		if a.Status != account.Done {
			return l, kit.Outcome{Ask: AskEvidence(f, "", number, a.Text, kit.Label("agree.label.done", number))}, true
		}
		return turn("agree.label.done", account.Done)
	case kit.Do("agree.drop"):
		return turn("agree.label.drop", account.Dropped)
	case kit.Do("agree.announce"):
		return l, kit.Outcome{Ask: askTold(f, a)}, true
	}
	if way := keys.Move(msg, false); way != keys.None && ok {
		all := l.All(f)
		l.at = l.at.Move(way, len(all), l.table(f, all).Visible(h))
		l.at = l.hold(all)
		return l, kit.Outcome{}, true
	}
	return l, kit.Outcome{}, false
}
