package pdf

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/score"
)

// trend makes pieces of lines over the cycles: a small chart for each, two
// beside each other and on one scale, so that they can be compared and no
// line crosses another. Their figures stand at the points, as far as there is
// room.
func (l documentLook) trend(t report.Lines, x, width float64) []layoutPiece {
	var out []layoutPiece
	if t.Caption != "" {
		out = l.set(t.Caption, x, width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(4), keep: true, heads: true, below: l.mm(1)})
	}
	scale := t.Reach()
	gap := l.mm(8)
	w := (width - gap) / 2
	margin := l.mm(5) // right of the last cycle, for the name of a target
	for _, line := range t.Lines {
		if aim, ok := (trendPanel{documentLook: l, cycles: t.Cycles, line: line, target: t.Target}).aimed(); ok {
			margin = max(margin, l.font(regular, 7).width(aim)+l.mm(4))
		}
	}
	for i := 0; i < len(t.Lines); i += 2 {
		pair := make([]trendPanel, 0, 2)
		label := 0.0
		for j := i; j < min(i+2, len(t.Lines)); j++ {
			one := trendPanel{documentLook: l, x: x + float64(j-i)*(w+gap), w: w, cycles: t.Cycles, line: t.Lines[j], target: t.Target, margin: margin, low: float64(scale.Low), high: float64(scale.High)}
			one.label = one.font(boldFace, 8.5).wrap(one.line.Label, w)
			label = max(label, float64(len(one.label))*one.font(boldFace, 8.5).line())
			pair = append(pair, one)
		}
		out = append(out, layoutPiece{above: l.mm(4), height: label + l.mm(36), says: 1, draw: func(p *paperDocument, y float64) {
			for _, one := range pair {
				one.draw(p, y, label, l.mm(36))
			}
		}})
	}
	return append(out, layoutPiece{height: l.mm(2)})
}

// trendPanel is one line in its own chart.
type trendPanel struct {
	documentLook
	x, w      float64
	label     []string
	cycles    []string
	line      report.Line
	target    string // how it is called
	margin    float64
	low, high float64
}

// draw puts the label, the scale, what was aimed for in dashes, the line and
// its figures, and the cycles.
func (a trendPanel) draw(p *paperDocument, y, label, h float64) {
	name, f := a.font(boldFace, 8.5), a.font(regular, 7)
	p.lines(a.x, y, a.label, name, inkColour)
	aim, aimed := a.aimed()
	left, right := a.x+f.width("10")+a.mm(4), a.x+a.w-a.margin
	first := left + f.width("10,00")/2 // so that its figure stands beside the scale
	top, bottom := y+label+f.line()+a.mm(2), y+label+h-f.line()-a.mm(2)
	if first >= right || len(a.cycles) == 0 {
		return
	}
	at := func(i int) float64 {
		if len(a.cycles) == 1 {
			return (first + right) / 2
		}
		return first + (right-first)*float64(i)/float64(len(a.cycles)-1)
	}
	height := func(v score.Figure) float64 {
		return bottom - (bottom-top)*(float64(v)/100-a.low)/(a.high-a.low)
	}
	for grade := a.low; grade <= a.high; grade++ {
		g := height(score.Figure(grade * 100))
		p.line(left-a.mm(1), g, right+a.mm(1), g, 0.1, ruleColour)
		if grade == a.low || grade == a.high || height(0)-height(100) >= f.line() {
			p.right(left-a.mm(2), g-f.line()/2, wholeGrade(grade), f, quietColour)
		}
	}
	a.targets(p, at, height, left, right)
	if i := len(a.cycles) - 1; aimed {
		p.text(right+a.mm(2), height(a.line.Target(i))-f.line()/2, aim, f, inkColour)
	}
	col, thick := accent, 0.5
	if a.line.Total {
		thick = 0.9
	}
	for i := range a.figures() {
		v := a.line.Figures[i]
		if !v.OK() {
			continue
		}
		if i > 0 && a.line.Figures[i-1].OK() && !a.line.BrokenAt(i) {
			p.line(at(i-1), height(a.line.Figures[i-1]), at(i), height(v), thick, col)
		}
		p.dot(at(i), height(v), thick+a.mm(0.3), col)
	}
	a.values(p, f, at, height, bottom)
	a.names(p, f, at, bottom+a.mm(1.2))
}

// aimed is what was aimed for in the last cycle, in words.
func (a trendPanel) aimed() (text string, ok bool) {
	v := a.line.Target(len(a.cycles) - 1)
	if len(a.cycles) == 0 || !v.OK() {
		return "", false
	}
	return strings.ToLower(a.target) + " " + a.words.Target(account.Target(v)), true
}

// targets draws what was aimed for in each cycle as dashes, halfway to the
// cycles beside it.
func (a trendPanel) targets(p *paperDocument, at func(int) float64, height func(score.Figure) float64, left, right float64) {
	from := 0
	for i := range a.cycles {
		if i+1 < len(a.cycles) && a.line.Target(i+1) == a.line.Target(from) {
			continue
		}
		if v := a.line.Target(from); v.OK() {
			x, to := left-a.mm(1), right+a.mm(1)
			if from > 0 {
				x = (at(from-1) + at(from)) / 2
			}
			if i+1 < len(a.cycles) {
				to = (at(i) + at(i+1)) / 2
			}
			p.dashed(x, height(v), to, height(v), 0.35, inkColour)
		}
		from = i + 1
	}
}

// figures is how many points there are.
func (a trendPanel) figures() int { return min(len(a.line.Figures), len(a.cycles)) }

// lowest reports whether a figure is lower than those beside it.
func (a trendPanel) lowest(i int) bool {
	lower := false
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= a.figures() || !a.line.Figures[j].OK() || a.line.BrokenAt(max(i, j)) {
			continue
		}
		if a.line.Figures[j] < a.line.Figures[i] {
			return false
		}
		lower = lower || a.line.Figures[j] > a.line.Figures[i]
	}
	return lower
}

// values puts the figures above their points, or below where the line or the
// target is drawn above: the last and the first before
// the others, and none where it would touch one that is there.
func (a trendPanel) values(p *paperDocument, f fontAtSize, at func(int) float64, height func(score.Figure) float64, bottom float64) {
	var texts []placedLabel
	for i := range a.figures() {
		if v := a.line.Figures[i]; v.OK() {
			s, y := a.words.ScoreBy(a.line.At(i), int(v), true), height(v)-f.line()-a.mm(0.9)
			if below := height(v) + a.mm(0.9); a.lowest(i) && below+f.line() < bottom {
				y = below // the line comes from above
			}
			if aim := a.line.Target(i); aim.OK() && height(aim) < height(v)-a.mm(0.5) && height(aim) > y-a.mm(0.5) {
				y = height(v) + a.mm(0.9) // the dashes would go through it
			}
			texts = append(texts, placedLabel{s, at(i), f.width(s), y})
		}
	}
	last := f
	last.face = boldFace
	for _, t := range keepApart(texts, a.mm(0.8)) {
		one, c := f, inkColour
		if t == texts[len(texts)-1] && last.width(t.text) <= t.width+a.mm(0.8) {
			one = last
		}
		p.middle(t.x, t.y, t.text, one, c)
	}
}

// names puts the cycles under the chart, as many as fit.
func (a trendPanel) names(p *paperDocument, f fontAtSize, at func(int) float64, y float64) {
	var texts []placedLabel
	for i, s := range a.cycles {
		s = cleanForSetting(s)
		half := f.width(s) / 2
		texts = append(texts, placedLabel{s, min(max(at(i), a.x+half), a.x+a.w-half), 2 * half, y})
	}
	for _, t := range keepApart(texts, a.mm(1.2)) {
		p.middle(t.x, t.y, t.text, f, quietColour)
	}
}

// placedLabel is a text round a place.
type placedLabel struct {
	text        string
	x, width, y float64
}

// keepApart leaves out the labels that would come too near to another: the last
// goes first, then the first, then the others from the end.
func keepApart(all []placedLabel, gap float64) (out []placedLabel) {
	try := func(l placedLabel) {
		for _, o := range out {
			if l.x-l.width/2 < o.x+o.width/2+gap && o.x-o.width/2 < l.x+l.width/2+gap {
				return
			}
		}
		out = append(out, l)
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

func wholeGrade(grade float64) string {
	if grade == 10 {
		return "10"
	}
	return string(rune('0' + int(grade)))
}
