package table_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/table"
)

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// people is who stands on the list, with initials and name.
func people(c account.Client) string {
	var all []string
	for _, r := range c.Respondents {
		all = append(all, string(r.Initials)+" "+r.Name)
	}
	return strings.Join(all, ", ")
}

// TestOneToEleven: where 1.1 and 1.10 both stand in a column, they are the
// first and the tenth.
func TestOneToEleven(t *testing.T) {
	c, p := applied(t, running(), file(t, "codes-natural.csv"))
	k := c.Cycle("2025H1").KWIs[0]
	if len(k.Questions) != 11 || p.Answers() != 11 || !strings.Contains(odd(p), "1.1 → 1.01") {
		t.Fatalf("%+v\n%s", k.Questions, odd(p))
	}
	for i, q := range k.Questions {
		if want := "Oude vraag " + lang.For("").Int(i+1); q.Text != want || int(q.Code.Serial) != i+1 {
			t.Errorf("%s is %q", q.Code, q.Text)
		}
	}
}

func TestCodesInOtherColumns(t *testing.T) {
	for codes, want := range map[string]string{
		"1.01 1.02 1.09 1.1 1.11":        "1.01 1.02 1.09 1.10 1.11", // 1.10 was a number
		"1.1 1.2 1.3":                    "1.01 1.02 1.03",
		"1.2 1.10":                       "1.02 1.10",
		"1.1 1.2 1.9 1.1 1.11":           "1.01 1.02 1.09 1.10 1.11", // behind 1.9 a spreadsheet made a number of 1.10
		"1.01 1.2 1.10":                  "1.01 1.02 1.10",
		"1,1 1,2 1,10":                   "1.01 1.02 1.10",
		"KWI-1.1 KWI-1.10":               "1.01 1.10",
		"1.18 1.19 1.2 1.21 1.01 1.1":    "1.01 1.10 1.18 1.19 1.20 1.21",
		"1.1 1.2 1.9 1.11 1.19 1.2 1.21": "1.01 1.02 1.09 1.11 1.19 1.20 1.21",
		"１．１ １．１０":                       "1.01 1.10",
		"1.001 1.010":                    "1.01 1.10",
		"1.1: 1.10:":                     "1.01 1.10",
	} {
		text := "cyclus;vraagcode;vraag;KK\n"
		for i, code := range strings.Fields(codes) {
			text += "2025H1;" + code + ";Vraag " + string(rune('a'+i)) + ";8\n"
		}
		c, p := applied(t, running(), text)
		var got []string
		for _, q := range c.Cycle("2025H1").KWIs[0].Questions {
			got = append(got, q.Code.String())
		}
		if strings.Join(got, " ") != want || p.Answers() != len(got) {
			t.Errorf("%s is %v\n%s", codes, got, odd(p))
		}
	}
}

func TestLinesThatEndWithCRAlone(t *testing.T) {
	c, p := applied(t, running(), file(t, "lines-cr.csv"))
	if got := people(c); got != "AB Anna Bos, ÇD Çelik Demir, EF Émile Faure" || len(p.Odd) > 0 {
		t.Errorf("%s\n%s", got, odd(p))
	}
}

func TestRowsAreCountedAsASpreadsheetDoes(t *testing.T) {
	_, p := applied(t, running(), "initialen;naam;opmerking\nKK;Kees;\"een\ntwee\r\ndrie\"\n\n!!;Fout;\n")
	if !strings.Contains(odd(p), "A4 badinitials") {
		t.Errorf("%s", odd(p))
	}
}

// TestInitialsAreProposed: unique, from the names, and whatever the user says
// instead.
func TestInitialsAreProposed(t *testing.T) {
	c, p := applied(t, running(), file(t, "no-initials.csv"))
	if got := people(c); got != "AB Anna Bos, ABO Bos, Anne, JB Jan van der Berg, JBO Jan van den Born, C Cher, 李 李小龙" || len(p.Asked) != 6 {
		t.Errorf("%s\n%+v", got, p.Asked)
	}
	client := running()
	p = table.Plan(&client, read(t, file(t, "contacts.csv")), today, std)
	key, err := p.Find("Anna van Dijk")
	if err != nil {
		t.Fatal(err)
	}
	p = table.Plan(&client, p.Choose(key, "AVD"), today, std)
	if err := p.Apply(&client); err != nil || people(client) != "KK Kees Klant, AVD Anna van Dijk" || client.Respondents[1].Function != "CFO" {
		t.Errorf("%v: %s", err, people(client))
	}
	again := table.Plan(&client, read(t, file(t, "contacts.csv")), today, std)
	if again.Result() != table.Present || len(again.Asked) > 0 {
		t.Errorf("once more: %s %+v", again.Result(), again.Asked)
	}
	if _, err := p.Find("nobody"); !fault.Has(err, fault.NobodySuch) {
		t.Error(err)
	}
}

func TestOtherUsualHeads(t *testing.T) {
	want := []account.Respondent{{Initials: "AD", Name: "Anna van Dijk", Email: "ad@x.example", Function: "CFO", Remark: "Belt graag"}}
	for _, text := range []string{
		"Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Functietitel;Opmerking\nAnna;van;Dijk;ad@x.example;CFO;Belt graag\n",
		"First Name,Middle Name,Last Name,E-mail Address,Job Title,Notes\nAnna,van,Dijk,ad@x.example,CFO,Belt graag\n",
		"Init.;Naam;E-mail adres;FUNCTIE;Opmerkingen\nA.D.;Anna van Dijk;ad@x.example;CFO;Belt graag\n",
		"Initials (max 4)\tFull name\tMail\tPosition\tRemark\nAD\tAnna van Dijk\tad@x.example\tCFO\tBelt graag\n",
		"Ｎａａｍ;Email;Rol;Notitie\nAnna van Dijk;ad@x.example;CFO;Belt graag\n",
	} {
		c, p := applied(t, running(), text)
		if !reflect.DeepEqual(c.Respondents, want) || p.Left() > 0 {
			t.Errorf("%q: %+v\n%s", text, c.Respondents, odd(p))
		}
	}
	c, p := applied(t, running(), "Title,First Name,Last Name,E-mail Address\nDr.,Anna,Bos,a@x.example\n")
	if len(c.Newest().KWIs) > 0 || len(c.Respondents) != 1 || !strings.Contains(odd(p), "A1 unknown") {
		t.Errorf("%+v\n%s", c, odd(p))
	}
}

// TestOnePersonUnderOtherInitials: nothing is taken over before the user has
// said who it is.
func TestOnePersonUnderOtherInitials(t *testing.T) {
	noord := running()
	noord.Respondents = []account.Respondent{{Initials: "AB", Name: "Anna Bos", Email: "anna@noord.example"}}
	for _, text := range []string{file(t, "same-email.csv"), "Initialen;Naam;Functie\nBO;Bos, Anna;\n", "Initialen;E-mail\nBO;ANNA@noord.EXAMPLE\n", "naam;e-mail\nAnna Bos;elders@x.example\n"} {
		c := noord.Clone()
		p := table.Plan(&c, read(t, text), today, std)
		if !p.Open() || p.Asked[0].Like != "AB" {
			t.Fatalf("%q: nothing is asked: %+v", text, p.Asked)
		}
		if err := p.Apply(&c); !fault.Has(err, fault.SamePerson) || !reflect.DeepEqual(c, noord) {
			t.Errorf("%q: %v", text, err)
		}
		same := table.Plan(&c, p.Choose(p.Asked[0].Key, "AB"), today, std)
		if err := same.Apply(&c); err != nil || len(c.Respondents) != 1 {
			t.Errorf("%q: %v, %s", text, err, people(c))
		}
		other := noord.Clone()
		if err := settled(&other, read(t, text)).Apply(&other); err != nil || len(other.Respondents) != 2 {
			t.Errorf("%q: %v, %s", text, err, people(other))
		}
	}
	c := noord.Clone()
	p := table.Plan(&c, read(t, "Initialen;Naam\nBO;Anna Bos\n\nCyclus;Vraagcode;Vraag;BO\n2025H1;1.01;a;8\n"), today, std)
	p = table.Plan(&c, p.Choose(p.Asked[0].Key, "AB"), today, std)
	if err := p.Apply(&c); err != nil || len(c.Respondents) != 1 || c.Cycle("2025H1").Answers["AB"] == nil {
		t.Errorf("grades under the other initials: %v %+v", err, c.Cycle("2025H1"))
	}
}

// TestAStandardQuestionIsThatQuestion: in whatever words, it is not asked once
// more.
func TestAStandardQuestionIsThatQuestion(t *testing.T) {
	std := guide.StandardQuestions(account.Extended, "nl", "Zeewind BV")
	c := running()
	text := "KWI;Titel;Vraagcode;Vraag\n"
	for k := 1; k <= 5; k++ {
		n := string(rune('0' + k))
		text += "KWI-0" + n + ";Titel " + n + ";" + n + ".01;Een\n;;" + n + ".02;Twee\n;;" + n + ".03;Drie\n;;" + n + ".04;zeewind b.v. visibly worked on this KWI\n"
	}
	text += ";;5.05;Vier\nKWI-06;Titel 6;;Een\n;;;Twee\n;;;De leverancier heeft zichtbaar aan deze KWI gewerkt.\n"
	p := table.Plan(&c, read(t, text), today, std)
	if err := p.Apply(&c); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, k := range c.Newest().KWIs {
		n += len(k.Questions)
		if k.Standard(account.Noticed) == nil {
			t.Errorf("%s has none", k.Code)
		}
	}
	if n != 24 {
		t.Errorf("24 questions became %d\n%s", n, odd(p))
	}
	again := table.Plan(&c, read(t, strings.ReplaceAll(strings.ReplaceAll(text, ".04;", ".09;"), "zeewind b.v. visibly worked on this KWI", "Zeewind BV heeft zichtbaar gewerkt aan deze KWI")), today, std)
	if !again.Empty() || !strings.Contains(odd(again), "1.09 zegt hetzelfde als standaardvraag 1.04") {
		t.Errorf("under another code: %+v\n%s", again.KWIs, odd(again))
	}
}

func TestEachCycleHasItsTarget(t *testing.T) {
	c, p := applied(t, running(), "cyclus;kwi;titel;doel;vraagcode;vraag;KK\n2024H1;1;Kennis;7,0;1.01;a;6\n2024H2;1;Kennis;8,0;1.01;a;7\n2024H2;1;Kennis;9,0;1.02;b;7\n")
	if a, b := c.Cycle("2024H1").KWIs[0].Target, c.Cycle("2024H2").KWIs[0].Target; a != 700 || b != 800 || !strings.Contains(odd(p), "D4 differs") {
		t.Errorf("%s and %s\n%s", a, b, odd(p))
	}
}
