package table_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/table"
)

// TestAQuoteThatNobodyClosedSwallowsNoRows: the people below it come in.
func TestAQuoteThatNobodyClosedSwallowsNoRows(t *testing.T) {
	for name, text := range map[string]string{
		"to the end":   "Initialen;Naam;Opmerking\nAA;An;\"goed\nBB;Bo;\n\nCC;Cor;\nx x;Nee;\n",
		"in a name":    "Initialen;Naam;Opmerking\nAA;\"An;goed\nBB;Bo;\n\nCC;Cor;\nx x;Nee;\n",
		"to the next":  "Initialen;Naam;Opmerking\nAA;An;\"goed\nBB;Bo;\"\"\n\nCC;Cor;\nx x;Nee;\n",
		"with returns": "Initialen;Naam;Opmerking\r\nAA;An;\"goed\r\nBB;Bo;\r\n\r\nCC;Cor;\r\nx x;Nee;\r\n",
	} {
		c, p := applied(t, running(), text)
		if len(c.Respondents) != 3 || c.Respondents[0].Initials != "AA" || c.Respondents[2].Name != "Cor" || !strings.HasPrefix(odd(p), "A6 badinitials") {
			t.Errorf("%s: %+v\n%s", name, c.Respondents, odd(p))
		}
	}
	c, p := applied(t, running(), "Initialen;Naam;Opmerking\nAA;An;\"zij zei \"\"ja\"\"\nen \"\"nee\"\"\"\nBB;Bo;\n")
	if len(c.Respondents) != 2 || c.Respondents[0].Remark == "" || !strings.Contains(c.Respondents[0].Remark, "\nen") || odd(p) != "" {
		t.Errorf("a cell of two lines: %+v\n%s", c.Respondents, odd(p))
	}
}

// TestWhatIsYetToComeWasNotDone: not agreed either. Of a list with one date that is
// the day by which something is to be done.
func TestWhatIsYetToComeWasNotDone(t *testing.T) {
	c, p := applied(t, promised(), "Wat;Wie;Wanneer;Gereed;Datum\nEen;Joe;1-12-2026;1-3-2027;1-9-2026\nTwee;Joe;1-12-2026;;1-3-2027\nDrie;Joe;;;1-3-2027\nVier;Joe;1-10-2026;2-10-2026;\nVijf;Joe;2026-12-01 09:30:00;;\n")
	a := c.Cycles[0].Actions
	if len(a) != 5 || a[0].Status != account.Open || a[0].Done != "" || a[1].Date != today || a[2].Due != "2027-03-01" || a[2].Date != today ||
		a[3].Status != account.Done || a[3].Done != "2026-10-02" || a[4].Due != "2026-12-01T09:30" {
		t.Errorf("%+v", a)
	}
	if got := odd(p); strings.Count(got, "yettocome") != 2 || !strings.HasPrefix(got, "D2 ") || !strings.Contains(got, "\nE3 ") {
		t.Error(got)
	}
	if _, p = applied(t, promised(), "Wat;Status;Gereed\nEen;gereed;nee\n"); !strings.HasPrefix(odd(p), "C2 badvalue") {
		t.Errorf("two columns that say otherwise: %s", odd(p))
	}
}

// TestTheSameWordsForAnotherKWIAreAnotherAction, and what is told otherwise of one
// that is there is said.
func TestTheSameWordsForAnotherKWIAreAnotherAction(t *testing.T) {
	c := promised()
	c.LastKWI = 2
	c.Cycles[0].KWIs = append(c.Cycles[0].KWIs, account.KWI{Code: 2, Title: "Tempo"})
	list := "Wat;Wie;KWI;Waarom\nBellen;Joe;1;a\nBellen;Joe;2;b\n"
	c, p := applied(t, c, list)
	if a := c.Cycles[0].Actions; len(a) != 2 || a[1].KWI != 2 || a[1].Why != "b" || odd(p) != "" {
		t.Errorf("%+v\n%s", a, odd(p))
	}
	if again := table.Plan(&c, read(t, list), today, std); again.Result() != table.Present || odd(again) != "" {
		t.Errorf("once more: %v\n%s", again.Result(), odd(again))
	}
	_, p = applied(t, c, "Wat;Wie;Waarom\nBellen;Joe;c\n")
	if !strings.HasPrefix(odd(p), "A2 actionelse") {
		t.Errorf("another why: %s", odd(p))
	}
}

// TestTwoColumnsOfOnePeriodAreRefused, for nobody knows which is meant; and a why
// beside one column goes with it, beside several it is told.
func TestTwoColumnsOfOnePeriodAreRefused(t *testing.T) {
	rows, err := table.Split([]byte("Naam;NPS 2024H1;2024H1 NPS\nKees;9;2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = table.Read(rows); !fault.Has(err, fault.Doubled) {
		t.Errorf("got %v", err)
	}
	c, p := applied(t, running(), "Initialen;Naam;NPS 2024H1;Waarom\nKK;Kees;9;fijn\n")
	if n := c.Cycles[0].NPS["KK"]; n.Score != 9 || n.Why != "fijn" || odd(p) != "" {
		t.Errorf("%+v\n%s", n, odd(p))
	}
	_, p = applied(t, running(), "Initialen;Naam;NPS 2024H1;NPS 2024H2;Waarom\nKK;Kees;9;8;fijn\n")
	if !strings.HasPrefix(odd(p), "E1 idle") {
		t.Error(odd(p))
	}
}

// TestAFormulaWithoutAResultIsNothing: what a spreadsheet shows for it is nobody's
// name, and each is told.
func TestAFormulaWithoutAResultIsNothing(t *testing.T) {
	c, p := applied(t, promised(), "Wat;Wie;Wanneer\nBellen;#VERW!;1-12-2026\nMailen;Joe;#N/A\n#NAAM?;Joe;\n")
	if a := c.Cycles[0].Actions; len(a) != 2 || a[0].For != "" || a[1].Due != "" {
		t.Errorf("%+v", a)
	}
	if got := odd(p); strings.Count(got, "uncomputed") != 3 || strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, "B2 uncomputed") {
		t.Error(got)
	}
}
