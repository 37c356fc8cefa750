package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// gateList is the checklist of a stage: what is there, with its days, what is
// still needed, where enter goes, and why one went on without it. Of the stage
// that the cycle is in it is the way on, or back. Its other side is the whole
// cycle, stage by stage.
type gateList struct {
	stage   account.Stage
	list    widget.List
	moved   bool // the cursor was put somewhere by hand
	whole   bool // the whole cycle is in front
	stages  widget.List
	going   func(reason string) kit.Outcome
	backing kit.Outcome // asks whether to go one stage back
}

// toNeed tells the root where what is needed is filled in.
type toNeed struct {
	stage account.Stage
	need  part.Need
}

func (g gateList) Init() tea.Cmd { return nil }
func (g gateList) Typing() bool  { return false }

func (g gateList) Head(f kit.Frame) kit.Head {
	h := part.StageHead(&f, g.stage)
	if g.whole {
		h.Steps = false
	}
	return h
}

// isNow reports whether the stage is the one that the newest cycle is in.
func (g gateList) isNow(f *kit.Frame) bool {
	y := f.Y()
	return y != nil && y.Name == f.Client.Newest().Name && y.Stage.In(f.Client.Approach) == g.stage.In(f.Client.Approach)
}

func (g gateList) passes(f *kit.Frame) bool {
	return account.Passes(f.Client.Gate(f.Y(), g.stage, f.Today))
}

func (g gateList) Acts(f kit.Frame) []kit.Act {
	var acts []kit.Act
	row := g.inHand(&f)
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: row.act, Why: row.why}
	if g.whole {
		open.Name = f.T(ofApproach(&f, "gate.act.stage"))
	}
	acts = append(acts, open)
	if g.isNow(&f) && !g.whole {
		name := f.T("gate.on")
		if !g.passes(&f) {
			name = f.T("gate.reason")
		}
		acts = append(acts, kit.Act{ID: "on", Keys: keys.GoOn, Name: name})
	}
	acts = append(acts, kit.Act{ID: "back", Keys: keys.Back, Name: f.T("gate.stay")})
	at := 0
	if g.whole {
		at = 1
	}
	return append(acts, widget.Sides([]string{f.T(ofApproach(&f, "gate.side.stage")), f.T("gate.side.cycle")}, at)...)
}

func (g gateList) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if _, turned := widget.Turned(msg, 0, 2); turned {
		g.whole = !g.whole
		return g, kit.Outcome{}
	}
	switch msg {
	case kit.Do("back"):
		return g, kit.Outcome{Back: true}
	case kit.Do("on"):
		return g, g.on(&f)
	case kit.Do("open"):
		if g.whole {
			all := f.Client.Approach.Stages()
			return gateList{stage: all[g.stages.In(len(all))], going: g.going, backing: g.backing}, kit.Outcome{}
		}
		if does := g.inHand(&f).does; does != nil {
			return g, does()
		}
		return g, kit.Outcome{}
	}
	way := keys.Move(msg, false)
	switch {
	case way == keys.None:
	case g.whole:
		g.stages = g.stages.Move(way, len(f.Client.Approach.Stages()), f.H)
	default:
		rows := g.rows(&f)
		g.list.At, g.moved = g.at(&f, rows), true
		g.list = g.list.MoveOver(way, len(rows), max(f.H-3, 1), func(i int) bool { return !rows[i].stands() })
	}
	return g, kit.Outcome{}
}

// on goes on: at once, or where something is needed with a reason.
func (g gateList) on(f *kit.Frame) kit.Outcome {
	if g.passes(f) {
		out := g.going("")
		out.Back = true
		return out
	}
	unmet := account.Unmet(f.Client.Gate(f.Y(), g.stage, f.Today))
	return kit.Outcome{Back: true, Ask: widget.Ask{
		Name: "gate/" + g.stage.String(), Title: f.T("gate.ask.title"), Text: f.T("gate.ask.text", part.LacksIn(f, unmet, 3*f.W)), Label: f.T("gate.ask.label"), Required: true, Then: g.going,
	}}
}

// gateRow is one line of the checklist: of what can be done there, or only to be
// read.
type gateRow struct {
	sign, text string
	detail     string // what met it, below it
	deep       int    // how far it stands in
	act, why   string
	does       func() kit.Outcome
	strong     bool
	needed     bool
	check      account.CheckName // of which it is a line
}

func (r *gateRow) stands() bool { return r.does != nil || r.why != "" }

// rows are the lines of the checklist.
func (g gateList) rows(f *kit.Frame) (rows []gateRow) {
	y, t := f.Y(), f.Theme
	if n, is := part.DueFirst(f); is && g.isNow(f) {
		rows = append(rows, gateRow{text: n.Text, act: f.T("gate.act.go"), does: func() kit.Outcome { return kit.Outcome{Back: true, Tell: toNeed{g.stage, n}} }}, gateRow{})
	}
	for _, s := range f.Client.Settled(y, g.stage, f.Today) {
		needs := part.Needs(f, &s)
		deep := 0
		if !s.Met && len(s.Missing) > 0 {
			rows = append(rows, gateRow{sign: t.Warn.Render(t.Glyphs.Todo), text: f.T("gate.check." + string(s.Name)), detail: soFar(f, &s)})
			deep = 1
		}
		for _, n := range needs {
			row := gateRow{text: n.Text, why: n.Why, deep: deep, act: f.T("gate.act.go"), needed: !n.Met, check: n.Check}
			switch {
			case n.Why != "":
				row.sign = t.Faint.Render(t.Glyphs.None)
			case n.Met:
				row.sign, row.detail = t.Good.Render(t.Glyphs.Ok), f.Words.Facts(&f.Client, y, &s, f.Today)
			case deep == 0:
				row.sign = t.Warn.Render(t.Glyphs.Todo)
			default:
				row.sign = t.Faint.Render(t.Glyphs.Dot)
			}
			if n.Why == "" {
				row.does = func() kit.Outcome { return kit.Outcome{Back: true, Tell: toNeed{g.stage, n}} }
			}
			rows = append(rows, row)
		}
	}
	for _, r := range y.ReasonsAt(g.stage, f.Client.Approach) {
		rows = append(rows, gateRow{text: f.Words.Regardless(&f.Client, y, &r, f.Today)})
	}
	if !g.isNow(f) {
		return rows
	}
	next := g.stage.After(f.Client.Approach)
	name := f.T("gate.row.on", f.Words.Stage(lang.LongStage, f.Client.Approach, next))
	if next == account.Closed {
		name = f.T(ofApproach(f, "gate.close"))
	}
	act := f.T("gate.on")
	if !g.passes(f) {
		name, act = f.T("gate.row.reason", name), f.T("gate.reason")
	}
	rows = append(rows, gateRow{}, gateRow{text: name, act: act, strong: true, does: func() kit.Outcome { return g.on(f) }})
	if g.stage != account.Initialise {
		before := g.stage.Before(f.Client.Approach)
		rows = append(rows, gateRow{text: f.T(ofApproach(f, "gate.row.back"), f.Words.Stage(lang.LongStage, f.Client.Approach, before)), act: f.T("gate.back"), does: func() kit.Outcome { return g.backing }})
	}
	return rows
}

// soFar says what there is of a condition that is not met.
func soFar(f *kit.Frame, s *account.Settled) string {
	facts := f.Words.Facts(&f.Client, f.Y(), s, f.Today)
	if facts == "" {
		return ""
	}
	return f.T("gate.sofar", facts)
}

// at is the row in hand: the one that was chosen, or at first what is needed
// first, and where nothing is or can be by now the way on.
func (g gateList) at(f *kit.Frame, rows []gateRow) int {
	if g.moved {
		i := g.list.In(len(rows))
		for i > 0 && !rows[i].stands() {
			i--
		}
		return i
	}
	if first, is := f.Client.FirstNeed(f.Y(), f.Today); is && g.isNow(f) {
		if i := slices.IndexFunc(rows, func(r gateRow) bool { return r.needed && r.check == first.Name }); i >= 0 {
			return i
		}
	}
	if i := slices.IndexFunc(rows, func(r gateRow) bool { return r.needed }); i >= 0 && !g.isNow(f) {
		return i
	}
	if i := slices.IndexFunc(rows, func(r gateRow) bool { return r.strong }); i >= 0 {
		return i
	}
	return max(slices.IndexFunc(rows, func(r gateRow) bool { return r.stands() }), 0)
}

func (g gateList) inHand(f *kit.Frame) gateRow {
	rows := g.rows(f)
	if len(rows) == 0 {
		return gateRow{}
	}
	return rows[g.at(f, rows)]
}
