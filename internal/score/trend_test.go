package score_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/score"
)

// years is a client with a cycle for each list of grades: of KWI-01, and of
// KWI-02 where there is a second. By group, one respondent is too few.
func years(t *testing.T, cycles ...any) *account.Client {
	t.Helper()
	c := &account.Client{Respondents: []account.Respondent{{Initials: "AA"}}}
	name := account.CycleName("2024H1")
	for _, grades := range cycles {
		y := account.Cycle{Name: name, AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}, {Code: 2}}}
		name = name.Next()
		switch grades := grades.(type) {
		case string:
			y.Answers = map[account.Initials]account.Sheet{"AA": sheet(t, 1, grades)}
		case [2]string:
			y.Answers = map[account.Initials]account.Sheet{"AA": append(sheet(t, 1, grades[0]), sheet(t, 2, grades[1])...)}
		case account.AnswersBy:
			y.AnswersBy = grades
			y.Answers = map[account.Initials]account.Sheet{"AA": sheet(t, 1, "9")}
		}
		c.Cycles = append(c.Cycles, y)
	}
	return c
}

func TestAChangeIsAgainstTheLastCycleThatHasAnswers(t *testing.T) {
	h := score.HistoryOf(years(t, "6", nil, "8", "7", nil, [2]string{"9", "5"}))
	change := func(by int) score.Change { return score.Change{By: by, OK: true} }
	for _, d := range []struct {
		cycle    account.CycleName
		kwi      account.KWICode
		want     score.Change
		whatever string
	}{
		{"2024H1", 0, score.Change{}, "nothing is earlier"},
		{"2024H2", 0, score.Change{}, "it has no score itself"},
		{"2025H1", 0, change(200), "one without answers is passed over"},
		{"2025H2", 1, change(-100), "of a KWI"},
		{"2026H2", 0, change(0), "9 and 5 are 7 together"},
		{"2026H2", 1, change(200), "of a KWI"},
		{"2026H2", 2, score.Change{}, "the KWI has answers for the first time"},
		{"2026H2", 9, score.Change{}, "there is no such KWI"},
		{"2030H1", 0, score.Change{}, "there is no such cycle"},
	} {
		if got := h.Change(d.kwi, d.cycle); got != d.want {
			t.Errorf("%s in %s: %+v, though %s", d.kwi, d.cycle, got, d.whatever)
		}
	}
}

func TestATrendHasAPointForEveryCycleUpToOne(t *testing.T) {
	h := score.HistoryOf(years(t, "6", nil, [2]string{"8", "9"}, account.ByGroup))
	for _, d := range []struct {
		kwi  account.KWICode
		upTo account.CycleName
		want []score.Point
	}{
		{0, "2024H1", []score.Point{{Cycle: "2024H1", Score: 600}}},
		{0, "2025H1", []score.Point{{Cycle: "2024H1", Score: 600}, {Cycle: "2024H2", Score: score.None}, {Cycle: "2025H1", Score: 850}}},
		{2, "2025H1", []score.Point{{Cycle: "2024H1", Score: score.None}, {Cycle: "2024H2", Score: score.None}, {Cycle: "2025H1", Score: 900}}},
		{1, "", []score.Point{{Cycle: "2024H1", Score: 600}, {Cycle: "2024H2", Score: score.None}, {Cycle: "2025H1", Score: 800}, {Cycle: "2025H2", Score: score.None}}},
		{0, "2030H1", nil},
	} {
		if got := h.Trend(d.kwi, d.upTo); !slices.EqualFunc(got, d.want, func(a, b score.Point) bool { return a.Cycle == b.Cycle && a.Score == b.Score }) {
			t.Errorf("%s up to %s: %v", d.kwi, d.upTo, got)
		}
	}
}

func TestTheNewestIsTheLastCycleWithAnswersShownOrWithheld(t *testing.T) {
	for _, d := range []struct {
		cycles []any
		want   account.CycleName
	}{
		{nil, ""}, {[]any{nil, nil}, ""}, {[]any{"6"}, "2024H1"}, {[]any{"6", nil, nil}, "2024H1"}, {[]any{"6", "7", nil}, "2024H2"}, {[]any{"6", account.ByGroup, nil}, "2024H2"},
	} {
		c := years(t, d.cycles...)
		got, ok := score.HistoryOf(c).Newest()
		if got.Cycle != d.want || ok != (d.want != "") {
			t.Errorf("%v: %q %v", d.cycles, got.Cycle, ok)
		}
	}
	empty := years(t, "6", account.ByGroup)
	empty.Newest().Answers = nil // by group, withheld, but nobody answered
	if got, _ := score.HistoryOf(empty).Newest(); got.Cycle != "2024H1" {
		t.Errorf("got %s", got.Cycle)
	}
}

func TestATableIsFoundByTheNameOfItsCycle(t *testing.T) {
	h := score.HistoryOf(years(t, "6", "7"))
	for name, want := range map[account.CycleName]string{"2024H1": "6.00", "2024H2": "7.00", "": "7.00", "2030H1": ""} {
		if got := h.Table(name); got.Total.Sums.Score().String() != want || name != "" && got.Cycle != name {
			t.Errorf("%q: %s of %s", name, got.Total.Sums.Score(), got.Cycle)
		}
	}
	if got := (score.History{}).Table(""); got.Cycle != "" || got.HasAnswers() {
		t.Errorf("got %+v", got)
	}
}
