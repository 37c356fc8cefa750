package bolt

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

func TestBackupWhileOthersSave(t *testing.T) {
	s := filled(t, 400)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { // Two records that are always put together: a copy must have both or none.
		var a, b store.Rev
		for ctx.Err() == nil {
			value := strings.Repeat("x", 3000)
			rev, err := s.Apply(context.Background(), storetest.Put("pair/a", a, value), storetest.Put("pair/b", b, value))
			if err != nil {
				ended <- err
				return
			}
			a, b = rev, rev
		}
		ended <- nil
	}()
	folder := t.TempDir()
	path := filepath.Join(folder, "copy.db")
	for range 10 {
		var b bytes.Buffer
		if err := errors.Join(s.Backup(context.Background(), &b), os.WriteFile(path+"2", b.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
		if err := s.BackupFile(context.Background(), path); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{path, path + "2"} {
			sum, err := handle(t, name).Check(context.Background())
			if err != nil || sum.Records < 390 {
				t.Fatalf("%d records, %v", sum.Records, err)
			}
			if pair, err := handle(t, name).Get(context.Background(), "pair/a", "pair/b"); err != nil || pair[0].Rev != pair[1].Rev {
				t.Fatalf("half a save: %v, %v", pair, err)
			}
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if left := append(names(t, folder), names(t, filepath.Dir(s.Path()))...); !slices.Equal(left, []string{"copy.db", "copy.db2", "kwi.db"}) {
		t.Errorf("files were left behind: %v", left)
	}
}

func TestBackupOverwritesBackupsOnly(t *testing.T) {
	ctx := context.Background()
	s := filled(t, 20)
	folder := t.TempDir()
	path := filepath.Join(folder, "copy.db")
	for range 2 {
		if err := s.BackupFile(ctx, path); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(path); err != nil || !onWindows && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has mode %v, %v", info.Mode(), err)
	}
	before := contents(t, s.Path())
	link := filepath.Join(folder, "link.db")
	if err := os.Link(s.Path(), link); err != nil {
		t.Fatal(err)
	}
	for _, own := range []string{s.Path(), link, filepath.Join(filepath.Dir(s.Path()), ".", "..", "data", "kwi.db")} {
		if err := s.BackupFile(ctx, own); !errors.Is(err, ErrSelf) {
			t.Errorf("a backup onto itself: %v", err)
		}
		if _, err := s.Restore(ctx, own); !errors.Is(err, ErrSelf) {
			t.Errorf("a restore from itself: %v", err)
		}
	}
	if !bytes.Equal(before, contents(t, s.Path())) {
		t.Error("the data file was changed")
	}
	if err := s.BackupFile(ctx, folder); !errors.Is(err, store.ErrForeign) {
		t.Errorf("a backup onto a folder: %v", err)
	}
	none := fresh(t)
	if err := none.BackupFile(ctx, path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a backup of nothing: %v", err)
	}
	if err := none.Backup(ctx, &bytes.Buffer{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a backup of nothing: %v", err)
	}
}

func TestRestore(t *testing.T) {
	ctx := context.Background()
	s := filled(t, 300)
	saved := storetest.Contents(t, s)
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := s.BackupFile(ctx, path); err != nil {
		t.Fatal(err)
	}
	at, err := s.Apply(ctx, storetest.Put("later", 0, "1"))
	if err != nil {
		t.Fatal(err)
	}
	later := storetest.Contents(t, s)
	kept, err := s.Restore(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if found := storetest.Contents(t, s); !slices.Equal(found, saved) {
		t.Error("the store is not what was saved")
	}
	if found := storetest.Contents(t, handle(t, kept)); !slices.Equal(found, later) {
		t.Error("what was replaced is not kept")
	}
	if _, err := s.Apply(ctx, storetest.Put("later", at, "2")); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a save upon what is gone: %v", err)
	}
	if rev, err := s.Apply(ctx, storetest.Put("later", 0, "2")); err != nil || rev <= at {
		t.Errorf("the revisions go on at %d after %d: %v", rev, at, err)
	}
	if err := s.Watch(ctx, "", at, nil); !errors.Is(err, store.ErrGone) {
		t.Errorf("Watch across a restore: %v", err)
	}
	again, err := s.Restore(ctx, path)
	if err != nil || again == kept {
		t.Errorf("the second restore keeps %s as %s: %v", kept, again, err)
	}
	if _, err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	if err := s.BackupFile(ctx, path); err != nil {
		t.Error(err)
	}
}

func TestRestoreInThePlaceOfNothingAndOfDamage(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "copy.db")
	source := filled(t, 30)
	saved := storetest.Contents(t, source)
	if err := source.BackupFile(ctx, path); err != nil {
		t.Fatal(err)
	}
	s := fresh(t)
	if kept, err := s.Restore(ctx, path); err != nil || kept != "" {
		t.Fatalf("kept %q, %v", kept, err)
	}
	if err := os.WriteFile(s.Path(), contents(t, s.Path())[:8192], 0o600); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Restore(ctx, path); err != nil || len(contents(t, kept)) != 8192 {
		t.Fatalf("kept %q, %v", kept, err)
	}
	if found := storetest.Contents(t, s); !slices.Equal(found, saved) {
		t.Error("the store is not what was saved")
	}
	bad := contents(t, path)
	copy(bad[len(bad)/4:], noise(len(bad)/4))
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(ctx, path); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a damaged backup: %v", err)
	}
	if found := storetest.Contents(t, s); !slices.Equal(found, saved) {
		t.Error("a restore that was refused changed the store")
	}
}

func TestCheck(t *testing.T) {
	ctx := context.Background()
	if sum, err := fresh(t).Check(ctx); err != nil || sum != (Summary{}) {
		t.Errorf("no file: %+v, %v", sum, err)
	}
	s := filled(t, 100)
	if sum, err := s.Check(ctx); err != nil || sum.Records != 98 || sum.Rev != 2 || sum.Size == 0 {
		t.Errorf("%+v, %v", sum, err)
	}
	path := filepath.Join(t.TempDir(), "kwi.db")
	ahead := kwiFile(t, func(tx *bbolt.Tx) error {
		return tx.Bucket(recordsBucket).Put([]byte("ahead"), encode("ahead", 1000, nil))
	})
	if err := os.WriteFile(path, ahead, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := handle(t, path).Check(ctx); !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), "ahead") {
		t.Errorf("a record from the future: %v", err)
	}
}

func TestRescue(t *testing.T) {
	ctx := context.Background()
	s := filled(t, 500)
	records := storetest.Contents(t, s)
	good := contents(t, s.Path())
	folder := t.TempDir()
	for name, harm := range map[string]func([]byte) []byte{
		"sound":        func(b []byte) []byte { return b },
		"without name": func(b []byte) []byte { return bytes.ReplaceAll(b, recordsBucket, []byte("recxrds")) },
		"without meta": func(b []byte) []byte { return append(make([]byte, 8192), b[8192:]...) },
	} {
		bad, to := filepath.Join(folder, name+".db"), filepath.Join(folder, name+".saved.db")
		if err := os.WriteFile(bad, harm(bytes.Clone(good)), 0o600); err != nil {
			t.Fatal(err)
		}
		done, err := handle(t, bad).Rescue(ctx, to)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := storetest.Contents(t, handle(t, to))
		missing := slices.DeleteFunc(slices.Clone(records), func(r string) bool { return slices.Contains(found, r) })
		if len(missing) > 0 || len(found) != done.Records || name == "sound" && (len(done.Strays) > 0 || done.Lost > 0) {
			t.Errorf("%s: %+v, %d records are missing", name, done, len(missing))
		}
		if _, err := handle(t, bad).Rescue(ctx, to); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: a rescue onto a file: %v", name, err)
		}
	}
	text := filepath.Join(folder, "text")
	if err := os.WriteFile(text, bytes.Repeat([]byte("Dear diary,\n"), 3000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := handle(t, text).Rescue(ctx, text+".saved"); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a rescue of a text: %v", err)
	}
	if left := names(t, folder); len(left) != 7 {
		t.Errorf("the folder holds %v", left)
	}
}
