package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/store"
	"kwi/store/bolt"
)

// EarlierCopy is a copy that can be gone back to, and what would become of the clients.
type EarlierCopy struct {
	bolt.Copy
	Clients int  // less than 0 where it cannot be read
	Open    bool // it is not locked, and gets the lock of the data file when it is gone back to

	Seen Seen // what it was compared with

	// By name: who goes, who comes back, and who stands there again as then.
	Gone, Back, Changed []string

	Loses bool // something that was done goes with it: a copy that is later than what stands there has all of it
}

// Seen is what stood in the data file when somebody saw what going back would change.
type Seen struct {
	rev     store.Rev
	firm    uint64
	clients map[string]desk.Standing
}

// sees is what stands there now. Its revision is no later than what it holds.
func (c *Copier) sees(ctx context.Context) (now Seen, err error) {
	own := c.at(c.file)
	if now.rev, err = c.file.Apply(ctx); err != nil {
		return now, err
	}
	if now.firm, err = own.FirmAt(ctx); err == nil {
		now.clients, err = own.Standings(ctx)
	}
	return now, err
}

// Came is what was saved since: of which clients, by name, and whether what the
// supplier keeps is among it.
type Came struct {
	Clients []string
	Firm    bool
}

// Any reports whether there is any.
func (c Came) Any() bool { return c.Firm || len(c.Clients) > 0 }

// since is what was saved between what somebody saw and now.
func (s Seen) since(seen Seen) (came Came) {
	for id, is := range s.clients {
		if was, there := seen.clients[id]; !there || was.At != is.At {
			came.Clients = append(came.Clients, is.Name)
		}
	}
	for id, was := range seen.clients {
		if _, there := s.clients[id]; !there {
			came.Clients = append(came.Clients, was.Name)
		}
	}
	byName(came.Clients)
	came.Firm = s.firm != seen.firm
	return came
}

func byName(names []string) {
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
}

// Earlier are the copies that were kept, the newest first, and when something was last
// changed that going back takes away.
func (c *Copier) Earlier(ctx context.Context) (all []EarlierCopy, last account.Moment, err error) {
	own := c.at(c.file)
	now, err := c.sees(ctx)
	if err != nil {
		return nil, "", err
	}
	if done, err := own.Happened(ctx); err == nil && len(done) > 0 {
		last = done[0].Last.At
	}
	seal, _ := c.file.Seal(ctx)
	for _, copied := range c.file.Copies() {
		e := EarlierCopy{Copy: copied, Clients: -1, Seen: now}
		if s, err := bolt.Open(copied.Path, bolt.AsItIs); err == nil {
			then, err := c.at(s).Standings(ctx)
			switch {
			case err == nil:
				e.compare(then, now.clients)
				of, err := s.Seal(ctx)
				e.Open = err == nil && of == nil && seal != nil
			case fault.Has(err, fault.Sealed):
				e.Clients = lang.LockedCopy
			}
		}
		all = append(all, e)
	}
	return all, last, ctx.Err()
}

func (e *EarlierCopy) compare(then, now map[string]desk.Standing) {
	e.Clients = len(then)
	for id, n := range now {
		t, there := then[id]
		switch {
		case !there:
			e.Gone, e.Loses = append(e.Gone, n.Name), true
		case t.At != n.At:
			e.Changed, e.Loses = append(e.Changed, n.Name), e.Loses || n.At > t.At
		}
	}
	for id, t := range then {
		if _, there := now[id]; !there {
			e.Back = append(e.Back, t.Name)
		}
	}
	for _, names := range [][]string{e.Gone, e.Back, e.Changed} {
		byName(names)
	}
}

// mostTries is how often a copy is put back while others go on writing what is not told.
const mostTries = 5

// GoBack puts a copy in the place of the data file, and returns the name of the copy
// that is kept of what stood there. One that is not locked gets the lock of the file.
// Where something was saved since what was seen, it does nothing and tells what came.
func (c *Copier) GoBack(ctx context.Context, path string, seen Seen) (kept string, came Came, err error) {
	for tries := 1; ; tries++ {
		now, err := c.sees(ctx)
		if err != nil && !errors.Is(err, store.ErrDamaged) { // what is damaged is replaced all the more
			return "", came, dataFileFault(err, path, c.file.Path())
		}
		if came = now.since(seen); err == nil && came.Any() {
			return "", came, nil
		}
		kept, err = c.file.RestoreIf(ctx, path, now.rev, func(draft *bolt.Store) error { return c.dress(ctx, draft) })
		if err == nil {
			break
		}
		switch { // a half-typed text of another window is no reason to ask again
		case !errors.Is(err, store.ErrConflict):
			return "", came, dataFileFault(err, path, c.file.Path())
		case tries == mostTries:
			return "", came, fault.New(fault.Locked, c.file.Path()).By(err)
		}
	}
	for _, k := range c.file.Copies() {
		if k.Path == kept {
			return k.Name, came, nil
		}
	}
	return kept, came, nil
}
