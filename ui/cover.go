package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget/large"
)

// coverKind tells whether a cover lies over a meeting, and where enter leads.
type coverKind byte

const (
	uncovered coverKind = iota
	entering            // into the meeting
	parting             // out of it
)

// quietBeats is how many beats no key may have come before the cover opens to
// what is internal, so that no key that is held down, and nothing that was
// typed ahead, gets there.
const quietBeats = 2

// putCover leaves nothing on the stack but the cover.
func (r *Root) putCover(kind coverKind) {
	r.meeting.cover, r.meeting.quiet = kind, 0
	r.notice, r.stack = notice{}, nil
	home, _ := r.meetingHome()
	r.push(cover{kind, r.ends(), r.Lent}, kit.Place{Name: home.Name, Client: r.hand.ID(), Cycle: r.meeting.to.Cycle}, true)
}

// cover is the page at both ends of a meeting: whose it is, and nothing of what
// is in it.
type cover struct {
	kind coverKind
	ends bool // the program ends with the meeting
	lent bool // and then what it lay over is there again
}

func (c cover) Init() tea.Cmd             { return nil }
func (c cover) Typing() bool              { return false }
func (c cover) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.Client.Name} }
func (c cover) Acts(kit.Frame) []kit.Act  { return nil } // they are the root's
func (c cover) Update(kit.Frame, tea.Msg) (kit.Screen, kit.Outcome) {
	return c, kit.Outcome{}
}

// View draws the name of the client, and below it which keys lead on.
func (c cover) View(f kit.Frame) kit.Page {
	t := f.Theme
	var below []string
	line := func(key, text string) {
		below = append(below, t.Accent.Render(cells.Fit(key, 8))+t.Faint.Render(cells.Line(text, f.W-12)))
	}
	name := func(a kit.Act) string { return a.KeyName(f.Words, false) }
	switch {
	case c.kind == entering:
		line(name(kit.Act{Keys: keys.Open}), f.T("cover.begin"))
		below = append(below, "")
		for _, l := range cells.Wrap(f.T("cover.how", f.T("farewell.word")), min(f.W-4, 72)) {
			below = append(below, t.Faint.Render(l))
		}
	default:
		on := "cover.on"
		switch {
		case c.ends && c.lent:
			on = "cover.back"
		case c.ends:
			on = "cover.end"
		}
		line(name(kit.Act{Keys: keys.Open}), f.T(on))
		line(name(kit.Act{Keys: keys.Back}), f.T("cover.stay"))
	}
	out := append(make([]string, f.H/6), large.Text(t, f.Client.Name, f.W-4, f.H/2, f.Scale)...)
	for len(out) < f.H-len(below)-f.H/6 {
		out = append(out, "")
	}
	return kit.Page{Body: cells.Block(cells.Indent(append(out, below...), 2), f.W, f.H)}
}

// covers reports whether a screen is the cover.
func (it *stackItem) covers() bool {
	_, is := it.cover()
	return is
}

func (it *stackItem) cover() (c cover, is bool) {
	g, _ := it.screen.(guarded)
	c, is = g.screen.(cover)
	return c, is
}

// coverFallen puts the cover over a page of a meeting that fell.
func (r *Root) coverFallen() {
	if r.watched() && hasFallen(r.top().screen) {
		home, _ := r.meetingHome()
		r.meeting.to = kit.Place{Name: home.Name, Client: r.hand.ID()}
		r.putCover(entering)
	}
}

// coverActs are what can be done on a cover, by the root.
func (r *Root) coverActs() []kit.Act {
	t := r.Words.T
	acts := []kit.Act{
		{ID: "speak", Looks: true, Keys: keys.Speak, Name: r.Words.Next().Language(), Together: true, Hidden: true},
		r.groundAct(),
		r.mouseAct(),
	}
	if r.meeting.cover == entering {
		return append(acts,
			kit.Act{ID: "begin", Looks: true, Keys: keys.Open, Name: t("cover.begin"), Together: true},
			kit.Act{ID: "apart", Looks: true, Keys: keys.Part, Name: t("root.act.apart"), Together: true})
	}
	return append(acts,
		kit.Act{ID: "on", Looks: true, Keys: keys.Open, Name: t("cover.on"), Together: true},
		kit.Act{ID: "begin", Looks: true, Keys: keys.Back, Name: t("cover.stay"), Together: true})
}

// goOnAlone leaves the cover for what is internal, if nothing was typed for a
// while.
func (r *Root) goOnAlone(cmds *commandBatch) {
	c, _ := r.top().cover()
	switch {
	case r.meeting.quiet < quietBeats:
		r.say(r.Words.T("cover.wait"), false)
		return
	case c.ends != r.ends():
		r.putCover(parting) // it said that the program ends, and something is to be told first
		return
	}
	r.apart(cmds)
}

// farewellWord is the dialog in which the word is typed that ends a meeting.
// Nothing else does, and no paste.
type farewellWord struct{ typed string }

func (w farewellWord) Init() tea.Cmd             { return nil }
func (w farewellWord) Typing() bool              { return true }
func (w farewellWord) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.Client.Name} }

// Acts are to stay; what enter does depends on what was typed.
func (w farewellWord) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "stay", Keys: keys.Back, Name: f.T("cover.stay"), Together: true}}
}

// Update takes keys that are pressed one by one.
func (w farewellWord) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("stay")) {
		return w, kit.Outcome{Back: true}
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok || key.IsRepeat:
	case keys.Pressed(key, keys.Open):
		if strings.EqualFold(strings.TrimSpace(w.typed), f.T("farewell.word")) {
			return w, kit.Outcome{Back: true, Tell: command("farewell")}
		}
		said := strings.TrimSpace(w.typed)
		if w.typed = ""; said != "" {
			return w, kit.Refuses(f.T("farewell.other", said, f.T("farewell.word")))
		}
	case keys.Pressed(key, keys.RemoveBefore):
		if signs := []rune(w.typed); len(signs) > 0 {
			w.typed = string(signs[:len(signs)-1])
		}
	default:
		if cells.Width(w.typed+key.Text) < widestWord {
			w.typed += cells.Clean(key.Text)
		}
	}
	return w, kit.Outcome{}
}

// widestWord is more than the word takes.
const widestWord = 24

// View asks for the word.
func (w farewellWord) View(f kit.Frame) kit.Page {
	t := f.Theme
	lines := []string{"", t.Strong.Render(cells.Line(f.T("farewell.title"), f.W)), ""}
	for _, l := range cells.Wrap(f.T("farewell.text", f.T("farewell.word")), min(f.W, 72)) {
		lines = append(lines, t.Faint.Render(l))
	}
	lines = append(lines, "", t.Accent.Render(t.Glyphs.Cursor)+" "+cells.Clean(w.typed))
	return kit.Page{Body: cells.Block(lines, f.W, f.H), Cursor: tea.NewCursor(2+cells.Width(w.typed), len(lines)-1)}
}
