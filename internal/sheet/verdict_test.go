package sheet

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
)

// spellings are grades as people, keyboards, mail programs and spreadsheets
// write them.
var spellings = []string{
	"8", "8<", "8 >", "10", "1", " 7 ", "８", "８＜", "１０＞", "8\u00a0<", "8\u200b", "\ufeff8", "٨", "7,0", "7.0", "7.00", "07", "7,5", "7.5", "8,25", "0", "11", "-3", "－3",
	"45123", "99999999999999999999", "zeven", "7?", "1e1", "0x7", "7.", "<7", "<", ">", "7²", "①", "½", "IV", "8-", "8/10", "7 of 8", "+8", "8!",
	"-", "–", "—", "−", "?", "？", "n.v.t.", "N.V.T.", "nvt", "n/a", "weet niet", "Weet Niet", "don't know", "don’t know", "geen mening", "niet van toepassing", "misschien",
}

// verdict is what became of one grade: itself, or why it is none.
func verdict(a account.Answer, why questionnaire.Reason) string {
	if a.Grade != 0 {
		return a.String()
	}
	return string(why.Ground)
}

// TestOneVerdictEverywhere: however a grade comes in, the same becomes of it.
func TestOneVerdictEverywhere(t *testing.T) {
	code := account.QuestionCode{KWI: 1, Serial: 2}
	l := listOf(t, "AA", questionnaire.Measure, "nl")
	book := written(t, l)
	for _, s := range spellings {
		a, why, _ := questionnaire.ReadGrade(questionnaire.Cell{Text: s}, questionnaire.Cell{})
		want := verdict(a, why)
		if a.Grade == 0 && why.Ground == "" {
			t.Errorf("%q is nothing", s)
		}

		r, err := readOne(filled(t, book, map[string][]any{"1.02": {s}, "1.01": {7}}), "x.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		if got := checked(t, r, code); got != want {
			t.Errorf("%q in a workbook is %q, not %q", s, got, want)
		}

		mail := questionnaire.Plain(l)
		mail = strings.Replace(mail, "\n1.01 "+questionnaire.Blank, "\n1.01 [ 7 ]", 1)
		for name, text := range map[string]string{
			"mail": strings.Replace(mail, "\n1.02 "+questionnaire.Blank, "\n1.02 ["+s+"]", 1), "wide brackets": strings.Replace(mail, "\n1.02 "+questionnaire.Blank, "\n1.02 ［"+s+"］", 1),
		} {
			r, ok := questionnaire.ReadText("> "+strings.ReplaceAll(text, "\n", "\n> "), "x.eml")
			if !ok {
				t.Fatal("no reference")
			}
			if got := checked(t, r, code); got != want {
				t.Errorf("%q in a %s is %q, not %q", s, name, got, want)
			}
		}

		for _, between := range []string{"\n", "\r", ";", "|"} {
			cells := questionnaire.SplitPaste(s + between + "7")
			a, why, _ := questionnaire.ReadGrade(cells[0].Grade, cells[0].Relevance)
			if got := verdict(a, why); len(cells) != 2 || got != want {
				t.Errorf("%q before %q pasted is %q, not %q", s, between, got, want)
			}
		}
		if got := tabled(t, s); got != want && want != string(questionnaire.NoAnswer) && want != string(questionnaire.Ungraded) || strings.ContainsAny(got, "123456789") && got != want {
			t.Errorf("%q in a table is %q, not %q", s, got, want)
		}
	}
}

// checked is what becomes of one question of a list.
func checked(t *testing.T, r questionnaire.Return, code account.QuestionCode) string {
	c, _ := newMedia(t)
	y := c.Newest()
	y.Answers, y.NPS, y.Remarks = nil, nil, nil
	f := questionnaire.Check(&c, "", r)
	if err := f.Apply(&c, true, true, "2011-06-12"); err != nil {
		t.Fatal(err)
	}
	why := questionnaire.Reason{}
	for _, i := range f.Items {
		if i.Code == code {
			why = i.Reason
		}
	}
	return verdict(c.Newest().Answers[r.Who].Of(code), why)
}

// tabled is what becomes of a grade in a table of an earlier cycle.
func tabled(t *testing.T, s string) string {
	rows, err := table.Split([]byte("cyclus\tvraagcode\tkwi\tKK\tBB\n2025H2\t1.02\tKennis\t" + s + "\t7\n"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := table.Read(rows)
	if err != nil {
		t.Fatal(err)
	}
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
	p := table.Plan(&c, read, "2026-11-20", account.Standard{})
	if err := p.Apply(&c); err != nil {
		t.Fatal(err)
	}
	for _, o := range p.Odd {
		if o.Ground == table.BadGrade {
			return o.Values[1]
		}
	}
	return c.Cycle("2025H2").Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2}).String()
}
