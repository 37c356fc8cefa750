package guide

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestScanIsWhole(t *testing.T) {
	for _, g := range []*Guide{nl, en} {
		s := g.QuickScan()
		if len(s.Questions) != 10 || len(s.Factors) != 6 || len(s.First) != 3 || len(s.Classes) != 3 {
			t.Fatalf("%d questions, %d factors, %d first, %d classes", len(s.Questions), len(s.Factors), len(s.First), len(s.Classes))
		}
		for i, q := range s.Questions {
			points := []int{q.Choices[0].Points, q.Choices[1].Points, q.Choices[2].Points}
			slices.Sort(points)
			if !slices.Equal(points, []int{1, 2, 3}) {
				t.Errorf("question %d is worth %v", i+1, points)
			}
			if q.Text != g.list(key(i + 1))[1] || len(g.list(key(i+1))) != 5 {
				t.Errorf("question %d has no three answers", i+1)
			}
		}
		for _, f := range s.Factors {
			if !slices.ContainsFunc(s.Questions, func(q ScanQuestion) bool { return q.Factor == f.Name }) {
				t.Errorf("nothing is asked about %s", f.Name)
			}
			if len(g.list("scan.factor."+f.Name)) != 4 {
				t.Errorf("%s has no three explanations", f.Name)
			}
		}
		from := 10
		for _, c := range s.Classes {
			if c.From != from || c.To < c.From {
				t.Errorf("class %s runs from %d to %d", c.Name, c.From, c.To)
			}
			from = c.To + 1
		}
		if from != 31 {
			t.Errorf("the classes end at %d", from-1)
		}
	}
}

func key(n int) string {
	return "scan.question." + []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}[n-1]
}

// worth is the answers that each give so many points.
func worth(s Scan, points int) []byte {
	var out []byte
	for _, q := range s.Questions {
		for n, c := range q.Choices {
			if c.Points == points {
				out = append(out, byte('a'+n))
			}
		}
	}
	return out
}

func TestScanResult(t *testing.T) {
	s := nl.QuickScan()
	for points, class := range map[int]string{1: s.Classes[0].Name, 2: s.Classes[1].Name, 3: s.Classes[2].Name} {
		r := s.Result(worth(s, points))
		if r.Points != 10*points || r.Max != 30 || len(r.Missing) != 0 || r.Class.Name != class {
			t.Errorf("all %d: %+v", points, r)
		}
		for i, f := range r.Factors {
			if f.Explanation != s.Factors[i].Explain[points-1] {
				t.Errorf("all %d: %s says %q", points, f.Title, f.Explanation)
			}
		}
	}
	answers := worth(s, 3)
	answers[3], answers[9] = ' ', ' '
	r := s.Result(answers)
	if r.Points != 24 || r.Max != 24 || !slices.Equal(r.Missing, []int{4, 10}) || r.Class != (Class{}) || r.Advice[3] != "" || r.Advice[0] == "" {
		t.Errorf("got %+v", r)
	}
	if r := s.Result(nil); r.Points != 0 || r.Max != 0 || len(r.Missing) != 10 || len(r.Advice) != 10 || r.Factors[0].Explanation != "" {
		t.Errorf("got %+v", r)
	}
}

// TestAnyAnswersAddUp: points and maximum are exact over what was answered, what
// was not is named, and only then is there no class.
func TestAnyAnswersAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := en.QuickScan()
		answers := rapid.SliceOfN(rapid.SampledFrom([]byte("abc.")), 0, 10).Draw(t, "answers")
		points, missing := 0, []int(nil)
		for i, q := range s.Questions {
			if i >= len(answers) || answers[i] == '.' {
				missing = append(missing, i+1)
				continue
			}
			points += q.Choices[answers[i]-'a'].Points
		}
		r := s.Result(answers)
		sum, most := 0, 0
		for _, f := range r.Factors {
			sum, most = sum+f.Points, most+f.Max
			if (f.Explanation == "") != (f.Max == 0) {
				t.Fatalf("%+v", f)
			}
		}
		if r.Points != points || sum != points || r.Max != 3*(10-len(missing)) || most != r.Max || !slices.Equal(r.Missing, missing) {
			t.Fatalf("%+v", r)
		}
		if (r.Class != Class{}) != (len(missing) == 0) || len(missing) == 0 && (points < r.Class.From || points > r.Class.To) {
			t.Fatalf("%d points are %q", points, r.Class.Name)
		}
		for i, a := range r.Advice {
			if (a == "") != slices.Contains(missing, i+1) {
				t.Fatalf("advice %d is %q", i+1, a)
			}
		}
	})
}

func TestATeamIsNobody(t *testing.T) {
	s := nl.QuickScan()
	one, two, three := worth(s, 1), worth(s, 2), worth(s, 3)
	half := slices.Clone(three)
	half[4] = '.'
	if got := s.Team([][]byte{one, two, half}); got.People != 2 || got.Points != 0 || got.Factors != nil || got.Highest != 0 {
		t.Errorf("of two there is %+v", got)
	}
	got := s.Team([][]byte{one, two, three, half})
	if got.People != 3 || got.Points != 60 || got.Max != 90 || len(got.Factors) != 6 || got.Lowest != 0 || got.Highest != 0 {
		t.Errorf("%+v", got)
	}
	if f := got.Factors[0]; f.Points != 12 || f.Max != 18 || f.Explanation != s.Factors[0].Explain[1] {
		t.Errorf("%+v", f)
	}
	if got = s.Team([][]byte{one, two, three, two}); got.Lowest != 10 || got.Highest != 30 || got.Points != 80 {
		t.Errorf("%+v", got)
	}
}
