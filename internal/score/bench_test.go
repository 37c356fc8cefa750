package score_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/score"
)

const (
	benchCycles = 2_000
	oneCycle    = 8 * 23 // respondents and questions
	allAnswers  = 20_000_000
	chunk       = 50 // cycles between two looks at the clock
)

// flatAnswer is what the plain loop needs of an answer.
type flatAnswer struct{ kwi, grade, weight uint8 }

// portfolioOf is so many cycles of eight respondents, 23 questions and five
// KWIs, held as the domain holds them, and the same answers in a row.
func portfolioOf(n int) (*account.Client, []account.Cycle, []flatAnswer) {
	random := rand.New(rand.NewPCG(1, 2))
	c := &account.Client{ID: "bench"}
	for r := range 8 {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: account.Initials(fmt.Sprint("R", r+1))})
	}
	cycles := make([]account.Cycle, n)
	flat := make([]flatAnswer, 0, n*oneCycle)
	for i := range cycles {
		y := &cycles[i]
		y.Name, y.AnswersBy, y.Answers = "2026H1", account.ByName, map[account.Initials]account.Sheet{}
		for k, questions := range []int{5, 5, 5, 4, 4} {
			kwi := account.KWI{Code: account.KWICode(k + 1), Target: 800}
			for q := range questions {
				kwi.Questions = append(kwi.Questions, account.Question{Code: account.QuestionCode{KWI: kwi.Code, Serial: uint16(q + 1)}})
			}
			y.KWIs = append(y.KWIs, kwi)
		}
		for _, r := range c.Respondents {
			sheet := make(account.Sheet, 0, 23)
			for _, k := range y.KWIs {
				for _, q := range k.Questions {
					a := account.Answer{Question: q.Code, Grade: account.Grade(1 + random.IntN(10)), Relevance: account.Relevance(random.IntN(3))}
					sheet = append(sheet, a)
					flat = append(flat, flatAnswer{uint8(k.Code), uint8(a.Grade), uint8(a.Relevance.Weight())})
				}
			}
			y.Answers[r.Initials] = sheet
		}
	}
	return c, cycles, flat
}

// plain is what any program must do at least: walk along the answers and add
// grades and weights up by KWI.
//
//go:noinline
func plain(flat []flatAnswer, sums *[8]score.Sums) {
	for i := range flat {
		a := &flat[i]
		s := &sums[a.kwi%8]
		g, w := int(a.grade), int(a.weight)
		s.Points += g * w
		s.Weight += w
		s.Grades += g
		s.Answers++
	}
}

// bare is a plain loop that does not even ask which KWI an answer is of.
//
//go:noinline
func bare(flat []flatAnswer) (s score.Sums) {
	for i := range flat {
		g, w := int(flat[i].grade), int(flat[i].weight)
		s.Points += g * w
		s.Weight += w
		s.Grades += g
	}
	s.Answers = len(flat)
	return s
}

// BenchmarkTwentyMillionAnswers scores twenty million answers through Of, and
// runs the plain loops along the same answers in turns with it, so that
// whatever else the machine does falls on all of them. No more than four
// times the plain loop is allowed, twice is aimed for.
func BenchmarkTwentyMillionAnswers(b *testing.B) {
	if testing.Short() {
		b.Skip("twenty million answers take a second")
	}
	c, cycles, flat := portfolioOf(benchCycles)
	for b.Loop() {
		var table, loop, total time.Duration
		var ratios []float64
		var got, want, again score.Sums
		for n := 0; n < allAnswers; n += len(flat) {
			for from := 0; from < len(cycles); from += chunk {
				part := flat[from*oneCycle : (from+chunk)*oneCycle]
				var sums [8]score.Sums
				began := time.Now()
				plain(part, &sums)
				looped := time.Now()
				again = again.Plus(bare(part))
				bared := time.Now()
				for i := from; i < from+chunk; i++ {
					t := score.Of(c, &cycles[i])
					got = got.Plus(t.Total.Sums)
				}
				done := time.Now()
				for _, s := range sums {
					want = want.Plus(s)
				}
				loop, total, table = loop+looped.Sub(began), total+bared.Sub(looped), table+done.Sub(bared)
				ratios = append(ratios, float64(done.Sub(bared))/float64(looped.Sub(began)))
			}
		}
		if got != want || got != again || got.Answers < allAnswers {
			b.Fatalf("scored %+v, the loops %+v and %+v", got, want, again)
		}
		slices.Sort(ratios)
		each := float64(got.Answers)
		b.ReportMetric(float64(table)/each, "ns/answer")
		b.ReportMetric(float64(loop)/each, "plain-ns/answer")
		b.ReportMetric(float64(table)/float64(loop), "x-plain")
		b.ReportMetric(ratios[len(ratios)/2], "x-plain-median")
		b.ReportMetric(float64(table)/float64(total), "x-bare")
		if x := ratios[len(ratios)/2]; x > 4 {
			b.Errorf("scoring takes %.1f times a plain loop", x)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	c, cycles, _ := portfolioOf(100)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		score.Of(c, &cycles[i%len(cycles)])
	}
}

// tenCycles is a client with ten cycles of the usual size.
func tenCycles() *account.Client {
	c, cycles, _ := portfolioOf(10)
	name := account.CycleName("2021H1")
	for i := range cycles {
		cycles[i].Name, name = name, name.Next()
	}
	c.Cycles = cycles
	return c
}

func BenchmarkHistoryOfTenCycles(b *testing.B) {
	c := tenCycles()
	b.ReportAllocs()
	for b.Loop() {
		score.HistoryOf(c)
	}
}

func BenchmarkCloneOfTenCycles(b *testing.B) {
	c := tenCycles()
	b.ReportAllocs()
	for b.Loop() {
		c.Clone()
	}
}
