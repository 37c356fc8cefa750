package portfolio

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/portfolio"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// begin asks what the new client is called. A name that is there already is
// refused: the two would be taken for each other ever after. What was looked
// for in vain is likely to be the name.
func (s Screen) begin(f *kit.Frame) kit.Outcome {
	there := make(map[string]portfolio.Line, len(s.shown.lines))
	for _, l := range s.shown.lines {
		there[sameName(l.Name)] = l
	}
	words, wanted := f.Words, ""
	if len(s.shown.rows) == 0 {
		wanted = strings.TrimSpace(s.filter.Text())
	}
	return kit.Outcome{Ask: widget.NewAsk(widget.Ask{
		Name: "client/new", Title: f.T("portfolio.new.title"), Text: f.T("portfolio.new.text"), Label: f.T("portfolio.new.label"),
		Value: wanted, Required: true,
		Then: func(name string) kit.Outcome {
			switch l, ok := there[sameName(name)]; {
			case sameName(name) == "":
				return kit.Refuses(words.T("kit.ask.empty"))
			case ok && l.Archived != "":
				return kit.Refuses(words.T("portfolio.new.archived", cells.Line(l.Name, 40)))
			case ok:
				return kit.Refuses(words.T("portfolio.new.exists", cells.Line(l.Name, 40)))
			}
			return kit.Outcome{Begin: name}
		},
	})}
}

// sameName is what two names must share to be taken for each other.
func sameName(name string) string { return text.Search(name) }

// putAway puts a client away or takes them out again, after a question.
func putAway(f *kit.Frame, l portfolio.Line) kit.Outcome {
	name := cells.Line(l.Name, 60)
	when := f.Today
	ask := widget.Confirm{Title: f.T("portfolio.away.title", name), Text: f.T("portfolio.away.text"), Yes: f.T("portfolio.away.yes")}
	label := "portfolio.label.away"
	if l.Archived != "" {
		when = ""
		ask = widget.Confirm{Title: f.T("portfolio.back.title", name), Text: f.T("portfolio.back.text"), Yes: f.T("portfolio.back.yes")}
		label = "portfolio.label.back"
	} else if n := l.Promises(); n > 0 {
		ask.Text += "\n\n" + f.N("portfolio.away.promises", n)
	}
	ask.Then = func() kit.Outcome {
		out := kit.Changes(kit.Label(label, name), func(c *account.Client) error { return c.Archive(when) })
		out.On = l.ID
		return out
	}
	return kit.Outcome{Ask: widget.NewConfirm(ask)}
}
