package linear

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/score"
	"kwi/ui/part"
)

// options are how a document is made to be heard here: by ourselves, in the language
// of the user.
func (t *teller) options() report.Options {
	return report.Options{Language: t.Words.Tag(), Audience: report.Internal, Supplier: t.Supplier, Today: t.today(), Now: t.moment()}
}

// hear lets somebody choose which part of a document is told. It is the document of the
// same writer as on paper, so that nothing can be heard that is not written there.
func (t *teller) hear(make func() report.Document) error {
	d := make()
	if len(d.Parts) == 0 {
		t.say(t.T("linear.document.empty"))
		return errRefused
	}
	if len(d.Parts) == 1 {
		t.tellPart(d.Parts[0])
		return nil
	}
	return t.stay(place{name: func() string { return strings.Trim(d.Title+", "+d.Cycle, ", ") }, acts: func() []choice {
		var all []choice
		for _, p := range d.Parts {
			all = append(all, choice{name: p.Title, do: func() error { t.tellPart(p); return nil }})
		}
		return append(all, choice{name: t.T("linear.document.all"), do: func() error {
			for _, p := range d.Parts {
				t.tellPart(p)
			}
			return nil
		}})
	}})
}

// tellPart tells a chapter, block by block.
func (t *teller) tellPart(p report.Part) {
	t.say(sentence(p.Title))
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case report.Headline:
			t.say(b.Sentence())
		case report.Heading:
			t.say(sentence(b.Text))
		case report.Text:
			if b.Quote {
				t.say(t.T("linear.quote", b.Text))
				continue
			}
			if first, rest := utf8.DecodeRuneInString(b.Text); drawn(first) {
				t.say(t.T("linear.tick", b.Text[rest:])) // what a sign in a table means
				continue
			}
			t.say(b.Text)
		case report.Table:
			t.tellTable(b)
		case report.Bars:
			t.tellBars(b)
		case report.Lines:
			t.tellLines(b)
		}
	}
}

// tellTable tells a table row by row: each cell with the head of its column, and what
// is empty not at all.
func (t *teller) tellTable(b report.Table) {
	if b.Caption != "" {
		t.say(sentence(b.Caption))
	}
	t.count("linear.rows", len(b.Rows))
	for _, r := range b.Rows {
		var cells []string
		for i, c := range r.Cells {
			said := t.cell(c)
			if said == "" {
				continue
			}
			if head := t.head(b.Columns, i); head != "" {
				said = head + ": " + said
			}
			cells = append(cells, said)
		}
		t.say(strings.Join(cells, "; "))
	}
}

// head is what a column is called, in words where the eye has a sign.
func (t *teller) head(columns []report.Column, i int) string {
	if i >= len(columns) {
		return ""
	}
	switch title := strings.TrimSpace(columns[i].Title); title {
	case "±":
		return t.T("linear.difference")
	case "#":
		return t.T("agree.col.number")
	default:
		return plain(title)
	}
}

// cell is what a cell of a table says; "" where it says nothing.
func (t *teller) cell(c report.Cell) string {
	if c.Missing {
		return ""
	}
	said := plain(t.spoken(c.Text))
	if said == "" && strings.TrimSpace(c.Text) != "" {
		return t.T("kit.yes") // a tick
	}
	switch c.Kind {
	case report.Change, report.TenthChange, report.Balance:
		return plain(t.spoken(c.Text))
	}
	switch said {
	case "-", "–", "":
		return ""
	case "<":
		return t.T("linear.less")
	case ">":
		return t.T("linear.more.weight")
	case "N":
		return t.T("linear.neutral")
	}
	if g, r, ok := account.ParseGrade(said); ok && r != account.Neutral {
		return t.saidGrade(account.Answer{Grade: g, Relevance: r})
	}
	return said
}

func (t *teller) tellBars(b report.Bars) {
	if b.Caption != "" {
		t.say(sentence(b.Caption))
	}
	for _, bar := range b.Bars {
		said := t.figure(t.T("linear.score"), bar.Score, bar.By)
		said = append(said, t.figure(t.T("linear.average"), bar.Average, bar.By)...)
		said = append(said, t.figure(t.T("draft.target"), bar.Target, "")...)
		t.tell(bar.Label, strings.Join(said, "; "))
	}
}

func (t *teller) figure(label string, f score.Figure, by account.AnswersBy) []string {
	if !f.OK() {
		return nil
	}
	return []string{label + " " + t.Words.ScoreBy(by, int(f), true)}
}

func (t *teller) tellLines(b report.Lines) {
	if b.Caption != "" {
		t.say(sentence(b.Caption))
	}
	for _, l := range b.Lines {
		var said []string
		for i, f := range l.Figures {
			if i >= len(b.Cycles) {
				break
			}
			if !f.OK() {
				said = append(said, t.T("linear.trend.none", b.Cycles[i]))
				continue
			}
			one := b.Cycles[i] + " " + t.Words.ScoreBy(l.At(i), int(f), true)
			if l.BrokenAt(i) {
				one += ", " + t.T("linear.trend.broken")
			}
			said = append(said, one)
		}
		t.tell(l.Label, strings.Join(said, "; "))
	}
}

// figures are what can be heard of the outcome: the scores, the monitor, the trends.
func (t *teller) figures() error {
	return t.stay(place{name: func() string { return t.T("linear.figures") }, what: t.tellScores, acts: func() []choice {
		name := t.cycle().Name
		all := []choice{
			{name: t.T("linear.scores"), do: func() error { t.tellScores(); return nil }},
			{name: t.T("papers.internal"), do: func() error {
				return t.hear(func() report.Document { return report.Monitor(t.client(), name, t.options()) })
			}},
			{name: t.T("linear.trends"), do: func() error { t.tellTrends(); return nil }},
			{name: t.T("linear.origin"), do: t.origins},
			{name: t.T("papers.yousaid"), do: func() error {
				return t.hear(func() report.Document { return report.YouSaid(t.client(), name, t.options()) })
			}},
		}
		c := t.client()
		for i := len(c.Cycles) - 2; i >= 0; i-- {
			y := c.Cycles[i]
			all = append(all, choice{name: t.T("linear.monitor.of", string(y.Name)), do: func() error {
				return t.hear(func() report.Document { return report.Monitor(t.client(), y.Name, t.options()) })
			}})
		}
		return all
	}})
}

// tellScores tells the figures of the cycle as the scores let them through.
func (t *teller) tellScores() {
	f, y := t.frame(), t.cycle()
	table := f.Scores.Table(y.Name)
	if said := part.Grouped(f, &table); said != "" {
		t.say(said)
	}
	if !table.HasAnswers() {
		t.say(t.T("linear.noanswers"))
		return
	}
	for _, l := range table.KWIs {
		k := y.KWI(l.Code)
		if k == nil {
			continue
		}
		said := []string{}
		if score := l.Sums.Score(); score.OK() {
			said = append(said, t.T("linear.score")+" "+t.Words.ScoreBy(y.AnswersBy, int(score), true))
			if c := t.changed(f.Scores.Change(l.Code, y.Name)); c != "" {
				said = append(said, c)
			}
		}
		if y.Named() {
			said = append(said, t.figure(t.T("linear.average"), l.Sums.Average(), y.AnswersBy)...)
		}
		if l.Target != 0 {
			said = append(said, t.T("draft.target")+" "+t.Words.Target(l.Target))
		}
		if len(said) == 0 {
			said = []string{t.T("linear.none")}
		}
		t.tell(t.kwiName(k), strings.Join(said, "; "))
	}
	t.tellScore(t.T("linear.total"), table.Total.Sums.Score(), y.AnswersBy, f.Scores.Change(0, y.Name))
	switch n := table.NPS; {
	case n.OK():
		t.tell("NPS", t.Words.Signed(n.Score()))
		t.say(t.T("linear.counts", t.N("linear.nps.promoters", n.Promoters), t.N("linear.nps.passives", n.Passives), t.N("linear.nps.detractors", n.Detractors)))
	case n.Withheld:
		t.say(t.T("linear.nps.withheld"))
	}
}

// tellTrends tells each KWI over the cycles.
func (t *teller) tellTrends() {
	for _, k := range t.cycle().KWIs {
		t.tellTrend(t.kwiName(&k), k.Code)
	}
	t.tellTrend(t.T("linear.total"), 0)
}

// tellTrend tells one KWI over the cycles, or with code 0 all together.
func (t *teller) tellTrend(label string, code account.KWICode) {
	var said []string
	for _, p := range t.frame().Scores.Trend(code, t.cycle().Name) {
		if p.Score.OK() {
			said = append(said, string(p.Cycle)+" "+t.Words.ScoreBy(p.By, int(p.Score), true))
		}
	}
	if len(said) == 0 {
		said = []string{t.T("linear.none")}
	}
	t.tell(label, strings.Join(said, "; "))
}

// visitPage tells what somebody wants to know before they go to a respondent.
func (t *teller) visitPage(who account.Initials) error {
	name := t.cycle().Name
	return t.hear(func() report.Document { return report.Visit(t.client(), name, who, t.options()) })
}
