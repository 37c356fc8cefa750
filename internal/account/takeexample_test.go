package account

import (
	"testing"

	"kwi/internal/fault"
)

// An example is taken once, and what says the same as a standard question is
// that one.
func TestAnExampleIsTakenOnce(t *testing.T) {
	std := Standard{Noticed: "S visibly worked on this KWI", Kept: "S kept the agreements on this KWI"}
	c := Client{ID: "x", Respondents: []Respondent{{Initials: "KK"}}, Cycles: []Cycle{{Name: "2026H2", Stage: Draft}}}
	code, err := c.BeginWithExample("", KWI{Title: "On time", WishedBy: "KK"}, "S is on time.", std)
	k := c.Newest().KWI(code)
	if err != nil || k == nil || k.Title != "On time" || len(k.Questions) != 2 || k.Questions[0].Text != "S is on time." || !c.Newest().IsAssigned("KK", k.Questions[0].Code) {
		t.Fatalf("got %+v, %v", k, err)
	}
	if err := c.TakeExample("", code, "S is on time.", std); !fault.Has(err, fault.Doubled) {
		t.Errorf("taken twice: %v", err)
	}
	if err := c.TakeExample("", code, std.Noticed, std); !fault.Has(err, fault.Doubled) {
		t.Errorf("a standard question stands there twice: %v", err)
	}
	if err := c.TakeExample("", 9, "Other.", std); !fault.Has(err, fault.Removed) {
		t.Errorf("got %v", err)
	}
	if _, err := c.BeginWithExample("", KWI{Title: "Another", WishedBy: "KK"}, "S asks.", std); err == nil {
		t.Error("a second KWI of the same respondent")
	}
}
