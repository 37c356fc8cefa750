package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
)

// The smallest terminal that the screens are drawn in, and the cells that the
// frame takes: a head with its rule, a foot with its rule, a margin.
const (
	leastWidth, leastHeight = 60, 20
	bodyMargin              = 2
	frameEdge               = 2 // both sides of head and foot together
	frameLines              = 4 // lines of head and foot
)

func (r *Root) small() bool { return r.w < leastWidth || r.h < leastHeight }

func (r *Root) today() account.Date { return account.Date(r.now.Format("2006-01-02")) }

// View draws the whole terminal.
func (r Root) View() (v tea.View) {
	defer func() {
		if why := recover(); why != nil {
			text := ""
			if !r.watched() {
				text = strings.Join(cells.Wrap(r.Words.Fault(r.Fell.Of(why, "frame")), max(r.w, 1)), "\n")
			}
			v.SetContent(cells.Safe(text))
		}
	}()
	if r.w == 0 || r.h == 0 || r.watched() && r.leaving.now && !r.leaving.ask {
		v.SetContent("")
	} else {
		draw := r.draw
		if r.veil.down {
			draw = r.drawVeil
		}
		body, cursor := draw()
		v.SetContent(cells.Safe(painted(r.Theme, body, r.w, r.h)))
		v.Cursor = cursor
	}
	v.AltScreen = true
	v.WindowTitle = r.title()
	if !r.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (r *Root) draw() (string, *tea.Cursor) {
	if r.small() {
		return strings.Join(cells.Wrap(r.tooSmall(), r.w), "\n"), spot{}.cursor()
	}
	f, above := r.framed()
	page := r.page(&f)
	var b strings.Builder
	b.Grow(r.w * r.h * 2)
	b.WriteString(" " + r.headLine(&f) + "\n")
	b.WriteString(r.Theme.Rule(r.w) + "\n")
	for _, l := range above {
		b.WriteString("  " + l + "\n")
	}
	lines := strings.Split(page.Body, "\n")
	foot := r.footLines()
	room := f.H - (len(foot) - 1) // a long foot grows upwards over the body
	for _, l := range r.beside(&f, lines, room) {
		if l != "" {
			b.WriteString("  " + l)
		}
		b.WriteByte('\n')
	}
	b.WriteString(r.Theme.Rule(r.w) + "\n")
	b.WriteString(" " + strings.Join(append(r.workLines(&f), foot...), "\n "))
	c := page.Cursor
	if c == nil {
		c = r.standing(&page)
	}
	at := *c
	at.X, at.Y = c.X+bodyMargin, c.Y+bodyTop+len(above)
	if at.Y >= bodyTop+len(above)+room || at.X >= r.w {
		if page.Cursor != nil {
			return b.String(), nil
		}
		at.X, at.Y = 1, r.h-len(foot) // what is in hand lies below what is told
	}
	return b.String(), &at
}

// tooSmall says why nothing is seen, and what keys do meanwhile.
func (r *Root) tooSmall() string {
	meanwhile := "root.small.keys"
	if r.inField() {
		meanwhile = "root.small.typing"
	}
	return r.Words.T("root.small", r.w, r.h, leastWidth, leastHeight) + " " + r.Words.T(meanwhile)
}

// page is the body: of the screen on top, of a client on its way, or of a
// program that cannot end yet.
func (r *Root) page(f *kit.Frame) kit.Page {
	switch {
	case r.leaving.ask:
		return r.leavingPage(f)
	case r.wait != nil:
		return kit.Page{Body: "\n" + r.Theme.Faint.Render(f.T("root.opening"))}
	}
	page := r.top().screen.View(*f)
	if r.watched() && hasFallen(r.top().screen) {
		return cover{entering, r.Meeting, r.Lent}.View(*f)
	}
	return page
}

// headLine says on the left what is looked at and on the right where in the
// cycle that is.
func (r *Root) headLine(f *kit.Frame) string {
	w, about := r.w-frameEdge, *f
	if r.place().Client == "" && r.top().about != r.hand.ID() {
		about.Client = account.Client{} // one may be in hand all the same, from before
	}
	h := r.top().screen.Head(about)
	mark := r.exampleMark()
	if mark != "" {
		w -= cells.Width(mark) + 2
	}
	right, rw := r.Theme.Faint.Render(h.Right), cells.Width(h.Right)
	if h.Steps && !r.watched() {
		a := f.Client.Approach
		name := ""
		if n := h.Stage.Step(a); n > 0 {
			form := lang.LongStage
			if w < 100 {
				form = lang.ShortStage
			}
			name = "  " + r.Words.Int(n) + " " + r.Words.Stage(form, a, h.Stage)
		} else if h.Right != "" {
			name = "  " + h.Right
		}
		steps := part.StepsOf(r.Theme, a, f.Y(), w < 76)
		right, rw = steps+r.Theme.Strong.Render(name), cells.Width(steps)+cells.Width(name)
	}
	room := max(0, w-rw-2)
	title := cells.Fit(cells.Line(h.Title, max(0, room-cells.Width(h.Tail)))+cells.Line(h.Tail, room), room)
	if mark != "" {
		mark = r.Theme.Accent.Render(mark) + "  "
	}
	return mark + r.Theme.Strong.Render(title) + "  " + right
}

// keySpot is where a key stands on the key line, for the mouse.
type keySpot struct {
	from, to int
	key      string
}

// mostFoot is how many lines a foot has at most.
const mostFoot = 4

// footState is what is kept and how, at the right of the foot, and how wide that
// is. So many of its marks are left out, those that matter least first; that something
// could not be kept is always told.
func (r *Root) footState(without int) (string, int) {
	text, style := r.state()
	if without > 0 && r.failure() == nil {
		text = ""
	}
	state, sw := style.Render(text), cells.Width(text)
	if mark := r.secondMark((r.w - frameEdge) / 2); mark != "" && without < 2 {
		state, sw = r.Theme.Faint.Render(mark)+"  "+state, sw+2+cells.Width(mark)
	}
	if mark := r.teamMark(); mark != "" && without < mostMarks {
		state, sw = r.Theme.Faint.Render(mark)+strings.Repeat(" ", min(sw, 1)*2)+state, sw+min(sw, 1)*2+cells.Width(mark)
	}
	if mark := r.mouseMark(); mark != "" {
		state, sw = r.Theme.Accent.Render(mark)+"  "+state, sw+2+cells.Width(mark)
	}
	return state, sw
}

// mostMarks is how many marks at the right of the foot may be left out.
const mostMarks = 3

// foot is the line of keys and what stands to the right of it, which makes room for the
// first key: that is the one that matters here.
func (r *Root) foot() (line string, spots []keySpot, state string, width int) {
	for without := 0; ; without++ {
		state, width = r.footState(without)
		var first bool
		line, spots, first = r.keyLine(r.w - frameEdge - width - 2)
		if without == mostMarks || first {
			return line, spots, state, width
		}
	}
}

// noticeLines are a text in the lines of a notice, beside what is kept.
func (r *Root) noticeLines(text string) []string {
	_, sw := r.footState(0)
	return cells.Wrap(text, max(20, r.w-frameEdge-sw-2))
}

// footLines are a notice, or why something is not kept and the keys that
// matter here; and what is kept. They are told whole, in more lines than one
// where that takes more.
func (r *Root) footLines() []string {
	w := r.w - frameEdge
	if r.notice.text != "" {
		state, sw := r.footState(0)
		look := r.Theme.Accent
		if r.notice.bad {
			look = r.Theme.Warn
		}
		told := r.notice.text
		if r.notice.why != "" {
			told = keys.Reason.Keys()[0] + " " + told
		}
		lines := r.noticeLines(told)
		lines = lines[:min(len(lines), mostFoot)]
		for i, l := range lines {
			if i < len(lines)-1 {
				lines[i] = look.Render(l)
			} else {
				lines[i] = look.Render(cells.Fit(l, max(0, w-sw-2))) + "  " + state
			}
		}
		return lines
	}
	var lines []string
	if err := r.failure(); err != nil && r.audience == kit.Manager && !r.leaving.ask {
		for _, l := range cells.Wrap(r.Words.T("root.failure", r.Words.Fault(err)), w) {
			lines = append(lines, r.Theme.Bad.Render(l))
		}
		lines = lines[:min(len(lines), mostFoot-1)]
	}
	line, spots, state, sw := r.foot()
	used := 0
	if n := len(spots); n > 0 {
		used = spots[n-1].to
	} else {
		used = cells.Width(line)
	}
	return append(lines, line+strings.Repeat(" ", max(0, w-sw-used))+state)
}

// state is what is kept and since when.
func (r *Root) state() (string, theme.Style) {
	switch {
	case r.failure() != nil:
		return r.Words.T("root.notsaved"), r.Theme.Bad
	case r.draftState() != "":
		return r.draftState(), r.Theme.Faint
	case r.dirty():
		return r.Words.T("root.saving"), r.Theme.Faint
	case !r.kept.IsZero():
		return r.Words.T("root.saved", r.kept.Format("15:04")), r.Theme.Faint
	}
	return "", r.Theme.Faint
}
