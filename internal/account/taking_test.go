package account

import (
	"slices"
	"testing"
)

func TestWhoTakesPart(t *testing.T) {
	q := []QuestionCode{{1, 1}}
	c := Client{Respondents: []Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC", Left: "2026-01-01"}, {Initials: "DD", Left: "2026-01-01"}, {Initials: "EE"}, {Initials: "FF"}},
		Cycles: []Cycle{{Name: "2026H2", Assigned: map[Initials][]QuestionCode{"AA": q, "DD": q, "EE": q}, Excused: map[Initials]Date{"EE": "2026-02-01", "FF": "2026-02-01"},
			Answers: map[Initials]Sheet{"AA": {{Question: q[0], Grade: 8}}}}}}
	y := c.Newest()
	check := func(what string, got []Respondent, want ...Initials) {
		t.Helper()
		var who []Initials
		for _, r := range got {
			who = append(who, r.Initials)
		}
		if !slices.Equal(who, want) {
			t.Errorf("%s: %v, want %v", what, who, want)
		}
	}
	check("participants", c.Participants(y), "AA", "BB", "DD", "EE")
	check("awaited", c.Awaited(y), "AA", "BB")
	check("asked", c.Asked(y), "AA")
	check("to come", c.ToCome(y), "BB")
	check("in reach", c.InReach(y), "AA", "BB", "DD", "EE", "FF")
	check("taking", c.Taking(), "AA", "BB")
	y.Stage = Closed
	check("participants of a closed cycle", c.Participants(y), "AA", "DD", "EE")
	check("taking, of the next cycle", c.Taking(), "AA", "BB", "EE", "FF")
	for who, want := range map[Initials]bool{"AA": true, "BB": true, "CC": false, "DD": false, "EE": false, "ZZ": false} {
		if c.Awaits(y, who) != want {
			t.Errorf("%s awaited: %t", who, !want)
		}
	}
}

// A list that is being typed is awaited up to its last grade, or until somebody
// says that it is whole as it is; from the session on nothing is awaited.
func TestAListIsInWithItsLastGrade(t *testing.T) {
	q := []QuestionCode{{1, 1}, {1, 2}, {1, 3}}
	c := Client{Respondents: []Respondent{{Initials: "AA"}, {Initials: "BB"}}, Cycles: []Cycle{{Name: "2026H2", Stage: Measure, AnswersBy: ByGroup,
		KWIs: []KWI{{Code: 1, Questions: []Question{{Code: q[0]}, {Code: q[1]}, {Code: q[2]}}}}, Assigned: map[Initials][]QuestionCode{"AA": q, "BB": q[:1]}}}}
	awaited := func(want int, when string) {
		t.Helper()
		if got := c.ListsAwaited(c.Newest()); got != want {
			t.Errorf("%s: %d lists are awaited, not %d", when, got, want)
		}
	}
	answer := func(who Initials, q QuestionCode) {
		t.Helper()
		if err := c.Answer("2026H2", who, Answer{Question: q, Grade: 7}, "2026-11-01"); err != nil {
			t.Fatal(err)
		}
	}
	awaited(2, "nothing is in")
	answer("BB", q[0])
	awaited(1, "one list is whole")
	answer("AA", q[0])
	answer("AA", q[1])
	awaited(1, "the last one is being typed")
	if err := c.Excuse("2026H2", "AA", "2026-11-02"); err != nil {
		t.Fatal(err)
	}
	awaited(0, "it is whole as it is")
	if got := len(c.Newest().Answers["AA"]); got != 2 {
		t.Errorf("%d of the answers stay", got)
	}
	if err := c.Excuse("2026H2", "AA", ""); err != nil {
		t.Fatal(err)
	}
	awaited(1, "the rest is awaited after all")
	answer("AA", q[2])
	awaited(0, "the last grade is in")
	c.Newest().Answers["AA"] = c.Newest().Answers["AA"][:1]
	c.Newest().Stage = Session
	awaited(0, "the session goes on with what is in")
}
