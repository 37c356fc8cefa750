package ui

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/cells"
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// A trace is a place that lies over the one from which it was asked for: esc
// leads back there, to the row that was in hand.

// traceAct leads from what is in hand to where it comes from.
func (r *Root) traceAct() (kit.Act, bool) {
	if e, there := r.tracePlace(); !there || r.place().Name == e.Name {
		return kit.Act{}, false // there the same key leads further
	}
	if slices.ContainsFunc(r.top().screen.Acts(r.frame()), func(a kit.Act) bool { return a.ID == "trace" }) {
		return kit.Act{}, false // the screen has it among its own
	}
	act := kit.Act{ID: "trace", Looks: true, Keys: keys.Trace, Name: r.Words.T("trace.act.from"), Hidden: true}
	if t, _ := r.thingInHand(); t.IsNone() {
		act.Why = r.Words.T("trace.why.nothing")
	}
	return act, true
}

// tracePlace is the place that tells where something comes from.
func (r *Root) tracePlace() (Entry, bool) {
	for _, e := range r.Places {
		if e.Traces {
			return e, true
		}
	}
	return Entry{}, false
}

// thingInHand is what is in hand on the screen on top, and of which client: as
// the screen tells itself, or the KWI or the respondent there.
func (r *Root) thingInHand() (trace.Thing, string) {
	if r.watched() || r.top().dialog {
		return trace.Thing{}, ""
	}
	f := r.frame()
	if s, ok := r.top().screen.(kit.Traced); ok {
		if t, client := s.ThingInHand(f); !t.IsNone() {
			return t, cmp.Or(client, r.place().Client)
		}
	}
	y := f.Y()
	if y == nil || r.place().Client == "" || r.place().Client != r.hand.ID() {
		return trace.Thing{}, ""
	}
	if code := r.subject(); code != 0 && y.KWI(code) != nil {
		return trace.Thing{Kind: trace.KWI, KWI: code, Cycle: y.Name}, r.hand.ID()
	}
	if who := r.personInHand(); who != "" {
		return trace.Thing{Kind: trace.Person, Who: who, Cycle: y.Name}, r.hand.ID()
	}
	return trace.Thing{}, ""
}

// figureAt is the thing of which a figure is that stands at a place of the body.
func (r *Root) figureAt(x, y int) trace.Thing {
	if s, ok := r.top().screen.(kit.Figured); ok && r.audience == kit.Manager {
		return s.FigureAt(r.frame(), x, y)
	}
	return trace.Thing{}
}

// traceTo tells where a thing of a client comes from, over the place that is
// looked at.
func (r *Root) traceTo(t trace.Thing, client string, cmds *commandBatch) {
	e, ok := r.tracePlace()
	switch {
	case !ok || r.watched() || t.IsNone():
		r.say(r.Words.T("root.closed"), true)
		return
	case client != r.hand.ID():
		r.open(client, func(r *Root, cmds *commandBatch) { r.traceTo(t, client, cmds) }, cmds)
		return
	}
	from := ""
	if below, known := r.entry(r.place().Name); known {
		from = r.placeTitle(below)
	}
	r.goFrom(kit.Place{Name: e.Name, Client: client, Cycle: r.place().Cycle}, true, cmds)
	if r.place().Name == e.Name {
		r.deliver(kit.Trace{Thing: t, From: from}, cmds)
	}
}

// clickFigure traces the figure that was clicked on the row in hand, as the key
// does; false where there is none, or none that is known to be a figure.
func (r *Root) clickFigure(figure string, lines []string, y int, cmds *commandBatch) bool {
	if r.top().screen.Typing() || r.cursorLine(lines) != y {
		return false
	}
	if e, ok := r.tracePlace(); ok && r.place().Name == e.Name && endsColumn(lines[y], figure) {
		r.input(keys.Press(keys.Right), cmds) // there a row is a figure of its own
		return true
	}
	if !isFigure(figure) {
		return false
	}
	t, client := r.thingInHand()
	if t.IsNone() {
		return false
	}
	r.traceTo(t, client, cmds)
	return true
}

// figureIn is what stands between two spaces at a place of a line, where that has
// a digit.
func figureIn(line string, x int) string {
	from := 0
	for _, part := range strings.SplitAfter(line, " ") {
		to := from + cells.Width(part)
		if word := strings.TrimSpace(part); x >= from && x < from+cells.Width(word) && strings.ContainsAny(word, "0123456789") {
			return word
		}
		from = to
	}
	return ""
}

// isFigure reports whether a word is a score, a change or an NPS: it has a
// decimal mark between digits, or begins with a sign.
func isFigure(word string) bool {
	digits := strings.TrimLeft(word, "+−")
	whole, part, cut := strings.Cut(strings.Replace(digits, ",", ".", 1), ".")
	if strings.Trim(whole+part, "0123456789") != "" || whole == "" {
		return false
	}
	return cut && part != "" || digits != word
}

// endsColumn reports whether a word stands apart at the end of a line, or of the
// first of two columns.
func endsColumn(line, word string) bool {
	if word == "" {
		return false
	}
	before, after, found := strings.Cut(line, "  "+word)
	return found && strings.TrimSpace(before) != "" && (strings.TrimSpace(after) == "" || strings.HasPrefix(after, "  "))
}
