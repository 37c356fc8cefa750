package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"github.com/charmbracelet/x/term"

	"kwi/internal/cli"
	"kwi/internal/crash"
	"kwi/internal/fault"
)

// longestShown is for how many milliseconds a question waits at most for the terminal to
// show no longer what is typed: that may be so already.
const longestShown = 500

// askSecret asks for a passphrase on the terminal itself, wherever standard input and
// output lead, and shows nothing of what is typed.
func askSecret(ctx context.Context, question string) (string, error) {
	in, out, err := ownTerminal()
	if err != nil {
		return "", cli.ErrNoTerminal
	}
	was, err := term.GetState(in.Fd())
	if err != nil {
		return "", cli.ErrNoTerminal
	}
	type line struct {
		typed []byte
		err   error
	}
	read := make(chan line, 1)
	crash.Go(func() {
		typed, err := term.ReadPassword(in.Fd())
		read <- line{typed, err}
	}, func(f *fault.Fault) { read <- line{err: f} })
	for range longestShown { // who answers at once shows nothing either
		if now, err := term.GetState(in.Fd()); err != nil || *now != *was || len(read) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if _, err := fmt.Fprint(out, question+" "); err != nil {
		return "", err
	}
	select {
	case l := <-read:
		_, _ = fmt.Fprintln(out)
		_ = in.Close()
		if errors.Is(l.err, io.EOF) {
			l.err = nil // nothing was typed
		}
		return string(l.typed), l.err
	case <-ctx.Done():
		_ = term.Restore(in.Fd(), was) // somebody still waits to read, so that it stays open
		_, _ = fmt.Fprintln(out)
		return "", ctx.Err()
	}
}

// ownTerminal is the terminal that the program runs in.
func ownTerminal() (in, out *os.File, err error) {
	if runtime.GOOS == "windows" {
		if in, err = os.OpenFile("CONIN$", os.O_RDWR, 0); err == nil {
			out, err = os.OpenFile("CONOUT$", os.O_WRONLY, 0)
		}
		return in, out, err
	}
	in, err = os.OpenFile("/dev/tty", os.O_RDWR, 0)
	return in, in, err
}
