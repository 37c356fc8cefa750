package agree

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// newsOf is which news of an agreement there is to tell.
func newsOf(a account.Action) account.News {
	if a.Status == account.Done {
		return account.WhatCame
	}
	return account.ItComes
}

// toField is the field of whether one respondent was told.
func toField(who account.Initials) string { return "to/" + string(who) }

// askTold asks when, by which way and to whom an agreement was announced, or what
// came of it was told: to all who should know at once, and whoever was not told is
// taken off by name.
func askTold(f *kit.Frame, a account.Action) kit.Screen {
	y, news, number := f.Y(), newsOf(a), a.Number
	std, today := part.Standard(f), f.Today
	hears := f.Client.Hears(y, a)
	key, on := "agree.announced", today
	if news == account.WhatCame {
		key = "agree.result"
	}
	if known := slices.ContainsFunc(a.Tellings, func(t account.Telling) bool { return t.Done == bool(news) }); !known && news == account.ItComes && a.Announced != "" {
		on = a.Announced // to whom it was is noted only now
	}
	ways := []widget.Choice{{Value: "", Label: f.T("agree.way.some")}}
	for _, w := range account.Ways() {
		ways = append(ways, widget.Choice{Value: string(w), Label: f.T("agree.way." + string(w))})
	}
	fields := []widget.Field{
		{ID: "on", Label: f.T("agree.told.on"), Kind: widget.DateField, Value: string(on)},
		{ID: "way", Label: f.T("agree.told.way"), Kind: widget.ChoiceField, Choices: ways},
	}
	for _, who := range hears {
		field := widget.Field{ID: toField(who), Label: part.NameOf(f, who), Kind: widget.ToggleField, Value: widget.Yes}
		if told, is := a.ToldTo(who, news); is {
			field.Help = f.T("agree.told.already", tellingSays(f, told))
		}
		fields = append(fields, field)
	}
	text := a.Text
	if off := leftOut(f, hears); off != "" && a.KWI != 0 && len(hears) > 0 {
		text += "\n\n" + f.T("agree.told.others", off)
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "action/told/" + number + "/" + string(a.Status), Title: f.T(key+".title", number), Text: text, Fields: fields,
		Check: func(v map[string]string) string {
			if v["on"] == "" {
				return f.T("agree.told.undated")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label(key+".label", number), func(c *account.Client) error {
				_, now := c.Action(number)
				if now == nil {
					return fault.New(fault.Removed, number)
				}
				day, way := account.Date(e.Get("on")), account.Way(e.Get("way"))
				var told, not []account.Initials
				for _, who := range hears {
					_, is := now.ToldTo(who, news)
					switch yes := e.Get(toField(who)) == widget.Yes; {
					case yes && !is:
						told = append(told, who)
					case !yes && is:
						not = append(not, who)
					}
				}
				nobody := !slices.ContainsFunc(hears, func(who account.Initials) bool { return e.Get(toField(who)) == widget.Yes })
				if news == account.ItComes && nobody && len(hears) > 0 {
					return c.AnnounceAction(number, std, today, "")
				}
				if news == account.ItComes && len(hears) == 0 {
					return c.AnnounceAction(number, std, today, day)
				}
				if len(not) > 0 {
					if err := c.UntellAction(number, news, not, std, today); err != nil {
						return err
					}
				}
				if len(told) == 0 {
					return nil
				}
				return c.TellAction(number, news, told, day, way, std, today)
			})
		},
	})
}

// leftOut names who takes part and is told nothing, since the KWI means nothing to
// them.
func leftOut(f *kit.Frame, hears []account.Initials) string {
	var out []string
	for _, r := range f.Client.Awaited(f.Y()) {
		if !slices.Contains(hears, r.Initials) {
			out = append(out, string(r.Initials))
		}
	}
	return strings.Join(out, ", ")
}

// tellingSays is when and by which way somebody was told.
func tellingSays(f *kit.Frame, t account.Telling) string {
	day := f.Words.ShortDate(t.On, f.Today)
	if t.Way == "" {
		return day
	}
	return day + ", " + f.T("agree.way."+string(t.Way))
}

// life is how far an agreement is, in three signs: announced, done, and whether
// anything shows it.
func life(f *kit.Frame, a account.Action) (signs string) {
	g := f.Theme.Glyphs
	sign := func(has bool, part bool) string {
		switch {
		case has && part:
			return g.Now
		case has:
			return g.Done
		}
		return g.Todo
	}
	announced := sign(a.Announced != "", len(f.Client.Untold(f.Y(), a, account.ItComes)) > 0)
	if a.Internal || a.Side == account.ClientSide {
		announced = g.None
	}
	return announced + sign(a.Status == account.Done, false) + sign(a.Evidence != "", false)
}

// lifeStep is one of the three: its sign, and what it says.
type lifeStep struct{ sign, text string }

// lifeSteps are the same in words, with whom it was told and whether the client
// may see what shows it.
func lifeSteps(f *kit.Frame, a account.Action) []lifeStep {
	signs := []rune(life(f, a))
	announced, done, shown := f.T("agree.life.unannounced"), f.T("agree.life.undone"), f.T("agree.life.unshown")
	switch {
	case a.Internal:
		announced = f.T("agree.life.internal")
	case a.Side == account.ClientSide:
		announced = f.T("agree.life.theirs")
	case a.Announced != "":
		announced = f.T("agree.is.announced", f.Words.ShortDate(a.Announced, f.Today)) + toWhom(f, a, account.ItComes)
	}
	if a.Status == account.Done && a.Announced == "" && !a.Internal && a.Side != account.ClientSide {
		announced = f.T("agree.life.never")
	}
	if a.Done != "" {
		done = f.T("agree.is.done", f.Words.ShortDate(a.Done, f.Today))
	}
	switch {
	case a.EvidenceShared:
		shown = f.T("agree.life.shared", a.Evidence)
	case a.Evidence != "":
		shown = f.T("agree.is.evidence", a.Evidence)
	}
	return []lifeStep{{string(signs[0]), announced}, {string(signs[1]), done}, {string(signs[2]), shown}}
}

// lifeLines are these steps in as few lines as they take, and who still does not
// know.
func lifeLines(f *kit.Frame, a account.Action, w int) []string {
	if a.Status == account.Dropped {
		return nil
	}
	var steps []string
	for _, s := range lifeSteps(f, a) {
		steps = append(steps, s.sign+" "+s.text)
	}
	var lines []string
	for _, l := range cells.Wrap(strings.Join(steps, "  "+f.Theme.Glyphs.Dot+"  "), w) {
		lines = append(lines, f.Theme.Faint.Render(l))
	}
	if text, look := untoldLine(f, a); text != "" {
		for _, l := range cells.Wrap(text, w) {
			lines = append(lines, look.Render(l))
		}
	}
	return lines
}

// toWhom is to whom news was told and by which way, where that was noted.
func toWhom(f *kit.Frame, a account.Action, news account.News) string {
	var who []string
	ways := map[account.Way]bool{}
	for _, t := range a.Tellings {
		if t.Done == bool(news) {
			who = append(who, string(t.Who))
			ways[t.Way] = true
		}
	}
	if len(who) == 0 {
		return ""
	}
	slices.Sort(who)
	said := f.T("agree.life.to", strings.Join(who, ", "))
	if len(f.Client.Untold(f.Y(), a, news)) == 0 && len(who) > 1 {
		said = f.T("agree.life.toall")
	}
	if len(ways) == 1 {
		for w := range ways {
			if w != "" {
				said += ", " + f.T("agree.way."+string(w))
			}
		}
	}
	return " " + said
}

// untoldLine names who should know and does not, and once it is done whom was told
// what came of it.
func untoldLine(f *kit.Frame, a account.Action) (string, theme.Style) {
	news, any := a.News()
	if !any {
		return "", f.Theme.Faint
	}
	told, missing := toWhom(f, a, news), f.Client.Untold(f.Y(), a, news)
	if len(missing) == 0 {
		if news == account.WhatCame && told != "" {
			return f.T("agree.life.resulttold") + told, f.Theme.Faint
		}
		return "", f.Theme.Faint
	}
	var names []string
	for _, who := range missing {
		names = append(names, string(who))
	}
	switch {
	case news == account.WhatCame:
		return f.T("agree.untold.result", strings.Join(names, ", ")), f.Theme.Warn
	case a.Announced != "":
		return f.T("agree.untold.comes", strings.Join(names, ", ")), f.Theme.Warn
	}
	return "", f.Theme.Faint
}

// Untold are those who should have heard of an agreement and did not.
func Untold(f *kit.Frame, a account.Action) []account.Initials {
	news, any := a.News()
	if !any {
		return nil
	}
	return f.Client.Untold(f.Y(), a, news)
}
