package cli

import (
	"context"
	"sync"
	"time"

	"kwi/internal/crash"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/store/bolt"
)

// Copier keeps copies of a data file of itself: before what no step takes back, and
// on the first change of a day, after that landed. Where that fails the work goes on,
// and it is told once.
type Copier struct {
	file *bolt.Store
	now  func() time.Time
	at   func(*bolt.Store) *desk.Desk // before the file itself, or one of its copies

	// dress makes of a copy that is to take the place of the file what is to stand there.
	dress func(ctx context.Context, draft *bolt.Store) error

	lock    sync.Mutex
	changed bool
	next    time.Time       // before it the copy of a day is not thought of
	live    context.Context // a window has it made in the background; nil: whoever asks
	going   sync.WaitGroup
	told    bool
	failed  chan error
}

// copyAgain is how long a copy of the day that failed is left alone: the disk may
// have room by then.
const copyAgain = time.Hour

// longestCopy is how long a window that ends waits for the copy that is being made.
const longestCopy = 2 * time.Second

func newCopier(file *bolt.Store, now func() time.Time, at func(*bolt.Store) *desk.Desk) *Copier {
	return &Copier{file: file, now: now, at: at, failed: make(chan error, 1), dress: func(context.Context, *bolt.Store) error { return nil }}
}

// Before implements desk.Copies.
func (c *Copier) Before(ctx context.Context, what desk.Irrevocable) {
	_, err := c.file.KeepCopy(ctx, bolt.Cause(what))
	c.failing(ctx, err)
}

// Changed implements desk.Copies.
func (c *Copier) Changed() {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.changed = true
	if c.live != nil && c.live.Err() == nil && c.due() {
		ctx := c.live
		c.going.Add(1)
		crash.Go(func() {
			defer c.going.Done()
			c.daily(ctx)
		}, func(f *fault.Fault) { c.failing(ctx, f) })
	}
}

// due reports whether the copy of the day is to be made, and puts that off.
func (c *Copier) due() bool {
	now := c.now()
	if !c.changed || now.Before(c.next) {
		return false
	}
	c.next = now.Add(copyAgain)
	return true
}

// Daily makes the copy of the day where something was changed, once it has not been
// made yet.
func (c *Copier) Daily(ctx context.Context) {
	c.lock.Lock()
	due := c.due()
	c.lock.Unlock()
	if due {
		c.daily(ctx)
	}
}

func (c *Copier) daily(ctx context.Context) {
	defer func() { // it may be by itself
		if why := recover(); why != nil {
			c.failing(ctx, crash.Of(why))
		}
	}()
	day := c.now()
	if _, err := c.file.KeepCopy(ctx, bolt.Daily); err != nil {
		c.failing(ctx, err)
		return
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	c.next = time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, day.Location())
}

// failing tells why a copy was not kept, unless one was told or nobody waits any more.
func (c *Copier) failing(ctx context.Context, err error) {
	c.lock.Lock()
	defer c.lock.Unlock()
	if err == nil || ctx.Err() != nil || c.told {
		return
	}
	c.told = true
	c.failed <- dataFileFault(err, c.file.CopyFolder(), c.file.Path())
}

// Live has the copies of days made in the background from now on, until the context
// is done. What it returns waits for the one that is being made, but not long.
func (c *Copier) Live(ctx context.Context) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	c.lock.Lock()
	c.live = ctx
	c.lock.Unlock()
	return func() {
		late := time.AfterFunc(longestCopy, stop)
		c.going.Wait()
		late.Stop()
		stop()
	}
}

// Folder is where the copies are.
func (c *Copier) Folder() string { return c.file.CopyFolder() }

// Failed waits until there is something to tell of a copy that was not kept. It is nil
// where nobody waits any longer.
func (c *Copier) Failed(ctx context.Context) error {
	c.failing(ctx, c.file.Uncopied())
	select {
	case err := <-c.failed:
		return err
	case <-ctx.Done():
		return nil
	}
}

// untold is what is to be told now.
func (c *Copier) untold() error {
	c.failing(context.Background(), c.file.Uncopied())
	select {
	case err := <-c.failed:
		return err
	default:
		return nil
	}
}
