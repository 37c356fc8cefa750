package erasing_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/store"
	"kwi/store/bolt"
)

// errKilled is where a test ends an erasing, as a kill does.
var errKilled = errors.New("killed")

// doUntil erases and is killed at a moment: at each copy in turn, or each time when it
// works on the data file, which is told of.
func doUntil(t *testing.T, f erasing.File, e desk.Erasing, moment int) (killed bool) {
	t.Helper()
	n := 0
	next := func() {
		if n++; n > moment {
			panic(errKilled)
		}
	}
	defer func() {
		if why := recover(); why != nil {
			if err, ok := why.(error); !ok || !errors.Is(err, errKilled) {
				panic(why)
			}
			killed = true
		}
	}()
	e.Told = func(int, int) { next() }
	_, err := f.Do(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return false
}

// Whoever is interrupted at any moment finds the person in the data file and erases them by
// asking once more, or they are gone from every file already.
func TestAnErasingThatIsInterruptedIsFinishedByAskingOnceMore(t *testing.T) {
	t.Parallel()
	for moment, killed := 0, true; killed; moment++ {
		f, path := filled(t)
		kept, err := f.Store.KeepCopy(t.Context(), bolt.BeforeImport)
		if err != nil {
			t.Fatal(err)
		}
		e := asked(t, f)
		e.Instead = map[string]string{}
		would, err := f.Would(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range would.Writings {
			e.Instead[w.Text] = "iets anders"
		}
		killed = doUntil(t, f, e, moment)
		again := opened(t, path)
		if c, err := again.Desk.Client(t.Context(), "one"); err != nil {
			t.Fatal(err)
		} else if _, there := c.Person("ZQ"); there != killed {
			t.Fatalf("at %d: killed %v, and they are there: %v", moment, killed, there)
		}
		if killed {
			if _, err := again.Do(t.Context(), e); err != nil {
				t.Fatalf("at %d: %v", moment, err)
			}
		}
		for _, name := range []string{path, path + ".bak", path + ".bak2", kept.Path} {
			if found := holds(t, name); len(found) > 0 {
				t.Errorf("at %d: %s still holds %v", moment, filepath.Base(name), found)
			}
		}
		if !killed && moment < 5 {
			t.Errorf("it was never killed but at %d moments", moment)
		}
	}
}

// A copy that is kept by another window while somebody is erased does not hold them either,
// nor is anything lost that is saved meanwhile.
func TestWhatIsDoneMeanwhileIsSeenTo(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	f, path := filled(t)
	e := asked(t, f)
	other, times := opened(t, path), 0
	e.Told = func(int, int) {
		if times++; times < 20 { // also while the draft of the data file is worked on
			if _, err := other.Store.KeepCopy(ctx, bolt.BeforeImport); err != nil {
				t.Error(err)
			}
			if times == 12 {
				_, err := other.Store.Apply(ctx, store.Write{Op: store.Put, Key: "draft//more", Value: []byte("x")})
				if err != nil {
					t.Error(err)
				}
			}
		}
	}
	e.Instead = map[string]string{}
	would, err := f.Would(ctx, desk.Erasing{Person: e.Person, Everywhere: true, Today: e.Today, Unseen: e.Unseen})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range would.Writings {
		e.Instead[w.Text] = "iets anders"
	}
	if _, err := f.Do(ctx, e); err != nil {
		t.Fatal(err)
	}
	copies := f.Store.Copies()
	for _, c := range copies {
		if found := holds(t, c.Path); len(found) > 0 && c.Cause != bolt.Earlier {
			t.Errorf("%s holds %v", c.Name, found)
		}
	}
	if found := holds(t, path); len(found) > 0 || len(copies) < 8 {
		t.Errorf("the file holds %v, beside %d copies", found, len(copies))
	}
	if got, err := other.Store.Get(ctx, "draft//more"); err != nil || got[0].Rev == 0 {
		t.Error("what was saved meanwhile is lost", err)
	}
}

// Where a copy cannot be seen to now the person stays in the data file, so that it can be
// asked once more.
func TestACopyThatIsBusyEndsItBeforeTheDataFile(t *testing.T) {
	t.Parallel()
	f, _ := filled(t)
	e := asked(t, f)
	f.On = func(*bolt.Store) (*desk.Desk, error) { return nil, store.ErrLocked }
	if _, err := f.Do(t.Context(), e); err == nil {
		t.Error("it is said to be done")
	}
	c, err := f.Desk.Client(t.Context(), "one")
	if err != nil || c.Respondent(account.Initials("ZQ")) == nil {
		t.Error("they are gone from the data file, and not from a copy", err)
	}
}
