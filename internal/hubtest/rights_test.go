package hubtest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/sync"
	"kwi/store"
)

// working has a computer at work with the hub while do goes on: told is what it hears of
// clients.
func (l *computer) working(do func(p *sync.Pair, heard <-chan string)) {
	l.Helper()
	l.interactive = func(ctx context.Context, s cli.Session) error {
		if s.Hub == nil {
			l.Fatalf("%s has no hub: %s", l.name, s.Told)
		}
		p := sync.New(s.Desk, s.Hub.Store, s.Hub.Owner, sync.Who{User: s.Hub.User, Computer: s.Hub.Computer})
		running, stop := context.WithCancel(ctx)
		heard, ended := make(chan string, 100), make(chan struct{})
		go func() {
			defer close(ended)
			p.Run(running, sync.Patience{First: time.Second, Most: time.Second}, func(s sync.Status) {
				if s.State == sync.Refused {
					heard <- "refused"
				}
			}, func(id string, r sync.Round) {
				switch {
				case r.Gone:
					heard <- id + " gone"
				case r.Back:
					heard <- id + " back"
				case r.Took:
					heard <- id + " came"
				}
			})
		}()
		do(p, heard)
		stop()
		<-ended
		return nil
	}
	l.does(0)
	l.interactive = nil
}

// ofTwo are an administrator, anna with a client, bert with none and dora, who directs.
func ofTwo(t *testing.T) (root, anna, bert, dora *computer, manages func(...string) []string) {
	endpoint := Start(t)
	root, anna, bert, dora = newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert"), newComputer(t, "dora")
	top := root.file("top", "administrator")
	manages = func(args ...string) []string {
		return append(append([]string{"team"}, args...), "--password-file", top)
	}
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, manages("add", user, "--new-password-file", top)...)
	}
	root.does(0, manages("add", "dora", "--director", "--new-password-file", top)...)
	anna.brings(supplier, client("newmedia", "NewMedia"))
	for _, l := range []*computer{anna, bert, dora} {
		l.does(0, "team", "join", endpoint, "--user", l.name, "--password-file", l.file("password", "administrator"), "--yes")
	}
	return root, anna, bert, dora, manages
}

// TestAnIdleLaptopHearsWhatIsShared, and what no longer is, without a change of anybody; and
// that its user is out of the team.
func TestAnIdleLaptopHearsWhatIsShared(t *testing.T) {
	root, _, bert, _, manages := ofTwo(t)
	bert.working(func(_ *sync.Pair, heard <-chan string) {
		for _, step := range []struct {
			does []string
			want string
		}{
			{manages("share", "newmedia", "--with", "bert"), "newmedia came"},
			{manages("unshare", "newmedia", "--with", "bert"), "newmedia gone"},
			{manages("share", "newmedia", "--with", "bert", "--look"), "newmedia back"},
			{manages("remove", "bert"), "refused"},
		} {
			root.does(0, step.does...)
			if got := <-heard; got != step.want {
				t.Fatalf("%v: heard is %q", step.does[1], got)
			}
		}
	})
}

// TestADirectorIsSeenLooking, and so is whoever may only look; who may not see a client learns
// nothing of who has them open.
func TestADirectorIsSeenLooking(t *testing.T) {
	root, anna, bert, dora, manages := ofTwo(t)
	sees := func(p *sync.Pair) []string {
		t.Helper()
		o, err := p.Open(ctx, "newmedia")
		ok(t, err)
		others, err := o.Renew(ctx, time.Minute)
		ok(t, err)
		var names []string
		for _, w := range others {
			names = append(names, w.User)
		}
		return names
	}
	dora.working(func(p *sync.Pair, _ <-chan string) {
		sees(p)
		anna.working(func(p *sync.Pair, _ <-chan string) {
			if got := sees(p); !slices.Equal(got, []string{"dora"}) {
				t.Errorf("anna sees %v", got)
			}
		})
		if got := sees(p); !slices.Equal(got, []string{"anna"}) {
			t.Errorf("dora sees %v", got)
		}
	})
	b := hubFor(t, bert)
	if err := b.Scan(ctx, "o/anna/", func(r store.Record) error { t.Errorf("bert sees %s", r.Key); return nil }); err != nil {
		t.Error(err)
	}
	if _, err := b.Get(ctx, "o/anna/newmedia/x"); !errors.Is(err, store.ErrForbidden) {
		t.Errorf("bert asks for it: %v", err)
	}
	root.does(0, manages("share", "newmedia", "--with", "bert", "--look")...)
	bert.does(0, "team", "sync")
	bert.working(func(p *sync.Pair, _ <-chan string) { sees(p) })
	anna.working(func(p *sync.Pair, _ <-chan string) {
		if got := sees(p); !slices.Contains(got, "bert") {
			t.Errorf("anna sees %v of who only looks", got)
		}
	})
	root.does(0, manages("unshare", "newmedia", "--with", "bert")...)
	if _, err := hubFor(t, bert).Get(ctx, "o/anna/newmedia/x"); !errors.Is(err, store.ErrForbidden) {
		t.Errorf("bert asks for it after it was unshared: %v", err)
	}
}

// hubFor is the hub as a computer is given it.
func hubFor(t *testing.T, l *computer) (s store.Store) {
	t.Helper()
	l.interactive = func(_ context.Context, of cli.Session) error { s = of.Hub.Store; return nil }
	l.does(0)
	l.interactive = nil
	return s
}

// TestANewLaptopGetsTheNameOfTheSupplier, also where the administrator gives it later; and a laptop
// that leaves says how erasing waits for it no longer.
func TestANewLaptopGetsTheNameOfTheSupplier(t *testing.T) {
	endpoint := Start(t)
	root, anna := newComputer(t, "root"), newComputer(t, "anna")
	top := root.file("top", "administrator")
	init := []string{"team", "init", endpoint, "--prefix", "bestseller", "--password-file", top}
	root.says(0, []string{"kwi supplier --name"}, init...)
	root.does(0, "supplier", "--name", "BESTSELLER B.V.")
	root.says(0, []string{"already"}, init...)
	root.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", anna.file("own", "administrator"), "--yes")
	anna.says(0, []string{"BESTSELLER B.V."}, "supplier")
	anna.says(0, []string{"kwi team remove anna --laptop", "computer of anna"}, "team", "leave")
}

// TestWhatIsSaidOfSharingIsSo: what is shared no longer may be seen still, and whoever looks for
// a client by another word is told which there are.
func TestWhatIsSaidOfSharingIsSo(t *testing.T) {
	root, anna, _, _, manages := ofTwo(t)
	root.says(1, []string{"no client Nieuwe media", "it has newmedia"}, manages("share", "Nieuwe media", "--with", "bert")...)
	root.does(0, manages("share", "newmedia", "--with", "bert")...)
	root.does(0, manages("share", "--of", "anna", "--with", "bert")...)
	root.says(0, []string{"bert: ", "all clients of anna, anna/newmedia"}, manages("status", "--members")...)
	root.says(0, []string{"Still shared: all clients of anna."}, manages("unshare", "newmedia", "--with", "bert")...)
	root.does(0, manages("share", "newmedia", "--with", "bert", "--look")...)
	root.says(0, []string{"Still shared: newmedia."}, manages("unshare", "--of", "anna", "--with", "bert")...)
	root.says(0, []string{"bert no longer sees newmedia"}, manages("unshare", "newmedia", "--with", "bert")...)
	root.does(0, manages("share", "newmedia", "--with", "dora")...)
	root.says(0, []string{"dora", "still looks at all"}, manages("unshare", "newmedia", "--with", "dora")...)
	root.says(1, []string{"not the password of root"}, "team", "share", "newmedia", "--with", "bert", "--password-file", anna.file("own", "password of anna"))
}
