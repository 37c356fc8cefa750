package page_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/page"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
)

// asked is a client, and the list of a respondent of theirs as it was sent.
func asked(t testing.TB, tag string) (account.Client, questionnaire.List) {
	t.Helper()
	mark := account.MarkOf(bytes.Repeat([]byte{7}, 32))
	c := account.Client{ID: "acme", Name: "Acme", Approach: account.Extended, Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant", Email: "kk@acme.example", Language: tag, Browser: true}}}
	y := account.Cycle{Name: "2011H1", Stage: account.Measure, AnswersBy: account.ByName, Assigned: map[account.Initials][]account.QuestionCode{}}
	for kwi, title := range []string{"Kennis", "Snelheid"} {
		k := account.KWI{Code: account.KWICode(kwi + 1), Title: title, Expectation: "Wij willen “" + title + "” merken."}
		for n, text := range []string{"BESTSELLER legt kennis vast.", "We merkten dat BESTSELLER hier zichtbaar aan werkte."} {
			q := account.QuestionCode{KWI: k.Code, Serial: uint16(n + 1)}
			k.Questions = append(k.Questions, account.Question{Code: q, Text: text})
			y.Assigned["KK"] = append(y.Assigned["KK"], q)
		}
		y.KWIs = append(y.KWIs, k)
	}
	y.Sendings = map[account.Initials][]account.Sending{"KK": {{Mark: mark, Date: "2011-03-01", Promise: account.ByName, Asked: y.Wording("KK")}}}
	c.Cycles = []account.Cycle{y}
	l := questionnaire.For(&c, &c.Cycles[0], "KK", questionnaire.Sender{Supplier: "BESTSELLER", Name: "R. Manager"}, questionnaire.Measure, tag)
	l.Mark = mark
	return c, l
}

func written(t testing.TB, l questionnaire.List) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, l, "rm@bestseller.example"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// heard is what a list said, as it is kept.
type heard struct {
	sheet   account.Sheet
	nps     account.NPS
	remark  string
	notices []questionnaire.Ground
	bad     int
}

// found is what a return says, kept in a client.
func found(c account.Client, r questionnaire.Return) heard {
	c = c.Clone()
	f := questionnaire.Check(&c, "2011H1", r)
	if err := f.Apply(&c, false, false, "2011-03-08"); err != nil {
		return heard{bad: -1 - f.Bad()}
	}
	y := c.Cycle("2011H1")
	return heard{y.Answers["KK"], y.NPS["KK"], y.Remarks["KK"], grounds(f.Notices), f.Bad()}
}

// filled is the same list as a workbook, with the answers that the browser is
// given. What a workbook cannot hold is as little there.
func filled(t testing.TB, l questionnaire.List, c account.Client) questionnaire.Return {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.Write(&b, l, "2011-03-01"); err != nil {
		t.Fatal(err)
	}
	back, err := sheet.Read(b.Bytes(), "list.xlsx")
	if err != nil || len(back) != 1 {
		t.Fatal(back, err)
	}
	r := back[0]
	for i := range r.Lines {
		switch r.Lines[i].Code.String() {
		case "1.01":
			r.Lines[i].Grade.Text, r.Lines[i].Relevance.Text = "8", ">"
		case "1.02":
			r.Lines[i].Grade.Text = "5"
		case "2.02":
			r.Lines[i].Grade.Text, r.Lines[i].Relevance.Text = "1", "<"
		}
	}
	said := map[questionnaire.Key]string{
		questionnaire.Remark: strings.NewReplacer("[", "(", "]", ")").Replace(remark), questionnaire.MayRead: "ja", questionnaire.Score: "0",
		questionnaire.Why: "omdat het zo is", questionnaire.Named: "nee",
	}
	for i := range r.Asks {
		r.Asks[i].Text = said[r.Asks[i].Key]
	}
	return r
}

// TestThePageAsItIsWrittenIsEmpty: it comes back from nobody.
func TestThePageAsItIsWrittenIsEmpty(t *testing.T) {
	_, l := asked(t, "nl")
	r, err := page.Read(written(t, l), "/tmp/x/lijst.html")
	if err != nil || !r.Empty() || r.Reference != l.Reference() || r.File != "lijst.html" {
		t.Errorf("%+v %v", r, err)
	}
	if !page.IsPage(written(t, l)) || page.IsPage([]byte("Subject: <!DOCTYPE html>")) {
		t.Error("a page is not told from another file")
	}
}

// TestTheListSaysWhatTheSheetSays: the promise, the mark and every question.
func TestTheListSaysWhatTheSheetSays(t *testing.T) {
	_, l := asked(t, "nl")
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		if l.Promise = by; by == account.ByGroup {
			l.Shown = "Uw cijfers worden alleen samen met die van anderen getoond, nooit bij uw naam."
		}
		said := strings.Join(strings.Fields(string(written(t, l))), " ")
		for _, words := range []string{l.Shown, l.Reference().String(), l.Heading, l.When, l.Thanks, "Wij willen “Kennis” merken."} {
			if strings.Count(said, words) < 2 { // in the page and in its text
				t.Errorf("%s: %q stands there %d times", by, words, strings.Count(said, words))
			}
		}
		r, err := page.Read(written(t, l), "x")
		if err != nil || r.Promise != by {
			t.Error(r.Promise, err)
		}
	}
}

// TestAHostilePageIsRefused with a sentence of its own.
func TestAHostilePageIsRefused(t *testing.T) {
	_, l := asked(t, "nl")
	good := string(written(t, l))
	half := good[:strings.Index(good, "1.02 [")+20]
	for what, c := range map[string]struct {
		page string
		kind fault.Kind
	}{
		"of somebody else": {"<!doctype html><p>acme · 2011H1 · KK", fault.NotOurs},
		"half":             {half, fault.BrokenPage},
		"twice":            {good + good, fault.BrokenPage},
		"emptied":          {good[:strings.Index(good, "<pre")] + `<pre id="kwi-answers">nothing</pre>`, fault.BrokenPage},
		"with zeros":       {strings.Replace(good, "1.02 [", "1.02 [\x00", 1), fault.BrokenPage},
		"not text":         {strings.Replace(good, "1.02 [", "1.02 [\xff", 1), fault.BrokenPage},
		"huge":             {good + strings.Repeat("x", 2<<20), fault.Overflow},
	} {
		if _, err := page.Read([]byte(c.page), "x.html"); !fault.Has(err, c.kind) {
			t.Errorf("%s: %v", what, err)
		}
	}
	// Whatever else is put in it is not looked at.
	r, err := page.Read([]byte(strings.Replace(good, "<pre", "<script>alert(1)</script><pre", 1)), "x.html")
	if err != nil || !r.Empty() {
		t.Error(r, err)
	}
	r, err = page.Read([]byte(strings.Replace(good, "1.02 [  ]", "1.02 [<b onclick=x>7</b>&gt;]", 1)), "x.html")
	if err != nil || len(r.Lines) != 4 || r.Lines[1].Grade.Text != "7>" {
		t.Error(r.Lines, err)
	}
}

// TestAPageThatSomebodyEditedByHandKeepsWhatTheyTyped: the signs beside grades are no
// marks of a page, and where an editor ends a line with one the next line is read too.
func TestAPageThatSomebodyEditedByHandKeepsWhatTheyTyped(t *testing.T) {
	_, l := asked(t, "nl")
	good := string(written(t, l))
	typed := strings.NewReplacer("1.01 [  ]", "1.01 [8<]", "1.02 [  ]", "1.02 [9>]", "2.01 [  ]", "2.01 [7 <]").Replace(good)
	edited := strings.NewReplacer("1.01 [  ]", "1.01 [8&lt;]", "1.02 [  ]", "1.02 [9&gt;]", "2.01 [  ]", "2.01 [7&lt;]").Replace(good)
	at, end := strings.Index(edited, "1.01 ["), strings.Index(edited, "</pre>")
	edited = edited[:at] + strings.ReplaceAll(edited[at:end], "\n", "<br>") + edited[end:]
	for name, p := range map[string]string{"bare signs": typed, "ends of lines": edited} {
		r, err := page.Read([]byte(p), "x.html")
		var said []string
		for _, line := range r.Lines {
			said = append(said, strings.ReplaceAll(line.Grade.Text, " ", ""))
		}
		if got := strings.Join(said, " "); err != nil || strings.TrimSpace(got) != "8< 9> 7<" {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	_, l := asked(f, "nl")
	good := written(f, l)
	f.Add(good)
	f.Add(bytes.Replace(good, []byte("1.01 [  ]"), []byte("1.01 [8&gt;]"), 1))
	f.Add([]byte(`<html><pre id=kwi-answers>A [| x`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, _ := asked(t, "nl")
		r, err := page.Read(data, "x.html")
		if err != nil {
			if _, told := fault.Of(err); !told {
				t.Errorf("no sentence for %v", err)
			}
			return
		}
		_ = questionnaire.Check(&c, "2011H1", r)
		_ = r.Empty()
	})
}
