package plan_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/plan"
)

func planOf(p *kittest.Play, year int) *account.Plan {
	c := p.Client()
	return c.Plan(year)
}

// hand is the block in hand, by what stands in the head of it.
func hand(p *kittest.Play) string {
	for _, l := range strings.Split(p.View(), "\n") {
		if _, title, ok := strings.Cut(l, "▸ "); ok && title != "" && title[0] >= '1' && title[0] <= '9' && title[1] == ' ' {
			return title[:1]
		}
	}
	return ""
}

func TestArrowsWalkTheGridAndTabTheNumbers(t *testing.T) {
	for _, size := range []string{"80x24", "120x40"} {
		for keys, want := range map[string]string{
			"": "1", "right": "2", "down": "4", "down down": "5", "down right": "6", "down down right": "7", "right right down": "8", "end": "9", "left up": "1", "end right down": "9", "end home": "1", "j l": "6",
			"tab": "2", "tab tab tab": "4", "tab tab tab tab": "5", "shift+tab": "9", "shift+tab tab": "1", "end shift+tab": "8",
		} {
			if got := hand(at(t, size, "nl", newMedia(t, "nl"), strings.Fields(keys)...)); got != want {
				t.Errorf("%s %q: block %s, not %s", size, keys, got, want)
			}
		}
	}
}

func TestABlockIsWrittenInPlace(t *testing.T) {
	p := at(t, "80x24", "nl", bare(), "enter", "Eerste regel", "enter", "tweede", "tab")
	if got := p.Client().Plans[0]; got.Vision != "Eerste regel\ntweede" || len(p.Changes) != 1 || p.Changes[0].Label.Key != "plan.label.block" {
		t.Errorf("got %+v, %+v", got, p.Changes)
	}
	if hand(p) != "2" || !p.Top().Typing() { // it goes on writing
		t.Error(p.View())
	}
	p.Press("Missie", "esc")
	if p.Client().Plans[0].Mission != "Missie" || p.Top().Typing() || p.Left {
		t.Errorf("esc leaves and keeps: %+v", p.Client().Plans[0])
	}
	p.Press("enter", "!", "ctrl+s")
	if p.Client().Plans[0].Mission != "Missie!" || p.Top().Typing() {
		t.Errorf("ctrl+s is done: %+v", p.Client().Plans[0])
	}
	p.Press("enter", "x", "shift+tab")
	if p.Client().Plans[0].Mission != "Missie!x" || hand(p) != "1" || !p.Top().Typing() {
		t.Error(p.View())
	}
	p.Press("esc", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	if got := p.Client().Plans[0]; got.Mission != "" || got.Vision != "" {
		t.Errorf("undone: %+v", got)
	}
	p.Press("tab", "tab", "enter", "Keuzes", "tab") // into a block that is live
	if p.Client().Plans[0].Factors != "Keuzes" || hand(p) != "4" || p.Top().Typing() {
		t.Error(p.View())
	}
	if p.Press("esc"); !p.Left {
		t.Error("esc does not leave the screen")
	}
	p = at(t, "80x24", "nl", bare(), "paste:geplakt\nin twee", "leave")
	if p.Client().Plans[0].Vision != "geplakt\nin twee" {
		t.Errorf("got %+v", p.Client().Plans[0])
	}
}

func TestTheKeyLineSaysWhatEnterDoes(t *testing.T) {
	names := func(p *kittest.Play) (out []string) {
		for _, a := range p.Top().Acts(p.Frame) {
			if !a.Hidden {
				out = append(out, a.KeyName(p.Frame.Words, p.Top().Typing())+" "+a.Name)
			}
		}
		return out
	}
	if got := strings.Join(names(at(t, "80x24", "nl", newMedia(t, "nl"), "enter")), ", "); !strings.Contains(got, "enter nieuwe regel") || !strings.Contains(got, "tab volgend blok") || !strings.Contains(got, "esc") {
		t.Error(got)
	}
	if got := strings.Join(names(at(t, "80x24", "nl", newMedia(t, "nl"), "down", "right", "enter", "n")), ", "); !strings.Contains(got, "enter volgende regel") {
		t.Error(got)
	}
	if got := strings.Join(names(at(t, "80x24", "nl", newMedia(t, "nl"), "down", "right", "enter")), ", "); !strings.Contains(got, "←→ SMART") {
		t.Error(got)
	}
}

func TestLiveLinesLeadToTheirPlace(t *testing.T) {
	c := newMedia(t, "nl")
	for keys, want := range map[string]kit.Place{
		"down enter down enter":           {Name: "monitor", Client: "newmedia", At: "KWI-02"},
		"down down enter enter":           {Name: "monitor", Client: "newmedia", At: "KWI-01"},
		"down down enter down enter":      {Name: "realise", Client: "newmedia", At: "2026-03"},
		"down down enter end enter":       {Name: "realise", Client: "newmedia", At: "2026-06"},
		"{ down down enter enter":         {Name: "monitor", Client: "newmedia", At: "KWI-02", Cycle: "2025H2"},
		"{ down enter down enter":         {Name: "monitor", Client: "newmedia", At: "KWI-02", Cycle: "2025H2"},
		"tab tab tab enter pgdown enter ": {Name: "monitor", Client: "newmedia", At: "KWI-05"},
	} {
		p := at(t, "120x40", "nl", c, strings.Fields(keys)...)
		if p.Out.Go == nil || *p.Out.Go != want || len(p.Changes) > 0 {
			t.Errorf("%q leads to %+v, not %+v\n%s", keys, p.Out.Go, want, p.View())
		}
	}
	fresh := bare()
	fresh.Cycles = []account.Cycle{{Name: "2026H2", KWIs: []account.KWI{{Code: 1, Title: "Rust"}}}}
	if p := at(t, "80x24", "nl", fresh, "down", "enter", "enter"); p.Out.Go == nil || p.Out.Go.Name != "draft" || p.Out.Go.At != "KWI-01" {
		t.Errorf("without answers it leads to %+v", p.Out.Go)
	}
	if p := at(t, "80x24", "nl", bare(), "down", "enter"); !p.Bad || p.Notice == "" {
		t.Error("an empty live block does not say why")
	}
}

func TestIndicators(t *testing.T) {
	p := at(t, "80x24", "nl", bare(), "down", "right", "enter", "Snel", "enter", "Goed voor 1 mei", "enter", "enter")
	k := p.Client().Plans[0].KPIs
	if len(k) != 2 || k[0].Code != "KPI-1" || k[0].Text != "Snel" || k[1].Text != "Goed voor 1 mei" || p.Top().Typing() {
		t.Fatalf("got %+v\n%s", k, p.View())
	}
	if !strings.Contains(p.View(), "▸ KPI-2") || !strings.Contains(p.View(), "····t") {
		t.Error(p.View())
	}
	p.Press("space", "s", "right", "space", "right", "space", "space", "end", "right", "right", "right", "right", "space", "x")
	if got := p.Client().Plans[0].KPIs[1].Smart; got != (account.Smart{Timed: account.Yes, Specific: account.Yes, Measurable: account.No}) {
		t.Errorf("got %+v", got)
	}
	p.Press("space")
	if !strings.Contains(p.View(), "S····") {
		t.Error(p.View())
	}
	p.Press("up", "enter", "er", "esc")
	if got := p.Client().Plans[0].KPIs[0].Text; got != "Sneler" {
		t.Errorf("got %q", got)
	}
	p.Press("enter", "ctrl+u", "enter")
	if !p.Bad || !p.Top().Typing() {
		t.Error("an indicator without words is taken")
	}
	p.Press("esc", "ctrl+x")
	if k := p.Client().Plans[0].KPIs; len(k) != 1 || k[0].Code != "KPI-2" {
		t.Errorf("got %+v\n%s", k, p.View())
	}
}

func TestActionsOfAnIndicator(t *testing.T) {
	p := at(t, "80x24", "nl", newMedia(t, "nl"), "down", "down", "right", "enter", "down", "down", "enter")
	if len(p.Stack) != 2 || !strings.Contains(p.View(), "Nieuwe actie bij KPI-2") || !strings.Contains(p.View(), "RM · nog geen dag") {
		t.Fatal(p.View())
	}
	if p.Type("Bellen @Anna 1 december #2"); !strings.Contains(p.View(), "Anna · di 1 dec") {
		t.Error(p.View())
	}
	p.Press("ctrl+s")
	if k := planOf(p, 2026).KPI("KPI-2"); k.Action("Bellen KWI-02") != (account.KPIAction{Text: "Bellen KWI-02", For: "Anna", Due: "2026-12-01"}) {
		t.Errorf("got %+v", k)
	}
	p.Press("ctrl+z", "enter", "Bellen oefenen 1-12", "enter", "enter")
	k := planOf(p, 2026).KPI("KPI-2")
	if want := (account.KPIAction{Text: "Bellen oefenen", For: "RM", Due: "2026-12-01"}); k.Action("Bellen oefenen") != want {
		t.Errorf("got %+v", k)
	}
	p.Press("down", "down", "space")
	if got := planOf(p, 2026).KPI("KPI-2").Action("Bellen oefenen"); got.Done != kittest.Today {
		t.Errorf("got %+v\n%s", got, p.View())
	}
	p.Press("space", "enter", "!", "ctrl+s")
	if got := planOf(p, 2026).KPI("KPI-2").Action("Bellen oefenen!"); got.Done != "" || got.Due != "2026-12-01" {
		t.Errorf("got %+v\n%s", got, p.View())
	}
	p.Press("ctrl+x")
	if got := planOf(p, 2026).KPI("KPI-2"); len(got.Actions) != 1 || len(got.Agreed) != 0 {
		t.Errorf("got %+v", got)
	}
	if p = at(t, "80x24", "nl", bare(), "end", "left", "enter"); !p.Bad {
		t.Error("an action on no indicator")
	}
}

func TestFigures(t *testing.T) {
	p := at(t, "80x24", "nl", newMedia(t, "nl"), "end", "enter", "down", "down", "down", "down", "right")
	for _, typed := range [][]string{{"6", "0", "0", ".", "0", "0", "0", "enter"}, {"1", "9", ",", "2", "5", "down"}} {
		p.Press(typed...)
	}
	f := planOf(p, 2026).Numbers[2026].Target
	if f.Revenue != "600000" || f.Margin != "19.25" {
		t.Errorf("got %+v\n%s", f, p.View())
	}
	p.Press("down", "-", "5", "tab")
	if f := planOf(p, 2026).Numbers[2026].Target; *f.NPS != -5 || hand(p) != "1" {
		t.Errorf("got %+v\n%s", f, p.View())
	}
	p = at(t, "80x24", "nl", newMedia(t, "nl"), "end", "enter", "end", "right", "right", "7")
	if was := planOf(p, 2026).Numbers[2026].Actual; !p.Bad || was.NPS != nil {
		t.Error("a live figure is typed over")
	}
	p.Press("up", "up", "up", "delete")
	if got := planOf(p, 2026).Numbers[2026].Actual.Revenue; got != "" {
		t.Errorf("not emptied: %q", got)
	}
	p.Press("6", "x", "enter")
	if !p.Bad || !p.Top().Typing() {
		t.Errorf("6x is no revenue: %q", p.Notice)
	}
	p.Press("q", "w", "g") // letters are text, not commands
	if p.Left || p.Out.Go != nil {
		t.Error("a letter does something")
	}
}

func TestYears(t *testing.T) {
	c := newMedia(t, "nl")
	p := at(t, "80x24", "nl", c, "tab", "{")
	if title := p.Top().Head(p.Frame); title.Tail != " · 2025" || hand(p) != "2" {
		t.Errorf("got %+v", title)
	}
	if p.Press("{"); !p.Bad || p.Top().Head(p.Frame).Tail != " · 2025" {
		t.Error("there is something before the first year")
	}
	p.Press("}", "}", "}")
	if !p.Bad || p.Top().Head(p.Frame).Tail != " · 2027" {
		t.Errorf("got %+v", p.Top().Head(p.Frame))
	}
	if p.Press("n"); len(p.Changes) > 0 {
		t.Error("a letter begins a plan")
	}
	p.Press("enter")
	if plan := planOf(p, 2027); plan == nil || plan.Vision != c.Plan(2026).Vision || plan.MadeBy != "Joe Bestseller" || len(plan.KPIs) != 2 || len(plan.KPIs[0].Actions) != 0 {
		t.Errorf("got %+v", plan)
	}
	p.Press("enter", " Anders.", "esc", "d")
	if !strings.Contains(p.View(), "− Wij zorgen") || !strings.Contains(p.View(), "+ Wij zorgen") {
		t.Error(p.View())
	}
	if p.Press("esc"); p.Left || strings.Contains(p.View(), "− Wij") {
		t.Error("esc leaves more than the comparison")
	}
	if p.Press("tab", "d"); !p.Bad {
		t.Error("nothing changed, and it does not say so")
	}
	s, _ := plan.New(kit.Place{}).Update(p.Frame, kit.Aim("2025"))
	if s.Head(p.Frame).Tail != " · 2025" {
		t.Error("a place does not lead to its year")
	}
	s, _ = plan.New(kit.Place{}).Update(p.Frame, kit.Aim("KPI-2"))
	if !strings.Contains(kittest.Show(s.View(p.Frame)), "▸ KPI-2") {
		t.Error("a place does not lead to its indicator")
	}
}

func TestThePlanGoesAndComesBack(t *testing.T) {
	p := at(t, "80x24", "nl", newMedia(t, "nl"))
	p.Send(kit.Do("remove")).Press("enter")
	if planOf(p, 2026) != nil || !strings.Contains(p.View(), "nog geen accountplan") {
		t.Error(p.View())
	}
	p.Press("ctrl+z")
	if planOf(p, 2026) == nil {
		t.Error("it does not come back")
	}
	p.Send(kit.Do("madeby")).Press("ctrl+u", "Anna", "enter")
	if got := planOf(p, 2026).MadeBy; got != "Anna" {
		t.Errorf("got %q", got)
	}
}

// What was removed elsewhere while it was in hand leads nowhere.
func TestOthersTakeThePlanAway(t *testing.T) {
	for _, keys := range [][]string{{"enter", "half"}, {"down", "right", "enter", "n", "half"}, {"end", "enter", "5"}, {"down", "down", "right", "enter", "down"}} {
		p := at(t, "80x24", "nl", newMedia(t, "nl"), keys...)
		gone := p.Client()
		do(t, gone.RemovePlan(2026))
		p.Frame = kittest.With(p.Frame, gone)
		p.Press("tick", "x", "enter", "esc", "tick")
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	}
}

// An indicator that came without a code is shown, and nothing can be done to it.
func TestAnIndicatorWithoutACode(t *testing.T) {
	c := bare()
	c.Plans[0].KPIs = []account.KPI{{Text: "een", Actions: []string{"x"}}, {Text: "twee"}}
	for _, keys := range [][]string{{"down", "right", "enter", "enter", "ctrl+x", "space"}, {"end", "left", "enter", "enter", "ctrl+x", "space"}} {
		p := at(t, "120x40", "nl", c, keys...)
		if len(p.Changes) > 0 || len(p.Stack) > 1 || !strings.Contains(p.View(), "een") || !strings.Contains(p.View(), "twee") {
			t.Errorf("%v: %+v\n%s", keys, p.Changes, p.View())
		}
	}
}

// Each key of the years stands there once, and says which way it goes.
func TestTheKeysOfTheYears(t *testing.T) {
	p := at(t, "80x24", "nl", bare())
	seen := map[string]int{}
	for _, a := range p.Top().Acts(p.Frame) {
		for _, sign := range []string{"{", "}"} {
			if strings.Contains(kit.KeyNames(p.Frame.Words, a.Keys, false), sign) {
				seen[sign]++
			}
		}
	}
	if seen["{"] != 1 || seen["}"] != 1 {
		t.Errorf("listed %v", seen)
	}
}
