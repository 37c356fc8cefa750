package ui

import (
	"kwi/ui/kit"
	"kwi/ui/part"
)

// frame is what the screens may look at now.
func (r *Root) frame() kit.Frame {
	f := r.wholeFrame()
	f.H = max(f.H-r.aboveHeight(&f), 1)
	return f
}

// framed is the frame of a screen, with the lines that the root says above it.
// Only what draws or clicks needs these: every key asks for several frames, and
// to word what a stage lacks takes longer than all the rest of a frame.
func (r *Root) framed() (f kit.Frame, above []string) {
	f = r.wholeFrame()
	above = r.aboveLines(&f)
	f.H = max(f.H-len(above), 1)
	return f, above
}

// wholeFrame is the frame of a screen above which the root says nothing.
func (r *Root) wholeFrame() kit.Frame {
	f := kit.Frame{
		W: max(r.w, leastWidth) - bodyMargin - 1, H: max(r.h, leastHeight) - frameLines - r.working() - r.adviceRoom(), Theme: r.Theme, Words: r.wordsHere(), Today: r.today(), Now: r.now, Audience: r.audience,
		Supplier: r.Supplier, Room: r.room, Scale: r.scale, GradesWait: r.GradesWait, Me: r.Me, AskedMe: r.askedMe, Client: r.shown, Cycle: r.place().Cycle, Scores: r.scores, Sitting: r.sitting(), Beat: r.beat,
		Drafts: r.draftsAt(r.place()), Firm: r.firmShown(), Examples: r.Opens && r.Example == kit.NoExample,
	}
	if !r.watched() && !r.Meeting {
		f.Team = r.team.marks
	}
	if n := r.renamedSince(r.top()); !n.None() {
		f = r.asCalledThen(f, n)
	}
	e, ok := r.entry(r.place().Name)
	if ok && e.Settings && !r.watched() {
		f.Settings = r.setting.now
		f.Settings.Locked = r.Lock.Has()
		if r.Example == kit.NoExample && !r.ReadOnly {
			f.Settings.Team = part.TeamSetting(r.Words, &r.Team, &r.team.news)
		}
	}
	if ok && e.History && !r.watched() {
		f.Window, f.Started = r.Window, r.started
		if r.place().Client == r.hand.ID() && r.hand.ID() != "" {
			f.History = r.hand.History()
		}
	}
	return f
}
