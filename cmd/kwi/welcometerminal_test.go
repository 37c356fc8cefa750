//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheFirstStartInATerminal drives the real program: the first start, the
// example and back, a first client; and then a second start, which asks nothing.
func TestTheFirstStartInATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	binary, folder := build(t), t.TempDir()
	temp := filepath.Join(folder, "temp")
	if err := os.Mkdir(temp, 0o700); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(folder, "settings.json")
	env := []string{"TMPDIR=" + temp, "KWI_SETTINGS=" + settings, "KWI_FILE=" + filepath.Join(folder, "kwi.db"), "LANG=nl_NL.UTF-8"}
	s := run(t, binary, env)
	s.see("Welkom bij kwi")
	s.press("\t\x15Bo Chen\t\tNoorderlicht\r")
	s.see("Bo Chen, waarmee begin je?")
	s.press("\r")
	s.see("voorbeeld  Rondleiding")
	s.press("\x1b")
	s.see("voorbeeld  BESTSELLER")
	s.see("8 klanten")
	s.press("\x10voorbeeldmonitor\r") // a third over the second
	s.see("(voorbeeld)")
	s.press("\r")
	s.see("Kennisborging")
	s.press("q")
	s.see("Het gesprek sluiten")
	s.press("klaar\r")
	s.see("terug naar waar je was")
	for !strings.Contains(s.shown(), "8 klanten") {
		s.press("\r") // it waits until no key came for a while
		s.pause()
	}
	if left, _ := os.ReadDir(temp); len(left) != 1 {
		t.Errorf("there should be one example: %v", left)
	}
	s.press("q")
	s.see("Druk op n")
	s.press("E")
	s.see("voorbeeld  BESTSELLER") // the tour comes once
	s.press("q")
	s.see("Druk op n")
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	s.press("nVonk\r")
	s.see("1 Initi")
	s.press("\x03")
	if code := s.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	s.restored()
	text, err := os.ReadFile(settings)
	for _, want := range []string{`"language": "nl"`, `"welcomed": "on"`, `"toured": "on"`, `"name": "Bo Chen"`, `"initials": "BC"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in the settings (%v): %s", want, err, text)
		}
	}

	again := run(t, binary, env)
	again.see("Vonk")
	again.see("Noorderlicht")
	again.press("\x10voorbeeldmonitor\r")
	again.see("(voorbeeld)")
	again.press("\x03") // beside a client
	if code := again.end(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	again.restored()
	if left, _ := os.ReadDir(temp); len(left) > 0 || strings.TrimSpace(again.shown()) != "" {
		t.Errorf("left behind: %v, and on the screen:\n%s", left, again.shown())
	}
}
