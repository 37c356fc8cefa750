package bolt

import (
	"path/filepath"
	"syscall"
	"testing"
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
