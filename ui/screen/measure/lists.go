package measure

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// listAround is how many lines of the body the list of respondents does not
// have: the tabs, its head, the total and what it says.
const listAround = 8

// tabsAbove is how many lines of the body the names of the sides take.
const tabsAbove = 2

// lists is who has answered and what the answers say so far, and where there is
// room the one in hand in full beside it.
func (s Screen) lists(f *kit.Frame) string {
	y := f.Y()
	people := f.Client.Participants(y)
	if len(people) == 0 {
		return part.Empty(f, f.T("measure.empty"), f.T("measure.empty.how"))
	}
	t := f.Table()
	table := widget.Table{
		Columns: []widget.Column{
			{Width: 4}, {Title: f.T("measure.col.name"), Share: 2}, {Title: f.T("measure.col.answers"), Width: 8, Right: true},
			{Title: f.T("measure.col.score"), Width: 6, Right: true}, {Title: f.T("measure.col.standing"), Share: 3},
		},
		Count: len(people),
		Row: func(i int) widget.Row {
			who := people[i].Initials
			n, all := y.Given(who), len(y.Assigned[who])
			score := ""
			if own := cellOf(&t, &t.Total, who); own.OK() {
				score = f.Words.Score(int(own), true)
			}
			return widget.Row{Cells: widget.Texts(string(who), people[i].Name, strconv.Itoa(n)+"/"+strconv.Itoa(all), score, listStanding(f, y, who, n, all))}
		},
	}
	pair := part.PairOf(f, leastLists)
	whole := f
	f = pair.LeftOf(f)
	body := strings.Join(table.View(*f, s.held(f), f.W, min(len(people)+1, f.H-listAround+1)), "\n")
	lines := []string{body, "", totals(f)}
	if missing := len(f.Client.ToCome(y)); missing > 0 && underWay(f) {
		lines = append(lines, f.Theme.Faint.Render(cells.Line(f.N("measure.waiting", missing), f.W)))
	}
	if unasked := part.NamesUnasked(f, y); unasked != "" {
		for _, l := range cells.Wrap(unasked, f.W) {
			lines = append(lines, f.Theme.Faint.Render(l))
		}
	}
	gate, _ := part.GateLines(f, account.Measure)
	lines = append(lines, gate...)
	if r, ok := s.selected(f); ok && pair.Wide() {
		lines = cells.Lines(strings.Join(lines, "\n"))
		if told := effectBelow(f); len(lines)+len(told) < f.H-tabsAbove {
			lines = append(lines, told...)
		}
		return strings.Join(pair.Beside(lines, inFull(pair.RightOf(whole), r.Initials, f.H-tabsAbove)), "\n")
	}
	if cut := table.CutOff(*f, s.held(f), f.W); len(cut) > 0 && f.H >= 18 {
		lines = append(append(lines, ""), cut...)
	}
	return strings.Join(lines, "\n")
}

// effectBelow is what all answers together say, below the list.
func effectBelow(f *kit.Frame) []string {
	if t := f.Table(); !t.HasAnswers() {
		return nil
	}
	return append([]string{"", ""}, cells.Indent(cells.Lines(effect(f, min(f.W-2, widestEffect), f.H)), 2)...)
}

// listStanding is where a respondent's list is.
func listStanding(f *kit.Frame, y *account.Cycle, who account.Initials, n, all int) string {
	sent := y.Sent[who]
	since, asked := y.WaitsSince(who)
	switch {
	case asked && y.BehindOf(who).Any():
		return f.T("behind.standing", part.BehindIn(f.Words, y.BehindOf(who)))
	case n > 0 && n == all && y.Answered[who] != "":
		text := f.T("measure.back", f.Words.ShortDate(y.Answered[who], f.Today))
		if how := f.Words.AnsweredHow(y, who, f.Today); how != "" {
			text = f.T("measure.back.how", how)
		}
		return text
	case n > 0 && n < all && y.Excused[who] != "":
		return f.N("measure.whole", all-n)
	case n > 0 && n < all:
		return f.N("measure.partly", all-n)
	case n > 0:
		return f.T("measure.complete")
	case y.Excused[who] != "":
		return f.T("measure.excused")
	case all == 0:
		return f.T("measure.noquestions")
	case y.Unsettled(who) != nil:
		return f.T("measure.maybe", f.Words.ShortDate(y.Unsettled(who).Date, f.Today))
	case len(sent) == 0:
		return f.T("measure.notsent")
	}
	if asked {
		return f.T("measure.sent", f.Words.ShortDate(since, f.Today))
	}
	return f.T("measure.checked")
}

// totals is the total of all answers in one line.
func totals(f *kit.Frame) string {
	t := f.Table()
	figure := t.Total.Sums.Score()
	var text string
	switch average := t.Total.Sums.Average(); {
	case t.Withheld && !figure.OK():
		text = f.T(withheldKey(&t))
	case t.AnswersBy == account.ByGroup:
		text = f.T("measure.total.group", f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), t.Total.Respondents)
	default:
		text = f.T("measure.total", f.Words.Score(int(figure), figure.OK()), f.Words.Score(int(average), average.OK()))
	}
	if c := f.Scores.Change(0, t.Cycle); c.OK {
		text += "  " + f.Words.ChangeIn(c.Tenths, c.By, true)
	}
	if t.NPS.OK() {
		text += "   NPS " + f.Words.Signed(t.NPS.Score())
	} else if t.NPS.Withheld && t.Awaited == 0 {
		text += "   " + f.T("measure.npswithheld", t.NPS.Fewest)
	}
	return f.Theme.Strong.Render(cells.Line(text, f.W))
}

// withheldKey is why figures by group do not stand here, in short.
func withheldKey(t *score.Table) string {
	switch {
	case t.Awaited > 0:
		return "measure.withheld.waiting"
	case t.Total.Sums.Score().OK():
		return "measure.withheld.total"
	}
	return "measure.withheld"
}

// underWay reports whether answers were asked for, or came without: until then
// nobody is waited for.
func underWay(f *kit.Frame) bool {
	y, t := f.Y(), f.Table()
	return t.HasAnswers() || slices.ContainsFunc(f.Client.ToCome(y), func(r account.Respondent) bool {
		_, asked := y.WaitsSince(r.Initials)
		return asked
	})
}
