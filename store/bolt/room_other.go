//go:build !linux && !darwin && !windows

package bolt

// freeIn is not known here.
func freeIn(string) (free int64, known bool) { return 0, false }
