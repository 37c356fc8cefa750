package sync_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

var ctx = context.Background()

// tester is what a test and a property have in common.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// laptop is a data file in memory, and its way to the hub.
type laptop struct {
	tester
	name string
	desk *desk.Desk
	hub  store.Store
	pair *sync.Pair
}

func newLaptop(t tester, name string, hub store.Store) *laptop {
	return laptopOn(t, name, memory.New(), hub)
}

func laptopOn(t tester, name string, engine, hub store.Store) *laptop {
	n := 0
	d := desk.New(engine, func() string { n++; return name + strconv.Itoa(n) })
	return &laptop{t, name, d, hub, sync.New(d, hub, name, sync.Who{User: name})}
}

func (l *laptop) brings(clients ...account.Client) {
	l.Helper()
	if _, err := l.desk.Import(ctx, false, portable.File{Supplier: "S", Clients: clients}); err != nil {
		l.Fatal(err)
	}
}

// does changes the client and says whether it could be done.
func (l *laptop) does(change func(*account.Client) error) bool {
	l.Helper()
	return l.changes("c1", change)
}

// changes does that to any client.
func (l *laptop) changes(id string, change func(*account.Client) error) bool {
	l.Helper()
	h, err := l.desk.Open(ctx, id)
	if err != nil {
		l.Fatal(l.name, err)
	}
	h, err = h.Do(hand.Change{Label: hand.Label{Key: "test"}, Apply: change})
	if err != nil {
		return false
	}
	if _, save, dirty := h.Send(); dirty {
		if _, _, err := l.desk.Keep(ctx, save); err != nil {
			l.Fatal(l.name, err)
		}
	}
	return true
}

// syncs makes everything the same here and at the hub.
func (l *laptop) syncs() sync.Round {
	l.Helper()
	var last sync.Round
	ids, err := l.pair.Behind(ctx)
	for _, id := range ids {
		if err == nil {
			last, err = l.pair.Client(ctx, id)
		}
	}
	if err != nil {
		l.Fatal(l.name, err)
	}
	return last
}

func (l *laptop) client() account.Client {
	l.Helper()
	c, err := l.desk.Client(ctx, "c1")
	if err != nil {
		l.Fatal(l.name, err)
	}
	return c
}

func (l *laptop) apart() []sync.Apart {
	l.Helper()
	all, err := l.pair.Apart(ctx, "")
	if err != nil {
		l.Fatal(err)
	}
	return all
}

func measured() account.Client {
	c := accounttest.Typical("c1")
	c.Newest().Stage = account.Measure
	return c
}

func graded(who account.Initials, q account.QuestionCode, g account.Grade) func(*account.Client) error {
	return func(c *account.Client) error {
		return c.Answer("", who, account.Answer{Question: q, Grade: g}, "2011-06-01")
	}
}

func renamed(name string) func(*account.Client) error {
	return func(c *account.Client) error { return c.Rename(name) }
}

// together are two laptops that have the client from one hub.
func together(t tester) (hub store.Store, one, other *laptop) {
	hub = memory.New()
	one, other = newLaptop(t, "one", hub), newLaptop(t, "other", hub)
	one.brings(measured())
	one.syncs()
	other.syncs()
	return hub, one, other
}

func TestAClientComesToAnotherLaptop(t *testing.T) {
	_, one, other := together(t)
	if !reflect.DeepEqual(one.client(), other.client()) {
		t.Fatal("the client is another on the other laptop")
	}
	for _, l := range []*laptop{one, other} {
		if ids, err := l.pair.Behind(ctx); err != nil || len(ids) > 0 {
			t.Errorf("%s is behind with %v, %v", l.name, ids, err)
		}
	}
}

// TestBothChangesAreThere: what was done on two laptops without a way between
// them is on both afterwards, and each tells whose it was.
func TestBothChangesAreThere(t *testing.T) {
	_, one, other := together(t)
	q := one.client().Cycles[4].KWIs[0].Questions[0].Code
	one.does(graded("R1", q, 2))
	other.does(graded("R2", q, 9))
	other.does(renamed("There B.V."))
	one.syncs()
	other.syncs()
	if r := one.syncs(); !r.Took || r.By.User != "other" {
		t.Errorf("the last round was %+v", r)
	}
	for _, l := range []*laptop{one, other} {
		c := l.client()
		y := c.Newest()
		if y.Answers["R1"].Of(q).Grade != 2 || y.Answers["R2"].Of(q).Grade != 9 || c.Name != "There B.V." {
			t.Errorf("%s has %v, %v, %q", l.name, y.Answers["R1"].Of(q), y.Answers["R2"].Of(q), c.Name)
		}
	}
	h, err := one.desk.Open(ctx, "c1")
	if err != nil {
		t.Fatal(err)
	}
	back, label, err := h.Undo()
	if now := back.Now(); err != nil || label.Key != "test" || now.Newest().Answers["R1"].Of(q).Grade == 2 || now.Name != "There B.V." {
		t.Errorf("taking back took %v, %v: only one's own is taken back", label, err)
	}
}

// TestWhatCollidesIsKeptBoth: the hub's counts until somebody chooses.
func TestWhatCollidesIsKeptBoth(t *testing.T) {
	for _, here := range []bool{true, false} {
		t.Run(fmt.Sprint(here), func(t *testing.T) {
			_, one, other := together(t)
			one.does(renamed("Here B.V."))
			other.does(renamed("There B.V."))
			other.syncs()
			if r := one.syncs(); !slices.Equal(r.Apart, []string{"Name"}) {
				t.Fatalf("apart are %v", r.Apart)
			}
			c := one.client()
			if c.Name != "There B.V." {
				t.Errorf("%q counts", c.Name)
			}
			all := one.apart()
			if len(all) != 1 || all[0].By.User != "other" {
				t.Fatalf("kept are %+v", all)
			}
			d := all[0].Differences(&c)
			if len(d) != 1 || fmt.Sprint(d[0].Was, d[0].Is) != "[There B.V.] [Here B.V.]" {
				t.Fatalf("told is %+v", d)
			}
			one.does(func(c *account.Client) error { return c.Archive("2011-07-01") }) // what came after it stays
			if err := one.pair.Choose(ctx, all[0], here); err != nil {
				t.Fatal(err)
			}
			one.syncs()
			other.syncs()
			want := map[bool]string{true: "Here B.V.", false: "There B.V."}[here]
			if a, b := one.client(), other.client(); a.Name != want || b.Name != want || b.Archived == "" || len(one.apart()) > 0 {
				t.Errorf("chosen: %q, %q, %q, left are %v", a.Name, b.Name, b.Archived, one.apart())
			}
		})
	}
}

// TestLaptopsConverge: three laptops do things, are offline, are killed at any
// save at the hub, and get an old copy back. In the end all are the same, and
// nothing is lost but what a copy was put in the place of before it went out.
func TestLaptopsConverge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hub := memory.New()
		one := newLaptop(t, "one", hub)
		one.brings(measured())
		one.syncs()
		laptops := []*laptop{one, newLaptop(t, "two", hub), newLaptop(t, "three", hub)}
		for _, l := range laptops[1:] {
			l.syncs()
		}
		start := one.client()
		questions := start.Newest().KWIs[0].Questions
		agreed := map[string]bool{}
		grades := map[account.QuestionCode]account.Grade{}
		names := 0
		n := 0
		unsent := make([][]string, len(laptops)) // agreements that may be here alone
		copies := make([]*laptop, len(laptops))
		copied := make([][]string, len(laptops))
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			at := rapid.IntRange(0, 2).Draw(t, "laptop")
			l := laptops[at]
			switch rapid.SampledFrom([]string{"grade", "agree", "rename", "sync", "sync", "killed", "copy", "restore"}).Draw(t, "what") {
			case "grade": // of a respondent whom nobody else asks
				q := questions[rapid.IntRange(0, len(questions)-1).Draw(t, "question")].Code
				g := account.Grade(rapid.IntRange(1, 10).Draw(t, "grade"))
				if at == 0 && l.does(graded("R1", q, g)) {
					grades[q] = g
				}
			case "agree":
				n++
				text := "agreement " + strconv.Itoa(n)
				if l.does(func(c *account.Client) error {
					_, err := c.AddAction(start.Newest().Name, account.Action{Text: text, For: "RM", Side: account.SupplierSide, Date: "2011-06-01"}, account.Standard{}, "2011-06-01")
					return err
				}) {
					agreed[text] = true
					unsent[at] = append(unsent[at], text)
				}
			case "rename":
				names++
				l.does(renamed("Name " + strconv.Itoa(names)))
			case "sync":
				l.syncs()
				unsent[at] = nil
			case "copy":
				copies[at], copied[at] = copyOf(l, hub), slices.Clone(unsent[at])
			case "restore":
				if copies[at] == nil {
					continue
				}
				for _, text := range unsent[at] {
					if !slices.Contains(copied[at], text) {
						delete(agreed, text)
					}
				}
				laptops[at], unsent[at] = copyOf(copies[at], hub), slices.Clone(copied[at])
				if at == 0 {
					clear(grades)
				}
			case "killed":
				cut := &storetest.Cut{Store: hub, Left: rapid.IntRange(0, 2).Draw(t, "left"), Behind: rapid.Bool().Draw(t, "behind")}
				_, err := sync.New(l.desk, cut, l.name, sync.Who{User: l.name}).Client(ctx, "c1")
				if err != nil && !errors.Is(err, storetest.ErrCut) {
					t.Fatal(err)
				}
			}
		}
		for range 3 {
			for _, l := range laptops {
				l.syncs()
			}
		}
		want := laptops[0].client()
		for _, l := range laptops {
			c := l.client()
			if !reflect.DeepEqual(c, want) {
				t.Fatalf("%s has another client: %+v", l.name, account.Differences(&c, want, c))
			}
			if flaws := c.Flaws(); len(flaws) > len(start.Flaws()) {
				t.Fatalf("%s has flaws %+v", l.name, flaws)
			}
		}
		there := map[string]bool{}
		for _, a := range want.Newest().Actions {
			there[a.Text] = true
		}
		for text := range agreed {
			if !there[text] {
				t.Fatalf("%q is lost", text)
			}
		}
		for q, g := range grades {
			if is := want.Newest().Answers["R1"].Of(q).Grade; is != g {
				t.Fatalf("%v has grade %d, given was %d", q, is, g)
			}
		}
	})
}
