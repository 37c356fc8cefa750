package account

import (
	"reflect"
	"testing"
)

func TestAdvice(t *testing.T) {
	yes := Selection{Yes, Yes, Yes}
	for name, c := range map[string]struct {
		selection Selection
		kind      Kind
		cycles    int
		want      Advice
	}{
		"nothing was asked":                 {Selection{}, External, 2, Advice{Open: 3}},
		"nothing was asked of a new one":    {Selection{}, External, 0, Advice{Open: 3}},
		"nothing was asked of an internal":  {Selection{}, Internal, 0, Advice{Approach: Simple, Grounds: []Ground{IsInternal}, Open: 3}},
		"one is open":                       {Selection{Yes, Unanswered, Yes}, External, 2, Advice{Open: 1}},
		"one no is enough":                  {Selection{Unanswered, No, Unanswered}, External, 2, Advice{Approach: Simple, Grounds: []Ground{NotIntensive}, Open: 2}},
		"three noes":                        {Selection{No, No, No}, External, 1, Advice{Approach: Simple, Grounds: []Ground{NotStrategic, NotIntensive, NoBusiness}}},
		"three times yes":                   {yes, External, 2, Advice{Approach: Extended}},
		"three times yes in the first":      {yes, External, 1, Advice{Approach: Simple, Later: true, Grounds: []Ground{FirstCycle}}},
		"three times yes before the first":  {yes, External, 0, Advice{Approach: Simple, Later: true, Grounds: []Ground{FirstCycle}}},
		"internal in the first":             {yes, Internal, 1, Advice{Approach: Simple, Later: true, Grounds: []Ground{IsInternal, FirstCycle}}},
		"internal later":                    {yes, Internal, 2, Advice{Approach: Simple, Grounds: []Ground{IsInternal}}},
		"internal and not strategic either": {Selection{No, Yes, Yes}, Internal, 2, Advice{Approach: Simple, Grounds: []Ground{NotStrategic, IsInternal}}},
	} {
		client := Client{Selection: c.selection, Kind: c.kind, Cycles: make([]Cycle, c.cycles)}
		if got := client.Advice(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// TestAnUnaskedNameStandsNowhere: what nobody knows hides as a no does, but it
// is known who must be asked.
func TestAnUnaskedNameStandsNowhere(t *testing.T) {
	c := Client{Respondents: []Respondent{{Initials: "AA"}, {Initials: "BB"}}, Cycles: []Cycle{{Name: "2026H2", AnswersBy: ByName}}}
	y := c.Newest()
	if err := c.AnswerNPS("", "AA", &NPS{Score: 9}); err != nil {
		t.Fatal(err)
	}
	if !y.NPSNamed() || y.NamesUnasked() != nil {
		t.Error("one who may be named is not")
	}
	if err := c.AnswerNPS("", "BB", &NPS{Score: 9, NameUnasked: true}); err != nil {
		t.Fatal(err)
	}
	if y.NPSNamed() || !reflect.DeepEqual(y.NamesUnasked(), []Initials{"BB"}) || len(c.Told().Cycles[0].NPS) != 0 {
		t.Errorf("named %t, unasked %v", y.NPSNamed(), y.NamesUnasked())
	}
	if y.AnswersBy = ByGroup; y.NamesUnasked() != nil {
		t.Error("by group no name is asked for")
	}
}
