package cli

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
)

// The widths of the columns of the score in a terminal.
const (
	nameWidth   = 34
	figureWidth = 8
)

// scoreText is the score for people: a line a KWI, the total, a line a
// respondent, and the recommendation. It is at most 80 wide.
func (r *invocation) scoreText(c *account.Client, h score.History, t score.Table) string {
	say := r.words.T
	var b strings.Builder
	b.WriteString(cells.Line(c.Name, 60) + " · " + string(t.Cycle) + "\n\n")
	r.row(&b, columnsOf(&t, say("cli.score.kwi"), say("term.score"), "±", say("cli.score.average"), say("term.target"), say("cli.score.answers"))...)
	y := c.Cycle(t.Cycle)
	for _, line := range t.KWIs {
		title := ""
		if k := y.KWI(line.Code); k != nil {
			title = k.Title
		}
		r.line(&b, &t, line.Code.Short()+" "+title, line.Sums, h.Change(line.Code, t.Cycle), r.words.Score(int(line.Target), line.Target != 0))
	}
	r.line(&b, &t, say("term.total"), t.Total.Sums, h.Change(0, t.Cycle), "")
	if len(t.Respondents) > 0 {
		b.WriteString("\n")
		r.row(&b, say("term.respondent"), say("term.score"), "", say("cli.score.average"), "", say("cli.score.answers"))
		for i, who := range t.Respondents {
			r.line(&b, &t, r.person(c, who), t.Total.Cells[i], score.Change{}, "")
		}
	}
	if said := r.recommendation(&t); said != "" {
		b.WriteString("\n" + said + "\n")
	}
	if y.Named() {
		if text := r.words.SilentOnes(t.NPS, score.Silent(c, y)); text != "" {
			b.WriteString(strings.Join(cells.Wrap(text, 80), "\n") + "\n")
		}
	}
	for _, note := range r.notes(c, y, t) {
		b.WriteString("\n" + strings.Join(cells.Wrap(note, 80), "\n") + "\n")
	}
	return b.String()
}

// line is one row of figures.
func (r *invocation) line(b *strings.Builder, t *score.Table, name string, s score.Sums, change score.Change, target string) {
	w, f, a := r.words, s.Score(), s.Average()
	r.row(b, columnsOf(t, name, w.ScoreBy(t.AnswersBy, int(f), f.OK()), w.ChangeIn(change.Tenths, change.By, change.OK), w.Score(int(a), a.OK()), target, w.Int(s.Answers))...)
}

// columnsOf leaves out what does not stand beside a figure by group: the
// average and the number of answers.
func columnsOf(t *score.Table, name, shown, change, average, target, answers string) []string {
	if t.AnswersBy == account.ByGroup {
		return []string{name, shown, change, target}
	}
	return []string{name, shown, change, average, target, answers}
}

// row is one row of texts, the first at the left and the others as figures.
func (r *invocation) row(b *strings.Builder, texts ...string) {
	line := cells.Fit(texts[0], nameWidth)
	for _, f := range texts[1:] {
		line += " " + cells.FitRight(f, figureWidth)
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}

func (r *invocation) person(c *account.Client, who account.Initials) string {
	if p := c.Respondent(who); p != nil && p.Name != "" {
		return string(who) + " " + p.Name
	}
	return string(who)
}

// recommendation is the NPS in words, its counts first: they tell more than the
// figure does.
func (r *invocation) recommendation(t *score.Table) string {
	w, n := r.words, t.NPS
	switch {
	case t.Awaited > 0:
		return "" // as long as no figure is shown
	case n.Withheld:
		return w.N("cli.nps.withheld", n.Answers, n.Fewest)
	case !n.OK():
		return w.T("cli.nps.none")
	}
	counted := []string{w.N("cli.nps.promoters", n.Promoters), w.N("cli.nps.passives", n.Passives), w.N("cli.nps.detractors", n.Detractors)}
	return strings.Join(counted, ", ") + ". " + w.T("nps.name") + " " + w.Signed(n.Score()) + "."
}

// notes say why figures are not there: whose lists are awaited, by group only
// how many, and what is withheld.
func (r *invocation) notes(c *account.Client, y *account.Cycle, t score.Table) (out []string) {
	if how, n := t.Grouped(); how != "" {
		return append(out, r.words.N("bygroup."+how, n))
	}
	awaited := c.ToCome(y)
	switch {
	case y.Stage == account.Closed || len(awaited) == 0:
	case !y.Named():
		out = append(out, r.words.N("bygroup.waiting", len(awaited)))
	default:
		out = append(out, r.words.T("cli.score.awaited", initialsOf(awaited)))
	}
	var unasked []string
	for _, who := range y.NamesUnasked() {
		unasked = append(unasked, string(who))
	}
	if len(unasked) > 0 {
		out = append(out, r.words.T("nps.unasked", strings.Join(unasked, ", ")))
	}
	return out
}

func initialsOf(people []account.Respondent) string {
	who := make([]string, len(people))
	for i := range people {
		who[i] = string(people[i].Initials)
	}
	return strings.Join(who, ", ")
}
