package account

import "testing"

func TestTheCalendarOfTheSession(t *testing.T) {
	y := Cycle{Name: "2026H2", Session: "2026-12-29"}
	for what, days := range map[string][2]Date{
		"invitation": {y.Invitation(), "2026-12-01"}, "asking": {y.Asking(), "2026-12-15"}, "due": {y.AnswersDue(), "2026-12-22"}, "expected": {y.ExpectedAsking(), "2026-12-15"},
		"reminded in time": {y.RemindedDue("2026-12-16"), "2026-12-22"}, "reminded before a weekend": {(&Cycle{Session: "2026-11-30"}).RemindedDue("2026-11-26"), "2026-11-27"}, "reminded on the day": {y.RemindedDue("2026-12-22"), "2026-12-28"}, "reminded on the eve": {y.RemindedDue("2026-12-28"), "2026-12-30"},
	} {
		if days[0] != days[1] {
			t.Errorf("%s: %s, want %s", what, days[0], days[1])
		}
	}
	none := Cycle{Name: "2027H1"}
	if none.Invitation() != "" || none.Asking() != "" || none.AnswersDue() != "" || none.ExpectedAsking() != "2027-06-01" || none.RemindedDue("2026-12-01") != "2026-12-08" {
		t.Errorf("without a session: %+v", none)
	}
	if got := (&Cycle{Name: "2027H2"}).ExpectedAsking(); got != "2027-12-01" {
		t.Errorf("the second half asks in %s", got)
	}
}

// TestOneRuleWhenAListAsksForAnswers: the calendar, the monitor and the round
// of reminders used to have a rule each.
func TestOneRuleWhenAListAsksForAnswers(t *testing.T) {
	for _, c := range []struct {
		session, confirmed, sent Date
		waits                    bool
	}{
		{"2026-12-29", "", "2026-12-01", true},
		{"2026-12-29", "", "2026-11-30", false},
		{"2026-12-29", "2026-12-02", "2026-12-02", false}, // the look that he confirmed
		{"2026-12-29", "2026-12-02", "2026-12-03", true},
		{"", "", "2026-12-01", false},
	} {
		y := Cycle{Session: c.session, Sent: map[Initials][]Date{"AA": {c.sent}}, Confirmed: map[Initials]Date{"AA": c.confirmed}}
		if since, waits := y.WaitsSince("AA"); waits != c.waits || waits && since != c.sent {
			t.Errorf("%+v: since %q, %t", c, since, waits)
		}
	}
}

// TestAskedOnTheDayOfHisWord: who got the list for a look before, or by mail
// the same day, and says that they can answer it all, may be asked on that very
// day.
func TestAskedOnTheDayOfHisWord(t *testing.T) {
	const day = Date("2026-12-02")
	arrived, maybe := Sending{Date: day, State: Arrived}, Sending{Date: day, State: Possibly}
	for name, c := range map[string]struct {
		sent     []Date
		sendings []Sending
		want     bool
	}{
		"the look alone":               {[]Date{day}, nil, false},
		"the look alone, mailed":       {[]Date{day}, []Sending{arrived}, false},
		"the look, written again":      {[]Date{day}, []Sending{{Date: day}, arrived}, false},
		"a look the day before":        {[]Date{"2026-12-01", day}, nil, true},
		"a look long before":           {[]Date{"2026-07-01", day}, []Sending{arrived}, true},
		"look and list the same day":   {[]Date{day}, []Sending{arrived, arrived}, true},
		"look and list, both noted":    {[]Date{day, day}, nil, true},
		"look noted, list mailed":      {[]Date{day, day}, []Sending{arrived}, true},
		"the list may have arrived":    {[]Date{day}, []Sending{arrived, maybe}, true},
		"the look may have arrived":    {nil, []Sending{maybe}, false},
		"a look before, and the maybe": {[]Date{"2026-12-01"}, []Sending{maybe}, true},
	} {
		y := Cycle{Session: "2026-12-29", Confirmed: map[Initials]Date{"AA": day}, Sent: map[Initials][]Date{"AA": c.sent}, Sendings: map[Initials][]Sending{"AA": c.sendings}}
		if got := y.AsksForAnswers("AA", day, day); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestShortNotice(t *testing.T) {
	c := Client{Respondents: []Respondent{{Initials: "AA"}}, Cycles: []Cycle{{Name: "2026H2", Session: "2026-12-29"}}}
	y := c.Newest()
	for today, want := range map[Date]bool{"2026-12-01": false, "2026-12-02": true, "2026-12-29": true, "2026-12-30": false, "": false} {
		if got := c.ShortNotice(y, today); got != want {
			t.Errorf("on %s: %t", today, got)
		}
	}
	y.Sent = map[Initials][]Date{"AA": {"2026-12-02"}}
	if c.ShortNotice(y, "2026-12-03") {
		t.Error("said although the lists are out")
	}
}

func TestLongLists(t *testing.T) {
	if IsLong(15) || !IsLong(16) {
		t.Error("sixteen is where a list becomes long")
	}
}
