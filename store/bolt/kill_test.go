package bolt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"

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

// TestKilledWhileItMigrates kills the migration of an older file at random moments. The file is then as it was or up to
// date, with all that it held, and so is what was kept of it.
func TestKilledWhileItMigrates(t *testing.T) {
	t.Parallel()
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	random := rand.New(rand.NewPCG(2011, 13))
	s := filled(t, 300)
	want, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = s.write(t.Context(), func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		return errors.Join(tx.DeleteBucket(logBucket), meta.Delete(floorKey), meta.Put(versionKey, encodeNumber(1)))
	})
	if err != nil {
		t.Fatal(err)
	}
	old := contents(t, s.Path())
	copied := 0
	for round := range rounds {
		path := written(t, old)
		migrating := child(t, "migrate", path)
		if err := migrating.Start(); err != nil {
			t.Fatal(err)
		}
		for begun := false; !begun; { // it is at work once the copy, or a draft of it, is there
			begun = len(names(t, filepath.Dir(path))) > 1
			if err := migrating.Process.Signal(syscall.Signal(0)); err != nil {
				break
			}
		}
		for range random.IntN(3_000_000) { // A moment, that differs from round to round.
			_ = round
		}
		_ = migrating.Process.Kill()
		_ = migrating.Wait()
		kept, _ := filepath.Glob(filepath.Join(path+".copies", "*.db"))
		format, err := handle(t, path).Format(t.Context()) // which migrates nothing
		if err != nil || format == Version && len(kept) != 1 {
			t.Fatalf("round %d: of a file of version %d there are the copies %q, %v", round, format, kept, err)
		}
		copied += len(kept)
		for _, name := range append(kept, path) {
			if sum, err := handle(t, name).Check(t.Context()); err != nil || sum.Records != want.Records {
				t.Fatalf("round %d: %s holds %+v: %v", round, name, sum, err)
			}
		}
	}
	path := written(t, old)
	if err := child(t, "migrate", path).Run(); err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(filepath.Join(path+".copies", "*.db"))
	if copied += len(kept); copied == 0 {
		t.Error("no copy was looked at")
	}
}

// migrateOnce uses a file, which an older one is migrated for.
func migrateOnce(path string) error {
	s, err := Open(path)
	if err == nil {
		_, err = s.Get(context.Background(), "n")
	}
	return err
}
