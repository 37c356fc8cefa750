package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

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
		Plans: []account.Plan{{Year: 2026, MadeBy: "RM", Vision: "Een.\n\n  Twee. ", KPIs: []account.KPI{{Code: "KPI-1", Text: "snel", Actions: []string{"oefenen", "les"}, Agreed: []account.KPIAction{{Text: "les", For: "RM", Due: "2026-05-01"}}}, {Code: "KPI-2", Text: "goed voor 1 mei"}},
			Numbers: map[int]account.YearNumbers{
				2025: {Actual: &account.Figures{Contacts: n(1200), Revenue: "450000", Sessions: n(2), NPS: n(-8)}, Target: &account.Figures{Leads: n(99)}},
				2026: {Actual: &account.Figures{Contacts: n(0), Sessions: n(7), NPS: n(55), Margin: "18.5"}, Target: &account.Figures{Sessions: n(2), NPS: n(25), Margin: "19.00"}},
			}}},
	}
}

func planOf(t *testing.T, c account.Client) report.PlanPage {
	t.Helper()
	p, ok := report.PlanOf(&c, 2026, report.Options{Language: "nl", Supplier: "BESTSELLER B.V.", Today: "2026-11-24"})
	if !ok || len(p.Blocks) != 9 || len(p.Block(report.FiguresBlock).Figures.Rows) != 8 {
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
		"Een. | Twee.", "", "", "KWI-01 Kennis *borging* 7,50, doel 8,00 | KWI-02 Rust",
		"KWI-01 Kennis *borging* | 2025-01 oud en open | 2026-01 nieuw RM, 1 okt 2026 17:00, te laat | Overige afspraken | 2026-02 gedaan gedaan",
		"KPI-1 snel | KPI-2 goed voor 1 mei T", "KPI-1 | oefenen | les RM, 1 mei 2026, te laat | KPI-2  nog geen actie", "",
	} {
		if got := said(p.Blocks[i]); got != want && !(want == "" && p.Blocks[i].Empty) {
			t.Errorf("block %d: got %q, want %q", i+1, got, want)
		}
	}
}

// row is a row of the table; what is live is marked.
func row(t *testing.T, p report.PlanPage, name string) [4]string {
	t.Helper()
	told := func(n report.PlanNumber) string {
		if n.Live {
			return n.Text + "*"
		}
		return n.Text
	}
	for _, r := range p.Block(report.FiguresBlock).Figures.Rows {
		if r.Name == name {
			return [4]string{told(r.LastYear), told(r.Wanted), told(r.SoFar), r.Difference}
		}
	}
	t.Fatalf("%s is not in the table", name)
	return [4]string{}
}

// TestTheGridHoldsEveryBlockOnce and keeps actions under what they serve.
func TestTheGridHoldsEveryBlockOnce(t *testing.T) {
	met := map[int]bool{}
	grid := report.PlanGrid()
	for _, row := range grid {
		for _, n := range row {
			met[n] = true
		}
	}
	if len(met) != 9 || grid[2][0] != report.KWIActionsBlock || grid[1][0] != report.KWIsBlock || grid[2][1] != report.KPIActionsBlock || grid[1][1] != report.KPIsBlock {
		t.Errorf("got %v", grid)
	}
}

func TestEveryBlockAsksItsQuestion(t *testing.T) {
	for _, b := range planOf(t, planned()).Blocks {
		live := b.Number == report.KWIsBlock || b.Number == report.KWIActionsBlock || b.Number == report.FiguresBlock
		if b.Title == "" || b.Question == "" || (b.Live != "") != live || (len(b.Example) == 0) != live {
			t.Errorf("got %+v", b)
		}
	}
}

func TestThePlanSaysWhatItLacks(t *testing.T) {
	c := planned()
	if got, want := planOf(t, c).Lacking, "nog leeg: 2, 3, 8 · zonder actie: KPI-2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Plans[0].KPIs[0].Agreed = nil
	if got, want := planOf(t, c).Lacking, "nog leeg: 2, 3, 8 · zonder actie: KPI-2 · zonder datum: KPI-1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Plans[0].KPIs[0].Actions = nil
	if got, want := planOf(t, c).Lacking, "nog leeg: 2, 3, 8 · zonder actie: KPI-1, KPI-2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Plans[0], c.Cycles = account.Plan{Year: 2026}, nil
	if got, want := planOf(t, c).Lacking, "nog leeg: 1, 2, 3, 4, 5, 6, 7, 8, 9"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheTableHoldsLastYearAgainstThisYear(t *testing.T) {
	c := planned()
	p := planOf(t, c)
	for name, want := range map[string][4]string{
		"contactpersonen": {"1.200", "–", "0", ""}, "leads": {"–", "–", "–", ""}, "omzet": {"450.000", "–", "–", ""}, "marge": {"–", "19,00 %", "18,5 %", "−0,50"},
		"klantwaardesessies": {"2", "2", "1*", "−1"}, "NPS": {"−8", "+25", "0*", "−25"},
	} {
		if got := row(t, p, name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	c.Cycles[2].Meeting.Present = []account.Initials{"AA"}
	if got := row(t, planOf(t, c), "klantwaardesessies"); got[2] != "2*" {
		t.Errorf("a session that was held does not count: %q", got)
	}
	c.Cycles[1].Session, c.Cycles[2].Meeting, c.Cycles[2].NPS = "", account.Meeting{}, nil
	p = planOf(t, c)
	if s, n := row(t, p, "klantwaardesessies"), row(t, p, "NPS"); s[2] != "7" || n[2] != "+55" {
		t.Errorf("what was typed stands where there is nothing live: %q %q", s, n)
	}
}

func notes(p report.PlanPage) []string { return p.Block(report.FiguresBlock).Figures.Notes }

// TestOfAYearThatIsOverTheCyclesTell what nobody typed.
func TestOfAYearThatIsOverTheCyclesTell(t *testing.T) {
	c := planned()
	delete(c.Plans[0].Numbers, 2025)
	c.Cycles[0].NPS = map[account.Initials]account.NPS{"AA": {Score: 9}, "BB": {Score: 9}, "CC": {Score: 3}, "DD": {Score: 8}}
	p := planOf(t, c)
	if s, n := row(t, p, "klantwaardesessies"), row(t, p, "NPS"); s[0] != "1*" || n[0] != "+25*" {
		t.Errorf("got %q, %q", s, n)
	}
	c.Cycles[0].NPS["AA"] = account.NPS{Score: 9, Anonymous: true}
	delete(c.Cycles[0].NPS, "BB")
	if p = planOf(t, c); row(t, p, "NPS")[0] != "–*" || len(notes(p)) != 1 {
		t.Errorf("withheld, and told: %q %q", row(t, p, "NPS"), notes(p))
	}
}

// TestWhatIsReached is a part of what is wanted, exact for the longest numbers.
// TestThePlanSaysWhenTheSessionIs, once it was agreed on to the hour.
func TestThePlanSaysWhenTheSessionIs(t *testing.T) {
	c := planned()
	c.Cycles[2].SessionFrom, c.Cycles[2].SessionUntil = "16:00", "17:30"
	p, _ := report.PlanOf(&c, 2026, report.Options{Language: "nl", Today: "2026-11-21"})
	if notes := p.Block(report.FiguresBlock).Figures.Notes; !slices.Contains(notes, "Klantwaardesessie: dinsdag 1 december 2026 van 16:00 tot 17:30 uur.") {
		t.Errorf("%q", notes)
	}
}

func TestWhatIsReached(t *testing.T) {
	for _, test := range []struct {
		q           account.Quantity
		now, wanted string
		reached     int
		difference  string
	}{
		{account.Orders, "2", "5", 400, "−3"}, {account.Orders, "5", "5", 1000, "0"}, {account.Orders, "7", "5", 1000, "+2"}, {account.Orders, "1", "3", 333, "−2"},
		{account.Orders, "0", "5", 0, "−5"}, {account.Orders, "2", "0", -1, "+2"}, {account.Orders, "", "5", -1, ""}, {account.Orders, "5", "", -1, ""},
		{account.NetScore, "-100", "0", 0, "−100"}, {account.NetScore, "-50", "0", 500, "−50"}, {account.NetScore, "0", "-100", -1, "+100"}, {account.NetScore, "25", "25", 1000, "0"},
		{account.Revenue, "999999999999998", "999999999999999", 999, "−1"}, {account.Revenue, "-5", "10", 0, "−15"}, {account.Revenue, "450000", "520000", 865, "−70.000"},
		{account.Margin, "18.5", "19.0", 973, "−0,5"}, {account.Margin, "18", "19.25", 935, "−1,25"}, {account.Margin, "19.2500", "18", 1000, "+1,2500"},
	} {
		c := account.Client{Name: "x"}
		ok := c.StartPlan(2026, "") == nil && c.SetFigure(2026, 2026, false, test.q, test.now) == nil && c.SetFigure(2026, 2026, true, test.q, test.wanted) == nil
		for _, r := range planOf(t, c).Blocks[report.FiguresBlock-1].Figures.Rows {
			if r.Quantity == test.q && (!ok || r.Reached != test.reached || r.Difference != test.difference) {
				t.Errorf("%s %s of %s: reached %d, %q", test.q, test.now, test.wanted, r.Reached, r.Difference)
			}
		}
	}
}

// TestTheLettersOfSMART: kwi proposes what it finds, and the user has the say.
func TestTheLettersOfSMART(t *testing.T) {
	for _, test := range []struct {
		text  string
		smart account.Smart
		want  string
	}{
		{"wees aardig", account.Smart{}, ""}, {"90 % is op tijd", account.Smart{}, "M?"}, {"klaar voor 1 mei", account.Smart{}, "T?"}, {"90 % op 1 mei", account.Smart{}, "M?T?"},
		{"90 % op 1 mei", account.Smart{Measurable: account.No, Timed: account.Yes, Acceptable: account.Yes}, "AT"},
		{"wees aardig", account.Smart{Specific: account.Yes, Measurable: account.Yes, Acceptable: account.No, Realistic: account.Yes}, "SMR"},
	} {
		c := account.Client{Plans: []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "KPI-1", Text: test.text, Smart: test.smart}}}}}
		line, got := planOf(t, c).Blocks[report.KPIsBlock-1].Lines[0], ""
		for i, l := range line.Smart {
			got += []string{"", "SMART"[i:i+1] + "?", "SMART"[i : i+1]}[l]
		}
		if got != test.want || strings.ReplaceAll(line.Note, "·", "") != strings.ReplaceAll(test.want, "?", "") {
			t.Errorf("%q: got %q, %q", test.text, got, line.Note)
		}
	}
}

// changes are what is other in each block: -gone, +came.
func changes(p report.PlanPage) string {
	var out []string
	for _, b := range p.Blocks {
		var lines []string
		for _, c := range b.Changes {
			sign := "+"
			if c.Gone {
				sign = "-"
			}
			lines = append(lines, sign+c.Text)
		}
		if (b.Changed != "") != (len(lines) > 0) {
			lines = append(lines, "and marked "+b.Changed)
		}
		if len(lines) > 0 {
			out = append(out, strconv.Itoa(b.Number)+" "+strings.Join(lines, " "))
		}
	}
	return strings.Join(out, " | ")
}

func TestWhatChangedSinceThePlanBefore(t *testing.T) {
	c := planned()
	if got := changes(planOf(t, c)); got != "" {
		t.Errorf("without a plan before: %q", got)
	}
	c.Plans[0].Year = 2024
	if err := c.StartPlan(2026, ""); err != nil {
		t.Fatal(err)
	}
	c.Cycles, c.Plans[0].KPIs = nil, c.Plans[1].KPIs
	if got := changes(planOf(t, c)); got != "" {
		t.Errorf("just begun: %q", got)
	}
	p := &c.Plans[1]
	p.Vision, p.Mission, p.Factors = "Twee.\nDrie.", "nieuw", ""
	p.KPIs = append(p.KPIs, account.KPI{Code: "KPI-3", Text: "erbij", Actions: []string{"doen"}})
	if got, want := changes(planOf(t, c)), "1 -Een. +Drie. | 2 +nieuw | 6 +KPI-3 erbij | 7 +doen"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTheDifferenceLeadsFromOneToTheOther: what stayed and what came is the new
// text, what stayed and what went the old one, in their order.
func TestTheDifferenceLeadsFromOneToTheOther(t *testing.T) {
	line := rapid.SampledFrom([]string{"a", "b", "c"})
	rapid.Check(t, func(t *rapid.T) {
		was, is := rapid.SliceOfN(line, 0, 8).Draw(t, "was"), rapid.SliceOfN(line, 0, 8).Draw(t, "is")
		c := account.Client{Plans: []account.Plan{{Year: 2025, Vision: strings.Join(was, "\n")}, {Year: 2026, Vision: strings.Join(is, "\n")}}}
		page, _ := report.PlanOf(&c, 2026, report.Options{Language: "nl"})
		count := map[string]int{}
		for _, l := range is {
			count[l]++
		}
		for _, l := range was {
			count[l]--
		}
		for _, change := range page.Blocks[0].Changes {
			if change.Gone {
				count[change.Text]++
			} else {
				count[change.Text]--
			}
		}
		for l, n := range count {
			if n != 0 {
				t.Errorf("%q is off by %d in %+v", l, n, page.Blocks[0].Changes)
			}
		}
		if slices.Equal(was, is) != (len(page.Blocks[0].Changes) == 0) {
			t.Errorf("got %+v", page.Blocks[0].Changes)
		}
	})
}

func TestAWithheldNPSIsNotToldByThePlan(t *testing.T) {
	c := planned()
	c.Cycles[2].NPS["AA"] = account.NPS{Score: 9, Anonymous: true}
	p := planOf(t, c)
	if got := row(t, p, "NPS"); got[2] != "–*" || got[3] != "" || len(notes(p)) != 1 || !strings.Contains(notes(p)[0], "2 antwoorden") {
		t.Errorf("got %q, %q", got, notes(p))
	}
	c.Cycles[2].AnswersBy = account.ByGroup
	if got := said(planOf(t, c).Blocks[3]); got != "KWI-01 Kennis *borging* doel 8,00 | KWI-02 Rust" {
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
