package monitor

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Where there is room, what is in hand stands in full beside the table or below
// it: the KWI in the client's words with its course, and the agreement with the
// KWI that it serves.

// The narrowest tables beside which what is in hand stands in full.
const (
	leastScores  = 100
	leastAgreed  = 100
	leastRemarks = 60
	leastDepth   = 100
)

// roomyFrom is from how many lines of the body on something stands below.
const roomyFrom = 30

// pair divides the body between the scores and the KWI in hand.
func (s Screen) pair(f *kit.Frame) part.Pair {
	if len(f.Y().KWIs) == 0 {
		return part.Pair{Left: f.W}
	}
	return part.PairOf(f, leastScores)
}

// kwiInFull is the KWI in hand: the client's words, how it stands and went, and
// what was agreed on it, as far as h lines have room for the last two.
func (s Screen) kwiInFull(f *kit.Frame, y *account.Cycle, h int) *part.Reading {
	d, t := part.ReadIn(f), f.Table()
	k := y.KWI(s.code(f, y))
	if k == nil {
		return d
	}
	line := t.Line(k.Code)
	line.Target = k.Target
	d.Drawn(clientWords(f, y, k)...)
	d.Drawn(figures(f, y, k, &line)...)
	if c := courseOf(f, y); c.any(f) && len(c.cycles) > 1 && d.Room(h) > multipleLeast {
		c = c.within(f)
		d.Blank()
		d.Drawn(c.chart(f, k.Code).View(*f, min(d.Room(h), chartMost))...)
	}
	d.Drawn(promised(f, y, k, d.Room(h))...)
	return d
}

// within is the course as wide as the frame, with room for the target alone at its
// left.
func (c course) within(f *kit.Frame) course {
	c.label = targetLabel(f)
	c.cell = min((f.W-c.label-figureMargin)/len(c.cycles), courseMost)
	return c
}

// agreementInFull is an agreement and the KWI that it serves, in the client's words
// and with its figures.
func agreementInFull(f *kit.Frame, y *account.Cycle, o *account.OpenAction, h int) *part.Reading {
	d := part.ReadIn(f)
	d.Drawn(inWords(f, o, y.Name, h)[1:]...)
	if k := y.KWI(o.Action.KWI); k != nil {
		t := f.Table()
		line := t.Line(k.Code)
		line.Target = k.Target
		d.Blank()
		d.Drawn(clientWords(f, y, k)...)
		d.Drawn(figures(f, y, k, &line)...)
	}
	return d
}
