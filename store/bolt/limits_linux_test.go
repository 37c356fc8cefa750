package bolt

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// TestNoSpaceOnTheDisk needs the right to mount; the test with a limit on the file stands in where that is missing.
func TestNoSpaceOnTheDisk(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	defer func() { _ = syscall.Unmount(folder, 0) }()
	path := filepath.Join(folder, "kwi.db")
	if err := fillUp(handle(t, path)); err != nil {
		t.Fatal(err)
	}
	allOrNothing(t, path)
}

// TestADiskThatBecomesReadOnlyUnderWay needs that right too: a save is refused and told as such, what is there can be
// read, and once the disk may be written to again the next save works.
func TestADiskThatBecomesReadOnlyUnderWay(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	defer func() { _ = syscall.Unmount(folder, 0) }()
	s := handle(t, filepath.Join(folder, "kwi.db"))
	if _, err := s.Apply(t.Context(), storetest.Put("a", 0, "1")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=4m"); err != nil {
		t.Skip("no disk can be made read-only here:", err)
	}
	if _, err := s.Apply(t.Context(), storetest.Put("b", 0, "1")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a save on a read-only disk: %v", err)
	}
	if sum, err := handle(t, s.Path()).Check(t.Context()); err != nil || sum.Records != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT, "size=4m"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), storetest.Put("b", 0, "1")); err != nil {
		t.Errorf("a save once it may be written to: %v", err)
	}
}
