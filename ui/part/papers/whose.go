package papers

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// whose asks about which respondent a document is, and then where it goes.
func (p *Press) whose(f *kit.Frame, paper Paper) kit.Screen {
	frame := *f
	var items []widget.Item
	title := f.T("papers.whose")
	if paper.Anybody {
		title, items = f.T("papers."+paper.Name+".whose"), part.Everybody(f)
	} else if y := f.Y(); y != nil {
		for _, r := range f.Client.Participants(y) {
			items = append(items, widget.Item{ID: string(r.Initials), Label: part.NameOf(f, r.Initials), Detail: string(r.Initials)})
		}
	}
	return widget.NewPick(widget.Pick{Title: title, Items: items, Then: func(id string) kit.Outcome {
		return kit.Outcome{Ask: p.dialog(&frame, paper, 0, account.Initials(id))}
	}})
}
