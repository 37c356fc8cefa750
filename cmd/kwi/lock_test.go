package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// lockable is a data file of its own with the example client in it, and the program on it.
type lockable struct {
	*testing.T
	folder string
	env    cli.Env
	said   bytes.Buffer
}

func newLockable(t *testing.T) *lockable {
	t.Helper()
	l := &lockable{T: t, folder: t.TempDir()}
	l.env = cli.Env{In: strings.NewReader(""), Out: &l.said, Err: &l.said, Nonce: counted(), Work: 4, Now: func() time.Time { return day },
		Getenv: func(name string) string {
			return map[string]string{"KWI_FILE": l.at("kwi.db"), "KWI_IDLE_LOCK": "2"}[name]
		}}
	all, err := os.ReadFile("../../internal/portable/testdata/newmedia.json")
	if err != nil {
		t.Fatal(err)
	}
	l.write("all.json", string(all))
	l.run(0, "import", l.at("all.json"))
	return l
}

func (l *lockable) at(name string) string { return filepath.Join(l.folder, name) }

func (l *lockable) write(name, text string) {
	l.Helper()
	if err := os.WriteFile(l.at(name), []byte(text), 0o600); err != nil {
		l.Fatal(err)
	}
}

// run gives a command, and returns what it said.
func (l *lockable) run(want int, args ...string) string {
	l.Helper()
	l.said.Reset()
	if code := cli.Run(l.Context(), l.env, args); code != want {
		l.Fatalf("%q: exit %d, %s", args, code, &l.said)
	}
	return l.said.String()
}

// with is a command that is given the passphrase.
func (l *lockable) with(phrase string, want int, args ...string) string {
	l.Helper()
	l.write("pw", phrase+"\n")
	return l.run(want, append(args, "--passphrase-file", l.at("pw"))...)
}

// sits has somebody sit at a window.
func (l *lockable) sits(language string, w, h int, use func(*drive.Driver), options ...string) {
	l.Helper()
	env := l.env
	env.Interactive = func(ctx context.Context, s cli.Session) error {
		s.Words = lang.For(language)
		c, err := config(ctx, s)
		if err != nil {
			return err
		}
		c.Now, c.Theme = func() time.Time { return day }, theme.Dark()
		if s.Copier != nil {
			c.Copies = copiesOf(ctx, s.Copier)
			c.Copies.Failed = nil // the driver would wait for it
		}
		use(drive.New(l.T, c, w, h))
		return nil
	}
	var said bytes.Buffer
	env.Out, env.Err = &said, &said
	if code := cli.Run(l.Context(), env, options); code != 0 {
		l.Fatalf("exit %d, %s", code, &said)
	}
}

// toPassphrase goes to what can become of the passphrase, and chooses what a word finds.
func toPassphrase(d *drive.Driver, word string) {
	d.Press(",")
	for range 40 {
		if slices.ContainsFunc(strings.Split(d.Screen(), "\n"), func(line string) bool {
			return slices.ContainsFunc([]string{"▸ Slot", "▸ Lock"}, func(row string) bool { return strings.HasPrefix(strings.TrimSpace(line), row) })
		}) {
			break
		}
		d.Press("down")
	}
	d.Press("enter")
	d.Type(word)
	d.Press("enter")
}

// fills types in the fields of a dialog, one after the other.
func fills(d *drive.Driver, typed ...string) {
	for _, one := range typed {
		d.Type(one)
		d.Press("enter")
	}
}

// beginsClient begins a client, and goes back to all of them.
func beginsClient(d *drive.Driver, name string) {
	d.Press("n")
	d.Type(name)
	d.Press("enter")
	d.Press("esc")
}

const (
	firstPhrase  = "paarse fiets in mei"
	secondPhrase = "groene fiets in juni"
)

// TestThePassphraseIsSetChangedAndTakenOffOnTheScreen: that forgetting it is final is said
// before, what became of the copies after; nothing that is typed is seen, and the window goes
// on with the file as it is then.
func TestThePassphraseIsSetChangedAndTakenOffOnTheScreen(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]struct{ choose, change, remove, final, advice, more, done, copies, elsewhere, other, gone string }{
		"nl": {"kies", "andere", "eraf", "Niemand kan dan nog helpen", "Vier gewone woorden", "Nog 2 tekens", "Je gegevens zitten op slot", "De 2 kopieën die kwi bewaarde", "gooi ze weg", "andere wachtzin dan die van nu", "Het slot is eraf"},
		"en": {"choose", "another", "lock off", "Nobody can help then", "Four plain words", "2 more characters", "Your data are locked", "The 2 copies that kwi kept", "throw them away", "another passphrase than the present one", "The lock is off"},
	} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			l := newLockable(t)
			l.run(0, "import", "--replace", l.at("all.json"), "--why", "x") // which keeps a copy
			l.sits(language, size[0], size[1], func(d *drive.Driver) {
				see := func(texts ...string) {
					t.Helper()
					for _, text := range texts {
						if !strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), text) {
							t.Errorf("%d×%d: %q is not on\n%s", size[0], size[1], text, d.Screen())
						}
					}
				}
				toPassphrase(d, says.choose)
				see(says.final, says.advice)
				d.Type("paarse")
				see("******", says.more)
				d.Miss("paarse")
				d.Press("ctrl+u")
				fills(d, firstPhrase)
				d.Hold()
				fills(d, firstPhrase)
				d.Miss(says.done)
				d.Press("x", "enter")
				d.Release()
				see(says.done, says.copies, says.elsewhere)
				d.Miss(firstPhrase)
				d.Press("enter", "esc")
				l.run(1, "list")
				l.with(firstPhrase, 0, "list")
				l.with(firstPhrase, 0, "restore") // the copies are read
				beginsClient(d, "Eerste Naam")
				if all := l.with(firstPhrase, 0, "list"); !strings.Contains(all, "Eerste Naam") {
					t.Errorf("what was changed after that is not kept: %s", all)
				}
				toPassphrase(d, says.change)
				fills(d, "iets anders", secondPhrase, secondPhrase)
				see(says.other)
				fills(d, firstPhrase, secondPhrase, secondPhrase)
				see(says.copies)
				d.Press("enter", "esc")
				l.with(firstPhrase, 1, "list")
				d.Press("ctrl+q")
				fills(d, firstPhrase)
				d.Miss("Eerste Naam")
				fills(d, secondPhrase)
				d.See("Eerste Naam")
				beginsClient(d, "Tweede Naam")
				if all := l.with(secondPhrase, 0, "list"); !strings.Contains(all, "Tweede Naam") {
					t.Error(all)
				}
				toPassphrase(d, says.remove)
				fills(d, firstPhrase)
				see(says.other)
				fills(d, secondPhrase)
				see(says.gone)
				d.Press("enter", "esc")
				beginsClient(d, "Derde Naam")
			})
			if all := l.run(0, "list"); !strings.Contains(all, "Derde Naam") {
				t.Error(all)
			}
			l.run(0, "check")
		}
	}
}

// TestAWindowGoesOnWithALockThatTheFileGotElsewhere: it is covered and asks for the new
// passphrase, and what could not be kept is kept then; where the lock was taken off it goes on.
func TestAWindowGoesOnWithALockThatTheFileGotElsewhere(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	l.sits("nl", 80, 24, func(d *drive.Driver) {
		l.write("first", firstPhrase)
		l.write("second", secondPhrase)
		remarks := func(text string) {
			d.Press("esc", "esc", "esc", "esc")
			remarking(d)
			d.Press("ctrl+u")
			d.Type(text)
			d.Press("esc")
		}
		remarking(d)
		l.run(0, "lock", "--passphrase-file", l.at("first"))
		d.Press("ctrl+u")
		d.Type("veel sneller")
		d.Press("esc")
		d.See("kreeg in een ander venster een wachtzin")
		d.Miss(unseenHere...)
		fills(d, secondPhrase)
		d.See("Dat is een andere wachtzin")
		fills(d, firstPhrase)
		d.See("NewMedia")
		if all := l.with(firstPhrase, 0, "export"); !strings.Contains(all, "veel sneller") {
			t.Error("what was typed before it was opened is lost")
		}
		l.run(0, "lock", "--change", "--passphrase-file", l.at("first"), "--new-passphrase-file", l.at("second"))
		remarks("nog sneller")
		d.See("kreeg in een ander venster een andere wachtzin")
		fills(d, secondPhrase)
		d.See("een andere wachtzin. Typ eerst")
		d.Miss(unseenHere...)
		fills(d, firstPhrase)
		d.See("Typ nu de nieuwe")
		d.Miss(unseenHere...)
		fills(d, "zomaar iets")
		d.See("Dat is een andere wachtzin")
		fills(d, secondPhrase)
		if all := l.with(secondPhrase, 0, "export"); !strings.Contains(all, "nog sneller") {
			t.Error("what was typed before it was opened is lost")
		}
		l.run(0, "unlock", "--passphrase-file", l.at("second"))
		remarks("het snelst")
		d.See("Het slot is er in een ander venster af gehaald")
		if all := l.run(0, "export"); !strings.Contains(all, "het snelst") {
			t.Error("what was typed before the lock was gone is lost")
		}
		l.run(0, "lock", "--passphrase-file", l.at("first"))
		remarks("te snel")
		fills(d, firstPhrase)
		d.Press("ctrl+q")
		l.run(0, "unlock", "--passphrase-file", l.at("first"))
		fills(d, "zomaar iets")
		d.Miss(unseenHere...)
		fills(d, firstPhrase)
		d.See("NewMedia")
	})
}

// TestNobodyGetsPastTheCoverWithAFileOfTheirOwn: what lies under the cover is not shown to who
// puts a file in the place of the data file of which they know the passphrase.
func TestNobodyGetsPastTheCoverWithAFileOfTheirOwn(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	l.sits("nl", 80, 24, func(d *drive.Driver) {
		l.write("first", firstPhrase)
		l.write("second", secondPhrase)
		l.run(0, "--file", l.at("theirs.db"), "supplier", "--name", "Theirs")
		l.run(0, "--file", l.at("theirs.db"), "lock", "--passphrase-file", l.at("second"))
		remarking(d)
		l.run(0, "lock", "--passphrase-file", l.at("first"))
		d.Type("veel sneller")
		d.Press("esc")
		fills(d, firstPhrase)
		d.See("NewMedia")
		d.Press("ctrl+q")
		l.run(0, "restore", l.at("theirs.db"))
		fills(d, secondPhrase)
		d.Miss(unseenHere...)
		d.See("een andere wachtzin. Typ eerst")
		fills(d, firstPhrase)
		d.Miss(unseenHere...)
		d.See("Typ nu de nieuwe")
	})
}

// TestTheLockStaysAsItIsWhereNothingChanges, and on a locked file --readonly asks for the
// passphrase, covers and opens as any window.
func TestTheLockStaysAsItIsWhereNothingChanges(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	l.write("first", firstPhrase)
	l.run(0, "lock", "--passphrase-file", l.at("first"))
	before, err := os.ReadFile(l.at("kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	l.sits("nl", 80, 24, func(d *drive.Driver) {
		d.See("NewMedia")
		toPassphrase(d, "eraf")
		d.See("alleen kijken")
		d.Press("esc", "esc", "ctrl+q")
		d.Miss("NewMedia")
		fills(d, secondPhrase)
		d.Miss("NewMedia")
		fills(d, firstPhrase)
		d.Press("esc")
		d.See("NewMedia")
	}, "--readonly", "--passphrase-file", l.at("first"))
	if after, err := os.ReadFile(l.at("kwi.db")); err != nil || !bytes.Equal(before, after) {
		t.Error("the file changed", err)
	}
}

// TestARescueFileOfALockedFileIsLocked with the same passphrase, and says so; kwi import and
// age open it, and nothing else does.
func TestARescueFileOfALockedFileIsLocked(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	l := newLockable(t)
	l.write("first", firstPhrase)
	l.run(0, "lock", "--passphrase-file", l.at("first"))
	l.sits("nl", 80, 24, func(d *drive.Driver) {
		remarking(d)
		d.Press("ctrl+u")
		d.Type("veel sneller")
		d.Press("ctrl+q")
		if err := os.Rename(l.at("kwi.db"), l.at("away.db")); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(l.at("kwi.db"), 0o700); err != nil {
			t.Fatal(err)
		}
		d.Press("ctrl+c")
	}, "--passphrase-file", l.at("first"))
	all, err := filepath.Glob(filepath.Join(home, "kwi*"))
	if err != nil || len(all) != 1 || !strings.HasSuffix(all[0], ui.LockedSuffix) || strings.Contains(all[0], "newmedia") {
		t.Fatalf("there is %v, %v", all, err)
	}
	raw, err := os.ReadFile(all[0])
	if err != nil || bytes.Contains(raw, []byte("sneller")) || bytes.Contains(raw, []byte("NewMedia")) {
		t.Fatal("it is not locked", err)
	}
	n := &noting{paths: all}
	var said bytes.Buffer
	if n.tell(&said, lang.For("nl")); !strings.Contains(said.String(), "Het zit op slot met de wachtzin") {
		t.Error(said.String())
	}
	if err := os.Remove(l.at("kwi.db")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(l.at("away.db"), l.at("kwi.db")); err != nil {
		t.Fatal(err)
	}
	l.with(secondPhrase, 1, "import", "--replace", all[0], "--why", "x")
	l.with(firstPhrase, 0, "import", "--replace", all[0], "--why", "x")
	if all := l.with(firstPhrase, 0, "export"); !strings.Contains(all, "veel sneller") {
		t.Error("it does not come back")
	}
}
