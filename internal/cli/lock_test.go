package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/internal/codec"
	"kwi/store/bolt"
)

const (
	phrase = "paarse fiets in mei"
	other  = "groene fiets in juni"
)

// lockedWorld is a world with the example in a data file that is locked, and a copy of
// it that was kept before.
type lockedWorld struct {
	*broken
	folder string
	typed  []string // what somebody at the terminal will type
}

func unlockedAt(t *testing.T) *lockedWorld {
	t.Helper()
	w := &lockedWorld{brokenAt(t), t.TempDir(), nil}
	w.env.Work = 4
	w.run(0, "export", "--out", w.at("all.json"))
	w.run(0, "import", "--replace", w.at("all.json"), "--why", "test")
	if kept := w.copies(); len(kept) != 2 {
		t.Fatalf("the copies are %v", kept)
	}
	w.write("pw", phrase+"\n")
	w.write("other", other+"\r\nand more")
	return w
}

func lockedAt(t *testing.T) *lockedWorld {
	t.Helper()
	w := unlockedAt(t)
	w.run(0, "lock", "--passphrase-file", w.at("pw"))
	return w
}

func (w *lockedWorld) at(name string) string { return filepath.Join(w.folder, name) }

func (w *lockedWorld) write(name, text string) {
	w.Helper()
	if err := os.WriteFile(w.at(name), []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
}

// asks has somebody sit at the terminal who types these.
func (w *lockedWorld) asks(typed ...string) {
	w.typed = typed
	w.env.Secret = func(_ context.Context, prompt string) (string, error) {
		if len(w.typed) == 0 {
			w.Fatalf("asked once more: %s", prompt)
		}
		next := w.typed[0]
		w.typed = w.typed[1:]
		return next, nil
	}
}

func (w *lockedWorld) copies() []bolt.Copy {
	w.Helper()
	s, err := bolt.Open(w.path)
	if err != nil {
		w.Fatal(err)
	}
	return s.Copies()
}

// opened is a command with the passphrase of the file.
func (w *lockedWorld) opened(want int, args ...string) string {
	w.Helper()
	return w.run(want, append(args, "--passphrase-file", w.at("pw"))...)
}

// Each command on a locked file without its passphrase says so in one sentence, and
// nothing else.
func TestEveryCommandOnALockedFileRefusesInOneSentence(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	before, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	w.write("table.csv", "cycle;code;kwi;KK\n2026H1;1.01;One;8\n")
	client := []string{"--client", "newmedia"}
	given := map[string][]string{
		"import": {w.at("all.json"), "--replace", "--why", "x"}, "show": append([]string{"measure"}, client...), "meet": client,
		"collect": {w.at("all.json")}, "table": append([]string{w.at("table.csv")}, client...), "rescue": {w.path, "--out", w.at("rescued.db")},
		"plan": append([]string{"--year", "2026", "--out", w.at("p.md")}, client...), "letters": append([]string{"--kind", "news", "--out", w.at("l")}, client...),
		"list": {}, "due": {}, "check": {}, "export": {}, "me": {"--name", "x"}, "supplier": {"--name", "NAME"}, "lock": {"--change"}, "unlock": {}, "erase": append([]string{"--person", "KK"}, client...),
		"person": append([]string{"--person", "KK", "--out", w.at("k.md")}, client...), "calendar": append([]string{"--out", w.at("c.ics")}, client...), "score": client, "data": append([]string{"--out", w.at("d.csv")}, client...),
		"send": client, "pack": append([]string{"--out", w.at("p.zip")}, client...), "report": append([]string{"--out", w.at("r.md")}, client...), "minutes": append([]string{"--out", w.at("m.md")}, client...),
		"yousaid": append([]string{"--out", w.at("y.md")}, client...), "colleagues": append([]string{"--out", w.at("i.md")}, client...), "questionnaires": append([]string{"--out", w.at("q")}, client...),
		"team init": {"https://127.0.0.1:1", "--prefix", "x"}, "team join": {"https://127.0.0.1:1", "--user", "x"}, "team sync": {}, "team status": {}, "team choose": {}, "team leave": {},
	}
	// These show nothing of what is in the file.
	silent := []string{"demo", "backup", "restore", "version", "completion", "man", "help", "doctor", "me", "team", "team add", "team remove", "team share", "team unshare", "team password", "team compact"}
	w.env.Getenv = func(name string) string {
		return map[string]string{"KWI_FILE": w.path, "KWI_SMTP_HOST": "mail.example", "KWI_SMTP_FROM": "rm@example.com"}[name]
	}
	e := w.env
	r := &invocation{Env: e, words: chooseLanguage([]string{"--lang", "en"}, "", e.Getenv)}
	names := []string{""}
	for _, c := range everyCommand(r.tree()) {
		names = append(names, strings.TrimPrefix(c.CommandPath(), "kwi "))
	}
	for _, name := range names {
		args, known := given[name]
		if slices.Contains(silent, name) {
			continue
		}
		if !known && name != "" {
			t.Errorf("%s is a new command: what does it do with a locked file?", name)
		}
		if name != "" {
			args = append(strings.Fields(name), args...)
		}
		said := w.run(1, args...)
		if strings.Count(said, "\n") != 1 || !strings.Contains(said, "is locked with a passphrase") {
			t.Errorf("kwi %v: %s", args, said)
		}
	}
	for _, args := range [][]string{{"__complete", "show", "measure", "--client", ""}, {"__complete", "score", "--client", "newmedia", "--cycle", ""}} {
		w.out.Reset()
		Run(context.Background(), w.env, args)
		if said := w.out.String(); !strings.Contains(said, ":") || strings.Contains(said, "newmedia") || strings.Contains(said, "20") {
			t.Errorf("%v proposes %s", args, said)
		}
	}
	if said := w.run(0, "restore"); !strings.Contains(said, "locked") || strings.Contains(said, "8 clients") {
		t.Errorf("the list of copies says %s", said)
	}
	if after, err := os.ReadFile(w.path); err != nil || !bytes.Equal(before, after) {
		t.Error("it changed", err)
	}
	if made, _ := os.ReadDir(w.folder); len(made) != 4 {
		t.Errorf("it made %v", made)
	}
}

// What somebody typed stands neither in a locked file nor in a copy that was kept of
// it, a key of a record no more than a value; with its passphrase all of it is there.
func TestNothingThatWasTypedStandsInALockedFileOrItsCopies(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.run(0, "backup", w.at("backup.db"))
	plain, err := os.ReadFile(w.at("all.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(plain, &all); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	collectTexts(all, texts)
	if len(texts) < 200 {
		t.Fatalf("only %d texts", len(texts))
	}
	files := []string{w.path, w.at("backup.db")}
	for _, c := range w.copies() {
		files = append(files, c.Path)
	}
	if len(files) != 4 {
		t.Fatal(files)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for text := range texts {
			if bytes.Contains(raw, []byte(text)) {
				t.Errorf("%q stands in %s", text, filepath.Base(file))
			}
		}
		s, err := bolt.Open(file, bolt.AsItIs)
		if err != nil {
			t.Fatal(err)
		}
		seal, err := s.Seal(context.Background())
		if err != nil || seal == nil {
			t.Fatal(err)
		}
	}
	w.opened(0, "export", "--out", w.at("again.json"))
	again, err := os.ReadFile(w.at("again.json"))
	if err != nil || !bytes.Equal(plain, again) {
		t.Error("it came out otherwise", err)
	}
	w.opened(0, "check")
}

// collectTexts collects the texts of a portable file that cannot stand in random bytes
// by chance, the names of fields as kwi has them not among them.
func collectTexts(at any, into map[string]bool) {
	switch at := at.(type) {
	case string:
		if utf8.RuneCountInString(at) >= 5 && !slices.Contains(codec.Kinds(), at) {
			into[at] = true
		}
	case []any:
		for _, one := range at {
			collectTexts(one, into)
		}
	case map[string]any:
		for _, one := range at {
			collectTexts(one, into)
		}
	}
}

// Somebody at the terminal has three tries, and is told how many are left.
func TestThePassphraseIsAskedAtTheTerminal(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.asks("no", "neither", phrase)
	if said := w.run(0, "list"); !strings.Contains(said, "NewMedia") || !strings.Contains(said, "try 1 more time") {
		t.Error(said)
	}
	w.asks("no", "neither", "nor this")
	if said := w.run(1, "list"); strings.Contains(said, "NewMedia") || !strings.Contains(said, "not the passphrase") {
		t.Error(said)
	}
	if said := w.run(1, "list", "--passphrase-file", w.at("other")); !strings.Contains(said, "Put the right one") {
		t.Error(said)
	}
	if said := w.run(1, "list", "--passphrase-file", w.at("nothing")); !strings.Contains(said, "nothing") {
		t.Error(said)
	}
	w.asks()
	w.env.Getenv = func(name string) string {
		return map[string]string{"KWI_FILE": w.path, "KWI_PASSPHRASE_FILE": w.at("pw")}[name]
	}
	if said := w.run(0, "list"); !strings.Contains(said, "NewMedia") {
		t.Error(said)
	}
}

// A passphrase is typed twice, is not too short, and that forgetting it is final is
// said first.
func TestANewPassphraseIsTypedTwice(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	w.asks("kort")
	if said := w.run(1, "lock"); !strings.Contains(said, "8") {
		t.Error(said)
	}
	w.asks(phrase, "een ander woord")
	w.run(1, "lock")
	w.run(0, "list")
	w.asks(phrase, phrase)
	said := w.run(0, "lock")
	for _, part := range []string{"is locked", "The 2 copies that kwi kept are locked", "still open"} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not said in\n%s", part, said)
		}
	}
	if said := w.run(1, "lock"); !strings.Contains(said, "locked already") {
		t.Error(said)
	}
}

// With another passphrase the old one opens neither the file nor the copies that were
// kept; without one all opens again.
func TestALockIsChangedAndTakenOff(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	first, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	if said := w.opened(2, "lock", "--change"); !strings.Contains(said, "--new-passphrase-file") {
		t.Error(said)
	}
	w.opened(0, "lock", "--change", "--new-passphrase-file", w.at("other"))
	w.opened(1, "list")
	w.write("pw", other)
	w.opened(0, "list")
	w.run(0, "restore", "1")
	w.opened(0, "list")
	// A copy that was made elsewhere asks for the passphrase of its time.
	w.write("first.db", string(first))
	w.run(0, "restore", w.at("first.db"))
	w.opened(1, "list")
	w.write("pw", phrase)
	w.opened(0, "list")
	said := w.opened(0, "unlock")
	if !strings.Contains(said, "no longer locked") || !strings.Contains(said, "passphrase of its time") {
		t.Error(said)
	}
	w.run(0, "list")
	w.run(0, "check")
	if said := w.run(1, "unlock"); !strings.Contains(said, "is not locked") {
		t.Error(said)
	}
	if said := w.run(1, "lock", "--change"); !strings.Contains(said, "is not locked") {
		t.Error(said)
	}
}

// A lock that is damaged is told from another passphrase.
func TestADamagedLockIsToldFromAnotherPassphrase(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	s, err := bolt.Open(w.path)
	if err != nil {
		t.Fatal(err)
	}
	seal, err := s.Seal(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	s.Know(seal)
	if err := s.WriteAnew(context.Background(), seal[:len(seal)-40], func(*bolt.Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if said := w.opened(1, "list"); !strings.Contains(said, "itself damaged") {
		t.Error(said)
	}
}

// TestWhoIsRefusedIsNotWarnedFirst: that a forgotten passphrase is final is said above the
// question, or once the passphrase is read, and not to who has neither terminal nor file.
func TestWhoIsRefusedIsNotWarnedFirst(t *testing.T) {
	t.Parallel()
	const warning = "Nobody can help then"
	w := unlockedAt(t)
	w.write("short", "ab\n")
	for _, args := range [][]string{{"lock"}, {"lock", "--passphrase-file", w.at("short")}, {"lock", "--new-passphrase-file", w.at("none")}} {
		if said := w.run(1, args...); strings.Contains(said, warning) || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: %s", args, said)
		}
	}
	w.env.Secret = func(context.Context, string) (string, error) { return "", ErrNoTerminal }
	if said := w.run(1, "lock"); strings.Contains(said, warning) {
		t.Error(said)
	}
	var asked []string
	w.env.Secret = func(_ context.Context, prompt string) (string, error) {
		asked = append(asked, prompt)
		return phrase, nil
	}
	w.run(0, "lock")
	if len(asked) != 2 || !strings.Contains(asked[0], warning) || strings.Contains(asked[1], warning) {
		t.Errorf("%q", asked)
	}
	w.says(w.opened(0, "lock", "--change", "--new-passphrase-file", w.at("other")), warning)
}
