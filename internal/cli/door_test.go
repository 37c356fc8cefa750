package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// atTheDoor has somebody sit at the page before the interface who types these, and then
// leaves. It returns what the page was started with.
func (w *lockedWorld) atTheDoor(typed ...string) *Door {
	var met Door
	w.env.Interactive = func(context.Context, Session) error { return nil }
	w.env.Door = func(_ context.Context, d Door) error {
		met = d
		for _, one := range typed {
			if d.Open(one) == nil {
				return nil
			}
		}
		return ErrLeft
	}
	return &met
}

// The interface asks for the passphrase on a page where another costs nothing, in the
// language and the theme of the user; a command, and who listens to the screen, on a line.
// A file without a lock is opened without it.
func TestTheInterfaceAsksAtADoor(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	met := w.atTheDoor("no", "neither", "nor this", "not yet", phrase)
	w.env.Interactive = func(ctx context.Context, s Session) error {
		_, err := s.Desk.Portfolio(ctx)
		return err
	}
	for _, args := range [][]string{nil, {"meet", "--client", "newmedia"}, {"--readonly"}} {
		*met = Door{}
		if said := w.run(0, args...); said != "" || met.Open == nil || met.File != filepath.Base(w.path) || met.Told != "" || met.Words.Tag() != "en" {
			t.Errorf("kwi %v: %q, %+v", args, said, *met)
		}
	}
	w.atTheDoor("no")
	if said := w.run(130); strings.Contains(said, "NewMedia") {
		t.Error(said)
	}
	broken := errors.New("asked on a page")
	w.env.Door = func(context.Context, Door) error { return broken }
	w.asks(phrase, phrase)
	w.run(0, "list")
	w.run(0, "--accessible")
	w.opened(0, "unlock")
	w.run(0)
	w.env.Door = func(context.Context, Door) error { return ErrNoTerminal }
	w.run(0, "lock", "--passphrase-file", w.at("pw"))
	w.asks(phrase)
	w.run(0)
	if len(w.typed) > 0 {
		t.Error("where nothing can be drawn it is not asked on a line")
	}
}

// A file with the passphrase that does not open it is named, with what is wrong with it, and
// then it is asked for; where nobody can be asked it is one line with what to do.
func TestAFileWithThePassphraseThatOpensNothingIsNamed(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.write("empty", "\n"+phrase)
	w.write("long", strings.Repeat("x", 2000))
	if err := os.Mkdir(w.at("folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, why := range map[string]string{"missing": "is not there", "empty": "nothing on its first line", "long": "cannot be one", "folder": "cannot be read", "other": "holds another passphrase"} {
		w.env.Getenv = func(key string) string {
			return map[string]string{"KWI_FILE": w.path, "KWI_PASSPHRASE_FILE": w.at(name)}[key]
		}
		w.env.Secret = nil
		said := w.run(1, "list")
		if strings.Count(said, "\n") != 1 || !strings.Contains(said, w.at(name)) || !strings.Contains(said, why) || !strings.Contains(said, "start kwi in a terminal") {
			t.Errorf("%s: %s", name, said)
		}
		var asked string
		w.env.Secret = func(_ context.Context, question string) (string, error) {
			asked = question
			return phrase, nil
		}
		if said := w.run(0, "list"); !strings.Contains(said, "NewMedia") || !strings.Contains(asked, why) || !strings.Contains(asked, w.at(name)) {
			t.Errorf("%s: %q, %s", name, asked, said)
		}
		if met := w.atTheDoor(phrase); w.run(0) != "" || !strings.Contains(met.Told, why) {
			t.Errorf("%s: %+v", name, *met)
		}
	}
	if said := w.run(1, "list", "--passphrase-file", w.at("missing")); strings.Count(said, "\n") != 1 || !strings.Contains(said, "missing") {
		t.Error(said)
	}
}

// What cannot be a passphrase is refused with why, also where it stands in a file; the same
// word opens whichever keyboard typed it.
func TestWhatCanBeAPassphraseIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	for given, why := range map[string]string{"kort": "at least 8", strings.Repeat("x", 1025): "1024 bytes", "paarse\tfiets": "cannot type", "paarse fiets ": "begins or ends with a space", "paarse \xff fiets": "cannot type"} {
		w.write("given", given+"\n")
		if said := w.run(1, "lock", "--passphrase-file", w.at("given")); !strings.Contains(said, why) {
			t.Errorf("%.20q in a file: %s", given, said)
		}
		if strings.Contains(given, "\xff") {
			continue
		}
		w.asks(given)
		if said := w.run(1, "lock"); !strings.Contains(said, why) {
			t.Errorf("%.20q typed: %s", given, said)
		}
	}
	w.asks("een wélgekozen zin", "een we\u0301lgekozen zin")
	w.run(0, "lock")
	w.write("pw", "een we\u0301lgekozen zin\r\n")
	w.opened(0, "list")
	w.write("pw", "een wélgekozen zin")
	w.opened(0, "list")
	w.write("pw", "een welgekozen zin")
	w.opened(1, "list")
}
