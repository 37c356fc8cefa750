package bolt

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/storetest"
)

// sealedFile is a file with a seal and some records; hurt makes the n-th place of the seal another.
func sealedFile(t *testing.T, hurt ...int) *Store {
	t.Helper()
	s := fresh(t)
	err := s.WriteAnew(t.Context(), someSeal, func(to *Store) error {
		for i := range 200 {
			if _, err := to.Apply(t.Context(), storetest.Put(recordKey(i, 0), 0, recordValue(i, 0))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	raw := raw(t, s.Path())
	var places []int
	for at := 0; ; {
		i := bytes.Index(raw[at:], someSeal)
		if i < 0 {
			break
		}
		places = append(places, at+i)
		at += i + 1
	}
	if len(places) != 2 {
		t.Fatalf("the seal stands at %v", places)
	}
	if places[0]/4096 == places[1]/4096 {
		t.Errorf("both stand on one page: %v", places)
	}
	for _, n := range hurt {
		raw[places[n]+20] ^= 1
	}
	if err := os.WriteFile(s.Path(), raw, 0o600); err != nil {
		t.Fatal(err)
	}
	s = handle(t, s.Path())
	s.Know(someSeal)
	return s
}

// The seal stands in a file twice, on two pages: where one is damaged the file is used with the other, it is told, and
// what is made of the file has both again.
func TestASealIsReadFromWhicheverPlaceIsWhole(t *testing.T) {
	t.Parallel()
	for n := range 2 {
		s := sealedFile(t, n)
		if seal, err := s.Seal(t.Context()); err != nil || !bytes.Equal(seal, someSeal) {
			t.Errorf("%d: the seal is %q, %v", n, seal, err)
		}
		save(t, s, "more", "1")
		if _, err := s.Check(t.Context()); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%d: it is not told: %v", n, err)
		}
		path := filepath.Join(t.TempDir(), "new.db")
		found, err := s.RescueSound(t.Context(), path)
		if err != nil || !found.SealMended || found.SealLost() || found.Lost != 0 {
			t.Errorf("%d: %+v %v", n, found, err)
		}
		made := handle(t, path)
		made.Know(someSeal)
		if _, err := made.Check(t.Context()); err != nil {
			t.Errorf("%d: what is made of it is not whole: %v", n, err)
		}
		hasBoth(t, made)
		if got := storetest.Contents(t, made); len(got) != 201 {
			t.Errorf("%d: it holds %d records", n, len(got))
		}
	}
	s := sealedFile(t, 0, 1)
	if _, err := s.Seal(t.Context()); !errors.Is(err, store.ErrDamaged) {
		t.Error(err)
	}
}

// A page with the seal of which nothing can be read any more costs what else stands on it, and not the whole file.
func TestAPageWithTheSealThatIsLostIsNotTheWholeFile(t *testing.T) {
	t.Parallel()
	s := sealedFile(t)
	content := raw(t, s.Path())
	for _, page := range []int{bytes.Index(content, someSeal) / os.Getpagesize(), bytes.LastIndex(content, someSeal) / os.Getpagesize()} {
		hurt := bytes.Clone(content)
		clear(hurt[page*os.Getpagesize() : (page+1)*os.Getpagesize()])
		at := filepath.Join(t.TempDir(), "kwi.db")
		if err := os.WriteFile(at, hurt, 0o600); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "new.db")
		found, err := handle(t, at).Rescue(t.Context(), path)
		if err != nil || found.SealLost() {
			t.Fatalf("%+v %v", found, err)
		}
		made := handle(t, path)
		made.Know(someSeal)
		if got := storetest.Contents(t, made); len(got) < 100 {
			t.Errorf("it holds %d records", len(got))
		}
	}
}

// A file that was locked before a seal stood twice gets the second with its next save.
func TestAFileWithOneSealGetsTheSecond(t *testing.T) {
	t.Parallel()
	s := sealedFile(t)
	err := s.attempt(t.Context(), alone, func(u *fileUse) error {
		return u.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(sealCopyKey) })
	})
	if err == nil {
		_, err = s.Check(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, "more", "1")
	hasBoth(t, s)
}

func hasBoth(t *testing.T, s *Store) {
	t.Helper()
	err := s.read(t.Context(), func(_ *fileUse, p *paged) error {
		first := bytes.Clone(sealIn(p, recordsBucket))
		if second := sealIn(p, metaBucket); second == nil || !bytes.Equal(first, second) {
			t.Errorf("the seals are %q and %q", first, second)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
