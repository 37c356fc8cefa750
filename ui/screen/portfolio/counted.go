package portfolio

import (
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// countedAct tells of which clients the recommendation over all of them is.
func (s Screen) countedAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "counted", Looks: true, Keys: keys.How, Name: f.T("portfolio.act.counted"), Hidden: true}
	if s.everywhere(f) == "" {
		act.Why = f.T("portfolio.why.counted")
	}
	return act
}

// counted are the clients whose recommendations are counted, each with their own
// NPS; choosing one tells where that comes from.
func (s Screen) counted(f *kit.Frame) kit.Outcome {
	var items []widget.Item
	for i := range s.shown.lines {
		l := &s.shown.lines[i]
		if !l.HasNPS || l.Archived != "" {
			continue
		}
		n := l.Counted
		counts := f.N("monitor.promoters", n.Promoters) + ", " + f.N("monitor.passives", n.Passives) + ", " + f.N("monitor.detractors", n.Detractors)
		items = append(items, widget.Item{ID: l.ID, Label: l.Name, Detail: f.Words.Signed(l.NPS) + "  " + counts})
	}
	all := s.shown.everywhere
	return kit.Outcome{Ask: widget.NewPick(widget.Pick{Title: f.N("portfolio.nps", all.Clients, f.Words.Signed(all.NPS.Score())), Items: items, Then: func(id string) kit.Outcome {
		return kit.Outcome{Trace: &trace.Thing{Kind: trace.NPS}, Of: id}
	}})}
}
