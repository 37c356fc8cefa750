package cli

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/store"
)

// A locked file of which a record is damaged tells of whom it is, and what can be read
// is brought out, locked as it was.
func TestALockedFileThatIsDamaged(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.flip(w.sealedKey(codec.SummaryKey("newmedia")))
	if said := w.opened(1, "check"); !strings.Contains(said, "NewMedia") && !strings.Contains(said, "newmedia") {
		t.Error(said)
	}
	w.opened(0, "check", "--repair")
	w.opened(0, "check")
	w.flip(w.sealedKey(codec.ClientKey("newmedia")))
	said := w.opened(1, "rescue", w.path, "--out", w.at("rescued.db"))
	if !strings.Contains(said, "NewMedia · the client's own data: cannot be read") {
		t.Error(said)
	}
	if said := w.run(1, "list", "--file", w.at("rescued.db")); !strings.Contains(said, "is locked with a passphrase") {
		t.Error(said)
	}
	if said := w.opened(0, "list", "--file", w.at("rescued.db")); !strings.Contains(said, "NewMedia") {
		t.Error(said)
	}
}

// A lock of which a byte is another is put in order by nothing: without it what stands in
// the file says nothing, and a file without it would be open to whoever writes.
func TestNothingIsMadeOfAFileWhoseLockIsDamaged(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.flip("\x00seal")
	before, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check", "--repair"}, {"rescue", w.path, "--out", w.at("rescued.db")}} {
		if said := w.opened(1, args...); !strings.Contains(said, "itself damaged") {
			t.Errorf("kwi %s: %s", args[0], said)
		}
	}
	for _, args := range [][]string{{"list"}, {"export"}, {"import", "../portable/testdata/worked.json"}} {
		if said := w.opened(1, args...); !strings.Contains(said, "damaged") {
			t.Errorf("kwi %s: %s", args[0], said)
		}
	}
	if _, err := os.Stat(w.at("rescued.db")); err == nil {
		t.Error("something was made of it")
	}
	if after, err := os.ReadFile(w.path); err != nil || !bytes.Equal(before, after) {
		t.Error("the file is not what it was", err)
	}
}

// sealedKey is the key under which a record stands in the locked file.
func (w *lockedWorld) sealedKey(key string) (found string) {
	w.Helper()
	r := &invocation{Env: w.env, ctx: context.Background(), words: chooseLanguage([]string{"--lang", "en"}, "", w.env.Getenv), opens: secret{file: w.at("pw"), fd: -1}}
	s, err := r.opened(w.path)
	if err != nil {
		w.Fatal(err)
	}
	err = s.Scan(r.ctx, "", func(rec store.Record) error {
		if real := r.realKeys(s, []string{rec.Key}); real[0] == key {
			found = rec.Key
		}
		return nil
	})
	if err != nil || found == "" {
		w.Fatalf("no record %s, %v", key, err)
	}
	return found
}
