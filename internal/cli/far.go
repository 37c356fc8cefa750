package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"kwi/internal/cells"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/progress"
)

// far tells on one line of the terminal how far a command is that takes longer than
// a second, and how to stop it. The line goes whenever something else is said, and
// is gone when the command ends. Where standard error is no terminal there is none.
type far struct {
	to    io.Writer
	words *lang.Words
	name  string // of the command
	begun time.Time
	now   func() time.Time

	progress.Meter        // of what, where that is known
	unit           string // of what it counts, a key; "" says only how many

	lock  sync.Mutex
	shown bool // the line stands there
	quiet bool // a question waits for an answer
	ended chan struct{}
	over  <-chan struct{} // nothing looks at the clock any more
	fell  *fault.Fault    // what fell while it did
}

// When the line comes, how often it is drawn anew, and how wide it is at most.
const (
	farFirst = time.Second
	farNext  = 250 * time.Millisecond
	farWide  = 79
)

// emptyLine takes a line of a terminal away.
const emptyLine = "\r\x1b[K"

// begin looks at the clock until end.
func (f *far) begin() {
	f.ended = make(chan struct{})
	f.over = crash.Go(func() {
		wait := time.NewTimer(farFirst)
		defer wait.Stop()
		for {
			select {
			case <-f.ended:
				return
			case <-wait.C:
				f.draw()
				wait.Reset(farNext)
			}
		}
	}, func(fell *fault.Fault) { f.fell = fell })
}

// end takes the line away. The command did what it did where the line fell, of which
// the fault is.
func (f *far) end() *fault.Fault {
	close(f.ended)
	<-f.over
	f.lock.Lock()
	defer f.lock.Unlock()
	f.quiet = true
	f.clear()
	return f.fell
}

// Tell says how far it is; it is a progress.Told. No command has to.
func (f *far) Tell(done, all int) {
	if f != nil {
		f.Meter.Tell(done, all)
	}
}

// counting is the progress of what is counted in a unit, whose key that is.
func (f *far) counting(unit string) progress.Told {
	if f == nil {
		return nil
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	f.unit = unit
	return f.Tell
}

// The units.
const (
	inClients   = "cli.far.clients"
	inMegabytes = "cli.far.megabytes"
	inMails     = "cli.far.mails"
)

// half is the progress of one of two halves: making, and writing.
func (r *invocation) half(nth int) progress.Told { return progress.Told(r.far.Tell).Part(nth, 2) }

// asks keeps the line away while a question waits for an answer.
func (f *far) asks(waiting bool) {
	if f == nil {
		return
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	f.quiet = waiting
	f.clear()
}

func (f *far) draw() {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.quiet {
		return
	}
	line := f.words.T("cli.far.time", f.name, f.words.Int(int(f.now().Sub(f.begun)/time.Second)))
	if done, all := f.Far(); all > 0 {
		of := f.words.Int(all)
		if f.unit != "" {
			of += " " + f.words.T(f.unit)
		}
		line = f.words.T("cli.far.count", f.name, f.words.Int(min(done, all)), of)
	}
	f.shown = true
	_, _ = fmt.Fprint(f.to, emptyLine+cells.Line(line, farWide))
}

func (f *far) clear() {
	if f.shown {
		f.shown = false
		_, _ = fmt.Fprint(f.to, emptyLine)
	}
}

// besides is what a command says beside the line, which makes room for it.
type besides struct {
	far *far
	to  io.Writer
}

// Write implements io.Writer.
func (b besides) Write(p []byte) (int, error) {
	b.far.lock.Lock()
	defer b.far.lock.Unlock()
	b.far.clear()
	return b.to.Write(p)
}

// telling does a command, and tells how far it is where that takes long.
func (r *invocation) telling(name string, do func() error) error {
	if !r.Terminal {
		return do()
	}
	f := &far{to: r.Err, words: r.words, name: "kwi " + name, begun: time.Now(), now: time.Now}
	out, err := r.Out, r.Err
	r.far, r.Out, r.Err = f, besides{f, out}, besides{f, err}
	f.begin()
	defer func() {
		fell := f.end()
		r.far, r.Out, r.Err = nil, out, err
		if fell != nil {
			fmt.Fprintln(r.Err, r.sentence(r.fell(fell)))
		}
	}()
	return do()
}
