//go:build unix

package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/beside"
	"kwi/internal/crash"
	"kwi/internal/settings"
)

// TestWhatIsWrittenIsForThisUserAlone: the data file, its copies, documents, lists,
// letters, packs, settings, what windows tell each other and reports of crashes are in
// files that nobody else reads, in folders that nobody else enters.
func TestWhatIsWrittenIsForThisUserAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, said(account.ByName))
	w.some()
	for _, args := range [][]string{
		{"questionnaires", "--paper", "--out", "{out}/lists", "--client", "twee"}, {"letters", "--kind", "news", "--out", "{out}/news", "--client", "twee"},
		{"backup", "{out}/backup.db"}, {"export", "--out", "{out}/all.json"}, {"person", "--client", "twee", "--person", "AA", "--out", "{out}/p.md"}, {"supplier", "--name", "Een ander"},
	} {
		for i := range args {
			if rest, is := cutOut(args[i]); is {
				args[i] = filepath.Join(w.folder, rest)
			}
		}
		w.run(args...)
	}
	if err := settings.Change(filepath.Join(w.folder, "config", "kwi", "settings.json"), func(s *settings.Settings) { s.Me.Name = "Joe" }); err != nil {
		t.Fatal(err)
	}
	seat, err := beside.Sit(beside.At(filepath.Join(w.folder, "kwi.db")), "ABCDEFGHIJ", "twee")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(seat.Leave)
	shelf := &crash.Shelf{Folder: func() (string, error) { return filepath.Join(w.folder, "cache"), nil }, Now: time.Now}
	if f := shelf.Note(crash.Of(errors.New("x")), "x"); len(f.Values) == 0 {
		t.Error("no report")
	}
	seen := map[string]bool{}
	err = filepath.WalkDir(w.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == w.folder {
			return err
		}
		about, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if err == nil && about.Mode().Perm() != want {
			t.Errorf("%s is %v", path, about.Mode())
		}
		seen[filepath.Ext(path)] = true
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{".db", ".copies", ".screens", ".here", ".json", ".txt", ".md", ".html", ".pdf", ".xlsx", ".eml", ".ics", ".csv", ".zip"} {
		if !seen[form] {
			t.Errorf("nothing was written as %s", form)
		}
	}
}

func cutOut(s string) (string, bool) {
	const out = "{out}/"
	if len(s) > len(out) && s[:len(out)] == out {
		return s[len(out):], true
	}
	return s, false
}
