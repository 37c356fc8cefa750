package kit

import (
	"context"

	"kwi/internal/progress"
)

// Work is something that a command takes a while over. Whoever does it tells
// how far it is; the root looks at that with its clock and draws what it saw.
type Work struct {
	Name    string          // what it is, in the user's language
	Context context.Context // ends when the user stops it

	// Kept is that it waits until all that was done before it is kept.
	Kept bool

	progress.Meter // how far it is

	stop context.CancelFunc
}

// NewWork is work that has not begun.
func NewWork(name string) *Work {
	w := &Work{Name: name}
	w.Context, w.stop = context.WithCancel(context.Background())
	return w
}

// Stop ends it before it is done.
func (w *Work) Stop() { w.stop() }
