//go:build linux || darwin

package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

func init() {
	children["full"] = saveUntilFull
	children["denied"] = saveDenied
}

// mustSucceed runs a child that returns an error when it did not see what it should.
func mustSucceed(t *testing.T, name, path string) {
	t.Helper()
	if said, err := child(t, name, path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// saveUntilFull saves until the limit of this process on the size of a file is met, then twice more.
func saveUntilFull(path string) error {
	limit := syscall.Rlimit{Cur: 3 << 20, Max: 3 << 20}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	return fillUp(s)
}

// fillUp saves until there is no space, and then wants every further save to fail in the same way.
func fillUp(s *Store) error {
	ctx := context.Background()
	for i := 0; ; i++ {
		value := strings.Repeat("x", 100_000)
		_, err := s.Apply(ctx, storetest.Put(fmt.Sprintf("a/%03d", i), 0, value), storetest.Put(fmt.Sprintf("b/%03d", i), 0, value))
		if err == nil {
			continue
		}
		for range 2 {
			if !errors.Is(err, store.ErrFull) {
				return fmt.Errorf("save %d: %w", i, err)
			}
			_, err = s.Apply(ctx, storetest.Put("big", 0, strings.Repeat("x", 1_000_000)))
		}
		if err := s.BackupFile(ctx, s.Path()+".copy"); err != nil && !errors.Is(err, store.ErrFull) {
			return fmt.Errorf("backup: %w", err)
		}
		return nil
	}
}

// allOrNothing wants every save to have come through wholly or not at all, and no draft to be left.
func allOrNothing(t *testing.T, path string) {
	t.Helper()
	s := handle(t, path)
	sum, err := s.Check(context.Background())
	if err != nil || sum.Records < 4 || sum.Records%2 != 0 {
		t.Fatalf("%+v, %v", sum, err)
	}
	for _, name := range names(t, filepath.Dir(path)) {
		if strings.HasSuffix(name, ".new") {
			t.Errorf("a draft was left: %s", name)
		}
	}
}

func TestNoSpaceForTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kwi.db")
	mustSucceed(t, "full", path)
	allOrNothing(t, path)
	if _, err := handle(t, path).Apply(context.Background(), storetest.Put("after", 0, strings.Repeat("x", 500_000))); err != nil {
		t.Errorf("a save with space again: %v", err)
	}
}

func saveDenied(folder string) error {
	if os.Getuid() == 0 {
		if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
			return err
		}
	}
	ctx := context.Background()
	var problems []error
	try := func(name string, kind error, do func(*Store) error) {
		s, err := Open(filepath.Join(folder, name))
		if err == nil {
			err = do(s)
		}
		if !errors.Is(err, kind) {
			problems = append(problems, fmt.Errorf("%s: %w, want %w", name, err, kind))
		}
	}
	put := func(s *Store) error { _, err := s.Apply(ctx, storetest.Put("new", 0, "1")); return err }
	get := func(s *Store) error { _, err := s.Get(ctx, "new"); return err }
	copied := func(s *Store) error { return s.BackupFile(ctx, filepath.Join(folder, "locked", "copy.db")) }
	for name, do := range map[string]func(*Store) error{"readable.db": put, "locked/kwi.db": put, "locked/deep/kwi.db": put} {
		try(name, store.ErrReadOnly, do)
	}
	try("readable.db", nil, get)
	try("readable.db", nil, func(s *Store) error { return s.Backup(ctx, &strings.Builder{}) })
	try("readable.db", store.ErrReadOnly, copied)
	try("secret.db", fs.ErrPermission, get)
	try("secret.db", fs.ErrPermission, put)
	return errors.Join(problems...)
}

func TestPermissions(t *testing.T) {
	outer := t.TempDir()
	folder := filepath.Join(outer, "f")
	s := filled(t, 5)
	good := contents(t, s.Path())
	err := errors.Join(
		os.Chmod(filepath.Dir(outer), 0o755), os.Mkdir(folder, 0o755),
		os.Mkdir(filepath.Join(folder, "locked"), 0o555),
		os.WriteFile(filepath.Join(folder, "readable.db"), good, 0o444),
		os.WriteFile(filepath.Join(folder, "secret.db"), good, 0o000),
	)
	if err != nil {
		t.Fatal(err)
	}
	mustSucceed(t, "denied", folder)
	if left := names(t, folder); len(left) != 3 {
		t.Errorf("the folder holds %v", left)
	}
}

func TestAPipeIsNoDataFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	everything(t, path, store.ErrForeign)
}
