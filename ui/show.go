package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Show draws one place as plain text at a size, as somebody who opens it for
// the first time would see it: no escape sequence, no line wider than w. h is
// taken in hand as it is; nothing is saved.
func Show(c Config, h hand.Hand, p kit.Place, w, height int) string {
	c.Theme, c.Themed, c.Start = theme.Plain(), true, kit.Place{}
	r := New(c)
	r.w, r.h = w, height
	r.take(h)
	var cmds commandBatch
	if e, ok := r.entry(p.Name); ok && e.Together {
		r.convene(p, &cmds)
		r.beginMeeting(&cmds)
	} else {
		r.goTo(p, &cmds)
	}
	if cmd := r.top().screen.Init(); cmd != nil {
		s, _ := r.top().screen.Update(r.frame(), cmd())
		r.top().screen = s
	}
	body, _ := r.draw()
	if g, is := r.top().screen.(guarded); is && *g.fell != nil {
		panic(*g.fell) // nobody is there to open it again: the command says so
	}
	lines := strings.Split(ansi.Strip(cells.Safe(body)), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}
