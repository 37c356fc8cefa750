package html

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// The drawing of one line, in its own units: how large it is, and where what is
// drawn in it begins and ends. A letter is about so wide.
const (
	panelWide, panelHigh   = 360.0, 168.0
	plotLeft, plotRight    = 30.0, 340.0
	plotTop, plotBottom    = 24.0, 138.0
	letterWide, letterHigh = 6.4, 12.0
)

// linesView is a drawing for each line, all on one scale.
type linesView struct {
	ID, Caption, ScaleName string
	Panels                 []panelView
}

// panelView is one line over the cycles. What it says stands beside its label:
// the last figure, and what is aimed for.
type panelView struct {
	ID, Label, Last, Aim  string
	Name, Says            string // what the drawing is called and what it says, in words
	Total                 bool
	Grades, Names, Values []mark
	Targets, Pieces       []string // paths
	Points                []mark
}

// mark is a text at a place, or a place alone.
type mark struct {
	Text string
	X, Y string
}

// newLinesView draws lines that have a cycle at least.
func newLinesView(w *lang.Words, l report.Lines, at place) *linesView {
	scale := l.Reach()
	v := &linesView{ID: at.id, Caption: clean(l.Caption), ScaleName: w.T("kit.scale", w.Int(scale.Low)+"–"+w.Int(scale.High))}
	for i, line := range l.Lines {
		p := linePanel{words: w, cycles: l.Cycles, line: line, target: l.Target, low: float64(scale.Low), high: float64(scale.High)}
		one := p.view()
		one.ID = at.id + "-" + strconv.Itoa(i+1)
		v.Panels = append(v.Panels, one)
	}
	return v
}

// linePanel is one line on its way into a drawing.
type linePanel struct {
	words     *lang.Words
	cycles    []string
	line      report.Line
	target    string // how it is called
	low, high float64
}

func (p linePanel) view() panelView {
	v := panelView{Label: clean(p.line.Label), Name: clean(p.line.Label), Total: p.line.Total}
	var says []string
	for i, name := range p.cycles {
		figure := p.shown(i)
		says = append(says, clean(name)+" "+figure)
		if p.figure(i).OK() {
			v.Last = figure
			v.Points = append(v.Points, mark{figure, number(p.x(i)), number(p.y(p.figure(i)))})
		}
	}
	if aim := p.line.Target(len(p.cycles) - 1); len(p.cycles) > 0 && aim.OK() {
		v.Aim = p.words.T("report.text.target", p.words.Score(int(aim), true))
		says = append(says, v.Aim)
	}
	v.Says = strings.Join(says, ", ")
	v.Grades, v.Pieces, v.Targets = p.grades(), p.pieces(), p.targets()
	v.Values, v.Names = p.values(), p.names()
	return v
}

func (p linePanel) figure(i int) score.Figure {
	if i < len(p.line.Figures) {
		return p.line.Figures[i]
	}
	return score.None
}

func (p linePanel) shown(i int) string {
	f := p.figure(i)
	return p.words.ScoreBy(p.line.At(i), int(f), f.OK())
}

// x is where a cycle stands, y how high a figure does.
func (p linePanel) x(i int) float64 {
	if len(p.cycles) == 1 {
		return (plotLeft + plotRight) / 2
	}
	const inset = 14
	return plotLeft + inset + (plotRight-plotLeft-2*inset)*float64(i)/float64(len(p.cycles)-1)
}

func (p linePanel) y(f score.Figure) float64 {
	return plotBottom - (plotBottom-plotTop)*(float64(f)/100-p.low)/max(p.high-p.low, 1)
}

// grades are the lines across, with their names as far as there is room.
func (p linePanel) grades() (out []mark) {
	for grade := p.low; grade <= p.high; grade++ {
		one := mark{X: number(plotLeft - 6), Y: number(p.y(score.Figure(grade * 100)))}
		if grade == p.low || grade == p.high || p.y(0)-p.y(100) >= letterHigh {
			one.Text = p.words.Int(int(grade))
		}
		out = append(out, one)
	}
	return out
}

// pieces are the line, one piece up to where it breaks or a figure lacks.
func (p linePanel) pieces() (out []string) {
	for i := range p.cycles {
		if i == 0 || !p.figure(i).OK() || !p.figure(i-1).OK() || p.line.BrokenAt(i) {
			continue
		}
		out = append(out, path(p.x(i-1), p.y(p.figure(i-1)), p.x(i), p.y(p.figure(i))))
	}
	return out
}

// targets are what was aimed for in each cycle, halfway to those beside it.
func (p linePanel) targets() (out []string) {
	from := 0
	for i := range p.cycles {
		if i+1 < len(p.cycles) && p.line.Target(i+1) == p.line.Target(from) {
			continue
		}
		if aim := p.line.Target(from); aim.OK() {
			begins, ends := plotLeft, plotRight
			if from > 0 {
				begins = (p.x(from-1) + p.x(from)) / 2
			}
			if i+1 < len(p.cycles) {
				ends = (p.x(i) + p.x(i+1)) / 2
			}
			out = append(out, path(begins, p.y(aim), ends, p.y(aim)))
		}
		from = i + 1
	}
	return out
}

// values are the figures above their points, or below where the target would go
// through them.
func (p linePanel) values() []mark {
	var all []placed
	for i := range p.cycles {
		f := p.figure(i)
		if !f.OK() {
			continue
		}
		y := p.y(f) - 8
		if aim := p.line.Target(i); aim.OK() && p.y(aim) < p.y(f) && p.y(aim) > y-letterHigh {
			y = p.y(f) + letterHigh + 5
		}
		all = append(all, placed{p.shown(i), p.x(i), y})
	}
	return apart(all)
}

// names are the cycles below, as many as there is room for.
func (p linePanel) names() []mark {
	var all []placed
	for i, s := range p.cycles {
		all = append(all, placed{clean(s), p.x(i), plotBottom + 20})
	}
	return apart(all)
}

// placed is a text round a place.
type placed struct {
	text string
	x, y float64
}

func (l placed) half() float64 { return letterWide * float64(utf8.RuneCountInString(l.text)) / 2 }

// apart leaves out the texts that would touch another: the last goes first,
// then the first, then the others from the end.
func apart(all []placed) (out []mark) {
	var kept []placed
	try := func(l placed) {
		l.x = min(max(l.x, l.half()), panelWide-l.half())
		for _, o := range kept {
			if l.x-l.half() < o.x+o.half()+4 && o.x-o.half() < l.x+l.half()+4 {
				return
			}
		}
		kept = append(kept, l)
		out = append(out, mark{l.text, number(l.x), number(l.y)})
	}
	if len(all) > 0 {
		try(all[len(all)-1])
		try(all[0])
	}
	for i := len(all) - 2; i > 0; i-- {
		try(all[i])
	}
	return out
}

func path(x1, y1, x2, y2 float64) string {
	return "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
