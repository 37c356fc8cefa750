package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/store"
	"kwi/store/storetest"
)

// dated is a store on a clock of its own, which go sets.
func dated(t *testing.T) (s *Store, set func(string)) {
	t.Helper()
	s = fresh(t)
	save(t, s, "client/a", "0")
	set = func(at string) {
		now, err := time.ParseInLocation("2006-01-02 15:04:05", at, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		s.now = func() time.Time { return now }
	}
	set("2026-03-01 09:00:00")
	return s, set
}

func keep(t *testing.T, s *Store, cause Cause) Copy {
	t.Helper()
	c, err := s.KeepCopy(t.Context(), cause)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func namesOf(copies []Copy) (all []string) {
	for _, c := range copies {
		all = append(all, c.Name)
	}
	return all
}

func TestACopyOfADayIsMadeOnce(t *testing.T) {
	t.Parallel()
	s, set := dated(t)
	first := keep(t, s, Daily)
	if first.Name != "2026-03-01-day" || first.Cause != Daily || first.Size == 0 {
		t.Errorf("got %+v", first)
	}
	save(t, s, "client/a", "1")
	set("2026-03-01 17:00:00")
	keep(t, s, Daily)
	if found := storetest.Contents(t, handle(t, first.Path)); !slices.Equal(found, []string{"client/a=0"}) {
		t.Errorf("it was made once more: %q", found)
	}
	set("2026-03-02 08:00:00")
	keep(t, s, Daily)
	if got := namesOf(s.Copies()); !slices.Equal(got, []string{"2026-03-02-day", "2026-03-01-day"}) {
		t.Errorf("there is %q", got)
	}
	if onWindows {
		return
	}
	if info, err := os.Stat(s.CopyFolder()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(first.Path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v, %v", info.Mode(), err)
	}
}

// TestTenImportsPushNoDayOut: of the days the last ten stay, and of the others the last ten.
func TestTenImportsPushNoDayOut(t *testing.T) {
	t.Parallel()
	s, set := dated(t)
	for day := 1; day <= 12; day++ {
		set(time.Date(2026, 3, day, 9, 0, 0, 0, time.Local).Format("2006-01-02 15:04:05"))
		keep(t, s, Daily)
	}
	for n := range 12 {
		set(fmt.Sprintf("2026-03-12 10:00:%02d", n/2))
		keep(t, s, BeforeImport)
	}
	var days, others []string
	for _, name := range namesOf(s.Copies()) {
		if strings.HasSuffix(name, "-day") {
			days = append(days, name)
		} else {
			others = append(others, name)
		}
	}
	if len(days) != CopiesKept || days[0] != "2026-03-12-day" || days[9] != "2026-03-03-day" || len(others) != CopiesKept || others[0] != "2026-03-12-100005-import-2" || others[9] != "2026-03-12-100001-import" {
		t.Errorf("there is %q, %q", days, others)
	}
}

// TestACopyOfAClockThatWentBackStays, although all others are newer.
func TestACopyOfAClockThatWentBackStays(t *testing.T) {
	t.Parallel()
	s, set := dated(t)
	for day := 1; day <= 10; day++ {
		set(time.Date(2026, 3, day, 9, 0, 0, 0, time.Local).Format("2006-01-02 15:04:05"))
		keep(t, s, BeforeImport)
	}
	set("2020-01-01 00:00:00")
	if _, err := os.Stat(keep(t, s, BeforeImport).Path); err != nil {
		t.Error(err)
	}
}

func TestThereIsNoCopyOfNothing(t *testing.T) {
	t.Parallel()
	s := fresh(t)
	if c, err := s.KeepCopy(t.Context(), Daily); err != nil || c != (Copy{}) || len(s.Copies()) > 0 {
		t.Errorf("got %+v, %v", c, err)
	}
	if _, err := os.Stat(s.CopyFolder()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("there is a folder: %v", err)
	}
}

// TestADamagedFileIsKeptAsItIs before something, on a shelf of its own, and never as the copy of a day.
func TestADamagedFileIsKeptAsItIs(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	save(t, s, "client/a", "told apart")
	bad := bytes.ReplaceAll(contents(t, s.Path()), []byte("told apart"), []byte("told apert"))
	if err := os.WriteFile(s.Path(), bad, 0o600); err != nil {
		t.Fatal(err)
	}
	if c := keep(t, s, BeforeRepair); c.Cause != Damaged || !bytes.Equal(contents(t, c.Path), bad) {
		t.Errorf("got %+v", c)
	}
	if _, err := s.KeepCopy(t.Context(), Daily); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a copy of the day: %v", err)
	}
	if got := namesOf(s.Copies()); !slices.Equal(got, []string{"2026-03-01-090000-damaged"}) || len(names(t, s.CopyFolder())) != 1 {
		t.Errorf("there is %q, %q", got, names(t, s.CopyFolder()))
	}
}

// TestWhatWasRemovedIsInNoNewCopy: neither in a free page nor in the log of what changed.
func TestWhatWasRemovedIsInNoNewCopy(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	s, _ := dated(t)
	secret := strings.Repeat("Jan Weggehaald ", 700)
	save(t, s, "answers/a/JW", secret)
	save(t, s, "client/b", secret)
	found, err := s.Get(ctx, "answers/a/JW")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(ctx, store.Write{Op: store.Remove, Key: "answers/a/JW", Rev: found[0].Rev}); err != nil {
		t.Fatal(err)
	}
	save(t, s, "client/b", "gone")
	if !bytes.Contains(contents(t, s.Path()), []byte("Weggehaald")) {
		t.Fatal("the data file has no free page with it, so that this test shows nothing")
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	var b bytes.Buffer
	if err := errors.Join(s.BackupFile(ctx, copied), s.Backup(ctx, &b)); err != nil {
		t.Fatal(err)
	}
	kept := keep(t, s, BeforeImport)
	replaced, err := s.Restore(ctx, kept.Path)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"backup FILE": contents(t, copied), "backup -": b.Bytes(), "kept": contents(t, kept.Path), "replaced": contents(t, replaced)} {
		for _, word := range []string{"Weggehaald", "answers/a/JW"} {
			if bytes.Contains(file, []byte(word)) {
				t.Errorf("%s still has %q", name, word)
			}
		}
	}
	if found := storetest.Contents(t, s); !slices.Equal(found, []string{"client/a=0", "client/b=gone"}) {
		t.Errorf("the copy holds %q", found)
	}
}

// TestCopiesOfEarlierVersionsAreAmongThem, and nothing else that lies there.
func TestCopiesOfEarlierVersionsAreAmongThem(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	keep(t, s, Replaced)
	for _, name := range []string{".bak", ".bak2", ".bakery", ".bak2.txt", ".copies/notes.txt", ".copies/2026-03-01-day.txt"} {
		if err := os.WriteFile(s.Path()+name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, c := range s.Copies() {
		got = append(got, c.Name+" "+string(c.Cause))
	}
	slices.Sort(got)
	if !slices.Equal(got, []string{"2026-03-01-090000-restore restore", "kwi.db.bak earlier", "kwi.db.bak2 earlier"}) {
		t.Errorf("there is %q", got)
	}
}

// TestAKeptCopyIsReadAsItIs, of whatever version, and never written to.
func TestAKeptCopyIsReadAsItIs(t *testing.T) {
	t.Parallel()
	path, records := versionOne(t)
	before := contents(t, path)
	s := handle(t, path)
	AsItIs(s)
	if found := storetest.Contents(t, s); !slices.Equal(found, records) {
		t.Error("it is not read")
	}
	if _, err := s.Apply(t.Context(), storetest.Put("client/new", 0, "1")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a save: %v", err)
	}
	if _, err := s.Check(t.Context()); err == nil {
		t.Error("a check would have made it newer")
	}
	if !bytes.Equal(before, contents(t, path)) || len(names(t, filepath.Dir(path))) != 1 {
		t.Error("it was changed")
	}
}

// TestAFileThatCannotBeCopiedIsMadeNewerAllTheSame, which is told once.
func TestAFileThatCannotBeCopiedIsMadeNewerAllTheSame(t *testing.T) {
	t.Parallel()
	path, records := versionOne(t)
	if err := os.WriteFile(path+".copies", nil, 0o600); err != nil { // a file where the folder would be
		t.Fatal(err)
	}
	s := handle(t, path)
	if found := storetest.Contents(t, s); !slices.Equal(found, records) {
		t.Error("it cannot be read")
	}
	if s.Uncopied() == nil || s.Uncopied() != nil {
		t.Error("it is not told once")
	}
}

// TestARestoreSaysSince which revision the file is another one.
func TestARestoreSaysSince(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	if at, err := s.Restored(t.Context()); at != 0 || err != nil {
		t.Errorf("got %d, %v", at, err)
	}
	before, _ := s.Apply(t.Context())
	if _, err := s.Restore(t.Context(), keep(t, s, BeforeImport).Path); err != nil {
		t.Fatal(err)
	}
	after, _ := s.Apply(t.Context())
	if at, err := s.Restored(t.Context()); at <= before || at != after || err != nil {
		t.Errorf("got %d between %d and %d, %v", at, before, after, err)
	}
}
