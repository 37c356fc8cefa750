package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/portable"
	"kwi/store/bolt"
)

// portfolioFile is a file of the portable format with one client in it.
func portfolioFile(t *testing.T, id string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), id+".json")
	text := `{"format": "kwi/1", "supplier": "BESTSELLER", "clients": [{"id": "` + id + `", "name": "` + id + `"}]}`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// copiesOf are the names of the copies that were kept of the data file of a world.
func copiesOf(t *testing.T, e Env) (all []string) {
	t.Helper()
	s, err := bolt.Open(e.Getenv("KWI_FILE"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range s.Copies() {
		all = append(all, c.Name)
	}
	return all
}

func mustRun(t *testing.T, e Env, said *bytes.Buffer, args ...string) {
	t.Helper()
	if code := Run(t.Context(), e, args); code != exitDone {
		t.Fatalf("%v: %d, %s", args, code, said)
	}
}

// TestTheFirstChangeOfADayLeavesACopy, and what only reads leaves none.
func TestTheFirstChangeOfADayLeavesACopy(t *testing.T) {
	e, _, said := env(t)
	mustRun(t, e, said, "list")
	if got := copiesOf(t, e); len(got) > 0 {
		t.Errorf("there is %q of nothing", got)
	}
	mustRun(t, e, said, "import", portfolioFile(t, "een"))
	mustRun(t, e, said, "import", portfolioFile(t, "twee"))
	if got := copiesOf(t, e); !slices.Equal(got, []string{"2026-11-24-day"}) {
		t.Errorf("there is %q", got)
	}
	e.Now = func() time.Time { return time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC) }
	mustRun(t, e, said, "list")
	if got := copiesOf(t, e); len(got) != 1 {
		t.Errorf("there is %q, and nothing was changed", got)
	}
	mustRun(t, e, said, "supplier", "--name", "Ander")
	if got := copiesOf(t, e); !slices.Equal(got, []string{"2026-11-25-day", "2026-11-24-day"}) {
		t.Errorf("there is %q", got)
	}
}

// TestAnImportThatReplacesLeavesACopyOfWhatWas.
func TestAnImportThatReplacesLeavesACopyOfWhatWas(t *testing.T) {
	e, out, said := env(t)
	path := portfolioFile(t, "een")
	mustRun(t, e, said, "import", path)
	mustRun(t, e, said, "import", "--replace", "--check", path)
	if got := copiesOf(t, e); len(got) != 1 {
		t.Errorf("there is %q of what was only looked at", got)
	}
	mustRun(t, e, said, "import", path, "--replace")
	got := copiesOf(t, e)
	if !slices.Contains(got, "2026-11-24-120000-import") {
		t.Fatalf("there is %q", got)
	}
	out.Reset()
	mustRun(t, e, said, "--file", filepath.Join(e.Getenv("KWI_FILE")+".copies", "2026-11-24-120000-import.db"), "list")
	if !strings.Contains(out.String(), "een") {
		t.Errorf("it holds %q", out)
	}
}

// TestACopyThatCannotBeKeptIsToldOnceAndStopsNothing: whichever it is.
func TestACopyThatCannotBeKeptIsToldOnceAndStopsNothing(t *testing.T) {
	e, out, said := env(t)
	if err := os.WriteFile(e.Getenv("KWI_FILE")+".copies", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	path := portfolioFile(t, "een")
	mustRun(t, e, said, "import", path)
	out.Reset()
	said.Reset()
	mustRun(t, e, said, "import", path, "--replace") // neither the one before nor that of the day
	if strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), "Er is geen kopie bewaard in ") || !strings.Contains(said.String(), "kwi.db.copies") {
		t.Errorf("said %q", said)
	}
	if !strings.Contains(out.String(), "vervangen") {
		t.Errorf("it was not done: %q", out)
	}
}

// TestTheExampleLeavesNoCopies, and neither does one over one's own clients.
func TestTheExampleLeavesNoCopies(t *testing.T) {
	e, _, said := env(t)
	e.Interactive = func(ctx context.Context, s Session) error {
		if s.Copier != nil {
			t.Error("somebody keeps copies of it")
		}
		return s.Desk.RenameSupplier(ctx, "Ander")
	}
	mustRun(t, e, said, "demo")
	e.Interactive = func(ctx context.Context, s Session) error {
		over, away, err := s.Example(ctx, s.Words, false)
		if err != nil || over.Copier != nil || s.Copier == nil {
			t.Errorf("%v, %v over %v", err, over.Copier, s.Copier)
		}
		return errors.Join(err, away())
	}
	mustRun(t, e, said)
}

// TestAWindowMakesTheCopyOfTheDayBesideTheWork: a change returns before the copy is
// there, and the end of the window waits for it.
func TestAWindowMakesTheCopyOfTheDayBesideTheWork(t *testing.T) {
	e, _, said := env(t)
	e.Interactive = func(ctx context.Context, s Session) error {
		end := s.Copier.Live(ctx)
		defer end()
		for range 3 {
			if err := s.Desk.RenameSupplier(ctx, "Ander"); err != nil {
				return err
			}
		}
		return nil
	}
	mustRun(t, e, said)
	if got := copiesOf(t, e); !slices.Equal(got, []string{"2026-11-24-day"}) {
		t.Errorf("there is %q", got)
	}
}

// TestAWindowHearsOnceOfACopyThatWasNotKept.
func TestAWindowHearsOnceOfACopyThatWasNotKept(t *testing.T) {
	e, _, said := env(t)
	if err := os.WriteFile(e.Getenv("KWI_FILE")+".copies", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	e.Interactive = func(ctx context.Context, s Session) error {
		end := s.Copier.Live(ctx)
		if err := s.Desk.RenameSupplier(ctx, "Ander"); err != nil {
			return err
		}
		if s.Copier.Failed(ctx) == nil {
			t.Error("nothing is told")
		}
		s.Desk.CopyBefore(ctx, desk.ImportReplaces)
		end()
		over, stop := context.WithCancel(ctx)
		stop()
		if err := s.Copier.Failed(over); err != nil {
			t.Errorf("told once more: %v", err)
		}
		return nil
	}
	mustRun(t, e, said)
}

// keepsBefore looks what the desk has at the moment that a copy is asked for.
type keepsBefore struct {
	looks   func(desk.Irrevocable)
	changes int
}

func (k *keepsBefore) Before(_ context.Context, what desk.Irrevocable) { k.looks(what) }
func (k *keepsBefore) Changed()                                        { k.changes++ }

// TestACopyIsAskedForBeforeAnybodyIsReplaced, once, and of every change that landed
// there is word.
func TestACopyIsAskedForBeforeAnybodyIsReplaced(t *testing.T) {
	s, err := bolt.Open(filepath.Join(t.TempDir(), "kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	k := &keepsBefore{}
	d := desk.New(s, func() string { return "n" }).Copied(k)
	k.looks = func(what desk.Irrevocable) {
		c, err := d.Client(t.Context(), "een")
		asked = append(asked, string(what)+" "+c.Name)
		if err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"Eerst", "Later"} {
		file, err := portable.Decode([]byte(`{"format": "kwi/1", "supplier": "B", "clients": [{"id": "een", "name": "` + name + `"}]}`))
		if err == nil {
			_, err = d.Import(t.Context(), name == "Later", file)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(asked, []string{"import Eerst"}) || k.changes != 2 {
		t.Errorf("asked for %q, %d changes", asked, k.changes)
	}
}

// TestWhyACopyWasNotKeptIsSaidInWords, in both languages.
func TestWhyACopyWasNotKeptIsSaidInWords(t *testing.T) {
	r := &invocation{Env: Env{Getenv: func(string) string { return "" }}}
	for kind, want := range map[fault.Kind][2]string{
		fault.NoRoom: {"de schijf is vol", "the disk is full"}, fault.ReadOnly: {"niet worden geschreven", "may not be written"},
		fault.Damaged: {"beschadigd", "damaged"}, fault.Locked: {"bezet", "busy"}, fault.Internal: {"lukte", "did not work"},
	} {
		for i, tag := range []string{"nl", "en"} {
			r.words = chooseLanguage([]string{"--lang", tag}, "", r.Getenv)
			if got := r.words.Uncopied("/map", fault.New(kind, "x")); !strings.Contains(got, want[i]) || !strings.Contains(got, "/map") {
				t.Errorf("%s: %q", kind, got)
			}
		}
	}
}
