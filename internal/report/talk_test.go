package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// spoken is a client with whom one talk was held; what is INTERN nobody heard.
func spoken(t *testing.T) account.Client {
	t.Helper()
	c := account.Client{ID: "dorp", Name: "Dorp", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant", Language: "nl"}, {Initials: "DD", Language: "en"}},
		Cycles: []account.Cycle{{Name: "2027H1", Stage: account.Draft}}}
	heard := func(who account.Initials, text string) account.Note {
		n := account.Note{Date: "2026-11-20", With: who, Text: text, Heard: []account.Initials{who}}
		if err := c.AddNote("", n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	top := heard("KK", "Eén deur, graag.")
	heard("KK", "Sneller [antwoord].\nEcht.")
	heard("DD", "A door for Dora")
	code, err := c.WishKWI("", top, top.Title(), account.Standard{Noticed: "merkbaar", Kept: "nagekomen"})
	if err == nil {
		_, err = c.AddQuestion("", code, account.Question{Text: "Is er één deur?"})
	}
	for _, err := range []error{err, c.AddNote("", account.Note{Date: "2026-11-20", With: "KK", Text: "INTERN hij is moe"}), c.HearNotExpected("", "KK", "Geen post\nGeen borrel", "2026-11-20"),
		c.NotExpect("", "DD", "INTERN"), c.PromiseConcept("", "KK", "2026-11-28"), c.PromiseConcept("", "DD", "2026-11-30")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func TestATalkIsReadBackInWriting(t *testing.T) {
	c := spoken(t)
	o := report.Options{Language: "en", Supplier: "Bestseller", Today: "2026-11-21"}
	talk, ok := report.TalkOf(&c, "", "KK", o)
	if !ok {
		t.Fatal("nothing was heard")
	}
	want := `Beste Kees,

Dank voor het gesprek. Dit heb ik genoteerd.

Wat voor u het zwaarst weegt:
- Eén deur, graag.

Wat ik u over een half jaar vraag:
- Is er één deur?

Wat u verder noemde:
- Sneller [antwoord].
  Echt.

Wat u niet van ons verwacht:
- Geen post
- Geen borrel

Uiterlijk zaterdag 28 november 2026 hebt u mijn concept.

Klopt er iets niet, dan hoor ik dat graag.

Met vriendelijke groet,

Joe
Bestseller`
	if got := talk.Letter("Joe\nBestseller"); got != want {
		t.Errorf("the letter is\n%s", got)
	}
	var b bytes.Buffer
	if err := markdown.Monitor(&b, talk.Document()); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"# Wat ik in ons gesprek noteerde · Dorp", "*Voor Kees Klant*", "## Wat voor u het zwaarst weegt", "> Eén deur, graag.", "> Geen borrel", "Uiterlijk zaterdag 28 november 2026"} {
		if !strings.Contains(b.String(), text) {
			t.Errorf("%q is not in\n%s", text, b.String())
		}
	}
	for _, other := range []string{"INTERN", "Dora", "merkbaar", "{"} {
		if strings.Contains(b.String()+talk.Letter(""), other) {
			t.Errorf("%q is in\n%s", other, b.String())
		}
	}
	if talk, ok = report.TalkOf(&c, "2027H1", "DD", o); !ok || !strings.HasPrefix(talk.Letter("Joe"), "Dear Sir or Madam,\n\n") || strings.Contains(talk.Letter(""), "INTERN") || !strings.Contains(talk.Letter(""), "by Monday 30 November 2026") {
		t.Errorf("%v: %s", ok, talk.Letter(""))
	}
}

func TestOfNothingHeardThereIsNothingToReadBack(t *testing.T) {
	c := spoken(t)
	for i := range c.Cycles[0].Notes {
		c.Cycles[0].Notes[i].Heard = nil
	}
	o := report.Options{Language: "nl", Today: "2026-11-21"}
	for _, test := range []struct {
		cycle account.CycleName
		who   account.Initials
	}{{"", "DD"}, {"", "ZZ"}, {"1999H1", "KK"}} {
		if _, ok := report.TalkOf(&c, test.cycle, test.who, o); ok {
			t.Errorf("%v", test)
		}
	}
}
