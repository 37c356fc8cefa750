package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/desk"
	"kwi/internal/fault"
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
			return r.lockRest(ctx, s)
		case !had && change:
			return cannot("lock.none", cleanPath(s.Path()))
		case change && from == "" && (r.opens.given()):
			return wrongUsage("lock.usage.new")
		}
		if done, err := r.changedBefore(ctx, s, from); err != nil || done {
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
		if err := r.rewrite(ctx, s, &made); err != nil {
			return err
		}
		return r.relocked(ctx, s, &made, "lock.done")
	})
}

// chosenPassphrase is the one that the data file gets: read where the options say, else
// typed twice. That forgetting it is final is said where it is typed, or once it is read:
// not to who is refused.
func (r *invocation) chosenPassphrase(ctx context.Context, from string) (string, error) {
	where := r.opens
	if from != "" {
		where = secret{file: from, fd: -1}
	}
	final := r.words.T("lock.final")
	chosen, err := r.newSecret(ctx, where, final)
	if err == nil && where.given() {
		_, _ = fmt.Fprintln(r.Err, final)
	}
	return chosen, err
}

// unlocking takes the lock of the data file away.
func (r *invocation) unlocking(ctx context.Context, _ []string) error {
	s, had, err := r.toLock(ctx)
	if err != nil {
		return err
	}
	if !had {
		return r.unlockRest(ctx, s)
	}
	if err := r.unlock(s); err != nil {
		return err
	}
	if err := r.rewrite(ctx, s, nil); err != nil {
		return err
	}
	return r.relocked(ctx, s, nil, "lock.gone")
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
		return fault.New(fault.LockBusy, s.Path())
	case err != nil:
		return dataFileFault(err, s.Path(), s.Path())
	}
	r.lets(s)
	if to != nil {
		r.holds(s, *to)
	}
	return nil
}
