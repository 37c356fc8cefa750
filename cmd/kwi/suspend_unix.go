//go:build unix

package main

import (
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"kwi/internal/crash"
	"kwi/internal/fault"
)

// suspension is what makes room for the shell until it calls back; nil where no
// shell waits that could: a terminal that runs the program itself.
//
// Bubble Tea gives the terminal back before it and takes it again after. Its own
// way to suspend ends in the signal that we listen to, which Go gives to nobody else
// once somebody listened.
func suspension() tea.Cmd {
	leader, err := unix.Getsid(0)
	if err != nil || leader == unix.Getpgrp() || unix.Kill(leader, 0) != nil {
		return nil
	}
	return tea.Exec(stopping{}, nil)
}

// stopping stops the program, and those that wait for it in front of the shell.
type stopping struct{}

// Run implements tea.ExecCommand. It returns when the shell calls back: the stop
// itself may come a moment after it is asked for.
func (stopping) Run() error {
	back := make(chan os.Signal, 1)
	signal.Notify(back, syscall.SIGCONT)
	defer signal.Stop(back)
	if err := unix.Kill(0, unix.SIGSTOP); err != nil {
		return os.NewSyscallError("kill", err)
	}
	<-back
	return nil
}

// SetStdin implements tea.ExecCommand; a shell has its own.
func (stopping) SetStdin(io.Reader) {}

// SetStdout implements tea.ExecCommand.
func (stopping) SetStdout(io.Writer) {}

// SetStderr implements tea.ExecCommand.
func (stopping) SetStderr(io.Writer) {}

// listenSuspend suspends when another program asks for it, until done.
func listenSuspend(send func(tea.Msg), done <-chan struct{}) {
	stops := make(chan os.Signal, 1)
	signal.Notify(stops, syscall.SIGTSTP)
	crash.Go(func() {
		defer signal.Stop(stops)
		for {
			select {
			case <-done:
				return
			case <-stops:
				if suspend := suspension(); suspend != nil {
					send(suspend())
				}
			}
		}
	}, func(f *fault.Fault) { send(caughtPanic{f}) })
}
