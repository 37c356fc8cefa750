package ui

import (
	"context"
	"testing"
)

// watched is a keeper of whom one hears of one change, with when a copy was put back
// before that and after it.
type watched struct {
	Keeper
	restored []uint64
}

func (*watched) Watch(context.Context, uint64) ([]string, uint64, error) {
	return []string{"newmedia"}, 90, nil
}

func (w *watched) Restored(context.Context) (at uint64, err error) {
	at, w.restored = w.restored[0], w.restored[1:]
	return at, nil
}

// A window that begins on data in whose place a copy was put some time says nothing of
// that at its first save; what is put back while it is there it says.
func TestWhatWasPutBackBeforeAWindowBeganIsNoNews(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		seen     uint64
		restored []uint64
		says     bool
	}{{0, []uint64{80, 80}, false}, {0, []uint64{0, 90}, true}, {0, []uint64{80, 90}, true}, {85, []uint64{90, 90}, true}, {85, []uint64{80, 80}, false}} {
		r := &Root{Config: Config{Session: t.Context(), Keeper: &watched{restored: c.restored}}}
		r.seen = c.seen
		heard := r.watch()().(changed)
		if says := heard.restored > max(r.seen, r.restored); says != c.says {
			t.Errorf("%+v: it says so: %v", c, says)
		}
	}
}
