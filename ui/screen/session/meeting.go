package session

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// recordEntry is one line of the record: somebody who may be present, a note, a
// decision, or the line that adds one.
type recordEntry struct {
	kind string // person, note, decision, addnote, adddecision, head
	who  account.Initials
	text string
	sign string
}

// entries are the lines of the record of the session.
func entries(f *kit.Frame) []recordEntry {
	y := f.Y()
	out := []recordEntry{{kind: "head", text: f.T("session.present")}}
	person := func(who account.Initials, name, side string) {
		sign := f.Theme.Glyphs.Todo
		if slices.Contains(y.Meeting.Present, who) {
			sign = f.Theme.Glyphs.Ok
		}
		out = append(out, recordEntry{"person", who, strings.TrimSpace(string(who)+"  "+name) + "  (" + side + ")", sign})
	}
	for _, r := range f.Client.Participants(y) {
		person(r.Initials, r.Name, f.T("session.present.client"))
	}
	for _, m := range f.Client.Colleagues {
		person(m.Initials, m.Name, f.T("session.present.supplier"))
	}
	if m, joins := f.Client.Joining(f.Me); joins && len(out) > 1 {
		person(m.Initials, m.Name, f.T("session.present.supplier"))
	}
	if len(out) == 1 {
		out = append(out, recordEntry{kind: "head", text: f.T("session.people.none")})
	}
	out = append(out, recordEntry{kind: "head", text: f.T("session.notes")})
	for _, n := range y.Meeting.Notes {
		out = append(out, recordEntry{"note", "", n, f.Theme.Glyphs.Dot})
	}
	out = append(out, recordEntry{kind: "addnote", text: f.T("session.note.add")}, recordEntry{kind: "head", text: f.T("session.decisions")})
	for _, n := range y.Meeting.Decisions {
		out = append(out, recordEntry{"decision", "", n, f.Theme.Glyphs.Dot})
	}
	return append(out, recordEntry{kind: "adddecision", text: f.T("session.decision.add")})
}

func isHead(all []recordEntry) func(int) bool {
	return func(i int) bool { return all[i].kind == "head" }
}

// held is the cursor on the line that it was on.
func (s Screen) held(all []recordEntry) widget.List {
	lines := make([]string, len(all))
	for i, e := range all {
		lines[i] = e.kind + " " + string(e.who) + " " + e.text
	}
	return s.lines.Hold(lines)
}

// inHand is the line in hand.
func (s Screen) inHand(all []recordEntry) recordEntry {
	i := s.held(all).In(len(all))
	for i < len(all)-1 && all[i].kind == "head" {
		i++
	}
	return all[i]
}

func (s Screen) meetingActs(f *kit.Frame) []kit.Act {
	e := s.inHand(entries(f))
	if e.kind == "person" {
		return []kit.Act{{ID: "toggle", Keys: keys.ToggleOrOpen, Name: f.T("session.act.toggle")},
			{ID: "new", Keys: keys.New, Name: f.T("session.note.add"), Hidden: true}}
	}
	acts := []kit.Act{{ID: "new", Keys: keys.New, Name: f.T("session.act.new")}}
	if e.kind == "note" || e.kind == "decision" {
		return append(acts, kit.Act{ID: "edit", Keys: keys.Open, Name: f.T("session.act.edit")}, kit.Act{ID: "remove", Keys: keys.Remove, Name: f.T("session.act.remove")})
	}
	acts[0].Keys = keys.NewOrOpen
	return acts
}

func (s Screen) inMeeting(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	all := entries(f)
	s.lines = s.held(all)
	e := s.inHand(all)
	cycle := f.Y().Name
	if keys.Pressed(msg, keys.Toggle) && e.kind == "person" {
		msg = kit.Do("toggle") // no line begins with a space
	}
	switch msg {
	case kit.Do("toggle"):
		there := !slices.Contains(f.Y().Meeting.Present, e.who)
		me := f.Me
		return s, kit.Changes(kit.Label("session.label.present", string(e.who)), func(c *account.Client) error {
			if m, joins := c.Joining(me); joins && m.Initials == e.who {
				if err := c.AddColleague(m); err != nil {
					return err
				}
			}
			return c.Present(cycle, e.who, there)
		}), true
	case kit.Do("new"):
		return s, kit.Outcome{Ask: newRecord(f, e, "", "")}, true
	case kit.Do("edit"):
		return s, kit.Outcome{Ask: record(f, e)}, true
	case kit.Do("remove"):
		return s, recorded(cycle, e, e.text, ""), true
	}
	if text, written := keys.Text(msg); written {
		return s, kit.Outcome{Ask: newRecord(f, e, text, "")}, true
	}
	if way := keys.Move(msg, true); way != keys.None {
		for s.lines.At < len(all)-1 && all[s.lines.In(len(all))].kind == "head" {
			s.lines.At++ // a head is never in hand
		}
		s.lines = s.lines.MoveOver(way, len(all), max(1, f.H-tabLines), isHead(all))
		s.lines = s.held(all)
		return s, kit.Outcome{}, true
	}
	return s, kit.Outcome{}, false
}

func decides(e recordEntry) bool { return e.kind == "decision" || e.kind == "adddecision" }

func labelOf(e recordEntry) string {
	if decides(e) {
		return "session.label.decision"
	}
	return "session.label.note"
}

// newRecord asks for a note or a decision, and then for the next one. What was
// typed already stands there, and above it what was kept last.
func newRecord(f *kit.Frame, e recordEntry, typed, kept string) kit.Screen {
	cycle, frame := f.Y().Name, *f
	ask := widget.Ask{Name: "record/" + labelOf(e), Title: f.T("session.note.title"), Label: f.T("session.note.label"), Typed: typed, Required: true, Sentence: true,
		Then: func(text string) kit.Outcome { return recorded(cycle, e, "", text) },
		Next: func(kept string) kit.Screen { return newRecord(&frame, e, "", kept) }}
	if decides(e) {
		ask.Title, ask.Label = f.T("session.decision.title"), f.T("session.decision.label")
	}
	if kept != "" {
		ask.Text = f.T("kit.kept", kept)
	}
	return ask
}

// record changes a note or a decision.
func record(f *kit.Frame, e recordEntry) kit.Screen {
	cycle, was := f.Y().Name, e.text
	ask := widget.Ask{Name: "record/" + labelOf(e) + "/" + was, Title: f.T("session.note.title"), Label: f.T("session.note.label"), Value: was, Required: true, Sentence: true}
	if decides(e) {
		ask.Title, ask.Label = f.T("session.decision.title"), f.T("session.decision.label")
	}
	ask.Stored = func(f kit.Frame) (string, bool) {
		y := f.Client.Cycle(cycle)
		return was, y != nil && (slices.Contains(y.Meeting.Notes, was) && !decides(e) || slices.Contains(y.Meeting.Decisions, was) && decides(e))
	}
	ask.Then = func(text string) kit.Outcome { return recorded(cycle, e, was, text) }
	return ask
}

// recorded is a line of the record in the place of another, or with text ""
// none.
func recorded(cycle account.CycleName, e recordEntry, was, text string) kit.Outcome {
	in := account.Said
	if decides(e) {
		in = account.Decided
	}
	return kit.Changes(kit.Label(labelOf(e)), func(c *account.Client) error { return c.Record(cycle, in, was, text) })
}

// meeting draws the record of the session.
func (s Screen) meeting(f *kit.Frame, h int) string {
	all := entries(f)
	at := s.held(all)
	for at.At < len(all)-1 && all[at.In(len(all))].kind == "head" {
		at.At++
	}
	table := widget.Table{Columns: []widget.Column{{Share: 1}}, Count: len(all), Bare: true, Row: func(i int) widget.Row {
		e := all[i]
		switch e.kind {
		case "head":
			return widget.Row{Cells: widget.Texts(e.text), Head: true}
		case "addnote", "adddecision":
			return widget.Row{Cells: widget.Texts("  " + e.text), Faint: true}
		}
		return widget.Row{Cells: widget.Texts("  " + e.sign + " " + e.text)}
	}}
	lines := []string{f.Theme.Faint.Render(cells.Line(sessionWhen(f), f.W)), ""}
	return strings.Join(append(lines, table.View(*f, at, f.W, max(3, h-2))...), "\n")
}

// sessionWhen is when and where the session is, or that it has no day yet.
func sessionWhen(f *kit.Frame) string {
	none, on := "session.when.none", "session.when"
	if isDialogue(f) {
		none, on = none+".simple", on+".simple"
	}
	if d := f.Y().Session; d != "" {
		return f.T(on, strings.TrimSpace(strings.TrimSpace(f.Words.ShortDate(d, f.Today)+" "+lang.ShortHours(f.Y()))+"  "+f.Y().Place))
	}
	return f.T(none)
}
