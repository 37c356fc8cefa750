package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// silent is a client of whom AA and BB were asked on 3 June and kept silent.
func silent() account.Client {
	one, two := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 1, Serial: 2}
	both := []account.QuestionCode{one, two}
	return account.Client{Sponsor: "SS", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "SS"}},
		Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Measure, Session: "2026-06-30", AnswersBy: account.ByName,
			KWIs:     []account.KWI{{Code: 1, Questions: []account.Question{{Code: one}, {Code: two}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": both, "BB": both},
			Sent:     map[account.Initials][]account.Date{"AA": {"2026-06-03"}, "BB": {"2026-06-04"}}}}}
}

// A silent list is asked for by mail after a week, then by telephone, then through
// the sponsor, and then given up; a day that they named is waited for, and is due.
func TestAfterSilenceTheNextStep(t *testing.T) {
	c := silent()
	y := c.Newest()
	step := func(day account.Date, want account.ChaseStep, due bool, times int) {
		t.Helper()
		for _, h := range c.Chased(y, day) {
			if h.Who == "AA" && (h.Step != want || h.Due(day) != due || h.Times != times) {
				t.Errorf("on %s %+v, due %v", day, h, h.Due(day))
			}
		}
	}
	step("2026-06-05", account.ChaseMail, false, 1)
	step("2026-06-10", account.ChaseMail, true, 1)
	y.Sent["AA"] = append(y.Sent["AA"], "2026-06-10")
	step("2026-06-11", account.ChasePhone, false, 2)
	step("2026-06-17", account.ChasePhone, true, 2)
	succeeds(t, c.Remind("", "AA", account.Reminder{Date: "2026-06-17", Way: account.ByPhone, Said: "doet het vrijdag", Promise: "2026-06-19"}))
	step("2026-06-18", account.ChaseWait, false, 3)
	step("2026-06-20", account.ChasePhone, true, 3)
	succeeds(t, c.Remind("", "AA", account.Reminder{Date: "2026-06-20", Way: account.ByPhone, Said: "geen gehoor"}))
	step("2026-06-21", account.ChaseSponsor, false, 4) // the end is near: two days will do
	step("2026-06-22", account.ChaseSponsor, true, 4)
	succeeds(t, c.Remind("", "AA", account.Reminder{Date: "2026-06-22", Way: account.BySponsor}))
	step("2026-06-24", account.ChaseGiveUp, true, 5)
	if h := c.Chased(y, "2026-06-24")[1]; h.Who != "AA" || h.Since != "2026-06-03" || h.Last != "2026-06-22" || h.Way != account.BySponsor {
		t.Errorf("%+v", h)
	}
	refuses(t, c.GiveUp("", "AA", "2026-06-24", "x"), fault.NoReason)
	succeeds(t, c.GiveUp("", "AA", "2026-06-24", "ziek tot na de sessie"))
	if got := c.Chased(y, "2026-06-24"); len(got) != 1 || got[0].Who != "BB" || y.ExcusedWhy["AA"] != "ziek tot na de sessie" {
		t.Errorf("%+v, because %q", got, y.ExcusedWhy["AA"])
	}
	succeeds(t, c.Excuse("", "AA", ""))
	if y.ExcusedWhy["AA"] != "" {
		t.Error("the reason stays behind")
	}
}

func TestAMailThatCameBackAsksForTheAddress(t *testing.T) {
	c := silent()
	succeeds(t, c.Remind("", "AA", account.Reminder{Date: "2026-06-05", Back: true}))
	if h := c.Chased(c.Newest(), "2026-06-06")[0]; h.Who != "AA" || h.Step != account.ChaseAddress || h.Times != 1 {
		t.Errorf("%+v", h)
	}
	succeeds(t, c.Unremind("", "AA", c.Newest().Reminders["AA"][0]))
	if len(c.Newest().Reminders) != 0 {
		t.Error("it was not taken back")
	}
	refuses(t, c.Remind("", "ZZ", account.Reminder{Date: today}), fault.Removed)
	refuses(t, c.Remind("", "AA", account.Reminder{Date: "soon"}), fault.BadDate)
	refuses(t, c.Remind("", "AA", account.Reminder{Date: today, Way: "pigeon"}), fault.BadValue)
}

// Of a list that is partly in the open questions are told by name, and those that
// would have no figure; by group neither.
func TestWhatIsMissingOfAPartialList(t *testing.T) {
	c := silent()
	y := c.Newest()
	one, two := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 1, Serial: 2}
	y.Answers = map[account.Initials]account.Sheet{"AA": {{Question: one, Grade: 8}}}
	if got := y.Missing("AA"); len(got) != 1 || got[0] != two {
		t.Errorf("missing %v", got)
	}
	if got := y.OnlyTheirs("AA"); len(got) != 1 {
		t.Errorf("only theirs %v", got)
	}
	y.Answers["BB"] = account.Sheet{{Question: two, Grade: 6}}
	if got := y.OnlyTheirs("AA"); got != nil {
		t.Errorf("only theirs %v", got)
	}
	for _, h := range c.Chased(y, "2026-06-20") {
		if !h.Partly || h.Step != account.ChaseComplete {
			t.Errorf("%+v", h)
		}
	}
	y.AnswersBy = account.ByGroup
	if y.Missing("AA") != nil {
		t.Error("by group it is told what somebody did not answer")
	}
}
