package realise

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

func (s Screen) visitActs(f *kit.Frame) []kit.Act {
	who, ok := s.person(f)
	fresh := kit.Act{ID: "new", Keys: keys.New, Name: f.T("realise.act.new")}
	if !ok {
		fresh.Why = f.T("realise.why.nobody")
	}
	if s.with == "" {
		open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("realise.act.open"), Why: fresh.Why}
		if ok && len(f.Y().VisitsWith(who)) == 0 {
			open.Why = f.T("realise.why.notalk", string(who))
		}
		return []kit.Act{fresh, open}
	}
	why := ""
	if len(f.Y().VisitsWith(s.with)) == 0 {
		why = f.T("realise.why.notalk", string(s.with))
	}
	return []kit.Act{
		fresh,
		{ID: "edit", Keys: keys.Open, Name: f.T("realise.act.edit"), Why: why},
		{ID: "remove", Keys: keys.Remove, Name: f.T("realise.act.remove"), Why: why},
		{ID: "close", Keys: keys.Back, Name: f.T("draft.act.close"), Hidden: true},
	}
}

// person is the respondent in hand.
func (s Screen) person(f *kit.Frame) (account.Initials, bool) {
	if s.with != "" {
		return s.with, true
	}
	rounds := f.Client.Rounds(f.Y(), f.Moment())
	if len(rounds) == 0 {
		return "", false
	}
	return rounds[s.people.In(len(rounds))].Who, true
}

// held is the screen with its cursors on whom and what they were on.
func (s Screen) held(f *kit.Frame) Screen {
	var who, what []string
	for _, v := range f.Client.Rounds(f.Y(), f.Moment()) {
		who = append(who, string(v.Who))
	}
	for _, v := range f.Y().VisitsWith(s.with) {
		what = append(what, string(v.At())+" "+string(v.By)+" "+v.Note+" "+v.Asked)
	}
	s.people, s.talks = s.people.Hold(who), s.talks.Hold(what)
	return s
}

func (s Screen) inVisits(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	s = s.held(f)
	who, _ := s.person(f)
	talks := f.Y().VisitsWith(who)
	switch msg {
	case kit.Do("open"):
		s.with, s.talks = who, widget.List{}
		return s, kit.Outcome{}, true
	case kit.Do("new"):
		return s, kit.Outcome{Ask: askTalk(f, who)}, true
	case kit.Do("edit"):
		return s, kit.Outcome{Ask: talkDialog(f, talks[s.talks.In(len(talks))], false)}, true
	case kit.Do("remove"):
		return s, remove(f, talks[s.talks.In(len(talks))]), true
	}
	if (msg == kit.Do("close") || keys.Pressed(msg, keys.Back)) && s.with != "" {
		s.with = ""
		return s, kit.Outcome{}, true
	}
	way := keys.Move(msg, false)
	if way == keys.None {
		return s, kit.Outcome{}, false
	}
	if s.with != "" {
		s.talks = s.talks.Move(way, len(talks), max(1, f.H-tabLines-3))
	} else {
		s.people = s.people.Move(way, len(f.Client.Participants(f.Y())), max(1, f.H-tabLines-2))
	}
	return s.held(f), kit.Outcome{}, true
}

// talkDialog asks for a new talk, or changes one.
func talkDialog(f *kit.Frame, v account.Visit, fresh bool) widget.FormDialog {
	cycle, today := f.Y().Name, f.Today
	by := []widget.Choice{{Value: "", Label: f.T("realise.by.nobody")}}
	for _, m := range f.Client.Colleagues {
		by = append(by, widget.Choice{Value: string(m.Initials), Label: strings.TrimSpace(string(m.Initials) + " " + m.Name)})
	}
	name := "talk/" + string(v.With)
	if !fresh {
		name += "/" + string(v.At()) + "/" + v.Note
	}
	out := widget.FormDialog{Name: name, Title: f.T("realise.talk.title", f.Client.NameOf(v.With)), Text: f.T("realise.talk.text"),
		Fields: []widget.Field{
			{ID: "date", Label: f.T("realise.date"), Kind: widget.MomentField, Value: string(v.At()), Help: f.T("realise.hours.help")},
			{ID: "goes", Label: f.T("realise.goes"), Kind: widget.ChoiceField, Value: string(v.Goes), Choices: goings(f)},
			{ID: "note", Label: f.T("realise.note"), Kind: widget.TextField, Lines: 5, Value: v.Note, Hint: f.T("realise.note.hint")},
			{ID: "asked", Label: f.T("realise.asked"), Kind: widget.LineField, Value: v.Asked, Hint: f.T("realise.asked.hint")},
			{ID: "by", Label: f.T("realise.by"), Kind: widget.ChoiceField, Value: string(v.By), Choices: by},
		},
		Check: func(m map[string]string) string {
			if m["date"] == "" {
				return f.T("realise.date.missing")
			}
			return ""
		}}
	beside := others(f, v)
	out.Then = func(e widget.Edits) kit.Outcome {
		return kit.Changes(kit.Label("realise.label.talk", string(v.With)), func(c *account.Client) error {
			if fresh {
				next := account.Visit{With: v.With}
				fillVisit(&next, e, today)
				return c.AddVisit(cycle, next)
			}
			return c.ChangeVisit(cycle, v, beside, func(next *account.Visit) { fillVisit(next, e, today) })
		})
	}
	if !fresh {
		out.Stored = func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil {
				return nil, false
			}
			now, ok := y.Visit(v, beside)
			return map[string]string{"date": string(now.At()), "by": string(now.By), "note": now.Note, "asked": now.Asked, "goes": string(now.Goes)}, ok
		}
	}
	return out
}

// fillVisit puts what was changed on a day into a conversation.
func fillVisit(v *account.Visit, e widget.Edits, today account.Date) {
	was, at := *v, v.At()
	widget.Put(e, "date", &at)
	v.SetAt(at)
	widget.Put(e, "by", &v.By)
	widget.Put(e, "note", &v.Note)
	widget.Put(e, "asked", &v.Asked)
	widget.Put(e, "goes", &v.Goes)
	v.NotedOn(today, was)
}

// others are the conversations with the same person that stand beside one.
func others(f *kit.Frame, v account.Visit) []account.Visit {
	return slices.DeleteFunc(f.Y().VisitsWith(v.With), func(w account.Visit) bool { return w == v })
}

func remove(f *kit.Frame, v account.Visit) kit.Outcome {
	cycle, beside := f.Y().Name, others(f, v)
	return kit.Changes(kit.Label("realise.label.removed", string(v.With)), func(c *account.Client) error {
		return c.RemoveVisit(cycle, v, beside)
	})
}
