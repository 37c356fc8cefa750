package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/store/memory"
)

// TestRescueWritesBesideWhatIsThere asks for a file that reads back, that
// only its user may read, and that takes nothing's place.
func TestRescueWritesBesideWhatIsThere(t *testing.T) {
	home, temp := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("TMPDIR", temp)
	k := keeper{desk.New(memory.New(), counted()), ""}
	if err := k.SetSupplier(t.Context(), "BESTSELLER B.V."); err != nil {
		t.Fatal(err)
	}
	c := example.Portfolio("nl", "2026-11-24").Clients[0]
	for _, want := range []string{filepath.Join(home, "kwi-newmedia.json"), filepath.Join(home, "kwi-newmedia-2.json")} {
		path, err := k.Rescue(t.Context(), c, account.Firm{})
		if err != nil || path != want {
			t.Fatalf("%s, %v; want %s", path, err, want)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		read, err := portable.Read(f)
		_ = f.Close()
		if err != nil || read.Supplier != "BESTSELLER B.V." || len(read.Clients) != 1 || !reflect.DeepEqual(read.Clients[0], c) {
			t.Errorf("%s does not read back: %v", path, err)
		}
		if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v", path, info.Mode())
		}
	}
	own := account.Firm{Scans: []account.Scan{{ScanKey: account.ScanKey{Who: "Joe", Date: "2026-11-20"}, Answers: "ab"}}}
	path, err := k.Rescue(t.Context(), account.Client{}, own)
	if err != nil || path != filepath.Join(home, "kwi.json") {
		t.Fatal(path, err)
	}
	if data, _ := os.ReadFile(path); !bytes.Contains(data, []byte(`"answers": "ab"`)) {
		t.Errorf("what the supplier keeps is not in %s", data)
	}
	t.Setenv("HOME", filepath.Join(home, "nowhere"))
	if runtime.GOOS == "windows" {
		return
	}
	if path, err := k.Rescue(t.Context(), c, account.Firm{}); err != nil || filepath.Dir(path) != temp {
		t.Errorf("without a home folder: %s, %v", path, err)
	}
}
