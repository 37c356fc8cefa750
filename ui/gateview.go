package ui

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// View draws the checklist, or the whole cycle.
func (g gateList) View(f kit.Frame) kit.Page {
	if f.Y() == nil {
		return kit.Page{}
	}
	pair := part.PairOf(&f, leastChecklist)
	switch {
	case g.whole:
		return g.wholeView(&f)
	case pair.Wide():
		cycle := part.Whole{Lines: wholeLines(pair.RightOf(&f), -1), Key: keys.Next.Keys()[0]}
		both := pair.Beside(cells.Lines(g.stageView(pair.LeftOf(&f)).Body), cycle.In(&f, f.H))
		return kit.Page{Body: strings.Join(both, "\n")}
	}
	return g.stageView(&f)
}

// leastChecklist is how wide the checklist is at least for the whole cycle to stand
// beside it.
const leastChecklist = 56

// wholeLines are the cycle stage by stage below its title, none in hand where at is
// -1.
func wholeLines(f *kit.Frame, at int) []string {
	lines := []string{f.Theme.Strong.Render(cells.Line(f.T(ofApproach(f, "gate.title.cycle"), string(f.Y().Name)), f.W)), ""}
	for i, stage := range f.Client.Approach.Stages() {
		lines = append(lines, stageLines(f, stage, i == at, true)...)
	}
	return lines
}

// stageView draws the checklist of the stage.
func (g gateList) stageView(f *kit.Frame) kit.Page {
	title := []string{f.Theme.Strong.Render(cells.Line(g.title(f), f.W)), ""}
	h := max(f.H-len(title), 1)
	lines, from, to := g.stageBody(f, true)
	if len(lines) > h {
		lines, from, to = g.stageBody(f, false)
	}
	top := max(min(cells.Scroll(from, to, h), len(lines)-h), 0)
	lines = lines[top:]
	if more := len(lines) - h; more > 0 && to-top < h {
		lines[h-1] = f.Theme.Faint.Render(f.N("kit.more", more+1))
	}
	return kit.Page{Body: cells.Block(append(title, lines...), f.W, f.H)}
}

// stageBody are the rows with what is below them, and which lines the one in hand
// takes. Where there is little room what met a condition is left out, so that what
// going on means can be read.
func (g gateList) stageBody(f *kit.Frame, details bool) (lines []string, from, to int) {
	rows := g.rows(f)
	at := g.at(f, rows)
	to = 1
	for i, r := range rows {
		if i == at {
			from = len(lines)
		}
		if !details {
			r.detail = ""
		}
		lines = append(lines, gateRowLines(f, &r, i == at)...)
		if i == at {
			to = len(lines)
		}
	}
	for _, l := range g.below(f) {
		lines = append(lines, f.Theme.Faint.Render(l))
	}
	return lines, from, to
}

// title says which way the checklist is, or of which stage.
func (g gateList) title(f *kit.Frame) string {
	a := f.Client.Approach
	name := f.Words.Stage(lang.LongStage, a, g.stage)
	switch next := g.stage.After(a); {
	case !g.isNow(f):
		return f.T("gate.title.stage", name)
	case next == account.Closed:
		return f.T(ofApproach(f, "gate.close"))
	default:
		return f.T("gate.title", name, f.Words.Stage(lang.LongStage, a, next))
	}
}

// gateRowLines are a row in as many lines as it takes, what hangs below it set in.
func gateRowLines(f *kit.Frame, r *gateRow, inHand bool) []string {
	t := f.Theme
	if r.text == "" {
		return []string{""}
	}
	mark, look := "  ", t.Text
	switch {
	case inHand:
		mark, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
	case !r.stands() && r.sign == "":
		look = t.Faint
	}
	before := cells.Spaces(2 * r.deep)
	sign, in := "", 2+2*r.deep
	if r.sign != "" {
		sign, in = r.sign+" ", in+2
	}
	var lines []string
	for i, l := range cells.Wrap(r.text, f.W-in) {
		if i == 0 {
			lines = append(lines, mark+before+sign+look.Render(l))
		} else {
			lines = append(lines, cells.Spaces(in)+look.Render(l))
		}
	}
	if r.detail != "" {
		for _, l := range cells.Wrap(r.detail, f.W-in) {
			lines = append(lines, cells.Spaces(in)+t.Faint.Render(l))
		}
	}
	return lines
}

// below is what the way on means: what is missing, and of the last stage what the
// cycle brought and what goes along.
func (g gateList) below(f *kit.Frame) []string {
	lines := []string{""}
	say := func(text string) { lines = append(lines, cells.Wrap(text, f.W)...) }
	switch {
	case !g.isNow(f) && f.Y().IsPast(g.stage, f.Client.Approach):
		say(f.T(ofApproach(f, "gate.past")))
		return lines
	case !g.isNow(f):
		say(f.T(ofApproach(f, "gate.ahead"), f.Words.Stage(lang.LongStage, f.Client.Approach, f.Y().Stage)))
		return lines
	}
	if g.stage.After(f.Client.Approach) == account.Closed {
		for _, text := range broughtLines(f, f.Y()) {
			say(text)
		}
		lines = append(lines, "")
	}
	text := f.T("gate.open")
	if g.passes(f) {
		text = f.T("gate.met")
	}
	if g.stage.After(f.Client.Approach) == account.Closed {
		text += " " + f.T(ofApproach(f, "gate.closing"))
	}
	say(text)
	return lines
}

// wholeView draws the cycle stage by stage: what is done, when and by whom, and
// why one went on without what was needed.
func (g gateList) wholeView(f *kit.Frame) kit.Page {
	y, t, a := f.Y(), f.Theme, f.Client.Approach
	title := []string{t.Strong.Render(cells.Line(f.T(ofApproach(f, "gate.title.cycle"), string(y.Name)), f.W)), ""}
	all := a.Stages()
	at := g.stages.In(len(all))
	var lines []string
	from, to := 0, 1
	for i, stage := range all {
		if i == at {
			from = len(lines)
		}
		lines = append(lines, stageLines(f, stage, i == at, false)...)
		if i == at {
			to = len(lines)
		}
	}
	for _, p := range y.Passages {
		if p.To < p.From {
			lines = append(lines, t.Faint.Render(cells.Line("  "+wentBack(f, &p), f.W)))
		}
	}
	h := max(f.H-len(title), 1)
	top := max(min(cells.Scroll(from, to, h), len(lines)-h), 0)
	return kit.Page{Body: cells.Block(append(title, lines[top:]...), f.W, f.H)}
}

// stageLines are a stage of the cycle, and what there is to say of it; wrapped, how far
// it is takes as many lines as it needs.
func stageLines(f *kit.Frame, stage account.Stage, inHand, wrapped bool) []string {
	y, t, a := f.Y(), f.Theme, f.Client.Approach
	mark, look := "  ", t.Text
	if inHand {
		mark, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
	}
	sign := t.Faint.Render(t.Glyphs.Todo)
	switch {
	case y.IsPast(stage, a):
		sign = t.Text.Render(t.Glyphs.Done)
	case y.Stage.In(a) == stage:
		sign = t.Accent.Render(t.Glyphs.Now)
	}
	names, form := 26, lang.LongStage
	if f.W < 70 {
		names, form = 0, lang.ShortStage
		for _, each := range a.Stages() { // what is left is for a day with its year
			names = max(names, cells.Width(f.Words.Stage(form, a, each))+2)
		}
	}
	state := []string{cells.Line(part.StageState(f, stage), f.W-names-4)}
	if wrapped {
		state = cells.Wrap(part.StageState(f, stage), f.W-names-4)
	}
	lines := []string{mark + sign + " " + look.Render(cells.Fit(f.Words.Stage(form, a, stage), names)) + t.Faint.Render(state[0])}
	for _, l := range state[1:] {
		lines = append(lines, cells.Spaces(names+4)+t.Faint.Render(l))
	}
	for _, r := range y.ReasonsAt(stage, a) {
		for _, l := range cells.Wrap(f.Words.Regardless(&f.Client, y, &r, f.Today), f.W-6) {
			lines = append(lines, "      "+t.Faint.Render(l))
		}
	}
	return lines
}

// wentBack says that the cycle went back.
func wentBack(f *kit.Frame, p *account.Passage) string {
	on := f.Words.ShortDate(p.Date, f.Today)
	if p.By != "" {
		on = f.T("gate.fact.by", on, f.Client.Called(p.By))
	}
	return f.T(ofApproach(f, "gate.wentback"), on, f.Words.Stage(lang.LongStage, f.Client.Approach, p.To))
}

// ofApproach is the key of a text that the simple approach says in words of its
// own.
func ofApproach(f *kit.Frame, key string) string {
	if f.Client.Approach == account.Simple {
		return key + ".simple"
	}
	return key
}
