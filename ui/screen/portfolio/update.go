package portfolio

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/portfolio"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	s = s.settled(&f)
	switch msg := msg.(type) {
	case listArrived:
		return s.take(&f, msg)
	case kit.Do:
		return s.do(&f, msg)
	case kit.Leave:
		s.typing = false // what was typed goes on filtering
		return s, kit.Outcome{}
	case tea.PasteMsg:
		s.typing = true
		return s.write(&f, msg), kit.Outcome{}
	case tea.KeyPressMsg:
		way := keys.Move(msg, s.typing)
		if s.typing && (way == keys.Left || way == keys.Right || way == keys.Home || way == keys.End) {
			way = keys.None // the caret's
		}
		switch {
		case way != keys.None:
			s.cursor = s.cursor.Move(way, len(s.shown.rows), s.visible(&f))
		case s.typing:
			return s.write(&f, msg), kit.Outcome{}
		default:
			return s.back(&f, msg)
		}
	}
	return s, kit.Outcome{}
}

// take is the list as it came. A list that could not be read leaves the one
// before it in place.
func (s Screen) take(f *kit.Frame, m listArrived) (kit.Screen, kit.Outcome) {
	if m.n < s.answer {
		return s, kit.Outcome{}
	}
	s.answer, s.err, s.fetched = m.n, m.err, true
	if m.err == nil {
		s.lines = m.lines
		s = s.arranged(f)
	}
	if s.held {
		s.held = false
		return s.open()
	}
	return s, kit.Outcome{}
}

func (s Screen) do(f *kit.Frame, act kit.Do) (kit.Screen, kit.Outcome) {
	switch act {
	case widget.DoUndo, widget.DoRedo:
		return s.write(f, widget.StepKey(act)), kit.Outcome{}
	case "open":
		if !s.fetched {
			s.held = true
			return s, kit.Outcome{}
		}
		return s.open()
	case "new":
		return s, s.begin(f)
	case "example":
		return s, kit.Outcome{Opens: kit.ExamplePortfolio}
	case "find":
		s.typing = true
	case "leave":
		s.typing = false
	case "clear":
		s.typing = false
		s = s.filtered(f, "")
	case "order":
		s.order = (s.order + 1) % orders
		s = s.picked(f, s.inHand())
		return s, kit.Says(f.T("portfolio.order." + s.order.String()))
	case "mine":
		if out, ask := part.AskMe(f, act); ask && !s.mine {
			return s, out
		}
		s.mine = !s.mine
		s = s.picked(f, s.inHand())
	case "place.promises":
		return s, kit.Goes(kit.Place{Name: "promises"})
	case "place.scan":
		return s, kit.Goes(kit.Place{Name: "scan"})
	case "counted":
		return s, s.counted(f)
	case "team.next":
		if at := s.nextChoice(f); at >= 0 {
			s.cursor = s.cursor.To(at, len(s.shown.rows), s.visible(f))
		}
	case "away":
		if l, ok := s.line(); ok {
			return s, putAway(f, l)
		}
	case "shelf":
		s.archive = !s.archive
		s = s.picked(f, "")
	case "again":
		return s, kit.Outcome{Run: s.fetch}
	}
	return s, kit.Outcome{}
}

// back answers esc: it undoes one way of looking at a time.
func (s Screen) back(f *kit.Frame, msg tea.KeyPressMsg) (kit.Screen, kit.Outcome) {
	out := part.LeavesOn(msg)
	switch {
	case !out.Back:
	case s.filter.Text() != "":
		return s.filtered(f, ""), kit.Outcome{}
	case s.mine:
		s.mine = false
		return s.picked(f, s.inHand()), kit.Outcome{}
	case s.archive:
		s.archive = false
		return s.picked(f, ""), kit.Outcome{}
	}
	return s, out
}

// write gives a key or a paste to the filter.
func (s Screen) write(f *kit.Frame, msg tea.Msg) Screen {
	before := s.filter.Text()
	s.filter, _ = s.filter.Update(msg, f.W)
	if s.filter.Text() != before {
		s = s.picked(f, "")
	}
	return s
}

// filtered looks for another text; without one the client in hand stays so.
func (s Screen) filtered(f *kit.Frame, text string) Screen {
	id := s.inHand()
	s.filter = editor.NewLine(text)
	return s.picked(f, id)
}

// open goes to the stage that the client's cycle is in.
func (s Screen) open() (kit.Screen, kit.Outcome) {
	s.typing = false
	l, ok := s.line()
	if !ok {
		return s, kit.Outcome{}
	}
	return s, kit.Goes(kit.Place{Name: l.Opens().String(), Client: l.ID})
}

// line is the client in hand.
func (s Screen) line() (portfolio.Line, bool) {
	if len(s.shown.rows) == 0 {
		return portfolio.Line{}, false
	}
	at := max(min(s.cursor.At, len(s.shown.rows)-1), 0)
	return s.shown.lines[s.shown.rows[at].line], true
}

// inHand is the ID of the client in hand, "" for none.
func (s Screen) inHand() string {
	l, _ := s.line()
	return l.ID
}

// MeetingPlace implements kit.Meeter: it is the client in hand whom one meets.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	return kit.Place{Client: s.settled(&f).inHand()}
}
