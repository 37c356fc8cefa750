package account

import (
	"slices"
	"testing"

	"kwi/internal/fault"
)

func talked(t *testing.T) Client {
	t.Helper()
	c := Client{
		ID: "x", Respondents: []Respondent{{Initials: "AA"}, {Initials: "BB"}}, Colleagues: []Colleague{{Initials: "RM"}},
		Cycles: []Cycle{{Name: "2025H2", Stage: Closed}, {Name: "2026H1", Stage: Draft}},
	}
	must(t, c.AddNote("2026H1", Note{With: "AA", Topic: Business, Text: "one"}))
	must(t, c.AddNote("2026H1", Note{With: "AA", Topic: Business, Text: "two"}))
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, kind fault.Kind) {
	t.Helper()
	if !fault.Has(err, kind) {
		t.Errorf("got %v, want %s", err, kind)
	}
}

func TestNotesAreKnownByWhatTheySaid(t *testing.T) {
	c := talked(t)
	one, two := c.Newest().Notes[0], c.Newest().Notes[1]
	must(t, c.ChangeNote("2026H1", two, "second"))
	must(t, c.ChangeNote("2026H1", one, ""))
	if n := c.Newest().Notes; len(n) != 1 || n[0].Text != "second" {
		t.Errorf("got %v", n)
	}
	refused(t, c.ChangeNote("2026H1", one, "x"), fault.Removed)
	refused(t, c.AddNote("2026H1", Note{With: "ZZ"}), fault.Removed)
	refused(t, c.AddNote("2025H2", Note{With: "AA"}), fault.Frozen)
	refused(t, c.NoteKWI("2026H1", c.Newest().Notes[0], 7), fault.Removed)
	must(t, c.NotExpect("2026H1", "BB", "calls"))
	if !c.Newest().SpokenWith("BB") {
		t.Error("what he does not expect is a talk too")
	}
	must(t, c.NotExpect("2026H1", "BB", ""))
	if len(c.Newest().NotExpected) != 0 {
		t.Error("nothing is nothing")
	}
	refused(t, c.NotExpect("2026H1", "ZZ", "x"), fault.Removed)
}

func TestARenewedKWIIsAnotherPromise(t *testing.T) {
	c := talked(t)
	std := Standard{Noticed: "noticed"}
	old := KWI{Code: 4, WishedBy: "AA", SharedBy: []Initials{"BB"}, Target: 800, Questions: []Question{{Code: QuestionCode{4, 1}, Kind: Own}}}
	c.Cycles[0].KWIs = []KWI{old}
	c.Cycles[1].KWIs = []KWI{old.clone()}
	if got := c.Carried("2026H1", 4); got != "2025H2" {
		t.Errorf("carried from %q", got)
	}
	code, err := c.RenewKWI("2026H1", 4, "New", "", std, "")
	must(t, err)
	k := c.Newest().KWI(code)
	if code != 5 || k.WishedBy != "AA" || k.Target != 800 || !slices.Equal(k.SharedBy, old.SharedBy) || len(k.Questions) != 1 || c.Newest().KWI(4) != nil {
		t.Errorf("got %v", c.Newest().KWIs)
	}
	if got := c.Carried("2026H1", code); got != "" {
		t.Errorf("a new one is carried from %q", got)
	}
	must(t, c.Answer("2026H1", "AA", Answer{Question: k.Questions[0].Code, Grade: 7}, "2026-03-01"))
	_, err = c.RenewKWI("2026H1", code, "Newer", "", std, "")
	refused(t, err, fault.KeepsAnswers)
	_, err = c.RenewKWI("2026H1", 99, "x", "", std, "")
	refused(t, err, fault.Removed)
}

func TestTheRelation(t *testing.T) {
	c := talked(t)
	refused(t, c.Rename("  "), fault.Missing)
	must(t, c.Rename(" NewMedia "))
	for id, kind := range map[string]fault.Kind{"x": fault.BadValue, "Big One": fault.BadValue} {
		refused(t, c.JoinTo(id), kind)
	}
	must(t, c.JoinTo("holding"))
	refused(t, c.MakeSponsor("ZZ"), fault.Removed)
	must(t, c.MakeSponsor("AA"))
	must(t, c.ChangeRespondent("AA", func(r *Respondent) { r.Name, r.Initials, r.Left = "A", "ZZ", "2026-01-01" }))
	must(t, c.ChangeColleague("RM", func(m *Colleague) { m.Role, m.Initials = "manager", "ZZ" }))
	if c.Name != "NewMedia" || c.PartOf != "holding" || c.Sponsor != "AA" || c.Respondent("AA").Name != "A" || c.Respondent("AA").Left != "" || c.Colleague("RM").Role != "manager" {
		t.Errorf("got %+v", c)
	}
	must(t, c.Leave("AA", "2026-03-01"))
	refused(t, c.MakeSponsor("AA"), fault.Removed)
	for _, who := range []Initials{"C", "D", "E", "F", "G", "H", "I"} {
		must(t, c.AddRespondent(Respondent{Initials: who}))
	}
	refused(t, c.Leave("AA", ""), fault.TooManyRespondents)
}

func TestTheKickoff(t *testing.T) {
	c := talked(t)
	refused(t, c.AtKickoff("2026H1", "AA", true), fault.Removed)
	must(t, c.AtKickoff("2026H1", "RM", true))
	must(t, c.AtKickoff("2026H1", "RM", true))
	for _, a := range [][2]string{{"", "one"}, {"", "two"}, {"one", "first"}, {"two", ""}, {"", ""}} {
		must(t, c.Argue("2026H1", a[0], a[1]))
	}
	refused(t, c.Argue("2026H1", "", "first"), fault.Doubled)
	refused(t, c.Argue("2026H1", "gone", "x"), fault.Removed)
	if k := c.Newest().Kickoff; !slices.Equal(k.Present, []Initials{"RM"}) || !slices.Equal(k.Arguments, []string{"first"}) {
		t.Errorf("got %+v", k)
	}
	must(t, c.AtKickoff("2026H1", "RM", false))
	refused(t, c.AtKickoff("2025H2", "RM", true), fault.Frozen)
}
