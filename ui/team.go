package ui

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Of a team the root tells three things: how the data file stands to the hub, as a
// mark beside what is kept and on the list behind each client of whom one has to know;
// what colleagues did, as a notice that stays some seconds;
// and what waits for a choice, as a line above the place that it is about. With the
// client watching there is none of it: not even that there are colleagues.

// teaming is what the root knows of the team.
type teaming struct {
	news  kit.TeamNews
	marks map[string]kit.TeamMark // of these
	said  map[string]time.Time    // which notices were given, and when
	open  string                  // the client that the hub was told is open here
	tells bool                    // that was told once
}

// teamTold is the news of the team, or that there is none any more.
type teamTold struct {
	news kit.TeamNews
	more bool
}

// TeamTold is the word of what is new of the team, as Team.News brings it.
func TeamTold(news kit.TeamNews) tea.Msg { return teamTold{news, true} }

// saidAgain is after what time the same is said again: who types thirty grades is
// told of once.
const saidAgain = time.Minute

// watchTeam waits until there is something new, once.
func (r *Root) watchTeam() tea.Cmd {
	ctx, news := r.Session, r.Team.News
	if ctx == nil || news == nil {
		return nil
	}
	return func() tea.Msg {
		now, more := news()
		return teamTold{now, more}
	}
}

func (r *Root) teamTold(m teamTold, cmds *commandBatch) {
	if !m.more {
		return // the program ends
	}
	was := r.team.news
	r.team.news = m.news
	r.team.news.Changed = nil
	r.team.marks = m.news.Marks()
	cmds.add(r.watchTeam())
	for i := range m.news.Changed {
		r.tellChange(&m.news.Changed[i])
	}
	if m.news.Why != nil && (was.Why == nil || was.State != kit.TeamRefused) {
		r.tellTeam(r.Words.Fault(m.news.Why))
	}
	if said := part.TeamOpens(r.Words, &was, &m.news); said != "" && m.news.Open == r.place().Client {
		r.tellTeam(said)
	}
}

// tellTeam says something of colleagues, where it was not said just now. With the
// client watching it waits, and nothing stands in its place.
func (r *Root) tellTeam(text string) {
	if at, before := r.team.said[text]; before && r.now.Sub(at) < saidAgain {
		return
	}
	said := maps.Clone(r.team.said)
	if said == nil {
		said = map[string]time.Time{}
	}
	maps.DeleteFunc(said, func(_ string, at time.Time) bool { return r.now.Sub(at) >= saidAgain })
	said[text] = r.now
	r.team.said = said
	if r.watched() || r.Meeting {
		r.hold(text)
		return
	}
	r.warn(text)
}

// tellChange says who changed what, of the client in hand and, over all clients, of
// any.
func (r *Root) tellChange(c *kit.TeamChange) {
	here := r.place().Client
	if r.watched() {
		here = r.hand.ID()
	}
	if c.Client != here && here != "" && !c.Gone && !c.Back && !c.Erased && !c.Held {
		return
	}
	if said := part.TeamChange(r.Words, c); said != "" {
		r.tellTeam(said)
	}
}

// tellOpen tells the hub which client is open here, where that is another than it
// was told.
func (r *Root) tellOpen(cmds *commandBatch) {
	opened := r.Team.Opened
	id := r.place().Client
	if r.watched() {
		id = r.hand.ID()
	}
	if opened == nil || r.wait != nil || r.team.tells && id == r.team.open {
		return
	}
	r.team.open, r.team.tells = id, true
	cmds.add(func() tea.Msg {
		opened(id)
		return nil
	})
}

// teamActs are what there is to do with a team.
func (r *Root) teamActs() []kit.Act {
	if r.Team.News == nil {
		return nil
	}
	apart := kit.Act{ID: "team.apart", Keys: keys.Apart, Name: r.Words.T("team.act.apart"), Hidden: len(r.team.news.Apart) == 0}
	if len(r.team.news.Apart) == 0 {
		apart.Why = r.Words.T("team.apart.none")
	}
	act := "team.act.stop"
	if r.team.news.State == kit.TeamPaused {
		act = "team.act.go"
	}
	return []kit.Act{apart, {ID: "team.pause", Keys: keys.Unbound, Name: r.Words.T(act), Hidden: true}}
}

// teamCommand does one of these; false where it is none.
func (r *Root) teamCommand(id string, cmds *commandBatch) bool {
	switch id {
	case "team.apart":
		r.leaveTop(cmds)
		r.ask(apartList{team: r.Team}, cmds)
	case "team.pause":
		stop := r.team.news.State != kit.TeamPaused
		pause := r.Team.Pause
		r.say(r.Words.T(map[bool]string{true: "team.stopped", false: "team.goes"}[stop]), false)
		cmds.add(func() tea.Msg {
			pause(stop)
			return nil
		})
	default:
		return false
	}
	return true
}
