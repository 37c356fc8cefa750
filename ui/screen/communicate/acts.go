package communicate

import (
	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/bring"
)

// Acts are what can be done for the person in hand: other things for a
// respondent, for a colleague and while a preview is open.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	p, ok := s.in(&f)
	sent := kit.Act{ID: "sent", Keys: keys.MarkSent, Name: f.T("communicate.act.sent")}
	confirmed := kit.Act{ID: "confirmed", Keys: keys.Confirm, Name: f.T("communicate.act.confirmed")}
	unsent := kit.Act{ID: "unsent", Keys: keys.Remove, Name: f.T("communicate.act.unsent"), Hidden: true}
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("communicate.act.open")}
	informed := kit.Act{ID: "informed", Keys: keys.Inform, Name: f.T("communicate.act.informed")}
	everyone := kit.Act{ID: "everyone", Keys: keys.Everyone, Name: f.T("communicate.act.allsent")}
	if !ok {
		acts := []kit.Act{open, sent, confirmed, informed, everyone}
		for i := range acts {
			acts[i].Why = f.T("communicate.why.nobody")
		}
		return acts
	}
	y := f.Y()
	if p.colleague {
		for _, a := range []*kit.Act{&open, &sent, &confirmed, &unsent} {
			a.Why, a.Hidden = f.T("communicate.why.colleague", string(p.who)), true
		}
		if y.Informed[p.who] != "" {
			informed.Name = f.T("communicate.act.reinformed")
		}
		everyone.ID, everyone.Name = "allinformed", f.T("communicate.act.allinformed")
		if len(f.Client.Uninformed(f.Y())) == 0 {
			everyone.Why = f.T("communicate.why.allinformed")
		}
		return []kit.Act{informed, everyone, open, sent, confirmed, unsent}
	}
	informed.Why, informed.Hidden = f.T("communicate.why.respondent", string(p.who)), true
	if len(y.Assigned[p.who]) == 0 {
		for _, a := range []*kit.Act{&open, &sent, &confirmed} {
			a.Why = f.T("communicate.why.noquestions", string(p.who))
		}
	}
	if len(y.Sent[p.who]) > 0 {
		sent.Name = f.T("communicate.act.resent")
	} else {
		unsent.Why = f.T("communicate.why.notsent", string(p.who))
	}
	if y.Confirmed[p.who] != "" {
		confirmed.Name = f.T("communicate.act.reconfirmed")
	}
	if s.open != "" {
		return []kit.Act{
			{ID: "other", Keys: keys.Turn, Name: f.T("communicate.act.other")},
			sent, confirmed,
			{ID: "close", Keys: keys.Back, Name: f.T("communicate.act.close")},
			{ID: "page", Looks: true, Keys: keys.NextPage, Name: f.T("communicate.act.page"), Hidden: true},
			unsent, bring.WordAct(&f, p.who),
		}
	}
	if len(unsentTo(&f)) == 0 {
		everyone.Why = f.T("communicate.why.allsent")
	}
	rest := []kit.Act{everyone, informed, unsent, bring.WordAct(&f, p.who)}
	if len(y.Sent[p.who]) == 0 {
		return s.post.Among(&f, append([]kit.Act{open, sent, confirmed}, rest...), false)
	}
	// Their confirmation is what is needed next, so it stands before what was done.
	return append([]kit.Act{open, confirmed}, s.post.Among(&f, append([]kit.Act{sent}, rest...), false)...)
}

// unsentTo are those who have questions and were sent none of them yet.
func unsentTo(f *kit.Frame) (out []account.Initials) {
	y := f.Y()
	for _, r := range f.Client.Asked(y) {
		if len(y.Sent[r.Initials]) == 0 {
			out = append(out, r.Initials)
		}
	}
	return out
}
