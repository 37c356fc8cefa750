//go:build unix

package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/store/bolt"
)

// mostLost is how much typing a killed program may lose.
const mostLost = 2 * time.Second

// TestAKilledProgramLosesAtMostTwoSecondsOfTyping types without a pause, into
// a field and into a dialog in turn, kills the program at a random moment, and
// looks what is on the disk. KWI_KILLS=300 with -parallel 10 does it 300 times.
func TestAKilledProgramLosesAtMostTwoSecondsOfTyping(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	kills := 4
	if n, err := strconv.Atoi(os.Getenv("KWI_KILLS")); err == nil {
		kills = n
	}
	binary := build(t)
	filled := filepath.Join(t.TempDir(), "kwi.db")
	cases := filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json")
	if out, err := exec.Command(binary, "--file", filled, "import", cases).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	content, err := os.ReadFile(filled)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var worst, all time.Duration
	t.Cleanup(func() {
		t.Logf("%d kills: %v of typing lost at most, %v on average", kills, worst.Round(time.Millisecond), (all / time.Duration(max(kills, 1))).Round(time.Millisecond))
	})
	for i := range kills {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "kwi.db")
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
			lost := killed(t, binary, file, i%2 == 1)
			mu.Lock()
			defer mu.Unlock()
			all, worst = all+lost, max(worst, lost)
		})
	}
}

// The ways to what is typed into, and what stands on the screen there.
const (
	toRemark = "\r6|Kees Klant|\x1b[B\x1b[B\x1b[B\x1b[B\r|Kees Klant (KK)|\t|Opmerking|\r|esc klaar|"
	toAction = "\r7|Uitkomst|\t\t|Nr|n|Wie ben jij|\x1b|Nieuwe afspraak|"
)

// walk presses keys and waits for what they lead to, in turn.
func (s *window) walk(way string) {
	s.t.Helper()
	steps := strings.Split(way, "|")
	for i := 0; i+1 < len(steps); i += 2 {
		s.press(steps[i])
		s.see(steps[i+1])
	}
}

// killed types and kills, and tells how much typing was lost.
func killed(t *testing.T, binary, file string, dialog bool) time.Duration {
	t.Helper()
	s := run(t, binary, nil, "--file", file)
	s.see("NewMedia")
	way := toRemark
	if dialog {
		way = toAction
	}
	s.walk(way)
	var typed strings.Builder
	var at []time.Time // of every byte
	end := time.Now().Add(500*time.Millisecond + time.Duration(rand.Int64N(int64(5*time.Second))))
	for n := 0; time.Now().Before(end); n++ {
		for _, letter := range fmt.Sprintf("w%d ", n) {
			s.press(string(letter))
			typed.WriteRune(letter)
			at = append(at, time.Now())
			time.Sleep(time.Duration(10+rand.IntN(60)) * time.Millisecond)
		}
	}
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	died := time.Now()
	s.end()
	found := onDisk(t, file)
	i := strings.LastIndex(found, "w0 ")
	if i < 0 {
		found, i = "", 0
	}
	if found = found[i:]; !strings.HasPrefix(typed.String(), found) {
		t.Fatalf("on the disk is %q, typed was %q", found, typed.String())
	}
	lost := time.Duration(0)
	if len(found) < len(at) {
		lost = died.Sub(at[len(found)])
	}
	if lost > mostLost {
		t.Errorf("%v of typing is lost: on the disk is %q, typed was %q", lost, found, typed.String())
	}
	if words := strings.Fields(found); len(words) > 2 {
		again := run(t, binary, nil, "--file", file)
		again.see("NewMedia")
		again.walk(way)
		again.see(words[len(words)-2])
		again.see("Hier was je aan het typen")
	}
	return lost
}

// onDisk is the draft that a killed program left.
func onDisk(t *testing.T, file string) string {
	t.Helper()
	s, err := bolt.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	drafts, err := desk.New(s, nonce).Drafts(context.Background(), "newmedia")
	if err != nil {
		t.Fatal(err)
	}
	if len(drafts) == 0 {
		return ""
	}
	return drafts[0].Text
}
