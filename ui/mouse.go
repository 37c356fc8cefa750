package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// A click does what keys would do until what was clicked is in hand: on the key
// line its act, on a stage the way to it, on a tab the turns to it, on a row or
// a cell the arrows to it, and once more on the row in hand enter. So no screen
// needs to know of the mouse.

// Where the body begins.
const bodyTop = 2

// mostMoves is how many arrows a click stands for at most.
const mostMoves = 400

// click answers a click.
func (r *Root) click(m tea.MouseClickMsg, cmds *commandBatch) {
	switch {
	case r.small() || r.leaving.ask || r.wait != nil || m.Button != tea.MouseLeft && m.Button != tea.MouseNone:
	case m.Y == r.h-1:
		r.clickKey(m.X-1, cmds)
	case r.audience != kit.Manager:
	case m.Y == 0:
		r.clickStage(m.X, cmds)
	case m.Y >= bodyTop && m.Y < r.h-bodyTop:
		r.quiet(nil)
		if _, above := r.framed(); m.Y >= bodyTop+len(above) {
			r.clickBody(m.X-bodyMargin, m.Y-bodyTop-len(above), cmds)
		} else {
			r.askChecklist(cmds)
		}
	}
}

// clickKey does the act that stands at a place on the key line.
func (r *Root) clickKey(x int, cmds *commandBatch) {
	if r.notice.text != "" {
		return
	}
	_, spots := r.keyLine(r.w - frameEdge)
	for _, s := range spots {
		if x >= s.from && x < s.to {
			r.input(keys.Named(s.key), cmds)
			return
		}
	}
}

// clickStage goes to the stage of which the sign stands at a place in the head.
func (r *Root) clickStage(x int, cmds *commandBatch) {
	it := r.top()
	f := r.frame()
	if it.dialog || it.place.Client == "" || !it.screen.Head(f).Steps {
		return
	}
	line := ansi.Strip(" " + r.headLine(&f))
	a, at := f.Client.Approach, account.Closed
	if y := f.Y(); y != nil {
		at = y.Stage
	}
	for _, steps := range []string{part.Steps(r.Theme, a, at), part.ShortSteps(r.Theme, a, at)} {
		plain := ansi.Strip(steps)
		i := strings.Index(line, plain)
		if i < 0 {
			continue
		}
		from, wide := cells.Width(line[:i]), cells.Width(plain)
		n := len(a.Stages())
		if step := (wide - 1) / (n - 1); x >= from && x < from+wide {
			stage := a.Stages()[min((x-from+step/2)/step, n-1)]
			r.goTo(kit.Place{Name: stage.String(), Client: r.hand.ID(), Cycle: it.place.Cycle}, cmds)
		}
		return
	}
}

// bodyLines are the lines of the body as plain text.
func (r *Root) bodyLines() []string {
	f := r.frame()
	return strings.Split(ansi.Strip(r.page(&f).Body), "\n")
}

// clickBody takes in hand what stands at a place in the body.
func (r *Root) clickBody(x, y int, cmds *commandBatch) {
	lines := r.bodyLines()
	if y >= len(lines) || strings.TrimSpace(lines[y]) == "" {
		return
	}
	if y == 0 && r.clickTab(x, cmds) {
		return
	}
	figure := figureIn(lines[y], x)
	if t := r.figureAt(x, y); figure != "" && !t.IsNone() {
		r.traceTo(t, r.place().Client, cmds)
		return
	}
	was := r.cursorLine(lines)
	if was < 0 {
		return
	}
	serial := r.top().serial
	r.moveTo(y, serial, cmds)
	if r.top().serial != serial {
		return
	}
	if lines = r.bodyLines(); r.clickCell(x, y, lines, serial, cmds) {
		return
	}
	if r.clickFigure(figure, lines, y, cmds) {
		return
	}
	if was == y && r.cursorLine(lines) == y && !r.top().screen.Typing() {
		r.input(keys.Named("enter"), cmds)
	}
}

// cursorLine is the line on which the cursor stands, -1 where there is none.
func (r *Root) cursorLine(lines []string) int {
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, " "), r.Theme.Glyphs.Cursor+" ") && (i > 0 || !r.hasSides()) {
			return i
		}
	}
	return -1
}

// moveTo presses arrows until the cursor stands on a line, or on the last that
// it can be on before that.
func (r *Root) moveTo(y, serial int, cmds *commandBatch) {
	for range mostMoves {
		at := r.cursorLine(r.bodyLines())
		key, back := "down", "up"
		if at > y {
			key, back = back, key
		}
		if at < 0 || at == y {
			return
		}
		r.input(keys.Named(key), cmds)
		if r.top().serial != serial {
			return
		}
		switch now := r.cursorLine(r.bodyLines()); {
		case now == at, now < 0:
			return
		case now > y && at < y:
			r.input(keys.Named(back), cmds) // the line belongs to what stands above it
			return
		}
	}
}

// clickCell presses arrows until the cell of a matrix that was clicked is in
// hand; clicked once more it is ticked. False where there is no matrix.
func (r *Root) clickCell(x, y int, lines []string, serial int, cmds *commandBatch) bool {
	at, ok := cellInHand(lines[min(y, len(lines)-1)])
	if !ok || r.cursorLine(lines) != y {
		return false
	}
	if x >= at-1 && x <= at+1 {
		r.input(keys.Named("space"), cmds)
		return true
	}
	for range mostMoves {
		key := "right"
		if x < at {
			key = "left"
		}
		r.input(keys.Named(key), cmds)
		if r.top().serial != serial {
			return true
		}
		now, ok := cellInHand(r.bodyLines()[y])
		if !ok || now == at || (now > x) != (at > x) && abs(now-x) >= abs(at-x) {
			return true
		}
		if at = now; abs(at-x) <= 1 {
			return true
		}
	}
	return true
}

func abs(n int) int { return max(n, -n) }

// cellInHand is where the cell of a matrix stands that is in hand on a line: its
// mark stands close between two signs.
func cellInHand(line string) (x int, ok bool) {
	i := strings.Index(line, "‹")
	j := strings.Index(line, "›")
	if i < 0 || j < i {
		return 0, false
	}
	inside := line[i+len("‹") : j]
	return cells.Width(line[:i]) + 1, inside != "" && strings.TrimSpace(inside) == inside
}

// hasSides reports whether the first line names the sides of the screen.
func (r *Root) hasSides() bool {
	_, turns := r.turnAct()
	return turns
}

// turnAct is the act that turns a screen to its next side.
func (r *Root) turnAct() (kit.Act, bool) {
	f := r.frame()
	for _, a := range r.screenActs(&f) {
		if (a.ID == string(widget.DoSide) || a.ID == "side") && a.Why == "" {
			return a, true
		}
	}
	return kit.Act{}, false
}

// clickTab turns the screen until the side that was clicked is in front; false
// where the line names no sides.
func (r *Root) clickTab(x int, cmds *commandBatch) bool {
	line := r.bodyLines()[0]
	wanted := tabAt(line, x)
	if !r.hasSides() || !strings.Contains(line, r.Theme.Glyphs.Cursor+" ") || wanted == "" {
		return false
	}
	for range 8 {
		line = r.bodyLines()[0]
		if strings.Contains(line, r.Theme.Glyphs.Cursor+" "+wanted) {
			return true
		}
		turn, ok := r.turnAct()
		if !ok {
			return true
		}
		r.deliver(kit.Do(turn.ID), cmds)
	}
	return true
}

// tabAt is the name of the side that stands at a place, without the cursor.
func tabAt(line string, x int) string {
	from := 0
	for _, part := range strings.SplitAfter(line, "  ") {
		to := from + cells.Width(part)
		if x >= from && x < to {
			return strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(part), "▸"))
		}
		from = to
	}
	return ""
}
