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
