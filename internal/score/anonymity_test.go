package score_test

import (
	"fmt"
	"maps"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

func TestByGroupAFigureNeedsFourRespondents(t *testing.T) {
	for _, d := range []struct {
		answers     []string // by respondent, the KWIs that they answer
		total, kwis bool
	}{
		{nil, false, false},
		{[]string{"12"}, false, false},
		{[]string{"12", "12", "12"}, false, false},
		{[]string{"12", "12", "12", "12"}, true, true},
		{[]string{"12", "12", "12", "1"}, true, false},           // KWI-02 has three
		{[]string{"1", "1", "1", "1"}, true, false},              // KWI-02 has none
		{[]string{"1", "1", "2", "2"}, true, false},              // four in all, none has four
		{[]string{"1", "2", "12"}, false, false},                 //
		{[]string{"12", "12", "12", "12", "1", "1"}, true, true}, //
		{[]string{"12", "12", "12", "1", "1", "1"}, true, false},
	} {
		c, y := answering(t, d.answers...)
		table := score.Of(&c, &y)
		if table.Total.Sums.Score().OK() != d.total || d.total && table.Total.Respondents != len(d.answers) {
			t.Errorf("%q: total %+v", d.answers, table.Total)
		}
		if len(table.KWIs) > 0 != d.kwis || table.Withheld == d.kwis {
			t.Errorf("%q: %d KWIs, withheld %v", d.answers, len(table.KWIs), table.Withheld)
		}
		if table.HasAnswers() != (len(d.answers) > 0) {
			t.Errorf("%q: has answers %v", d.answers, table.HasAnswers())
		}
		if !d.total && !reflect.DeepEqual(table.Total, score.Line{}) {
			t.Errorf("%q: left of a withheld total: %+v", d.answers, table.Total)
		}
	}
}

// answering is a cycle by group of two KWIs and who answers which of them: to
// each two questions, and to none what nobody else gave.
func answering(t *testing.T, kwis ...string) (account.Client, account.Cycle) {
	t.Helper()
	var c account.Client
	y := account.Cycle{Name: "2026H1", Stage: account.Session, AnswersBy: account.ByGroup, KWIs: []account.KWI{{Code: 1}, {Code: 2}}, Answers: map[account.Initials]account.Sheet{}}
	for i, of := range kwis {
		who := account.Initials(fmt.Sprint("R", i))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		for _, k := range of {
			y.Answers[who] = append(y.Answers[who], sheet(t, account.KWICode(k-'0'), "7", "8>")...)
		}
	}
	return c, y
}

// TestByGroupAScoreStandsAlone: no average, no sum, no weight, no count.
func TestByGroupAScoreStandsAlone(t *testing.T) {
	c, y := answering(t, "12", "12", "12", "12", "12") // 38 by 5 for each of two: 7.6
	table := score.Of(&c, &y)
	for _, l := range append(table.KWIs, table.Total) {
		if l.Sums.Score().String() != "7.60" || l.Sums.Average().OK() || l.Sums.Grades != 0 || l.Sums.Answers != 0 || l.Sums.Weight != 10 || l.Cells != nil || l.Respondents != 5 {
			t.Errorf("%+v", l)
		}
	}
}

// TestByGroupNothingIsShownWhileAListIsAwaited: with every list that comes in
// it is told how many are awaited still, and after the last one all of it.
// Somebody who is excused, or has no question, keeps nobody waiting.
func TestByGroupNothingIsShownWhileAListIsAwaited(t *testing.T) {
	c, whole := answering(t, "12", "12", "12", "12", "12", "12", "")
	whole.NPS = map[account.Initials]account.NPS{"R0": {Score: 9}, "R1": {Score: 9}, "R2": {Score: 9}, "R3": {Score: 3}}
	whole.Assigned = map[account.Initials][]account.QuestionCode{}
	for who, s := range whole.Answers {
		for _, a := range s {
			whole.Assigned[who] = append(whole.Assigned[who], a.Question)
		}
	}
	for _, stage := range []account.Stage{account.Measure, account.Session} {
		y := whole.Clone()
		y.Stage, y.Answers, y.Excused = stage, map[account.Initials]account.Sheet{}, map[account.Initials]account.Date{"R5": "2026-05-01"}
		for i := range 5 {
			who := account.Initials(fmt.Sprint("R", i))
			y.Answers[who] = whole.Answers[who]
			table := score.Of(&c, &y)
			want := 4 - i
			if stage >= account.Session { // who did not answer by now is no longer awaited
				want = 0
			}
			shown := want == 0 && i >= 3
			if table.Awaited != want || table.Total.Sums.Score().OK() != shown || len(table.KWIs) > 0 != shown || table.NPS.OK() != (want == 0) || !table.HasAnswers() {
				t.Errorf("%s, after %d lists: %+v", stage, i+1, table)
			}
		}
		if table := score.Of(&c, &y); table.NPS.Score() != 50 || table.Total.Respondents != 5 {
			t.Errorf("%s: in the end %+v", stage, table)
		}
	}
}

// TestByGroupNothingOfOneRespondentCanBeTold takes a cycle by group at random
// and a respondent in it, and finds another cycle of which the very same is
// shown, but in which their figures are others. So nobody can compute them,
// whatever they do with all that is shown.
func TestByGroupNothingOfOneRespondentCanBeTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, y := someCycle(t, account.ByGroup, 2, 9) // all ones or all tens tell themselves, in any group
		nothingIsTold(t, c, y)
	})
}

// TestByGroupEveryWayIsTried does the same with cycles that are always the
// same, among which are all that the property tells apart.
func TestByGroupEveryWayIsTried(t *testing.T) {
	type measured struct {
		client account.Client
		cycle  account.Cycle
	}
	some := rapid.Custom(func(t *rapid.T) measured {
		c, y := someCycle(t, account.ByGroup, 2, 9)
		return measured{c, y}
	})
	var all tried
	for seed := range 100 {
		m := some.Example(seed)
		one := nothingIsTold(t, m.client, m.cycle)
		all = tried{all.shown + one.shown, all.withheld + one.withheld, all.swapped + one.swapped, all.moved + one.moved}
	}
	if all.shown == 0 || all.withheld == 0 || all.swapped == 0 || all.moved == 0 {
		t.Errorf("one was never tried: %+v", all)
	}
}

// tried is how many tables were shown and withheld, and how many answers were
// exchanged for another and made one more.
type tried struct{ shown, withheld, swapped, moved int }

// nothingIsTold finds, for each answer in a cycle by group, another cycle of
// which the very same is shown.
func nothingIsTold(t rapid.TB, c account.Client, y account.Cycle) (n tried) {
	table := score.Of(&c, &y)
	for _, l := range append(table.KWIs, table.Total) {
		if len(l.Cells) > 0 {
			t.Fatalf("cells of %s: %v", l.Code, l.Cells)
		}
	}
	if len(table.Respondents) > 0 {
		t.Fatalf("respondents: %v", table.Respondents)
	}
	for _, who := range slices.Sorted(maps.Keys(y.Answers)) {
		for i, a := range y.Answers[who] {
			z, swap, ok := another(y, who, i, len(table.KWIs) > 0, table.Total.Respondents > 0)
			if !ok {
				t.Fatalf("nobody else gave an answer that could be exchanged with %s to %s of %s, and %+v is shown", a, a.Question, who, table)
			}
			if swap {
				n.swapped++
			} else {
				n.moved++
			}
			if other := score.Of(&c, &z); !reflect.DeepEqual(other, table) {
				t.Fatalf("it is seen that %s gave %s to %s:\n%+v\n%+v", who, a, a.Question, table, other)
			}
			if ofHis := func(y account.Cycle) score.Sums {
				return naive(y, func(w account.Initials, k account.KWICode) bool { return w == who && k == a.Question.KWI })
			}; ofHis(z) == ofHis(y) {
				t.Fatalf("his figures are the same")
			}
		}
	}
	if table.Withheld {
		n.withheld++
	} else {
		n.shown++
	}
	return n
}

// another is the cycle with one answer changed, and one of somebody else so
// that it makes no difference to what is shown: within the KWI where KWIs are
// shown, anywhere where only a total is, or none where nothing is.
func another(y account.Cycle, who account.Initials, at int, kwis, total bool) (z account.Cycle, swap, ok bool) {
	z = y.Clone()
	mine := slices.Clone(z.Answers[who])
	z.Answers[who] = mine
	a := &mine[at]
	if !total {
		a.Grade++
		return z, false, true
	}
	for _, other := range slices.Sorted(maps.Keys(y.Answers)) {
		for i, b := range y.Answers[other] {
			if other == who || kwis && b.Question.KWI != a.Question.KWI {
				continue
			}
			his := slices.Clone(y.Answers[other])
			z.Answers[other] = his
			if a.Grade != b.Grade || a.Relevance != b.Relevance { // each gave what the other did
				a.Grade, a.Relevance, his[i].Grade, his[i].Relevance = b.Grade, b.Relevance, a.Grade, a.Relevance
				return z, true, true
			}
			a.Grade++ // one more of the one, one less of the other
			his[i].Grade--
			return z, false, true
		}
	}
	return z, false, false
}

func TestByNameAllIsShownHoweverFew(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}}}
	y := account.Cycle{AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}, {Code: 2}}, Answers: map[account.Initials]account.Sheet{"AA": sheet(t, 1, "8")}}
	if table := score.Of(&c, &y); table.Withheld || len(table.KWIs) != 2 || table.KWIs[0].Cells[0].Score().String() != "8.00" {
		t.Errorf("got %+v", table)
	}
}

func TestAnNPSOfTooFewIsWithheld(t *testing.T) {
	for answers := range 6 {
		for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
			for anonymous := range answers + 1 {
				y := account.Cycle{AnswersBy: by, NPS: map[account.Initials]account.NPS{}}
				for i := range answers {
					y.NPS[account.Initials(fmt.Sprint("R", i))] = account.NPS{Score: 10 - 2*i, Anonymous: i < anonymous}
				}
				n := score.Of(&account.Client{}, &y).NPS
				want := score.NPS{Answers: answers, Promoters: min(answers, 1), Passives: min(max(answers-1, 0), 1), Detractors: max(answers-2, 0)} // 10 8 6 4 2
				fewest := 1
				switch {
				case by == account.ByGroup:
					fewest = 4
				case anonymous > 0:
					fewest = 3
				}
				if answers > 0 && answers < fewest {
					want = score.NPS{Answers: answers, Withheld: true, Fewest: fewest}
				}
				if n != want || n.OK() != (answers > 0 && !want.Withheld) {
					t.Errorf("%s, %d of %d anonymous: %+v, want %+v", by, anonymous, answers, n, want)
				}
				if want.Withheld && n.Score() != 0 {
					t.Errorf("%s, %d of %d anonymous: the score of a withheld NPS is %d", by, anonymous, answers, n.Score())
				}
			}
		}
	}
}

func TestGroupsOfTheNPS(t *testing.T) {
	for s := range 11 {
		want := -1
		if s >= 7 {
			want = 0
		}
		if s >= 9 {
			want = 1
		}
		if got := score.Group(s); got != want {
			t.Errorf("%d is in group %d", s, got)
		}
	}
}

func TestTheNPSIsRoundedHalfAwayFromZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := func(of string) int { return rapid.IntRange(0, 400).Draw(t, of) }
		n := score.NPS{Promoters: count("promoters"), Passives: count("passives"), Detractors: count("detractors")}
		if n.Answers = n.Promoters + n.Passives + n.Detractors; n.Answers == 0 {
			return
		}
		want := rounded(int64(n.Promoters-n.Detractors), int64(n.Answers))
		if got := int64(n.Score()); got != want || got < -100 || got > 100 || new(big.Int).SetInt64(got).Sign()*(n.Promoters-n.Detractors) < 0 {
			t.Fatalf("%+v is %d, not %d", n, got, want)
		}
	})
	for _, d := range []struct{ promoters, passives, detractors, want int }{{1, 0, 0, 100}, {0, 0, 1, -100}, {3, 1, 1, 40}, {3, 7, 2, 8}, {1, 7, 0, 13}, {0, 7, 1, -13}, {1, 199, 0, 1}, {0, 199, 1, -1}, {1, 200, 0, 0}, {2, 5, 2, 0}} {
		n := score.NPS{Promoters: d.promoters, Passives: d.passives, Detractors: d.detractors, Answers: d.promoters + d.passives + d.detractors}
		if got := n.Score(); got != d.want {
			t.Errorf("%+v is %d, not %d", n, got, d.want)
		}
	}
	if (score.NPS{}).OK() || (score.NPS{}).Score() != 0 {
		t.Error("there is an NPS without answers")
	}
}
