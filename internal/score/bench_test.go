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

// flatAnswer is what a sum needs of an answer.
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
	row := make([]flatAnswer, 0, n*oneCycle)
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
					row = append(row, flatAnswer{uint8(k.Code), uint8(a.Grade), uint8(a.Relevance.Weight())})
				}
			}
			y.Answers[r.Initials] = sheet
		}
	}
	return c, cycles, row
}

// plain is what any program must do at least with the answers as they are
// held: walk along the sheets and add grades and weights up by KWI.
//
//go:noinline
func plain(cycles []account.Cycle, sums *[8]score.Sums) {
	for i := range cycles {
		for _, sheet := range cycles[i].Answers {
			for j := range sheet {
				a := &sheet[j]
				add(sums, a.Question.KWI, int(a.Grade), weights[a.Relevance%4])
			}
		}
	}
}

var weights = [4]int{account.Neutral: 2, account.Less: 1, account.More: 3}

// flat is the same along nothing but grades and weights, packed in a row as
// no program holds them.
//
//go:noinline
func flat(row []flatAnswer, sums *[8]score.Sums) {
	for i := range row {
		a := &row[i]
		add(sums, account.KWICode(a.kwi), int(a.grade), int(a.weight))
	}
}

func add(sums *[8]score.Sums, kwi account.KWICode, grade, weight int) {
	s := &sums[kwi%8]
	s.Points += grade * weight
	s.Weight += weight
	s.Grades += grade
	s.Answers++
}

// BenchmarkTwentyMillionAnswers scores twenty million answers through Of, and
// runs the two loops along the same answers in turns with it, so that whatever
// else the machine does falls on all of them. No more than four times the
// plain loop is allowed, twice is aimed for. The medians are of fifty cycles
// each; x-plain and x-flat are of the whole, garbage collection and all.
func BenchmarkTwentyMillionAnswers(b *testing.B) {
	if testing.Short() {
		b.Skip("twenty million answers take a second")
	}
	c, cycles, row := portfolioOf(benchCycles)
	for b.Loop() {
		var scored, plainly, flatly time.Duration
		var toPlain, toFlat []float64
		var got score.Sums
		var byKWI, again [8]score.Sums
		for n := 0; n < allAnswers; n += len(row) {
			for from := 0; from < len(cycles); from += chunk {
				part := cycles[from : from+chunk]
				times := [4]time.Time{time.Now()}
				plain(part, &byKWI)
				times[1] = time.Now()
				flat(row[from*oneCycle:(from+chunk)*oneCycle], &again)
				times[2] = time.Now()
				for i := range part {
					t := score.Of(c, &part[i])
					got = got.Plus(t.Total.Sums)
				}
				times[3] = time.Now()
				p, f, s := times[1].Sub(times[0]), times[2].Sub(times[1]), times[3].Sub(times[2])
				plainly, flatly, scored = plainly+p, flatly+f, scored+s
				toPlain, toFlat = append(toPlain, float64(s)/float64(p)), append(toFlat, float64(s)/float64(f))
			}
		}
		want := score.Sums{}
		for _, s := range byKWI {
			want = want.Plus(s)
		}
		if got != want || byKWI != again || got.Answers < allAnswers {
			b.Fatalf("scored %+v, the loops %+v and %+v", got, byKWI, again)
		}
		b.ReportMetric(float64(scored)/float64(got.Answers), "ns/answer")
		b.ReportMetric(float64(plainly)/float64(got.Answers), "plain-ns/answer")
		b.ReportMetric(float64(flatly)/float64(got.Answers), "flat-ns/answer")
		b.ReportMetric(float64(scored)/float64(plainly), "x-plain")
		b.ReportMetric(float64(scored)/float64(flatly), "x-flat")
		b.ReportMetric(median(toPlain), "x-plain-median")
		b.ReportMetric(median(toFlat), "x-flat-median")
		if x := median(toPlain); x > 4 {
			b.Errorf("scoring takes %.1f times a plain loop", x)
		}
	}
}

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
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
