package kit

import (
	"context"
	"sync/atomic"
)

// Work is something that a command takes a while over. Whoever does it tells
// how far it is; the root looks at that with its clock and draws what it saw.
type Work struct {
	Name    string          // what it is, in the user's language
	Context context.Context // ends when the user stops it

	stop context.CancelFunc
	far  atomic.Uint64 // how many are done, and of how many
}

// NewWork is work that has not begun.
func NewWork(name string) *Work {
	w := &Work{Name: name}
	w.Context, w.stop = context.WithCancel(context.Background())
	return w
}

// Stop ends it before it is done.
func (w *Work) Stop() { w.stop() }

// Tell says how far it is. It may be called from any goroutine.
func (w *Work) Tell(done, all int) {
	w.far.Store(uint64(uint32(max(done, 0)))<<32 | uint64(uint32(max(all, 0))))
}

// Far is how far it is; all is 0 while that is not known.
func (w *Work) Far() (done, all int) {
	far := w.far.Load()
	return int(far >> 32), int(uint32(far))
}
