package sync_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/sync"
	"kwi/store"
)

// forbids is a hub that takes nothing from this user.
type forbids struct{ store.Store }

func (forbids) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	return 0, store.ErrForbidden
}

func opens(t *testing.T, l *laptop) *sync.Presence {
	t.Helper()
	o, err := l.pair.Open(ctx, "c1")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func renews(t *testing.T, o *sync.Presence) (names []string) {
	t.Helper()
	others, err := o.Renew(ctx, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range others {
		names = append(names, w.User)
	}
	return names
}

// TestWhoElseHasAClientOpen: each sees the other from their next look on, until the
// other ends it or is heard of no more; whoever is only let look sees it too.
func TestWhoElseHasAClientOpen(t *testing.T) {
	hub, one, other := together(t)
	a, b := opens(t, one), opens(t, other)
	if got := renews(t, a); got != nil {
		t.Errorf("alone there are %v", got)
	}
	for range 6 {
		if got := renews(t, b); !slices.Equal(got, []string{"one"}) {
			t.Errorf("other sees %v", got)
		}
		if got := renews(t, a); !slices.Equal(got, []string{"other"}) {
			t.Errorf("one sees %v", got)
		}
	}
	looks := sync.New(other.desk, forbids{hub}, "director", sync.Who{User: "director"})
	d, err := looks.Open(ctx, "c1")
	if err != nil {
		t.Fatal(err)
	}
	if got := renews(t, d); !slices.Equal(got, []string{"one", "other"}) {
		t.Errorf("who only looks sees %v", got)
	}
	if err := b.End(ctx); err != nil {
		t.Fatal(err)
	}
	if got := renews(t, a); got != nil {
		t.Errorf("after it was ended there are %v", got)
	}
}

// TestWhoIsHeardOfNoMoreIsForgotten, without any clock: one that was killed.
func TestWhoIsHeardOfNoMoreIsForgotten(t *testing.T) {
	_, one, other := together(t)
	a, b := opens(t, one), opens(t, other)
	renews(t, b) // and then never again
	looks := 0
	for renews(t, a) != nil {
		if looks++; looks > 10 {
			t.Fatal("they are never forgotten")
		}
	}
	if looks < 2 {
		t.Errorf("forgotten after %d looks", looks)
	}
	if got := renews(t, opens(t, one)); got != nil {
		t.Errorf("who opens the client then sees %v", got)
	}
}

// TestPresenceIsNoChangeOfAClient: nobody looks at the client again because of it,
// and it lies where whoever may see the client may see and leave it, apart from what a
// director may not change.
func TestPresenceIsNoChangeOfAClient(t *testing.T) {
	hub, one, other := together(t)
	renews(t, opens(t, one))
	for _, l := range []*laptop{one, other} {
		if ids, err := l.pair.Behind(ctx); err != nil || len(ids) > 0 {
			t.Errorf("%s is behind with %v, %v", l.name, ids, err)
		}
	}
	for _, prefix := range []string{sync.OpenRange("one", "c1"), sync.OpenRange("one", ""), sync.OpenRange("", "")} {
		found := 0
		err := hub.Scan(ctx, prefix, func(r store.Record) error {
			found++
			for _, of := range sync.Ranges("", "") {
				if strings.HasPrefix(r.Key, of) {
					t.Errorf("it lies at %s", r.Key)
				}
			}
			return nil
		})
		if err != nil || found != 1 {
			t.Errorf("%d words of it are below %s, %v", found, prefix, err)
		}
	}
}
