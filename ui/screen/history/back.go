package history

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// asking is the dialog that takes back: the step alone, or everything from there
// to now, each with what it takes back.
type asking struct {
	deeds  []hand.Happened
	ways   []way
	cursor widget.List
}

// way is one way to take back from a deed.
type way struct {
	name  string
	takes []int // places among the deeds
	steps []hand.Held
	label hand.Label
	why   string // it cannot be done, because
}

// askBack is the dialog about a row.
func askBack(f *kit.Frame, deeds []hand.Happened, r listRow) kit.Screen {
	a := asking{deeds: deeds}
	history, at := make([]hand.Deed, 0, len(deeds)), 0
	var places []int // among deeds, of those that are of the same client
	for i := range deeds {
		if deeds[i].Client != r.of.Client {
			continue
		}
		if deeds[i].Last.ID == r.key() {
			at = len(history)
		}
		history, places = append(history, deeds[i].Deed), append(places, i)
	}
	alone, since := hand.Alone(history, at), hand.Since(history, at)
	a.ways = []way{wayOf(f, r, history, places, alone, "history.way.alone")}
	if len(since) > len(alone) {
		a.ways = append(a.ways, wayOf(f, r, history, places, since, "history.way.since"))
	}
	if a.ways[0].why != "" {
		a.cursor.At = len(a.ways) - 1
	}
	return a
}

func wayOf(f *kit.Frame, r listRow, history []hand.Deed, places, takes []int, name string) way {
	w := way{name: f.N(name, len(takes)), steps: hand.Standing(history, takes), label: r.deed.Last.Label}
	for _, n := range takes {
		w.takes = append(w.takes, places[n])
	}
	if len(takes) > 1 {
		w.label = kit.Label("history.steps", strconv.Itoa(len(takes)))
	}
	var inTheWay hand.Label
	var err error
	if r.of.Client == "" {
		inTheWay, err = hand.TryFirm(f.Firm, w.steps, r.of.Firm)
	} else {
		inTheWay, err = hand.Try(f.Client, w.steps)
	}
	if err != nil {
		w.why = f.T("history.why.built", said(f, inTheWay))
	}
	return w
}

// Init fetches nothing.
func (a asking) Init() tea.Cmd { return nil }

// Typing is never so.
func (a asking) Typing() bool { return false }

// Head says whose client this is about.
func (a asking) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to take back, in the way in hand, and not to.
func (a asking) Acts(f kit.Frame) []kit.Act {
	yes := kit.Act{ID: string(widget.DoYes), Keys: keys.Open, Name: f.T("history.act.back"), Why: a.way().why}
	return []kit.Act{yes, {ID: string(widget.DoNo), Keys: keys.Back, Name: f.T("kit.no")}}
}

func (a asking) way() *way { return &a.ways[a.cursor.In(len(a.ways))] }

// Update answers a key.
func (a asking) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch {
	case msg == tea.Msg(widget.DoNo), keys.Pressed(msg, keys.Back):
		return a, kit.Outcome{Back: true}
	case f.Audience != kit.Manager:
		return a, kit.Outcome{}
	case msg == tea.Msg(widget.DoYes):
		w := a.way()
		if w.why != "" {
			return a, kit.Refuses(w.why)
		}
		back := &kit.TakeBack{Label: w.label, Firm: a.deeds[w.takes[0]].Client == ""}
		for _, s := range w.steps {
			back.Steps = append(back.Steps, s.Step.ID)
		}
		return a, kit.Outcome{Back: true, TakeBack: back}
	}
	if way := keys.Move(msg, false); way != keys.None {
		a.cursor = a.cursor.Move(way, len(a.ways), len(a.ways))
	}
	return a, kit.Outcome{}
}

// View draws the ways, and below them what the one in hand takes back.
func (a asking) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	w := max(min(f.W, 84), 1)
	lines := []string{"", f.Theme.Strong.Render(cells.Line(f.T("history.ask"), w)), f.Theme.Rule(w), ""}
	t := widget.Table{Bare: true, Count: len(a.ways), Columns: []widget.Column{{}}}
	t.Row = func(i int) widget.Row {
		return widget.Row{Cells: widget.Texts(a.ways[i].name), Faint: a.ways[i].why != ""}
	}
	lines = append(append(lines, t.View(f, a.cursor, w, len(a.ways))...), "")
	if why := a.way().why; why != "" {
		lines = append(append(lines, styled(f.Theme.Warn, cells.Wrap(why, w))...), "")
	}
	room := f.H - len(lines)
	for i, n := range a.way().takes {
		if rest := len(a.way().takes) - i; i >= room-1 && rest > 1 {
			lines = append(lines, "  "+f.Theme.Faint.Render(cells.Line(f.N("kit.more", rest), w-2)))
			break
		}
		d := &a.deeds[n]
		text := hourOf(d.Last.At)
		if day := dayOf(&f, d.Last.At); d.Last.At == "" || d.Last.At.Date() != f.Today {
			text = day + " " + text
		}
		text = saidOf(&f, &d.Deed) + " " + f.Theme.Glyphs.Dot + " " + text
		if where := windowOf(&f, d.Last); d.Last.Where.Run != f.Window.Run && where != "" {
			text += " " + f.Theme.Glyphs.Dot + " " + where
		}
		lines = append(lines, cells.Line("  "+text, w))
	}
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}
