package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/score"
)

// planner makes one plan.
type planner struct {
	w      *lang.Words
	c      *account.Client
	plan   *account.Plan
	y      *account.Cycle // the newest of that year, or nil
	scores score.History  // or nil
	now    account.Moment
	table  score.Table
}

func newPlanner(c *account.Client, plan *account.Plan, o Options) planner {
	m := planner{w: lang.For(o.Language), c: c, plan: plan, y: NewestOf(c, plan.Year), scores: o.Scores, now: o.now()}
	if m.y != nil {
		m.table = m.scored(m.y)
	}
	return m
}

// scored is the scores of a cycle.
func (m planner) scored(y *account.Cycle) score.Table {
	if m.scores != nil {
		return m.scores.Table(y.Name)
	}
	return score.Of(m.c, y)
}

// NewestOf is the newest cycle of a year, or nil.
func NewestOf(c *account.Client, year int) (y *account.Cycle) {
	for i := range c.Cycles {
		if c.Cycles[i].Name.Year() == year {
			y = &c.Cycles[i]
		}
	}
	return y
}

// source says from which cycle the live data are.
func (m planner) source() string {
	if m.y == nil {
		return m.w.T("plan.nocycle", m.plan.Year)
	}
	return m.w.T("plan.source", string(m.y.Name))
}

// written are the lines of all blocks but the figures.
func (m planner) written() [][]PlanLine {
	return [][]PlanLine{
		paragraphs(m.plan.Vision), paragraphs(m.plan.Mission), paragraphs(m.plan.Factors), m.kwis(),
		m.kwiActions(), m.kpis(), m.kpiActions(), paragraphs(m.plan.Preconditions),
	}
}

// blocks are the nine, in order of number.
func (m planner) blocks() []PlanBlock {
	all := append(m.written(), nil)
	help := guide.For(m.w.Tag())
	out := make([]PlanBlock, len(all))
	for i, name := range guide.PlanBlocks() {
		b := PlanBlock{Number: i + 1, Title: m.w.T("plan.block." + name), Lines: all[i], Empty: !slices.ContainsFunc(all[i], func(l PlanLine) bool { return l.Entry || i+1 != KPIActionsBlock })}
		asks := help.PlanBlock(name)
		b.Question, b.Example = asks.Question, asks.Example
		switch b.Number {
		case KWIsBlock, KWIActionsBlock:
			b.Live = m.w.T("plan.live")
			if b.Empty {
				b.Why = m.w.T("plan.empty." + name)
			}
		case FiguresBlock:
			b.Figures = m.figures()
			b.Empty = !b.Figures.anything()
			if live := b.Figures.live(); live != "" {
				b.Live = m.w.T("plan.live.figures", live)
			}
		}
		out[i] = b
	}
	return out
}

// paragraphs are the lines of a typed block.
func paragraphs(s string) (out []PlanLine) {
	for _, text := range strings.Split(strings.TrimSpace(s), "\n") {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, PlanLine{Text: text})
		}
	}
	return out
}

// kwis are the KWIs with their score and target, as far as these may be shown.
func (m planner) kwis() (out []PlanLine) {
	if m.y == nil {
		return nil
	}
	for _, k := range m.y.KWIs {
		line := m.table.Line(k.Code)
		note, f := "", line.Sums.Score()
		switch {
		case f.OK() && k.Target != 0:
			note = m.w.T("plan.kwi.both", m.w.ScoreBy(m.table.AnswersBy, int(f), true), k.Target)
		case f.OK():
			note = m.w.T("plan.kwi.score", m.w.ScoreBy(m.table.AnswersBy, int(f), true))
		case k.Target != 0:
			note = m.w.T("plan.kwi.target", k.Target)
		}
		out = append(out, PlanLine{Code: k.Code.String(), Text: k.Title, Note: note, KWI: k.Code})
	}
	return out
}

// kwiActions are the actions by KWI: those agreed in the cycle, and those
// from before that are still open. What was dropped is no plan.
func (m planner) kwiActions() (out []PlanLine) {
	if m.y == nil {
		return nil
	}
	by, left := map[account.KWICode][]account.Action{}, []account.Action{}
	for _, y := range m.c.Cycles {
		for _, a := range y.Actions {
			switch {
			case a.Status == account.Dropped, y.Name != m.y.Name && a.Status != account.Open:
			case a.KWI != 0 && m.y.KWI(a.KWI) != nil:
				by[a.KWI] = append(by[a.KWI], a)
			default:
				left = append(left, a)
			}
		}
		if y.Name == m.y.Name {
			break
		}
	}
	for _, k := range m.y.KWIs {
		if len(by[k.Code]) > 0 {
			out = append(out, PlanLine{Code: k.Code.String(), Text: k.Title, KWI: k.Code})
			out = append(out, m.actions(by[k.Code])...)
		}
	}
	if len(left) > 0 {
		out = append(out, PlanLine{Text: m.w.T("plan.actions.other")})
		out = append(out, m.actions(left)...)
	}
	return out
}

// actions are entries: number, what, who and by when or how it ended.
func (m planner) actions(all []account.Action) (out []PlanLine) {
	for _, a := range all {
		line := PlanLine{Code: a.Number, Text: a.Text, Action: a.Number, Done: a.Status == account.Done, Late: a.Overdue(m.now)}
		out = append(out, m.promised(line, a.For, a.Due))
	}
	return out
}

// promised is an entry: who does it, and by when or how it ended.
func (m planner) promised(l PlanLine, who string, due account.Moment) PlanLine {
	l.Entry = true
	when := m.w.Moment(due)
	switch {
	case l.Done:
		when = m.w.T("status.done")
	case l.Late:
		when = m.w.T("plan.late", when)
	}
	l.Note = joinTexts(who, when)
	return l
}

// joinTexts joins two texts, of which each may be lacking.
func joinTexts(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// kpis are the organisation indicators, with the letters of SMART that they
// meet.
func (m planner) kpis() (out []PlanLine) {
	for i := range m.plan.KPIs {
		k := &m.plan.KPIs[i]
		letters := smartOf(k)
		out = append(out, PlanLine{Code: k.Code, Text: k.Text, KPI: k.Code, Smart: &letters, Note: smartNote(letters)})
	}
	return out
}

// kpiActions are the supplier's own actions, by indicator; one for which there
// are none says so.
func (m planner) kpiActions() (out []PlanLine) {
	for i := range m.plan.KPIs {
		k := &m.plan.KPIs[i]
		head := PlanLine{Code: k.Code, KPI: k.Code}
		if len(k.Actions) == 0 {
			head.Note = m.w.T("plan.kpi.idle")
		}
		out = append(out, head)
		for _, text := range k.Actions {
			a := k.Action(text)
			out = append(out, m.promised(PlanLine{Text: text, KPI: k.Code, Done: a.Done != "", Late: a.Overdue(m.now)}, a.For, a.Due))
		}
	}
	return out
}

// smartOf is how an indicator meets the letters: as it was judged, and where it
// was not, by a number or a day in its words.
func smartOf(k *account.KPI) (out [5]Letter) {
	number, day := lang.Measures(k.Text)
	for i := range out {
		l := account.SmartLetter(i)
		switch r := k.Smart.Reply(l); {
		case r == account.Yes:
			out[i] = Met
		case r == account.Unanswered && (l == account.Measurable && number || l == account.Timed && day):
			out[i] = Proposed
		}
	}
	return out
}

// smartNote names the letters that are met or may be.
func smartNote(letters [5]Letter) string {
	var out []string
	for i, l := range letters {
		if l != NotMet {
			out = append(out, "SMART"[i:i+1])
		}
	}
	return strings.Join(out, "·")
}
