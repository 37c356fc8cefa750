package ui

import (
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// backward and forward are the steps back and forth: in a meeting no further
// than what was done in it.
func (r *Root) backward() func(hand.Hand) (hand.Hand, hand.Label, error) {
	if since := r.meeting.since; r.watched() {
		return func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.UndoSince(since) }
	}
	return hand.Hand.Undo
}

func (r *Root) forward() func(hand.Hand) (hand.Hand, hand.Label, error) {
	if since := r.meeting.since; r.watched() {
		return func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.RedoSince(since) }
	}
	return hand.Hand.Redo
}

// The bounds of how much larger or smaller pages are drawn.
const mostScale = 3

// meetingActs are what the root can do on every page of a meeting.
func (r *Root) meetingActs() []kit.Act {
	t := r.Words.T
	acts := []kit.Act{
		{ID: "who", Looks: true, Keys: keys.Sitters, Name: t("root.act.who")},
		{ID: "larger", Looks: true, Keys: keys.Larger, Name: t("root.act.larger")},
		{ID: "smaller", Looks: true, Keys: keys.Smaller, Name: t("root.act.smaller")},
		{ID: "apart", Looks: true, Keys: keys.Part, Name: t("root.act.apart")},
	}
	for i, e := range r.pages() {
		acts = append(acts, kit.Act{ID: "place." + e.Name, Looks: true, Keys: keys.Place(i + 1), Name: t(e.Title)})
	}
	for i := range acts {
		acts[i].Together, acts[i].Hidden = true, true
	}
	return acts
}

// pages are the pages of a meeting in the order of their digits, but for the
// first, to which esc leads.
func (r *Root) pages() (out []Entry) {
	home, _ := r.meetingHome()
	for _, e := range r.Places {
		if e.Together && e.Name != home.Name {
			out = append(out, e)
		}
	}
	return out
}

// meetingCommand does one of the root's acts of a meeting.
func (r *Root) meetingCommand(id string, cmds *commandBatch) {
	if !r.watched() {
		return
	}
	switch id {
	case "who":
		r.askWho(r.meetingPlace().At, cmds)
	case "larger":
		r.scale = min(r.scale+1, mostScale)
	case "smaller":
		r.scale = max(r.scale-1, -mostScale)
	case "begin":
		r.beginMeeting(cmds)
	case "apart":
		r.wayOut(cmds)
	case "farewell":
		r.farewell(cmds)
	case "on":
		r.goOnAlone(cmds)
	}
}

// wayOut asks before one leaves what has nothing below it: a meeting, or a
// program about one client.
func (r *Root) wayOut(cmds *commandBatch) {
	switch {
	case r.watched() && r.meeting.cover != parting:
		r.ask(farewellWord{}, cmds)
	case r.Only && !r.watched():
		r.ask(widget.NewConfirm(widget.Confirm{
			Title: r.Words.T("root.end.title"), Yes: r.Words.T("root.act.end"), Then: func() kit.Outcome { return kit.Outcome{Quit: true} },
		}), cmds)
	}
}

// alongAct is the key with which a respondent who sits here looks along, empty
// where the screen on top is not one for that.
func (r *Root) alongAct() kit.Act {
	talker, is := r.top().screen.(kit.Talker)
	_, meets := r.meetingHome()
	if !is || !talker.Talks() || !meets || r.watched() || r.leaving.ask {
		return kit.Act{}
	}
	return kit.Act{ID: "together", Looks: true, Keys: keys.Meet, Name: r.Words.T("root.act.along")}
}
