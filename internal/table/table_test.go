package table_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/score"
	"kwi/internal/table"
)

const today = account.Date("2026-11-21")

var std = account.Standard{Noticed: "Wij merkten het.", Kept: "Nagekomen."}

func read(t testing.TB, text string) table.Table {
	t.Helper()
	rows, err := table.Split([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	tab, err := table.Read(rows)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// running is a client who has only just begun.
func running() account.Client {
	return account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended,
		Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
}

// applied is the client after a table, which must be one that a portable file
// can hold.
func applied(t testing.TB, c account.Client, text string) (account.Client, table.Proposal) {
	t.Helper()
	p := table.Plan(&c, read(t, text), today, std)
	was := c.Clone()
	next := c.Clone()
	if err := p.Apply(&next); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(c, was) {
		t.Fatal("a plan changed the client")
	}
	sound(t, next)
	return next, p
}

type failer interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func sound(t failer, c account.Client) {
	t.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: "S", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	if _, err := portable.Read(&b); err != nil {
		t.Fatalf("the client does not hold together: %v", err)
	}
}

func odd(p table.Proposal) string {
	var all []string
	for _, o := range p.Odd {
		all = append(all, o.At.String()+" "+string(o.Ground)+": "+o.Say(lang.For("nl")))
	}
	return strings.Join(all, "\n")
}

func TestRespondentsInBothLanguagesAndSigns(t *testing.T) {
	for name, text := range map[string]string{
		"comma":     "Initials,Name,E-mail,Function,Level,Language\nKK,\"Klant, Kees\",kk@x.example,Director,strategic,dutch\nBB,Bee,bb@x.example,,Operational,en\n",
		"semicolon": "initialen;naam;e-mail;functie;niveau;taal\r\nKK;Klant, Kees;kk@x.example;Director;Strategisch;nl\r\nBB;Bee;bb@x.example;;operationeel;Engels\r\n",
		"tab":       "\ufeffInitialen:\tNaam\te-mail\tFunctie\tNiveau\tTaal\nKK\t\"Klant, Kees\"\tkk@x.example\tDirector\tstrategisch\tNederlands\nBB\tBee\tbb@x.example\t\toperationeel\tengels",
		"title":     "Onze contactpersonen\n\nsep\nInitialen;Naam;E-mail;Functie;Niveau;Taal\n;;;;;\nKK;Klant, Kees;kk@x.example;Director;Strategisch;nl\nBB;Bee;bb@x.example;;operationeel;Engels\n",
		"sep":       "sep=;\r\nInitialen;Naam;E-mail;Functie;Niveau;Taal\r\nKK;Klant, Kees;kk@x.example;Director;Strategisch;nl\r\nBB;Bee;bb@x.example;;operationeel;Engels\r\n",
	} {
		c, p := applied(t, running(), text)
		want := []account.Respondent{
			{Initials: "KK", Name: "Klant, Kees", Email: "kk@x.example", Function: "Director", Level: account.Strategic, Language: "nl"},
			{Initials: "BB", Name: "Bee", Email: "bb@x.example", Level: account.Operational, Language: "en"},
		}
		told := ""
		if name == "title" {
			told = `A1 above: boven de koppen wordt niets gelezen; daar staat “Onze contactpersonen” (rijen: 2)`
		}
		if !reflect.DeepEqual(c.Respondents, want) || odd(p) != told || len(p.People) != 2 {
			t.Errorf("%s: %+v\n%s", name, c.Respondents, odd(p))
		}
		if again := table.Plan(&c, read(t, text), today, std); !again.Empty() || odd(again) != told || again.Result() != table.Present {
			t.Errorf("%s, once more: %+v", name, again)
		}
	}
}

func TestTheOlderCodeOfWindows(t *testing.T) {
	c, _ := applied(t, running(), "initialen;naam\nRB;Ren\xe9 \x80\n")
	if c.Respondents[0].Name != "René €" {
		t.Errorf("%q", c.Respondents[0].Name)
	}
	c, _ = applied(t, running(), "\xff\xfei\x00n\x00i\x00t\x00\t\x00n\x00a\x00a\x00m\x00\n\x00R\x00B\x00\t\x00\xe9\x00")
	if c.Respondents[0].Name != "é" {
		t.Errorf("%q", c.Respondents[0].Name)
	}
}

func TestWhoIsThereIsFilledInAndNotOverwritten(t *testing.T) {
	c := running()
	c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees"}}
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe"}}
	c, p := applied(t, c, "Initialen;Naam;E-mail;Niveau\nkk;Klaas;kk@x.example;hoog\nRM;Ria;;\n!;Fout;;\nAA;Aa;geen adres;\n")
	if r := c.Respondents[0]; r.Name != "Kees" || r.Email != "kk@x.example" || r.Level != "" {
		t.Errorf("%+v", r)
	}
	for _, want := range []string{"B2 differs", "D2 badvalue", "A3 colleague", "A4 badinitials", "C5 bademail"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %s:\n%s", want, odd(p))
		}
	}
	if len(p.Filled) != 1 || len(p.People) != 1 {
		t.Errorf("%+v", p)
	}
}

const kwis = `KWI;Titel;Verwachting;Gewenst door;Doel;Vraagcode;Vraag
KWI-01;Kennis;Zij weten wat wij doen;KK;8,0;1.01;Kent ons werk
;;;;;1.02;Deelt wat hij weet
KWI-02;Snelheid;Antwoord binnen een dag;;7,5;2.01;Antwoordt snel
`

func TestKWIsGoToTheRunningCycle(t *testing.T) {
	c := running()
	c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees"}}
	c, p := applied(t, c, kwis)
	y := c.Newest()
	if len(y.KWIs) != 2 || len(p.Odd) > 0 {
		t.Fatalf("%+v\n%s", y.KWIs, odd(p))
	}
	k := y.KWIs[0]
	if k.Title != "Kennis" || k.WishedBy != "KK" || k.Target != 800 || len(k.Questions) != 3 || k.Questions[2].Kind != account.Noticed || len(y.Assigned["KK"]) != 3 {
		t.Errorf("%+v %v", k, y.Assigned)
	}
	if p.KWIs[0].Questions != 3 || !p.KWIs[0].New {
		t.Errorf("%+v", p.KWIs)
	}
	if again := table.Plan(&c, read(t, kwis), today, std); !again.Empty() || len(again.Odd) > 0 {
		t.Errorf("once more: %+v %s", again, odd(again))
	}
	_, p = applied(t, c, strings.Replace(strings.Replace(kwis, "Kent ons werk", "Kent ons huis", 1), "8,0", "9,0", 1))
	if !p.Empty() || !strings.Contains(odd(p), "G2 differs") || !strings.Contains(odd(p), "“9.0” blijft weg") {
		t.Errorf("other words: %s", odd(p))
	}
	c, p = applied(t, c, "title,question\nKennis,Kent ons werk\nKennis,Leert ervan\nNieuw,Is nieuw\n")
	if len(p.KWIs) != 2 || p.KWIs[0].Questions != 1 || c.Newest().KWIs[0].Questions[3].Text != "Leert ervan" || c.Newest().KWIs[2].Code != 3 {
		t.Errorf("by title: %+v %+v", p.KWIs, c.Newest().KWIs)
	}
}

const wide = `Monitor NewMedia
Cyclus;KWI;Titel;Doel;Vraagcode;Vraag;KK;BB;CC belang;CC
2025H2;1;Kennis;8,0;1.01;Kent ons werk;6;7<;>;8
2025H2;1;Kennis;8,0;1.02;Deelt wat hij weet;6;;;7
2026-1;1;Kennis;8,0;1,01;Kent ons werk;8;8<;meer;9
2026-1;1;Kennis;8,0;1,02;Deelt wat hij weet;8;10;;9
`

// long is the same, a row for each grade.
const long = `cycle,respondent,question code,question,grade,relevance,kwi,title
2025H2,KK,1.01,Kent ons werk,6,,KWI-01,Kennis
2025H2,KK,1.02,Deelt wat hij weet,6,,KWI-01,
2025H2,BB,1.01,Kent ons werk,7,lower,KWI-01,
2025H2,CC,1.01,,8,>,,
2025H2,CC,1.02,,7.0,,,
2026H1,KK,1.01,,8,,,
2026H1,KK,1.02,,8,,,
2026H1,BB,1.01,,8<,,,
2026H1,BB,1.02,,10,normal,,
2026H1,CC,1.01,,9,high,,
2026H1,CC,1.02,,9,,,
`

func TestAnOldMonitorOfTwoCyclesMakesATrend(t *testing.T) {
	for name, text := range map[string]string{"wide": wide, "long": long} {
		c, p := applied(t, running(), text)
		h := score.HistoryOf(&c)
		trend := h.Trend(1, "2026H1")
		first, second := h.Table("2025H2"), h.Table("2026H1")
		if len(trend) != 2 || !trend[0].Score.OK() || !trend[1].Score.OK() || first.Total.Sums.Answers != 5 || second.Total.Sums.Answers != 6 {
			t.Errorf("%s: %+v\n%s", name, trend, odd(p))
		}
		if got := fmt.Sprint(first.Total.Sums.Points, first.Total.Sums.Weight); got != "69 10" {
			t.Errorf("%s: points and weight %s", name, got)
		}
		if len(p.Cycles) != 2 || p.Answers() != 11 || len(p.People) != 3 || p.Carried != 1 {
			t.Errorf("%s: %+v", name, p)
		}
		if y := c.Newest(); y.Name != "2026H2" || len(y.KWIs) != 1 || len(y.Assigned["BB"]) != 2 || len(y.Answers) != 0 {
			t.Errorf("%s: the running cycle %+v", name, y)
		}
		again := table.Plan(&c, read(t, text), today, std)
		if !again.Empty() || again.Same != 11 || again.Left() > 0 {
			t.Errorf("%s, once more: %+v\n%s", name, again, odd(again))
		}
	}
}

func TestWhatIsThereIsNotOverwritten(t *testing.T) {
	c, _ := applied(t, running(), wide)
	next, p := applied(t, c, strings.Replace(wide, "Kent ons werk;6", "Kent ons werk;9", 1))
	if !reflect.DeepEqual(next, c) || !p.Empty() || p.Same != 10 || !strings.Contains(odd(p), "G3 kept: in 2025H2 blijft KK 1.01 zoals het is, 6; 9 blijft weg") {
		t.Errorf("%+v\n%s", p, odd(p))
	}
}

func TestWhatIsOddIsToldAndLeftOut(t *testing.T) {
	c, p := applied(t, running(), `Cyclus;Vraagcode;Vraag;KK;BB
2025H2;1.01;Kent ons werk;11;7,5
2025H2;1.01;Kent ons werk;8;8
2025H2;1.01;Kent ons werk;7;
2027H1;1.01;;8;8
ooit;1.01;;8;8
2024H1;1.01;;;
2023H1;;;8;
`)
	for _, want := range []string{"D2 badgrade: “11” is geen cijfer", "E2 badgrade", "D4 twice", "later: 2027H1", "A6 badcycle", "unanswered: in 2024H1", "noquestion"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %q:\n%s", want, odd(p))
		}
	}
	if y := c.Cycle("2025H2"); y == nil || y.Answers["KK"][0].Grade != 8 || len(c.Cycles) != 2 {
		t.Errorf("%+v", c.Cycles)
	}
}

func TestHeads(t *testing.T) {
	for text, want := range map[string]fault.Kind{
		"": fault.BlankTable, "a;b;c\n1;2;3\n": fault.NoTable, "\x00\x01": fault.NoText, "naam;kleur\nx;y": fault.NoTable,
		"initialen;naam;Naam\nKK;a;b\n":                                                          fault.Doubled,
		"cyclus;vraag;KK;KK\n2025H2;a;8;8":                                                       fault.Doubled,
		"initialen;naam\n" + strings.Repeat("KK;a\n", table.MostRows):                            fault.TableSize,
		"initialen;naam\n" + strings.Repeat(strings.Repeat(";", 99)+"\n", table.MostCells/100+1): fault.TableSize,
	} {
		rows, err := table.Split([]byte(text))
		if err == nil {
			_, err = table.Read(rows)
		}
		if !fault.Has(err, want) {
			t.Errorf("%.40q gives %v", text, err)
		}
	}
	for text, want := range map[string]string{
		"vraagcode;vraag;KK\n1.01;a;8\n":                 "A1 nocycle",
		"cyclus;respondent;cijfer\n2025H2;KK;8\n":        "A1 noquestion",
		"cyclus;vraag;KK\n2025H2;zomaar;8\n":             "nokwi",
		"cyclus;vraagcode;cijfer\n2025H2;1.01;8\n":       "nowho",
		"initialen;naam\nKK;a\x1b[31mrood\u202e\n":       "cleaned",
		"titel;gewenst door\nKennis;Piet\n":              "B2 nobody",
		"titel;doel\nKennis;11\n":                        "B2 badtarget",
		"initialen;naam\nKK;" + strings.Repeat("a", 501): "B2 toolong",
	} {
		c := running()
		if p := table.Plan(&c, read(t, text), today, std); !strings.Contains(odd(p), want) {
			t.Errorf("%.40q tells %s", text, odd(p))
		}
	}
}

func TestAClientWhoChangedMeanwhileIsAConflict(t *testing.T) {
	c := running()
	p := table.Plan(&c, read(t, kwis), today, std)
	if _, err := c.AddKWI("", account.KWI{Title: "Anders"}, std); err != nil {
		t.Fatal(err)
	}
	was := c.Clone()
	if err := p.Apply(&c); !fault.Has(err, fault.Conflict) || !reflect.DeepEqual(c, was) {
		t.Errorf("%v", err)
	}
}

func TestCyclesAreWrittenInManyWays(t *testing.T) {
	for _, s := range []string{"2025H2", "2025h2", "2025 H2", "2025-2", "2025/2", "H2 2025", "2e halfjaar 2025", "2025-07-14", "14-7-2025", "2025-07-14 00:00:00", "45852"} {
		c, p := applied(t, running(), "cyclus;kwi;vraagcode;KK\n"+s+";Kennis;1.01;8\n")
		if c.Cycle("2025H2") == nil {
			t.Errorf("%s: %s", s, odd(p))
		}
	}
	c, p := applied(t, running(), "cyclus;kwi;vraagcode;KK\n2025H2;Kennis;1.01;8\n2025H2;Kennis;1.1;7\n")
	if y := c.Cycle("2025H2"); y.Question(account.QuestionCode{KWI: 1, Serial: 10}) == nil {
		t.Errorf("1.1 beside 1.01 is 1.10: %s", odd(p))
	}
}

func TestEightRespondents(t *testing.T) {
	text := "Cyclus;Vraagcode;Vraag;AA;BB;CC;DD;EE;FF;GG;HH;II\n2025H2;1.01;x;8;8;8;8;8;8;8;8;8\n"
	c, p := applied(t, running(), text)
	if len(c.Respondents) != 8 || !strings.Contains(odd(p), "noroom") {
		t.Errorf("%d: %s", len(c.Respondents), odd(p))
	}
}

// Whoever leaves by a row further down makes room for somebody above.
func TestWhoLeavesMakesRoom(t *testing.T) {
	c := running()
	for _, who := range []account.Initials{"AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH"} {
		if len(c.Taking()) < account.MostRespondents {
			if err := c.AddRespondent(account.Respondent{Initials: who, Name: string(who) + " Klant"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	c, p := applied(t, c, "initialen;naam;vertrokken\nNEW;Nieuwe Klant;\nBB;;2010-01-01\nLATE;Late Klant;\n")
	if c.Respondent("NEW") == nil || c.Respondent("BB").Left != "2010-01-01" || c.Respondent("LATE") != nil || !strings.Contains(odd(p), "noroom") {
		t.Errorf("%v: %s", c.Respondents, odd(p))
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{kwis, wide, long, "initialen;naam\nKK;x", "sep=,\ncyclus,vraag,KK\n2025H2,1.01,8", "\xff\xfea", "kwi;vraag\n65535;65535.65535\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := table.Split(data)
		if err != nil {
			return
		}
		tab, err := table.Read(rows)
		if err != nil {
			return
		}
		c := running()
		p := settled(&c, tab)
		for _, o := range p.Odd {
			_ = o.Say(lang.For("nl"))
		}
		if err := p.Apply(&c); err != nil {
			t.Fatal(err)
		}
		sound(t, c)
	})
}

// A table knows a respondent by the initials that they once had, and points at one
// who has the name of somebody of our own; it takes them all the same.
func TestATableKnowsOldInitialsAndOurOwnPeople(t *testing.T) {
	c := running()
	c.Respondents = []account.Respondent{{Initials: "KL", Name: "Kees Klant", Formerly: []account.Initials{"KK"}}}
	c.Colleagues = []account.Colleague{{Initials: "AB", Name: "Anna Bos"}}
	next, p := applied(t, c, "Initialen;Naam;E-mail\nKK;;kk@x.example\nBO;Bos, Anna;\n")
	if len(next.Respondents) != 2 || next.Respondents[0].Email != "kk@x.example" || next.Respondent("BO") == nil {
		t.Errorf("%+v\n%s", next.Respondents, odd(p))
	}
	if said := odd(p); !strings.Contains(said, "BO heet net als onze eigen AB: dezelfde persoon?") {
		t.Errorf("%s", said)
	}
}
