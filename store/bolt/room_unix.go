//go:build linux || darwin

package bolt

import "syscall"

// freeIn is how many bytes whoever runs the program may still write on the disk that a folder is on.
func freeIn(folder string) (free int64, known bool) {
	var disk syscall.Statfs_t
	if syscall.Statfs(folder, &disk) != nil {
		return 0, false
	}
	return int64(disk.Bavail) * int64(disk.Bsize), true //nolint:gosec,unconvert // no disk has that many, and the types differ by system
}
