package example_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/internal/portfolio"
	"kwi/internal/score"
)

const today account.Date = "2026-11-24"

func client(t *testing.T, f portable.File, id string) *account.Client {
	t.Helper()
	for i := range f.Clients {
		if f.Clients[i].ID == id {
			return &f.Clients[i]
		}
	}
	t.Fatalf("no client %s", id)
	return nil
}

// TestPassesAsAPortableFile opens the example on days all over two years: what
// it holds must read back from a file as exactly the same.
func TestPassesAsAPortableFile(t *testing.T) {
	for i := 0; i < 730; i += 11 {
		day := today.Add(i)
		lang := []string{"nl", "en"}[i%2]
		f := example.Portfolio(lang, day)
		var b bytes.Buffer
		if err := portable.Write(&b, f); err != nil {
			t.Fatal(err)
		}
		again, err := portable.Read(&b)
		if err != nil {
			t.Fatalf("%s on %s: %v", lang, day, err)
		}
		if !reflect.DeepEqual(f, again) {
			t.Fatalf("%s on %s reads back as something else", lang, day)
		}
	}
}

func TestAlwaysLooksAlive(t *testing.T) {
	for i := 0; i < 366; i += 5 {
		day := today.Add(i)
		f := example.Portfolio("nl", day)
		stages := map[account.Stage]bool{}
		var lines []portfolio.Line
		for j := range f.Clients {
			lines = append(lines, portfolio.Of(&f.Clients[j]))
			stages[lines[j].Stage] = true
			past(t, &f.Clients[j], day)
		}
		if now := portfolio.On(lines, account.Moment(day)); now.Overdue < 2 || now.Sessions < 2 || now.Lists < 1 {
			t.Fatalf("on %s only %+v", day, now)
		}
		if len(stages) != 7 {
			t.Fatalf("on %s only %d stages", day, len(stages))
		}
		if l := lines[0]; l.ID != "newmedia" || len(l.Trend) != 5 || !l.Change.OK || l.Change.By <= 0 {
			t.Fatalf("on %s NewMedia is %+v", day, l)
		}
	}
}

// past fails where something has happened that lies ahead.
func past(t *testing.T, c *account.Client, today account.Date) {
	t.Helper()
	happened := func(what string, d account.Date) {
		if d > today {
			t.Errorf("on %s %s has %s on %s", today, c.ID, what, d)
		}
	}
	for _, r := range c.Respondents {
		happened("willing", r.Willing)
	}
	for _, y := range c.Cycles {
		if y.Session != "" && account.HalfYear(y.Session) != y.Name {
			t.Errorf("on %s %s %s has its session on %s", today, c.ID, y.Name, y.Session)
		}
		happened("go", y.Go)
		for _, dates := range []map[account.Initials]account.Date{y.Tested, y.Confirmed, y.Informed, y.Answered} {
			for who, d := range dates {
				happened(string(who), d)
			}
		}
		for _, sent := range y.Sent {
			for _, d := range sent {
				happened("sent", d)
			}
		}
		for _, v := range y.Visits {
			if v.Hour == "" { // else it is planned
				happened("visit", v.Date)
			}
		}
		for _, n := range y.Notes {
			happened("note", n.Date)
		}
		for _, a := range y.Actions {
			happened("action", max(a.Date, a.Announced, a.Done))
		}
	}
}

// TestFiguresByHand compares with sums made on paper, of the second cycle of
// the municipality: KWI-01 for EE is (8+7+7+8)×2 = 60 over 8, and so on.
func TestFiguresByHand(t *testing.T) {
	f := example.Portfolio("en", today)
	c := client(t, f, "dorpstad")
	table := score.Of(c, &c.Cycles[1])
	byName := c.Clone()
	byName.Cycles[1].AnswersBy = account.ByName
	exact := score.Of(&byName, &byName.Cycles[1])
	want := []score.Sums{
		{Points: 351, Weight: 50, Grades: 169, Answers: 24},
		{Points: 282, Weight: 42, Grades: 134, Answers: 20},
		{Points: 150, Weight: 23, Grades: 78, Answers: 12},
	}
	for i, shown := range []string{"7.00", "6.70", "6.50"} { // 7.02, 6.71, 6.52
		if exact.KWIs[i].Sums != want[i] || table.KWIs[i].Sums.Score().String() != shown || table.KWIs[i].Sums.Answers != 0 {
			t.Errorf("%s: %+v, want %+v", shown, exact.KWIs[i].Sums, want[i])
		}
	}
	total := exact.Total.Sums
	if total != (score.Sums{Points: 783, Weight: 115, Grades: 381, Answers: 56}) || total.Score().String() != "6.81" || total.Average().String() != "6.80" || table.Total.Sums.Score().String() != "6.80" {
		t.Errorf("total %+v, %s, %s", total, total.Score(), total.Average())
	}
	if table.NPS.Score() != 17 || table.NPS.Answers != 6 {
		t.Errorf("NPS %+v", table.NPS)
	}
	if len(table.Respondents) > 0 || table.Withheld {
		t.Error("by group, with four or more on every KWI: all KWIs and no respondent")
	}
	if first := score.Of(c, &c.Cycles[0]); !first.Withheld || len(first.KWIs) > 0 || !first.Total.Sums.Score().OK() {
		t.Error("in the first cycle two judged KWI-02: only the total is shown")
	}
}

func TestTheStoriesAreTold(t *testing.T) {
	f := example.Portfolio("nl", today)
	m := client(t, f, "newmedia")
	h := score.HistoryOf(m)
	now := m.Newest()
	questions := 0
	for _, k := range now.KWIs {
		questions += len(k.Questions)
	}
	if len(m.Respondents) != 5 || len(now.KWIs) != 5 || questions != 23 {
		t.Errorf("NewMedia has %d respondents, %d KWIs, %d questions", len(m.Respondents), len(now.KWIs), questions)
	}
	var figures []string
	for _, p := range h.Trend(0, now.Name) {
		figures = append(figures, p.Score.String())
	}
	if want := []string{"6.48", "6.71", "6.88", "7.36", "7.57"}; !reflect.DeepEqual(figures, want) {
		t.Errorf("trend %v, want %v", figures, want)
	}
	if inspiration := h.Trend(2, now.Name); inspiration[2].Score >= inspiration[1].Score || inspiration[4].Score <= inspiration[1].Score {
		t.Errorf("inspiration should fall and come back: %v", inspiration)
	}
	v := client(t, f, "vonk")
	if v.Newest().NPSNamed() {
		t.Error("an answer of Vonk is anonymous")
	}
	if client(t, f, "facilitair").Approach != account.Simple {
		t.Error("the internal client goes the simple way")
	}
}

// TestPeopleHaveANameOfTheCasesOrGoByTheirFunction asks that nobody has an
// invented name, and that one client has no two people of the same name.
func TestPeopleHaveANameOfTheCasesOrGoByTheirFunction(t *testing.T) {
	cases := map[string]bool{"A. Aaaa": true, "B. Beee": true, "C. Ceee": true, "D. Deeee": true, "Kees Klant": true, "Joe Bestseller": true}
	for _, tag := range []string{"nl", "en"} {
		for _, c := range example.Portfolio(tag, today).Clients {
			met := map[string]bool{}
			meets := func(name, function string) {
				if name == "" || met[name] || cases[name] != (function != "") || !cases[name] && strings.Contains(name, ". ") {
					t.Errorf("%s, %s: “%s” with function “%s”", tag, c.ID, name, function)
				}
				met[name] = true
			}
			for _, r := range c.Respondents {
				meets(r.Name, r.Function)
			}
			for _, p := range c.Colleagues {
				meets(p.Name, p.Role)
			}
		}
	}
}

// TestBothLanguagesTellTheSame compares what is not text.
func TestBothLanguagesTellTheSame(t *testing.T) {
	nl, en := example.Portfolio("nl", today), example.Portfolio("en", today)
	for i := range nl.Clients {
		a, b := portfolio.Of(&nl.Clients[i]), portfolio.Of(&en.Clients[i])
		a.Name, b.Name, a.Responsible.Name, b.Responsible.Name = "", "", "", ""
		for _, l := range []*portfolio.Line{&a, &b} {
			for j := range l.Needs {
				l.Needs[j].Name = "" // words too
			}
		}
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%+v is not %+v", a, b)
		}
	}
}
