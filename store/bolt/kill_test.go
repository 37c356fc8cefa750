package bolt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// saveForEver puts the same number under several keys, of changing sizes, and says so after each save has returned.
func saveForEver(path string) error {
	ctx := context.Background()
	s, err := Open(path)
	if err != nil {
		return err
	}
	found, err := s.Get(ctx, "n/0", "n/1", "n/2", "n/3")
	if err != nil {
		return err
	}
	n := 0
	if found[0].Rev > 0 {
		if _, err := fmt.Sscan(string(found[0].Value), &n); err != nil {
			return err
		}
	}
	for {
		n++
		var writes []store.Write
		for i, r := range found {
			writes = append(writes, storetest.Put(r.Key, r.Rev, numbered(n, i)))
		}
		if n > 20 {
			old := fmt.Sprint("once/", n-20)
			once, err := s.Get(ctx, old)
			if err != nil {
				return err
			}
			writes = append(writes, storetest.Remove(old, once[0].Rev))
		}
		writes = append(writes, storetest.Put(fmt.Sprint("once/", n), 0, numbered(n, 0)))
		rev, err := s.Apply(ctx, writes...)
		if err != nil {
			return err
		}
		for i := range found {
			found[i].Rev = rev
		}
		fmt.Println("saved", n)
	}
}

func numbered(n, i int) string { return fmt.Sprint(n, " ", strings.Repeat("x", (n*997*(i+1))%9000)) }

// TestKilled kills a process that saves, at random moments: after a random number of its reports, so that the kill falls
// anywhere in a later save. What was reported must be there, whole, and the file sound.
func TestKilled(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	random := rand.New(rand.NewPCG(2011, 6))
	path := fresh(t).Path()
	total := 0
	for round := range rounds {
		saver := child(t, "save", path)
		out, err := saver.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := saver.Start(); err != nil {
			t.Fatal(err)
		}
		wanted, reported := 1+random.IntN(25), 0
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			n := 0
			if _, err := fmt.Sscanf(lines.Text(), "saved %d", &n); err != nil {
				t.Fatalf("the child says: %s", lines.Text())
			}
			reported = n
			if wanted--; wanted == 0 {
				for range random.IntN(1_500_000) { // A moment, that differs from round to round.
					_ = round
				}
				if err := saver.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = saver.Wait()
		total = reported
		inspect(t, round, path, reported)
	}
	t.Logf("%d saves were reported", total)
}

func inspect(t *testing.T, round int, path string, reported int) {
	t.Helper()
	ctx := context.Background()
	s := handle(t, path)
	found, err := s.Get(ctx, "n/0", "n/1", "n/2", "n/3")
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	n := 0
	if _, err := fmt.Sscan(string(found[0].Value), &n); err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	if n < reported || n > reported+1 {
		t.Fatalf("round %d: %d was reported, %d is there", round, reported, n)
	}
	for i, r := range found {
		if string(r.Value) != numbered(n, i) || r.Rev != found[0].Rev {
			t.Fatalf("round %d: %q is of another save", round, r.Key)
		}
	}
	sum, err := s.Check(ctx)
	if err == nil && sum.Records != 4+min(n, 20) {
		err = errors.New("a save has half come through")
	}
	if err != nil {
		t.Fatalf("round %d: %+v: %v", round, sum, err)
	}
}
