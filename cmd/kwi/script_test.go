package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kwi/internal/example"
	"kwi/internal/portable"
)

// TestMain lets the scripts run this program under its own name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kwi": main})
}

// TestScripts runs the commands as a user does, each script in a folder of
// its own with the known cases in it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "KWI_LANG", "NO_COLOR"} {
				e.Setenv(name, "")
			}
			e.Setenv("KWI_FILE", filepath.Join(e.WorkDir, "kwi.db"))
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
			"oneline": oneLine, "narrow": narrow, "samejson": sameJSON,
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
