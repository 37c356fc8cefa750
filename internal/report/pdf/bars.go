package pdf

import (
	"strconv"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/score"
)

// bars makes pieces of figures on the scale of the trends: for each its label, the
// score as a dot, the target as a line across, the distance between them as a
// bar, the average as a ring, and the three figures. What each mark is can be
// told without colour. The scale is said above them and stands under the last.
func (l documentLook) bars(b report.Bars, x, width float64) []layoutPiece {
	var out []layoutPiece
	if b.Caption != "" {
		out = l.set(b.Caption, x, width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(4), keep: true, heads: true, below: l.mm(1)})
	}
	if len(b.Bars) == 0 {
		return out
	}
	if b.About != "" {
		out = append(out, l.set(b.About, x, width, setting{font: l.small(), colour: quietColour, above: l.mm(2), keep: true, heads: true})...)
	}
	c := barChart{documentLook: l, x: x, label: width * 0.28, track: width * 0.38, reach: b.Reach(), averages: b.Bars[0].By != account.ByGroup}
	c.divide(width - c.label - c.track)
	head := c.head()
	head.keep, head.heads = true, true
	again := []layoutPiece{head}
	head.above = l.mm(2)
	out = append(out, head)
	for i, bar := range b.Bars {
		one := c.bar(bar)
		one.again, one.keep = again, i == 0 || i+2 >= len(b.Bars)
		out = append(out, one)
	}
	return append(out, c.scale(), layoutPiece{height: l.mm(2)})
}

// barChart is where the parts of a row of bars stand: the label, the track, and
// three figures.
type barChart struct {
	documentLook
	x, label, track float64
	reach           score.Scale
	figure          [3]float64
	averages        bool // by group there are none
}

// divide gives the three figures their room, the longer name the more.
func (c *barChart) divide(room float64) {
	f, all := c.font(boldFace, 8), 0.0
	for i, name := range c.names() {
		if c.shows(i) {
			c.figure[i] = max(f.width(name), c.mm(9)) + c.mm(4)
		}
		all += c.figure[i]
	}
	for i := range c.figure {
		c.figure[i] *= room / all
	}
}

// shows reports whether one of the three figures has a column.
func (c barChart) shows(i int) bool { return i != 1 || c.averages }

// names are what the three figures are called.
func (c barChart) names() [3]string {
	return [3]string{c.words.T("term.score"), c.words.T("term.average"), c.words.T("term.target")}
}

// ends is where a column of figures ends.
func (c barChart) ends(i int) float64 {
	x := c.x + c.label + c.track
	for _, w := range c.figure[:i+1] {
		x += w
	}
	return x
}

// at is where a figure lies on the track; what lies outside the scale lies at its
// end.
func (c barChart) at(f score.Figure) float64 {
	low, high := 100*c.reach.Low, 100*c.reach.High
	return c.x + c.label + c.track*float64(min(max(int(f), low), high)-low)/float64(high-low)
}

// head names what the marks and figures are.
func (c barChart) head() layoutPiece {
	f := c.font(boldFace, 8)
	names := [3][]string{}
	high := 1
	for i, name := range c.names() {
		if !c.shows(i) {
			continue
		}
		names[i] = f.wrap(name, c.figure[i]-c.mm(1))
		high = max(high, len(names[i]))
	}
	h := float64(high)*f.line() + c.mm(3.4)
	return layoutPiece{height: h, draw: func(p *paperDocument, y float64) {
		for i, lines := range names {
			if !c.shows(i) {
				continue
			}
			right := c.ends(i)
			for j, s := range lines {
				p.right(right, y+float64(j)*f.line(), s, f, quietColour)
			}
			sample := y + h - c.mm(2.6)
			switch i {
			case 0:
				p.dot(right-c.mm(1.8), sample+c.mm(0.8), c.mm(1.4), accent)
			case 1:
				c.ring(p, right-c.mm(1.8), sample+c.mm(0.8))
			case 2:
				p.box(right-c.mm(2.1), sample-c.mm(0.8), 0.6, c.mm(3.2), inkColour)
			}
		}
	}}
}

// bar is one row.
func (c barChart) bar(b report.Bar) layoutPiece {
	f, figures := c.font(regular, 8.5), c.font(boldFace, 9)
	lines := f.wrap(b.Label, c.label-c.mm(3))
	plain := c.font(regular, 9)
	h := max(float64(len(lines))*f.line(), c.mm(7)) + c.mm(2.4)
	return layoutPiece{height: h, says: utf8.RuneCountInString(b.Label), draw: func(p *paperDocument, y float64) {
		for grade := c.reach.Low; grade <= c.reach.High; grade++ {
			at := c.at(score.Figure(100 * grade))
			p.line(at, y, at, y+h, 0.1, ruleColour)
		}
		p.lines(c.x, y+(h-float64(len(lines))*f.line())/2, lines, f, inkColour)
		middle := y + h/2
		c.marks(p, b, middle)
		for i, figure := range []score.Figure{b.Score, b.Average, b.Target} {
			if !c.shows(i) {
				continue
			}
			one, text := plain, c.words.Score(int(figure), figure.OK())
			if i == 0 {
				one, text = figures, c.words.ScoreBy(b.By, int(figure), figure.OK())
			}
			p.right(c.ends(i), middle-one.line()/2, text, one, inkColour)
		}
	}}
}

// marks draws a score, its distance to the target, the target and the average.
func (c barChart) marks(p *paperDocument, b report.Bar, middle float64) {
	if b.Score.OK() && b.Target.OK() {
		from, to := c.at(b.Score), c.at(b.Target)
		p.box(min(from, to), middle-c.mm(0.8), max(from, to)-min(from, to), c.mm(1.6), softColour)
	}
	if b.Target.OK() {
		p.box(c.at(b.Target)-0.3, middle-c.mm(3), 0.6, c.mm(6), inkColour)
	}
	if low, high := score.Figure(100*c.reach.Low), score.Figure(100*c.reach.High); b.Score.OK() {
		p.dot(c.at(b.Score), middle, c.mm(1.4), accent)
		if c.averages && b.Average.OK() && b.Average >= low && b.Average <= high {
			c.ring(p, c.at(b.Average), middle)
		}
	}
}

// ring is the mark of an average, which can be seen on the dot of the score too.
func (c barChart) ring(p *paperDocument, x, y float64) {
	p.dot(x, y, c.mm(1), inkColour)
	p.dot(x, y, c.mm(0.65), paperColour)
}

// scale is the grades under the tracks.
func (c barChart) scale() layoutPiece {
	f := c.font(regular, 7)
	return layoutPiece{height: f.line() + c.mm(1), draw: func(p *paperDocument, y float64) {
		p.line(c.x+c.label, y, c.x+c.label+c.track, y, 0.2, quietColour)
		for grade := c.reach.Low; grade <= c.reach.High; grade++ {
			p.middle(c.at(score.Figure(100*grade)), y+c.mm(0.8), strconv.Itoa(grade), f, quietColour)
		}
	}}
}
