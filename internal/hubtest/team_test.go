package hubtest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"go.etcd.io/etcd/server/v3/embed"

	"kwi/store"
	"kwi/store/etcd"
	"kwi/store/storetest"
)

var ctx = context.Background()

const prefix = "kwi/supplier/"

func as(t *testing.T, endpoint, user, password string) *etcd.Store {
	t.Helper()
	s, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: prefix, User: user, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func rev(t *testing.T, s store.Store, writes ...store.Write) store.Rev {
	t.Helper()
	at, err := s.Apply(ctx, writes...)
	ok(t, err)
	return at
}

// founded is a hub with an administrator, two managers who have a range of
// their own each, and a director who may look at all.
func founded(t *testing.T) (endpoint string, root *etcd.Store) {
	t.Helper()
	endpoint = Start(t)
	ok(t, as(t, endpoint, "", "").Team().Found(ctx, "top"))
	root = as(t, endpoint, "root", "top")
	team := root.Team()
	for _, user := range []string{"anna", "bert", "dora"} {
		ok(t, team.Add(ctx, user, "pw-"+user))
	}
	ok(t, team.Open(ctx, "anna", "c/anna/", true))
	ok(t, team.Open(ctx, "bert", "c/bert/", true))
	ok(t, team.Open(ctx, "dora", "c/", false))
	return endpoint, root
}

// TestWhoMaySeeWhat has a second user try everything on what is not theirs.
func TestWhoMaySeeWhat(t *testing.T) {
	endpoint, root := founded(t)
	anna, bert, dora := as(t, endpoint, "anna", "pw-anna"), as(t, endpoint, "bert", "pw-bert"), as(t, endpoint, "dora", "pw-dora")
	at := rev(t, anna, storetest.Put("c/anna/one/head", 0, "1"), storetest.Put("c/anna/two/head", 0, "2"))
	rev(t, bert, storetest.Put("c/bert/three/head", 0, "3"))
	sees := func(s store.Store, want ...string) {
		t.Helper()
		if found := storetest.Contents(t, s); !slices.Equal(found, want) {
			t.Errorf("seen is %v, want %v", found, want)
		}
	}
	sees(anna, "c/anna/one/head=1", "c/anna/two/head=2")
	sees(bert, "c/bert/three/head=3")
	sees(dora, "c/anna/one/head=1", "c/anna/two/head=2", "c/bert/three/head=3")
	forbidden := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, store.ErrForbidden) {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := bert.Get(ctx, "c/anna/one/head")
	forbidden("getting what is another's", err)
	_, err = bert.Get(ctx, "c/anna/nothing")
	forbidden("asking whether something is there", err)
	for name, w := range map[string]store.Write{
		"new": storetest.Put("c/anna/new", 0, "x"), "over": storetest.Put("c/anna/one/head", at, "x"), "away": storetest.Remove("c/anna/one/head", at),
		"compared": storetest.Same("c/anna/one/head", at), "elsewhere": storetest.Put("other", 0, "x"),
	} {
		_, err = bert.Apply(ctx, w)
		forbidden(name, err)
	}
	_, err = dora.Apply(ctx, storetest.Put("c/anna/one/head", at, "x"))
	forbidden("a director who changes", err)
	forbidden("managing", bert.Team().Open(ctx, "bert", "c/", true))
	forbidden("managing", bert.Team().Add(ctx, "eve", "x"))
	_, err = bert.Team().Members(ctx)
	forbidden("the list of the team", err)
	_, _, err = bert.Defragment(ctx)
	forbidden("defragmenting", err)
	for _, w := range [][2]string{{"bert", "wrong"}, {"eve", "x"}} {
		_, err = as(t, endpoint, w[0], w[1]).Apply(ctx)
		forbidden("signing in as "+w[0], err)
	}
	_, err = as(t, endpoint, "", "").Apply(ctx)
	forbidden("without a name", err)

	ok(t, root.Team().Open(ctx, "bert", "c/anna/one/", true))
	bert = as(t, endpoint, "bert", "pw-bert")
	sees(bert, "c/anna/one/head=1", "c/bert/three/head=3")
	rev(t, bert, storetest.Put("c/anna/one/head", at, "by bert"))
	ok(t, root.Team().Close(ctx, "bert", "c/anna/one/"))
	_, err = bert.Get(ctx, "c/anna/one/head")
	forbidden("what was shared once", err)
	sees(as(t, endpoint, "bert", "pw-bert"), "c/bert/three/head=3")
	all, err := root.Team().Members(ctx)
	ok(t, err)
	if len(all) != 4 || all[0].User != "anna" || !slices.Equal(all[0].Changes, []string{"c/anna/"}) || !slices.Equal(all[2].LooksAt, []string{"c/"}) || !all[3].Managing {
		t.Errorf("the team is %+v", all)
	}
	ok(t, root.Team().Remove(ctx, "bert"))
	_, err = bert.Get(ctx, "c/bert/three/head")
	if err == nil {
		t.Error("who was removed goes on to read")
	}
}

// TestAWatchSeesWhatIsTheirs is a watch over several spans.
func TestAWatchSeesWhatIsTheirs(t *testing.T) {
	endpoint, root := founded(t)
	anna := as(t, endpoint, "anna", "pw-anna")
	ok(t, root.Team().Open(ctx, "bert", "c/anna/one/", true))
	bert := as(t, endpoint, "bert", "pw-bert")
	from := rev(t, bert)
	watching, stop := context.WithCancel(ctx)
	told, ended := make(chan []string, 100), make(chan error, 1)
	go func() { ended <- bert.Watch(watching, "c/", from, func(keys []string, _ store.Rev) { told <- keys }) }()
	rev(t, anna, storetest.Put("c/anna/two/head", 0, "hidden"))
	rev(t, anna, storetest.Put("c/anna/one/head", 0, "shared"))
	rev(t, bert, storetest.Put("c/bert/x/head", 0, "own"))
	seen := map[string]bool{}
	for len(seen) < 2 {
		for _, key := range <-told {
			seen[key] = true
		}
	}
	stop()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the watch ended with %v", err)
	}
	if !seen["c/anna/one/head"] || !seen["c/bert/x/head"] {
		t.Errorf("seen were %v", seen)
	}
}

// TestWhatCannotBeDoneIsSaid: nobody there, no etcd, compacted, full.
func TestWhatCannotBeDoneIsSaid(t *testing.T) {
	gone := as(t, "http://127.0.0.1:1", "", "")
	_, err := gone.Apply(ctx)
	if !errors.Is(err, store.ErrUnreachable) {
		t.Errorf("nobody there: %v", err)
	}
	endpoint := Start(t, func(c *embed.Config) { c.QuotaBackendBytes = 1 << 20 })
	s := as(t, endpoint, "", "")
	at := rev(t, s, storetest.Put("a", 0, "1"))
	at = rev(t, s, storetest.Put("a", at, "2"))
	ok(t, s.Compact(ctx, at))
	ok(t, s.Compact(ctx, at))
	if err := s.Watch(ctx, "", 1, func([]string, store.Rev) {}); !errors.Is(err, store.ErrGone) {
		t.Errorf("a watch from before: %v", err)
	}
	big := make([]byte, store.MaxBytes-10)
	for i := 0; err == nil || !errors.Is(err, store.ErrFull); i++ {
		if _, err = s.Apply(ctx, store.Write{Op: store.Put, Key: string(rune('b' + i)), Value: big}); i > 8 {
			t.Fatalf("never full: %v", err)
		}
	}
	if h, err := s.Health(ctx); err != nil || !h.Full || h.Version == "" {
		t.Errorf("health is %+v, %v", h, err)
	}
}
