package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// blank stands below a program about one client until that has come.
type blank struct{}

func (blank) Init() tea.Cmd                                         { return nil }
func (blank) Typing() bool                                          { return false }
func (blank) Head(kit.Frame) kit.Head                               { return kit.Head{} }
func (blank) Acts(kit.Frame) []kit.Act                              { return nil }
func (b blank) Update(kit.Frame, tea.Msg) (kit.Screen, kit.Outcome) { return b, kit.Outcome{} }
func (blank) View(kit.Frame) kit.Page                               { return kit.Page{} }

// openOnly opens the one client that the program is about.
func (r *Root) openOnly(cmds *commandBatch) {
	p := r.Start
	if r.Meeting {
		if home, _ := r.meetingHome(); p.Name == r.Places[0].Name {
			p.Name = home.Name
		}
		r.convene(p, cmds)
		r.hold(r.Told)
		return
	}
	r.say(r.Told, r.Told != "")
	now := r.hand.Now()
	if p.Name == r.Places[0].Name {
		p.Name = account.Initialise.String()
		if y := now.Newest(); y != nil && y.Stage != account.Closed {
			p.Name = y.Stage.String()
		}
	}
	r.goTo(p, cmds)
}
