package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/store/bolt"
)

// twoClients is a data file with a copy of the time before the second client came.
func twoClients(t *testing.T) (e Env, out, said *bytes.Buffer) {
	t.Helper()
	e, out, said = env(t)
	one := portfolioFile(t, "een")
	mustRun(t, e, said, "import", one)
	mustRun(t, e, said, "import", one, "--replace")
	mustRun(t, e, said, "import", portfolioFile(t, "twee"))
	out.Reset()
	said.Reset()
	return e, out, said
}

const importCopy = "2026-11-24-120000-import"

func stands(t *testing.T, e Env, out, said *bytes.Buffer) string {
	t.Helper()
	out.Reset()
	mustRun(t, e, said, "list")
	return out.String()
}

// TestWhatACopyChangesIsToldAtATerminalBeforeAYes: in the words of the screen; without a yes
// nothing happens, with --check nobody is asked and nothing happens, with --yes and away from a
// terminal it is done at once.
func TestWhatACopyChangesIsToldAtATerminalBeforeAYes(t *testing.T) {
	t.Parallel()
	says := map[string][]string{
		"nl": {"voor een import die klanten verving): 1 klant.", "1 klant is er dan niet meer: twee.", "De laatste wijziging die dan weg is", "Wat er nu staat, wordt eerst als kopie bewaard"},
		"en": {"before an import that replaced clients): 1 client.", "1 client is no longer there then: twee.", "The last change that is gone then", "What is there now is kept as a copy first"},
	}
	for tag, lines := range says {
		for _, how := range []struct {
			typed    string
			terminal bool
			args     []string
			code     int
			told     bool
			back     bool
		}{
			{"", true, nil, failed, true, false}, {"nee\n", true, nil, failed, true, false}, {"ja\n", true, nil, 0, true, true},
			{"", true, []string{"--check"}, 0, true, false}, {"", false, []string{"--check"}, 0, true, false},
			{"", true, []string{"--yes"}, 0, false, true}, {"", false, nil, 0, false, true},
		} {
			e, out, said := twoClients(t)
			e.In, e.InTerminal = strings.NewReader(how.typed), how.terminal
			if code := Run(t.Context(), e, append([]string{"--lang", tag, "restore", importCopy}, how.args...)); code != how.code {
				t.Errorf("%s %+v: exit %d, %s", tag, how, code, said)
			}
			for _, line := range lines {
				if strings.Contains(out.String(), line) != how.told {
					t.Errorf("%s %+v: %q in\n%s", tag, how, line, out)
				}
			}
			if back := stands(t, e, out, said) == "een · een\n"; back != how.back {
				t.Errorf("%s %+v: went back: %v", tag, how, back)
			}
		}
	}
}

// TestAProgramIsToldWhatACopyChanges, by --check before and by --yes of what was done; without
// one of these it is refused, for it is asked nothing.
func TestAProgramIsToldWhatACopyChanges(t *testing.T) {
	t.Parallel()
	e, out, said := twoClients(t)
	tells := func(args ...string) (j goingBackJSON) {
		t.Helper()
		out.Reset()
		mustRun(t, e, said, args...)
		if err := json.Unmarshal(out.Bytes(), &j); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return j
	}
	if code := Run(t.Context(), e, []string{"restore", importCopy, "--json"}); code != misuse {
		t.Errorf("exit %d", code)
	}
	j := tells("restore", importCopy, "--json", "--check")
	if j.Restored || !j.Compared || j.Same || len(j.Gone) != 1 || j.Gone[0] != "twee" || j.Last == "" || j.Clients == nil || *j.Clients != 1 || j.Back == nil || j.Changed == nil {
		t.Errorf("%s", out)
	}
	if got := stands(t, e, out, said); strings.Count(got, "\n") != 2 {
		t.Errorf("it was done: %s", got)
	}
	if j = tells("restore", importCopy, "--json", "--yes"); !j.Restored || len(j.Gone) != 1 || !strings.Contains(j.Kept, "-restore.db") {
		t.Errorf("%s", out)
	}
	if j = tells("restore", importCopy, "--json", "--yes"); j.Restored || !j.Same || j.Kept != "" {
		t.Errorf("of what stands there: %s", out)
	}
}

// TestACopyOfWhatStandsThereIsNotPutBack: it is said that nothing differs, nothing is asked, and no
// copy is kept of it; of a file that was changed since it is no such copy.
func TestACopyOfWhatStandsThereIsNotPutBack(t *testing.T) {
	t.Parallel()
	e, out, said := twoClients(t)
	mine := filepath.Join(t.TempDir(), "mine.db")
	mustRun(t, e, said, "backup", mine)
	e.InTerminal = true
	for _, args := range [][]string{{"restore", mine}, {"restore", mine, "--yes"}, {"restore", mine, "--check"}} {
		kept, _ := os.ReadDir(e.Getenv("KWI_FILE") + ".copies")
		out.Reset()
		mustRun(t, e, said, args...)
		if out.String() != "Deze kopie is precies wat er nu staat: er valt niets terug te zetten.\n" {
			t.Errorf("%v: %q", args, out)
		}
		if now, _ := os.ReadDir(e.Getenv("KWI_FILE") + ".copies"); len(now) != len(kept) {
			t.Errorf("%v: it kept a copy", args)
		}
	}
	mustRun(t, e, said, "import", portfolioFile(t, "drie"))
	out.Reset()
	mustRun(t, e, said, "restore", mine, "--check")
	if !strings.Contains(out.String(), "De kopie "+mine+": 2 klanten.\n1 klant is er dan niet meer: drie.") {
		t.Errorf("%s", out)
	}
}

// TestACopyIsNotOfferedWhereNothingDiffers: a window is told of which copy that is so.
func TestACopyIsNotOfferedWhereNothingDiffers(t *testing.T) {
	t.Parallel()
	e, _, said := twoClients(t)
	mustRun(t, e, said, "restore", importCopy)
	r := &invocation{Env: e, ctx: t.Context(), words: chooseLanguage(nil, "", e.Getenv)}
	if _, err := r.data(); err != nil {
		t.Fatal(err)
	}
	all, _, err := r.copier.Earlier(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.Same != (c.Cause != bolt.Replaced) { // the first of the day was of the same
			t.Errorf("%s: %v", c.Name, c.Same)
		}
	}
}

// TestTheYesOfATerminalIsTiedToWhatWasSeen: what another saves while somebody thinks is not taken away
// unseen: it is told, with all the rest once more.
func TestTheYesOfATerminalIsTiedToWhatWasSeen(t *testing.T) {
	t.Parallel()
	e, out, said := twoClients(t)
	e.InTerminal = true
	third := portfolioFile(t, "drie")
	other := e
	other.InTerminal, other.Out = false, &bytes.Buffer{}
	e.In = &meanwhile{do: func() { mustRun(t, other, said, "import", third) }, lines: []string{"ja\n", "nee\n"}}
	if code := Run(t.Context(), e, []string{"restore", importCopy}); code != failed {
		t.Errorf("exit %d, %s", code, said)
	}
	if got := out.String(); !strings.Contains(got, "Er is net nog iets bewaard bij 1 klant: drie.") || !strings.Contains(got, "2 klanten zijn er dan niet meer: drie en twee.") {
		t.Errorf("%s", got)
	}
	if got := stands(t, e, out, said); strings.Count(got, "\n") != 3 {
		t.Errorf("%s", got)
	}
}

// meanwhile answers line by line, and does something before the first.
type meanwhile struct {
	do    func()
	lines []string
}

// Read implements io.Reader.
func (m *meanwhile) Read(p []byte) (int, error) {
	if m.do != nil {
		m.do()
		m.do = nil
	}
	if len(m.lines) == 0 {
		return 0, os.ErrClosed
	}
	n := copy(p, m.lines[0])
	m.lines = m.lines[1:]
	return n, nil
}
