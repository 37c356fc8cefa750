package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/desk"
	"kwi/internal/lock"
	"kwi/store"
	"kwi/store/bolt"
)

// locking is the command that gives the data file a passphrase, or another one.
func (r *invocation) locking() *cobra.Command {
	var change bool
	var from string
	return r.command("lock", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&change, "change", false, r.words.T("cli.option.lock.change"))
		o.StringVar(&from, "new-passphrase-file", "", r.words.T("cli.option.lock.new"))
	}, func(ctx context.Context, _ []string) error {
		s, had, err := r.toLock(ctx)
		switch {
		case err != nil:
			return err
		case had && !change:
			return cannot("lock.already", cleanPath(s.Path()))
		case !had && change:
			return cannot("lock.none", cleanPath(s.Path()))
		case change && from == "" && (r.opens.given()):
			return wrongUsage("lock.usage.new")
		}
		if err := r.unlock(s); err != nil {
			return err
		}
		chosen, err := r.chosenPassphrase(ctx, from)
		if err != nil {
			return err
		}
		made, err := lock.New(chosen, r.work())
		if err != nil {
			return err
		}
		return r.relock(ctx, s, &made)
	})
}

// chosenPassphrase is the one that the data file gets: read where the options say, else
// typed twice. That forgetting it is final is said first.
func (r *invocation) chosenPassphrase(ctx context.Context, from string) (string, error) {
	where := r.opens
	if from != "" {
		where = secret{file: from, fd: -1}
	}
	_, _ = fmt.Fprintln(r.Err, r.words.T("lock.final"))
	return r.newSecret(ctx, where)
}

// unlocking takes the lock of the data file away.
func (r *invocation) unlocking(ctx context.Context, _ []string) error {
	s, had, err := r.toLock(ctx)
	if err != nil {
		return err
	}
	if !had {
		return cannot("lock.none", cleanPath(s.Path()))
	}
	if err := r.unlock(s); err != nil {
		return err
	}
	return r.relock(ctx, s, nil)
}

// toLock is the data file, and whether it is locked.
func (r *invocation) toLock(ctx context.Context) (s *bolt.Store, had bool, err error) {
	if s, err = r.dataFile(); err != nil {
		return nil, false, err
	}
	seal, err := s.Seal(ctx)
	if err != nil {
		return nil, false, dataFileFault(err, s.Path(), s.Path())
	}
	return s, seal != nil, nil
}

// relock gives the data file and the copies that were kept of it another lock, nil for
// none, and says what it did and what it left.
func (r *invocation) relock(ctx context.Context, s *bolt.Store, to *lock.Lock) error {
	if err := r.rewrite(ctx, s, to); err != nil {
		return err
	}
	done, left := 0, []string{}
	for _, c := range s.Copies() {
		if r.relockCopy(ctx, c, to) != nil {
			left = append(left, c.Path)
			continue
		}
		done++
	}
	said := "lock.done"
	if to == nil {
		said = "lock.gone"
	}
	r.say(r.words.T(said, cleanPath(s.Path())))
	if done > 0 {
		r.say(r.words.N(said+".copies", done))
	}
	for _, path := range left {
		r.say(r.words.T(said+".left", cleanPath(path)))
	}
	if to != nil {
		r.say(r.words.T("lock.elsewhere"))
	}
	return nil
}

// rewrite writes a data file anew under another lock. Nothing of it remains as it was.
func (r *invocation) rewrite(ctx context.Context, s *bolt.Store, to *lock.Lock) error {
	from := r.at(s).Desk
	var seal []byte
	if to != nil {
		seal = to.Seal
	}
	err := s.WriteAnew(ctx, seal, func(draft *bolt.Store) error {
		d := desk.New(draft, r.Nonce)
		if to != nil {
			d.Sealed(to.Key)
		}
		return from.CopyTo(ctx, d)
	})
	switch {
	case errors.Is(err, store.ErrConflict):
		return cannot("lock.busy", cleanPath(s.Path()))
	case err != nil:
		return dataFileFault(err, s.Path(), s.Path())
	}
	r.lets(s)
	if to != nil {
		r.holds(s, *to)
	}
	return nil
}

// relockCopy does the same with a copy, provided that its lock is one of those that were
// opened.
func (r *invocation) relockCopy(ctx context.Context, c bolt.Copy, to *lock.Lock) error {
	s, err := bolt.Open(c.Path)
	if err != nil {
		return err
	}
	if _, err := s.MigrateHere(ctx); err != nil {
		return err
	}
	if err := r.unlockAsBefore(s); err != nil {
		return err
	}
	if l, locked := r.lockHeld(s); locked && to != nil && to.Opens(l.Seal) {
		return nil
	}
	if err := r.rewrite(ctx, s, to); err != nil {
		return err
	}
	_ = os.Chtimes(c.Path, c.At, c.At) // it stays the copy of its day
	return nil
}
