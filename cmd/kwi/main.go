// Command kwi helps a relationship manager to make customer value with their
// clients: what they expect, what is promised, what they noticed of it.
//
// This package only puts the program together: it hands the command line its
// surroundings, the interface its desk, and the root its list of places. It
// decides nothing about clients, screens or data itself.
package main

import (
	"context"
	"crypto/rand"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"kwi/internal/cli"
)

func main() {
	// Memory that is asked for and never touched, so that the system gives none. The collector begins when there is twice
	// of what it left the last time: without this, several times during a start, which took a fifth of that.
	headroom := make([]byte, 16<<20)
	log.SetOutput(io.Discard) // net/http writes there what a hub sends unasked, across whatever is on the screen
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends what does not listen
	code := cli.Run(ctx, environment(), os.Args[1:])
	runtime.KeepAlive(headroom)
	os.Exit(code)
}

// environment is the world outside as it is.
func environment() cli.Env {
	return cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Nonce: rand.Text, Version: version(), Config: os.UserConfigDir, Computer: os.Hostname, Terminal: term.IsTerminal(os.Stderr.Fd()) && canDraw(os.Getenv) == nil, OutTerminal: term.IsTerminal(os.Stdout.Fd()),
		InTerminal: term.IsTerminal(os.Stdin.Fd()), Secret: askSecret, Door: atDoor,
		Window: seenWindow, Documents: func() string { return documents(userHome()) },
		Cache: os.UserCacheDir, Size: terminalSize, Interactive: interactive, Screens: screens(), Show: showScreen,
	}
}

// version is what the go command noted when it built the program: the
// release, the commit and its day, the toolchain and the platform. What it did
// not note is left out.
func version() string {
	platform := runtime.GOOS + "/" + runtime.GOARCH
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel) " + runtime.Version() + " " + platform
	}
	noted := map[string]string{}
	for _, s := range info.Settings {
		noted[s.Key] = s.Value
	}
	parts := []string{info.Main.Version}
	if commit := noted["vcs.revision"]; commit != "" {
		day, _, _ := strings.Cut(noted["vcs.time"], "T")
		parts = append(parts, "("+strings.TrimSpace(commit[:min(12, len(commit))]+" "+day)+")")
	}
	return strings.Join(append(parts, info.GoVersion, platform), " ")
}
