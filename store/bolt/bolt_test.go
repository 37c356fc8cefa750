package bolt

import (
	"path/filepath"
	"testing"
	"time"

	"kwi/store"
	"kwi/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return fresh(t) })
}

// fresh returns a handle on a file that does not exist yet, in a folder of its own.
func fresh(t testing.TB) *Store {
	t.Helper()
	return handle(t, filepath.Join(t.TempDir(), "data", "kwi.db"))
}

// handle waits for its turn as long as it takes, so that a slow machine fails no test.
func handle(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, PollEvery(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	s.wait = time.Hour
	t.Cleanup(func() { _ = s.Close() })
	return s
}
