//go:build !windows

package bolt

import (
	"os"
	"syscall"
)

// onWindows says whether a file that is open cannot be replaced.
const onWindows = false

var (
	fullErrors     = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnlyErrors = []syscall.Errno{syscall.EROFS}
	busyErrors     = []syscall.Errno{syscall.EWOULDBLOCK}
)

// unlock gives back the lock that bbolt took.
func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
