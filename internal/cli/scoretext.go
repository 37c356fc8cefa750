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
	r.row(&b, say("cli.score.kwi"), say("term.score"), "±", say("cli.score.average"), say("term.target"), say("cli.score.answers"))
	y := c.Cycle(t.Cycle)
	for _, line := range t.KWIs {
		title := ""
		if k := y.KWI(line.Code); k != nil {
			title = k.Title
		}
		r.line(&b, line.Code.Short()+" "+title, line.Sums, h.Change(line.Code, t.Cycle), r.words.Score(int(line.Target), line.Target != 0))
	}
	r.line(&b, say("term.total"), t.Total.Sums, h.Change(0, t.Cycle), "")
	if len(t.Respondents) > 0 {
		b.WriteString("\n")
		r.row(&b, say("term.respondent"), say("term.score"), "", say("cli.score.average"), "", say("cli.score.answers"))
		for i, who := range t.Respondents {
			r.line(&b, r.person(c, who), t.Total.Cells[i], score.Change{}, "")
		}
	}
	b.WriteString("\n" + r.recommendation(t.NPS) + "\n")
	for _, note := range r.notes(c, y, t) {
		b.WriteString("\n" + strings.Join(cells.Wrap(note, 80), "\n") + "\n")
	}
	return b.String()
}

// line is one row of figures.
func (r *invocation) line(b *strings.Builder, name string, s score.Sums, change score.Change, target string) {
	w, f, a := r.words, s.Score(), s.Average()
	r.row(b, name, w.Score(int(f), f.OK()), w.Change(change.By, change.OK), w.Score(int(a), a.OK()), target, w.Int(s.Answers))
}

// row is one row of texts, the first at the left and the others as figures.
func (r *invocation) row(b *strings.Builder, name string, figures ...string) {
	line := cells.Fit(name, nameWidth)
	for _, f := range figures {
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

// recommendation is the NPS in words.
func (r *invocation) recommendation(n score.NPS) string {
	w := r.words
	switch {
	case n.Withheld:
		return w.N("cli.nps.withheld", n.Answers)
	case !n.OK():
		return w.T("cli.nps.none")
	}
	counted := []string{w.N("cli.nps.promoters", n.Promoters), w.N("cli.nps.passives", n.Passives), w.N("cli.nps.detractors", n.Detractors)}
	return w.T("nps.name") + " " + w.Signed(n.Score()) + ": " + strings.Join(counted, ", ")
}

// notes say why figures are not there: whose lists are awaited, and what is
// withheld.
func (r *invocation) notes(c *account.Client, y *account.Cycle, t score.Table) (out []string) {
	var awaited []string
	for _, p := range c.ToCome(y) {
		if y.Stage != account.Closed {
			awaited = append(awaited, string(p.Initials))
		}
	}
	if len(awaited) > 0 {
		out = append(out, r.words.T("cli.score.awaited", strings.Join(awaited, ", ")))
	}
	var unasked []string
	for _, who := range y.NamesUnasked() {
		unasked = append(unasked, string(who))
	}
	if len(unasked) > 0 {
		out = append(out, r.words.T("nps.unasked", strings.Join(unasked, ", ")))
	}
	switch {
	case t.Withheld && t.Total.Sums.Answers == 0:
		out = append(out, r.words.T("cli.score.few"))
	case t.Withheld:
		out = append(out, r.words.T("cli.score.totalonly"))
	case !y.Named():
		out = append(out, r.words.T("cli.score.group"))
	}
	return out
}
