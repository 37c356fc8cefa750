package bolt

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

// versionOne makes a data file as version 1 wrote it: without a log of changes.
func versionOne(t testing.TB) (path string, records []string) {
	t.Helper()
	s := filled(t, 150)
	records = storetest.Contents(t, s)
	db, err := bbolt.Open(s.Path(), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		return errors.Join(tx.DeleteBucket(logBucket), tx.Bucket(metaBucket).Delete(floorKey), setVersion(1)(tx))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return s.Path(), records
}

func TestEveryVersionLeadsToTheNext(t *testing.T) {
	if len(migrations) != Version-1 {
		t.Fatalf("%d migrations lead to version %d", len(migrations), Version)
	}
}

func TestMigrationFromVersionOne(t *testing.T) {
	for name, use := range map[string]func(*Store) error{
		"reading": func(s *Store) error { _, err := s.Get(context.Background(), "a"); return err },
		"writing": func(s *Store) error {
			_, err := s.Apply(context.Background(), storetest.Put("client/000/0a", 0, "new"))
			return err
		},
		"checking": func(s *Store) error { _, err := s.Check(context.Background()); return err },
	} {
		t.Run(name, func(t *testing.T) {
			path, records := versionOne(t)
			s := handle(t, path)
			if err := use(s); err != nil {
				t.Fatal(err)
			}
			copies := s.Copies()
			if len(copies) != 1 || copies[0].Cause != BeforeUpdate {
				t.Fatalf("there is %+v", copies)
			}
			if info, err := os.Stat(copies[0].Path); err != nil || !onWindows && info.Mode().Perm() != 0o600 {
				t.Errorf("the copy has mode %v, %v", info.Mode(), err)
			}
			kept := handle(t, copies[0].Path)
			AsItIs(kept)
			if found := storetest.Contents(t, kept); !slices.Equal(found, records) {
				t.Error("the copy is not the old file")
			}
			err := kept.within(t.Context(), kept.path, false, func(u *fileUse) error { return u.db.View(identified) })
			if !errors.Is(err, errOlder) {
				t.Errorf("the copy is of another version: %v", err)
			}
			found := slices.DeleteFunc(storetest.Contents(t, s), func(r string) bool { return r == "client/000/0a=new" })
			if !slices.Equal(found, records) {
				t.Error("the records are not what they were")
			}
			if _, err := s.Check(context.Background()); err != nil {
				t.Error(err)
			}
			if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"kwi.db", "kwi.db.copies"}) {
				t.Errorf("the folder holds %v", left)
			}
			if err := s.Watch(context.Background(), "", 0, nil); !errors.Is(err, store.ErrGone) {
				t.Errorf("Watch from before the migration: %v", err)
			}
		})
	}
}

func TestMigrationHappensOnce(t *testing.T) {
	path, records := versionOne(t)
	if err := os.WriteFile(path+".bak", []byte("kept earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if found := storetest.Contents(t, handle(t, path)); !slices.Equal(found, records) {
				t.Error("the records are not what they were")
			}
		})
	}
	all.Wait()
	if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"kwi.db", "kwi.db.bak", "kwi.db.copies"}) || len(names(t, path+".copies")) != 1 {
		t.Errorf("the folder holds %v", left)
	}
	if string(contents(t, path+".bak")) != "kept earlier" {
		t.Error("something kept earlier was overwritten")
	}
}

func TestAnOlderBackupIsTakenAndRestored(t *testing.T) {
	path, records := versionOne(t)
	s := filled(t, 5)
	if _, err := s.Restore(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	if found := storetest.Contents(t, s); !slices.Equal(found, records) {
		t.Error("the records are not what they were")
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("the folder of the backup holds %v", left)
	}
}
