package part

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// TracePlace is where one works on a thing, false where that is nowhere.
func TracePlace(f *kit.Frame, t trace.Thing) (kit.Place, bool) {
	p := kit.Place{Client: f.Client.ID, Cycle: t.Cycle}
	if y := f.Client.Newest(); y != nil && y.Name == t.Cycle {
		p.Cycle = ""
	}
	at := func(s account.Stage) string { return s.In(f.Client.Approach).String() }
	switch t.Kind {
	case trace.Score, trace.Own, trace.Change:
		p.Name = "monitor"
		if t.KWI != 0 {
			p.At = t.KWI.String()
		}
	case trace.Target, trace.KWI:
		p.Name, p.At = at(account.Draft), t.KWI.String()
	case trace.Question:
		p.Name, p.At = at(account.Test), t.Question.String()
	case trace.Answer, trace.Recommendation, trace.Remark:
		p.Name, p.At = at(account.Measure), string(t.Who)
	case trace.Note, trace.Unwanted, trace.Person:
		p.Name, p.At = at(account.Draft), string(t.Who)
	case trace.Visit:
		p.Name, p.At = at(account.Realise), string(t.Who)
	case trace.Action:
		p.Name, p.At = at(account.Realise), t.Number
	case trace.Idea:
		p.Name, p.At = at(account.Realise), "ideas"
	case trace.Finding:
		p.Name = at(account.Measure)
	case trace.Session:
		p.Name = at(account.Session)
	case trace.NPS:
		p.Name = "monitor"
	}
	return p, p.Name != ""
}
