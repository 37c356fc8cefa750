package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// TestListsAreFoundInFolders looks for a reply in folders, with keys that are
// typed before a folder is there, and comes back to that folder.
func TestListsAreFoundInFolders(t *testing.T) {
	d := desk.New(stocked(t), nonce)
	now := func() time.Time { return day }
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "post", "leeg"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, grade := range map[string]string{"antwoord AA.txt": "AA", "antwoord BB.txt": "BB"} {
		if err := os.WriteFile(filepath.Join(folder, "post", name), []byte("1.01 [7]\n\nnewmedia · 2011H1 · "+grade+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	post := bringing(context.Background(), d, func(string) string { return "" }, now)
	post.Folder = filepath.Join(folder, "nog", "niet", "daar")
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }, post: post}),
		Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
	}, 80, 24)
	drv.Press("enter", "6", "i")
	drv.See("ctrl+o bladeren")
	drv.Hold()
	drv.Press("ctrl+o", "enter", "down", "enter") // before the first folder is there
	drv.Release()
	drv.See("Dit staat erin", "A. Aaaa (AA)", "1 lijst te bewaren")
	drv.Press("esc", "i")
	drv.See(filepath.Join(folder, "post"))
	drv.Press("ctrl+o", "down", "space", "space", "ctrl+s")
	drv.See("2 lijsten te bewaren")
	drv.Press("esc", "i", "ctrl+o", "enter", "ctrl+s")
	drv.See("Lijsten inlezen", "leeg staat geen lijst")
	drv.Press("ctrl+o", "?")
	drv.See("kiezen", "map hoger")
	drv.Press("esc", "esc", "esc")
	drv.Miss("Lijsten inlezen")
}

// Where lists were read is remembered, once, and looked in first by a program
// that was told.
func TestTheFolderOfReturnsIsRemembered(t *testing.T) {
	d := desk.New(stocked(t), nonce)
	now := func() time.Time { return day }
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "antwoord.txt"), []byte("1.01 [7]\n\nnewmedia · 2011H1 · AA\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var kept []string
	start := func(from string) *drive.Driver {
		post := bringing(context.Background(), d, func(string) string { return "" }, now)
		post.Folder, post.From = filepath.Join(folder, "elders"), from
		post.RememberFrom = func(folder string) error {
			kept = append(kept, folder)
			return nil
		}
		return drive.New(t, ui.Config{
			Keeper: keeper{d, "BESTSELLER B.V."}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }, post: post}),
			Words: lang.For("nl"), Theme: theme.Dark(), Supplier: "BESTSELLER B.V.", Now: now,
		}, 120, 40)
	}
	for _, from := range []string{"", folder} {
		drv := start(from)
		drv.Press("enter", "6", "i")
		if from == "" {
			drv.Press("ctrl+u")
			drv.Type(filepath.Join(folder, "antwoord.txt"))
		} else {
			drv.See(folder)
			drv.Miss("elders")
			drv.Press("ctrl+o", "enter") // the only file
			drv.See("Dit staat erin")
			continue
		}
		drv.Press("ctrl+s")
		drv.See("Dit staat erin")
	}
	if len(kept) != 1 || kept[0] != folder {
		t.Errorf("remembered %q", kept)
	}
}
