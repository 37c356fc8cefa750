package realise

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

func (s Screen) inIdeas(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	all := guide.For(f.Words.Tag()).Realise()
	if msg == tea.Msg(kit.Do("use")) {
		idea := all[s.idea.In(len(all))]
		return s, kit.Outcome{Ask: s.useIdea(f, idea)}, true
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.idea = s.idea.Move(way, len(all), max(1, f.H-tabLines-4))
		return s, kit.Outcome{}, true
	}
	return s, kit.Outcome{}, false
}

// useIdea makes an idea an action on the KWI that it serves; one that is between
// ourselves an internal one.
func (s Screen) useIdea(f *kit.Frame, idea guide.RealiseIdea) kit.Screen {
	y := f.Y()
	items := make([]widget.Item, 0, len(y.KWIs)+1)
	for _, k := range y.KWIs {
		items = append(items, widget.Item{ID: k.Code.String(), Label: k.Code.String() + " " + k.Title})
	}
	items = append(items, widget.Item{ID: "-", Label: f.T("agree.nokwi")})
	cycle, std, today := y.Name, part.Standard(f), f.Today
	return widget.Pick{Title: f.T("realise.idea.for", idea.Title), Items: items, Then: func(id string) kit.Outcome {
		code, _ := account.ParseKWICode(id)
		out := kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error {
			_, err := c.AddAction(cycle, account.Action{Text: idea.Title, KWI: code, Internal: idea.Ours}, std, today)
			return err
		})
		out.Notice = f.T("realise.idea.used")
		return out
	}}
}

func (s Screen) ideas(f *kit.Frame, h int) string {
	all := guide.For(f.Words.Tag()).Realise()
	table := widget.Table{Columns: []widget.Column{{Share: 1}}, Count: len(all), Bare: true,
		Row: func(i int) widget.Row { return widget.Row{Cells: widget.Texts(all[i].Title)} }}
	idea := all[s.idea.In(len(all))]
	below := cells.Wrap(idea.Line, f.W-4)
	for i := range below {
		below[i] = f.Theme.Faint.Render("  " + below[i])
	}
	lines := table.View(*f, s.idea, f.W, max(3, h-len(below)-1))
	return strings.Join(append(append(lines, ""), below...), "\n")
}
