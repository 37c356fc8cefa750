package measure

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// leastPlan is the narrowest form of the planning beside which stands what follows
// from it, and dayLabel how wide the name of a day is.
const (
	leastPlan = 112
	dayLabel  = 22
)

// planDay is a day that follows from that of the session.
type planDay struct{ label, text string }

// planDays are the days before the session, and which of them have passed.
func planDays(f *kit.Frame, y *account.Cycle) (out []planDay) {
	for _, d := range []struct {
		label string
		on    account.Date
	}{{"measure.day.invite", y.Invitation()}, {ofApproach(f, "measure.day.send"), y.Asking()}, {"measure.day.due", y.AnswersDue()}} {
		text := f.Words.ShortDate(d.on, f.Today)
		if n, ok := f.Today.Until(d.on); ok && n < 0 && y.Stage < account.Session {
			text = f.T("measure.passed", text)
		}
		out = append(out, planDay{d.label, text})
	}
	return out
}

// planPair divides the planning between its form and what follows from it.
func planPair(f *kit.Frame) part.Pair {
	if f.Y() == nil || f.Y().Session == "" {
		return part.Pair{Left: f.W}
	}
	return part.PairOf(f, leastPlan)
}

// viewPlan draws the planning; where there is room, beside its form what follows
// from the day, and where the lists of those who come are.
func (s Screen) viewPlan(f *kit.Frame, h int) kit.Page {
	pair := planPair(f)
	s.plan.Wide = pair.Left
	p := s.plan.View(*f, planFields(f), pair.Left, h)
	if pair.Wide() {
		p.Body = strings.Join(pair.Beside(cells.Lines(p.Body), planInFull(pair.RightOf(f)).Within(h)), "\n")
	}
	return p
}

// planInFull is what follows from the day of the session.
func planInFull(f *kit.Frame) *part.Reading {
	y, d := f.Y(), part.ReadIn(f)
	d.Head(f.T("measure.days"))
	for _, day := range planDays(f, y) {
		d.Behind(cells.Pad(f.T(day.label), dayLabel), f.Theme.Text, day.text)
	}
	people := f.Client.Participants(y)
	if len(people) == 0 {
		return d
	}
	d.Head(measureSides(f)[listsSide])
	table := widget.Table{Bare: true, Quiet: true, Count: len(people),
		Columns: []widget.Column{{Width: 4}, {Share: 2}, {Width: 8, Right: true}, {Share: 3}},
		Row: func(i int) widget.Row {
			who := people[i].Initials
			n, all := y.Given(who), len(y.Assigned[who])
			return widget.Row{Cells: widget.Texts(string(who), people[i].Name, strconv.Itoa(n)+"/"+strconv.Itoa(all), listStanding(f, y, who, n, all))}
		}}
	d.Drawn(table.View(*f, widget.List{}, f.W, len(people))...)
	if missing := len(f.Client.ToCome(y)); missing > 0 {
		d.Quiet(f.N("measure.waiting", missing))
	}
	return d
}
