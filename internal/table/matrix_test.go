package table_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/table"
)

// tested is a client whose KWIs are being tested: KK and BB take part, CC has
// left, and BB judges one question already.
func tested() account.Client {
	c := running()
	c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Bea Bee"}, {Initials: "CC", Name: "Cor Cee", Left: "2026-10-01"}}
	c.Cycles[0].KWIs = []account.KWI{
		{Code: 1, Title: "Kennis", Questions: []account.Question{
			{Code: account.QuestionCode{KWI: 1, Serial: 1}, Text: "Kent ons werk", Kind: account.Own},
			{Code: account.QuestionCode{KWI: 1, Serial: 2}, Text: "Wij merkten het.", Kind: account.Noticed},
		}},
		{Code: 2, Title: "Inspiratie", Questions: []account.Question{
			{Code: account.QuestionCode{KWI: 2, Serial: 1}, Text: "Adviseert ons", Kind: account.Own},
			{Code: account.QuestionCode{KWI: 2, Serial: 2}, Text: "Wij merkten het.", Kind: account.Noticed},
		}},
	}
	c.Cycles[0].Assigned = map[account.Initials][]account.QuestionCode{"BB": {{KWI: 2, Serial: 1}}}
	return c
}

// judge are the questions of everybody, in one line.
func judge(c account.Client) string {
	var out []string
	for _, r := range c.Respondents {
		if codes := c.Newest().Assigned[r.Initials]; len(codes) > 0 {
			out = append(out, string(r.Initials)+" "+lang.For("nl").Codes(codes))
		}
	}
	return strings.Join(out, "; ")
}

func TestAMatrixIsReadHoweverItIsWritten(t *testing.T) {
	const want = "KK 1.01, 1.02, 2.02; BB 1.01"
	for name, text := range map[string]string{
		"codes":     "Vraagcode\tKK\tBB\n1.01\tx\tx\n1.02\tx\t\n2.01\t\t\n2.02\tx\t\n",
		"one digit": "Nr;KK;BB\n1.1;1;1\n1.2;1;0\n2.1;0;0\n2.2;1;0\n",
		"words":     "KWI;Vraag;KK;BB\nKWI-01;Kent ons werk;ja;JA\n;Wij merkten het.;ja;nee\nKWI-02;Adviseert ons;nee;nee\n;Wij merkten het.;ja;nee\n",
		"names":     "Question,Kees Klant,\"Bee, Bea\"\n1.01 Kent ons werk,yes,yes\n1.02,yes,no\n2.01,no,-\n2.02,yes,–\n",
		"small":     "vraag\tkk\tBea Bee (BB)\n1.01\t■\t■\n1.02\t■\t·\n2.01\t·\t·\n2.02\t■\t·\n",
		"no corner": "\tKK\tBB\nKWI-01 Kennis\t\t\n1.01 Kent ons werk\tX\tX\n1.02 Wij merkten het.\tX\t\nInspiratie\t\t\nAdviseert ons\t\t\nWij merkten het.\tX\t\n",
		"ours":      "Wie kan wat beoordelen?\tKK\tBB\n1.01 Kent ons werk\tWAAR\tTRUE\n1.02 Wij merkten het.\tWAAR\tONWAAR\n2.01 Adviseert ons\tONWAAR\tFALSE\n2.02\tWAAR\tONWAAR\n",
		"titles":    "Titel;Vraag;KK;BB\nKennis;Kent ons werk;x;x\nKennis;Wij merkten het.;x;\nInspiratie;Adviseert ons;;\nInspiratie;Wij merkten het.;x;\n",
		"repeated":  "Vraag;KK;BB\n1.01;x;x\n1.02;x;\n;;\nVraag;KK;BB\n2.01;;\n2.02;x;\n",
	} {
		c, p := applied(t, tested(), text)
		if got := judge(c); got != want || len(p.KWIs)+len(p.People)+len(p.Cycles) > 0 || !p.Crosses() {
			t.Errorf("%s: %s\n%s", name, got, odd(p))
		}
		if strings.Contains(odd(p), "blijft weg") {
			t.Errorf("%s: %s", name, odd(p))
		}
		if again := table.Plan(&c, read(t, text), today, std); !again.Empty() || again.Result() != table.Present || again.Ticked != 8 {
			t.Errorf("%s, once more: %+v", name, again)
		}
	}
}

func TestAMatrixSaysWhatItChangesAndWhatIsOdd(t *testing.T) {
	text := "Vraagcode;Vraag;KK;BB;CC;Piet;Totaal\n" +
		"KWI-01;Kennis;x;;;;\n" +
		"1.01;Kent ons werk;x;misschien;x;;2\n" +
		"1.02;Adviseert ons;x;x;;x;2\n" +
		"1.09;Onbekend;x;;;x;1\n" +
		";Nooit gevraagd;x;x;;;1\n" +
		"2.01;;x;;;;1\n" +
		"2.01;;;;;;0\n" +
		";;x;;;;1\n"
	c, p := applied(t, tested(), text)
	if got := judge(c); got != "KK 1.01, 2.01" {
		t.Errorf("they judge %s", got)
	}
	if want := []table.Crossed{{Who: "BB", Loses: []account.QuestionCode{{KWI: 2, Serial: 1}}}, {Who: "KK", Gets: []account.QuestionCode{{KWI: 1, Serial: 1}, {KWI: 2, Serial: 1}}}}; !reflect.DeepEqual(p.Crossed, want) {
		t.Errorf("%+v", p.Crossed)
	}
	for _, want := range []string{
		"E1 notawaited: CC doet in 2026H2 niet mee", "F1 nobody: “Piet”", "G1 unknown: kolom “Totaal”", "ofkwi: dit is de rij van een KWI",
		"D3 badtick: “misschien”", "B4 otherwords: bij 1.02 staan de woorden van 2.01", "notasked: “1.09” is geen vraag van 2026H2",
		"B6 notasked: “Nooit gevraagd”", "C8 tickedtwice: KK staat bij 2.01 twee keer", "B9 unasked",
	} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not say %q:\n%s", want, odd(p))
		}
	}
	said := strings.Join(p.Lines(lang.For("nl")), "\n")
	for _, want := range []string{"wie wat kan beoordelen, in 2026H2:", "  KK: erbij 1.01, 2.01", "  BB: eraf 2.01"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
}

// TestAMatrixTakesNoAnswerAwayUnasked: what was answered goes only where somebody
// said that it may, and then all of the matrix holds.
func TestAMatrixTakesNoAnswerAwayUnasked(t *testing.T) {
	c := tested()
	if err := c.Answer("", "BB", account.Answer{Question: account.QuestionCode{KWI: 2, Serial: 1}, Grade: 8, Relevance: account.Neutral}, today); err != nil {
		t.Fatal(err)
	}
	p := table.Plan(&c, read(t, "Vraagcode;KK;BB\n1.01;x;x\n2.01;x;\n"), today, std)
	if p.Aside() != 1 || p.Empty() || !slices.Contains(p.Lines(lang.For("en")), "1 question that goes was answered already") {
		t.Errorf("%d: %q", p.Aside(), p.Lines(lang.For("en")))
	}
	was := c.Clone()
	if err := p.Apply(&c); !fault.Has(err, fault.KeepsAnswers) || !reflect.DeepEqual(c, was) {
		t.Fatalf("%v, %+v", err, c)
	}
	if err := c.PuttingAside(1, today, "RM", p.Apply); err != nil {
		t.Fatal(err)
	}
	if got := judge(c); got != "KK 1.01, 2.01; BB 1.01" || len(c.Newest().Amendments) != 1 {
		t.Errorf("%s, %+v", got, c.Newest().Amendments)
	}
	sound(t, c)
}

func TestWhatIsNoMatrixIsReadAsBefore(t *testing.T) {
	for name, text := range map[string]string{
		"grades":   "Cyclus;Vraagcode;KWI;KK\n2025H1;1.01;Kennis;1\n",
		"no ticks": "Vraagcode;KK;BB\n1.01;;\n1.02;-;\n",
		"people":   "Initialen;Naam;KK\nDD;Dirk;x\n",
		"a mark":   "KWI;Titel;Vraag;Verplicht\nKWI-03;Nieuw;Komt erbij;x\n",
	} {
		c := tested()
		if p := table.Plan(&c, read(t, text), today, std); p.Crosses() {
			t.Errorf("%s: %+v", name, p.Crossed)
		}
	}
	c := tested()
	c.Cycles[0].Stage = account.Closed
	if p := table.Plan(&c, read(t, "Vraagcode;KK\n1.01;x\n"), today, std); !strings.Contains(odd(p), "nomatrix") || !p.Empty() {
		t.Errorf("a closed cycle changes: %s", odd(p))
	}
	c = tested()
	two := append(c.Respondents, account.Respondent{Initials: "KL", Name: "Kees Klant"})
	c.Respondents = two
	if p := table.Plan(&c, read(t, "Vraagcode;Kees Klant\n1.01;x\n"), today, std); !strings.Contains(odd(p), "namesakes") || !p.Empty() {
		t.Errorf("one of two of the same name: %s", odd(p))
	}
}
