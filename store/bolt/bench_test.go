package bolt

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// saved is the size in bytes of a record that an answer or a remark saves.
const saved = 600

// BenchmarkSave compares a save with an append and fsync of the same bytes to a bare file in the same run, turn by turn,
// so that a slow disk slows both. The limit of x-floor is 4.
func BenchmarkSave(b *testing.B) {
	b.Run("small", func(b *testing.B) { benchmarkSave(b, sized(b, 1<<20)) })
	b.Run("100MB", func(b *testing.B) { benchmarkSave(b, sized(b, 100<<20)) })
}

func benchmarkSave(b *testing.B, path string) {
	ctx := context.Background()
	s := handle(b, path)
	bare, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = bare.Close() }()
	value := noise(saved)
	random := rand.New(rand.NewPCG(1, 2))
	n := records(b, s)
	var saves, floors []time.Duration
	for b.Loop() {
		key := bulkKey(random.IntN(n))
		found, err := s.Get(ctx, key)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := s.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: value}); err != nil {
			b.Fatal(err)
		}
		saves = append(saves, time.Since(start))
		start = time.Now()
		if _, err := bare.Write(value); err != nil {
			b.Fatal(err)
		}
		if err := bare.Sync(); err != nil {
			b.Fatal(err)
		}
		floors = append(floors, time.Since(start))
	}
	b.ReportMetric(at(saves, 50), "µs-save-p50")
	b.ReportMetric(at(saves, 95), "µs-save-p95")
	b.ReportMetric(at(floors, 50), "µs-floor-p50")
	b.ReportMetric(at(saves, 50)/at(floors, 50), "x-floor")
}

// BenchmarkRead measures the reading of one record, of 10,000 short ones, and the first look of a new handle.
func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name string
		size int64
	}{{"small", 1 << 20}, {"100MB", 100 << 20}} {
		b.Run(c.name, func(b *testing.B) {
			benchmarkRead(b, sized(b, c.size))
		})
	}
}

func benchmarkRead(b *testing.B, path string) {
	ctx := context.Background()
	s := handle(b, path)
	n := records(b, s)
	random := rand.New(rand.NewPCG(1, 2))
	b.Run("get", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Get(ctx, bulkKey(random.IntN(n))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scan 10,000 summaries", func(b *testing.B) {
		for b.Loop() {
			found := 0
			if err := s.Scan(ctx, "summary/", func(store.Record) error { found++; return nil }); err != nil || found != 10_000 {
				b.Fatal(found, err)
			}
		}
	})
	b.Run("first get of a handle", func(b *testing.B) {
		for b.Loop() {
			if _, err := handle(b, path).Get(ctx, bulkKey(0)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func at(times []time.Duration, percent int) float64 {
	slices.Sort(times)
	return float64(times[(len(times)-1)*percent/100].Nanoseconds()) / 1000
}

func bulkKey(i int) string { return fmt.Sprintf("answers/%07d", i) }

func records(b *testing.B, s *Store) int {
	n := 0
	if err := s.attempt(context.Background(), shared, func(u *fileUse) error {
		return u.db.View(func(tx *bbolt.Tx) error { n = int(tx.Bucket(metaBucket).Sequence()); return nil })
	}); err != nil || n == 0 {
		b.Fatal(n, err)
	}
	return n
}

// sized returns a file of about this many bytes: records of up to 5 kB and 10,000 short ones, put in no particular order
// by Applies as large as they may be, as a life of use would, with a full log.
func sized(b *testing.B, size int64) string {
	b.Helper()
	s := fresh(b)
	if err := s.create(); err != nil {
		b.Fatal(err)
	}
	db, err := bbolt.Open(s.Path(), 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	n := int(size / 4096)
	order, value, rev := rand.New(rand.NewPCG(3, 4)).Perm(n), noise(5000), uint64(0)
	for len(order) > 0 {
		batch := order[:min(len(order), 250)]
		order = order[len(batch):]
		err := db.Update(func(tx *bbolt.Tx) error {
			rev++
			for _, i := range batch {
				if err := tx.Bucket(recordsBucket).Put([]byte(bulkKey(i)), encode(bulkKey(i), store.Rev(rev), value[:i*7919%5000])); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		for i := range 10_000 {
			key := fmt.Sprintf("summary/%05d", i)
			if err := tx.Bucket(recordsBucket).Put([]byte(key), encode(key, store.Rev(rev), value[:80])); err != nil {
				return err
			}
		}
		for range s.keep {
			rev++
			if err := tx.Bucket(logBucket).Put(encodeNumber(rev), encodeKeys([]string{bulkKey(int(rev) % n)})); err != nil {
				return err
			}
		}
		meta := tx.Bucket(metaBucket)
		if err := meta.Put(floorKey, encodeNumber(rev-s.keep)); err != nil {
			return err
		}
		if err := meta.SetSequence(uint64(n)); err != nil {
			return err
		}
		return meta.Put(revKey, encodeNumber(rev))
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := db.Sync(); err != nil {
		b.Fatal(err)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d MB", info.Size()>>20)
	return s.Path()
}
