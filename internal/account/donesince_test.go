package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestWhatWasDoneSinceSomebodyWrote(t *testing.T) {
	code := func(k account.KWICode) account.QuestionCode { return account.QuestionCode{KWI: k, Serial: 1} }
	kwi := func(k account.KWICode) account.KWI {
		return account.KWI{Code: k, Questions: []account.Question{{Code: code(k)}}}
	}
	done := func(number string, k account.KWICode, on account.Date) account.Action {
		return account.Action{Number: number, KWI: k, Done: on, Status: account.Done, Side: account.SupplierSide, Evidence: "known", Why: "because"}
	}
	open, theirs, ours := done("2026-06", 1, ""), done("2026-07", 1, "2026-09-01"), done("2026-08", 1, "2026-09-01")
	open.Status, theirs.Side, ours.Internal = account.Open, account.ClientSide, true
	shared := done("2026-03", 1, "2026-09-02")
	shared.EvidenceShared = true
	c := account.Client{
		Respondents: []account.Respondent{{Initials: "KK"}, {Initials: "BB"}, {Initials: "CC"}},
		Cycles: []account.Cycle{
			{Name: "2026H1", Stage: account.Closed, Session: "2026-06-20", KWIs: []account.KWI{kwi(1)}, Answered: map[account.Initials]account.Date{"KK": "2026-06-10"},
				Actions: []account.Action{done("2026-01", 1, "2026-06-10"), done("2026-02", 1, "2026-06-15")}},
			{Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByGroup, KWIs: []account.KWI{kwi(1), kwi(2)},
				Assigned: map[account.Initials][]account.QuestionCode{"KK": {code(1)}, "BB": {code(1), code(2)}},
				Actions:  []account.Action{done("2026-05", 0, "2026-08-01"), done("2026-04", 2, "2026-09-01"), shared, open, theirs, ours}},
		},
	}
	for who, want := range map[account.Initials][]string{
		"KK": {"2026-02", "2026-03", "2026-05"}, // since the day of the answers, of what KK judges and of what is about nothing
		"BB": {"2026-03", "2026-04", "2026-05"}, // new: since the session before
		"CC": {"2026-05"},
	} {
		var got []string
		for _, a := range c.DoneSince("2026H2", who) {
			got = append(got, a.Number)
			if a.Why != "" || (a.Evidence != "") != (a.Number == "2026-03") {
				t.Errorf("%s: told %+v", who, a)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, not %v", who, got, want)
		}
	}
	if got := c.DoneSince("2030H1", "KK"); got != nil {
		t.Error(got)
	}
}

func TestAPersonalWord(t *testing.T) {
	c := busy()
	refuses(t, c.SayPersonally("", "XX", "hello"), fault.Removed)
	succeeds(t, c.SayPersonally("", "AA", "hello"))
	if c.Newest().PersonalWords["AA"] != "hello" {
		t.Error("the word is not kept")
	}
	succeeds(t, c.SayPersonally("", "AA", ""))
	if _, is := c.Newest().PersonalWords["AA"]; is {
		t.Error("no word is kept as one")
	}
	c.Newest().Stage = account.Closed
	refuses(t, c.SayPersonally("", "AA", "hello"), fault.Frozen)
}
