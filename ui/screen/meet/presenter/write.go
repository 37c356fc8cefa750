package presenter

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// freshLine is the line on which an idea is written for the first time.
const freshLine = "fresh"

// fields are what can be written on a page.
func (s *Screen) fields(f *kit.Frame, p page) []widget.Field {
	switch {
	case !runs(f):
		return nil
	case p.kind == ideasPage:
		return ideaFields(f)
	case p.kind == agreedPage && p.of == s.fills:
		return fillFields(f, p.of)
	}
	return nil
}

// begin is the field that is open as one comes to a page.
func begin(fields []widget.Field) string {
	for _, f := range fields {
		if f.ID == freshLine || f.Value == "" {
			return f.ID
		}
	}
	return fields[0].ID
}

func ideaFields(f *kit.Frame) (fields []widget.Field) {
	cycle := f.Y().Name
	for i, idea := range f.Y().Meeting.Ideas {
		was := idea.Text
		fields = append(fields, widget.Field{ID: "idea/" + strconv.Itoa(i), Same: "idea/" + was, Kind: widget.SentenceField, Value: was, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("meet.session.label.idea"), func(c *account.Client) error { return c.RewordIdea(cycle, was, v) })
		}})
	}
	return append(fields, widget.Field{ID: freshLine, Kind: widget.SentenceField, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("meet.session.label.idea"), func(c *account.Client) error { return c.AddIdea(cycle, v) })
	}})
}

// fillFields ask who does an agreement, and when.
func fillFields(f *kit.Frame, number string) []widget.Field {
	_, a := f.Client.Action(number)
	if a == nil {
		return nil
	}
	std, today := part.Standard(f), f.Today
	set := func(put func(*account.Action, string)) func(string) kit.Outcome {
		return func(v string) kit.Outcome {
			return kit.Changes(kit.Label("agree.label.edit", number), func(c *account.Client) error {
				return c.ChangeAction(number, std, today, func(a *account.Action) { put(a, v) })
			})
		}
	}
	return []widget.Field{
		{ID: "for", Label: f.T("meet.agree.who"), Kind: widget.LineField, Value: a.For, Set: set(func(a *account.Action, v string) { a.For = v })},
		{ID: "due", Label: f.T("meet.agree.when"), Kind: widget.MomentField, Value: string(a.Due), Set: set(func(a *account.Action, v string) { a.Due = account.Moment(v) })},
	}
}

// typingActs are what can be done while one writes.
func (s *Screen) typingActs(f *kit.Frame, p page) []kit.Act {
	fields := s.fields(f, p)
	acts := slices.DeleteFunc(s.form.Acts(*f, fields), func(a kit.Act) bool {
		return a.ID != string(widget.DoUndo) && a.ID != string(widget.DoRedo)
	})
	if !s.free(f, p) {
		line := kit.Act{ID: "line", Keys: keys.Open, Name: f.T("meet.session.act.line")}
		if p.kind == agreedPage {
			line.Name = f.T("kit.field.next")
		}
		acts = append([]kit.Act{line}, acts...)
	}
	return append(acts,
		kit.Act{ID: string(widget.DoClose), Keys: keys.Back, Name: f.T("kit.field.close")},
		kit.Act{ID: string(widget.DoDone), Keys: keys.Keep, Name: f.T("kit.field.close"), Hidden: true})
}

// free reports whether nothing stands on the line in hand, so that enter and
// the arrows lead on.
func (s *Screen) free(f *kit.Frame, p page) bool {
	fields := s.fields(f, p)
	if !s.form.Typing() {
		return true
	}
	at := s.form.Field(fields)
	return at.ID == freshLine && s.form.Text(at) == ""
}

// filled hands a message to the fields of a page.
func (s Screen) filled(f *kit.Frame, p page, fields []widget.Field, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if !s.form.Typing() && p.kind == ideasPage && widget.BeginsText(msg) {
		s.form = s.form.On(freshLine).Begin(*f, fields)
	}
	if msg == tea.Msg(kit.Do("line")) {
		return s.line(f, p, fields)
	}
	next, out, handled := s.form.Update(*f, fields, msg)
	s.form = next
	if !handled && !next.Typing() {
		return s, part.LeavesOn(msg)
	}
	return s, out
}

// line ends a line and opens the next. The last one of an agreement leads on.
func (s Screen) line(f *kit.Frame, p page, fields []widget.Field) (kit.Screen, kit.Outcome) {
	at := s.form.Field(fields)
	last := at.ID == fields[len(fields)-1].ID
	next, out, _ := s.form.Update(*f, fields, widget.DoDone)
	if s.form = next; next.Typing() {
		return s, out
	}
	fr := *f
	fr.Drafts = nil // what was typed is kept
	switch {
	case p.kind == ideasPage:
		s.form = s.form.On(freshLine).Begin(fr, fields)
	case !last:
		i := slices.IndexFunc(fields, func(g widget.Field) bool { return g.ID == at.ID })
		s.form = s.form.On(fields[i+1].ID).Begin(fr, fields)
	}
	return s, out
}

// idea is the idea in hand where they are counted, or nil.
func (s *Screen) idea(f *kit.Frame) *account.Idea {
	all := f.Y().Meeting.Ideas
	if len(all) == 0 {
		return nil
	}
	return &all[s.list.In(len(all))]
}

// voted counts for the idea in hand.
func (s *Screen) voted(f *kit.Frame, by int) kit.Outcome {
	idea := s.idea(f)
	if idea == nil {
		return kit.Outcome{}
	}
	cycle, text := f.Y().Name, idea.Text
	return kit.Changes(kit.Label("meet.session.label.votes"), func(c *account.Client) error { return c.VoteIdea(cycle, text, by) })
}

// wholeMinutes reads how long a part of the session takes.
func wholeMinutes(v string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	return n, err == nil && n >= 0 && n <= account.MostMinutes
}
