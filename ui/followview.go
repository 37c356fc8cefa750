package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/follow"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// settle puts the page that was told on the screen. Where it may not be shown,
// or what is in hand there is not for those who sit there, the last page stays,
// as they may see it; where that may not be shown either, the cover.
func (r *Follower) settle(cmds *commandBatch) {
	if !r.wanted.Locked && r.wanted.Place != "" && r.knows(r.wanted.Room) && (r.turn(r.wanted) || r.turn(r.on)) {
		r.tell(cmds)
		return
	}
	r.cover(cmds)
}

// cover takes everything off the screen but whose it is.
func (r *Follower) cover(cmds *commandBatch) {
	r.screen, r.on = nil, follow.Page{Client: r.Client}
	r.tell(cmds)
}

// tell says what is on the screen.
func (r *Follower) tell(cmds *commandBatch) {
	show, p := r.Show, follow.Page{Client: r.Client, Place: r.on.Place, At: r.on.At}
	if show != nil {
		cmds.add(func() tea.Msg {
			show(p)
			return nil
		})
	}
}

// turn turns to a page, and reports whether it can be shown.
func (r *Follower) turn(p follow.Page) bool {
	e, ok := r.entry(p.Place)
	if !ok || !e.Together || e.Persons && !r.seen.room.Known || r.seen.client.ID != r.Client || p.Cycle != "" && r.seen.client.Cycle(p.Cycle) == nil {
		return false
	}
	f := r.frame(p.Cycle)
	s := openGuarded(catcher{r.Fell, e.Name}, func() kit.Screen { return e.Open(kit.Place{Name: e.Name, Client: p.Client, Cycle: p.Cycle}) })
	if s == nil {
		return false
	}
	if p.At != "" {
		s, _ = s.Update(f, kit.Aim(p.At))
		if m, is := s.(kit.Meeter); is && !within(m.MeetingPlace(f).At, p.At) {
			return false
		}
	}
	s, _ = s.Update(f, kit.Leave{}) // nobody types here
	if hasFallen(s) {
		return false
	}
	r.screen, r.on = s, p
	return true
}

// openGuarded opens a screen; nil where that falls.
func openGuarded(c catcher, open func() kit.Screen) (s kit.Screen) {
	var fell error
	defer func() {
		if fell != nil {
			s = nil
		}
	}()
	defer c.caught(&fell)
	return guardScreen(c, open(), nil)
}

// within reports whether what is in hand on a page is what was asked for, or in
// it.
func within(at, asked string) bool {
	at, _ = part.CutSheet(at)
	asked, _ = part.CutSheet(asked)
	return at == asked || strings.HasPrefix(at, asked+"/")
}

// knows reports whether those who sit in a room are people of the client.
func (r *Follower) knows(room account.Room) bool {
	return !slices.ContainsFunc(room.Present, func(who account.Initials) bool { return r.seen.client.Respondent(who) == nil })
}

// frame is what the page may look at.
func (r *Follower) frame(cycle account.CycleName) kit.Frame {
	return kit.Frame{
		W: r.w - bodyMargin - 1, H: r.h - followHead, Theme: r.Theme, Words: r.Words, Today: account.Date(r.now.Format("2006-01-02")),
		Supplier: r.Supplier, AskedMe: true, Shows: true, Room: r.seen.room, Scale: min(max(r.wanted.Scale+r.scale, -mostScale), mostScale),
		Client: r.seen.client, Cycle: cycle, Scores: r.seen.scores,
	}
}

// followHead is how many lines stand above the page.
const followHead = 2

// View draws the page, and the caret nowhere.
func (r Follower) View() (v tea.View) {
	v.AltScreen = true
	v.WindowTitle = r.title()
	defer func() {
		if why := recover(); why != nil {
			v.SetContent("")
		}
	}()
	if r.ended || r.w == 0 || r.h == 0 {
		v.SetContent("")
		return v
	}
	v.SetContent(cells.Safe(painted(r.Theme, strings.Join(r.draw(), "\n"), r.w, r.h)))
	return v
}

func (r *Follower) draw() []string {
	f := r.frame(r.on.Cycle)
	if r.screen == nil || r.w < leastWidth || r.h < leastHeight {
		return r.drawCover()
	}
	head, page := r.screen.Head(f), r.screen.View(f)
	if hasFallen(r.screen) {
		return r.drawCover()
	}
	right := cells.Line(head.Right, f.W/2)
	room := max(f.W-cells.Width(right)-2, 0)
	title := cells.Fit(cells.Line(head.Title, max(room-cells.Width(head.Tail), 0))+cells.Line(head.Tail, room), room)
	lines := []string{"  " + f.Theme.Faint.Render(title+"  "+right), ""}
	for _, l := range cells.Lines(cells.Block(cells.Lines(page.Body), f.W, f.H)) {
		lines = append(lines, "  "+l)
	}
	return lines
}

// drawCover draws whose client this is, and nothing else; nothing at all while the passphrase
// is asked in the window that is followed.
func (r *Follower) drawCover() []string {
	w, h := max(r.w-8, 1), max(r.h-4, 1)
	var name []string
	if r.seen.client.Name != "" && !r.wanted.Locked {
		name = large.Text(r.Theme, r.seen.client.Name, w, h, 0)
	}
	above := max((r.h-len(name))/2, 0)
	lines := append(make([]string, above), cells.Indent(name, min(4, r.w/2))...)
	return cells.Lines(cells.Block(lines, r.w, r.h))
}
