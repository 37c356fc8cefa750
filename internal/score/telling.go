package score

// A figure of one decimal still tells an answer where nothing else could have
// made it: where all others gave a 10, or where the figure of the same people
// without one of them was shown too. This file solves by integers, as a
// respondent might who knows their own answers.

// given is one answer as somebody thinks of it who wants to work it out.
type given struct{ who, grade, weight int }

// sight is the answers to one KWI, or to all together, and what was seen of
// them: which figures with and without one person were shown.
type sight struct {
	all       []given
	cells     []Sums // by person
	sum, rest Sums   // of these answers, and of those to the other KWIs

	person                int  // whose answers are looked for, −1 for everybody's
	persons               Sums // theirs over all KWIs
	with, withTotal       bool
	without, withoutTotal bool
}

// tells reports whether an answer could only have been what it is.
func (s *sight) tells() bool {
	for _, a := range s.all {
		if s.person >= 0 && a.who != s.person {
			continue
		}
		for looks := range s.cells {
			if looks != a.who && !s.mayDiffer(a, looks) {
				return true
			}
		}
	}
	return false
}

// mayDiffer looks for another answer, and for other sums of everybody but the
// person and whoever looks, with which all that was seen stays the same. It
// begins near what was given, where it mostly finds one at once.
func (s *sight) mayDiffer(a given, looks int) bool {
	others := s.sum.minus(s.cells[a.who]).minus(s.cells[looks])
	for _, grade := range near(a.grade, 1, 10)[1:] {
		for _, w := range near(a.weight, 1, 3) {
			mine := Sums{Points: grade*w - a.grade*a.weight, Weight: w - a.weight}
			for _, weight := range near(others.Weight, others.Answers, 3*others.Answers) {
				least, most := s.between(mine, weight-others.Weight)
				for by := least; by <= most; by++ {
					change := Sums{Points: by, Weight: weight - others.Weight}
					if reachable(others.Points+by, weight, others.Answers) && s.same(a.who, mine, change) {
						return true
					}
				}
			}
		}
	}
	return false
}

// near is the whole numbers of a range, the nearest to one of them first.
func near(n, least, most int) []int {
	out := append(make([]int, 0, most-least+1), n)
	for by := 1; len(out) < cap(out); by++ {
		if n+by <= most {
			out = append(out, n+by)
		}
		if n-by >= least {
			out = append(out, n-by)
		}
	}
	return out
}

// between is how many points more or fewer of the others leave the figure as it
// is that was certainly seen: of these answers, or of those to all KWIs.
func (s *sight) between(mine Sums, weight int) (least, most int) {
	shown := s.sum
	if !s.with {
		shown = shown.Plus(s.rest)
	}
	tenths, now := int(shown.tenths())/10, shown.Plus(mine).Plus(Sums{Weight: weight})
	least, most = ceil(now.Weight*(2*tenths-1), 20), ceil(now.Weight*(2*tenths+1), 20)-1
	return least - now.Points, most - now.Points
}

func ceil(n, d int) int { return (n + d - 1) / d } // of what is not negative

// same reports whether all that was shown stays the same when the answers of
// the person change and those of the others.
func (s *sight) same(who int, mine, others Sums) bool {
	whole, left := s.sum.Plus(s.rest), s.sum.minus(s.cells[who])
	return (!s.with || sameTenths(s.sum, mine.Plus(others))) && (!s.withTotal || sameTenths(whole, mine.Plus(others))) &&
		(!s.without || sameTenths(left, others)) && (!s.withoutTotal || sameTenths(whole.minus(s.persons), others))
}

func sameTenths(s, change Sums) bool { return s.tenths() == s.Plus(change).tenths() }

func (s Sums) minus(t Sums) Sums {
	return Sums{s.Points - t.Points, s.Weight - t.Weight, s.Grades - t.Grades, s.Answers - t.Answers}
}

// reachable reports whether so many answers can have these points and this
// weight. With a weight of 1 among them every sum in between can be made; else
// all weigh 3, or all but one.
func reachable(points, weight, answers int) bool {
	over, under := points-weight, 10*weight-points
	switch {
	case answers == 0:
		return points == 0 && weight == 0
	case weight < answers || weight > 3*answers || over < 0 || under < 0:
		return false
	case answers == 1:
		return points%weight == 0
	case weight == 3*answers:
		return points%3 == 0
	case weight == 3*answers-1:
		return over != 1 && under != 1
	}
	return true
}
