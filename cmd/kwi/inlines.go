package main

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/due"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/settings"
	"kwi/ui/kit"
	"kwi/ui/linear"
	"kwi/ui/part/locking"
)

// inLines runs the interface that tells and asks in lines. It takes nothing over of a
// terminal, so that one may also read from and write to a pipe; the signals of the
// context end it, when all that was answered is kept.
func inLines(ctx context.Context, s cli.Session, team kit.Team, in io.Reader, out io.Writer) error {
	c, err := lined(ctx, s, time.Now)
	if err != nil {
		return err
	}
	c.In, c.Out, c.Team = in, out, team
	return linear.Run(ctx, c)
}

// lined is what that interface is started with: what the root has, without its places.
func lined(ctx context.Context, s cli.Session, now func() time.Time) (linear.Config, error) {
	c, err := config(ctx, s)
	if err != nil {
		return linear.Config{}, err
	}
	home := remembering(s)
	lists := bringing(ctx, s.Desk, home.getenv, now)
	lists.Only = s.Only != ""
	lists.Use(cmp.Or(c.Settings.Now.Line("lists").Value, documents(userHome())), c.Settings.Now.Line("returns").Value)
	lines := linear.Config{
		Keeper: lockedKeeper{keeper{s.Desk, c.Supplier}, c.Lock}, Clients: c.Clients, Owed: func() ([]due.Client, error) { return s.Desk.Due(ctx) }, Happened: func() ([]hand.Happened, error) { return s.Desk.Happened(ctx) },
		Papers: c.Papers, Post: lists, Settings: home.now, Prefer: home.put, Remember: c.Remember,
		Words: c.Words, Window: c.Window, Supplier: c.Supplier, Firm: c.Firm, Me: c.Me, Now: now, Only: s.Only, Meeting: s.Meeting, Fell: s.Fell, Example: s.IsExample, Told: c.Told, ReadOnly: c.ReadOnly,
	}
	lines.Exposed = linear.Exposed{Names: s.Exposed, Conceal: s.Conceal}
	lines.Eraser, lines.Kept = c.Eraser, func(ctx context.Context, c account.Client, who account.Initials, o report.Options) (report.Document, error) {
		return s.Desk.PersonPage(ctx, c, desk.PersonAsked{Who: who}, &o, o.Language)
	}
	lines.Fits, lines.Examine = fits, examinesInLines(ctx, s)
	if s.Copier != nil {
		lines.Copies = copiesOf(ctx, s.Copier)
	}
	if c.Lock != nil {
		lines.Lock, lines.Secret = c.Lock, func(question string) (string, error) { return askSecret(ctx, question) }
		lines.Idle, lines.Follow = func() time.Duration { return idleLock(s) }, func() (string, bool) { return followsLock(s.Words, c.Lock) }
		lines.Unlock = func() error { return asksAgain(ctx, s, askSecret) }
	}
	if c.Welcome {
		lines.Welcomed = func() error { return home.keep(func(s *settings.Settings) { s.Welcomed = settings.On }) }
	}
	return lines, nil
}

// followsLock looks what became of the lock of the data file elsewhere. What is wrong with that
// is told by whoever reads it.
func followsLock(w *lang.Words, l *locking.Lock) (said string, asks bool) {
	had := l.Has()
	now, err := l.Follow()
	switch {
	case err != nil:
		return "", false
	case now == locking.Off:
		return w.T("root.unlocked"), false
	case now == locking.Another && had:
		return w.T("veil.another"), true
	case now == locking.Another:
		return w.T("veil.elsewhere"), true
	}
	return "", false
}

// idleLock is after how long without an answer the passphrase is asked again; 0 is never.
func idleLock(s cli.Session) time.Duration {
	minutes, err := strconv.Atoi(s.Settings.IdleLock)
	if err != nil || !s.Lock.Locked() {
		return 0
	}
	return time.Duration(minutes) * time.Minute
}

// asksAgain asks the passphrase of the data file where nobody sees it, until it is the right
// one. An error is that nobody types it.
func asksAgain(ctx context.Context, s cli.Session, ask func(context.Context, string) (string, error)) error {
	question := s.Words.T("lock.ask", cells.Clean(filepath.Base(s.File)))
	said := question
	for {
		typed, err := ask(ctx, said)
		if err == nil && typed == "" {
			err = cli.ErrLeft
		}
		if err != nil {
			return err
		}
		err = s.Lock.Unlock(ctx, typed)
		if said = s.Words.Unopened(err); said == "" {
			return err
		}
		said += "\n" + question
	}
}
