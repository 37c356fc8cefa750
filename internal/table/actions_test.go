package table_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/table"
)

// promised is a client with a KWI in the running cycle.
func promised() account.Client {
	c := running()
	c.LastKWI = 1
	c.Cycles[0].KWIs = []account.KWI{{Code: 1, Title: "Kennis", Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}, Text: "Kent ons werk", Kind: account.Own}}}}
	return c
}

// TestAnActionListBecomesActions: of any order of its columns, in both languages.
func TestAnActionListBecomesActions(t *testing.T) {
	want := []account.Action{
		{Number: "2026-01", Date: "2026-09-01", Text: "Dossier bijwerken", For: "Joe", Side: account.SupplierSide, Due: "2026-12-01", Status: account.Open, KWI: 1},
		{Number: "2026-02", Date: today, Text: "Planning delen", For: "KK", Side: account.ClientSide, Due: "2026-11-02", Status: account.Done, Done: today},
		{Number: "2026-03", Date: today, Text: "Folder maken", Side: account.SupplierSide, Status: account.Dropped},
	}
	for name, text := range map[string]string{
		"Dutch":        "KWI;Wat;Wie;Wanneer;Status;Datum;Kant\nKWI-01;Dossier bijwerken;Joe;1-12-2026;Open;1-9-2026;\n;Planning delen;KK;2-11-2026;Gereed;;klant\n;Folder maken;;;vervallen;;wij\n",
		"English":      "Party,Date,State,When,Who,Action,KWI no.\n,2026-09-01,In progress,2026-12-01,Joe,Dossier bijwerken,Kennis\nclient,,Closed,2026-11-02,KK,Planning delen,\nwe,,cancelled,,,Folder maken,\n",
		"other words":  "Actiepunt\tKWI\tActiehouder\tDeadline\tVoortgang\tAfgesproken op\tPartij\nDossier bijwerken\t1\tJoe\t2026-12-01\tloopt\t2026-09-01\t\nPlanning delen\t\tKK\t2 november 2026\tafgerond\t\tKlant\nFolder maken\t\t\t\tgeannuleerd\t\t\n",
		"ready or not": "Omschrijving;KWI;Naam;Uiterlijk;Gereed;Status;Datum afspraak;Kant\nDossier bijwerken;KWI-01 Kennis;Joe;1-12-2026;nee;;1-9-2026;\nPlanning delen;;KK;2-11-2026;x;;;klant\nFolder maken;;;;;vervallen;;\n",
	} {
		c, p := applied(t, promised(), text)
		if !reflect.DeepEqual(c.Cycles[0].Actions, want) || odd(p) != "" || len(p.Actions) != 3 {
			t.Errorf("%s:\n%+v\nnot\n%+v\n%s", name, c.Cycles[0].Actions, want, odd(p))
		}
		if len(c.Respondents) != 0 || len(c.Cycles[0].KWIs[0].Questions) != 2 { // the question on kept agreements joins
			t.Errorf("%s: %+v %+v", name, c.Respondents, c.Cycles[0].KWIs)
		}
		if again := table.Plan(&c, read(t, text), today, std); again.Result() != table.Present || odd(again) != "" {
			t.Errorf("%s, once more: %v\n%s", name, again.Result(), odd(again))
		}
	}
}

// TestWhatOfAnActionListDoesNotFitIsTold, each with its place.
func TestWhatOfAnActionListDoesNotFitIsTold(t *testing.T) {
	c := promised()
	c, p := applied(t, c, "Wat;Wie;Wanneer;Status;KWI;Periode\nBellen;Joe;z.s.m.;half;KWI-09;2026H2\n;Joe;;;;\nOud;Joe;;;;2025H1\n")
	if a := c.Cycles[0].Actions; len(a) != 1 || a[0].Due != "" || a[0].KWI != 0 || a[0].Status != account.Open {
		t.Errorf("%+v", a)
	}
	for _, want := range []string{"C2 badday", "D2 badvalue", "E2 actionkwi", "A3 noaction", "F4 othercycle"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %s:\n%s", want, odd(p))
		}
	}
	if p := table.Plan(&c, read(t, "Wat;Wie;Status\nBellen;Joe;gereed\n"), today, std); p.Result() != table.Present || !strings.Contains(odd(p), "A2 actionelse") {
		t.Errorf("%v\n%s", p.Result(), odd(p))
	}
	c.Cycles[0].Stage = account.Closed
	if p := table.Plan(&c, read(t, "Wat;Wie\nSchrijven;Joe\n"), today, std); p.Result() != table.Nothing || !strings.Contains(odd(p), "A1 norunningacts") {
		t.Errorf("%v\n%s", p.Result(), odd(p))
	}
}

// TestOldRecommendations: of several periods, one a row or one a column, they make
// the cycles that they were given in.
func TestOldRecommendations(t *testing.T) {
	for name, text := range map[string]string{
		"a row each":    "Respondent;Periode;NPS;Opmerking\nKees Klant;2025H1;9;Prima\nBea Bee;2025H1;6,0;\nKees Klant;2025H2;10;\n",
		"a column each": "Naam;NPS 2025H1;NPS 2e halfjaar 2025\nKees Klant;9;10\nBea Bee;6;\n",
		"with initials": "NPS-score,Waarom,Initialen,Naam,Meting\n9,Prima,KK,Kees Klant,2025-03-01\n6,,BB,Bea Bee,2025-1\n10,,KK,Kees Klant,2025-2\n",
	} {
		c, p := applied(t, running(), text)
		got := map[account.CycleName]map[account.Initials]int{}
		for _, y := range c.Cycles[:len(c.Cycles)-1] {
			got[y.Name] = map[account.Initials]int{}
			for who, n := range y.NPS {
				got[y.Name][who] = n.Score
				if !n.Anonymous || !n.NameUnasked || y.Stage != account.Closed {
					t.Errorf("%s: %+v in %s", name, n, y.Stage)
				}
			}
		}
		if want := map[account.CycleName]map[account.Initials]int{"2025H1": {"KK": 9, "BB": 6}, "2025H2": {"KK": 10}}; !reflect.DeepEqual(got, want) || odd(p) != "" {
			t.Errorf("%s: %v\n%s", name, got, odd(p))
		}
		if !strings.Contains(name, "column") && c.Cycles[0].NPS["KK"].Why != "Prima" || c.Respondents[0].Remark != "" {
			t.Errorf("%s: %+v %+v", name, c.Cycles[0].NPS, c.Respondents)
		}
		said := strings.Join(p.Lines(lang.For("nl")), "\n")
		if !strings.Contains(said, "afgesloten cyclus 2025H1: 2 aanbevelingen") || !strings.Contains(said, "afgesloten cyclus 2025H2: 1 aanbeveling") {
			t.Errorf("%s:\n%s", name, said)
		}
		// Once more nothing changes, and whether a score is another is not told.
		same, other := table.Plan(&c, read(t, text), today, std), table.Plan(&c, read(t, strings.Replace(text, "9", "3", 1)), today, std)
		if same.Result() != table.Present || !same.Empty() || strings.Join(same.Lines(lang.For("nl")), "\n") != strings.Join(other.Lines(lang.For("nl")), "\n") {
			t.Errorf("%s, once more: %v\n%s\n%s", name, same.Result(), odd(same), odd(other))
		}
	}
}

// TestRecommendationsThatDoNotFitAreTold, and those of the running cycle join it.
func TestRecommendationsThatDoNotFitAreTold(t *testing.T) {
	c := running()
	c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees"}, {Initials: "BB", Name: "Bea"}}
	c.Cycles[0].NPS = map[account.Initials]account.NPS{"BB": {Score: 3}}
	c, p := applied(t, c, "Initialen;NPS\nKK;8\nBB;9\nKK;elf\n;7\n")
	if y := c.Cycles[0]; y.NPS["KK"].Score != 8 || y.NPS["BB"].Score != 3 {
		t.Errorf("%+v", y.NPS)
	}
	for _, want := range []string{"recommended", "B4 badrecommend", "B5 nowho"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %s:\n%s", want, odd(p))
		}
	}
	p = table.Plan(&c, read(t, "Initialen;Naam;Periode;NPS\nKK;Kees;;8\nKK;Kees;2031H1;8\n"), today, std)
	for _, want := range []string{"D2 noperiod", "later"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %s:\n%s", want, odd(p))
		}
	}
	// A grade without a question says how a recommendation is called.
	p = table.Plan(&c, read(t, "Respondent;Periode;Score\nKees;2025H1;9\n"), today, std)
	if !p.Empty() || !strings.Contains(odd(p), "noem de kolom dan NPS") {
		t.Errorf("%v\n%s", p.Result(), odd(p))
	}
	// Beside grades it is a figure that the table worked out, as before.
	p = table.Plan(&c, read(t, "Cyclus;Vraagcode;Vraag;KK;NPS\n2025H1;1.01;Kent ons;8;40\n"), today, std)
	if !strings.Contains(odd(p), "E1") || len(p.Waves) != 0 {
		t.Errorf("%+v\n%s", p.Waves, odd(p))
	}
}
