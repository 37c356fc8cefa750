package realise

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// heldIdeas is the screen with its cursor on the idea that it was on.
func (s Screen) heldIdeas(f *kit.Frame) Screen {
	var texts []string
	for _, i := range f.Client.StandingIdeas(f.Y()) {
		texts = append(texts, placeName(i.Place))
	}
	s.brought = s.brought.Hold(texts)
	return s
}

// placeName is the place of an idea as a name.
func placeName(at account.IdeaPlace) string {
	if at.Session {
		return strings.Join([]string{string(at.Cycle), "session", at.Text}, "/")
	}
	return string(at.Cycle) + "/" + at.Text
}

// ideaInHand is the idea that somebody brought in hand.
func (s Screen) ideaInHand(f *kit.Frame) (account.StandingIdea, bool) {
	all := f.Client.StandingIdeas(f.Y())
	if len(all) == 0 {
		return account.StandingIdea{}, false
	}
	return all[s.heldIdeas(f).brought.In(len(all))], true
}

func (s Screen) broughtActs(f *kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "bring", Keys: keys.New, Name: f.T("realise.act.bring")},
		{ID: "change", Keys: keys.Open, Name: f.T("realise.act.edit")},
		{ID: "takeup", Keys: keys.Agree, Name: f.T("realise.act.takeup")},
		{ID: "whynot", Keys: keys.WhyNot, Name: f.T("realise.act.whynot")},
		{ID: "tell", Keys: keys.Toggle, Name: f.T("realise.act.tell")},
		{ID: "drop", Keys: keys.Remove, Name: f.T("realise.act.remove"), Hidden: true},
	}
	i, ok := s.ideaInHand(f)
	if !ok {
		for n := range acts[1:] {
			acts[n+1].Why = f.T("realise.why.noidea")
		}
		return acts
	}
	if i.Place.Session || i.Place.Cycle != f.Y().Name {
		acts[1].Why, acts[5].Why = f.T("realise.why.before"), f.T("realise.why.before")
	}
	if i.Idea.Action != "" {
		acts[2].Why = f.T("realise.why.takenup", i.Idea.Action)
		acts[3].Why = acts[2].Why
	}
	if !i.Idea.Answered() {
		acts[4].Why = f.T("realise.why.unanswered")
	}
	return acts
}

func (s Screen) inBrought(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	s = s.heldIdeas(f)
	i, _ := s.ideaInHand(f)
	cycle := f.Y().Name
	switch msg {
	case kit.Do("bring"):
		return s, kit.Outcome{Ask: ideaDialog(f, account.Idea{Date: f.Today}, true)}, true
	case kit.Do("change"):
		return s, kit.Outcome{Ask: ideaDialog(f, i.Idea, false)}, true
	case kit.Do("takeup"):
		return s, kit.Outcome{Ask: takeUp(f, i)}, true
	case kit.Do("whynot"):
		return s, kit.Outcome{Ask: askWhyNot(f, i)}, true
	case kit.Do("tell"):
		return s, kit.Outcome{Ask: askTold(f, i)}, true
	case kit.Do("drop"):
		return s, kit.Changes(kit.Label("realise.label.idea.gone"), func(c *account.Client) error { return c.DropIdea(cycle, i.Place.Text) }), true
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.brought = s.brought.Move(way, len(f.Client.StandingIdeas(f.Y())), max(1, f.H-tabLines-5))
		return s.heldIdeas(f), kit.Outcome{}, true
	}
	return s, kit.Outcome{}, false
}

// ideaDialog asks for an idea that somebody brought, or changes one.
func ideaDialog(f *kit.Frame, i account.Idea, fresh bool) kit.Screen {
	frame, cycle, was := *f, f.Y().Name, i.Text
	kwis := []widget.Choice{{Value: "", Label: f.T("agree.nokwi")}}
	for _, k := range f.Y().KWIs {
		kwis = append(kwis, widget.Choice{Value: k.Code.String(), Label: k.Code.String() + " " + k.Title})
	}
	name := "idea/new"
	if !fresh {
		name = "idea/" + placeName(account.IdeaPlace{Cycle: cycle, Text: was})
	}
	out := widget.FormDialog{Name: name, Title: f.T("realise.idea.title"), Text: f.T("realise.idea.text"),
		Fields: []widget.Field{
			{ID: "text", Label: f.T("realise.idea.what"), Kind: widget.SentenceField, Lines: 4, Value: i.Text},
			{ID: "by", Label: f.T("realise.idea.by"), Kind: widget.LineField, Value: i.By, Hint: f.T("realise.idea.by.hint")},
			{ID: "kwi", Label: "KWI", Kind: widget.ChoiceField, Value: i.KWI.String(), Choices: kwis},
			{ID: "date", Label: f.T("realise.date"), Kind: widget.DateField, Value: string(i.Date)},
		},
		Check: func(v map[string]string) string {
			if v["text"] == "" {
				return frame.T("realise.idea.missing")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("realise.label.idea"), func(c *account.Client) error {
				if fresh {
					next := account.Idea{}
					fillIdea(&next, e)
					return c.BringIdea(cycle, next)
				}
				return c.ChangeIdea(cycle, was, func(next *account.Idea) { fillIdea(next, e) })
			})
		}}
	if !fresh {
		out.Stored = func(f kit.Frame) (map[string]string, bool) {
			now := f.Client.IdeaAt(account.IdeaPlace{Cycle: cycle, Text: was})
			if now == nil {
				return nil, false
			}
			return map[string]string{"text": now.Text, "by": now.By, "kwi": now.KWI.String(), "date": string(now.Date)}, true
		}
	}
	return out
}

// fillIdea puts what was changed into an idea.
func fillIdea(i *account.Idea, e widget.Edits) {
	widget.Put(e, "text", &i.Text)
	widget.Put(e, "by", &i.By)
	widget.Put(e, "date", &i.Date)
	if e.Has("kwi") {
		i.KWI, _ = account.ParseKWICode(e.Get("kwi"))
	}
}

// takeUp asks for the agreement that an idea becomes.
func takeUp(f *kit.Frame, i account.StandingIdea) kit.Screen {
	cycle, std, today, at := f.Y().Name, part.Standard(f), f.Today, i.Place
	base := account.Action{Text: i.Idea.Text, Side: account.SupplierSide, For: f.Client.Owner(f.Me)}
	if f.Y().KWI(i.Idea.KWI) != nil {
		base.KWI = i.Idea.KWI
	}
	return agree.From(f, "action/idea/"+placeName(at), base, func(c *account.Client, a account.Action) error {
		_, err := c.TakeUpIdea(at, cycle, a, std, today)
		return err
	})
}

// askWhyNot asks for at least one argument against an idea.
func askWhyNot(f *kit.Frame, i account.StandingIdea) kit.Screen {
	frame, at := *f, i.Place
	return widget.NewAsk(widget.Ask{
		Name: "idea/whynot/" + placeName(at), Title: f.T("realise.whynot.title"), Text: i.Idea.Text, Label: f.T("realise.whynot.label"), Hint: f.T("realise.whynot.hint"), Sentence: true, Does: true,
		Stored: func(f kit.Frame) (string, bool) {
			now := f.Client.IdeaAt(at)
			if now == nil {
				return "", false
			}
			return now.WhyNot, true
		},
		Then: func(why string) kit.Outcome {
			if strings.TrimSpace(why) == "" {
				return kit.Refuses(frame.T("realise.whynot.missing"))
			}
			return kit.Changes(kit.Label("realise.label.idea.whynot"), func(c *account.Client) error { return c.DeclineIdea(at, why) })
		},
	})
}

// askTold asks on which day whoever brought an idea got the answer; on none where
// they did not after all.
func askTold(f *kit.Frame, i account.StandingIdea) kit.Screen {
	at := i.Place
	ask := widget.Day{Name: "idea/told/" + placeName(at), Title: f.T("realise.told.title"), Text: i.Idea.Text, Value: f.Today, Then: func(on account.Date) kit.Outcome {
		return kit.Changes(kit.Label("realise.label.idea.told"), func(c *account.Client) error { return c.TellIdea(at, on) })
	}}
	if i.Idea.Told != "" {
		ask.Value, ask.Empty, ask.Text = i.Idea.Told, true, f.T("realise.told.empty")
		ask.Stored = func(f kit.Frame) account.Date {
			if now := f.Client.IdeaAt(at); now != nil {
				return now.Told
			}
			return ""
		}
	}
	return widget.NewDay(*f, ask)
}

// ideaStanding is how an idea stands in a few words.
func ideaStanding(f *kit.Frame, i account.Idea) (string, theme.Style) {
	switch {
	case !i.Answered():
		return f.T("realise.idea.waits"), f.Theme.Warn
	case i.Owed():
		return f.T("realise.idea.tell"), f.Theme.Warn
	case i.Action != "":
		return f.T("realise.idea.became", i.Action), theme.Style{}
	}
	return f.T("realise.idea.not"), theme.Style{}
}

// broughtIdeas draws the ideas that people brought, and the one in hand in full.
func (s Screen) broughtIdeas(f *kit.Frame, h int) string {
	s = s.heldIdeas(f)
	all := f.Client.StandingIdeas(f.Y())
	if len(all) == 0 {
		return part.Empty(f, f.T("realise.brought.empty"), f.T("realise.brought.empty.how"))
	}
	i, _ := s.ideaInHand(f)
	below := s.ideaInFull(f, i)
	if len(below) > h-5 {
		below = below[:max(0, h-5)]
	}
	lines := broughtTable(f, all).View(*f, s.brought, f.W, min(h-len(below)-1, len(all)+2))
	return strings.Join(append(append(lines, ""), below...), "\n")
}

func broughtTable(f *kit.Frame, all []account.StandingIdea) widget.Table {
	return widget.Table{
		Columns: []widget.Column{{Title: f.T("realise.idea.what"), Share: 3}, {Title: f.T("realise.idea.by"), Width: 14, From: 70}, {Title: "KWI", Width: 6, From: 80}, {Title: f.T("realise.idea.answer"), Width: 18}},
		Count:   len(all),
		Row: func(n int) widget.Row {
			i := all[n].Idea
			standing, look := ideaStanding(f, i)
			row := widget.Row{Cells: widget.Texts(i.Text, i.By, i.KWI.String(), standing), Faint: !i.Owed()}
			row.Cells[3].Style = look
			return row
		},
	}
}

// ideaInFull is an idea with all that is known of it.
func (s Screen) ideaInFull(f *kit.Frame, i account.StandingIdea) []string {
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, f.T(key, value))
		}
	}
	switch {
	case i.Place.Session:
		parts = append(parts, f.T("realise.idea.is.session", string(i.Place.Cycle)))
	default:
		add("realise.idea.is.by", i.Idea.By)
	}
	if i.Idea.Date != "" {
		add("realise.idea.is.date", f.Words.ShortDate(i.Idea.Date, f.Today))
	}
	if k := f.Y().KWI(i.Idea.KWI); k != nil {
		parts = append(parts, k.Code.String()+" "+k.Title)
	}
	add("realise.idea.became", i.Idea.Action)
	add("realise.idea.is.whynot", i.Idea.WhyNot)
	if i.Idea.Told != "" {
		add("realise.idea.is.told", f.Words.ShortDate(i.Idea.Told, f.Today))
	}
	lines := cells.Wrap(i.Idea.Text, f.W)
	for _, line := range cells.Wrap(strings.Join(parts, " "+f.Theme.Glyphs.Dot+" "), f.W) {
		lines = append(lines, f.Theme.Faint.Render(line))
	}
	return lines
}
