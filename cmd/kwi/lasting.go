package main

import (
	"io"
	"os"
	"time"

	"kwi/internal/crash"
	"kwi/internal/fault"
)

// lasting is the terminal's input, its reports whole. When it is gone, the
// program is told so and reads no more, instead of ending before it could
// keep what was typed.
type lasting struct {
	*os.File
	reports *reports
	last    *time.Time // when something was read
	gone    func()
	fell    func(*fault.Fault) // ends the program
}

// Read implements io.Reader. It may read nothing: whoever asks waits until
// something is there and asks again.
func (l lasting) Read(p []byte) (n int, err error) {
	defer func() { // it is no goroutine of ours
		if why := recover(); why != nil {
			l.fell(crash.Of(why))
			n, err = 0, io.EOF
		}
	}()
	room := (len(p) - longestReport*len(escKey)) / len(escKey) // an Esc becomes longer
	n, err = l.File.Read(p[:max(room, 1)])
	now := time.Now()
	if l.reports.wait() == reportWait && now.Sub(*l.last) > reportWait {
		l.reports.lapse() // nothing passes of a report that never ended
	}
	*l.last = now
	pass := l.reports.take(p[:n:n])
	for err == nil && l.reports.wait() == escWait && !waitReadable(l.File, escWait) {
		pass = append(pass, l.reports.lapse()...)
	}
	n = copy(p, pass)
	if err != nil {
		l.gone()
		return n, io.EOF
	}
	return n, nil
}
