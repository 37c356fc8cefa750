package cli

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/beside"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/office"
	"kwi/internal/settings"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// chooseLanguage settles what the user reads: --lang, else what the settings
// have, else the locale, else the default. It is settled before anything else,
// because every option's help and every error is said in it.
func chooseLanguage(args []string, remembered string, getenv func(string) string) *lang.Words {
	if tag := langOption(args); language.Known(tag) {
		return lang.For(tag)
	}
	if remembered != "" {
		return lang.For(remembered)
	}
	return OfSystem(getenv)
}

// OfSystem is what the user reads where nobody says so: the language of the
// locale, else the default.
func OfSystem(getenv func(string) string) *lang.Words {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			return lang.For(locale)
		}
	}
	return lang.For("")
}

// langOption is the value of the last --lang, "" where there is none.
func langOption(args []string) (tag string) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			tag = value
		} else if a == "--lang" && i+1 < len(args) {
			tag = args[i+1]
		}
	}
	return tag
}

// now is today with its hour.
func (r *invocation) now() account.Moment { return account.Moment(r.Now().Format("2006-01-02T15:04")) }

// today is the day on which the command is given.
func (r *invocation) today() account.Date { return account.Date(r.Now().Format(time.DateOnly)) }

// looksWhereItMust makes the session one that writes nothing where the user may not
// write to the data file, or its medium cannot be written to: that is told at the
// start, and not at the first save.
func (r *invocation) looksWhereItMust() error {
	s, err := r.dataFile()
	if err == nil && !r.readonly && !s.MayWrite() {
		r.readonly, r.shut, r.copier = true, s.Path(), nil
	}
	return err
}

// data is the data file that the command works on, unlocked.
func (r *invocation) data() (*bolt.Store, error) {
	s, err := r.dataFile()
	if err == nil {
		err = r.unlock(s)
	}
	return s, err
}

// dataFile is that file as it is: for what does not read what is in it.
func (r *invocation) dataFile() (*bolt.Store, error) {
	path := r.file
	if path == "" {
		path = r.Getenv("KWI_FILE")
	}
	if path == "" {
		var err error
		if path, err = bolt.DefaultPath(); err != nil {
			return nil, err
		}
	}
	if r.readonly {
		return bolt.Open(path, bolt.AsItIs)
	}
	s, err := bolt.Open(path, bolt.Clock(r.Now))
	if err == nil {
		r.copier = newCopier(s, r.Now, func(of *bolt.Store) *desk.Desk {
			_ = r.unlockAsBefore(of) // what stays locked says so when it is read
			return r.at(of).Desk
		})
		r.copier.dress = func(ctx context.Context, draft *bolt.Store) error { return r.keepsLock(ctx, s, draft) }
		sweep(s)
	}
	return s, err
}

// sweep takes away what programs that were killed left beside a data file: a restore, a first
// start, windows of a meeting; and among the temporary files: a backup to standard output.
func sweep(s *bolt.Store) {
	wholefile.Sweep(filepath.Dir(s.Path()))
	beside.At(s.Path()).Sweep()
	wholefile.SweepFolders()
}

// session opens the data file and puts the desk before it. Nothing has to be
// closed: the file is opened for each use.
func (r *invocation) session() (Session, error) {
	s, err := r.data()
	if err != nil {
		return Session{}, err
	}
	at := r.at(s)
	at.ReadOnly = r.readonly
	return at, nil
}

// window is what steps keep of where they are done.
func (r *invocation) window() hand.Window {
	w := hand.Window{User: r.settings.Me.Name, Command: r.named}
	for _, name := range []string{"USER", "USERNAME"} {
		if w.User == "" {
			w.User = r.Getenv(name)
		}
	}
	if r.Computer != nil {
		w.Computer, _ = r.Computer() // without a name it is another computer all the same
	}
	return w
}

// at is a session on a store.
func (r *invocation) at(s *bolt.Store) Session {
	lines, lined := r.tellsInLines()
	d := desk.New(s, r.Nonce).Called(s.Path()).From(r.window(), r.Now)
	if l, locked := r.lockHeld(s); locked {
		d.Sealed(l.Key)
	}
	var copier *Copier
	if r.copier != nil && r.copier.file == s {
		copier, d = r.copier, d.Copied(r.copier)
	}
	return Session{Erases: erasing.File{Store: s, Desk: d, Nonce: r.Nonce, On: r.onCopy, Rescued: office.Rescued}, Fell: r.crashes.Note, InLines: lines, Lined: lined, Desk: d, Lock: &DataLock{r: r, file: s, desk: d}, Copier: copier, Words: r.words, File: s.Path(), Settings: r.settings, Getenv: r.settings.Getenv(r.Getenv),
		Reread: func() (settings.Settings, error) { return settings.Read(r.settingsPath()) }, Kept: r.settingsPath(), Examine: r.examines(s), Environ: r.Getenv, Speaks: r.lang}
}
