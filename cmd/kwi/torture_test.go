//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync/atomic"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store/bolt"
)

// TestTorture kills the real program at random moments, over and over: one time of
// four its interface, in which grades are typed and taken back, else a command. After
// each kill the file is whole and agrees with itself, all that was reported saved is
// there, a command was done or was not, and what was done can be taken back.
//
// KWI_KILLS is how often. What is random follows from KWI_SEED, which is told; one
// kill is done again with -run TestTorture/N and that seed, as far as a moment can be
// met again.
func TestTorture(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	kills := 24
	if n, err := strconv.Atoi(os.Getenv("KWI_KILLS")); err == nil {
		kills = n
	}
	seed := rand.Uint64()
	if n, err := strconv.ParseUint(os.Getenv("KWI_SEED"), 10, 64); err == nil {
		seed = n
	}
	t.Logf("KWI_SEED=%d", seed)
	r := rackFor(t)
	var windows, typed, cut, through atomic.Int64
	t.Run("kill", func(t *testing.T) {
		for i := range kills {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(seed, uint64(i)))
				if i%4 == 0 {
					windows.Add(1)
					typed.Add(int64(r.window(t, random)))
				} else if r.command(t, random, tortures[(i-i/4)%len(tortures)]) {
					cut.Add(1)
				} else {
					through.Add(1)
				}
			})
		}
	})
	t.Logf("KWI_SEED=%d: %d windows killed, with %d saves that were reported; %d commands killed, %d were through before", seed, windows.Load(), typed.Load(), cut.Load(), through.Load())
	if kills >= 24 && (windows.Load() == 0 || cut.Load() == 0) {
		t.Error("nothing was killed")
	}
}

// rack is what every kill begins from.
type rack struct {
	binary, in string
	base       []byte            // a data file with one client who is measured
	repairs    []byte            // that one, with a line in the overview that is another's
	before     string            // what the first holds
	commands   map[string]string // what the file holds after each when nobody kills it
}

// whole is a data file after a kill: it is sound, or the test ends. It tells all of it.
func whole(t *testing.T, path string, mayFind bool) string {
	t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Check(t.Context()); err != nil {
		t.Fatalf("the file is not whole: %v", err)
	}
	d := desk.New(s, nonce)
	f, err := d.Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	report, err := d.Check(t.Context())
	if err != nil || !mayFind && len(report.Findings) > 0 {
		t.Fatalf("the file does not agree with itself: %+v %v", report.Findings, err)
	}
	return saidBy(t, f)
}

// listMarks are drawn anew for every list that goes out, and a moment is that of a step.
var listMarks = regexp.MustCompile(`"mark": "[0-9a-z]+"`)

func saidBy(t *testing.T, f portable.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return listMarks.ReplaceAllString(b.String(), `"mark": ""`)
}

// takenBack takes back all that was done to a client, and keeps that. The client is
// then as they were when they came in.
func takenBack(t *testing.T, path, id string) string {
	t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	d := desk.New(s, nonce)
	h, err := d.Open(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for h.CanUndo() {
		if h, _, err = h.Undo(); err != nil {
			t.Fatal("taking back: ", err)
		}
	}
	for h.Dirty() {
		var save hand.Save
		var ok bool
		if h, save, ok = h.Send(); !ok {
			break
		}
		n, version, err := d.Keep(t.Context(), save)
		if err != nil {
			t.Fatal("keeping what was taken back: ", err)
		}
		h = h.Kept(n, version)
	}
	return whole(t, path, false)
}

// put writes a file of the test.
func put(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// many is a file of more clients than one save of the store holds.
func many(t *testing.T, f portable.File) []byte {
	t.Helper()
	one := f.Clients[0]
	f.Clients = nil
	for i := range 40 {
		c := one.Clone()
		c.ID, c.Name = fmt.Sprintf("c%03d", i), fmt.Sprint("Client ", i)
		f.Clients = append(f.Clients, c)
	}
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (r *rack) input(name string) string { return filepath.Join(r.in, name) }
