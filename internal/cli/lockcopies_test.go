package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/beside"
	"kwi/store/bolt"
)

// earlier is what a window says of the copies that can be gone back to, by what it
// would change, and when something was last changed.
func (w *lockedWorld) earlier() (said []EarlierCopy, last string) {
	w.Helper()
	r := &invocation{Env: w.env, ctx: context.Background(), words: chooseLanguage([]string{"--lang", "en"}, "", w.env.Getenv), opens: secret{file: w.at("pw"), fd: -1}}
	_, err := r.data()
	if err != nil {
		w.Fatal(err)
	}
	said, at, err := r.copier.Earlier(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	for i := range said {
		said[i].Copy.Size, said[i].Seen = 0, Seen{}
	}
	return said, string(at)
}

// What going back to a copy would change is said the same when the file and its copies
// got a lock, another one, or none: nothing in them was changed by that.
func TestWhatACopyWouldChangeIsTheSameBehindALock(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	w.write("one.json", `{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "newmedia", "name": "NewerMedia"}, {"id": "new", "name": "Newcomer"}]}`)
	w.run(0, "import", "--replace", w.at("one.json"), "--why", "test")
	said, last := w.earlier()
	if len(said) != 3 || len(said[0].Changed) != 1 || len(said[0].Gone) != 1 || len(said[0].Back) != 0 || last == "" {
		t.Fatalf("%+v %s", said, last)
	}
	for _, args := range [][]string{{"lock", "--passphrase-file", w.at("pw")}, {"unlock", "--passphrase-file", w.at("pw")}} {
		w.run(0, args...)
		if now, at := w.earlier(); !reflect.DeepEqual(now, said) || at != last {
			t.Errorf("after %s\n%+v %s\nbefore\n%+v %s", args[0], now, at, said, last)
		}
	}
}

// contents are the copies as they stand, and putsBack has them stand so again: as a lock
// leaves them that is interrupted after the data file.
func (w *lockedWorld) contents() map[string][]byte {
	w.Helper()
	all := map[string][]byte{}
	for _, c := range w.copies() {
		raw, err := os.ReadFile(c.Path)
		if err != nil {
			w.Fatal(err)
		}
		all[c.Path] = raw
	}
	return all
}

func (w *lockedWorld) putsBack(all map[string][]byte) {
	w.Helper()
	for path, raw := range all {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			w.Fatal(err)
		}
	}
}

func (w *lockedWorld) says(said string, parts ...string) {
	w.Helper()
	for _, part := range parts {
		if !strings.Contains(said, part) {
			w.Errorf("%q is not said in\n%s", part, said)
		}
	}
}

// A lock that was interrupted is finished by giving the command once more; until then
// check and doctor say what stands open.
func TestALockThatWasInterruptedIsFinishedByGivingItOnceMore(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	open := w.contents()
	w.opened(0, "lock")
	w.putsBack(open)
	w.says(w.opened(1, "check"), "this copy of a locked file is not locked itself", "Give kwi lock once more")
	w.says(w.opened(1, "check", "--json"), `"sound": false`, `"open": [`, ".db.copies")
	w.says(w.run(0, "doctor"), "not every copy that kwi kept of it is (2)")
	w.says(w.opened(0, "lock"), "was locked already", "The 2 copies that kwi kept are locked with it too")
	w.opened(0, "check")
	for path, raw := range w.contents() {
		if bytes.Contains(raw, []byte("NewMedia")) {
			t.Error(path, "is open")
		}
	}
	if said := w.run(0, "doctor"); strings.Contains(said, "not every copy") {
		t.Error(said)
	}
	w.says(w.run(1, "lock"), "locked already. kwi lock --change")
	// One that cannot be locked is named, and the command fails until it is away.
	for path, raw := range open {
		w.putsBack(map[string][]byte{path: raw[:len(raw)/2]})
		w.says(w.opened(1, "lock"), path+" has stayed as it was", "Copies are still open: 1")
		w.says(w.opened(1, "check"), path+": this copy")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		w.opened(0, "check")
		break
	}
}

// What windows of a meeting left that were killed tells which client it was, and who sat
// there: beside a locked file it is taken away.
func TestNoPageOfAMeetingStaysBesideALockedFile(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	folder := beside.At(w.path).Path()
	here := filepath.Join(folder, "AKILLEDWINDOW.here")
	for _, err := range []error{os.Mkdir(folder, 0o700), os.WriteFile(here, []byte("AKILLEDWINDOW 1\n{\"client\": \"newmedia\"}"), 0o600),
		os.WriteFile(filepath.Join(folder, "page"), []byte("AKILLEDWINDOW\n{\"client\": \"newmedia\"}"), 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	w.opened(0, "list")
	if _, err := os.Lstat(here); err != nil {
		t.Error("a window that may be there was taken away:", err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(here, long, long); err != nil {
		t.Fatal(err)
	}
	w.opened(0, "list")
	if _, err := os.Lstat(folder); !os.IsNotExist(err) {
		t.Error("it is still there:", err)
	}
}

// A data file that kwi did not make, as a sync folder does, is no copy that gets the lock: it is
// named, by a window too, until it has a lock of its own.
func TestAnOpenNamesakeIsToldWhereALockIsPutOn(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	raw, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	made := strings.TrimSuffix(w.path, ".db") + " (conflicted copy).db"
	w.putsBack(map[string][]byte{made: raw})
	w.says(w.opened(0, "lock"), made+". Throw it away, or lock it")
	w.says(w.run(0, "unlock", "--passphrase-file", w.at("pw")), "no longer locked")
	w.window(func(s Session) {
		if done, err := s.Lock.Set(t.Context(), "", phrase, nil); err != nil || !slices.Equal(done.Beside, []string{made}) {
			t.Errorf("a window tells %+v, %v", done, err)
		}
	})
	w.run(0, "--file", made, "lock", "--passphrase-file", w.at("pw"))
	if said := w.opened(0, "lock", "--change", "--new-passphrase-file", w.at("other")); strings.Contains(said, "conflicted") {
		t.Error(said)
	}
}

// A copy that cannot be locked makes the first lock fail as well: it did not do all.
func TestALockThatLeavesACopyOpenFails(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	for path, raw := range w.contents() {
		w.putsBack(map[string][]byte{path: raw[:len(raw)/2]})
		w.says(w.opened(1, "lock"), "is locked.", path+" has stayed as it was", "Copies are still open: 1")
		break
	}
	w.opened(0, "list")
}

// A change of the passphrase that was interrupted is finished by the same command, and by
// who types the passphrase that the copies had.
func TestAChangeThatWasInterruptedIsFinished(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	early := w.contents()
	change := []string{"lock", "--change", "--new-passphrase-file", w.at("other")}
	w.opened(0, change...)
	w.putsBack(early)
	w.says(w.opened(0, change...), "was locked already", "The 2 copies")
	w.run(0, "check", "--passphrase-file", w.at("other"))
	w.putsBack(early)
	w.says(w.run(1, "lock", "--passphrase-file", w.at("other")), "still opens with an earlier passphrase", "earlier passphrase: 2")
	w.asks(other, "neither")
	w.says(w.run(1, "lock"), "still opens with an earlier passphrase")
	w.asks(other, phrase)
	w.says(w.run(0, "lock"), "The 2 copies")
	w.env.Secret = nil
	w.says(w.run(1, "lock"), "locked already")
	// Taking it off is finished as well.
	early = w.contents()
	w.run(0, "unlock", "--passphrase-file", w.at("other"))
	w.putsBack(early)
	w.says(w.run(1, "unlock"), "opens with the passphrase of its time", "is not locked")
	w.says(w.run(0, "unlock", "--passphrase-file", w.at("other")), "copies that kwi kept still were", "Neither are the 2 copies")
	w.says(w.run(1, "unlock"), "is not locked")
}

// A copy that is not locked gets the lock of the file in whose place it is put, or the
// command says what to do; the lock comes off only where that is asked.
func TestAnOpenCopyThatIsPutBackGetsTheLock(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	w.run(0, "backup", w.at("open.db"))
	w.opened(0, "lock")
	before, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	w.says(w.run(1, "restore", w.at("open.db")), "nothing was brought back", "--passphrase-file", "--unlocked")
	if said := w.run(1, "restore", w.at("open.db"), "--passphrase-file", w.at("other")); strings.Contains(said, "has been brought back") {
		t.Error(said)
	}
	if after, err := os.ReadFile(w.path); err != nil || !bytes.Equal(before, after) {
		t.Error("it changed", err)
	}
	w.says(w.opened(0, "restore", w.at("open.db")), "the copy gets that same lock", "now has the lock that the data file had")
	w.run(1, "list")
	w.opened(0, "list")
	w.opened(0, "check")
	w.asks(phrase)
	w.says(w.run(0, "restore", w.at("open.db")), "now has the lock")
	w.env.Secret = nil
	w.run(0, "backup", w.at("locked.db"))
	w.says(w.run(0, "restore", w.at("open.db"), "--unlocked"), "no longer locked now")
	w.run(0, "list")
	w.says(w.run(0, "restore", w.at("locked.db")), "opens with the passphrase of its time")
	w.run(1, "list")
	w.opened(0, "list")
}

// From the screen it is said before that an open copy is locked, and it is.
func TestAnOpenCopyThatIsGoneBackToGetsTheLock(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	open := w.contents()
	w.opened(0, "lock")
	w.putsBack(open)
	r := &invocation{Env: w.env, ctx: context.Background(), words: chooseLanguage([]string{"--lang", "en"}, "", w.env.Getenv), opens: secret{file: w.at("pw"), fd: -1}}
	if _, err := r.data(); err != nil {
		t.Fatal(err)
	}
	all, _, err := r.copier.Earlier(t.Context())
	if err != nil || len(all) != 2 || !all[0].Open {
		t.Fatalf("%+v %v", all, err)
	}
	if _, came, err := r.copier.GoBack(t.Context(), all[0].Path, all[0].Seen); err != nil || came.Any() {
		t.Fatal(came, err)
	}
	w.says(w.run(1, "list"), "is locked with a passphrase")
	w.opened(0, "list")
}

// A lock of which one place is damaged opens all the same, check tells of it, and repair
// has it stand there twice again.
func TestALockThatIsDamagedInOnePlaceIsMended(t *testing.T) {
	t.Parallel()
	damaged := 0
	for n := 0; ; n++ {
		w := lockedAt(t)
		s, err := bolt.Open(w.path)
		if err != nil {
			t.Fatal(err)
		}
		seal, err := s.Seal(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(w.path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(raw, seal) <= n {
			break
		}
		at := 0
		for range n + 1 {
			at += bytes.Index(raw[at:], seal) + 1
		}
		raw[at+40] ^= 1
		if err := os.WriteFile(w.path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		w.opened(0, "list")
		if _, err := s.Check(t.Context()); err == nil {
			continue // on a page that is free
		}
		damaged++
		w.says(w.opened(1, "check"), "damaged")
		w.says(w.opened(0, "check", "--repair"), "is whole in both again")
		w.opened(0, "check")
	}
	if damaged != 2 {
		t.Errorf("it stands in %d places", damaged)
	}
	w := lockedAt(t)
	w.flip("\x00seal")
	w.says(w.opened(1, "check"), "The lock of", "itself damaged", "kwi restore")
}

// Erasing names a copy that another passphrase opens, says what to do with it, and ends
// with another status than 0; the data file and the other copies are done.
func TestErasingNamesACopyThatAnotherPassphraseOpens(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	early := w.contents()
	w.opened(0, "lock", "--change", "--new-passphrase-file", w.at("other"))
	var left string
	for path, raw := range early {
		left = path
		w.putsBack(map[string][]byte{path: raw})
		break
	}
	said := w.run(1, "erase", "--client", "newmedia", "--person", "KK", "--yes", "--replace", "--passphrase-file", w.at("other"))
	w.says(said, "opens with another passphrase, so nothing was erased there: "+left)
	if strings.Count(said, left) != 1 {
		t.Error(said)
	}
	if err := os.Remove(left); err != nil {
		t.Fatal(err)
	}
	w.run(0, "check", "--passphrase-file", w.at("other"))
}

// Somebody is erased in a locked file as in any other: it opens with its passphrase
// alone, and nobody is in it by their name, nor in its copies.
func TestErasingInALockedFileLeavesTheLock(t *testing.T) {
	t.Parallel()
	w := lockedAt(t)
	w.opened(0, "erase", "--client", "newmedia", "--person", "KK", "--yes", "--replace")
	w.says(w.run(1, "list"), "is locked with a passphrase")
	w.opened(0, "export", "--out", w.at("after.json"))
	after, err := os.ReadFile(w.at("after.json"))
	if err != nil || bytes.Contains(after, []byte("Kees Klant")) || !bytes.Contains(after, []byte("newmedia")) {
		t.Errorf("%v: it still names them, or holds nothing", err)
	}
}

// TestCheckAndDoctorTellAnOpenNamesake: a data file that is called after a locked one and is open
// is told by check and counted by doctor, as it is told by lock; one that is locked, and beside an
// open file, is not.
func TestCheckAndDoctorTellAnOpenNamesake(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	made := strings.TrimSuffix(w.path, ".db") + " (conflicted copy).db"
	open, err := os.ReadFile(w.path)
	if err == nil {
		err = os.WriteFile(made, open, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	const counted = "not every data file beside it that is called after it is (1)"
	w.run(0, "check")
	if said := w.run(0, "doctor"); strings.Contains(said, "not every") {
		t.Error(said)
	}
	w.opened(0, "lock")
	w.says(w.run(0, "doctor"), counted)
	w.says(w.run(0, "doctor", "--json"), `"beside"`, counted)
	w.says(w.opened(1, "check"), "is not locked: "+made, "not every data file that is called after it is")
	said := w.opened(1, "check", "--json")
	if !strings.Contains(said, `"sound": false`) || !strings.Contains(said, filepath.Base(made)) {
		t.Error(said)
	}
	w.opened(0, "lock", "--file", made)
	w.opened(0, "check")
	if said := w.run(0, "doctor"); strings.Contains(said, "not every") {
		t.Error(said)
	}
}
