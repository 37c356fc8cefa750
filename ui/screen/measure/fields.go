package measure

import (
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/part/moving"
	"kwi/ui/widget"
)

// planFields are the session and the days that follow from it.
func planFields(f *kit.Frame) []widget.Field {
	y := f.Y()
	name := y.Name
	fields := []widget.Field{
		{ID: "session", Label: f.T(ofApproach(f, "measure.session")), Kind: widget.LineField, Value: f.Words.Date(y.Session), Proposed: true, Shown: widget.ShownDay(f, y.Session), Help: f.T(ofApproach(f, "measure.session.help")), Set: func(v string) kit.Outcome { return moving.Typed(f, v) }},
		{ID: "place", Label: f.T("measure.place"), Kind: widget.LineField, Value: y.Place, Hint: f.T("measure.place.hint"), Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("measure.label.place"), func(c *account.Client) error { return c.SetPlace(name, v) })
		}},
		{ID: "by", Label: f.T("measure.by"), Kind: widget.ChoiceField, Value: string(y.AnswersBy), Help: f.T("measure.by.help"), Choices: []widget.Choice{
			{Value: string(account.ByName), Label: f.T("measure.by.name")}, {Value: string(account.ByGroup), Label: f.T("measure.by.group")},
		}, Set: func(v string) kit.Outcome {
			out := kit.Changes(kit.Label("measure.label.by"), func(c *account.Client) error { return c.KeepBy(name, account.AnswersBy(v)) })
			if account.AnswersBy(v) == account.ByGroup && y.ToldByName() {
				out.Notice = f.T("measure.by.told")
			}
			return out
		}},
	}
	if y.Session != "" {
		fields = slices.Insert(fields, 1, hoursField(f, y)) // beside its day
	}
	if next := f.Client.NameOfSession(y); next != "" {
		fields = append(fields, widget.Field{ID: "name", Label: f.T("measure.name"), Kind: widget.ChoiceField, Value: string(name), Help: f.T("measure.name.help", string(next)),
			Choices: []widget.Choice{{Value: string(name), Label: f.T("measure.name.keep", string(name))}, {Value: string(next), Label: string(next)}},
			Set: func(string) kit.Outcome {
				return kit.Changes(kit.Label("measure.label.name"), func(c *account.Client) error { return c.RenameCycle(name) })
			}})
	} else if of := account.HalfYear(y.Session); of != "" && of != name {
		fields = append(fields, widget.Field{ID: "keeps", Kind: widget.NoteField, Value: f.T("measure.name.stays", string(of), string(name))})
	}
	if y.Session == "" {
		return append(fields, widget.Field{ID: "days", Kind: widget.NoteField, Value: f.T(ofApproach(f, "measure.session.why"))})
	}
	if !planPair(f).Wide() { // else they stand beside the form
		fields = append(fields, widget.Field{ID: "h", Kind: widget.HeadingField, Label: f.T("measure.days")})
		for _, d := range planDays(f, y) {
			fields = append(fields, widget.Field{ID: d.label, Kind: widget.NoteField, Value: cells.Fit(f.T(d.label), dayLabel) + d.text})
		}
	}
	if off := f.Words.DayOff(y.Session); off != "" && y.Session >= f.Today {
		fields = append(fields, widget.Field{ID: "off", Kind: widget.NoteField, Value: f.T("measure.dayoff", off)})
	}
	if f.Client.ShortNotice(y, f.Today) {
		fields = append(fields, widget.Field{ID: "short", Kind: widget.NoteField, Value: f.T("measure.short")})
	}
	return fields
}

// hoursField is at which hour the session begins and until when it goes on.
func hoursField(f *kit.Frame, y *account.Cycle) widget.Field {
	name := y.Name
	return widget.Field{ID: "hours", Label: f.T("measure.hours"), Kind: widget.LineField, Value: lang.ShortHours(y), Proposed: true, Hint: f.T("measure.hours.hint"), Set: func(v string) kit.Outcome {
		from, until, err := lang.ParseHours(v)
		if err != nil {
			return kit.Refuses(f.Words.Fault(err))
		}
		return kit.Changes(kit.Label("measure.label.hours"), func(c *account.Client) error { return c.SetSessionHours(name, from, until) })
	}}
}

// unasked are the fields where nobody can be asked: the day of the session, of
// which it is shown first what follows, stays there half typed.
func unasked(f *kit.Frame, fields []widget.Field) []widget.Field {
	for i := range fields {
		if fields[i].ID == "session" {
			fields[i].Set = func(string) kit.Outcome { return kit.Refuses(f.T(ofApproach(f, "moving.waits"))) }
		}
	}
	return fields
}

// ofApproach is the key of a text that the simple approach says in words of its
// own.
func ofApproach(f *kit.Frame, key string) string {
	if isSimple(f) {
		return key + ".simple"
	}
	return key
}

// isSimple reports whether there is one contact, who is talked with alone.
func isSimple(f *kit.Frame) bool { return f.Client.Approach == account.Simple }

// wordFields are what a respondent wrote, and the recommendation question. Of
// what may not stand beside their name they tell only that it is there. A text
// that is set is noted in the sheet whose fields these are.
func (s *entrySheet) wordFields(f *kit.Frame) []widget.Field {
	y, who := f.Y(), s.who
	name := y.Name
	given := y.Recommends(who)
	nps := func(change func(*account.NPS)) kit.Outcome {
		return kit.Changes(kit.Label("measure.label.nps", string(who)), func(c *account.Client) error { return c.EditNPS(name, who, change) })
	}
	remark := func(change func(*account.Remark)) kit.Outcome {
		return kit.Changes(kit.Label("measure.label.remark", string(who)), func(c *account.Client) error { return c.EditRemark(name, who, change) })
	}
	field := func(w account.Word, label string, lines int, set func(v string) kit.Outcome) widget.Field {
		x := widget.Field{ID: string(w), Label: f.T(label), Kind: widget.TextField, Lines: lines, Set: func(v string) kit.Outcome {
			out := set(v)
			if out.Change != nil {
				s.mine = s.mine.Said(w, v)
			}
			return out
		}}
		text, hidden := s.mine.Word(y, who, w)
		if x.Value = text; hidden {
			x.Shown = f.T("measure.hidden")
		}
		return x
	}
	text := func(w account.Word, at func(*account.NPS) *string) widget.Field {
		x := field(w, "measure.nps."+string(w), 2, func(v string) kit.Outcome { return nps(func(n *account.NPS) { *at(n) = v }) })
		x.Hint = f.T("measure.nps." + string(w) + ".hint")
		if !given {
			x.Why = f.T("measure.nps.first")
		}
		return x
	}
	said := field(account.RemarkWord, "measure.remark", 3, func(v string) kit.Outcome {
		out := remark(func(r *account.Remark) { r.Text = v })
		if v != "" && y.IsReleased(who) {
			out.Notice = f.T("measure.remark.again")
		}
		return out
	})
	said.Hint = f.T("measure.remark.hint")
	score := field(account.ScoreWord, "measure.nps.score", 0, func(v string) kit.Outcome {
		if v == "" {
			return kit.Changes(kit.Label("measure.label.nps", string(who)), func(c *account.Client) error { return c.AnswerNPS(name, who, nil) })
		}
		score, err := strconv.Atoi(v)
		if err != nil || score < 0 || score > 10 {
			return kit.Refuses(f.T("measure.nps.bad", cells.Line(v, 20)))
		}
		return nps(func(n *account.NPS) { n.Score = score })
	})
	score.Kind, score.Help, score.Hint = widget.NumberField, f.T("measure.nps.help"), "0–10"
	anonymous := widget.Field{ID: "anonymous", Label: f.T("measure.nps.anonymous"), Kind: widget.ChoiceField, Value: anonymities[y.WantsAnonymity(who)],
		Choices: []widget.Choice{
			{Value: anonymities[account.No], Label: f.T("kit.no")}, {Value: anonymities[account.Yes], Label: f.T("kit.yes")}, {Value: "", Label: f.T("measure.nps.unasked")},
		}, Set: func(v string) kit.Outcome {
			return nps(func(n *account.NPS) { n.Anonymous, n.NameUnasked = v != anonymities[account.No], v == "" })
		}}
	switch y.WantsAnonymity(who) {
	case account.No:
	case account.Yes:
		anonymous.Help = f.T("measure.nps.anonymous.yes")
	default:
		anonymous.Help = f.T("measure.nps.anonymous.help")
	}
	if !given {
		anonymous.Why = f.T("measure.nps.first")
	}
	return []widget.Field{
		said,
		{ID: "released", Label: f.T("measure.released"), Kind: widget.ToggleField, Value: yesValue(y.IsReleased(who)),
			Set: func(v string) kit.Outcome {
				return remark(func(r *account.Remark) { r.Released = v == widget.Yes })
			}},
		{ID: "h", Kind: widget.HeadingField, Label: f.T("measure.nps")},
		score,
		text(account.WhyWord, func(n *account.NPS) *string { return &n.Why }),
		text(account.PleasedWord, func(n *account.NPS) *string { return &n.Pleased }),
		text(account.MissedWord, func(n *account.NPS) *string { return &n.Missed }),
		anonymous,
	}
}

// anonymities are the values of the field that reports whether somebody wants to
// stay anonymous, in the order of the replies.
var anonymities = [...]string{"", "yes", "no"}

func yesValue(on bool) string {
	if on {
		return widget.Yes
	}
	return ""
}
