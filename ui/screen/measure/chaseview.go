package measure

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// chaseAround is how many lines of the body the list of the silent does not have at
// least: the tabs, its head, and what there is of the one in hand.
const chaseAround = 10

// chaseBody is who is silent, since when and how often they were asked, and of the
// one in hand how, and what to do next: beside the list where there is room.
func (s Screen) chaseBody(f *kit.Frame) string {
	all := chased(f)
	if len(all) == 0 {
		text := part.Empty(f, f.T("measure.chase.empty"), f.T("measure.chase.empty.how"))
		switch y := f.Y(); {
		case len(f.Client.Participants(y)) == 0:
			text = part.Empty(f, f.T("measure.chase.none"), f.T("measure.chase.none.people"))
		case len(f.Client.Asked(y)) == 0:
			text = part.Empty(f, f.T("measure.chase.none"), f.T("measure.chase.none.test", part.Digit(f, account.Test)))
		}
		if given := givenUp(f); given != "" {
			text += "\n\n" + strings.Join(faint(f, f.T("measure.chase.givenup", given)), "\n")
		}
		return text
	}
	h, _ := s.silentOne(f)
	height := f.H - tabsAbove
	if pair := part.PairOf(f, leastLists); pair.Wide() {
		left := pair.LeftOf(f)
		lines := s.chaseTable(left, all).View(*left, s.chaseHeld(f), left.W, min(height, len(all)+1))
		if given := givenUp(f); given != "" {
			lines = append(append(lines, ""), faint(left, f.T("measure.chase.givenup", given))...)
		}
		return strings.Join(pair.Beside(lines, inFull(pair.RightOf(f), h.Who, height)), "\n")
	}
	detail := s.chaseDetail(f, h)
	if given := givenUp(f); given != "" {
		detail = append(detail, faint(f, f.T("measure.chase.givenup", given))...)
	}
	room := max(height-len(detail), min(len(all)+1, 4))
	lines := s.chaseTable(f, all).View(*f, s.chaseHeld(f), f.W, min(room, len(all)+1))
	lines = append(lines, detail...)
	return strings.Join(lines[:min(len(lines), height)], "\n")
}

func (s Screen) chaseTable(f *kit.Frame, all []account.Chase) widget.Table {
	return widget.Table{
		Columns: []widget.Column{
			{Width: 4}, {Title: f.T("measure.col.name"), Share: 2, From: 64}, {Title: f.T("measure.chase.since"), Width: 10},
			{Title: f.T("measure.chase.times"), Width: 7, Right: true}, {Title: f.T("measure.chase.last"), Width: 18, From: 96}, {Title: f.T("measure.chase.step"), Share: 3},
		},
		Count: len(all),
		Row: func(i int) widget.Row {
			h := all[i]
			since, last := f.T("measure.chase.never"), ""
			if h.Since != "" {
				since = f.Words.ShortDate(h.Since, f.Today)
			}
			if h.Last != "" {
				last = f.T("measure.chase.by."+wayName(h.Way), f.Words.ShortDate(h.Last, f.Today))
			}
			step, look := nextStep(f, h)
			row := widget.Row{Cells: widget.Texts(string(h.Who), nameOnly(f, h.Who), since, f.Words.Int(h.Times), last, step)}
			row.Cells[5].Style = look
			return row
		},
	}
}

// nextStep is what to do next about a list, and from when.
func nextStep(f *kit.Frame, h account.Chase) (string, theme.Style) {
	switch {
	case h.Step == account.ChaseWait:
		return f.T("measure.chase.step.wait", f.Words.ShortDate(h.From, f.Today)), f.Theme.Faint
	case h.Due(f.Today) && h.Promise != "" && h.Promise < f.Today:
		return f.T("measure.chase.broken", f.Words.ShortDate(h.Promise, f.Today)), f.Theme.Warn
	case h.Due(f.Today):
		return f.T("measure.chase.step." + string(h.Step)), f.Theme.Warn
	}
	return f.T("measure.chase.from", f.T("measure.chase.step."+string(h.Step)), f.Words.ShortDate(h.From, f.Today)), f.Theme.Faint
}

// chaseDetail is the one in hand: how they were asked, what they said, what of
// their list is open and what that does to the figures.
func (s Screen) chaseDetail(f *kit.Frame, h account.Chase) []string {
	lines := []string{"", f.Theme.Strong.Render(cells.Line(f.Client.NameOf(h.Who), f.W))}
	if told := asked(f, h.Who); told != "" {
		lines = append(lines, cells.Wrap(told, f.W)...)
	} else {
		lines = append(lines, cells.Wrap(f.T("measure.chase.unasked"), f.W)...)
	}
	lines = append(lines, faint(f, f.T("measure.chase.why."+string(h.Step)))...)
	if text := part.Colouring(f, h.Who); text != "" {
		lines = append(lines, cells.Wrap(text, f.W)...)
	}
	if text := openOf(f, h.Who); text != "" {
		lines = append(lines, cells.Wrap(text, f.W)...)
	}
	return lines
}

// openOf is which questions of a list that is partly in are open, and what
// becomes of the figures without them. By group none of it is told.
func openOf(f *kit.Frame, who account.Initials) string {
	y := f.Y()
	missing := y.Missing(who)
	if !y.HasAnswered(who) || len(missing) == 0 {
		return ""
	}
	text := f.T("measure.chase.open", codes(missing)) + " " + f.T("measure.chase.counts", y.Given(who), len(y.Assigned[who]))
	if only := y.OnlyTheirs(who); len(only) > 0 {
		text += " " + f.T("measure.chase.only", codes(only))
	}
	return text
}

func codes(questions []account.QuestionCode) string {
	var out []string
	for _, q := range questions {
		out = append(out, q.String())
	}
	return strings.Join(out, ", ")
}

// asked is how somebody was asked so far, in one line.
func asked(f *kit.Frame, who account.Initials) string {
	return strings.Join(askings(f, who), " "+f.Theme.Glyphs.Dot+" ")
}

// askings are the times that somebody was asked, the oldest first.
func askings(f *kit.Frame, who account.Initials) (out []string) {
	y := f.Y()
	type event struct {
		on   account.Date
		text string
	}
	var all []event
	for _, on := range y.Sent[who] {
		if y.AsksForAnswers(who, on, f.Today) {
			all = append(all, event{on, f.T("measure.chase.by.mail", f.Words.ShortDate(on, f.Today))})
		}
	}
	if maybe := y.Unsettled(who); maybe != nil {
		all = append(all, event{maybe.Date, f.T("measure.chase.maybe", f.Words.ShortDate(maybe.Date, f.Today))})
	}
	for _, r := range y.Reminders[who] {
		all = append(all, event{r.Date, reminded(f, r)})
	}
	sortByDay(all, func(e event) account.Date { return e.on })
	for _, e := range all {
		out = append(out, e.text)
	}
	return out
}

// reminded is one time that somebody was asked, in words.
func reminded(f *kit.Frame, r account.Reminder) string {
	text := f.T("measure.chase.by."+wayName(r.Way), f.Words.ShortDate(r.Date, f.Today))
	if r.Back {
		text = f.T("measure.chase.back", f.Words.ShortDate(r.Date, f.Today))
	}
	if r.Said != "" {
		text += ": " + r.Said
	}
	if r.Promise != "" {
		text += " " + f.T("measure.chase.promised", f.Words.ShortDate(r.Promise, f.Today))
	}
	return text
}

// wayName is a way in the keys of texts.
func wayName(w account.Way) string {
	if w == "" {
		return "some"
	}
	return string(w)
}

func nameOnly(f *kit.Frame, who account.Initials) string {
	if r := f.Client.Respondent(who); r != nil {
		return r.Name
	}
	return ""
}

// faint is a text that stands back, in as many lines as it takes.
func faint(f *kit.Frame, text string) []string {
	lines := cells.Wrap(text, f.W)
	for i, l := range lines {
		lines[i] = f.Theme.Faint.Render(l)
	}
	return lines
}

func joined(texts []string) string { return strings.Join(texts, "; ") }
