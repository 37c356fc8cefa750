package score_test

import (
	"iter"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/score"
)

// view is what somebody saw of a cycle: figures in tenths, 0 where there is
// none, and whose answers they are of.
type view struct {
	people []account.Initials
	kwis   map[account.KWICode]int
	total  int
}

func viewOf(people []account.Initials, table score.Table) view {
	v := view{people: people, kwis: map[account.KWICode]int{}}
	if f := table.Total.Sums.Score(); f.OK() {
		v.total = int(f) / 10
	}
	for _, line := range table.KWIs {
		if f := line.Sums.Score(); f.OK() {
			v.kwis[line.Code] = int(f) / 10
		}
	}
	return v
}

func (v view) figures() (n int) {
	if v.total > 0 {
		n++
	}
	return n + len(v.kwis)
}

// sum is points and weight.
type sum struct{ points, weight int }

func (s sum) plus(t sum) sum { return sum{s.points + t.points, s.weight + t.weight} }

// shows reports whether a figure of these sums is the one that was seen, which
// 0 leaves open.
func (s sum) shows(tenths int) bool {
	return tenths == 0 || (20*s.points+s.weight)/(2*s.weight) == tenths
}

// world is what the unknown answers may come to: of whoever is in both views,
// and of the one who is in the first alone.
type world struct{ both, one sum }

// answerSums are all sums that so many answers can have.
var answerSums = func() (all [13][]sum) {
	all[0] = []sum{{}}
	for n := 1; n < len(all); n++ {
		seen := map[sum]bool{}
		for _, s := range all[n-1] {
			for grade := 1; grade <= 10; grade++ {
				for weight := 1; weight <= 3; weight++ {
					if next := s.plus(sum{grade * weight, weight}); !seen[next] {
						seen[next] = true
						all[n] = append(all[n], next)
					}
				}
			}
		}
	}
	return all
}()

// findsOut tries, for every answer of everybody else, whether with another
// grade all that was seen could be the same. one is in the first view alone.
func (m *measuring) findsOut(t *testing.T, views []view, one account.Initials) {
	t.Helper()
	if m.looks == one { // who is new or gone saw one of the two alone
		views = views[:1]
	}
	for _, v := range views {
		if v.figures() == 0 && len(views) > 1 {
			views = slices.DeleteFunc(slices.Clone(views), func(v view) bool { return v.figures() == 0 })
			break
		}
	}
	if len(views) == 0 || views[0].figures() == 0 {
		return
	}
	split := len(views) > 1
	m.found = map[account.KWICode][]world{}
	inView := func(who account.Initials) bool { return slices.Contains(views[0].people, who) }
	for _, who := range m.people {
		if who == m.looks || !inView(who) {
			continue
		}
		for _, a := range m.sheets[who] {
			other := false
			for by := account.Grade(1); by < 10 && !other; by++ { // the nearest first
				other = a.Grade+by <= 10 && m.possible(views, one, split, who, a.Question, a.Grade+by) ||
					a.Grade > by && m.possible(views, one, split, who, a.Question, a.Grade-by)
			}
			if !other {
				t.Fatalf("%s gave %s to %s: that is found out by %s from %+v\n%v", who, a, a.Question, m.looks, views, m.sheets)
			}
		}
	}
}

// possible reports whether a person may have given a grade to a question.
func (m *measuring) possible(views []view, one account.Initials, split bool, target account.Initials, question account.QuestionCode, grade account.Grade) bool {
	known, byKWI := sum{}, make([][]world, 0, len(m.kwis))
	var looked iter.Seq[world] // of the KWI in which the answer is
	merged := !slices.ContainsFunc(views, func(v view) bool { return len(v.kwis) > 0 })
	groups := [][]account.KWICode{}
	for i := range m.kwis {
		if merged && i > 0 {
			groups[0] = append(groups[0], m.kwis[i].Code)
		} else {
			groups = append(groups, []account.KWICode{m.kwis[i].Code})
		}
	}
	for _, codes := range groups {
		own, both, apart, fixed := sum{}, 0, 0, false
		for _, who := range views[0].people {
			for _, a := range m.sheets[who] {
				switch {
				case !slices.Contains(codes, a.Question.KWI):
				case who == m.looks:
					own = own.plus(sum{int(a.Grade) * a.Relevance.Weight(), a.Relevance.Weight()})
				case who == target && a.Question == question:
					fixed = true
				case split && who == one:
					apart++
				default:
					both++
				}
			}
		}
		known = known.plus(own)
		find := worlds(views, codes, own, both, apart, fixed, split && target == one, int(grade))
		if fixed {
			looked = find
			continue
		}
		if _, known := m.found[codes[0]]; !known {
			m.found[codes[0]] = slices.Collect(find)
		}
		byKWI = append(byKWI, m.found[codes[0]])
	}
	for w := range looked {
		if some(views, byKWI, world{known.plus(w.both), w.one}) {
			return true
		}
	}
	return false
}

// worlds are the sums of one KWI, or of all together, that show what was seen.
func worlds(views []view, codes []account.KWICode, own sum, both, apart int, fixed, targetApart bool, grade int) iter.Seq[world] {
	first, second := views[0].kwis[codes[0]], 0
	if len(views) > 1 {
		second = views[1].kwis[codes[0]]
	}
	weights := []int{0}
	if fixed {
		weights = []int{1, 2, 3}
	}
	return func(yield func(world) bool) {
		for _, weight := range weights {
			for _, shared := range answerSums[both] {
				if fixed && !targetApart {
					shared = shared.plus(sum{grade * weight, weight})
				}
				if !own.plus(shared).shows(second) {
					continue
				}
				for _, alone := range answerSums[apart] {
					if targetApart {
						alone = alone.plus(sum{grade * weight, weight})
					}
					if own.plus(shared).plus(alone).shows(first) && !yield(world{shared, alone}) {
						return
					}
				}
			}
		}
	}
}

// some reports whether the KWIs can be so that the totals are as they were seen.
func some(views []view, byKWI [][]world, so world) bool {
	if len(byKWI) > 0 {
		for _, w := range byKWI[0] {
			if some(views, byKWI[1:], world{so.both.plus(w.both), so.one.plus(w.one)}) {
				return true
			}
		}
		return false
	}
	return so.both.plus(so.one).shows(views[0].total) && (len(views) < 2 || so.both.shows(views[1].total))
}
