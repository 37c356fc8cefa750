package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"sync"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// revisions are those of all records.
func revisions(t *testing.T, s *Store) map[string]store.Rev {
	t.Helper()
	revs := map[string]store.Rev{}
	if err := s.Scan(t.Context(), "", func(r store.Record) error { revs[r.Key] = r.Rev; return nil }); err != nil {
		t.Fatal(err)
	}
	return revs
}

// Writing a file anew changes nothing in it: its revision stays, a watch that has heard of all goes on, and nobody is
// told that a copy was put back.
func TestNothingIsSaidToHaveChangedInAFileThatIsWrittenAnew(t *testing.T) {
	t.Parallel()
	for name, anew := range map[string]func(*Store) error{
		"compacted": func(s *Store) error { return s.Rework(t.Context(), func(*Store) error { return nil }, nil) },
		"written": func(s *Store) error {
			return s.WriteAnew(t.Context(), nil, func(to *Store) error {
				_, err := to.Apply(t.Context(), storetest.Put("a", 0, "sealed"))
				return err
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := filled(t, 50)
			before, err := s.Apply(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			revs := revisions(t, s)
			if err := anew(s); err != nil {
				t.Fatal(err)
			}
			if now, err := s.Apply(t.Context()); err != nil || now != before {
				t.Errorf("revision %d became %d, %v", before, now, err)
			}
			if at, err := s.Restored(t.Context()); err != nil || at != 0 {
				t.Errorf("a copy is said to have been put back at %d, %v", at, err)
			}
			if now := revisions(t, s); name == "compacted" && len(now) != len(revs) || now[recordKey(0, 0)] != revs[recordKey(0, 0)] && name == "compacted" {
				t.Errorf("%v became %v", revs, now)
			}
			if _, _, err := s.since(t.Context(), "", before); err != nil {
				t.Errorf("a watch that has heard of all does not go on: %v", err)
			}
		})
	}
}

// Where a file was put back once, that is still known of it after it was written anew.
func TestThatACopyWasPutBackIsStillKnownOfAFileThatIsWrittenAnew(t *testing.T) {
	t.Parallel()
	s := filled(t, 5)
	copied, err := s.KeepCopy(t.Context(), BeforeImport)
	if err == nil {
		_, err = s.Restore(t.Context(), copied.Path)
	}
	if err != nil {
		t.Fatal(err)
	}
	at, _ := s.Restored(t.Context())
	if err := s.WriteAnew(t.Context(), someSeal, func(*Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if now, err := s.Restored(t.Context()); err != nil || now != at || at == 0 {
		t.Errorf("%d became %d, %v", at, now, err)
	}
}

// A copy that is being made when the file gets a lock, or is compacted, is made again: the one that was begun holds what
// is to be read, or to be found, nowhere any more.
func TestACopyThatIsMadeMeanwhileIsMadeOfTheFileThatIsWrittenAnew(t *testing.T) {
	t.Parallel()
	const secret = "Zeno-Quaxelfort"
	for name, anew := range map[string]func(*Store) error{
		"locked": func(s *Store) error {
			return s.WriteAnew(t.Context(), someSeal, func(to *Store) error {
				_, err := to.Apply(t.Context(), storetest.Put("a", 0, "sealed"))
				return err
			})
		},
		"erased": func(s *Store) error {
			found, err := s.Get(t.Context(), secret)
			if err == nil {
				_, err = s.Apply(t.Context(), storetest.Remove(secret, found[0].Rev))
			}
			if err == nil {
				err = s.Rework(t.Context(), func(*Store) error { return nil }, nil)
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := filled(t, 5)
			save(t, s, secret, secret)
			var once sync.Once
			copied, err := handle(t, s.Path()).KeepCopyTold(t.Context(), Daily, func(int, int) {
				once.Do(func() {
					if err := anew(s); err != nil {
						t.Error(err)
					}
				})
			})
			if err != nil {
				t.Fatal(err)
			}
			if raw, err := os.ReadFile(copied.Path); err != nil || bytes.Contains(raw, []byte(secret)) {
				t.Error("what is gone from the file stands in its copy", err)
			}
			if left := names(t, s.CopyFolder()); len(left) != 1 {
				t.Errorf("the folder holds %v", left)
			}
		})
	}
}

// A file that gets a lock while an open copy is about to take its place keeps it: who puts the copy back did not know.
func TestAFileThatGetsItsLockMeanwhileIsNotReplacedByAnOpenCopy(t *testing.T) {
	t.Parallel()
	s := filled(t, 5)
	copied, err := s.KeepCopy(t.Context(), BeforeImport)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.RestoreTold(t.Context(), copied.Path, nil, func(*Store) (store.Rev, error) {
		return 0, handle(t, s.Path()).WriteAnew(t.Context(), someSeal, func(*Store) error { return nil })
	})
	if !errors.Is(err, store.ErrLocked) {
		t.Errorf("it says %v", err)
	}
	if seal, err := s.Seal(t.Context()); err != nil || !bytes.Equal(seal, someSeal) {
		t.Errorf("the seal is %q, %v", seal, err)
	}
}

// Where a file has to be closed before another takes its place, nobody saves into it meanwhile: what is saved then is in
// the new one, or is refused.
func TestNobodySavesIntoAFileThatIsAboutToBeReplaced(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := filled(t, 5)
	s.closesFirst = true
	late := make(chan error, 1)
	err := s.WriteAnew(ctx, nil, func(to *Store) error {
		_, err := to.Apply(ctx, storetest.Put("a", 0, "anew"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	err = s.attempt(ctx, alone, func(u *fileUse) error {
		draft := s.path + ".new"
		if err := duplicate(s.path, draft); err != nil {
			return err
		}
		return s.exchange(ctx, u, func() error {
			begun := make(chan struct{})
			go func() {
				close(begun)
				_, err := handle(t, s.path).Apply(ctx, storetest.Put("late", 0, "1"))
				late <- err
			}()
			<-begun
			select {
			case err := <-late:
				t.Errorf("it was saved into a file that is leaving: %v", err)
				late <- err
			default:
			}
			return os.Rename(draft, s.path)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-late; err != nil {
		t.Fatal(err)
	}
	if got := storetest.Contents(t, s); !slices.Equal(got, []string{"a=anew", "late=1"}) {
		t.Errorf("it holds %v", got)
	}
	if copied, err := s.KeepCopy(ctx, BeforeImport); err != nil {
		t.Error(err)
	} else if _, err := handle(t, copied.Path).Apply(ctx, storetest.Put("more", 0, "1")); err != nil {
		t.Error(err)
	}
}
