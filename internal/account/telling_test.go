package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func withAction(a account.Action) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	return account.Client{Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}, {Initials: "DD"}},
		Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Realise,
			KWIs:     []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}, {Code: 2, Questions: []account.Question{{Code: account.QuestionCode{KWI: 2, Serial: 1}}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": {q}, "BB": {q}, "CC": {{KWI: 2, Serial: 1}}},
			Excused:  map[account.Initials]account.Date{"BB": today}, Actions: []account.Action{a}}}}
}

// All are told of an agreement but those to whom its KWI means nothing, and the
// first announces it; who was not told is named, of what is done too.
func TestWhoWasToldOfAnAgreement(t *testing.T) {
	c := withAction(account.Action{Number: "2026-01", Status: account.Open, KWI: 1})
	_, a := c.Action("2026-01")
	y := c.Newest()
	delete(y.Excused, "BB")
	if got := c.Hears(y, *a); !reflect.DeepEqual(got, []account.Initials{"AA", "BB", "DD"}) {
		t.Errorf("%v are told", got)
	}
	succeeds(t, c.TellAction("2026-01", account.ItComes, []account.Initials{"AA", "DD"}, "2026-06-18", account.ByMail, std, today))
	succeeds(t, c.TellAction("2026-01", account.ItComes, []account.Initials{"DD"}, "2026-06-12", account.InTalk, std, today))
	if a.Announced != "2026-06-12" {
		t.Errorf("announced on %q", a.Announced)
	}
	if got := c.Untold(y, *a, account.ItComes); !reflect.DeepEqual(got, []account.Initials{"BB"}) {
		t.Errorf("%v were not told", got)
	}
	if coming, done := c.UntoldTo("", "BB"); len(coming) != 1 || len(done) != 0 {
		t.Errorf("BB misses %v and %v", coming, done)
	}
	succeeds(t, c.FinishAction("2026-01", "it works", std, today))
	succeeds(t, c.TellAction("2026-01", account.WhatCame, []account.Initials{"BB"}, today, "", std, today))
	if told, is := a.ToldTo("BB", account.WhatCame); !is || told.On != today {
		t.Errorf("%+v, %v", told, is)
	}
	if coming, done := c.UntoldTo("", "AA"); len(coming) != 0 || len(done) != 1 {
		t.Errorf("AA misses %v and %v", coming, done)
	}
	succeeds(t, c.UntellAction("2026-01", account.ItComes, []account.Initials{"AA", "DD"}, std, today))
	if a.Announced != "" || len(a.Tellings) != 1 {
		t.Errorf("taken back it is %+v", a)
	}
	refuses(t, c.TellAction("2026-01", account.WhatCame, []account.Initials{"ZZ"}, today, "", std, today), fault.Removed)
	refuses(t, c.TellAction("2026-01", account.WhatCame, []account.Initials{"AA"}, "soon", "", std, today), fault.BadDate)
	refuses(t, c.TellAction("2026-01", account.WhatCame, []account.Initials{"AA"}, today, "pigeon", std, today), fault.BadValue)
	if _, a := withAction(account.Action{Number: "2026-01", Status: account.Open, KWI: 1, Internal: true}).Cycles[0].Actions[0].News(); a {
		t.Error("there is news of what is between ourselves")
	}
	if got := c.Untold(y, account.Action{KWI: 1, Announced: "2026-01-01"}, account.ItComes); got != nil {
		t.Errorf("of an old announcement %v are missing", got)
	}
}
