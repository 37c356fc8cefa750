package desk

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// Moved is a client whose session an import puts on another day.
type Moved struct {
	Client account.Client // as it was
	Moving account.Moving
}

// moved are those of the clients that are replaced whose running cycle has its
// session on another day in a file, with what follows from that.
func (d *Desk) moved(ctx context.Context, files []portable.File, replaced []string) (out []Moved, err error) {
	for _, f := range files {
		for i := range f.Clients {
			next := &f.Clients[i]
			if !slices.Contains(replaced, next.ID) {
				continue
			}
			was, err := d.Client(ctx, next.ID)
			if err != nil {
				if ctx.Err() != nil {
					return nil, err
				}
				continue // it cannot be read, and that may be why it is replaced
			}
			y, z := was.Newest(), next.Newest()
			if y == nil || z == nil || y.Stage == account.Closed || y.CalendarName() != z.CalendarName() || y.Session == z.Session {
				continue
			}
			m, err := was.MovingSession(y.Name, z.Session, d.moment().Date())
			if err != nil {
				continue // what the file says holds for itself, whatever this client could do
			}
			m.Followers = slices.DeleteFunc(m.Followers, func(a account.Following) bool { return a.What == account.ActionFollows }) // a file has the days of its own
			out = append(out, Moved{was, m})
		}
	}
	return out, nil
}
