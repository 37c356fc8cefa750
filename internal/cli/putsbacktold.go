package cli

import (
	"context"
	"os"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/lock"
	"kwi/store"
	"kwi/store/bolt"
)

// goingBackJSON is the shape of `kwi restore COPY --json`. Every key is always there.
type goingBackJSON struct {
	Copy     string         `json:"copy"`     // as it was named: a path, or what was read
	Clients  *int           `json:"clients"`  // in the copy; null where nobody can read it
	Same     bool           `json:"same"`     // it is what stands there, and nothing was brought back
	Compared bool           `json:"compared"` // what changes is known
	Gone     []string       `json:"gone"`     // clients by name: who goes,
	Back     []string       `json:"back"`     // who comes back,
	Changed  []string       `json:"changed"`  // and who stands there again as then
	Last     account.Moment `json:"last"`     // the last change that goes with it, "" for none
	Locks    bool           `json:"locks"`    // the copy is open, and gets the lock of the data file
	Restored bool           `json:"restored"`
	Kept     string         `json:"kept"` // where what stood there is
}

// toldInstead ends going back to a copy before anything was replaced.
type toldInstead struct{ same bool }

// Error implements error.
func (toldInstead) Error() string { return "told, and nothing brought back" }

// tellsInstead says what there is to say where nothing was brought back.
func (r *putsBack) tellsInstead(t toldInstead) error {
	switch {
	case r.machine:
		return writeJSON(r.Out, r.told)
	case t.same:
		r.say(r.words.T("copies.identical"))
	}
	return nil
}

// asks reports whether somebody at the terminal is to say yes.
func (r *putsBack) asks() bool { return r.InTerminal && !r.yes && !r.check }

// previews says what a copy would change, where anybody reads that before, and asks whether
// it shall be: once more where something was saved meanwhile. A copy of what stands there is not
// put back. seen is the revision of what somebody said yes to.
func (r *putsBack) previews(ctx context.Context, s, copied *bolt.Store, called string) (seen store.Rev, err error) {
	r.told = &goingBackJSON{Copy: called, Gone: []string{}, Back: []string{}, Changed: []string{}}
	if same, err := s.Same(ctx, copied); err == nil && same {
		r.told.Same, r.told.Compared = true, true
		return 0, toldInstead{same: true}
	}
	if !r.asks() && !r.check && !r.machine {
		return 0, nil
	}
	if err := r.unlocksData(ctx, s); err != nil {
		return 0, err
	}
	now, unseen := r.copier.sees(ctx)
	for came := (lang.Came{}); ; {
		r.tellsGoingBack(ctx, s, copied, called, &now, unseen, came)
		if r.check {
			return 0, toldInstead{}
		}
		if !r.asks() {
			return 0, nil
		}
		if yes, err := r.confirms(ctx, r.words.T("cli.restore.sure")); err != nil {
			return 0, err
		} else if !yes {
			return 0, cannot("cli.restore.not")
		}
		if unseen != nil {
			return 0, nil
		}
		again, err := r.copier.sees(ctx)
		if err != nil {
			return 0, err
		}
		if came = again.since(now); !came.Any() {
			return again.rev, nil
		}
		now = again
	}
}

// unlocksData opens the lock of the data file, so that it can be compared, as far as somebody
// gives or types its passphrase.
func (r *putsBack) unlocksData(ctx context.Context, s *bolt.Store) error {
	seal, err := s.Seal(ctx)
	if err != nil || seal == nil {
		return nil
	}
	l, err := r.openedBefore(seal)
	if err != nil && r.with != "" {
		l, err = lock.Open(seal, r.with)
	}
	if err != nil && r.with == "" {
		r.opens = r.from
		l, err = r.lockOf(seal, s.Path())
	}
	if err == nil {
		r.holds(s, l)
	}
	return ctx.Err()
}

// tellsGoingBack says what going back to a copy would change of what stands there now, where
// that can be read; a program gets it in the end.
func (r *putsBack) tellsGoingBack(ctx context.Context, s, copied *bolt.Store, called string, now *Seen, unseen error, came lang.Came) {
	g, err := r.copier.wouldBring(ctx, copied, now)
	if g.Open = g.Open && !r.unlocked; !g.Outside {
		g.Team = "" // that is told first, whoever reads it
	}
	if err == nil {
		err = unseen
	}
	last := lastOf(ctx, r.copier.at(s))
	if j := r.told; err == nil {
		j.Compared, j.Locks = true, g.Open
		j.Gone, j.Back, j.Changed = append(j.Gone, g.Gone...), append(j.Back, g.Back...), append(j.Changed, g.Changed...)
		if g.Loses {
			j.Last = last
		}
	}
	if g.Clients >= 0 {
		r.told.Clients = &g.Clients
	}
	if r.machine {
		return
	}
	lines := append(r.words.Came(came), r.calledCopy(s, called, g.Clients))
	switch {
	case err == nil:
		lines = append(lines, r.words.GoingBack(g, last)...)
	case fault.Has(err, fault.Sealed):
		lines = append(lines, r.words.T("copies.unknown.sealed"))
	default:
		lines = append(lines, r.words.T("copies.unknown.damaged"))
	}
	if _, err := os.Stat(s.Path()); err == nil {
		lines = append(lines, r.words.T("cli.restore.keeps"))
	}
	for _, line := range lines {
		r.say(cells.Clean(line))
	}
}

// calledCopy is a copy as it is called, with how many clients are in it: one that kwi kept by
// when and why, as on the screen.
func (r *putsBack) calledCopy(s *bolt.Store, called string, clients int) string {
	held := r.words.CopyHolds(clients)
	for _, c := range s.Copies() {
		if c.Path == called {
			return r.words.T("copies.preview", r.words.CopyMoment(c.At, c.Twin), r.words.CopyCause(string(c.Cause)), held)
		}
	}
	if called == r.words.T("cli.input") {
		return r.words.T("copies.preview.read", held)
	}
	return r.words.T("copies.preview.file", cleanPath(called), held)
}
