package due_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/due"
)

func TestPromisesKept(t *testing.T) {
	action := func(side account.Side, status account.Status, day account.Moment, done account.Date) onClient {
		return agreed(account.Action{Number: "2026-01", Side: side, Status: status, Due: day, Done: done})
	}
	internal := func(status account.Status, day account.Moment, done account.Date) onClient {
		return agreed(account.Action{Number: "2026-01", Side: account.SupplierSide, Status: status, Due: day, Done: done, Internal: true})
	}
	closed := func(_ *account.Client, y *account.Cycle) { y.Stage = account.Closed }
	for name, d := range map[string]struct {
		change []onClient
		want   due.Kept
	}{
		"none":                    {nil, due.Kept{}},
		"done on the day":         {[]onClient{action(account.SupplierSide, account.Done, "2026-11-20T09:00", "2026-11-20")}, due.Kept{Kept: 1}},
		"done before a later day": {[]onClient{action(account.BothSides, account.Done, "2026-12-20", "2026-11-20")}, due.Kept{Kept: 1}},
		"done a day after":        {[]onClient{action(account.SupplierSide, account.Done, "2026-11-20", "2026-11-21")}, due.Kept{Broken: 1}},
		"open, its day passed":    {[]onClient{action(account.SupplierSide, account.Open, "2026-11-24", "")}, due.Kept{Broken: 1}},
		"open, due today":         {[]onClient{action(account.SupplierSide, account.Open, "2026-11-25T09:00", "")}, due.Kept{}},
		"open without a day":      {[]onClient{action(account.SupplierSide, account.Open, "", "")}, due.Kept{}},
		"done without a day":      {[]onClient{action(account.SupplierSide, account.Done, "", "2026-11-20")}, due.Kept{}},
		"dropped":                 {[]onClient{action(account.SupplierSide, account.Dropped, "2026-11-20", "")}, due.Kept{Dropped: 1}},
		"the client's":            {[]onClient{action(account.ClientSide, account.Open, "2026-11-20", "")}, due.Kept{}},
		"the client's, done":      {[]onClient{action(account.ClientSide, account.Done, "2026-11-20", "2026-11-20")}, due.Kept{}},
		"ours alone, in time":     {[]onClient{internal(account.Done, "2026-11-20", "2026-11-20")}, due.Kept{}},
		"ours alone, too late":    {[]onClient{internal(account.Done, "2026-11-20", "2026-11-21")}, due.Kept{}},
		"ours alone, open":        {[]onClient{internal(account.Open, "2026-11-20", "")}, due.Kept{}},
		"ours alone, dropped":     {[]onClient{internal(account.Dropped, "2026-11-20", "")}, due.Kept{}},
		"a concept in time":       {[]onClient{promise("AA", "2026-11-20", "2026-11-20")}, due.Kept{Kept: 1}},
		"a concept too late":      {[]onClient{promise("AA", "2026-11-20", "2026-11-21")}, due.Kept{Broken: 1}},
		"a concept, not yet":      {[]onClient{promise("AA", "2026-11-25", "")}, due.Kept{}},
		"a concept, never":        {[]onClient{promise("AA", "2026-11-24", "")}, due.Kept{Broken: 1}},
		"a concept, closed":       {[]onClient{promise("AA", "2026-12-24", ""), closed}, due.Kept{Broken: 1}},
		"a concept, left":         {[]onClient{promise("GG", "2026-11-20", "")}, due.Kept{Dropped: 1}},
	} {
		c := running(account.Draft, d.change...)
		if got := due.KeptIn(&c, c.Newest(), today); got != d.want {
			t.Errorf("%s: in the cycle %+v, not %+v", name, got, d.want)
		}
		if shown := c.Shown(account.Room{Known: true}); len(d.change) == 1 && c.Newest().Actions != nil && due.KeptIn(&shown, shown.Newest(), today) != d.want {
			t.Errorf("%s: the client sees another figure", name)
		}
		if o := due.Of(&c); o.On(today) != d.want {
			t.Errorf("%s: %+v, not %+v", name, o.On(today), d.want)
		}
	}
	if k := (due.Kept{Kept: 2, Broken: 1, Dropped: 4}); k.Due() != 3 {
		t.Error(k)
	}
}

// TestAClientIsTheSumOfHisCycles, and no promise is mended by a day that passes.
func TestAClientIsTheSumOfHisCycles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		day := rapid.SampledFrom([]account.Date{"2009-01-01", "2010-06-02", "2010-10-01", "2012-03-01", "9999-12-31"}).Draw(t, "day")
		sum := due.Kept{}
		for i := range c.Cycles {
			k := due.KeptIn(&c, &c.Cycles[i], day)
			sum.Kept, sum.Broken, sum.Dropped = sum.Kept+k.Kept, sum.Broken+k.Broken, sum.Dropped+k.Dropped
		}
		o := due.Of(&c)
		if got := o.On(day); got != sum {
			t.Fatalf("%+v, not %+v", got, sum)
		}
		if next := o.On(day.Add(400)); next.Kept != sum.Kept || next.Dropped != sum.Dropped || day < "9998" && next.Broken < sum.Broken {
			t.Fatalf("%+v became %+v", sum, next)
		}
	})
}
