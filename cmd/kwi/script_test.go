package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kwi/internal/example"
	"kwi/internal/portable"
)

// TestMain lets the scripts run this program under its own name, and others one that
// falls.
func TestMain(m *testing.M) {
	if os.Getenv(falls) != "" {
		os.Exit(fallingProgram())
	}
	testscript.Main(tidy{m}, map[string]func(){"kwi": main})
}

// tidy takes away what the tests made together.
type tidy struct{ *testing.M }

// Run runs the tests.
func (m tidy) Run() int {
	// What a journey has in hand is a few megabytes, with which the collector
	// would run for every few keys.
	debug.SetGCPercent(800)
	defer func() { _ = os.RemoveAll(workshop) }()
	return m.M.Run()
}

// workshop is the folder of what the tests make together, "" as long as they
// made nothing.
var workshop string

// program is the path of the real program, built once for all tests and as it
// is given to users: with the race detector in it, it would take ten times as
// long to start, and whoever drives it from outside starts it often.
var program = sync.OnceValues(func() (string, error) {
	var err error
	if workshop, err = os.MkdirTemp("", "kwi-built-"); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	binary := filepath.Join(workshop, "kwi")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	if said, err := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, said)
	}
	return binary, nil
})

// build makes the real program.
func build(t testing.TB) string {
	t.Helper()
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

// TestScripts runs the commands as a user does, each script in a folder of
// its own with the known cases in it.
func TestScripts(t *testing.T) {
	built := ""
	if raced {
		built = build(t)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "KWI_LANG", "NO_COLOR"} {
				e.Setenv(name, "")
			}
			if raced {
				e.Setenv("PATH", filepath.Dir(built)+string(filepath.ListSeparator)+e.Getenv("PATH"))
			}
			e.Setenv("KWI_FILE", filepath.Join(e.WorkDir, "kwi.db"))
			e.Setenv("KWI_SETTINGS", filepath.Join(e.WorkDir, "settings.json"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			for _, name := range []string{"newmedia.json", "worked.json"} {
				text, err := os.ReadFile(filepath.Join("..", "..", "internal", "portable", "testdata", name))
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), text, 0o600); err != nil {
					return err
				}
			}
			return writeExample(filepath.Join(e.WorkDir, "example.json"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"oneline": oneLine, "narrow": narrow, "samejson": sameJSON, "fill": fillList,
		},
	})
}

// writeExample writes the portfolio of kwi demo as a file to import.
func writeExample(name string) error {
	var b bytes.Buffer
	if err := portable.Write(&b, example.Portfolio("nl", "2026-11-24")); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o600)
}

// oneLine asks that standard error is one line, with a sentence on it.
func oneLine(ts *testscript.TestScript, _ bool, _ []string) {
	text := ts.ReadFile("stderr")
	if strings.Count(text, "\n") != 1 || !strings.HasSuffix(text, ".\n") {
		ts.Fatalf("not one sentence on one line: %q", text)
	}
}

// narrow asks that no line of standard output is wider than so many columns.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	most, err := strconv.Atoi(args[0])
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > most {
			ts.Fatalf("%d wide, not %d: %s", n, most, line)
		}
	}
}

// sameJSON compares standard output with a file, whatever the white space.
func sameJSON(ts *testscript.TestScript, _ bool, args []string) {
	var got, want any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &got))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &want))
	if !reflect.DeepEqual(got, want) {
		ts.Fatalf("not as in %s:\n%s", args[0], ts.ReadFile("stdout"))
	}
}
