package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lock"
	"kwi/internal/passphrase"
	"kwi/internal/watchword"
	"kwi/store"
	"kwi/store/bolt"
)

// triesAsked is how often somebody at the terminal may try.
const triesAsked = 3

// unlock has a data file tell what is in it: nothing to do where it is not locked. What
// is wrong with a file that is damaged is told by whoever reads it.
func (r *invocation) unlock(s *bolt.Store) error {
	seal, err := s.Seal(r.ctx)
	if errors.Is(err, bolt.ErrSealLost) {
		return fault.New(fault.BrokenLock, s.Path())
	}
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrForeign) || errors.Is(err, store.ErrNewer) {
		return nil
	}
	if err != nil {
		return dataFileFault(err, s.Path(), s.Path())
	}
	if seal == nil {
		return nil
	}
	l, err := r.lockOf(seal, s.Path())
	if err == nil {
		r.holds(s, l)
	}
	return err
}

// holds has a data file be used with a lock.
func (r *invocation) holds(s *bolt.Store, l lock.Lock) {
	r.unlocks.Lock()
	defer r.unlocks.Unlock()
	if r.locks == nil {
		r.locks = map[*bolt.Store]lock.Lock{}
	}
	r.locks[s] = l
	r.keys = append(r.keys, l)
	s.Know(l.Seal)
}

// lets has a data file be used without a lock from now on.
func (r *invocation) lets(s *bolt.Store) {
	r.unlocks.Lock()
	defer r.unlocks.Unlock()
	delete(r.locks, s)
}

// lockHeld is the lock with which a data file is used.
func (r *invocation) lockHeld(s *bolt.Store) (lock.Lock, bool) {
	r.unlocks.Lock()
	defer r.unlocks.Unlock()
	l, locked := r.locks[s]
	return l, locked
}

// opened is a data file other than the one that the command is about, unlocked.
func (r *invocation) opened(path string) (*bolt.Store, error) {
	s, err := bolt.Open(path)
	if err == nil {
		err = r.unlock(s)
	}
	return s, err
}

// realKeys are the keys of records as the desk knows them.
func (r *invocation) realKeys(s *bolt.Store, keys []string) []string {
	l, locked := r.lockHeld(s)
	if !locked {
		return keys
	}
	real := make([]string, len(keys))
	for i, key := range keys {
		real[i] = key
		if opened, err := l.Key.OpenName(key); err == nil {
			real[i] = opened
		}
	}
	return real
}

// openedBefore is the lock of a seal where this command has opened it already.
func (r *invocation) openedBefore(seal []byte) (lock.Lock, error) {
	r.unlocks.Lock()
	defer r.unlocks.Unlock()
	for _, l := range r.keys {
		if l.Opens(seal) {
			return l.Under(seal), nil
		}
	}
	return lock.Lock{}, passphrase.ErrWrong
}

// unlockAsBefore unlocks a copy, provided that it has no lock or one that was opened.
func (r *invocation) unlockAsBefore(s *bolt.Store) error {
	seal, err := s.Seal(r.ctx)
	if err != nil || seal == nil {
		return err
	}
	l, err := r.openedBefore(seal)
	if err == nil {
		r.holds(s, l)
	}
	return err
}

// onCopy is the desk on a copy.
func (r *invocation) onCopy(s *bolt.Store) (*desk.Desk, error) {
	if err := r.unlockAsBefore(s); err != nil {
		if errors.Is(err, passphrase.ErrWrong) {
			err = fmt.Errorf("%w: %w", store.ErrSealed, err)
		}
		return nil, err
	}
	d := desk.New(s, r.Nonce)
	if l, locked := r.lockHeld(s); locked {
		d.Sealed(l.Key)
	}
	return d, nil
}

// lockOf opens the lock of a seal: one that was opened before, else with the passphrase
// that stands where the options or the settings say, else with one that is typed.
func (r *invocation) lockOf(seal []byte, path string) (lock.Lock, error) {
	if l, err := r.openedBefore(seal); err == nil {
		return l, nil
	}
	name := cleanPath(path)
	if r.opens.given() {
		typed, err := r.readSecret(r.ctx, r.opens, "")
		if err != nil {
			return lock.Lock{}, err
		}
		return r.tried(seal, typed, path, cannot("lock.wrong.given", name))
	}
	l, silent, err := r.lockOfFile(seal, path)
	switch {
	case err != nil || l.Key != nil:
		return l, err
	case r.asksNobody:
		return l, r.unasked(path, silent)
	case r.door && r.Door != nil:
		if l, err := r.atDoor(seal, path, silent); !errors.Is(err, ErrNoTerminal) {
			return l, err
		}
	}
	return r.lockTyped(seal, path, silent)
}

// lockTyped is the lock of a seal, opened with what somebody types on a line. First it is
// said why no file opened it.
func (r *invocation) lockTyped(seal []byte, path, silent string) (lock.Lock, error) {
	question := r.words.T("lock.ask", cleanLine(filepath.Base(path)))
	if silent != "" {
		question = silent + "\n" + question
	}
	for try := 1; ; try++ {
		typed, err := r.askSecret(r.ctx, question)
		switch {
		case isProblem(err, "cli.passphrase.terminal"):
			return lock.Lock{}, r.unasked(path, silent)
		case isProblem(err, "cli.passphrase.nothing"):
			return lock.Lock{}, cannot("lock.wrong", cleanPath(path))
		case err != nil:
			return lock.Lock{}, err
		}
		l, err := r.tried(seal, typed, path, watchword.ErrOther)
		if !errors.Is(err, watchword.ErrOther) {
			return l, err
		}
		if try == triesAsked {
			return lock.Lock{}, cannot("lock.wrong", cleanPath(path))
		}
		_, _ = fmt.Fprintln(r.Err, r.words.N("lock.again", triesAsked-try))
		question = r.words.T("lock.ask", cleanLine(filepath.Base(path)))
	}
}

// unasked says that nobody can be asked for the passphrase, and why no file gave it.
func (r *invocation) unasked(path, silent string) error {
	if silent != "" {
		return cannot("lock.file.unasked", silent)
	}
	return cannot("lock.unasked", cleanPath(path))
}

// lockOfFile is the lock of a seal, opened with the passphrase in the file that the settings
// name. Where that does not open it, silent says why: somebody who waits for a file that is
// not there would not know why they are asked. Without such a file there is nothing to say.
func (r *invocation) lockOfFile(seal []byte, path string) (l lock.Lock, silent string, err error) {
	from := r.settings.PassphraseFile
	if from == "" {
		return l, "", nil
	}
	typed, err := r.readSecret(r.ctx, secret{file: from, fd: -1}, "")
	if err == nil {
		if l, err = r.tried(seal, typed, path, watchword.ErrOther); !errors.Is(err, watchword.ErrOther) {
			return l, "", err
		}
		return lock.Lock{}, r.words.T("lock.file.wrong", cleanPath(from), cleanLine(filepath.Base(path))), nil
	}
	why := "lock.file.unread"
	switch {
	case r.ctx.Err() != nil:
		return l, "", r.ctx.Err()
	case errors.Is(err, fs.ErrNotExist):
		why = "lock.file.missing"
	case isProblem(err, "cli.passphrase.none"):
		why = "lock.file.empty"
	case fault.Has(err, fault.LongPhrase), fault.Has(err, fault.OddPhrase):
		why = "lock.file.unfit"
	}
	return l, r.words.T(why, cleanPath(from)), nil
}

// isProblem reports whether an error is the problem that the catalogue has under a key.
func isProblem(err error, key string) bool {
	var p problem
	return errors.As(err, &p) && p.key == key
}

// tried is the lock of a seal that a passphrase opens; wrong where it does not.
func (r *invocation) tried(seal []byte, typed, path string, wrong error) (lock.Lock, error) {
	l, err := lock.Open(seal, typed)
	switch {
	case errors.Is(err, passphrase.ErrWrong):
		return l, wrong
	case err != nil:
		return l, fault.New(fault.BrokenLock, path)
	}
	return l, nil
}

// work is how much work a new lock makes it to try a passphrase.
func (r *invocation) work() int {
	if r.Work > 0 {
		return r.Work
	}
	return passphrase.Work
}
