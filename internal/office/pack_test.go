package office_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/foreigntest"
	"kwi/internal/office"
)

var aPack = desk.Pack{Name: "x-sessie", Papers: []desk.Packed{{File: "a.md", Content: []byte("# Voor de klant\n")}, {File: "b.md", Ours: true, Content: []byte("# Geheim\n")}}}

// under are all files below a folder, by their names there.
func under(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if name, _ := filepath.Rel(folder, path); err == nil && !d.IsDir() {
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

// TestAPackIsAlwaysANewFolder, with what is for the client apart from ours, and
// nobody else may read it.
func TestAPackIsAlwaysANewFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "in", "here")
	for _, want := range []string{"x-sessie", "x-sessie (2)", "x-sessie (3)"} {
		path, err := office.WritePack(t.Context(), folder, aPack, "klant", "wij", "", time.Time{})
		if err != nil || path != filepath.Join(folder, want) {
			t.Fatalf("%s: %v", path, err)
		}
		if names := under(t, path); !slices.Equal(names, []string{"klant/a.md", "wij/b.md"}) {
			t.Errorf("written %q", names)
		}
		if there, err := os.Stat(path); err != nil || there.Mode().Perm()&0o077 != 0 {
			t.Errorf("%v %v", there.Mode(), err)
		}
	}
	has(t, filepath.Join(folder, "x-sessie", "klant", "a.md"), "<!-- kwi ")
	if entries, _ := os.ReadDir(folder); len(entries) != 3 {
		t.Errorf("left are %v", entries)
	}
}

// TestAPackIsWholeOrNothing: stopped, or where there can be no folder, nothing is left.
func TestAPackIsWholeOrNothing(t *testing.T) {
	folder := t.TempDir()
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := office.WritePack(stopped, filepath.Join(folder, "new"), aPack, "klant", "wij", "", time.Time{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	broken := aPack
	broken.Papers = append(slices.Clone(aPack.Papers), desk.Packed{File: strings.Repeat("x", 300), Content: []byte("x")})
	if _, err := office.WritePack(t.Context(), filepath.Join(folder, "new"), broken, "klant", "wij", "", time.Time{}); err == nil {
		t.Error("a name that no disk takes was written")
	}
	if names := under(t, folder); len(names) > 0 {
		t.Errorf("left are %q", names)
	}
	if entries, _ := os.ReadDir(folder); len(entries) > 0 {
		t.Errorf("left are %v", entries)
	}
	file := filepath.Join(folder, "file")
	write(t, file, []byte("mine"))
	if _, err := office.WritePack(t.Context(), file, aPack, "klant", "wij", "", time.Time{}); !fault.Has(err, fault.NoFolder) {
		t.Error(err)
	}
}

// TestAPackInOneFile is read by Python, and replaced as long as nobody changed it.
func TestAPackInOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.ZIP")
	for range 2 {
		if got, err := office.WritePack(t.Context(), path, aPack, "klant", "wij", "", time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)); err != nil || got != path {
			t.Fatal(got, err)
		}
	}
	out, _ := foreigntest.Run(t, "", foreigntest.Python(t, "zipfile"), "-c", `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(z.namelist(), z.read("x-sessie/klant/a.md").decode().splitlines()[0])`, path)
	if strings.TrimSpace(out) != "['x-sessie/klant/a.md', 'x-sessie/wij/b.md'] # Voor de klant" {
		t.Error(out)
	}
	write(t, path, append(read(t, path), 'x'))
	if _, err := office.WritePack(t.Context(), path, aPack, "klant", "wij", "", time.Time{}); !fault.Has(err, fault.NotAsWritten) {
		t.Error(err)
	}
}
