package erasing

import (
	"context"

	"kwi/internal/account"
	"kwi/store/bolt"
)

// learn adds to a person what their name was, as the copies still have it: a text of
// the data file may name them by what only an old copy tells.
func (f File) learn(ctx context.Context, p account.Person) account.Person {
	p = f.Desk.Learn(ctx, p)
	for _, path := range f.copies() {
		s, err := bolt.Open(path, bolt.AsItIs)
		if err != nil {
			continue
		}
		if d, err := f.on(s); err == nil && ctx.Err() == nil {
			p = d.Learn(ctx, p)
		}
	}
	return p
}
