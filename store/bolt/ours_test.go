package bolt

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"kwi/store"
)

// TestADataFileIsKnown asks that a data file is known by what is in it, also
// when its first page is gone, and nothing else is.
func TestADataFileIsKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), store.Write{Op: store.Put, Key: "a", Value: []byte("b")}); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	headless := bytes.Clone(whole)
	clear(headless[:1024])
	for name, c := range map[string]struct {
		content []byte
		want    bool
	}{
		"whole": {whole, true}, "cut off": {whole[:100], true}, "without its first page": {headless, true},
		"empty": {nil, false}, "text": {bytes.Repeat([]byte(`{"format": "kwi/1"}`), 9000), false}, "short": {[]byte("kwi"), false},
	} {
		if got := IsDataFile(bytes.NewReader(c.content)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
