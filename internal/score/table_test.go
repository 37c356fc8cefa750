package score_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/portable"
	"kwi/internal/score"
)

// sheet is the answers to one KWI's questions in order, as 6 7< 8>.
func sheet(t *testing.T, kwi account.KWICode, answers ...string) account.Sheet {
	t.Helper()
	var s account.Sheet
	for i, written := range answers {
		g, r, ok := account.ParseGrade(written)
		if !ok {
			t.Fatalf("%q is no grade", written)
		}
		s = append(s, account.Answer{Question: account.QuestionCode{KWI: kwi, Serial: uint16(i + 1)}, Grade: g, Relevance: r})
	}
	return s
}

func TestTheWorkedTableOfTheMethod(t *testing.T) {
	rows := []struct {
		who            account.Initials
		answers        []string
		weight, points int
		score          string
	}{
		{"R1", []string{"6", "7", "8", "9"}, 8, 60, "7.50"},
		{"R2", []string{"6<", "7<", "8", "9>"}, 7, 56, "8.00"},
		{"R3", []string{"6>", "7>", "8>", "9>"}, 12, 90, "7.50"},
		{"R4", []string{"6>", "7<", "8", "9>"}, 9, 68, "7.56"},
		{"R5", []string{"6>", "7", "8>", "9>"}, 11, 83, "7.55"},
	}
	c := account.Client{}
	y := account.Cycle{Name: "2011H1", AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}}, Answers: map[account.Initials]account.Sheet{}}
	for _, r := range rows {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: r.who})
		y.Answers[r.who] = sheet(t, 1, r.answers...)
	}
	table := score.Of(&c, &y)
	for i, r := range rows {
		for _, cell := range []score.Sums{table.KWIs[0].Cells[i], table.Total.Cells[i]} {
			if want := (score.Sums{Points: r.points, Weight: r.weight, Grades: 30, Answers: 4}); table.Respondents[i] != r.who || cell != want || cell.Score().String() != r.score || cell.Average().String() != "7.50" {
				t.Errorf("%s: %+v, score %s", r.who, cell, cell.Score())
			}
		}
	}
	for _, line := range []score.Line{table.KWIs[0], table.Total} {
		if want := (score.Sums{Points: 357, Weight: 47, Grades: 150, Answers: 20}); line.Sums != want || line.Respondents != 5 || line.Sums.Score().String() != "7.60" || line.Sums.Average().String() != "7.50" {
			t.Errorf("all: %+v, score %s", line.Sums, line.Sums.Score())
		}
	}
}

func TestTheClientOfTheSource(t *testing.T) {
	f, err := os.Open("../portable/testdata/newmedia.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	file, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	c := &file.Clients[0]
	table := score.Of(c, c.Newest())
	want := []struct {
		code           account.KWICode
		score          string
		points, weight int
	}{{1, "7.00", 42, 6}, {2, "7.43", 52, 7}, {3, "8.00", 48, 6}, {4, "6.00", 24, 4}, {5, "6.75", 54, 8}}
	if len(table.KWIs) != len(want) || !slices.Equal(table.Respondents, []account.Initials{"KK"}) {
		t.Fatalf("%d KWIs, answered by %v", len(table.KWIs), table.Respondents)
	}
	for i, w := range want {
		if l := table.KWIs[i]; l.Code != w.code || l.Sums.Points != w.points || l.Sums.Weight != w.weight || l.Sums.Score().String() != w.score {
			t.Errorf("%s: %+v, score %s", l.Code, l.Sums, l.Sums.Score())
		}
	}
	total := table.Total.Sums
	if total != (score.Sums{Points: 220, Weight: 31, Grades: 114, Answers: 16}) || total.Score().String() != "7.10" || total.Average().String() != "7.13" {
		t.Errorf("total: %+v, score %s, average %s", total, total.Score(), total.Average())
	}
	if want := (score.NPS{Promoters: 1, Answers: 1}); table.NPS != want || table.NPS.Score() != 100 {
		t.Errorf("NPS: %+v, %d", table.NPS, table.NPS.Score())
	}
}

// someCycle draws a cycle with KWIs that are not numbered in a row, sheets
// that lack answers, and respondents whom the client's list does not name.
func someCycle(t *rapid.T, by account.AnswersBy, low, high int) (account.Client, account.Cycle) {
	c := account.Client{ID: "x"}
	y := account.Cycle{Name: "2026H1", AnswersBy: by, Answers: map[account.Initials]account.Sheet{}}
	for _, code := range rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 0, 5, rapid.ID).Draw(t, "KWIs") {
		y.KWIs = append(y.KWIs, account.KWI{Code: account.KWICode(code), Target: account.Target(rapid.IntRange(100, 1000).Draw(t, "target"))})
	}
	slices.SortFunc(y.KWIs, func(a, b account.KWI) int { return cmp.Compare(a.Code, b.Code) })
	for r := range rapid.IntRange(0, 8).Draw(t, "respondents") {
		who := account.Initials(fmt.Sprint("R", 9-r))
		if r != 2 {
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		}
		var s account.Sheet
		for _, k := range y.KWIs {
			for serial := range uint16(rapid.IntRange(0, 4).Draw(t, "questions")) {
				s = append(s, account.Answer{Question: account.QuestionCode{KWI: k.Code, Serial: serial + 1}, Grade: account.Grade(rapid.IntRange(low, high).Draw(t, "grade")),
					Relevance: account.Relevance(rapid.IntRange(0, 2).Draw(t, "relevance"))})
			}
		}
		if len(s) > 0 || rapid.Bool().Draw(t, "an empty sheet") {
			y.Answers[who] = s
		}
	}
	return c, y
}

// naive adds up, one by one, the answers that somebody chooses.
func naive(y account.Cycle, chosen func(account.Initials, account.KWICode) bool) (s score.Sums) {
	for who, sheet := range y.Answers {
		for _, a := range sheet {
			if chosen(who, a.Question.KWI) {
				s.Points += int(a.Grade) * a.Relevance.Weight()
				s.Weight += a.Relevance.Weight()
				s.Grades += int(a.Grade)
				s.Answers++
			}
		}
	}
	return s
}

func TestEverySumIsTheSumOfItsAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, y := someCycle(t, account.ByName, 1, 10)
		table := score.Of(&c, &y)
		lines := append([]score.Line{table.Total}, table.KWIs...)
		if len(table.KWIs) != len(y.KWIs) || table.Total.Code != 0 {
			t.Fatalf("%d lines for %d KWIs", len(table.KWIs), len(y.KWIs))
		}
		var ofKWIs score.Sums
		for i, l := range lines {
			if i > 0 && (l.Code != y.KWIs[i-1].Code || l.Target != y.KWIs[i-1].Target) {
				t.Fatalf("line %d is %s, target %s", i, l.Code, l.Target)
			}
			among := func(kwi account.KWICode) bool { return l.Code == 0 || l.Code == kwi }
			if want := naive(y, func(_ account.Initials, kwi account.KWICode) bool { return among(kwi) }); l.Sums != want {
				t.Fatalf("%s: %+v, want %+v", l.Code, l.Sums, want)
			}
			answered := 0
			var ofCells score.Sums
			if len(l.Cells) != len(table.Respondents) {
				t.Fatalf("%s has %d cells for %d respondents", l.Code, len(l.Cells), len(table.Respondents))
			}
			for r, cell := range l.Cells {
				if want := naive(y, func(who account.Initials, kwi account.KWICode) bool { return who == table.Respondents[r] && among(kwi) }); cell != want {
					t.Fatalf("%s of %s: %+v, want %+v", l.Code, table.Respondents[r], cell, want)
				}
				if cell.Answers > 0 {
					answered++
				}
				ofCells = ofCells.Plus(cell)
			}
			if ofCells != l.Sums || answered != l.Respondents {
				t.Fatalf("%s: the cells make %+v of %d, the line is %+v of %d", l.Code, ofCells, answered, l.Sums, l.Respondents)
			}
			if i > 0 {
				ofKWIs = ofKWIs.Plus(l.Sums)
			}
		}
		if ofKWIs != table.Total.Sums {
			t.Fatalf("the KWIs make %+v, the total is %+v", ofKWIs, table.Total.Sums)
		}
	})
}

func TestRespondentsStandInTheClientsOrderThenTheOthers(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "ZZ"}, {Initials: "NO"}, {Initials: "AA"}, {Initials: "MM"}}}
	one := sheet(t, 1, "8")
	y := account.Cycle{AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}}, Answers: map[account.Initials]account.Sheet{"XX": one, "AA": one, "ZZ": one, "BB": one, "MM": {}, "YY": nil}}
	table := score.Of(&c, &y)
	if want := []account.Initials{"ZZ", "AA", "BB", "XX"}; !slices.Equal(table.Respondents, want) || table.Total.Respondents != 4 {
		t.Errorf("got %v", table.Respondents)
	}
}

func TestTheOrderOfAnsweringNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		by := rapid.SampledFrom([]account.AnswersBy{account.ByName, account.ByGroup}).Draw(t, "by")
		c, y := someCycle(t, by, 1, 10)
		type given struct {
			who account.Initials
			a   account.Answer
		}
		var all []given
		for _, who := range slices.Sorted(maps.Keys(y.Answers)) {
			for _, a := range y.Answers[who] {
				all = append(all, given{who, a})
			}
		}
		z := y
		z.Answers = map[account.Initials]account.Sheet{}
		for _, g := range rapid.Permutation(all).Draw(t, "order") {
			z.Answers[g.who] = z.Answers[g.who].With(g.a)
		}
		if a, b := score.Of(&c, &y), score.Of(&c, &z); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v\n%+v", a, b)
		}
	})
}

func TestWhereAllWeighTheSameTheScoreIsTheAverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, y := someCycle(t, account.ByName, 1, 10)
		all := account.Relevance(rapid.IntRange(0, 2).Draw(t, "relevance of all"))
		for who, s := range y.Answers {
			s = slices.Clone(s)
			for i := range s {
				s[i].Relevance = all
			}
			y.Answers[who] = s
		}
		table := score.Of(&c, &y)
		for _, l := range append(table.KWIs, table.Total) {
			for _, s := range append(l.Cells, l.Sums) {
				if s.Score() != s.Average() || s.Weight != s.Answers*all.Weight() {
					t.Fatalf("%+v: score %s, average %s", s, s.Score(), s.Average())
				}
			}
		}
	})
}

func TestWhoAnsweredNothingHasNoScore(t *testing.T) {
	c := account.Client{Respondents: []account.Respondent{{Initials: "AA"}}}
	y := account.Cycle{AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Target: 800}}}
	table := score.Of(&c, &y)
	if table.HasAnswers() || table.Withheld || len(table.Respondents) != 0 || len(table.KWIs) != 1 || table.KWIs[0].Target != 800 {
		t.Errorf("got %+v", table)
	}
	for _, l := range append(table.KWIs, table.Total) {
		if l.Sums != (score.Sums{}) || l.Sums.Score().OK() || l.Sums.Average().String() != "" {
			t.Errorf("%s: %+v", l.Code, l)
		}
	}
}

func TestAnAnswerWithoutItsKWICountsNowhere(t *testing.T) {
	c := account.Client{}
	y := account.Cycle{AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 2}, {Code: 4}}, Answers: map[account.Initials]account.Sheet{
		"AA": slices.Concat(sheet(t, 1, "1", "1"), sheet(t, 2, "8"), sheet(t, 3, "2"), sheet(t, 4, "9"), sheet(t, 7, "3")),
		"BB": sheet(t, 9, "4"),
	}}
	table := score.Of(&c, &y)
	if want := (score.Sums{Points: 34, Weight: 4, Grades: 17, Answers: 2}); table.Total.Sums != want || table.Total.Respondents != 1 || table.KWIs[1].Sums.Grades != 9 {
		t.Errorf("got %+v of %d", table.Total.Sums, table.Total.Respondents)
	}
	if l := table.Line(3); l.Sums != (score.Sums{}) || l.Code != 3 || table.Line(2).Sums.Grades != 8 {
		t.Errorf("the line of a KWI that is not there: %+v", l)
	}
}
