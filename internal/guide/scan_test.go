package guide

import (
	"slices"
	"testing"
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
