package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

func TestTheFileIsMadeByTheFirstSave(t *testing.T) {
	ctx := context.Background()
	s := fresh(t)
	folder := filepath.Dir(s.Path())
	if found := storetest.Contents(t, s); found != nil {
		t.Errorf("no file holds %v", found)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 5, "1")); !errors.Is(err, store.ErrConflict) {
		t.Error(err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("the folder was made without a save: %v", err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]os.FileMode{folder: 0o700, s.Path(): 0o600} {
		if info, err := os.Stat(path); err != nil || !onWindows && info.Mode().Perm() != mode {
			t.Errorf("%s has mode %v, want %v, %v", path, info.Mode(), mode, err)
		}
	}
	if left := names(t, folder); !slices.Equal(left, []string{"kwi.db"}) {
		t.Errorf("the folder holds %v", left)
	}
}

func TestASymbolicLinkIsFollowed(t *testing.T) {
	s := filled(t, 3)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Skip(err)
	}
	through := handle(t, link)
	if _, err := through.Apply(context.Background(), storetest.Put("linked", 0, "1")); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(storetest.Contents(t, s), "linked=1") {
		t.Error("the save did not reach the file")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

func TestALinkThatLeadsNowhereIsAnError(t *testing.T) {
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(filepath.Join(t.TempDir(), "none", "kwi.db"), link); err != nil {
		t.Skip(err)
	}
	if _, err := handle(t, link).Apply(context.Background(), storetest.Put("a", 0, "1")); err == nil {
		t.Error("a save went nowhere")
	}
}

// TestLocked holds the file as another program would. No handle waits, so no time is measured.
func TestLocked(t *testing.T) {
	ctx := context.Background()
	path := filled(t, 3).Path()
	s := handle(t, path)
	s.wait = 0
	writer, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(ctx, "a"); !errors.Is(err, store.ErrLocked) {
		t.Errorf("Get beside a writer: %v", err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); !errors.Is(err, store.ErrLocked) {
		t.Errorf("Apply beside a writer: %v", err)
	}
	patient := handle(t, path)
	waiting, cancel := context.WithCancel(ctx)
	time.AfterFunc(5*time.Millisecond, cancel)
	if _, err := patient.Get(waiting, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("Get cancelled while it waits: %v", err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(ctx, "a"); err != nil {
		t.Errorf("Get beside a reader: %v", err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); !errors.Is(err, store.ErrLocked) {
		t.Errorf("Apply beside a reader: %v", err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); err != nil {
		t.Errorf("Apply alone: %v", err)
	}
}

// TestAPanicOfTheCallerIsTheCallers: a mistake in a callback must not be taken for a damaged file, nor keep the lock.
func TestAPanicOfTheCallerIsTheCallers(t *testing.T) {
	s := filled(t, 3)
	func() {
		defer func() {
			if cause := recover(); cause != "mistake" {
				t.Errorf("recovered %v", cause)
			}
		}()
		_ = s.Scan(context.Background(), "", func(store.Record) error { panic("mistake") })
	}()
	s.wait = 0
	if _, err := s.Apply(context.Background(), storetest.Put("a", 0, "1")); err != nil {
		t.Error(err)
	}
}

func TestAFileThatVanishesOrIsReplaced(t *testing.T) {
	ctx := context.Background()
	s, other := filled(t, 10), filled(t, 2)
	if err := os.Rename(other.Path(), s.Path()); err != nil {
		t.Fatal(err)
	}
	if found := storetest.Contents(t, s); len(found) != 2 {
		t.Errorf("the store holds %v", found)
	}
	if err := os.Remove(s.Path()); err != nil {
		t.Fatal(err)
	}
	if found := storetest.Contents(t, s); found != nil {
		t.Errorf("the store holds %v", found)
	}
	if err := s.Watch(ctx, "", 1, nil); !errors.Is(err, store.ErrGone) {
		t.Errorf("Watch of a file that is gone: %v", err)
	}
	if err := os.WriteFile(s.Path(), []byte("Dear diary,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a", 0, "1")); !errors.Is(err, store.ErrForeign) {
		t.Errorf("Apply: %v", err)
	}
}

// TestAFileOverwrittenBetweenSaves is about a file that keeps its name and gets other contents.
func TestAFileOverwrittenBetweenSaves(t *testing.T) {
	ctx := context.Background()
	s := filled(t, 50)
	old, records := contents(t, s.Path()), storetest.Contents(t, s)
	for range 3 {
		rev, err := s.Apply(ctx, storetest.Put("later", 0, "1"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(s.Path(), old, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(ctx, storetest.Put("later", rev, "2")); !errors.Is(err, store.ErrConflict) {
			t.Fatalf("a save upon what is gone: %v", err)
		}
		if found := storetest.Contents(t, s); !slices.Equal(found, records) {
			t.Fatal("the store is not what the file was overwritten with")
		}
	}
	for _, foreign := range [][]byte{[]byte("Dear diary,\n"), noise(len(old)), bboltFile(t, &bbolt.Options{NoFreelistSync: true}, theirs)} {
		if err := os.WriteFile(s.Path(), foreign, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(ctx, storetest.Put("later", 0, "1")); !errors.Is(err, store.ErrForeign) {
			t.Errorf("Apply: %v", err)
		}
		if !bytes.Equal(contents(t, s.Path()), foreign) {
			t.Error("a foreign file was changed")
		}
	}
}

func TestAWatchBeginsBeforeTheFile(t *testing.T) {
	s := fresh(t)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	var told []string
	go func() {
		ended <- s.Watch(ctx, "", 0, func(keys []string, _ store.Rev) { told = keys; cancel() })
	}()
	if _, err := handle(t, s.Path()).Apply(ctx, storetest.Put("a", 0, "1")); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; !errors.Is(err, context.Canceled) || !slices.Equal(told, []string{"a"}) {
		t.Errorf("Watch told %v and ended with %v", told, err)
	}
}

func TestTheLogIsBounded(t *testing.T) {
	ctx := context.Background()
	s := fresh(t)
	s.keep = 10
	var last store.Rev
	for range 200 {
		rev, err := s.Apply(ctx, storetest.Put("a", last, "1"))
		if err != nil {
			t.Fatal(err)
		}
		last = rev
	}
	err := s.read(ctx, func(_ *fileUse, p *paged) error {
		entries := 0
		if err := p.scan(logBucket, nil, nil, func(_, _ []byte) error { entries++; return nil }); err != nil {
			return err
		}
		if floor := readMeta(p, floorKey); uint64(last)-floor != uint64(entries) || entries < 10 || entries >= 10+logTrim {
			t.Errorf("the log holds %d entries from %d to %d", entries, floor, last)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := s.Watch(ctx, "", 1, nil); !errors.Is(err, store.ErrGone) {
		t.Errorf("Watch from long ago: %v", err)
	}
	if _, at, err := s.since(ctx, "", last-10); err != nil || at != last {
		t.Errorf("changes up to %d, %v", at, err)
	}
}

func TestDefaultPath(t *testing.T) {
	home := func() (string, error) { return filepath.FromSlash("/home/k"), nil }
	env := map[string]string{"LOCALAPPDATA": `C:\local`, "XDG_DATA_HOME": "/xdg"}
	if filepath.Separator == '\\' {
		env["XDG_DATA_HOME"] = `C:\xdg`
	}
	for _, c := range []struct {
		system, variable, want string
	}{
		{"linux", "", "/home/k/.local/share"}, {"linux", "XDG_DATA_HOME", env["XDG_DATA_HOME"]},
		{"darwin", "XDG_DATA_HOME", "/home/k/Library/Application Support"},
		{"windows", "LOCALAPPDATA", `C:\local`}, {"windows", "", "/home/k/AppData/Local"},
	} {
		get := func(name string) string {
			if name == c.variable {
				return env[name]
			}
			return ""
		}
		if folder, err := dataFolder(c.system, get, home); err != nil || folder != filepath.FromSlash(c.want) {
			t.Errorf("%s: %s, %v", c.system, folder, err)
		}
	}
	relative := func(string) string { return "data" }
	if folder, _ := dataFolder("linux", relative, home); folder != filepath.FromSlash("/home/k/.local/share") {
		t.Errorf("a relative folder was taken: %s", folder)
	}
}
