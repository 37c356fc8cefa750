package bolt

import (
	"os"
	"syscall"
)

// onWindows says whether a file that is open cannot be replaced.
const onWindows = true

// The numbers are ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_WRITE_PROTECT, ERROR_SHARING_VIOLATION and
// ERROR_LOCK_VIOLATION of the Windows headers.
var (
	fullErrors     = []syscall.Errno{39, 112}
	readOnlyErrors = []syscall.Errno{19}
	busyErrors     = []syscall.Errno{32, 33}
)

// unlock has nothing to do: closing a file gives its locks back.
func unlock(*os.File) {}
