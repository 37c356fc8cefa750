package xlsx_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/score"
)

// alike reports whether two values are the same figure, or the same words.
func alike(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil {
		return a == b
	}
	return math.Abs(x-y) < 0.0001
}

func TestEveryFormulaComesToOurValue(t *testing.T) {
	for _, m := range measured {
		c := client(t, m.id)
		f := opened(t, written(t, document(&c, m.cycle, report.ForClient)))
		all := computed(t, f)
		if len(all) < 20 {
			t.Fatalf("%s: only %d formulas", m.id, len(all))
		}
		for at, want := range all {
			got, err := f.CalcCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
			if err != nil || !alike(got, want) {
				formula, _ := f.GetCellFormula(at[0], at[1])
				t.Errorf("%s %v: computes %q, %v; cached is %q: %s", m.id, at, got, err, want, formula)
			}
		}
	}
}

// find is the cell in which a text stands first, from a row on.
func find(t *testing.T, f *excelize.File, sheet, text string, from int) (column, row int) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r := from; r < len(rows); r++ {
		for c := range rows[r] {
			if rows[r][c] == text {
				return c + 1, r + 1
			}
		}
	}
	t.Fatalf("%q is not on %s", text, sheet)
	return 0, 0
}

// Whoever changes a grade, or what it counts for, in the workbook sees the
// scores that the program would make of it.
func TestTheWorkbookComputesOnWithAnotherAnswer(t *testing.T) {
	c := client(t, "newmedia")
	f := opened(t, written(t, document(&c, "2026H1", report.ForClient)))
	_, first := find(t, f, "Antwoorden", "B. Beee (BB)", 0)
	_, row := find(t, f, "Antwoorden", "1.02", first)
	grades, _ := find(t, f, "Antwoorden", "Cijfer", first)
	signs, _ := find(t, f, "Antwoorden", "Belang", first)
	for column, value := range map[int]any{grades: 3, signs: ">"} {
		name, _ := excelize.CoordinatesToCellName(column, row)
		if err := f.SetCellValue("Antwoorden", name, value); err != nil {
			t.Fatal(err)
		}
	}
	q := account.QuestionCode{KWI: 1, Serial: 2}
	y := c.Cycle("2026H1")
	y.Answers["BB"] = y.Answers["BB"].With(account.Answer{Question: q, Grade: 3, Relevance: account.More})
	h := score.HistoryOf(&c)
	table := h.Table("2026H1")
	column, _ := find(t, f, "Scores", "Score", 0)
	for _, want := range []struct {
		label string
		value int
		right int // of the score
	}{
		{"01 Kennisborging", int(table.Line(1).Sums.Score()), 0}, {"Totaal", int(table.Total.Sums.Score()), 0},
		{"Totaal", int(table.Total.Sums.Average()), 1}, {"Totaal", h.Change(0, "2026H1").By, 3},
	} {
		_, row := find(t, f, "Scores", want.label, 0)
		name, _ := excelize.CoordinatesToCellName(column+want.right, row)
		got, err := f.CalcCellValue("Scores", name, excelize.Options{RawCellValue: true})
		if err != nil || !alike(got, strconv.FormatFloat(float64(want.value)/100, 'f', 2, 64)) {
			t.Errorf("%s: %s, %v; want %d hundredths", want.label, got, err, want.value)
		}
	}
}

// A halfway score is rounded up by every program as we do.
func TestHalvesGoUp(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for weight := 1; weight <= 400; weight++ {
		for points := weight; points <= 10*weight; points += max(weight/7, 1) {
			if 1000*points%(weight) != 0 || 1000*points/weight%10 != 5 {
				continue
			}
			if err := f.SetCellFormula("Sheet1", "A1", "ROUND("+strconv.Itoa(points)+"/"+strconv.Itoa(weight)+",2)"); err != nil {
				t.Fatal(err)
			}
			got, err := f.CalcCellValue("Sheet1", "A1", excelize.Options{RawCellValue: true})
			if want := (score.Sums{Points: points, Weight: weight}).Score().String(); err != nil || !alike(got, want) {
				t.Errorf("%d/%d: %s, not %s", points, weight, got, want)
			}
		}
	}
}

// A formula may be 8,192 characters long; eight people with eight KWIs fit.
func TestFormulasAreShort(t *testing.T) {
	c := account.Client{ID: "x", Name: "X"}
	y := account.Cycle{Name: "2026H2", AnswersBy: account.ByName, Answers: map[account.Initials]account.Sheet{}, Assigned: map[account.Initials][]account.QuestionCode{}}
	for k := range 8 {
		kwi := account.KWI{Code: account.KWICode(k + 1), Title: "T"}
		for q := range 9 {
			kwi.Questions = append(kwi.Questions, account.Question{Code: account.QuestionCode{KWI: kwi.Code, Serial: uint16(q + 1)}, Text: strings.Repeat("word ", 60), Kind: [...]account.QuestionKind{account.Own, account.Noticed}[q%2]})
		}
		y.KWIs = append(y.KWIs, kwi)
	}
	for r := range 8 {
		who := account.Initials("R" + strconv.Itoa(r))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		for i, k := range y.KWIs {
			for j, q := range k.Questions {
				if (r+i+j)%5 == 0 {
					continue // so that the lists differ
				}
				y.Assigned[who] = append(y.Assigned[who], q.Code)
				y.Answers[who] = append(y.Answers[who], account.Answer{Question: q.Code, Grade: account.Grade(j%10 + 1)})
			}
		}
	}
	c.Cycles = []account.Cycle{y}
	f := opened(t, written(t, document(&c, "", report.ForClient)))
	for at := range computed(t, f) {
		if formula, err := f.GetCellFormula(at[0], at[1]); err != nil || len(formula) > 8192 {
			t.Errorf("%v: %d characters, %v", at, len(formula), err)
		}
	}
}
