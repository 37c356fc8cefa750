//go:build unix

package main

import (
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// waitReadable reports whether something can be read from a file within a time, or
// reading it fails, which is for whoever reads to find.
func waitReadable(f *os.File, within time.Duration) bool {
	end := time.Now().Add(within)
	for {
		var set unix.FdSet
		set.Set(int(f.Fd()))
		left := unix.NsecToTimeval(max(time.Until(end), 0).Nanoseconds())
		n, err := unix.Select(int(f.Fd())+1, &set, nil, nil, &left)
		if err != unix.EINTR {
			return n != 0 || err != nil
		}
	}
}
