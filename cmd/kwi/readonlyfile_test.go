//go:build unix

package main

import (
	"errors"
	"os"
	"testing"
)

// TestTheFileStaysAsItIs, to the byte: with --readonly commands look, and refuse to
// change; and where the system lets nobody write the interface opens all the same.
func TestTheFileStaysAsItIs(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary := build(t)
	folder := t.TempDir()
	for _, f := range []string{folder, folder + "/.."} {
		if err := os.Chmod(f, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	file := folder + "/kwi.db"
	env := []string{"KWI_FILE=" + file, "KWI_SETTINGS=" + folder + "/none/settings.json", "KWI_WELCOMED=on", "KWI_ME_NAME=Joe"}
	s := run(t, binary, env, "--lang", "en", "supplier", "--name", "BESTSELLER")
	if code := s.end(); code != 0 {
		t.Fatal(s.sent())
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	stood, _ := os.ReadDir(folder)
	unchanged := func(when string) {
		t.Helper()
		now, err := os.ReadFile(file)
		if err != nil || string(now) != string(before) {
			t.Errorf("%s the file is another: %v", when, err)
		}
		if left, _ := os.ReadDir(folder); len(left) != len(stood) {
			t.Errorf("%s there is more: %v", when, left)
		}
	}
	s = run(t, binary, env, "--lang", "en", "--readonly", "supplier", "--name", "OTHER")
	s.see("with --readonly nothing is")
	if code := s.end(); code != 1 {
		t.Errorf("exit status %d", code)
	}
	unchanged("after a refusal")
	s = run(t, binary, env, "--lang", "en", "--readonly")
	s.see("read only")
	s.press("n")
	s.see("You can only look here")
	s.press("q")
	s.end()
	s.restored()
	unchanged("after a look")

	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	here, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	open := t.TempDir()
	if err := errors.Join(os.Chmod(open, 0o755), os.WriteFile(open+"/kwi", here, 0o755)); err != nil {
		t.Fatal(err)
	}
	s = runAs(t, open+"/kwi", env, "--lang", "en")
	s.see("You may not write to")
	s.see("read only")
	s.press("n")
	s.see("You can only look here")
	s.press("q")
	if code := s.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	unchanged("where nobody may write")
}
