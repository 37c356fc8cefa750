package desk

// Progress hears how far something that takes a while is. It may be nil, and
// is called from whichever goroutine does the work.
type Progress func(done, all int)

// Tell says how far it is.
func (p Progress) Tell(done, all int) {
	if p != nil {
		p(done, all)
	}
}

// Part is the progress of one of several parts that come one after the other
// and take as long: the nth of so many.
func (p Progress) Part(nth, of int) Progress {
	if p == nil {
		return nil
	}
	return func(done, all int) { p((nth*all+done)/of, all) }
}
