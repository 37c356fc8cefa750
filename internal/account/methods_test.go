package account_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// edits are the methods that write one thing of a client, with what they
// write and what they refuse.
var edits = map[string]struct {
	do      func(*account.Client, string) error
	is      func(*account.Client) string
	good    []string
	bad     string
	kind    fault.Kind
	inCycle bool
}{
	"archive": {func(c *account.Client, v string) error { return c.Archive(account.Date(v)) },
		func(c *account.Client) string { return string(c.Archived) }, []string{"2026-06-20", ""}, "20 June", fault.BadDate, false},
	"kind": {func(c *account.Client, v string) error { return c.SetKind(account.Kind(v)) },
		func(c *account.Client) string { return string(c.Kind) }, []string{"internal", "external"}, "", fault.BadValue, false},
	"approach": {func(c *account.Client, v string) error { return c.Follow(account.Approach(v)) },
		func(c *account.Client) string { return string(c.Approach) }, []string{"simple", "extended"}, "both", fault.BadValue, false},
	"go": {func(c *account.Client, v string) error { return c.GiveGo("", account.Date(v)) },
		func(c *account.Client) string { return string(c.Newest().Go) }, []string{"2026-06-20", ""}, "2026-02-30", fault.BadDate, true},
	"kick-off": {func(c *account.Client, v string) error { return c.HoldKickoff("", account.Date(v)) },
		func(c *account.Client) string { return string(c.Newest().Kickoff.Date) }, []string{"2026-06-20", ""}, "2026-6-2", fault.BadDate, true},
	"strategy": {func(c *account.Client, v string) error { return c.WriteStrategy("", v) },
		func(c *account.Client) string { return c.Newest().Kickoff.Strategy }, []string{"S", ""}, "", "", true},
	"place": {func(c *account.Client, v string) error { return c.SetPlace("", v) },
		func(c *account.Client) string { return c.Newest().Place }, []string{"P", ""}, "", "", true},
	"hour of the session": {func(c *account.Client, v string) error { return c.SetSessionHours("", v, "") },
		func(c *account.Client) string { return c.Newest().SessionFrom }, []string{"16:00", ""}, "25:00", fault.BadHours, true},
	"analysis": {func(c *account.Client, v string) error { return c.WriteAnalysis("", account.Surprise, v) },
		func(c *account.Client) string { return c.Newest().Analysis.Surprise }, []string{"A", ""}, "", "", true},
	"willing": {func(c *account.Client, v string) error {
		return c.ChangeRespondent("AA", func(r *account.Respondent) { r.Willing = account.Date(v) })
	}, func(c *account.Client) string { return string(c.Respondent("AA").Willing) }, []string{"2026-06-20", ""}, "soon", fault.BadDate, false},
	"level": {func(c *account.Client, v string) error {
		return c.ChangeRespondent("AA", func(r *account.Respondent) { r.Level = account.Level(v) })
	}, func(c *account.Client) string { return string(c.Respondent("AA").Level) }, []string{"tactical", ""}, "top", fault.BadValue, false},
}

func TestEveryEditWritesOneThing(t *testing.T) {
	for name, e := range edits {
		c := busy()
		for _, v := range e.good {
			succeeds(t, e.do(&c, v))
			if got := e.is(&c); got != v {
				t.Errorf("%s: %q became %q", name, v, got)
			}
		}
		if e.kind != "" {
			before := c.Clone()
			refuses(t, e.do(&c, e.bad), e.kind)
			if !reflect.DeepEqual(before, c) {
				t.Errorf("%s: a refused edit changed something", name)
			}
		}
		if e.inCycle {
			c.Newest().Stage = account.Closed
			refuses(t, e.do(&c, e.good[0]), fault.Frozen)
			none := account.Client{}
			refuses(t, e.do(&none, e.good[0]), fault.NoCycle)
		}
	}
}

// TestEditsDoNotTouchEachOther: in whatever order two of them come, both stay.
func TestEditsDoNotTouchEachOther(t *testing.T) {
	var names []string
	for name := range edits {
		names = append(names, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		c, last := busy(), map[string]string{}
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			name := rapid.SampledFrom(names).Draw(t, "name")
			v := rapid.SampledFrom(edits[name].good).Draw(t, "value")
			if err := edits[name].do(&c, v); err != nil {
				t.Fatal(name, err)
			}
			last[name] = v
		}
		for name, v := range last {
			if got := edits[name].is(&c); got != v {
				t.Errorf("%s is %q, not %q", name, got, v)
			}
		}
	})
}

func TestJudgements(t *testing.T) {
	all := []account.Judgement{account.IsStrategic, account.IsIntensive, account.HasBusiness, account.ClientKnows, account.SupplierKnows}
	for i, j := range all {
		var c account.Client
		succeeds(t, c.Judge(j, account.No))
		for k, other := range all {
			if got := c.Judged(other); (got == account.No) != (i == k) {
				t.Errorf("%s: %s is %v", j, other, got)
			}
		}
		refuses(t, c.Judge(j, 3), fault.Removed)
	}
	var c account.Client
	refuses(t, c.Judge("else", account.Yes), fault.Removed)
	if c.Judged("else") != account.Unanswered {
		t.Error("an unknown judgement has a reply")
	}
}

func TestANewClientBegins(t *testing.T) {
	var c account.Client
	refuses(t, c.Begin(" ", today), fault.Missing)
	succeeds(t, c.Begin(" Mediq ", today))
	if c.Name != "Mediq" || c.Kind != account.External || c.Approach != account.Extended || len(c.Cycles) != 1 {
		t.Errorf("%+v", c)
	}
	refuses(t, c.Begin("Mediq", today), fault.StillRunning)
}

func TestAnActionIsTurnedAndTurnedBack(t *testing.T) {
	c := busy()
	number, err := c.AddAction("", account.Action{Text: "T"}, std, today)
	succeeds(t, err)
	_, a := c.Action(number)
	for i, want := range []account.Action{{Status: account.Done, Done: today}, {Status: account.Open}, {Status: account.Dropped}, {Status: account.Open}} {
		succeeds(t, c.TurnAction(number, []account.Status{account.Done, account.Dropped}[i/2], std, today))
		if a.Status != want.Status || a.Done != want.Done {
			t.Errorf("%d: %+v", i, *a)
		}
	}
	for _, want := range []account.Date{today, ""} {
		succeeds(t, c.AnnounceAction(number, std, today, want))
		if a.Announced != want {
			t.Errorf("announced %q, not %q", a.Announced, want)
		}
	}
	refuses(t, c.AnnounceAction(number, std, today, "soon"), fault.BadDate)
	succeeds(t, c.FinishAction(number, "The client said so", std, today))
	if a.Status != account.Done || a.Done != today || a.Evidence != "The client said so" {
		t.Errorf("finished: %+v", *a)
	}
	for kind, change := range map[fault.Kind]func(*account.Action){
		fault.BadDate: func(a *account.Action) { a.Announced = "soon" }, fault.BadValue: func(a *account.Action) { a.Side = "ours" },
	} {
		before := *a
		refuses(t, c.ChangeAction(number, std, today, change), kind)
		if !reflect.DeepEqual(*a, before) {
			t.Errorf("a refused change left %+v", *a)
		}
	}
	refuses(t, c.TurnAction(number, "late", std, today), fault.BadValue)
}

func TestAKWIIsShared(t *testing.T) {
	c := busy()
	k := &c.Newest().KWIs[0]
	was := len(k.SharedBy)
	succeeds(t, c.ShareKWI("", k.Code, "DD", true))
	succeeds(t, c.ShareKWI("", k.Code, "DD", true))
	if len(k.SharedBy) != was+1 {
		t.Errorf("%v", k.SharedBy)
	}
	succeeds(t, c.ShareKWI("", k.Code, "DD", false))
	if len(k.SharedBy) != was {
		t.Errorf("%v", k.SharedBy)
	}
	refuses(t, c.ShareKWI("", k.Code, "ZZ", true), fault.Removed)
}

func TestAVisitIsOnADay(t *testing.T) {
	c := busy()
	refuses(t, c.AddVisit("", account.Visit{With: "AA", Date: "once"}), fault.BadDate)
	refuses(t, c.WriteAnalysis("", "else", "x"), fault.Removed)
}
