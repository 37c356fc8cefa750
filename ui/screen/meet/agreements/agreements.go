// Package agreements is the meeting page with what both sides agreed: one
// action at a time, or all of them, with who does it and when, and a new one
// right there. It knows the kit and the pure rooms, and no other screen.
package agreements

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/part/moving"
	"kwi/ui/widget"
)

// Screen is the action in hand, alone on the page or among all.
type Screen struct {
	list widget.List
	all  bool
}

// New opens the page.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so: what is typed is typed in a dialog.
func (s Screen) Typing() bool { return false }

// all are the agreements that count, in order of their numbers.
func all(f *kit.Frame) []account.Action {
	y := f.Y()
	if y == nil {
		return nil
	}
	return slices.DeleteFunc(f.Client.Agreements(y), func(a account.Action) bool { return a.Status == account.Dropped })
}

// hold is the cursor on the action that it was on.
func (s Screen) hold(list []account.Action) widget.List {
	numbers := make([]string, len(list))
	for i, a := range list {
		numbers[i] = a.Number
	}
	return s.list.Hold(numbers)
}

// inHand is the action in hand.
func (s Screen) inHand(f *kit.Frame) (account.Action, bool) {
	list := all(f)
	if len(list) == 0 {
		return account.Action{}, false
	}
	return list[s.hold(list).In(len(list))], true
}

// Head tells which of how many actions this is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if list := all(&f); len(list) > 0 {
		h.Right = f.T("meet.of", f.Words.Int(s.hold(list).In(len(list))+1), f.Words.Int(len(list)))
	}
	return h
}

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	a, _ := s.inHand(&f)
	p := kit.Place{Name: kit.MeetAgreements, At: a.Number}
	if s.all {
		p.At += amongAll
	}
	return p
}

// amongAll stands behind the number of an action that is shown among all.
const amongAll = "/all"

// Acts are what can be done with the actions.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "new", Keys: keys.New, Name: f.T("meet.agree.new"), Together: true},
		{ID: "edit", Keys: keys.Open, Name: f.T("meet.agree.edit"), Together: true},
		{ID: "done", Keys: keys.Toggle, Name: f.T("meet.agree.done"), Together: true},
		{ID: "side", Keys: keys.Next, Name: f.T("meet.agree.all"), Together: true},
		{ID: "next", Looks: true, Keys: keys.NextKWI, Name: f.T("meet.act.next"), Together: true},
		{ID: "before", Looks: true, Keys: keys.LastKWI, Name: f.T("meet.act.before"), Together: true},
	}
	acts = append(acts, moving.TogetherAct(&f))
	if s.all {
		acts[3].Name = f.T("meet.agree.single")
	}
	a, ok := s.inHand(&f)
	switch {
	case f.Y() == nil:
		for i := range acts {
			acts[i].Why = f.T("meet.nocycle")
		}
	case !ok:
		for i := range acts[1 : len(acts)-1] {
			acts[i+1].Why = f.T("meet.agree.nothing")
		}
	case a.Status == account.Done:
		acts[2].Name = f.T("meet.agree.reopen")
	}
	return acts
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	list := all(&f)
	s.list = s.hold(list)
	a, _ := s.inHand(&f)
	std, today := part.Standard(&f), f.Today
	switch msg := msg.(type) {
	case agree.Added:
		return s.moved(keys.End, list), kit.Outcome{}
	case kit.Aim:
		number, all := strings.CutSuffix(string(msg), amongAll)
		s.list, s.all = widget.ListOn(number), all
		return s, kit.Outcome{}
	case kit.Do:
		switch msg {
		case "new":
			return s, kit.Outcome{Ask: agree.Together(&f, account.Action{Side: account.SupplierSide}, true)}
		case "edit":
			return s, kit.Outcome{Ask: agree.Together(&f, a, false)}
		case "session":
			return s, kit.Outcome{Ask: moving.AskTogether(&f)}
		case "side":
			s.all = !s.all
			return s, kit.Outcome{}
		case "next", "before":
			way := keys.Down
			if msg == "before" {
				way = keys.Up
			}
			return s.moved(way, list), kit.Outcome{}
		case "done":
			return s, kit.Changes(kit.Label("agree.label.done", a.Number), func(c *account.Client) error { return c.TurnAction(a.Number, account.Done, std, today) })
		}
	}
	if way := keys.Move(msg, false); way != keys.None {
		return s.moved(way, list), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

func (s Screen) moved(way keys.Way, list []account.Action) Screen {
	s.list = s.list.Move(way, len(list), 3)
	s.list = s.hold(list)
	return s
}
