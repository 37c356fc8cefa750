package presenter

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

// Acts are what can be done on the page in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	all := pages(&f)
	if len(all) == 0 {
		return nil
	}
	i := s.index(all)
	s.seats = s.seats.seen(&f)
	acts := append(s.pageActs(&f, all[i]), s.turnActs(&f, all, i)...)
	for n := range acts {
		acts[n].Together = true
	}
	return acts
}

// turnActs are to turn to another page.
func (s *Screen) turnActs(f *kit.Frame, all []page, i int) []kit.Act {
	p := all[i]
	next := kit.Act{ID: "onwards", Looks: true, Keys: keys.Onwards, Name: f.T("meet.act.next")}
	before := kit.Act{ID: "backwards", Looks: true, Keys: keys.Backwards, Name: f.T("meet.act.before")}
	switch {
	case len(s.fields(f, p)) > 0 && !s.free(f, p):
		next.Keys, before.Keys = keys.NextPart, keys.LastPart
	case p.kind == presentPage || len(s.fields(f, p)) > 0:
		next.Keys = keys.OnwardsOr
	case s.rows(f, p) > 0:
		next.Keys = keys.OnwardsBut
	}
	if i == 0 {
		before.Why = f.T("meet.session.begins")
	}
	if i == len(all)-1 {
		next.Why = f.T("meet.session.ends")
	}
	return []kit.Act{next, before}
}

// pageActs are what can be done with what stands on the page.
func (s *Screen) pageActs(f *kit.Frame, p page) []kit.Act {
	if s.form.Typing() {
		return s.typingActs(f, p)
	}
	acts := s.catching(f, p)
	if f.Y().Common() {
		acts = append(acts,
			kit.Act{ID: "new", Keys: keys.New, Name: f.T("meet.agree.new")}, kit.Act{ID: "decide", Keys: keys.Decide, Name: f.T("meet.session.act.decide")},
			kit.Act{ID: "newkwi", Keys: keys.Make, Name: f.T("meet.session.act.newkwi")})
	}
	for i := range acts {
		if !runs(f) {
			acts[i].Why = f.T("meet.session.closed")
		}
	}
	if p.kind == presentPage {
		return []kit.Act{{ID: "tick", Keys: keys.Toggle, Name: f.T("meet.session.act.tick")}}
	}
	return acts
}

// catching is what can be caught on a page of its own kind.
func (s *Screen) catching(f *kit.Frame, p page) (acts []kit.Act) {
	switch p.kind {
	case agendaPage:
		acts = []kit.Act{{ID: "minutes", Keys: keys.ToggleOrOpen, Name: f.T("meet.session.act.minutes")}}
	case kwiPage, trendPage:
		acts = []kit.Act{{ID: "sharpen", Keys: keys.Sharpen, Name: f.T("meet.session.act.sharpen")}}
		if s.regrades(f, p) {
			acts = append(acts, kit.Act{ID: "regrade", Keys: keys.Regrade, Name: f.T("meet.session.act.regrade")})
		}
	case ideasPage:
		acts = []kit.Act{{ID: "write", Keys: keys.Open, Name: f.T("meet.session.act.write")}}
	case countPage:
		acts = []kit.Act{{ID: "vote", Keys: keys.Toggle, Name: f.T("meet.session.act.vote")}, {ID: "less", Keys: keys.VoteLess, Name: f.T("meet.session.act.less")},
			{ID: "choose", Keys: keys.Open, Name: f.T("meet.session.act.choose")}}
		if idea := s.idea(f); idea.Action != "" {
			acts[2].Why = f.T("meet.session.chosen", idea.Action)
		}
		if s.idea(f).Votes == 0 {
			acts[1].Why = f.T("meet.session.novotes")
		}
	case donePage, agreedPage:
		acts = []kit.Act{{ID: "edit", Keys: keys.Change, Name: f.T("meet.agree.edit")}}
	case listPage:
		if len(toDo(f)) > 0 {
			acts = []kit.Act{{ID: "edit", Keys: keys.ToggleOrOpen, Name: f.T("meet.agree.edit")}}
		}
	case nextPage:
		acts = []kit.Act{{ID: "coming", Keys: keys.ToggleOrOpen, Name: f.T("meet.session.act.coming")}}
	}
	return acts
}

// command does an act of the page in hand, and reports whether it was one.
func (s *Screen) command(f *kit.Frame, p page, msg tea.Msg) (kit.Outcome, bool) {
	do, is := msg.(kit.Do)
	if !is {
		return kit.Outcome{}, false
	}
	ask := func(d kit.Screen) (kit.Outcome, bool) { return kit.Outcome{Ask: d}, true }
	switch do {
	case "tick":
		all := s.seats.all(f)
		return s.ticked(f, all[s.list.In(len(all))]), true
	case "minutes":
		return ask(s.minutes(f))
	case "sharpen":
		return ask(sharpening(f, p.kwiOf(f).Code))
	case "newkwi":
		return ask(agreeing(f))
	case "coming":
		n := f.Y().Meeting.Next[s.list.In(len(f.Y().Meeting.Next))]
		if n.KWI != 0 {
			return ask(sharpening(f, n.KWI))
		}
		return ask(changing(f, n.Title))
	case "regrade":
		return ask(whose(f, p.kwiOf(f)))
	case "new":
		return ask(agree.Together(f, account.Action{Side: account.SupplierSide}, true))
	case "edit":
		if a := s.action(f, p); a != nil {
			return ask(agree.Together(f, *a, false))
		}
	case "decide":
		return ask(deciding(f))
	case "vote":
		return s.voted(f, +1), true
	case "less":
		return s.voted(f, -1), true
	case "choose":
		if idea := s.idea(f); idea != nil {
			return ask(agree.FromIdea(f, idea.Text))
		}
	case "write":
		fields := s.fields(f, p)
		s.form = s.form.On(freshLine).Begin(*f, fields)
		return kit.Outcome{}, true
	}
	return kit.Outcome{}, false
}

// action is the agreement in hand, or nil.
func (s *Screen) action(f *kit.Frame, p page) (a *account.Action) {
	number := p.of
	if all := toDo(f); p.kind == listPage && len(all) > 0 {
		number = all[s.list.In(len(all))].Number
	}
	_, a = f.Client.Action(number)
	return a
}

// minutes asks how long the part of the session in hand is planned to take.
func (s *Screen) minutes(f *kit.Frame) kit.Screen {
	cycle := f.Y().Name
	p := f.Y().Agenda()[s.list.In(len(account.AgendaItems()))]
	return widget.FormDialog{Name: "agenda/" + string(p.Item), Title: f.T("meet.session.item." + string(p.Item)), Together: true,
		Fields: []widget.Field{{ID: "minutes", Label: f.T("meet.session.minutes"), Kind: widget.NumberField, Value: strconv.Itoa(p.Minutes), Set: func(v string) kit.Outcome {
			if _, ok := wholeMinutes(v); !ok {
				return kit.Refuses(f.T("meet.session.minutes.bad", account.MostMinutes))
			}
			return kit.Outcome{}
		}}},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil {
				return nil, false
			}
			return map[string]string{"minutes": strconv.Itoa(y.Agenda()[itemPlace(p.Item)].Minutes)}, true
		},
		Then: func(e widget.Edits) kit.Outcome {
			n, ok := wholeMinutes(e.Get("minutes"))
			if !ok {
				return kit.Refuses(f.T("meet.session.minutes.bad", account.MostMinutes))
			}
			return kit.Changes(kit.Label("meet.session.label.agenda", string(p.Item)), func(c *account.Client) error { return c.PlanItem(cycle, p.Item, n) })
		}}
}
