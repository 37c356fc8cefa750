package monitor

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// says is what the figures say, scrolled by lines. It is for the supplier's own
// people: what one voice changes is nobody else's business.
func (s Screen) says(f *kit.Frame, y *account.Cycle, h int) []string {
	lines := saidLines(f, y)
	if len(lines) <= h {
		return lines
	}
	if both := saidInTwo(f, y); both != nil && len(both) <= h {
		return both
	}
	top := max(min(s.said, len(lines)-h+1), 0)
	shown := slices.Clone(lines[top : top+h-1])
	return append(shown, "  "+f.Theme.Faint.Render(widget.More(*f, top, len(lines)-top-h+1)))
}

// saidLines is all of it drawn.
func saidLines(f *kit.Frame, y *account.Cycle) []string {
	if t := f.Table(); !t.HasAnswers() {
		return cells.Lines(part.Empty(f, f.T("insight.empty", string(y.Name)), f.T("insight.empty.how", part.Digit(f, account.Measure))))
	}
	return saidIn(f, y).lines
}

// leastSaying is the narrowest of two columns of it.
const leastSaying = 72

// halves divides the body where all of it has two columns.
func halves(f *kit.Frame) part.Pair { return part.HalvesOf(f, leastSaying) }

// saidInTwo is all of it in two columns, divided between two pieces so that the
// longer one is as short as it can be; none where there is no room for both.
func saidInTwo(f *kit.Frame, y *account.Cycle) []string {
	pair := halves(f)
	if !pair.Wide() {
		return nil
	}
	p := saidIn(pair.RightOf(f), y)
	at := len(p.lines)
	for _, head := range p.heads {
		if max(head, len(p.lines)-head) < max(at, len(p.lines)-at) {
			at = head
		}
	}
	return pair.Beside(trimmed(p.lines[:at]), p.lines[at:])
}

// saidIn is all of it in the width of a frame. By group there is the NPS alone.
func saidIn(f *kit.Frame, y *account.Cycle) *saying {
	t := f.Table()
	p := &saying{f: f, y: y, t: &t, w: min(f.W, widestSaying)}
	p.nps()
	if !y.Named() {
		p.blank()
		p.quiet(part.Grouped(f, &t))
		p.quiet(f.T("insight.bygroup"))
		return p
	}
	p.likeForLike()
	p.people()
	p.agreement()
	p.seen()
	p.matters()
	return p
}

// widestSaying is how wide it is drawn; beyond it the eye loses the row.
const widestSaying = 117

// saying is the lines as they are written one below the other.
type saying struct {
	f     *kit.Frame
	y     *account.Cycle
	t     *score.Table
	w     int
	lines []string
	heads []int // the lines with which a piece begins
}

func (p *saying) blank() { p.lines = append(p.lines, "") }

// head begins a piece.
func (p *saying) head(key string) {
	if len(p.lines) > 0 {
		p.blank()
	}
	p.heads = append(p.heads, len(p.lines))
	p.lines = append(p.lines, "  "+p.f.Theme.Strong.Render(cells.Line(p.f.T(key), p.w-figureMargin)))
}

func (p *saying) text(text string)  { p.wrapped(text, p.f.Theme.Text.Render) }
func (p *saying) quiet(text string) { p.wrapped(text, p.f.Theme.Faint.Render) }

func (p *saying) wrapped(text string, look func(string) string) {
	if text == "" {
		return
	}
	for _, l := range cells.Wrap(text, p.w-figureMargin) {
		p.lines = append(p.lines, "  "+look(l))
	}
}

// row is a name and figures at the right of their columns.
func (p *saying) row(name string, widths []int, figures ...string) {
	p.lines = append(p.lines, strings.TrimRight(p.rowOf(name, widths, figures...), " "))
}

func (p *saying) titles(name string, widths []int, figures ...string) {
	p.lines = append(p.lines, p.f.Theme.Faint.Render(strings.TrimRight(p.rowOf(name, widths, figures...), " ")))
}

func (p *saying) rowOf(name string, widths []int, figures ...string) string {
	all := 0
	for _, w := range widths {
		all += w
	}
	line := "  " + cells.Fit(name, min(max(p.w-figureMargin-all, 8), mostName))
	for i, figure := range figures {
		line += cells.FitRight(figure, widths[i])
	}
	return line
}

func kwiName(k *account.KWI) string { return k.Code.Short() + " " + k.Title }

// nps is the counts first, then the figure and what the silent can still make
// of it.
func (p *saying) nps() {
	f, n := p.f, p.t.NPS
	p.head("insight.nps")
	if !n.OK() {
		p.lines = append(p.lines, recommended(f, p.t)...)
		return
	}
	silent := score.Silent(&f.Client, p.y)
	dot := " " + f.Theme.Glyphs.Dot + " "
	counts := f.N("monitor.promoters", n.Promoters) + dot + f.N("monitor.passives", n.Passives) + dot + f.N("monitor.detractors", n.Detractors)
	p.text(counts + dot + f.N("insight.nps.answered", n.Answers, n.Answers+silent))
	p.lines = append(p.lines, "  "+f.Theme.Strong.Render(f.T("nps.name")+" "+f.Words.Signed(n.Score())))
	p.quiet(f.Words.SilentOnes(n, silent))
}

// likeForLike is ± beside the change over what both cycles share, and how many
// go up and down.
func (p *saying) likeForLike() {
	f := p.f
	p.head("insight.like")
	total := f.Scores.Match(&f.Client, 0, p.y.Name)
	if total.Since == "" {
		p.quiet(f.T("insight.like.none"))
		return
	}
	p.quiet(f.T("insight.like.about", string(total.Since)))
	widths := []int{8, 10}
	beside := p.w >= 100
	p.titles(f.T("report.col.kwi"), widths, "±", f.T("insight.like.col"))
	var reworded []string
	for i := 0; i <= len(p.y.KWIs); i++ {
		code, name := account.KWICode(0), f.T("term.total")
		if i < len(p.y.KWIs) {
			code, name = p.y.KWIs[i].Code, kwiName(&p.y.KWIs[i])
		}
		m := f.Scores.Match(&f.Client, code, p.y.Name)
		by, like := f.Scores.Change(code, p.y.Name), m.Change()
		said := f.Words.Moved(&m)
		if m.Since != total.Since && said != "" {
			said = f.T("insight.like.since", string(m.Since), said)
		}
		p.row(name, widths, f.Words.ChangeIn(by.Tenths, by.By, by.OK), f.Words.Change(like.By, like.OK))
		if beside {
			last := &p.lines[len(p.lines)-1]
			*last = cells.Pad(*last, figureMargin+mostName+widths[0]+widths[1]) + "   " + f.Theme.Faint.Render(said)
		} else if said != "" {
			p.quiet("   " + said)
		}
		if code != 0 && len(m.Reworded) > 0 {
			reworded = append(reworded, f.T("insight.reworded", string(m.Since), f.Words.Codes(m.Reworded)))
		}
	}
	for _, text := range reworded {
		p.quiet(text)
	}
}
