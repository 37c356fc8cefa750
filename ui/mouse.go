package ui

import (
	"slices"
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
// a cell the arrows to it, and once more on the row in hand enter; in a text the
// caret goes there. So no screen needs to know of the mouse.

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
	case m.Y == 0 && r.audience != kit.Manager:
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
	_, spots, _, _ := r.foot()
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
	if r.clickText(x, y, cmds) {
		return
	}
	lines := r.bodyLines()
	if y >= len(lines) || strings.TrimSpace(lines[y]) == "" {
		return
	}
	if y == r.sideLine(lines) && r.clickTab(x, y, cmds) {
		return
	}
	if at := r.aimAt(x, y); at != "" {
		r.deliver(at, cmds)
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
	inHand := was == y
	y = r.moveTo(y, serial, cmds)
	if r.top().serial != serial {
		return
	}
	lines = r.bodyLines()
	switch {
	case y >= len(lines):
	case !inHand && r.fills() && r.inField():
		r.landed(x, y, cmds)
	case r.clickCell(x, y, lines, serial, cmds):
	case inHand && r.clickChoice(x, lines[y], cmds):
	case r.clickFigure(figure, lines, y, cmds):
	case inHand && r.cursorLine(lines) == y && r.opens():
		if r.input(keys.Named("enter"), cmds); r.top().serial == serial {
			r.landed(x, y, cmds)
		}
	}
}

// cursorLine is the line on which the cursor stands, -1 where there is none.
func (r *Root) cursorLine(lines []string) int {
	sides := r.sideLine(lines)
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, " "), r.Theme.Glyphs.Cursor+" ") && i != sides {
			return i
		}
	}
	return -1
}

// aimAt is what stands at a place of the body, where the screen tells that itself.
func (r *Root) aimAt(x, y int) kit.Aim {
	if s, ok := r.top().screen.(kit.Aimed); ok {
		return s.AimAt(r.frame(), x, y)
	}
	return ""
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

// sideLine is the line that names the sides of the screen, the first with the sign
// of what is in hand, at the top or with a row in hand below it; -1 where it has none.
func (r *Root) sideLine(lines []string) int {
	if _, turns := r.turnAct(); !turns {
		return -1
	}
	lit := func(l string) bool { return strings.Contains(l, r.Theme.Glyphs.Cursor+" ") }
	if at := slices.IndexFunc(lines, lit); at <= 1 || slices.ContainsFunc(lines[at+1:], lit) {
		return at
	}
	return -1 // that is a row: where the sides have no line of their own
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
// where none was.
func (r *Root) clickTab(x, y int, cmds *commandBatch) bool {
	wanted := tabAt(r.bodyLines()[y], x)
	if wanted == "" {
		return false
	}
	for range 8 {
		lines := r.bodyLines()
		if at := r.sideLine(lines); at >= 0 && strings.Contains(lines[at], r.Theme.Glyphs.Cursor+" "+wanted) {
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
