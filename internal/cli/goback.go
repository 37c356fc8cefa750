package cli

import (
	"context"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/store/bolt"
)

// EarlierCopy is a copy that can be gone back to, and what would become of the clients.
type EarlierCopy struct {
	bolt.Copy
	Clients int  // less than 0 where it cannot be read
	Open    bool // it is not locked, and gets the lock of the data file when it is gone back to

	// By name: who goes, who comes back, and who stands there again as then.
	Gone, Back, Changed []string
}

// Earlier are the copies that were kept, the newest first, and when something was last
// changed that going back takes away.
func (c *Copier) Earlier(ctx context.Context) (all []EarlierCopy, last account.Moment, err error) {
	own := c.at(c.file)
	now, err := own.Standings(ctx)
	if err != nil {
		return nil, "", err
	}
	if done, err := own.Happened(ctx); err == nil && len(done) > 0 {
		last = done[0].Last.At
	}
	seal, _ := c.file.Seal(ctx)
	for _, copied := range c.file.Copies() {
		e := EarlierCopy{Copy: copied, Clients: -1}
		if s, err := bolt.Open(copied.Path, bolt.AsItIs); err == nil {
			then, err := c.at(s).Standings(ctx)
			switch {
			case err == nil:
				e.compare(then, now)
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
			e.Gone = append(e.Gone, n.Name)
		case t.At != n.At:
			e.Changed = append(e.Changed, n.Name)
		}
	}
	for id, t := range then {
		if _, there := now[id]; !there {
			e.Back = append(e.Back, t.Name)
		}
	}
	for _, names := range [][]string{e.Gone, e.Back, e.Changed} {
		slices.SortFunc(names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	}
}

// GoBack puts a copy in the place of the data file, and returns the name of the copy
// that is kept of what stood there. One that is not locked gets the lock of the file.
func (c *Copier) GoBack(ctx context.Context, path string) (kept string, err error) {
	kept, err = c.file.RestoreTold(ctx, path, nil, func(draft *bolt.Store) error { return c.dress(ctx, draft) })
	if err != nil {
		return "", dataFileFault(err, path, c.file.Path())
	}
	for _, k := range c.file.Copies() {
		if k.Path == kept {
			return k.Name, nil
		}
	}
	return kept, nil
}
