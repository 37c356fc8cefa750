package kittest

import (
	"os"
	"path/filepath"
	"testing"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// NewMedia is the example client of the source, as the portable file of the
// cases has them: one list of answers back, four actions open.
func NewMedia(t testing.TB) account.Client {
	t.Helper()
	folder, err := os.Getwd()
	for ; err == nil; folder = filepath.Dir(folder) {
		if _, missing := os.Stat(filepath.Join(folder, "go.mod")); missing == nil {
			break
		}
		if folder == filepath.Dir(folder) {
			t.Fatal("this is not run within the module")
		}
	}
	f, err := os.Open(filepath.Join(folder, "internal", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	file, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return file.Clients[0]
}
