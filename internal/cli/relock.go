package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"kwi/internal/lock"
	"kwi/internal/passphrase"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// The data file gets another lock first and the copies that were kept of it after that, so
// that whoever is interrupted finishes by giving the command once more: what is done is
// found by its seal.

// relocked gives the copies that were kept of a data file the lock that it has, nil for
// none, and says what was done and what was left. said is what is said of the file itself.
func (r *invocation) relocked(ctx context.Context, s *bolt.Store, to *lock.Lock, said string) error {
	done, left := r.relockCopies(ctx, s, to)
	about := "lock.done"
	if to == nil {
		about = "lock.gone"
	}
	r.say(r.words.T(said, cleanPath(s.Path())))
	if done > 0 {
		r.say(r.words.N(about+".copies", done))
	}
	if to != nil {
		_, open := s.Namesakes(ctx)
		for _, path := range open {
			r.say(r.words.T("lock.beside", cleanPath(path)))
		}
		r.say(r.words.T("lock.elsewhere"))
	}
	return r.tellsLeft(ctx, s, to, left)
}

// notRelocked is a copy that stayed as it was, and why.
type notRelocked struct {
	path string
	why  error
}

// tellsLeft says which copies stayed as they were, and fails where the command was for
// them as well: who locks wants none of them open, nor open to an earlier passphrase.
func (r *invocation) tellsLeft(ctx context.Context, s *bolt.Store, to *lock.Lock, left []notRelocked) error {
	failed := false
	for _, c := range left {
		said := "lock.gone.left"
		switch wrong := errors.Is(c.why, passphrase.ErrWrong); {
		case to == nil:
			failed = failed || !wrong
		case wrong:
			said = "lock.other.left"
		default:
			said = "lock.done.left"
		}
		r.say(r.words.T(said, cleanPath(c.path)))
	}
	if to == nil && failed {
		return cannot("lock.gone.partly")
	}
	if to == nil {
		return nil
	}
	apart, err := s.Apart(ctx)
	switch {
	case err != nil:
		return dataFileFault(err, s.Path(), s.Path())
	case len(apart.Open) > 0:
		return cannot("lock.done.partly", r.words.Int(len(apart.Open)))
	case len(apart.Other) > 0:
		return cannot("lock.other.partly", r.words.Int(len(apart.Other)))
	}
	return nil
}

// relockCopies does it with every copy. What a program that was killed left of a copy goes.
func (r *invocation) relockCopies(ctx context.Context, s *bolt.Store, to *lock.Lock) (done int, left []notRelocked) {
	sweep(s)
	wholefile.Sweep(s.CopyFolder())
	tries := &earlier{invocation: r}
	for _, c := range s.Copies() {
		if err := r.relockCopy(ctx, c, to, tries); err != nil {
			left = append(left, notRelocked{c.Path, err})
			continue
		}
		done++
	}
	return done, left
}

// relockCopy does it with a copy whose lock can be opened.
func (r *invocation) relockCopy(ctx context.Context, c bolt.Copy, to *lock.Lock, tries *earlier) error {
	s, err := bolt.Open(c.Path)
	if err != nil {
		return err
	}
	if _, err := s.MigrateHere(ctx); err != nil {
		return err
	}
	seal, err := s.Seal(ctx)
	switch {
	case err != nil:
		return err
	case to == nil && seal == nil, to != nil && to.Opens(seal):
		return nil
	case seal != nil:
		l, err := tries.lockOf(seal, c)
		if err != nil {
			return err
		}
		r.holds(s, l)
	}
	if err := r.rewrite(ctx, s, to); err != nil {
		return err
	}
	_ = os.Chtimes(c.Path, c.At, c.At) // it stays the copy of its day
	return nil
}

// keepsLock gives a copy that is to take the place of a data file the lock with which that
// is used, unless the copy has one.
func (r *invocation) keepsLock(ctx context.Context, s, draft *bolt.Store) error {
	l, locked := r.lockHeld(s)
	seal, err := draft.Seal(ctx)
	if err != nil || !locked || seal != nil {
		return err
	}
	return r.rewrite(ctx, draft, &l)
}

// lockRest brings locking to an end that was interrupted.
func (r *invocation) lockRest(ctx context.Context, s *bolt.Store) error {
	apart, err := s.Apart(ctx)
	if err != nil {
		return dataFileFault(err, s.Path(), s.Path())
	}
	if len(apart.Open)+len(apart.Other) == 0 {
		return cannot("lock.already", cleanPath(s.Path()))
	}
	if err := r.unlock(s); err != nil {
		return err
	}
	l, _ := r.lockHeld(s)
	return r.relocked(ctx, s, &l, "lock.finished")
}

// unlockRest does the same of unlocking.
func (r *invocation) unlockRest(ctx context.Context, s *bolt.Store) error {
	apart, err := s.Apart(ctx)
	if err != nil {
		return dataFileFault(err, s.Path(), s.Path())
	}
	done, left := 0, []notRelocked{}
	if len(apart.Other) > 0 {
		_, left = r.relockCopies(ctx, s, nil)
		now, err := s.Apart(ctx)
		if err != nil {
			return dataFileFault(err, s.Path(), s.Path())
		}
		done = len(apart.Other) - len(now.Other)
	}
	if done > 0 {
		r.say(r.words.T("lock.gone.finished", cleanPath(s.Path())))
		r.say(r.words.N("lock.gone.copies", done))
	}
	if err := r.tellsLeft(ctx, s, nil, left); err != nil || done > 0 {
		return err
	}
	return cannot("lock.none", cleanPath(s.Path()))
}

// changedBefore opens the data file for its passphrase to be changed. Where it has the new
// one already, from a change that was interrupted, that is brought to an end.
func (r *invocation) changedBefore(ctx context.Context, s *bolt.Store, from string) (done bool, err error) {
	seal, err := s.Seal(ctx)
	if seal == nil || err != nil || from == "" {
		return false, r.unlock(s)
	}
	apart, err := s.Apart(ctx)
	if err != nil || len(apart.Open)+len(apart.Other) == 0 {
		return false, r.unlock(s)
	}
	chosen, err := r.readSecret(ctx, secret{file: from, fd: -1}, "")
	if err != nil {
		return false, err
	}
	l, err := lock.Open(seal, chosen)
	if err != nil {
		return false, r.unlock(s)
	}
	r.holds(s, l)
	return true, r.relocked(ctx, s, &l, "lock.finished")
}

// earlier opens copies that stand under an earlier passphrase: with the one that the
// options name, or the settings, else with one that is typed. Nobody is asked twice.
type earlier struct {
	*invocation
	read    bool
	phrases []string
	asked   [][]byte // seals
}

// lockOf is the lock of a copy. passphrase.ErrWrong: nothing opens it.
func (e *earlier) lockOf(seal []byte, c bolt.Copy) (lock.Lock, error) {
	if l, err := e.openedBefore(seal); err == nil {
		return l, nil
	}
	if !e.read {
		e.read = true
		for _, from := range []secret{e.opens, {file: e.settings.PassphraseFile, fd: -1}} {
			if !from.given() {
				continue
			}
			if phrase, err := e.readSecret(e.ctx, from, ""); err == nil {
				e.phrases = append(e.phrases, phrase)
			}
		}
	}
	for _, phrase := range e.phrases {
		if l, err := lock.Open(seal, phrase); !errors.Is(err, passphrase.ErrWrong) {
			return l, err
		}
	}
	if e.opens.given() || e.asksNobody || e.refused(seal) {
		return lock.Lock{}, passphrase.ErrWrong
	}
	e.asked = append(e.asked, seal)
	phrase, err := e.askSecret(e.ctx, e.words.T("lock.ask.earlier", cleanLine(filepath.Base(c.Path))))
	if err != nil {
		return lock.Lock{}, errors.Join(passphrase.ErrWrong, err)
	}
	e.phrases = append(e.phrases, phrase)
	return lock.Open(seal, phrase)
}

// refused reports whether somebody was asked for the passphrase of this seal already.
func (e *earlier) refused(seal []byte) bool {
	for _, one := range e.asked {
		if string(one) == string(seal) {
			return true
		}
	}
	return false
}
