package sync_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/store/memory"
)

// asOfNow is a hub as it is put back later from a copy of now: everything at the revisions
// that it had.
func asOfNow(t tester, hub store.Store) store.Store {
	t.Helper()
	var all []store.Record
	err := hub.Scan(ctx, "", func(r store.Record) error {
		r.Value = slices.Clone(r.Value)
		all = append(all, r)
		return nil
	})
	slices.SortStableFunc(all, func(a, b store.Record) int { return cmp.Compare(a.Rev, b.Rev) })
	old := memory.New()
	for len(all) > 0 && err == nil {
		var writes []store.Write
		for at := all[0].Rev; len(all) > 0 && all[0].Rev == at; all = all[1:] {
			err = passing(old, at-1)
			writes = append(writes, store.Write{Op: store.Put, Key: all[0].Key, Value: all[0].Value})
		}
		if err == nil {
			_, err = old.Apply(ctx, writes...)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return old
}

// passing has others do what has nothing to do with any client, up to a revision.
func passing(hub store.Store, until store.Rev) error {
	for {
		found, err := hub.Get(ctx, "x")
		if err != nil {
			return err
		}
		if now, err := hub.Apply(ctx); err != nil || now >= until {
			return err
		}
		if _, err := hub.Apply(ctx, store.Write{Op: store.Put, Key: "x", Rev: found[0].Rev}); err != nil {
			return err
		}
	}
}

// putBack is a hub in whose place another can be put.
type putBack struct{ store.Store }

func (p *putBack) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	return p.Store.Apply(ctx, w...)
}

func agreed(text string) func(*account.Client) error {
	return func(c *account.Client) error {
		_, err := c.AddAction(c.Newest().Name, account.Action{Text: text, For: "RM", Side: account.SupplierSide, Date: "2011-06-01"}, account.Standard{}, "2011-06-01")
		return err
	}
}

// agrees reports whether an agreement is there, or waits for a choice on one of the laptops.
func agrees(text string, on *laptop, all ...*laptop) bool {
	c := on.client()
	is := slices.ContainsFunc(c.Newest().Actions, func(a account.Action) bool { return a.Text == text })
	for _, l := range all {
		for _, a := range l.apart() {
			is = is || strings.Contains(fmt.Sprintf("%+v", a.Differences(&c)), text)
		}
	}
	return is
}

// TestAHubOfYesterdayTakesNothingBack: where the hub was put back from a copy, what was done
// since is still on the laptops, and goes there again; so does who was new. Also where others
// did so much since that its revisions are past those of before.
func TestAHubOfYesterdayTakesNothingBack(t *testing.T) {
	for _, since := range []int{0, 1, 30} {
		hub := &putBack{memory.New()}
		one, other := newLaptop(t, "one", hub), newLaptop(t, "other", hub)
		one.brings(measured())
		one.syncs()
		other.syncs()
		for i := range 45 {
			one.does(renamed("Name " + string(rune('a'+i%26)) + string(rune('a'+i/26))))
			one.syncs()
		}
		other.syncs()
		yesterday := asOfNow(t, hub.Store)
		one.does(agreed("of one"))
		one.does(renamed("Today"))
		one.syncs()
		other.syncs()
		other.does(agreed("of other"))
		other.syncs()
		for i := range 3 {
			other.does(renamed("Later " + string(rune('a'+i))))
			other.syncs()
		}
		one.syncs()
		is, err := hub.Apply(ctx)
		if err != nil {
			t.Fatal(err)
		}
		hub.Store = yesterday
		late := newLaptop(t, "late", hub)
		if since > 0 {
			if late.syncs(); passing(hub, is+10) != nil {
				t.Fatal("it does not pass")
			}
		}
		for i := range since {
			late.does(agreed("late " + string(rune('0'+i))))
			late.syncs()
		}
		for range 3 {
			one.syncs()
			other.syncs()
			late.syncs()
		}
		for _, l := range []*laptop{one, other, late} {
			for _, text := range []string{"of one", "of other"} {
				if !agrees(text, l, one, other) {
					t.Errorf("%d: %s has no longer what was agreed: %s", since, l.name, text)
				}
			}
		}
		told := other.client().Name == "Later c"
		for _, a := range other.apart() {
			told = told || a.Path == "Name"
		}
		if !told {
			t.Errorf("%d: the name of today is %q, and nobody is asked: %v", since, other.client().Name, other.apart())
		}
	}
}

// TestWhoIsNewComesToAHubOfYesterday: who came to it since its copy was made goes there again,
// also where others did so much meanwhile that its revisions are past those of before. Who may
// only look hears that they are there no longer, and then that they are.
func TestWhoIsNewComesToAHubOfYesterday(t *testing.T) {
	for _, past := range []bool{false, true} {
		hub := &putBack{memory.New()}
		one := newLaptop(t, "one", hub)
		director := newLaptop(t, "director", looksOnly{hub})
		one.brings(account.Client{ID: "c2", Name: "C2"})
		been := func() {
			at, err := one.pair.Reach(ctx)
			one.syncs()
			if err == nil {
				err = one.pair.Been(ctx, at, "")
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		been()
		yesterday := asOfNow(t, hub.Store)
		one.brings(measured())
		been()
		director.syncs()
		if now, err := hub.Apply(ctx); err != nil || past && passing(yesterday, now+10) != nil {
			t.Fatal(err)
		}
		hub.Store = yesterday
		if r := director.syncs(); !r.Gone || r.Held {
			t.Errorf("the director hears %+v", r)
		}
		if r := one.syncs(); r.Gone || !r.Gave {
			t.Errorf("%v: %+v", past, r)
		}
		if r := director.syncs(); !r.Back {
			t.Errorf("the director hears %+v", r)
		}
		late := newLaptop(t, "late", hub)
		late.syncs()
		if late.client().Name != measured().Name {
			t.Error("it is not there")
		}
	}
}

// looksOnly is a hub for somebody who may change nothing there.
type looksOnly struct{ store.Store }

func (l looksOnly) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	if len(w) > 0 {
		return 0, store.ErrForbidden
	}
	return l.Store.Apply(ctx)
}

// TestWhoWasErasedDoesNotComeBackWithTheHub: a copy of the hub names them, and whoever erased
// them erases them there once more.
func TestWhoWasErasedDoesNotComeBackWithTheHub(t *testing.T) {
	hub := &putBack{memory.New()}
	one, other := newLaptop(t, "one", hub), newLaptop(t, "other", hub)
	one.brings(measured())
	one.does(named)
	one.does(said("Zus Zeeman asked for it"))
	one.syncs()
	other.syncs()
	yesterday := asOfNow(t, hub.Store)
	one.erases()
	one.syncs()
	other.syncs()
	nobodyNames(t, hub, one, other)
	hub.Store = yesterday
	one.syncs()
	other.syncs()
	nobodyNames(t, hub, one, other)
}
