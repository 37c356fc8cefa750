package bolt

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// TestPowerCut cuts the power during a save: of the pages that were written since the
// disk last held everything any subset is on it, and one may be half there. bbolt
// writes a save in two turns with a sync behind each, first all pages and then the one
// that says where they are, so a cut falls in the first turn or in the second. What was
// saved before is there after that, the file is sound, and the save that was cut is
// there wholly or not at all.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	saves, cuts := 24, 8
	if testing.Short() {
		saves, cuts = 8, 6
	}
	random := rand.New(rand.NewPCG(2011, 12))
	ctx := context.Background()
	s := fresh(t)
	path := s.Path()
	if _, err := s.Apply(ctx, storetest.Put("first", 0, "1")); err != nil {
		t.Fatal(err)
	}
	cutOff := filepath.Join(t.TempDir(), "cut.db")
	landed := map[bool]int{}
	for n := 1; n <= saves; n++ {
		before := contents(t, path)
		var keys []string
		for i := range 1 + random.IntN(4) {
			keys = append(keys, fmt.Sprint("n/", i))
		}
		found, err := s.Get(ctx, append(slices.Clone(keys), "last")...)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(ctx, numberedWrites(n, found)...); err != nil {
			t.Fatal(err)
		}
		after := contents(t, path)
		for range cuts {
			image := cut(random, before, after)
			if err := os.WriteFile(cutOff, image, 0o600); err != nil {
				t.Fatal(err)
			}
			landed[wholeAfterCut(t, cutOff, n, keys)]++
		}
	}
	if landed[true] == 0 || landed[false] == 0 {
		t.Errorf("every cut fell on the same side: %v", landed)
	}
	t.Logf("%d cuts, in %d of them the save had landed", landed[true]+landed[false], landed[true])
}

// numberedWrites puts a number under keys, and under "last".
func numberedWrites(n int, found []store.Record) (writes []store.Write) {
	for i, r := range found[:len(found)-1] {
		writes = append(writes, storetest.Put(r.Key, r.Rev, numbered(n, i)))
	}
	last := found[len(found)-1]
	return append(writes, storetest.Put(last.Key, last.Rev, fmt.Sprint(n)))
}

// cut is a file as a power cut leaves it between two states.
func cut(random *rand.Rand, before, after []byte) []byte {
	page := os.Getpagesize()
	image := bytes.Clone(before)
	if len(after) > len(image) { // a file grows before it is written to
		image = append(image, make([]byte, len(after)-len(image))...)
	}
	second := random.IntN(2) == 0 // the pages are all there, and the cut falls on what says where they are
	for at := 0; at < len(after); at += page {
		now := after[at:min(at+page, len(after))]
		if bytes.Equal(image[at:at+len(now)], now) {
			continue
		}
		says := at < 2*page
		switch {
		case says && !second:
		case says: // written or not, or as far as a sector of the disk
			copy(image[at:], now[:[]int{0, min(512, len(now)), len(now)}[random.IntN(3)]])
		case second, random.IntN(2) == 0:
			copy(image[at:], now)
		case random.IntN(3) == 0: // half a page
			copy(image[at:], now[:512*(1+random.IntN(max(1, page/512-1)))])
		}
	}
	return image
}

// wholeAfterCut reports whether the last save is there. It is wholly there or not at all.
func wholeAfterCut(t *testing.T, path string, n int, keys []string) bool {
	t.Helper()
	ctx := context.Background()
	s := handle(t, path)
	if _, err := s.Check(ctx); err != nil {
		t.Fatalf("save %d: %v", n, err)
	}
	found, err := s.Get(ctx, "last")
	if err != nil {
		t.Fatal(err)
	}
	is := 0
	_, _ = fmt.Sscan(string(found[0].Value), &is)
	if is != n && is != n-1 {
		t.Fatalf("save %d was cut, and %d is the last that is there", n, is)
	}
	all, err := s.Get(ctx, keys...)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all {
		of := 0
		_, _ = fmt.Sscan(string(r.Value), &of)
		if is == n && of != n || is != n && of >= n || of > 0 && string(r.Value) != numbered(of, i) {
			t.Fatalf("save %d was cut, %d is the last that is there, and %q is of %d", n, is, r.Key, of)
		}
	}
	if _, err := s.Apply(ctx, storetest.Put("after", 0, "1")); err != nil {
		t.Fatalf("save %d was cut: the next save: %v", n, err)
	}
	return is == n
}

// TestAFailingDiskLosesNoSave gives the writes of a save a file that may not be written to any more. What was saved before
// is there, nothing of the save is, and the next one works.
func TestAFailingDiskLosesNoSave(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := filled(t, 50)
	before, err := s.Check(ctx)
	if err != nil {
		t.Fatal(err)
	}
	failing := handle(t, s.Path())
	if err := failing.look(ctx); err != nil {
		t.Fatal(err)
	}
	failing.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		return os.OpenFile(name, flag&^os.O_RDWR, mode)
	}
	if _, err := failing.Apply(ctx, storetest.Put("new", 0, "1")); err == nil {
		t.Fatal("it did not fail")
	}
	after := handle(t, s.Path())
	if sum, err := after.Check(ctx); err != nil || sum.Records != before.Records {
		t.Errorf("%+v %v", sum, err)
	}
	if _, err := after.Apply(ctx, storetest.Put("next", 0, "1")); err != nil {
		t.Errorf("the next save: %v", err)
	}
}
