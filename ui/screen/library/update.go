package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if f.Audience != kit.Manager {
		return s, part.LeavesOn(msg)
	}
	s = s.settled(&f)
	switch msg := msg.(type) {
	case kit.Do:
		return s.do(&f, msg)
	case kit.Leave:
		s.typing = false // what was typed goes on finding
		return s, kit.Outcome{}
	case kit.OnKWI:
		s.kwi = account.KWICode(msg)
		return s, kit.Outcome{}
	case kit.Aim:
		return s.aimed(&f, string(msg)), kit.Outcome{}
	case written:
		return s.filtered(&f, "").picked(&f, s.titled(msg)), kit.Outcome{}
	case tea.PasteMsg:
		s.typing, s.reading = true, false
		return s.write(&f, msg), kit.Outcome{}
	case tea.KeyPressMsg:
		return s.pressed(&f, msg)
	}
	return s, kit.Outcome{}
}

// aimed has an entry in hand, and reads it.
func (s Screen) aimed(f *kit.Frame, entry string) Screen {
	s = s.filtered(f, "").picked(f, entry)
	if r, ok := s.row(); ok && r.entry.ID == entryOf(entry) {
		s.reading = true
	}
	return s
}

func (s Screen) pressed(f *kit.Frame, msg tea.KeyPressMsg) (kit.Screen, kit.Outcome) {
	way := keys.Move(msg, s.typing)
	if s.typing && (way == keys.Left || way == keys.Right || way == keys.Home || way == keys.End) {
		way = keys.None // the caret's
	}
	switch {
	case s.reading && way != keys.None:
		return s.walked(f, way, msg), kit.Outcome{}
	case way == keys.Left || way == keys.Right:
		return s, kit.Outcome{}
	case way != keys.None:
		rows := s.shown.rows
		s.cursor = s.cursor.MoveOver(way, len(rows), s.visible(f), func(i int) bool { return rows[i].head != "" })
		return s.took(), kit.Outcome{}
	case s.typing:
		return s.write(f, msg), kit.Outcome{}
	}
	out := part.LeavesOn(msg)
	switch {
	case !out.Back:
	case s.reading:
		s.reading = false
		return s, kit.Outcome{}
	case s.filter.Text() != "":
		return s.filtered(f, ""), kit.Outcome{}
	}
	return s, out
}

// walked goes along the points of what is read, or where it has none scrolls
// it.
func (s Screen) walked(f *kit.Frame, way keys.Way, msg tea.Msg) Screen {
	r, _ := s.row()
	points := r.entry.Points()
	if len(points) == 0 {
		w, h := s.readerSize(f)
		s.scroll = s.scroll.Update(s.drawnLines(f, r, w), w, h, msg, false)
		return s
	}
	at := slices.Index(points, s.pointOf(r))
	step := map[keys.Way]int{keys.Up: -1, keys.Down: 1, keys.PageUp: -8, keys.PageDown: 8, keys.Home: -len(points), keys.End: len(points)}[way]
	s.point = points[max(min(at+step, len(points)-1), 0)]
	return s
}

func (s Screen) do(f *kit.Frame, act kit.Do) (kit.Screen, kit.Outcome) {
	r, ok := s.row()
	switch act {
	case widget.DoUndo, widget.DoRedo:
		return s.write(f, widget.StepKey(act)), kit.Outcome{}
	case "find":
		s.typing, s.reading = true, false
	case "leave":
		s.typing = false
	case "clear":
		s.typing = false
		return s.filtered(f, ""), kit.Outcome{}
	case "list":
		s.reading = false
	case "open":
		s.typing, s.reading = false, ok
	case "away":
		s.reading = false
		return s, kit.Outcome{Back: true}
	case "new":
		return s, kit.Outcome{Ask: askKind(f)}
	}
	if !ok {
		return s, kit.Outcome{}
	}
	title := cells.Line(r.entry.Title, 60)
	switch act {
	case "attach":
		return s, s.askAttach(f, r)
	case "detach":
		entry, to := r.at.Entry, r.at.KWI
		out := kit.Changes(kit.Label("library.label.detached", title), func(c *account.Client) error { return c.Detach(entry, to) })
		if n := len(r.at.Ticks); n > 0 || r.at.Note != "" {
			out.Notice = f.T("library.detached", title) // with what was ticked off, which is easily missed
		}
		return s, out
	case "note":
		return s, kit.Outcome{Ask: askNote(f, r)}
	case "tick":
		return s, s.tick(f, r)
	case "item":
		return s, kit.Outcome{Ask: s.askItem(f, r)}
	case "edit":
		return s, kit.Outcome{Ask: ownDialog(f, r.entry.ID)}
	case "withdraw":
		return s, withdraws(r.entry.ID, "library.label.withdrawn", title, f.Today)
	case "restore":
		return s, withdraws(r.entry.ID, "library.label.restored", title, "")
	case "remove":
		return s, kit.Outcome{Ask: askRemove(f, r)}
	}
	return s, kit.Outcome{}
}

// write gives a key or a paste to the search.
func (s Screen) write(f *kit.Frame, msg tea.Msg) Screen {
	before := s.filter.Text()
	s.filter, _ = s.filter.Update(msg, f.W)
	if s.filter.Text() != before {
		s.cursor = widget.List{}
		s.inHand = ""
		s = s.settled(f)
	}
	return s
}

// filtered looks for other words; without any the entry in hand stays so.
func (s Screen) filtered(f *kit.Frame, typed string) Screen {
	s.filter = editor.NewLine(typed)
	return s.settled(f)
}
