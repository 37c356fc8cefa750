package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// TestCorruption damages a file in many ways. Nothing may panic or hang, every record given out must be one that was
// once put, and a save that is refused must leave the file as it was. What a rescue saves must be genuine too.
func TestCorruption(t *testing.T) {
	s := filled(t, 800)
	good := contents(t, s.Path())
	genuine := map[string]string{}
	for i := range 800 {
		genuine[recordKey(i, 0)] = recordValue(i, 0)
	}
	rounds := 60
	if testing.Short() {
		rounds = 30
	}
	var noticed, rescued atomic.Int64
	t.Run("rounds", func(t *testing.T) {
		for round := range rounds {
			t.Run(fmt.Sprint(round), func(t *testing.T) {
				t.Parallel() // each waits for the disk for most of its time
				random := rand.New(rand.NewPCG(2011, uint64(round)))
				bad := damage(random, bytes.Clone(good))
				if live(t, written(t, bad), genuine) {
					noticed.Add(1)
				}
				rescued.Add(int64(salvaged(t, written(t, bad), genuine)))
			})
		}
	})
	t.Logf("%d of %d damages were noticed; %d records a round were rescued", noticed.Load(), rounds, rescued.Load()/int64(rounds))
}

// written is a file with these bytes, in a folder of its own.
func written(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kwi.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// salvaged rescues a damaged file, looks into what that made, and returns how many records are in it.
func salvaged(t *testing.T, path string, genuine map[string]string) int {
	t.Helper()
	save := path + ".saved"
	found, err := handle(t, path).Rescue(context.Background(), save)
	if err != nil {
		if !errors.Is(err, store.ErrDamaged) {
			t.Fatalf("Rescue: %v", err)
		}
		return 0
	}
	if held := len(trust(t, handle(t, save), genuine)); held != found.Records {
		t.Fatalf("%d records were rescued, %d are there", found.Records, held)
	}
	if _, err := handle(t, save).Check(context.Background()); err != nil {
		t.Fatalf("the rescued file: %v", err)
	}
	return found.Records
}

// damage changes some bits, overwrites a stretch, exchanges two pages or repeats one.
func damage(random *rand.Rand, b []byte) []byte {
	pages := len(b) / 4096
	switch random.IntN(4) {
	case 0:
		for range 1 + random.IntN(30) {
			b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		}
	case 1:
		at := random.IntN(len(b))
		for i := at; i < min(len(b), at+random.IntN(20_000)); i++ {
			b[i] = byte(random.Uint32())
		}
	case 2: // The heads of pages, where a change does the most harm.
		for range 1 + random.IntN(20) {
			b[random.IntN(pages)*4096+random.IntN(64)] ^= 1 << random.IntN(8)
		}
	case 3:
		from, to := random.IntN(pages)*4096, random.IntN(pages)*4096
		copy(b[to:to+4096], bytes.Clone(b[from:from+4096]))
		if random.IntN(2) == 0 && to > 8192 { // With its own number it is harder to notice.
			binary.NativeEndian.PutUint64(b[to:], uint64(to/4096))
		}
	}
	return b
}

// live uses a damaged file and reports whether a check notices the damage.
func live(t *testing.T, path string, genuine map[string]string) bool {
	t.Helper()
	ctx := context.Background()
	_, damaged := handle(t, path).Check(ctx)
	s := handle(t, path)
	trust(t, s, genuine)
	for _, key := range []string{recordKey(5, 0), recordKey(411, 0), "new"} {
		before := contents(t, path)
		found, err := s.Get(ctx, key)
		var rev store.Rev
		if err == nil {
			rev = found[0].Rev
		}
		if _, err := s.Apply(ctx, storetest.Put(key, rev, genuine[key])); err != nil && !bytes.Equal(before, contents(t, path)) {
			t.Fatalf("a save that was refused changed the file: %v", err)
		}
	}
	return damaged != nil
}

// trust reads all records that can be read and compares them.
func trust(t *testing.T, s *Store, genuine map[string]string) []string {
	t.Helper()
	var found []string
	_ = s.Scan(context.Background(), "", func(r store.Record) error {
		if string(r.Value) != genuine[r.Key] {
			t.Fatalf("record %q was never put like this", r.Key)
		}
		found = append(found, r.Key)
		return nil
	})
	return found
}

// TestOneBitOfATree changes one bit of each branch page's pointers, of each page's number of elements and of the list of
// free pages. bbolt alone would lead into circles, pass over records without a word, or write onto pages in use. So a
// file is read whole or refused, and a save that is accepted takes nothing away.
func TestOneBitOfATree(t *testing.T) {
	s := filled(t, 800)
	good, all := contents(t, s.Path()), len(storetest.Contents(t, s))
	const page, head, element = 4096, 16, 16
	kinds := map[uint16]string{1: "branch", 2: "leaf", 16: "free"}
	tried, refused := 0, 0
	try := func(t *testing.T, at, bit int) {
		bad := bytes.Clone(good)
		bad[at] ^= 1 << bit
		path := written(t, bad)
		tried++
		count := func() (int, error) {
			n := 0
			err := handle(t, path).Scan(t.Context(), "", func(store.Record) error { n++; return nil })
			return n, err
		}
		if n, err := count(); err == nil && n != all {
			t.Errorf("bit %d at %d of page %d: %d of %d records, without a word", bit, at%page, at/page, n, all)
		} else if err != nil {
			refused++
		}
		before := contents(t, path)
		for _, key := range []string{recordKey(5, 0), recordKey(411, 0), "new"} {
			found, err := handle(t, path).Get(t.Context(), key)
			if err != nil {
				continue
			}
			_, _ = handle(t, path).Apply(t.Context(), storetest.Put(key, found[0].Rev, "x"))
		}
		if n, err := count(); err == nil && n < all || err != nil && !bytes.Equal(before, contents(t, path)) {
			t.Errorf("bit %d at %d of page %d: %d of %d records after saves: %v", bit, at%page, at/page, n, all, err)
		}
	}
	step := 3
	if testing.Short() {
		step = 13
	}
	for start := 2 * page; start < len(good); start += page {
		kind := kinds[binary.NativeEndian.Uint16(good[start+8:])]
		t.Run(fmt.Sprint(kind, " ", start/page), func(t *testing.T) {
			count := int(binary.NativeEndian.Uint16(good[start+10:]))
			bits := start/page%step == 0
			for bit := range 8 {
				switch {
				case kind == "branch":
					try(t, start+10, bit)
					try(t, start+head+element*(bit%count)+8, bit)
				case kind == "free" && count > 0:
					try(t, start+head+8*(bit%count), bit)
				case kind == "leaf" && bits:
					try(t, start+10, bit)
				}
			}
		})
	}
	t.Logf("%d of %d files were refused", refused, tried)
}
