package report_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
)

// planned is a client with a plan for 2026 and the cycles of that year and
// the one before.
func planned() account.Client {
	n := func(v int) *int { return &v }
	kwi := func(code account.KWICode, title string, target account.Target) account.KWI {
		return account.KWI{Code: code, Title: title, Target: target, Questions: []account.Question{{Code: account.QuestionCode{KWI: code, Serial: 1}}}}
	}
	sheet := func(g account.Grade) account.Sheet {
		return account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: g}}
	}
	return account.Client{
		Name: "NewMedia", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}},
		Cycles: []account.Cycle{
			{Name: "2025H2", Stage: account.Closed, Session: "2025-12-01", Actions: []account.Action{
				{Number: "2025-01", Text: "oud en open", Status: account.Open, KWI: 1}, {Number: "2025-02", Text: "oud en klaar", Status: account.Done, KWI: 1},
			}},
			{Name: "2026H1", Stage: account.Closed, Session: "2026-06-01"},
			{Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByName, Session: "2026-12-01", KWIs: []account.KWI{kwi(1, "Kennis *borging*", 800), kwi(2, "Rust", 0)},
				Answers: map[account.Initials]account.Sheet{"AA": sheet(8), "BB": sheet(7)},
				NPS:     map[account.Initials]account.NPS{"AA": {Score: 9}, "BB": {Score: 3}},
				Actions: []account.Action{
					{Number: "2026-01", Text: "nieuw", For: "RM", Due: "2026-10-01T17:00", Status: account.Open, KWI: 1},
					{Number: "2026-02", Text: "gedaan", Status: account.Done}, {Number: "2026-03", Text: "laten vallen", Status: account.Dropped, KWI: 1},
				}},
			{Name: "2027H1"},
		},
		Plans: []account.Plan{{Year: 2026, MadeBy: "RM", Vision: "Een.\n\n  Twee. ", KPIs: []account.KPI{{Code: "KPI-1", Text: "snel", Actions: []string{"oefenen"}}, {Code: "KPI-2", Text: "goed"}},
			Numbers: map[int]account.YearNumbers{
				2025: {Actual: &account.Figures{Contacts: n(1200), Revenue: "450000", Sessions: n(2), NPS: n(-8)}, Target: &account.Figures{Leads: n(99)}},
				2026: {Actual: &account.Figures{Contacts: n(0), Sessions: n(7), NPS: n(55), Margin: "18.5"}, Target: &account.Figures{Sessions: n(2), NPS: n(25)}},
			}}},
	}
}

func planOf(t *testing.T, c account.Client) report.PlanPage {
	t.Helper()
	p, ok := report.PlanOf(&c, 2026, report.Options{Language: "nl", Supplier: "BESTSELLER B.V.", Today: "2026-11-24"})
	if !ok || len(p.Blocks) != 8 || len(p.Numbers.Rows) != 8 {
		t.Fatalf("got %+v", p)
	}
	return p
}

// said is a block as text.
func said(b report.PlanBlock) string {
	var out []string
	for _, l := range b.Lines {
		out = append(out, strings.TrimSpace(l.Code+" "+l.Text+" "+l.Note))
	}
	return strings.Join(out, " | ")
}

func TestThePlanTakesKWIsAndActionsFromTheCycle(t *testing.T) {
	p := planOf(t, planned())
	for i, want := range []string{
		"Een. | Twee.", "", "", "KWI-01 Kennis *borging* 7,50, doel 8,0 | KWI-02 Rust",
		"KWI-01 Kennis *borging* | 2025-01 oud en open | 2026-01 nieuw RM, 1 okt 2026 17:00 | Overige afspraken | 2026-02 gedaan gedaan",
		"KPI-1 snel | KPI-2 goed", "KPI-1 | oefenen", "",
	} {
		if got := said(p.Blocks[i]); got != want && !(want == "" && p.Blocks[i].Empty) {
			t.Errorf("block %d: got %q, want %q", i+1, got, want)
		}
	}
}

func row(t *testing.T, p report.PlanPage, name string) [3]string {
	t.Helper()
	for _, r := range p.Numbers.Rows {
		if r.Name == name {
			return [3]string{r.LastYear, r.Target, r.SoFar}
		}
	}
	t.Fatalf("%s is not in the table", name)
	return [3]string{}
}

func TestTheTableHoldsLastYearAgainstThisYear(t *testing.T) {
	c := planned()
	p := planOf(t, c)
	for name, want := range map[string][3]string{
		"contactpersonen": {"1.200", "–", "0"}, "leads": {"–", "–", "–"}, "omzet": {"450.000", "–", "–"}, "marge": {"–", "–", "18,5 %"},
		"klantwaardesessies": {"2", "2", "1"}, "NPS": {"−8", "+25", "0"},
	} {
		if got := row(t, p, name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	c.Cycles[2].Meeting.Present = []account.Initials{"AA"}
	if got := row(t, planOf(t, c), "klantwaardesessies"); got[2] != "2" {
		t.Errorf("a session that was held does not count: %q", got)
	}
	c.Cycles[1].Session, c.Cycles[2].Meeting, c.Cycles[2].NPS = "", account.Meeting{}, nil
	p = planOf(t, c)
	if s, n := row(t, p, "klantwaardesessies"), row(t, p, "NPS"); s[2] != "7" || n[2] != "+55" {
		t.Errorf("what was typed stands where there is nothing live: %q %q", s, n)
	}
}

func TestAWithheldNPSIsNotToldByThePlan(t *testing.T) {
	c := planned()
	c.Cycles[2].NPS["AA"] = account.NPS{Score: 9, Anonymous: true}
	p := planOf(t, c)
	if got := row(t, p, "NPS"); got[2] != "–" || len(p.Numbers.Notes) != 1 || !strings.Contains(p.Numbers.Notes[0], "2 antwoorden") {
		t.Errorf("got %q, %q", got, p.Numbers.Notes)
	}
	c.Cycles[2].AnswersBy = account.ByGroup
	if got := said(planOf(t, c).Blocks[3]); got != "KWI-01 Kennis *borging* doel 8,0 | KWI-02 Rust" {
		t.Errorf("by group: got %q", got)
	}
}

func TestAYearWithoutPlanOrCycle(t *testing.T) {
	c := planned()
	if _, ok := report.PlanOf(&c, 2027, report.Options{}); ok {
		t.Error("there is a plan for 2027")
	}
	c.Cycles = c.Cycles[:1]
	p := planOf(t, c)
	if !p.Blocks[3].Empty || !p.Blocks[4].Empty || p.Source != "in 2026 is er nog geen cyclus" || row(t, p, "NPS")[2] != "+55" {
		t.Errorf("got %+v", p)
	}
}
