package hubtest

import (
	"context"
	"testing"
	"time"

	"kwi/store"
)

// TestARecordIsForgottenByItself: it is there, and is removed without anybody
// asking for that, which the watch tells.
func TestARecordIsForgottenByItself(t *testing.T) {
	s := Empty(t, Start(t))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	lasting, can := s.(store.Lasting)
	if !can {
		t.Fatal("etcd forgets nothing by itself")
	}
	for _, value := range []string{"one", "two"} { // whatever stood there
		if err := lasting.PutFor(ctx, "o", []byte(value), time.Second); err != nil {
			t.Fatal(err)
		}
	}
	found, err := s.Get(ctx, "o")
	if err != nil || string(found[0].Value) != "two" {
		t.Fatalf("there is %q, %v", found[0].Value, err)
	}
	_ = s.Watch(ctx, "o", found[0].Rev, func([]string, store.Rev) { stop() })
	found, err = s.Get(context.Background(), "o")
	if err != nil || found[0].Rev != 0 {
		t.Errorf("still there is %q, %v", found[0].Value, err)
	}
}
