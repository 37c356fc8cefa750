package initialise

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// peopleRow is a place in the list of people: a respondent, below them a colleague,
// or the one line of a group in which nobody stands yet.
type peopleRow struct {
	who       account.Initials
	colleague bool
}

// peopleRows are the respondents, those who have left behind the others, and below
// them the colleagues in the same order. Both groups have at least one row.
func peopleRows(f *kit.Frame) (rs []peopleRow, respondents int) {
	for _, left := range []bool{false, true} {
		for _, r := range f.Client.Respondents {
			if (r.Left != "") == left {
				rs = append(rs, peopleRow{who: r.Initials})
			}
		}
	}
	if len(rs) == 0 {
		rs = append(rs, peopleRow{})
	}
	respondents = len(rs)
	for _, left := range []bool{false, true} {
		for _, m := range f.Client.Colleagues {
			if (m.Left != "") == left {
				rs = append(rs, peopleRow{who: m.Initials, colleague: true})
			}
		}
	}
	if len(rs) == respondents {
		rs = append(rs, peopleRow{colleague: true})
	}
	return rs, respondents
}

// inHand is the row in hand.
func (s *Screen) inHand(f *kit.Frame) peopleRow {
	rs, _ := peopleRows(f)
	return rs[s.held(rs).In(len(rs))]
}

// held is the cursor on the person that it was on.
func (s *Screen) held(rs []peopleRow) widget.List {
	var who []string
	for _, r := range rs {
		who = append(who, strconv.FormatBool(r.colleague)+string(r.who))
	}
	return s.people.Hold(who)
}

// peopleActs are what can be done with the people.
func (s *Screen) peopleActs(f *kit.Frame) []kit.Act {
	t, at := f.T, s.inHand(f)
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: t("initialise.act.open")}
	add := kit.Act{ID: "new", Keys: keys.New, Name: t("initialise.act.respondent")}
	away := kit.Act{ID: "away", Keys: keys.Remove, Name: t("initialise.act.away"), Hidden: true}
	sponsor := kit.Act{ID: "sponsor", Keys: keys.Sponsor, Name: t("initialise.act.sponsor")}
	willing := kit.Act{ID: "willing", Keys: keys.Willing, Name: t("initialise.act.willing")}
	if at.who == "" {
		why := t("initialise.why.nobody")
		open.Why, away.Why, sponsor.Why, willing.Why = why, why, why, why
	}
	eight := len(f.Client.Taking()) >= account.MostRespondents
	switch {
	case at.colleague:
		add.Name, sponsor.Name = t("initialise.act.colleague"), t("initialise.act.responsible")
		willing.Why = t("initialise.why.colleague")
	case eight:
		add.Why = t("initialise.why.eight")
	case len(f.Client.Taking()) == account.MostRespondents-1:
		add.Name = t("initialise.act.eighth")
	}
	if m := f.Client.Colleague(at.who); m != nil {
		switch {
		case m.Left != "":
			away.Name, sponsor.Why = t("initialise.act.back"), t("initialise.why.gone", string(at.who))
		case f.Client.Responsible == at.who:
			sponsor.Name = t("initialise.act.irresponsible")
		}
	}
	if r := f.Client.Respondent(at.who); r != nil {
		switch {
		case r.Left != "":
			away.Name = t("initialise.act.back")
			sponsor.Why, willing.Why = t("initialise.why.left", string(at.who)), t("initialise.why.left", string(at.who))
			if eight {
				away.Why = t("initialise.why.eight")
			}
		case f.Client.Sponsor == at.who:
			sponsor.Name = t("initialise.act.nosponsor")
		}
		if r.Willing != "" {
			willing.Name = t("initialise.act.unwilling")
		}
	}
	simple := f.Client.Approach == account.Simple // two people need no sponsor
	sponsor.Hidden = simple && !at.colleague
	win := kit.Act{ID: "win", Keys: keys.Win, Name: t("initialise.act.win"), Hidden: f.Client.Sponsor != "" || simple}
	switch {
	case f.Client.Sponsor != "":
		win.Why = t("initialise.why.sponsor", string(f.Client.Sponsor))
	case f.Y() == nil:
		win.Why = t("initialise.nocycle")
	}
	paste := kit.Act{ID: "table", Keys: keys.PasteTable, Name: t("bring.act.table"), Hidden: true}
	rest := []kit.Act{handOverAct(f, at), joinAct(f, at), paste}
	if win.Why == "" {
		return append([]kit.Act{add, open, sponsor, win, willing, away}, rest...)
	}
	if r := f.Client.Respondent(at.who); r != nil && r.Willing == "" {
		return append([]kit.Act{add, open, willing, sponsor, away, win}, rest...) // their yes is what is still needed
	}
	return append([]kit.Act{add, open, sponsor, willing, away, win}, rest...)
}

// handOverAct lets another take over what a respondent has, who goes or has gone.
func handOverAct(f *kit.Frame, at peopleRow) kit.Act {
	act := kit.Act{ID: "handover", Keys: keys.HandOver, Name: f.T("initialise.act.handover"), Hidden: true}
	switch r := f.Client.Respondent(at.who); {
	case r == nil:
		act.Why = f.T("initialise.why.notrespondent")
	case r.Left != "" && !f.Client.HandoverOf(at.who, f.Today).Moves():
		act.Why = f.T("initialise.why.nothingopen", string(at.who))
	}
	return act
}

// joinAct makes one of two who are the same person; it is only seen where there
// are two.
func joinAct(f *kit.Frame, at peopleRow) kit.Act {
	act := kit.Act{ID: "join", Keys: keys.Join, Name: f.T("initialise.act.join")}
	twin, ok := twinOf(f, at.who)
	switch {
	case !ok:
		act.Hidden, act.Why = true, f.T("initialise.why.notwin")
	case len(f.Client.Apart(at.who, twin.Who)) > 0:
		act.Why = f.T("initialise.twin.apart", string(at.who), string(twin.Who), cyclesOf(f.Client.Apart(at.who, twin.Who)))
	}
	return act
}

// arrived puts the cursor on somebody who was just added.
type arrived struct{ who account.Initials }

// inPeople answers a message on the side of the people.
func (s Screen) inPeople(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	rs, _ := peopleRows(f)
	s.people = s.held(rs)
	s.people = s.people.To(s.people.At, len(rs), f.H)
	at := s.inHand(f)
	switch m := msg.(type) {
	case arrived:
		for i, r := range rs {
			if r.who == m.who {
				s.people = s.people.To(i, len(rs), f.H)
			}
		}
		return s, kit.Outcome{}
	case kit.Do:
		return s.doPeople(f, m, at)
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.people = s.people.Move(way, len(rs), f.H)
		s.people = s.held(rs)
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

func (s Screen) doPeople(f *kit.Frame, do kit.Do, at peopleRow) (kit.Screen, kit.Outcome) {
	who := at.who
	r := f.Client.Respondent(who)
	switch {
	case do == "new" && at.colleague:
		return s, kit.Outcome{Ask: newColleague(f)}
	case do == "new":
		return s, kit.Outcome{Ask: newRespondent(f)}
	case do == "win":
		if out, ask := part.AskMe(f, do); ask {
			return s, out
		}
		return s, kit.Outcome{Ask: winSponsor(f)}
	case do == "table":
		return s, kit.Outcome{Ask: s.post.Table()}
	case do == "open" && who != "":
		s.person = personScreen{who: who, colleague: at.colleague, form: widget.Form{Of: string(who)}}
	case do == "away" && at.colleague && who != "":
		return s, removeColleague(f, *f.Client.Colleague(who))
	case do == "sponsor" && at.colleague && who != "":
		return s, askResponsible(f, who)
	case r == nil:
	case do == "handover":
		return s, kit.Outcome{Ask: newLeaving(f, *r)}
	case do == "join":
		if twin, ok := twinOf(f, who); ok {
			return s, askJoin(f, who, twin)
		}
	case do == "away":
		return s, removeRespondent(f, *r)
	case do == "sponsor":
		return s, askSponsor(f, who)
	case do == "willing":
		return s, askWilling(f, *r)
	}
	return s, kit.Outcome{}
}

// askSponsor asks whether somebody becomes the sponsor, or is so no more.
func askSponsor(f *kit.Frame, who account.Initials) kit.Outcome {
	next, is := who, f.Client.Sponsor
	name := part.NameOf(f, who)
	ask := widget.Confirm{Title: f.T("initialise.sponsor.title", name), Text: f.T("initialise.sponsor.help"), Yes: f.T("initialise.sponsor.yes")}
	switch is {
	case who:
		next, ask.Title, ask.Yes = "", f.T("initialise.nosponsor.title", name), f.T("initialise.act.nosponsor")
	case "":
	default:
		ask.Text = f.T("initialise.sponsor.instead", part.NameOf(f, is)) + " " + ask.Text
	}
	ask.Then = func() kit.Outcome {
		return kit.Changes(kit.Label("initialise.label.sponsor", string(who)), func(c *account.Client) error { return c.MakeSponsor(next) })
	}
	return kit.Outcome{Ask: widget.NewConfirm(ask)}
}

// askWilling asks since when somebody takes part; no day is not.
func askWilling(f *kit.Frame, r account.Respondent) kit.Outcome {
	who := r.Initials
	ask := widget.Day{Name: "willing/" + string(who), Title: f.T("initialise.willing.title", part.NameOf(f, who)), Value: f.Today, Hints: part.HintsOfDay(f), Then: func(on account.Date) kit.Outcome {
		return kit.Changes(kit.Label("initialise.label.willing", string(who)), func(c *account.Client) error {
			return c.ChangeRespondent(who, func(r *account.Respondent) { r.Willing = on })
		})
	}}
	if r.Willing != "" {
		ask.Value, ask.Text, ask.Empty = r.Willing, f.T("initialise.willing.empty"), true
		ask.Stored = func(f kit.Frame) account.Date {
			if r := f.Client.Respondent(who); r != nil {
				return r.Willing
			}
			return ""
		}
	}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}
