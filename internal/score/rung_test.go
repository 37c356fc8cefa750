package score_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

func TestRung(t *testing.T) {
	const less, as, more, none = score.LessThanExpected, score.AsExpected, score.MoreThanExpected, score.NoRung
	for _, c := range []struct {
		points, weight int
		target         account.Target
		named, grouped score.Rung
	}{
		{751, 100, 750, as, as},   // 7.51
		{796, 100, 800, as, as},   // 7.96
		{795, 100, 800, less, as}, // by group 8.0 is shown
		{7954, 1000, 800, less, as},
		{7955, 1000, 800, as, as},
		{794, 100, 800, less, less},
		{7946, 1000, 800, less, less}, // 7.95 by name, but 7.9 by group
		{804, 100, 800, as, as},
		{805, 100, 800, more, more},
		{8049, 1000, 800, more, as}, // 8.05 by name, 8.0 by group
		{725, 100, 725, as, more},   // 7.3 against 7.25
		{8, 1, 800, as, as},
		{10, 1, 1000, as, as},
		{8, 1, 0, none, none},
		{0, 0, 800, none, none},
	} {
		s := score.Sums{Points: c.points, Weight: c.weight, Grades: c.points, Answers: c.weight}
		if got := s.Rung(account.ByName, c.target); got != c.named {
			t.Errorf("%d/%d against %d by name: %d, want %d", c.points, c.weight, c.target, got, c.named)
		}
		if got := s.Rung(account.ByGroup, c.target); got != c.grouped {
			t.Errorf("%d/%d against %d by group: %d, want %d", c.points, c.weight, c.target, got, c.grouped)
		}
	}
}

// TestRungIsThatOfTheShownScore holds the rung to rational numbers: as
// expected exactly where the score as it is shown differs from the target by
// less than 0.05.
func TestRungIsThatOfTheShownScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weight := rapid.IntRange(1, 600).Draw(t, "weight")
		points := rapid.IntRange(weight, 10*weight).Draw(t, "points")
		target := rapid.IntRange(100, 1000).Draw(t, "target")
		for by, places := range map[account.AnswersBy]int64{account.ByName: 100, account.ByGroup: 10} {
			shown := new(big.Rat).Mul(big.NewRat(int64(points), int64(weight)), big.NewRat(places, 1))
			shown.Add(shown, big.NewRat(1, 2))
			whole := new(big.Int).Quo(shown.Num(), shown.Denom())
			gap := new(big.Rat).Sub(new(big.Rat).SetFrac(whole, big.NewInt(places)), big.NewRat(int64(target), 100))
			want := score.AsExpected
			if gap.Cmp(big.NewRat(-5, 100)) <= 0 {
				want = score.LessThanExpected
			} else if gap.Cmp(big.NewRat(5, 100)) >= 0 {
				want = score.MoreThanExpected
			}
			if got := (score.Sums{Points: points, Weight: weight}).Rung(by, account.Target(target)); got != want {
				t.Fatalf("%d/%d against %d by %s: %d, want %d", points, weight, target, by, got, want)
			}
		}
	})
}
