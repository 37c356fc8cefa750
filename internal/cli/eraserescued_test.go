package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestErasingNamesARescueFile that stands in the home folder: it holds who is erased.
func TestErasingNamesARescueFile(t *testing.T) {
	b := brokenAt(t)
	home := t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	left := filepath.Join(home, "kwi-newmedia.json")
	if err := os.WriteFile(left, []byte(`{"format": "kwi/1"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	b.says(b.run(0, "erase", "--client", "newmedia", "--person", "KK", "--yes"), "when it could not save: "+left)
}
