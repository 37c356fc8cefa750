package score_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/score"
)

// rounded is n/d × 100 rounded half away from zero, in exact arithmetic.
func rounded(n, d int64) int64 {
	x := new(big.Rat).SetFrac64(100*n, d)
	half := big.NewRat(1, 2)
	if x.Sign() < 0 {
		half.Neg(half)
	}
	x.Add(x, half)
	return new(big.Int).Quo(x.Num(), x.Denom()).Int64()
}

func TestFiguresAreRoundedHalfUpToTwoDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.IntRange(1, 20_000).Draw(t, "answers")
		s := score.Sums{Answers: answers, Grades: rapid.IntRange(answers, 10*answers).Draw(t, "grades"), Weight: rapid.IntRange(answers, 3*answers).Draw(t, "weight")}
		s.Points = rapid.IntRange(s.Weight, 10*s.Weight).Draw(t, "points")
		if got, want := int64(s.Score()), rounded(int64(s.Points), int64(s.Weight)); got != want {
			t.Fatalf("%d/%d is %d, not %d", s.Points, s.Weight, got, want)
		}
		if got, want := int64(s.Average()), rounded(int64(s.Grades), int64(s.Answers)); got != want {
			t.Fatalf("%d/%d is %d, not %d", s.Grades, s.Answers, got, want)
		}
	})
	for _, d := range []struct {
		points, weight int
		want           string
	}{{1, 8, "0.13"}, {57, 8, "7.13"}, {59, 8, "7.38"}, {1201, 200, "6.01"}, {1203, 200, "6.02"}, {2, 3, "0.67"}, {1, 3, "0.33"}, {357, 47, "7.60"}, {30, 3, "10.00"}, {2, 2, "1.00"}, {299, 40, "7.48"}, {0, 1, "0.00"}} {
		if got := (score.Sums{Points: d.points, Weight: d.weight}).Score().String(); got != d.want {
			t.Errorf("%d/%d is %s, not %s", d.points, d.weight, got, d.want)
		}
	}
}

func TestAFigureIsWrittenWithTwoDecimals(t *testing.T) {
	for f, want := range map[score.Figure]string{score.None: "", 0: "0.00", 5: "0.05", 50: "0.50", 100: "1.00", 705: "7.05", 1000: "10.00", 99999: "999.99"} {
		if got := f.String(); got != want || f.OK() != (want != "") {
			t.Errorf("%d is written %q", f, got)
		}
	}
}

func TestAChangeIsTheDifferenceOfTheShownFigures(t *testing.T) {
	a, b := score.Sums{Points: 7494, Weight: 1000}, score.Sums{Points: 7506, Weight: 1000} // 7.49 and 7.51, though 0.012 apart
	if got := b.Score().Since(a.Score()); got != (score.Change{By: 2, OK: true}) {
		t.Errorf("got %+v", got)
	}
	if got := a.Score().Since(b.Score()); got != (score.Change{By: -2, OK: true}) {
		t.Errorf("got %+v", got)
	}
	if got := a.Score().Since(a.Score()); got != (score.Change{OK: true}) {
		t.Errorf("got %+v", got)
	}
	for _, got := range []score.Change{a.Score().Since(score.None), score.None.Since(a.Score()), score.None.Since(score.None)} {
		if got != (score.Change{}) {
			t.Errorf("got %+v", got)
		}
	}
}

func TestSumsAreAddedFieldByField(t *testing.T) {
	if got := (score.Sums{Points: 1, Weight: 20, Grades: 300, Answers: 4000}).Plus(score.Sums{Points: 2, Weight: 30, Grades: 400, Answers: 5000}); got != (score.Sums{Points: 3, Weight: 50, Grades: 700, Answers: 9000}) {
		t.Errorf("got %+v", got)
	}
}
