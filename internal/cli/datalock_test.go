package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/internal/watchword"
)

// window is the session of a window on the data file.
func (w *lockedWorld) window(use func(Session), options ...string) {
	w.Helper()
	w.env.Interactive = func(_ context.Context, s Session) error {
		use(s)
		return nil
	}
	w.run(0, options...)
}

// begin begins a client from a window.
func begin(ctx context.Context, s Session, name string) error {
	h, _, err := s.Desk.Fresh(ctx, name)
	if err == nil {
		h, err = h.Do(hand.Change{Label: hand.Label{Key: "root.begun", Args: []string{name}}, Apply: func(c *account.Client) error { return c.Begin(name, "2026-11-27") }})
	}
	if err != nil {
		return err
	}
	_, save, _ := h.Send()
	_, _, err = s.Desk.Keep(ctx, save)
	return err
}

// While the file gets a passphrase, others and none again, a window goes on to write and to
// read: nothing of what it kept is lost, and it never meets a lock.
func TestAWindowWritesOnWhileTheFileGetsAnotherLock(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	phrases := []string{phrase, other, "", phrase, ""}
	w.window(func(s Session) {
		ctx := t.Context()
		were, err := s.Desk.Portfolio(ctx)
		if err != nil {
			t.Fatal(err)
		}
		before := len(were)
		var both sync.WaitGroup
		done := make(chan struct{})
		both.Go(func() {
			defer close(done)
			present := ""
			for _, next := range phrases {
				if _, err := s.Lock.Set(ctx, "wrong", next, nil); present != "" && !errors.Is(err, watchword.ErrOther) {
					t.Errorf("another passphrase: %v", err)
				} else if present == "" && err != nil {
					t.Error(err)
				}
				if present != "" {
					if _, err := s.Lock.Set(ctx, present, next, nil); err != nil {
						t.Error(err)
					}
				}
				present = next
			}
		})
		both.Go(func() {
			for range 200 {
				if _, err := s.Desk.Portfolio(ctx); err != nil {
					t.Error(err)
				}
			}
		})
		for n := 0; ; n++ {
			if err := begin(ctx, s, fmt.Sprint("Klant ", n)); err != nil {
				t.Errorf("client %d: %v", n, err)
			}
			select {
			case <-done:
				both.Wait()
				lines, err := s.Desk.Portfolio(ctx)
				if kept := len(lines) - before; err != nil || kept != n+1 {
					t.Errorf("%d of %d are there, %v", kept, n+1, err)
				}
				return
			default:
			}
		}
	})
	w.run(0, "check")
	if said := w.run(0, "list"); !strings.Contains(said, "Klant 0") {
		t.Error(said)
	}
}

// A window goes on with another lock for who knows its passphrase and that of before, whichever
// is tried how often; where the same passphrase was chosen again it is typed once.
func TestAnotherLockAsksForThePassphraseOfBefore(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.write("same", phrase)
	change := func(from, to string) {
		w.run(0, "lock", "--change", "--passphrase-file", w.at(from), "--new-passphrase-file", w.at(to))
	}
	w.window(func(s Session) {
		tries := func(typed string, want error) {
			t.Helper()
			if err := s.Lock.Unlock(t.Context(), typed); !errors.Is(err, want) {
				t.Errorf("%q: %v, want %v", typed, err, want)
			}
		}
		change("pw", "same")
		tries(phrase, nil)
		change("same", "other")
		tries(other, watchword.ErrFirst)
		tries(phrase, watchword.ErrNext)
		tries(phrase, watchword.ErrOther)
		if _, err := s.Desk.Portfolio(t.Context()); err == nil {
			t.Error("it went on with the passphrase of before")
		}
		tries(other, nil)
		if _, err := s.Desk.Portfolio(t.Context()); err != nil {
			t.Error(err)
		}
		change("other", "same")
		tries(phrase, watchword.ErrFirst)
	}, "--passphrase-file", w.at("pw"))
}

// A locked file gets its copy of the day as any other does.
func TestALockedFileGetsTheCopyOfTheDay(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	before, today := len(w.copies()), w.env.Now()
	w.env.Now = func() time.Time { return today.AddDate(0, 0, 1) }
	w.opened(0, "supplier", "--name", "Andere Naam")
	if after := w.copies(); len(after) != before+1 {
		t.Errorf("%d copies, and then %v", before, after)
	}
}
