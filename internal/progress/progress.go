// Package progress is how far something is that takes a while: told by whoever
// does it, looked at by whoever shows it. A screen and a command show the same.
//
// It is pure and knows no other room.
package progress

import "sync/atomic"

// Told hears how far something is. It may be nil, and is called from whichever
// goroutine does the work.
type Told func(done, all int)

// Tell says how far it is.
func (t Told) Tell(done, all int) {
	if t != nil {
		t(done, all)
	}
}

// Part is the progress of one of several parts that come one after the other
// and take as long: the nth of so many.
func (t Told) Part(nth, of int) Told {
	if t == nil {
		return nil
	}
	return func(done, all int) { t((nth*all+done)/of, all) }
}

// Meter holds how far something is. The zero value is of something that has told
// nothing yet. It may be used from any goroutine.
type Meter struct{ far atomic.Uint64 } // how many are done, and of how many

// Tell says how far it is; it is a Told.
func (m *Meter) Tell(done, all int) {
	m.far.Store(uint64(uint32(max(done, 0)))<<32 | uint64(uint32(max(all, 0))))
}

// Far is how far it is; all is 0 while that is not known.
func (m *Meter) Far() (done, all int) {
	far := m.far.Load()
	return int(far >> 32), int(uint32(far))
}
