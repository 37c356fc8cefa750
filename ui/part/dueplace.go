package part

import (
	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/ui/kit"
)

// DuePlace is where something that is due is worked on.
func DuePlace(client string, i *due.Item) kit.Place {
	p := kit.Place{Client: client}
	switch i.Kind {
	case due.Concept, due.Inspiration:
		p.Name, p.At = account.Draft.String(), string(i.Who)
	case due.Visit, due.Talk:
		p.Name, p.At = account.Realise.String(), string(i.Who)
	case due.Lists:
		if p.Name = account.Measure.String(); i.At == "" {
			p.Name = account.Communicate.String() // to be looked at
		}
	case due.Answers:
		p.Name = account.Measure.String()
	case due.Reply:
		p.Name, p.At = account.Measure.String(), string(i.Who)
	case due.Chase:
		p.Name, p.At = account.Measure.String(), "silent"
	case due.Analysis, due.Findings:
		p.Name, p.At = account.Measure.String(), due.Analysis.String()
	case due.Planning:
		p.Name, p.At = account.Measure.String(), due.Session.String()
	case due.Session:
		p.Name = account.Session.String()
	case due.Caught:
		p.Name, p.At = account.Draft.String(), due.Caught.String()
	case due.Ideas:
		p.Name, p.At = account.Realise.String(), due.Ideas.String()
	default:
		p.Name, p.At = account.Realise.String(), i.Number
	}
	return p
}
