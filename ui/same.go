package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// sameAsk asks what it means that something that went out gets other words: it
// is still the same and was said better, or it is another. With the client at
// the table they are asked too: it is theirs.
type sameAsk struct {
	of     []account.Rewording
	behind map[account.Amends][]account.Behind // whose list would be behind
	then   func(account.Amends) kit.Outcome
	list   widget.List
}

// The answers, in the order in which they stand there; the last leaves all as it was.
var sameAnswers = [...]account.Amends{account.SameQuestion, account.OtherOne, ""}

func (s sameAsk) Init() tea.Cmd             { return nil }
func (s sameAsk) Typing() bool              { return false }
func (s sameAsk) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to choose, and to leave all as it was.
func (s sameAsk) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{
		{ID: "choose", Keys: keys.Open, Name: f.T("same.choose"), Together: true},
		{ID: "back", Keys: keys.Back, Name: f.T("same.leave"), Together: true},
	}
}

// Update answers a key.
func (s sameAsk) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	as := sameAnswers[s.list.In(len(sameAnswers))]
	switch {
	case msg == kit.Do("back"), msg == kit.Do("choose") && as == "":
		return s, kit.Outcome{Back: true}
	case msg == kit.Do("choose"):
		return s, widget.EndDialog(f, s.then(as))
	}
	s.list = s.list.Move(keys.Move(msg, false), len(sameAnswers), len(sameAnswers))
	return s, kit.Outcome{}
}

// View draws the old words and the new ones, and the answers.
func (s sameAsk) View(f kit.Frame) kit.Page {
	t, w := f.Theme, min(f.W, 84)
	lines := []string{"", t.Strong.Render(cells.Line(f.T("same.title"), w)), ""}
	for _, of := range s.of {
		lines = append(lines, t.Faint.Render(cells.Line(s.name(&f, of), w)))
		for i, words := range []string{of.Was, of.Now} {
			look := t.Faint
			if i > 0 {
				look = t.Text
			}
			head := cells.Fit(f.T([]string{"same.was", "same.now"}[i]), 6)
			for j, l := range cells.Wrap("“"+words+"”", w-2-cells.Width(head)) {
				lead := head
				if j > 0 {
					lead = cells.Spaces(cells.Width(head))
				}
				lines = append(lines, "  "+t.Faint.Render(lead)+look.Render(l))
			}
		}
	}
	lines = append(lines, "")
	from := 0
	at := s.list.In(len(sameAnswers))
	for i, as := range sameAnswers {
		key := string(as)
		if as == "" {
			key = "leave"
		} else if s.of[0].Part != "" {
			key += ".kwi"
		}
		mark, look := "  ", t.Text
		if i == at {
			mark, look, from = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong, len(lines)
		}
		lines = append(lines, mark+look.Render(cells.Line(f.T("same.answer."+key), w-2)))
		if as == "" {
			continue
		}
		for _, l := range cells.Wrap(s.meaning(&f, as, key), w-4) {
			lines = append(lines, "    "+t.Faint.Render(l))
		}
	}
	h := max(f.H, 1)
	top := min(cells.Scroll(from, len(lines), h), max(len(lines)-h, 0))
	return kit.Page{Body: cells.Block(lines[top:], f.W, f.H)}
}

// meaning is what an answer does, and to whose list.
func (s sameAsk) meaning(f *kit.Frame, as account.Amends, key string) string {
	text := f.T("same.means."+key, s.of[0].What())
	if who := namesOf(s.behind[as]); who != "" && f.Audience == kit.Manager {
		text += " " + f.T("same.behind", who)
	}
	return text
}
