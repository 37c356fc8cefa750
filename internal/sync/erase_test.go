package sync_test

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// namedIn are the keys of a laptop's file whose records name somebody.
func (l *laptop) namedIn(name string) (keys []string) {
	l.Helper()
	if err := l.desk.Store().Scan(ctx, "", func(r store.Record) error {
		if bytes.Contains(r.Value, []byte(name)) {
			keys = append(keys, r.Key)
		}
		return nil
	}); err != nil {
		l.Fatal(err)
	}
	return keys
}

// named gives somebody a name that nothing else has, and has them stand in a text of
// another.
func named(c *account.Client) error {
	c.Respondents[0].Name, c.Respondents[0].Email = zus, "zus@client.example"
	return nil
}

const zus = "Zus Zeeman"

// said is an agreement in whose text somebody is named.
func said(text string) func(*account.Client) error {
	return func(c *account.Client) error {
		_, err := c.AddAction(c.Newest().Name, account.Action{Text: text, For: "RM", Side: account.SupplierSide, Date: "2011-06-01"}, account.Standard{}, "2011-06-01")
		return err
	}
}

// erases takes the one who was named out of the file of a laptop.
func (l *laptop) erases() desk.Erasure {
	l.Helper()
	c := l.client()
	p, _ := c.Person(c.Respondents[0].Initials)
	done, err := l.desk.Erase(ctx, desk.Erasing{Person: p, Unseen: "[name removed]", What: "Somebody was erased", Today: "2011-07-01"})
	if err != nil {
		l.Fatal(err)
	}
	return done
}

// nobodyNames fails where a file, or the hub, still names who was erased.
func nobodyNames(t tester, hub store.Store, laptops ...*laptop) {
	t.Helper()
	for _, l := range laptops {
		if keys := l.namedIn(zus); len(keys) > 0 {
			t.Fatalf("%s names them in %v", l.name, keys)
		}
	}
	if err := hub.Scan(ctx, "", func(r store.Record) error {
		if bytes.Contains(r.Value, []byte(zus)) {
			t.Fatalf("the hub names them in %s", r.Key)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestAnErasureGoesToTheHub: the file knows that the hub has them, without who it is; what
// collided goes at once. A file that holds a copy of it keeps nothing either.
func TestAnErasureGoesToTheHub(t *testing.T) {
	hub, one, other := together(t)
	one.does(named)
	one.does(said("Zus Zeeman asked for it"))
	one.syncs()
	other.syncs()
	one.does(renamed("Here B.V."))
	other.does(renamed("There B.V."))
	other.syncs()
	one.syncs()
	if len(one.apart()) != 1 {
		t.Fatal("nothing collided")
	}
	if done := one.erases(); done.Apart != 1 || done.AtHub != 1 || done.Unshared != 0 {
		t.Errorf("erased was %+v", done)
	}
	if keys := one.namedIn(zus); len(keys) > 0 {
		t.Errorf("at once %v name them", keys)
	}
	one.syncs()
	nobodyNames(t, hub, one)
	other.syncs()
	nobodyNames(t, hub, one, other)
	if a, b := one.client(), other.client(); !reflect.DeepEqual(a, b) {
		t.Errorf("the two differ: %+v", account.Differences(&a, a, b))
	}
	for _, l := range []*laptop{one, other} {
		if ids, err := l.pair.Behind(ctx); err != nil || len(ids) > 0 {
			t.Errorf("%s is behind with %v, %v", l.name, ids, err)
		}
	}
}

// TestWhoWasErasedDoesNotComeBack with what was done meanwhile on a laptop that was away:
// another name, texts that name them, a grade; that itself is there.
func TestWhoWasErasedDoesNotComeBack(t *testing.T) {
	for _, afresh := range []bool{false, true} {
		hub, one, other := together(t)
		other.joins()
		one.does(named)
		one.syncs()
		other.syncs()
		other.does(func(c *account.Client) error {
			c.Respondents[0].Name = "Zus Zeeman-Visser"
			return nil
		})
		other.does(said("Zus Zeeman calls"))
		q := one.client().Cycles[4].KWIs[0].Questions[0].Code
		other.does(graded("R1", q, 3))
		if afresh {
			other.spoils(codec.HubKey("c1"))
			other.repairs()
		}
		one.erases()
		one.syncs()
		if r := other.syncs(); !r.Erased {
			t.Errorf("the round was %+v", r)
		}
		one.syncs()
		nobodyNames(t, hub, one, other)
		c := one.client()
		last := c.Newest().Actions[len(c.Newest().Actions)-1]
		if last.Text != "[name removed] calls" {
			t.Errorf("the agreement is %q", last.Text)
		}
		who := account.Initials("")
		for _, r := range c.Respondents {
			if strings.HasPrefix(string(r.Initials), "X") {
				who = r.Initials
			}
		}
		if g := c.Newest().Answers[who].Of(q).Grade; g != 3 && len(other.apart()) == 0 {
			t.Errorf("the grade of %s is %d", who, g)
		}
		if a, b := one.client(), other.client(); !reflect.DeepEqual(a, b) {
			t.Errorf("the two differ: %+v", account.Differences(&a, a, b))
		}
	}
}

// TestWhoWasErasedWhereNothingIsSharedAnyMore is nowhere in the file, and does not come
// back should the client be shared again before anybody erased them there.
func TestWhoWasErasedWhereNothingIsSharedAnyMore(t *testing.T) {
	hub, one, _ := together(t)
	one.does(named)
	one.syncs()
	way := &closed{Store: hub}
	third := newLaptop(t, "third", way)
	third.syncs()
	way.unseen = "one/"
	third.syncs()
	if done := third.erases(); done.Unshared != 1 || done.AtHub != 0 {
		t.Errorf("erased was %+v", done)
	}
	if keys := third.namedIn(zus); len(keys) > 0 {
		t.Errorf("%v name them", keys)
	}
	third.syncs()
	way.unseen = ""
	third.syncs()
	one.syncs()
	nobodyNames(t, hub, one, third)
}

// TestWhoMayOnlyLookErasesAtHome: their file names nobody, also after a round in which the
// hub takes nothing.
func TestWhoMayOnlyLookErasesAtHome(t *testing.T) {
	hub, one, _ := together(t)
	one.does(named)
	one.syncs()
	looks := newLaptop(t, "looks", &closed{Store: hub, unchanged: "one/"})
	looks.syncs()
	looks.erases()
	one.does(renamed("Later"))
	one.syncs()
	if r := looks.syncs(); !r.Held {
		t.Errorf("the round was %+v", r)
	}
	if keys := looks.namedIn(zus); len(keys) > 0 {
		t.Errorf("%v name them", keys)
	}
	if c := looks.client(); c.Name != "Later" {
		t.Errorf("here is %q", c.Name)
	}
}

// TestErasingLeavesAnotherOfTheSameInitials who came after them.
func TestErasingLeavesAnotherOfTheSameInitials(t *testing.T) {
	hub, one, other := together(t)
	one.does(named)
	one.syncs()
	other.syncs()
	who := one.client().Respondents[0].Initials
	one.erases()
	one.syncs()
	one.does(func(c *account.Client) error {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Karel Kok"})
		return nil
	})
	one.syncs()
	for _, l := range []*laptop{other, newLaptop(t, "new", hub)} {
		l.syncs()
		c := l.client()
		if r := c.Respondent(who); r == nil || r.Name != "Karel Kok" {
			t.Errorf("%s has %+v", l.name, r)
		}
		l.does(renamed("By " + l.name))
		l.syncs()
		if c := l.client(); c.Respondent(who) == nil {
			t.Errorf("%s erased another", l.name)
		}
	}
}

// TestNobodyComesBackWhateverHappens: three laptops do things, are offline, are killed at
// any save, and get an old copy back; somebody is erased on one of them at any moment. In the end no file and no
// hub names them, all are the same, and no agreement is lost.
func TestNobodyComesBackWhateverHappens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hub := memory.New()
		one := newLaptop(t, "one", hub)
		one.brings(measured())
		one.does(named)
		one.syncs()
		laptops := []*laptop{one, newLaptop(t, "two", hub), newLaptop(t, "three", hub)}
		for _, l := range laptops[1:] {
			l.syncs()
		}
		erased, n := false, 0
		agreed := map[string]bool{}
		var eraser string // until it has gone to the hub
		copies := map[string]*laptop{}
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			at := rapid.IntRange(0, 2).Draw(t, "laptop")
			l := laptops[at]
			c := l.client()
			switch rapid.SampledFrom([]string{"agree", "named", "grade", "sync", "killed", "dies", "copy", "restore", "erase"}).Draw(t, "what") {
			case "agree":
				n++
				text := "agreement " + strconv.Itoa(n)
				agreed[text] = l.does(said(text))
			case "named":
				if c.Respondents[0].Name == zus {
					l.does(said(zus + " wants it"))
				}
			case "grade":
				l.does(graded("R1", c.Newest().KWIs[0].Questions[0].Code, account.Grade(rapid.IntRange(1, 10).Draw(t, "grade"))))
			case "sync":
				if l.syncs(); l.name == eraser {
					eraser = ""
				}
			case "killed":
				cut := &storetest.Cut{Store: hub, Left: rapid.IntRange(0, 2).Draw(t, "left"), Behind: rapid.Bool().Draw(t, "behind")}
				_, err := sync.New(l.desk, cut, l.name, sync.Who{User: l.name}).Client(ctx, "c1")
				if err != nil && !errors.Is(err, storetest.ErrCut) {
					t.Fatal(err)
				}
			case "dies": // at a save in its own file
				cut := &storetest.Cut{Store: l.desk.Store(), Left: rapid.IntRange(0, 4).Draw(t, "left"), Behind: rapid.Bool().Draw(t, "behind")}
				_, _ = sync.New(l.desk.Over(cut), hub, l.name, sync.Who{User: l.name}).Client(ctx, "c1")
			case "copy":
				copies[l.name] = copyOf(l, hub)
			case "restore": // what was done since is lost, but what went out comes again
				if old := copies[l.name]; old != nil && l.name != eraser {
					laptops[at] = copyOf(old, hub)
					laptops[at].name, laptops[at].pair = l.name, sync.New(laptops[at].desk, hub, l.name, sync.Who{User: l.name})
					clear(agreed)
				}
			case "erase":
				if !erased && c.Respondents[0].Name == zus {
					l.erases()
					erased, eraser = true, l.name
				}
			}
		}
		if !erased {
			return
		}
		for range 3 {
			for _, l := range laptops {
				l.syncs()
			}
		}
		nobodyNames(t, hub, laptops...)
		want := laptops[0].client()
		for _, l := range laptops {
			if c := l.client(); !reflect.DeepEqual(c, want) {
				t.Fatalf("%s has another client: %+v", l.name, account.Differences(&c, want, c))
			}
		}
		for text, was := range agreed {
			if was && !slices.ContainsFunc(want.Newest().Actions, func(a account.Action) bool { return a.Text == text }) {
				t.Fatalf("%q is lost", text)
			}
		}
	})
}

// TestALaptopThatWasNotBackIsNamed until it is.
func TestALaptopThatWasNotBackIsNamed(t *testing.T) {
	_, one, other := together(t)
	been := func(l *laptop) {
		t.Helper()
		at, err := l.pair.Reach(ctx)
		l.syncs()
		if err == nil {
			err = l.pair.Been(ctx, at, "2011-07-01T10:00")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	stands := func(missing int, landed, cleared bool) {
		t.Helper()
		all, err := one.pair.Erasures(ctx)
		if err != nil || len(all) != 1 || all[0].Landed != landed || all[0].Cleared != cleared || len(all[0].Missing) != missing {
			t.Errorf("the erasures are %+v, %v", all, err)
		}
		if missing > 0 && all[0].Missing[0].User != "other" {
			t.Errorf("missing is %+v", all[0].Missing)
		}
	}
	one.does(named)
	been(one)
	been(other)
	one.erases()
	stands(0, false, false)
	been(one)
	stands(1, true, false)
	if err := one.pair.Clear(ctx); err != nil {
		t.Fatal(err)
	}
	stands(1, true, true)
	if err := one.pair.Finish(ctx); err != nil {
		t.Fatal(err)
	}
	stands(1, true, true)
	been(other)
	stands(0, true, true)
	if err := one.pair.Finish(ctx); err != nil {
		t.Fatal(err)
	}
	if all, err := one.pair.Erasures(ctx); err != nil || len(all) > 0 {
		t.Errorf("after that they are %+v, %v", all, err)
	}
}

// TestOnlyWhatTheHubHasIsCounted: a text that was left on purpose is no longer what the hub
// still has of them once it went there.
func TestOnlyWhatTheHubHasIsCounted(t *testing.T) {
	_, one, _ := together(t)
	one.does(named)
	one.does(said("Zus Zeeman stays"))
	one.syncs()
	c := one.client()
	p, _ := c.Person(c.Respondents[0].Initials)
	e := desk.Erasing{Person: p, Instead: map[string]string{"Zus Zeeman stays": "Zus Zeeman stays"}, Unseen: "[name removed]", Today: "2011-07-01"}
	if done, err := one.desk.Erase(ctx, e); err != nil || done.AtHub != 1 {
		t.Fatal(done.AtHub, err)
	}
	one.syncs()
	if done, err := one.desk.WouldErase(ctx, e); err != nil || done.AtHub != 0 || len(done.Left) != 1 {
		t.Errorf("then it would erase %+v, %v", done, err)
	}
}
