package account_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// eight is a client with eight respondents, A to H, with or without a cycle.
func eight(t *testing.T, started bool) account.Client {
	t.Helper()
	var c account.Client
	for i := range account.MostRespondents {
		succeeds(t, c.AddRespondent(account.Respondent{Initials: account.Initials(rune('A' + i))}))
	}
	if started {
		_, err := c.StartCycle("2026-01-10")
		succeeds(t, err)
	}
	return c
}

func TestThereAreEightRespondentsAtMost(t *testing.T) {
	for _, started := range []bool{false, true} {
		c := eight(t, started)
		ninth := account.Respondent{Initials: "I"}
		err := c.AddRespondent(ninth)
		refuses(t, err, fault.TooManyRespondents)
		if f, _ := fault.Of(err); !slices.Equal(f.Values, []string{"9"}) {
			t.Errorf("there would be %v", f.Values)
		}
		succeeds(t, c.AddRespondent(account.Respondent{Initials: "J", Left: "2025-01-01"})) // who has gone takes no room
		d := c.Clone()
		refuses(t, d.Leave("J", ""), fault.TooManyRespondents)
		succeeds(t, c.Leave("A", "2026-02-01"))
		succeeds(t, c.AddRespondent(ninth))
		d = c.Clone()
		refuses(t, d.Leave("A", ""), fault.TooManyRespondents)
		succeeds(t, c.Leave("B", "2026-02-01"))
		succeeds(t, c.Leave("A", ""))
		succeeds(t, c.Leave("A", "")) // he is back already
	}
}

func TestWhoIsExcusedMakesRoomUntilHeIsAwaitedAgain(t *testing.T) {
	c := eight(t, true)
	succeeds(t, c.Excuse("", "A", today))
	succeeds(t, c.AddRespondent(account.Respondent{Initials: "I"}))
	d := c.Clone()
	refuses(t, d.Excuse("", "A", ""), fault.TooManyRespondents)
	succeeds(t, c.Excuse("", "I", today))
	succeeds(t, c.Excuse("", "A", ""))
	succeeds(t, c.Excuse("", "A", ""))
	var awaited []account.Initials
	for _, r := range c.Awaited(c.Newest()) {
		awaited = append(awaited, r.Initials)
	}
	if want := []account.Initials{"A", "B", "C", "D", "E", "F", "G", "H"}; !slices.Equal(awaited, want) {
		t.Errorf("awaited are %v", awaited)
	}
	refuses(t, c.Excuse("", "ZZ", today), fault.Removed)
	refuses(t, c.Excuse("2020H1", "A", today), fault.NoCycle)
}

func TestAnExcusedRespondentsAnswersStay(t *testing.T) {
	c := busy()
	sheet := slices.Clone(c.Newest().Answers["AA"])
	succeeds(t, c.Excuse("", "AA", today))
	if !slices.Equal(c.Newest().Answers["AA"], sheet) || len(sheet) == 0 {
		t.Errorf("left of %v: %v", sheet, c.Newest().Answers["AA"])
	}
	if takes := c.Participants(c.Newest()); !slices.ContainsFunc(takes, func(r account.Respondent) bool { return r.Initials == "AA" }) {
		t.Error("he takes no part any more")
	}
}

func TestParticipantsAreWhoHasAPartOrMayHaveOne(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB", Left: "2026-01-01"}, {Initials: "CC", Left: "2026-01-01"}, {Initials: "DD"}, {Initials: "EE"}}}
	y := account.Cycle{
		Assigned: map[account.Initials][]account.QuestionCode{"BB": {code(1, 1)}, "CC": {}},
		Answers:  map[account.Initials]account.Sheet{"EE": {{Question: code(1, 1), Grade: 8}}},
		Excused:  map[account.Initials]account.Date{"DD": today, "EE": today},
	}
	named := func(list []account.Respondent) (out []account.Initials) {
		for _, r := range list {
			out = append(out, r.Initials)
		}
		return out
	}
	for _, d := range []struct {
		stage                 account.Stage
		participants, awaited []account.Initials
	}{
		{account.Measure, []account.Initials{"AA", "BB", "EE"}, []account.Initials{"AA"}},
		{account.Closed, []account.Initials{"BB", "EE"}, nil},
	} {
		y.Stage = d.stage
		if p, a := named(c.Participants(&y)), named(c.Awaited(&y)); !slices.Equal(p, d.participants) || !slices.Equal(a, d.awaited) {
			t.Errorf("%s: participants %v, awaited %v", d.stage, p, a)
		}
	}
}

func TestInitialsNameOnePersonOnly(t *testing.T) {
	c := begun()
	refuses(t, c.AddRespondent(account.Respondent{Initials: "AA"}), fault.DuplicateInitials)
	refuses(t, c.AddRespondent(account.Respondent{Initials: "RM"}), fault.DuplicateInitials)
	refuses(t, c.AddRespondent(account.Respondent{Initials: "A B"}), fault.BadInitials)
	refuses(t, c.AddColleague(account.Colleague{Initials: "AA"}), fault.DuplicateInitials)
	refuses(t, c.AddColleague(account.Colleague{Initials: "RM"}), fault.DuplicateInitials)
	refuses(t, c.AddColleague(account.Colleague{}), fault.BadInitials)
}

// TestWhoHasLeftATraceIsNotRemoved tries every field of a cycle that names a
// respondent.
func TestWhoHasLeftATraceIsNotRemoved(t *testing.T) {
	const who = account.Initials("DD")
	on := map[account.Initials]account.Date{who: today}
	for name, trace := range map[string]func(*account.Cycle){
		"Notes":       func(y *account.Cycle) { y.Notes = []account.Note{{With: who}} },
		"NotExpected": func(y *account.Cycle) { y.NotExpected = map[account.Initials]string{who: "T"} },
		"KWIs":        func(y *account.Cycle) { y.KWIs = []account.KWI{{Code: 1, SharedBy: []account.Initials{who}}} },
		"Promised":    func(y *account.Cycle) { y.Promised = map[account.Initials]account.Concept{who: {Due: today}} },
		"Assigned":    func(y *account.Cycle) { y.Assigned = map[account.Initials][]account.QuestionCode{who: {code(1, 1)}} },
		"Tested":      func(y *account.Cycle) { y.Tested = on },
		"Confirmed":   func(y *account.Cycle) { y.Confirmed = on },
		"Sent":        func(y *account.Cycle) { y.Sent = map[account.Initials][]account.Date{who: {today}} },
		"Answers": func(y *account.Cycle) {
			y.Answers = map[account.Initials]account.Sheet{who: {{Question: code(1, 1), Grade: 1}}}
		},
		"Answered":         func(y *account.Cycle) { y.Answered = on },
		"AnsweredInTalk":   func(y *account.Cycle) { y.AnsweredInTalk = on },
		"Heard":            func(y *account.Cycle) { y.Notes = []account.Note{{With: "AA", Heard: []account.Initials{who}}} },
		"NotExpectedHeard": func(y *account.Cycle) { y.NotExpectedHeard = []account.Initials{who} },
		"Next":             func(y *account.Cycle) { y.Meeting.Next = []account.NextKWI{{Title: "T", WishedBy: who}} },
		"Excused":          func(y *account.Cycle) { y.Excused = on },
		"Remarks":          func(y *account.Cycle) { y.Remarks = map[account.Initials]string{who: "T"} },
		"Released":         func(y *account.Cycle) { y.Released = []account.Initials{who} },
		"NPS":              func(y *account.Cycle) { y.NPS = map[account.Initials]account.NPS{who: {}} },
		"Meeting":          func(y *account.Cycle) { y.Meeting.Present = []account.Initials{who} },
		"Visits":           func(y *account.Cycle) { y.Visits = []account.Visit{{With: who}} },
		"By":               func(y *account.Cycle) { y.Visits = []account.Visit{{By: who}} },
		"WishedBy":         func(y *account.Cycle) { y.KWIs = []account.KWI{{Code: 1, WishedBy: who}} },
	} {
		c := begun()
		trace(c.Newest())
		if err := c.RemoveRespondent(who); !fault.Has(err, fault.KeepsAnswers) || c.Respondent(who) == nil {
			t.Errorf("%s: got %v", name, err)
		}
	}
	of := reflect.TypeFor[account.Cycle]()
	for i := range of.NumField() { // a new map by respondent needs a trace above
		if f := of.Field(i); f.Type.Kind() == reflect.Map && f.Type.Key() == reflect.TypeFor[account.Initials]() && f.Name != "Informed" {
			c := begun()
			empty := reflect.ValueOf(c.Newest()).Elem().Field(i)
			empty.Set(reflect.MakeMap(f.Type))
			empty.SetMapIndex(reflect.ValueOf(who), reflect.Zero(f.Type.Elem()))
			if err := c.RemoveRespondent(who); f.Name == "NPS" {
				refuses(t, err, fault.KeepsAnswers)
			} else if err != nil || empty.Len() != 0 {
				t.Errorf("%s says nothing of him: %v, and keeps %d", f.Name, err, empty.Len())
			}
		}
	}
}

func TestWhoLeavesOrIsRemovedIsSponsorNoMore(t *testing.T) {
	for name, gone := range map[string]func(*account.Client) error{
		"leave":  func(c *account.Client) error { return c.Leave("DD", today) },
		"remove": func(c *account.Client) error { return c.RemoveRespondent("DD") },
	} {
		c := begun()
		c.Sponsor = "DD"
		if err := gone(&c); err != nil || c.Sponsor != "" {
			t.Errorf("%s: %v, sponsor %q", name, err, c.Sponsor)
		}
		c.Sponsor = "AA"
		if err := gone(&c); err != nil || c.Sponsor != "AA" {
			t.Errorf("%s: another sponsor went too: %v", name, err)
		}
	}
	c := begun()
	refuses(t, c.Leave("ZZ", today), fault.Removed)
}

func TestAColleagueWhoIsNamedStays(t *testing.T) {
	for name, trace := range map[string]func(*account.Cycle){
		"visit":    func(y *account.Cycle) { y.Visits = []account.Visit{{By: "RM"}} },
		"kick-off": func(y *account.Cycle) { y.Kickoff.Present = []account.Initials{"RM"} },
		"meeting":  func(y *account.Cycle) { y.Meeting.Present = []account.Initials{"RM"} },
		"informed": func(y *account.Cycle) { y.Informed = map[account.Initials]account.Date{"RM": today} },
	} {
		c := begun()
		succeeds(t, c.RemoveColleague("DR"))
		trace(c.Newest())
		if err := c.RemoveColleague("RM"); !fault.Has(err, fault.KeepsAnswers) || len(c.Colleagues) != 1 {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestPresentIsSomebodyOfEitherSide(t *testing.T) {
	c := begun()
	for _, who := range []account.Initials{"AA", "RM", "AA"} {
		succeeds(t, c.Present("", who, true))
	}
	if got := c.Newest().Meeting.Present; !slices.Equal(got, []account.Initials{"RM", "AA"}) {
		t.Errorf("present are %v", got)
	}
	refuses(t, c.Present("", "ZZ", true), fault.Removed)
	succeeds(t, c.Present("", "RM", false))
	if got := fmt.Sprint(c.Newest().Meeting.Present); got != "[AA]" {
		t.Errorf("present are %s", got)
	}
}
