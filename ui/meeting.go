package ui

import (
	"slices"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// meeting is what the root keeps while the client is watching.
type meeting struct {
	aside   []stackItem // the manager's own screens
	replies []commandReply
	memory  map[kit.Place]kit.Screen
	since   hand.Mark // nothing done before is taken back
	started string
	to      kit.Place // where the cover leads
	cover   coverKind
	quiet   int      // how many beats since the last key on the cover
	asked   bool     // who sits here was asked
	untold  []string // what is said when it is over
}

// watched reports whether the client is watching.
func (r *Root) watched() bool { return r.audience == kit.WithClient }

// Watched reports whether a client is watching, for whoever runs the root.
func (r Root) Watched() bool { return r.watched() }

// meetingHome is the place that a meeting begins at, where there is one.
func (r *Root) meetingHome() (Entry, bool) {
	i := slices.IndexFunc(r.Places, func(e Entry) bool { return e.Together })
	if i < 0 {
		return Entry{}, false
	}
	return r.Places[i], true
}

// meetingPlace is the page of a meeting that shows what is in hand here. It is
// of no client where none is in hand.
func (r *Root) meetingPlace() (p kit.Place) {
	it := r.top()
	if m, ok := it.screen.(kit.Meeter); ok {
		p = m.MeetingPlace(r.frame())
	}
	if e, ok := r.entry(p.Name); !ok || !e.Together {
		home, _ := r.meetingHome()
		p = kit.Place{Name: home.Name, Client: p.Client}
	}
	if it.place.Client != "" {
		p.Client, p.Cycle = it.place.Client, it.place.Cycle
	}
	return p
}

// together begins a meeting with the client in hand, or with the one that the
// screen in front has in hand.
func (r *Root) together(cmds *commandBatch) {
	if p := r.meetingPlace(); p.Client != "" {
		r.open(p.Client, func(r *Root, cmds *commandBatch) { r.convene(p, cmds) }, cmds)
	}
}

// convene begins a meeting: another stack, other values, and nothing of this one
// until it is over. First it shows a cover.
func (r *Root) convene(to kit.Place, cmds *commandBatch) {
	r.leaveTop(cmds)
	m := meeting{aside: r.stack, memory: map[kit.Place]kit.Screen{}, to: to, since: r.hand.Mark(), started: r.now.Format(time.DateTime)}
	if r.notice.bad {
		m.untold = []string{r.notice.text}
	}
	r.meeting, r.audience, r.room = m, kit.WithClient, account.Room{}
	r.notice, r.early = notice{}, nil
	r.turns++
	r.take(r.hand)
	r.putCover(entering)
}

// begin leads from the cover to the page that the meeting was begun for.
func (r *Root) beginMeeting(cmds *commandBatch) {
	home, _ := r.meetingHome()
	p := kit.Place{Name: home.Name, Client: r.hand.ID(), Cycle: r.meeting.to.Cycle}
	r.stack, r.meeting.cover = nil, uncovered
	r.push(home.Open(p), p, false)
	cmds.add(r.begin(r.top()))
	r.turnTo(r.meeting.to, cmds)
}

// turnTo turns to a page of the meeting. Below it lies the first.
func (r *Root) turnTo(p kit.Place, cmds *commandBatch) {
	e, ok := r.entry(p.Name)
	if !ok || !e.Together || p.Client != r.hand.ID() {
		r.say(r.Words.T("root.closed"), true)
		return
	}
	r.leaveTop(cmds)
	aim := kit.Aim(p.At)
	p.At = ""
	if it := r.top(); !it.dialog {
		r.meeting.memory[it.place] = it.screen
	}
	r.stack = r.stack[:1]
	if home := r.top().place.Name; e.Name != home {
		s, known := r.meeting.memory[p]
		if !known || hasFallen(s) {
			s = e.Open(p)
		}
		r.push(s, p, false)
	}
	cmds.add(r.begin(r.top()))
	if aim != "" {
		r.deliver(aim, cmds)
	}
	if e.Persons && !r.room.Known && !r.meeting.asked {
		r.askWho(string(aim), cmds)
	}
}

// askWho asks who of the client sits here. While nobody said so it begins with
// the respondent whom the page in front is about, where it is about one: at is
// what is in hand there.
func (r *Root) askWho(at string, cmds *commandBatch) {
	r.meeting.asked = true
	r.ask(part.NewAttendance(r.supposed(r.room, at)), cmds)
}

// supposed is who probably sits here, of a room that may not be known.
func (r *Root) supposed(room account.Room, at string) account.Room {
	name, _, _ := strings.Cut(at, "/")
	if who := account.Initials(name); !room.Known && who != "" && r.shown.Respondent(who) != nil {
		room.Present = []account.Initials{who}
	}
	return room
}

// seat takes note of who sits here. What a page held of those who sat here
// before is forgotten, but for what was typed and is a draft.
func (r *Root) seat(room account.Room, cmds *commandBatch) {
	if !r.watched() {
		r.lead.room = room // of those who look at the second window
		return
	}
	to := r.meetingPlace()
	if _, in := r.top().screen.(kit.Meeter); !in || to.Name != r.place().Name {
		to = r.place()
	}
	r.leaveStack(cmds)
	if r.room.Known && !r.room.Holds(room) {
		r.meeting.since = r.hand.Mark() // who comes in takes nothing back that was done without them
	}
	r.room = room
	r.meeting.memory, r.meeting.to = map[kit.Place]kit.Screen{}, to
	if page, ok := r.top().screen.(kit.Stayer); ok {
		if stays := page.Stays(); stays != nil {
			at := to
			at.At = ""
			r.meeting.memory[at] = stays
		}
	}
	r.take(r.hand)
	r.beginMeeting(cmds)
}

// sitting is what was typed of a respondent's list on the page in front, as far
// as it is still what is kept.
func (r *Root) sitting() account.Sitting {
	page, ok := r.top().screen.(kit.Sitter)
	if !ok {
		return account.Sitting{}
	}
	who, typed := page.Sitting()
	now := r.hand.Now()
	return typed.Kept(now.Cycle(r.place().Cycle), who)
}

// roomName names who sits here, for drafts: one is offered again to the same
// people only. Of whom nobody said so, they are the same for one meeting.
func (r *Root) roomName() string {
	if !r.room.Known {
		return nobodySaid + r.meeting.started
	}
	var names []string
	for _, who := range slices.Sorted(slices.Values(r.room.Present)) {
		names = append(names, string(who))
	}
	if r.room.Guests {
		names = append(names, "*")
	}
	return strings.Join(names, "+")
}

// farewell puts the cover over the meeting, from which one goes on alone.
func (r *Root) farewell(cmds *commandBatch) {
	r.leaveStack(cmds)
	r.holdDrafts()
	r.meeting.to = r.stack[len(r.stack)-1].place
	r.putCover(parting)
}

// apart goes on without the client, on the manager's own stack, and tells what
// had to wait. A program that is a meeting ends with it, after that.
func (r *Root) apart(cmds *commandBatch) {
	if r.ends() {
		r.leave(false, cmds)
		return
	}
	m := r.meeting
	r.stack, r.audience, r.room, r.meeting = m.aside, kit.Manager, account.Room{}, meeting{}
	r.notice, r.early = notice{}, nil
	r.turns++
	r.take(r.hand)
	cmds.add(r.begin(r.top()))
	for _, reply := range m.replies {
		r.answer(reply, cmds)
	}
	if len(m.untold) > 0 {
		r.ask(untold{texts: m.untold, ends: r.Meeting}, cmds)
	}
}

// ends reports whether the program ends with the meeting, and nothing is left
// to be told. Of an example there is nothing to tell.
func (r *Root) ends() bool {
	return r.Meeting && (len(r.meeting.untold) == 0 || r.Example == kit.ExampleMonitor)
}
