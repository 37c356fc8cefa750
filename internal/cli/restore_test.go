package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheListOfCopiesSaysOfEachWhatItIs: number, day, cause, size and clients, the
// newest first; for programs too.
func TestTheListOfCopiesSaysOfEachWhatItIs(t *testing.T) {
	e, out, said := env(t)
	mustRun(t, e, said, "restore")
	if out.Len() > 0 || !strings.Contains(said.String(), "nog geen kopieën") {
		t.Errorf("of none it says %q, %q", out, said)
	}
	one := portfolioFile(t, "een")
	mustRun(t, e, said, "import", one)
	mustRun(t, e, said, "import", one, "--replace")
	if err := os.WriteFile(e.Getenv("KWI_FILE")+".bak", []byte("none"), 0o600); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	mustRun(t, e, said, "--lang", "en", "restore")
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, want := range []string{"first change of the day", "before an import that replaced clients", "kept by an earlier version of kwi"} {
		if len(lines) != 3 || !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if !strings.Contains(out.String(), "1 client · 2026-11-24-120000-import") || !strings.Contains(out.String(), "cannot be read · kwi.db.bak") {
		t.Errorf("got\n%s", out)
	}
	out.Reset()
	mustRun(t, e, said, "restore", "--json")
	var list copiesJSON
	if err := json.Unmarshal(out.Bytes(), &list); err != nil || len(list.Copies) != 3 || list.Copies[0].Number != 1 || list.Copies[0].Size == 0 {
		t.Errorf("%v in %s", err, out)
	}
	if code := Run(t.Context(), e, []string{"restore", "1", "--json"}); code != misuse {
		t.Errorf("exit %d", code)
	}
}

// TestACopyIsPutBackByNumberAndByName, and it is said what stood there and where that is.
func TestACopyIsPutBackByNumberAndByName(t *testing.T) {
	for _, asked := range []string{"2026-11-24-120000-import", "2026-11-24-120000-import.db", "number"} {
		e, out, said := env(t)
		one := portfolioFile(t, "een")
		mustRun(t, e, said, "import", one)
		mustRun(t, e, said, "import", one, "--replace")
		mustRun(t, e, said, "import", portfolioFile(t, "twee"))
		if asked == "number" {
			out.Reset()
			mustRun(t, e, said, "restore", "--json")
			var list copiesJSON
			if err := json.Unmarshal(out.Bytes(), &list); err != nil {
				t.Fatal(err)
			}
			for _, c := range list.Copies {
				if c.Cause == "import" {
					asked = string(rune('0' + c.Number))
				}
			}
		}
		out.Reset()
		mustRun(t, e, said, "restore", asked)
		if !strings.Contains(out.String(), "Wat er stond, 2 klanten, staat nu in "+filepath.Dir(e.Getenv("KWI_FILE"))) || !strings.Contains(out.String(), "-restore.db.") {
			t.Errorf("%s: %q", asked, out)
		}
		out.Reset()
		mustRun(t, e, said, "list")
		if out.String() != "een · een\n" {
			t.Errorf("%s: there is %q", asked, out)
		}
	}
	e, _, said := env(t)
	if code := Run(t.Context(), e, []string{"restore", "7"}); code != failed || !strings.Contains(said.String(), "Er is geen kopie 7.") {
		t.Errorf("exit %d, %q", code, said)
	}
}

// TestABackupGoesToStandardOutput, from which it can be restored, but not to a terminal.
func TestABackupGoesToStandardOutput(t *testing.T) {
	e, out, said := env(t)
	mustRun(t, e, said, "import", portfolioFile(t, "een"))
	out.Reset()
	mustRun(t, e, said, "backup", "-")
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(copied, bytes.Clone(out.Bytes()), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, e, said, "restore", copied)
	out.Reset()
	said.Reset()
	e.OutTerminal = true
	if code := Run(t.Context(), e, []string{"backup", "-"}); code != failed || out.Len() > 0 || strings.Count(said.String(), "\n") != 1 {
		t.Errorf("exit %d, %d bytes, %q", code, out.Len(), said)
	}
	if _, err := os.Stat("-"); err == nil {
		t.Error("there is a file with the name -")
	}
}

// TestTheListOfCopiesIsReadWithReadonly: it only looks. Putting one back is refused.
func TestTheListOfCopiesIsReadWithReadonly(t *testing.T) {
	e, out, said := env(t)
	one := portfolioFile(t, "een")
	mustRun(t, e, said, "import", one)
	mustRun(t, e, said, "import", one, "--replace")
	was, err := os.ReadFile(e.Getenv("KWI_FILE"))
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"--readonly", "restore"}, {"--readonly", "restore", "--json"}} {
		out.Reset()
		mustRun(t, e, said, args...)
		if !strings.Contains(out.String(), "-import") {
			t.Errorf("%v: %s", args, out)
		}
	}
	said.Reset()
	if code := Run(t.Context(), e, []string{"--readonly", "--lang", "en", "restore", "1"}); code != 1 || !strings.Contains(said.String(), "kwi restore 1 changes the data file") {
		t.Errorf("exit %d, %s", code, said)
	}
	if now, err := os.ReadFile(e.Getenv("KWI_FILE")); err != nil || !bytes.Equal(now, was) {
		t.Errorf("the data file is another: %v", err)
	}
}

// TestCopiesOfOneMinuteAreToldApart by their seconds, in the list and where a shell proposes
// them; of others the minute is enough.
func TestCopiesOfOneMinuteAreToldApart(t *testing.T) {
	e, out, said := env(t)
	one := portfolioFile(t, "een")
	mustRun(t, e, said, "import", one)
	folder := e.Getenv("KWI_FILE") + ".copies"
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(e.Getenv("KWI_FILE"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"2026-11-23-110007-import.db", "2026-11-23-110059-restore.db", "2026-11-23-110100-import.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"--lang", "en", "restore"}, {"__complete", "restore", ""}} {
		out.Reset()
		mustRun(t, e, said, args...)
		for _, want := range []string{"23 nov 2026 11:00:07 · ", "23 nov 2026 11:00:59 · ", "23 nov 2026 11:01 · "} {
			if !strings.Contains(strings.ToLower(out.String()), want) {
				t.Errorf("%v: %q is not in\n%s", args, want, out)
			}
		}
	}
}
