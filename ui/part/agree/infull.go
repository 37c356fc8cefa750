package agree

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// leastList is the narrowest list beside which the agreement in hand stands in
// full: the side and the KWI have a column in it.
const leastList = 98

// roomyFrom is from how many lines of the body on it stands in full below.
const roomyFrom = 30

// labelWidth is how wide a word before a text is.
const labelWidth = 10

// PairOf divides a body between the agreements and the one in hand.
func (l List) PairOf(f *kit.Frame) part.Pair {
	if len(l.All(f)) == 0 {
		return part.Pair{Left: f.W}
	}
	return part.PairOf(f, leastList)
}

// InFull is the agreement in hand with all that is known of it: who and when, how
// far it is, who knows of it, and the KWI that it serves.
func (l List) InFull(f *kit.Frame) *part.Reading {
	t := f.Theme
	d := part.ReadIn(f)
	a, ok := l.In(f)
	if !ok {
		return d
	}
	d.Behind(a.Number+" ", t.Strong, a.Text)
	d.Blank()
	row := func(key, text string) { d.Behind(cells.Pad(f.T(key), labelWidth), t.Text, text) }
	who := f.T("agree.side." + string(a.Side))
	if a.For != "" {
		who = a.For + " " + t.Glyphs.Dot + " " + who
	}
	if a.Internal {
		who += " " + t.Glyphs.Dot + " " + f.T("agree.is.internal")
	}
	row("agree.col.for", who)
	standing, look := actionStanding(f, a)
	if day := f.Words.ShortMoment(a.Due, f.Today); a.Due != "" && a.Status == account.Open && standing != day {
		standing = day + ", " + standing
	}
	d.Behind(cells.Pad(f.T("agree.col.due"), labelWidth), look, standing)
	for _, said := range []string{part.Said(f, "agree.is.delay", a.Delay), part.Said(f, "agree.is.so", a.So)} {
		d.Behind(cells.Spaces(labelWidth), t.Text, said)
	}
	if a.Status != account.Dropped {
		d.Blank()
		for _, step := range lifeSteps(f, a) {
			d.Behind(step.sign, t.Text, step.text)
		}
		text, look := untoldLine(f, a)
		d.Text(look, text)
	}
	tellings(f, d, a)
	served(f, d, a)
	return d
}

// tellings are those who were told of it, and when and by which way.
func tellings(f *kit.Frame, d *part.Reading, a account.Action) {
	for _, news := range []account.News{account.ItComes, account.WhatCame} {
		first := true
		for _, t := range a.Tellings {
			if t.Done != bool(news) {
				continue
			}
			if first {
				d.Head(f.T(map[account.News]string{account.ItComes: "agree.full.told", account.WhatCame: "agree.full.result"}[news]))
				first = false
			}
			d.Behind(f.Theme.Glyphs.Dot, f.Theme.Text, part.NameOf(f, t.Who)+", "+tellingSays(f, t))
		}
	}
}

// served is the KWI that it serves: what the client expects in their own words, how
// it stands, and what else was agreed on it.
func served(f *kit.Frame, d *part.Reading, a account.Action) {
	k := f.Y().KWI(a.KWI)
	if k == nil {
		return
	}
	d.Head(k.Code.String() + " " + k.Title)
	d.Quote(k.Expectation)
	d.Drawn(part.KWIFigures(f, k, f.W)...)
	var others []account.Action
	for _, o := range f.Client.Agreements(f.Y()) {
		if o.KWI == a.KWI && o.Number != a.Number && o.Status != account.Dropped {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		return
	}
	d.Head(f.T("agree.full.others"))
	for _, o := range others {
		standing, _ := actionStanding(f, o)
		d.Behind(o.Number+" ", f.Theme.Faint, strings.TrimRight(Marked(f, o), ".")+" "+f.Theme.Glyphs.Dot+" "+standing)
	}
}
