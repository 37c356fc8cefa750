package realise

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

func (s Screen) visitActs(f *kit.Frame) []kit.Act {
	who, ok := s.person(f)
	fresh := kit.Act{ID: "new", Keys: keys.New, Name: f.T("realise.act.new")}
	if !ok {
		fresh.Why = f.T("realise.why.nobody")
	}
	if s.with == "" {
		open := kit.Act{ID: "open", Keys: keys.Open, Name: f.T("realise.act.open"), Why: fresh.Why}
		if ok && len(talksWith(f, who)) == 0 {
			open.Why = f.T("realise.why.notalk", string(who))
		}
		return []kit.Act{fresh, open}
	}
	why := ""
	if len(talksWith(f, s.with)) == 0 {
		why = f.T("realise.why.notalk", string(s.with))
	}
	return []kit.Act{
		fresh,
		{ID: "edit", Keys: keys.Open, Name: f.T("realise.act.edit"), Why: why},
		{ID: "remove", Keys: keys.Remove, Name: f.T("realise.act.remove"), Why: why},
	}
}

// person is the respondent in hand.
func (s Screen) person(f *kit.Frame) (account.Initials, bool) {
	if s.with != "" {
		return s.with, true
	}
	people := f.Client.Participants(f.Y())
	if len(people) == 0 {
		return "", false
	}
	return people[s.people.In(len(people))].Initials, true
}

// talksWith are the conversations with a respondent, newest first.
func talksWith(f *kit.Frame, who account.Initials) []account.Visit {
	var out []account.Visit
	for _, v := range f.Y().Visits {
		if v.With == who {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b account.Visit) int { return strings.Compare(string(b.Date), string(a.Date)) })
	return out
}

// held is the screen with its cursors on whom and what they were on.
func (s Screen) held(f *kit.Frame) Screen {
	var who, what []string
	for _, p := range f.Client.Participants(f.Y()) {
		who = append(who, string(p.Initials))
	}
	for _, v := range talksWith(f, s.with) {
		what = append(what, string(v.Date)+" "+string(v.By)+" "+v.Note)
	}
	s.people, s.talks = s.people.Hold(who), s.talks.Hold(what)
	return s
}

func (s Screen) inVisits(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	s = s.held(f)
	who, _ := s.person(f)
	talks := talksWith(f, who)
	switch msg {
	case kit.Do("open"):
		s.with, s.talks = who, widget.List{}
		return s, kit.Outcome{}, true
	case kit.Do("new"):
		return s, kit.Outcome{Ask: talkDialog(f, account.Visit{With: who, Date: f.Today}, true)}, true
	case kit.Do("edit"):
		return s, kit.Outcome{Ask: talkDialog(f, talks[s.talks.In(len(talks))], false)}, true
	case kit.Do("remove"):
		return s, remove(f, talks[s.talks.In(len(talks))]), true
	}
	if keys.Pressed(msg, keys.Back) && s.with != "" {
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

// talkDialog asks for a new conversation, or changes one.
func talkDialog(f *kit.Frame, v account.Visit, fresh bool) kit.Screen {
	cycle := f.Y().Name
	by := []widget.Choice{{Value: "", Label: f.T("realise.by.nobody")}}
	for _, m := range f.Client.Colleagues {
		by = append(by, widget.Choice{Value: string(m.Initials), Label: strings.TrimSpace(string(m.Initials) + " " + m.Name)})
	}
	if m := f.Client.ColleagueOf(f.Me); fresh && m != nil {
		v.By = m.Initials
	}
	name := "talk/" + string(v.With)
	if !fresh {
		name += "/" + string(v.Date) + "/" + v.Note
	}
	out := widget.FormDialog{Name: name, Title: f.T("realise.talk.title", f.Client.NameOf(v.With)), Text: f.T("realise.talk.text"),
		Fields: []widget.Field{
			{ID: "date", Label: f.T("realise.date"), Kind: widget.DateField, Value: string(v.Date)},
			{ID: "by", Label: f.T("realise.by"), Kind: widget.ChoiceField, Value: string(v.By), Choices: by},
			{ID: "note", Label: f.T("realise.note"), Kind: widget.TextField, Lines: 5, Value: v.Note, Hint: f.T("realise.note.hint")},
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
				fillVisit(&next, e)
				return c.AddVisit(cycle, next)
			}
			return c.ChangeVisit(cycle, v, beside, func(next *account.Visit) { fillVisit(next, e) })
		})
	}
	if !fresh {
		out.Stored = func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil {
				return nil, false
			}
			now, ok := y.Visit(v, beside)
			return map[string]string{"date": string(now.Date), "by": string(now.By), "note": now.Note}, ok
		}
	}
	return out
}

// fillVisit puts what was changed into a conversation.
func fillVisit(v *account.Visit, e widget.Edits) {
	widget.Put(e, "date", &v.Date)
	widget.Put(e, "by", &v.By)
	widget.Put(e, "note", &v.Note)
}

// others are the conversations with the same person that stand beside one.
func others(f *kit.Frame, v account.Visit) []account.Visit {
	return slices.DeleteFunc(talksWith(f, v.With), func(w account.Visit) bool { return w == v })
}

func remove(f *kit.Frame, v account.Visit) kit.Outcome {
	cycle, beside := f.Y().Name, others(f, v)
	return kit.Changes(kit.Label("realise.label.removed", string(v.With)), func(c *account.Client) error {
		return c.RemoveVisit(cycle, v, beside)
	})
}

// visits draws who was asked how long ago, or the conversations with one.
func (s Screen) visits(f *kit.Frame, h int) string {
	s = s.held(f)
	if s.with != "" {
		return s.talksOf(f, h)
	}
	people := f.Client.Participants(f.Y())
	if len(people) == 0 {
		return part.Empty(f, f.T("realise.empty"), f.T("realise.empty.how"))
	}
	table := widget.Table{
		Columns: []widget.Column{{Width: 4}, {Title: f.T("realise.col.name"), Share: 2}, {Title: f.T("realise.col.talks"), Width: 10, Right: true},
			{Title: f.T("realise.col.last"), Width: 16}, {Title: f.T("realise.col.note"), Share: 3, From: 70}},
		Count: len(people),
		Row: func(i int) widget.Row {
			who := people[i].Initials
			talks := talksWith(f, who)
			last, note, look := f.T("realise.never"), "", f.Theme.Warn
			if len(talks) > 0 {
				note = talks[0].Note
				n, _ := talks[0].Date.Until(f.Today)
				if last = f.Words.Ago(n); n < f.Client.Silence(who) {
					look = theme.Style{}
				}
			}
			row := widget.Row{Cells: widget.Texts(string(who), people[i].Name, f.Words.Int(len(talks)), last, note)}
			row.Cells[3].Style = look
			return row
		},
	}
	lines := table.View(*f, s.people, f.W, min(h-2, len(people)+2))
	return strings.Join(append(lines, "", f.Theme.Faint.Render(cells.Line(f.T("realise.ask"), f.W))), "\n")
}

func (s Screen) talksOf(f *kit.Frame, h int) string {
	talks := talksWith(f, s.with)
	table := widget.Table{
		Columns: []widget.Column{{Title: f.T("realise.date"), Width: 12}, {Title: f.T("realise.by"), Width: 5}, {Title: f.T("realise.note"), Share: 1}},
		Count:   len(talks), Empty: f.T("realise.why.notalk", string(s.with)),
		Row: func(i int) widget.Row {
			return widget.Row{Cells: widget.Texts(f.Words.ShortDate(talks[i].Date, f.Today), string(talks[i].By), talks[i].Note)}
		},
	}
	lines := append([]string{f.Theme.Strong.Render(cells.Line(f.Client.NameOf(s.with), f.W)), ""}, table.View(*f, s.talks, f.W, min(h/2, len(talks)+2))...)
	if len(talks) > 0 {
		lines = append(lines, "")
		lines = append(lines, cells.Wrap(talks[s.talks.In(len(talks))].Note, f.W)...)
	}
	return strings.Join(lines, "\n")
}
