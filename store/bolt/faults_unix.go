//go:build !windows

package bolt

import (
	"os"
	"syscall"
)

var (
	fullErrors     = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnlyErrors = []syscall.Errno{syscall.EROFS}
	busyErrors     = []syscall.Errno{syscall.EWOULDBLOCK}
)

// syncFolder makes a new name in a folder durable. A file system that cannot is no reason to fail.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
