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
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

func (s Screen) inIdeas(f *kit.Frame, msg tea.Msg) (Screen, kit.Outcome, bool) {
	all := guide.For(f.Words.Tag()).Realise()
	if msg == tea.Msg(kit.Do("use")) {
		idea := all[s.idea.In(len(all))]
		return s, kit.Outcome{Ask: useIdea(f, idea)}, true
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.idea = s.idea.Move(way, len(all), max(1, f.H-tabLines-6))
		return s, kit.Outcome{}, true
	}
	return s, kit.Outcome{}, false
}

// useIdea asks for the agreement that an idea of the method becomes, on the
// first KWI that has none; one that is between ourselves is an internal one.
func useIdea(f *kit.Frame, idea guide.RealiseIdea) kit.Screen {
	cycle, std, today := f.Y().Name, part.Standard(f), f.Today
	base := account.Action{Text: idea.Title, KWI: withoutAgreement(f), Internal: idea.Ours, Side: account.SupplierSide, For: f.Client.Owner(f.Me)}
	return agree.From(f, "action/realise/"+idea.Title, base, func(c *account.Client, a account.Action) error {
		_, err := c.AddAction(cycle, a, std, today)
		return err
	})
}

// withoutAgreement is the first KWI on which nothing is agreed yet, or 0.
func withoutAgreement(f *kit.Frame) account.KWICode {
	for _, check := range f.Client.Gate(f.Y(), account.Realise, f.Today) {
		if check.Name == account.KWIsActed && len(check.Missing) > 0 {
			code, _ := account.ParseKWICode(check.Missing[0])
			return code
		}
	}
	return 0
}

// ideas draws the ideas of the method, and of the one in hand what it is, when it
// fits and how the client notices.
func (s Screen) ideas(f *kit.Frame, h int) string {
	all := guide.For(f.Words.Tag()).Realise()
	idea := all[s.idea.In(len(all))]
	below := quiet(f, idea.Line, f.T("realise.idea.when", idea.When), f.T("realise.idea.seen", idea.Seen))
	lines := ideasTable(all).View(*f, s.idea, f.W, max(3, h-len(below)-1))
	return strings.Join(append(append(lines, ""), below...), "\n")
}

func ideasTable(all []guide.RealiseIdea) widget.Table {
	return widget.Table{Columns: []widget.Column{{Share: 1}}, Count: len(all), Bare: true,
		Row: func(i int) widget.Row { return widget.Row{Cells: widget.Texts(all[i].Title)} }}
}

// quiet is sentences below a list, each from a line of its own on.
func quiet(f *kit.Frame, sentences ...string) (lines []string) {
	for _, s := range sentences {
		for _, line := range cells.Wrap(s, min(f.W-4, part.WidestText)) {
			lines = append(lines, f.Theme.Faint.Render("  "+line))
		}
	}
	return lines
}
