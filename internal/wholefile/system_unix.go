//go:build !windows

package wholefile

import (
	"os"
	"syscall"
)

const onWindows = false

// running reports whether a process of this machine is there.
func running(id int) bool { return id <= 0 || syscall.Kill(id, 0) != syscall.ESRCH }

// syncFolder makes a new name in a folder durable. A file system that cannot
// is no reason to fail.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
