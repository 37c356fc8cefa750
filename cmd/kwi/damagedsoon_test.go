//go:build unix

package main

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestADamagedFileSaysSoBeforeAnythingIsTyped opens a file in which only the
// list of free pages is wrong: all can be read, and nothing can be saved. That
// is said at once, not at the first grade.
func TestADamagedFileSaysSoBeforeAnythingIsTyped(t *testing.T) {
	t.Parallel()
	binaryPath, file := build(t), filepath.Join(t.TempDir(), "kwi.db")
	cases := filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json")
	if out, err := exec.Command(binaryPath, "--file", file, "import", cases).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const page, free = 4096, 16
	for at := 2 * page; at < len(b); at += page {
		if binary.NativeEndian.Uint16(b[at+8:]) == free {
			binary.NativeEndian.PutUint64(b[at+16:], binary.NativeEndian.Uint64(b[at+24:])) // one of them stands there twice
		}
	}
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s := run(t, binaryPath, []string{noTour}, "--file", file, "--lang", "en")
	s.see("NewMedia")
	s.see("damaged. kwi check")
	s.press("q")
}
