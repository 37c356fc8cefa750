package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

// agreed are what is still open from before the cycle in view, and behind it
// the cycle's own actions.
func agreed(f *kit.Frame, y *account.Cycle) []account.OpenAction {
	var out []account.OpenAction
	for _, a := range f.Client.OpenActions(y.Name) {
		if a.Cycle != y.Name {
			out = append(out, a)
		}
	}
	for _, a := range y.Actions {
		out = append(out, account.OpenAction{Cycle: y.Name, Action: a})
	}
	return out
}

// agreements is the action list of the cycle, with all words of the one in
// hand below it or beside it.
func (s Screen) agreements(f *kit.Frame, y *account.Cycle, h int) []string {
	all := agreed(f, y)
	if len(all) == 0 {
		return cells.Lines(part.Empty(f, f.T("monitor.noactions"), f.T("monitor.noactions.how", part.Digit(f, account.Realise))))
	}
	at := s.actions.In(len(all))
	who, due := 10, 16
	if f.W >= 100 {
		who, due = 18, 20
	}
	words := inWords(f, &all[at], y.Name, max(h/3, 2))
	pair := part.PairOf(f, leastAgreed)
	table := widget.Table{
		Columns: []widget.Column{
			{Title: f.T("monitor.col.number"), Width: 8},
			{Title: f.T("monitor.col.what")},
			{Title: "KWI", Width: 3, From: 88},
			{Title: f.T("monitor.col.who"), Width: who, From: 62},
			{Title: f.T("monitor.col.due"), Width: due},
			{Title: f.T("monitor.col.status"), Width: 9},
		},
		Count: len(all),
		Row:   func(i int) widget.Row { return agreement(f, &all[i]) },
	}
	if pair.Wide() {
		return pair.Beside(table.View(*f, s.actions, pair.Left, h), agreementInFull(pair.RightOf(f), y, &all[at], h).Within(h))
	}
	body := table.View(*f, s.actions, min(f.W, 140), max(h-len(words)-1, 3))
	for len(body) < h-len(words) {
		body = append(body, "")
	}
	return append(body, words...)
}

func agreement(f *kit.Frame, o *account.OpenAction) widget.Row {
	a := &o.Action
	kwi := ""
	if a.KWI != 0 {
		kwi = a.KWI.Short()
	}
	row := widget.Row{Faint: a.Status == account.Dropped}
	row.Cells = widget.Texts(a.Number, agree.Marked(f, *a), kwi, a.For, f.Words.ShortMoment(a.Due, f.Today), f.T("status."+string(a.Status)))
	if a.Overdue(f.Moment()) {
		row.Cells[5] = widget.Cell{Text: f.T("monitor.late"), Style: f.Theme.Warn}
	}
	return row
}

// inWords is all that the row leaves out.
func inWords(f *kit.Frame, o *account.OpenAction, now account.CycleName, longest int) []string {
	a := &o.Action
	lines := []string{""}
	add := func(text string, most int) {
		for i, l := range cells.Wrap(text, f.W-figureMargin) {
			if i == most {
				break
			}
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	text := cells.Wrap(a.Text, f.W-figureMargin)
	for _, l := range text[:min(len(text), longest)] {
		lines = append(lines, "  "+l)
	}
	parts := []string{}
	if a.For != "" {
		parts = append(parts, a.For)
	}
	parts = append(parts, f.T("side."+string(a.Side)))
	if a.Internal {
		parts = append(parts, f.T("agree.is.internal"))
	}
	if a.Due != "" {
		parts = append(parts, f.T("monitor.due", f.Words.ShortMoment(a.Due, f.Today)))
	}
	if a.Done != "" {
		parts = append(parts, f.T("monitor.done", f.Words.Date(a.Done)))
	}
	if a.KWI != 0 {
		parts = append(parts, a.KWI.String())
	}
	if o.Cycle != now {
		parts = append(parts, f.T("monitor.from", string(o.Cycle)))
	}
	add(strings.Join(parts, " "+f.Theme.Glyphs.Dot+" "), 1)
	if a.Delay != "" {
		add(f.T("agree.is.delay", a.Delay), 1)
	}
	if a.Evidence != "" { // a copy for the client's eyes has none
		add(f.T("monitor.evidence", a.Evidence), 2)
	}
	return lines
}
