package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/lang"
	"kwi/store"
	"kwi/store/bolt"
)

// EarlierCopy is a copy that can be gone back to, and what would become of the clients.
type EarlierCopy struct {
	bolt.Copy
	lang.GoingBack

	Seen Seen // what it was compared with
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

// since is what was saved between what somebody saw and now.
func (s Seen) since(seen Seen) (came lang.Came) {
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
	last = lastOf(ctx, own)
	for _, copied := range c.file.Copies() {
		e := EarlierCopy{Copy: copied, Seen: now, GoingBack: lang.GoingBack{Clients: -1}}
		if s, err := bolt.Open(copied.Path, bolt.AsItIs); err == nil {
			if e.GoingBack, err = c.wouldBring(ctx, s, &now); err == nil && len(e.Gone)+len(e.Back)+len(e.Changed) == 0 {
				e.Same, _ = c.file.Same(ctx, s)
			}
		}
		all = append(all, e)
	}
	return all, last, ctx.Err()
}

// lastOf is when something was last changed, "" where nobody knows.
func lastOf(ctx context.Context, d *desk.Desk) account.Moment {
	done, err := d.Happened(ctx)
	if err != nil || len(done) == 0 {
		return ""
	}
	return done[0].Last.At
}

// wouldBring is what going back to a copy would change of what stands there now.
func (c *Copier) wouldBring(ctx context.Context, copied *bolt.Store, now *Seen) (g lang.GoingBack, err error) {
	g.Clients = -1
	then, err := c.at(copied).Standings(ctx)
	switch {
	case fault.Has(err, fault.Sealed):
		g.Clients = lang.LockedCopy
		return g, err
	case err != nil:
		return g, err
	}
	compare(&g, then, now.clients)
	seal, _ := c.file.Seal(ctx)
	of, err := copied.Seal(ctx)
	g.Open = err == nil && of == nil && seal != nil
	team, _, _ := hub.MembershipOf(ctx, c.at(c.file).Store()) // what is damaged is of no team that anybody knows
	was, _, err := hub.MembershipOf(ctx, c.at(copied).Store())
	g.Team, g.Outside = team.Prefix, err == nil && was.Team != team.Team && team.Team != ""
	return g, nil
}

// compare says who goes, who comes back and who is as then.
func compare(g *lang.GoingBack, then, now map[string]desk.Standing) {
	g.Clients = len(then)
	for id, n := range now {
		t, there := then[id]
		switch {
		case !there:
			g.Gone, g.Loses = append(g.Gone, n.Name), true
		case t.At != n.At:
			g.Changed, g.Loses = append(g.Changed, n.Name), g.Loses || n.At > t.At
		}
	}
	for id, t := range then {
		if _, there := now[id]; !there {
			g.Back = append(g.Back, t.Name)
		}
	}
	for _, names := range [][]string{g.Gone, g.Back, g.Changed} {
		byName(names)
	}
}

// mostTries is how often a copy is put back while others go on writing what is not told.
const mostTries = 5

// GoBack puts a copy in the place of the data file, and returns the name of the copy
// that is kept of what stood there. One that is not locked gets the lock of the file.
// Where something was saved since what was seen, it does nothing and tells what came.
func (c *Copier) GoBack(ctx context.Context, path string, seen Seen) (kept string, came lang.Came, err error) {
	for tries := 1; ; tries++ {
		now, err := c.sees(ctx)
		if err != nil && !errors.Is(err, store.ErrDamaged) { // what is damaged is replaced all the more
			return "", came, dataFileFault(err, path, c.file.Path())
		}
		if came = now.since(seen); err == nil && came.Any() {
			return "", came, nil
		}
		kept, err = c.file.RestoreTold(ctx, path, nil, func(draft *bolt.Store) (store.Rev, error) { return now.rev, c.dress(ctx, draft) })
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
