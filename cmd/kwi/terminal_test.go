//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/charmbracelet/x/xpty"
)

// window is the real program in a pseudo-terminal, with an emulator that
// keeps the screen as a user would see it.
type window struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *xpty.UnixPty
	before *term.State  // of the terminal
	mu     sync.Mutex   // of the next two
	screen *vt.Emulator // what a user would see
	wrote  bytes.Buffer // all that the program wrote
	closes atomic.Bool  // the window is closed as soon as the program writes again
	ended  chan error
}

// run starts the program in a terminal of 80×24.
func run(t *testing.T, binary string, env []string, args ...string) *window {
	t.Helper()
	return runBy(t, nil, binary, env, args...)
}

// runAs starts it as a user to whom files of this one are closed.
func runAs(t *testing.T, binary string, env []string, args ...string) *window {
	t.Helper()
	if os.Getuid() != 0 {
		return run(t, binary, env, args...)
	}
	return runBy(t, &syscall.Credential{Uid: 65534, Gid: 65534}, binary, env, args...)
}

func runBy(t *testing.T, who *syscall.Credential, binary string, env []string, args ...string) *window {
	t.Helper()
	pty, err := xpty.NewUnixPty(80, 24)
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	s := &window{t: t, pty: pty, screen: vt.NewEmulator(80, 24), ended: make(chan error, 1)}
	if s.before, err = term.GetState(pty.Slave().Fd()); err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(binary, args...)
	s.cmd.Env = append([]string{"TERM=xterm-256color", "HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}, env...)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Credential: who}
	if err := pty.Start(s.cmd); err != nil {
		t.Fatal(err)
	}
	go func() { // what the emulator answers to queries
		_, _ = io.Copy(pty, s.screen)
	}()
	go func() {
		b := make([]byte, 64<<10)
		for {
			n, err := pty.Read(b)
			s.mu.Lock()
			s.wrote.Write(b[:n])
			_, _ = s.screen.Write(b[:n])
			s.mu.Unlock()
			if s.closes.Load() {
				_ = pty.Close()
			}
			if err != nil {
				return
			}
		}
	}()
	go func() { s.ended <- s.cmd.Wait() }()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = pty.Close()
		if pipe, ok := s.screen.InputPipe().(io.Closer); ok {
			_ = pipe.Close() // ends the copying of answers
		}
	})
	return s
}

// shown is the screen as text.
func (s *window) shown() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// sent is all that the program wrote.
func (s *window) sent() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrote.String()
}

// bare is where the first cell stands that has no ground of its own, "" where all have.
func (s *window) bare() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for y := range 24 {
		for x := range 80 {
			if cell := s.screen.CellAt(x, y); cell == nil || cell.Style.Bg == nil {
				return fmt.Sprintf("%d, %d", x, y)
			}
		}
	}
	return ""
}

// taken reports whether the program has the whole screen for itself.
func (s *window) taken() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.IsAltScreen()
}

// see waits until a text stands on the screen.
func (s *window) see(text string) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(s.shown(), text) {
			return
		}
	}
	s.t.Fatalf("%q does not stand on the screen:\n%s", text, s.shown())
}

// press types keys as a terminal sends them.
func (s *window) press(keys string) {
	s.t.Helper()
	if _, err := s.pty.Write([]byte(keys)); err != nil {
		s.t.Fatal(err)
	}
}

// end waits until the program ends and returns its exit status.
func (s *window) end() int {
	s.t.Helper()
	select {
	case <-s.ended:
		return s.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		s.t.Fatalf("it does not end:\n%s", s.shown())
		return -1
	}
}

// restored asks that the terminal is as it was before the program.
func (s *window) restored() {
	s.t.Helper()
	after, err := term.GetState(s.pty.Slave().Fd())
	if err != nil {
		s.t.Fatal(err)
	}
	if !reflect.DeepEqual(s.before, after) {
		s.t.Error("the terminal is not set as it was")
	}
	for end := time.Now().Add(patience); s.taken(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatal("the program's screen is still there")
		}
	}
}

// pause lets somebody think for two beats of the clock.
func (s *window) pause() { time.Sleep(2500 * time.Millisecond) }
