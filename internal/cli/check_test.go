package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/bolt"
)

// broken is a world with the example in its data file, of which one record has a bit
// that was flipped.
type broken struct {
	*testing.T
	env       Env
	out, said *bytes.Buffer
	path      string
}

func brokenAt(t *testing.T, keys ...string) *broken {
	t.Helper()
	e, out, said := env(t)
	b := &broken{t, e, out, said, e.Getenv("KWI_FILE")}
	file := filepath.Join(t.TempDir(), "example.json")
	var all bytes.Buffer
	if err := portable.Write(&all, example.Portfolio("en", "2026-11-24")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, all.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	b.run(0, "import", file)
	for _, key := range keys {
		b.flip(key)
	}
	return b
}

// run gives a command, and returns what it says to the user, errors behind the rest.
func (b *broken) run(want int, args ...string) string {
	b.Helper()
	b.out.Reset()
	b.said.Reset()
	if got := Run(context.Background(), b.env, append([]string{"--lang", "en"}, args...)); got != want {
		b.Fatalf("kwi %v: exit status %d\n%s%s", args, got, b.out, b.said)
	}
	return b.out.String() + b.said.String()
}

func (b *broken) flip(key string) {
	b.Helper()
	s, err := bolt.Open(b.path)
	if err != nil {
		b.Fatal(err)
	}
	if seal, err := s.Seal(context.Background()); err == nil {
		s.Know(seal)
	}
	found, err := s.Get(context.Background(), key)
	if err != nil || found[0].Rev == 0 {
		b.Fatal(key, err)
	}
	content, err := os.ReadFile(b.path)
	if err != nil {
		b.Fatal(err)
	}
	at := 0
	for n := 0; ; n++ { // pages that are free may have it too
		i := bytes.Index(content[at:], found[0].Value)
		if i < 0 && n > 0 {
			break
		} else if i < 0 {
			b.Fatal(key, "is not in the file")
		}
		at += i + len(found[0].Value)
		content[at-1] ^= 4
	}
	if err := os.WriteFile(b.path, content, 0o600); err != nil {
		b.Fatal(err)
	}
}

// change puts a record as nobody would have written it.
func (b *broken) change(key string, value []byte) {
	b.Helper()
	s, err := bolt.Open(b.path)
	if err != nil {
		b.Fatal(err)
	}
	found, err := s.Get(context.Background(), key)
	if err == nil {
		_, err = s.Apply(context.Background(), store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: value})
	}
	if err != nil {
		b.Fatal(err)
	}
}

func (b *broken) exported(want int, args ...string) portable.File {
	b.Helper()
	b.run(want, append([]string{"export"}, args...)...)
	f, err := portable.Read(bytes.NewReader(b.out.Bytes()))
	if err != nil {
		b.Fatal(err)
	}
	return f
}

func (b *broken) says(said string, all ...string) {
	b.Helper()
	for _, one := range all {
		if !strings.Contains(said, one) {
			b.Errorf("it does not say %q:\n%s", one, said)
		}
	}
}

// newest is the newest cycle of the client that these tests break.
func newest(t *testing.T) account.CycleName {
	for _, c := range example.Portfolio("en", "2026-11-24").Clients {
		if c.ID == "newmedia" {
			return c.Newest().Name
		}
	}
	t.Fatal("the example has no such client")
	return ""
}

// TestCheckNamesTheClientAndTheCycle flips one bit in a cycle: check says of whom and
// which, in both languages, export gives all others, and the overview opens.
func TestCheckNamesTheClientAndTheCycle(t *testing.T) {
	t.Parallel()
	y := newest(t)
	b := brokenAt(t, codec.CycleKey("newmedia", y))
	all := len(example.Portfolio("en", "2026-11-24").Clients)
	b.says(b.run(1, "check"), "NewMedia · cycle "+string(y)+": cannot be read", "kwi rescue", "kwi restore")
	b.says(b.run(1, "check", "--lang", "nl"), "NewMedia · cyclus "+string(y)+": niet te lezen")
	if f := b.exported(1); len(f.Clients) != all-1 {
		t.Errorf("%d of %d clients came out", len(f.Clients), all)
	}
	b.says(b.said.String(), "newmedia")
	if said := b.run(0, "list"); strings.Count(said, "\n") < all-1 {
		t.Errorf("the overview is %s", said)
	}
	if f := b.exported(0, "--client", "vonk"); len(f.Clients) != 1 {
		t.Error("another client does not come out")
	}
	before, _ := os.ReadFile(b.path)
	b.says(b.run(1, "check", "--repair"), "NewMedia · cycle "+string(y))
	if after, _ := os.ReadFile(b.path); !bytes.Equal(before, after) {
		t.Error("a repair changed a file of which something that was typed is lost")
	}
}

// TestALineThatIsDamagedStopsNobody flips a bit in the line of a client in the overview.
func TestALineThatIsDamagedStopsNobody(t *testing.T) {
	t.Parallel()
	b := brokenAt(t, codec.SummaryKey("newmedia"))
	b.says(b.run(0, "list"), "NewMedia · cannot be read")
	b.says(b.run(1, "check"), "NewMedia: the line in the overview", "kwi check --repair")
	b.says(b.run(0, "check", "--repair"), "NewMedia: the line in the overview was made anew", "-repair.db", "Sound:")
	b.run(0, "export")
	whole := brokenAt(t)
	whole.run(0, "export")
	if !bytes.Equal(b.out.Bytes(), whole.out.Bytes()) {
		t.Error("the repair changed what was typed")
	}
	if kept, _ := filepath.Glob(b.path + ".copies/*-repair.db"); len(kept) != 1 {
		t.Error("no copy was made first:", kept)
	}
}

// TestRepairMakesAnewWhatIsMadeOfOtherRecords breaks lines, steps and drafts.
func TestRepairMakesAnewWhatIsMadeOfOtherRecords(t *testing.T) {
	t.Parallel()
	b := brokenAt(t)
	b.run(0, "supplier", "--name", "Another")
	whole := b.exported(0)
	c := whole.Clients[0]
	b.change(codec.SummaryKey(c.ID), codec.SummaryOf(&whole.Clients[1], 0))
	b.change(codec.StepKey(c.ID, 1), []byte{1, 2, 3})
	b.change(codec.DraftKey("nobody", "run"), []byte{1, 2, 3})
	b.says(b.run(1, "check"), c.Name+": 1 step can no longer", "nobody: there is something that was typed", "kwi check --repair")
	b.says(b.run(0, "check", "--repair"), c.Name+": 1 step that led nowhere was taken away", "made anew", "nobody: taken away", "Sound:")
	b.says(b.run(0, "check", "--repair"), "Sound:")
	now := b.exported(0)
	var one, other bytes.Buffer
	_, _ = portable.Write(&one, whole), portable.Write(&other, now)
	if one.String() != other.String() {
		t.Error("the repair changed what was typed")
	}
	if kept, _ := filepath.Glob(b.path + ".copies/*-repair.db"); len(kept) != 1 {
		t.Error("kept:", kept)
	}
}

// TestRescueBringsOutWhatCanBeRead rescues a file with a cycle, an answer and a line
// that are damaged. The damaged file stays as it is.
func TestRescueBringsOutWhatCanBeRead(t *testing.T) {
	t.Parallel()
	y := newest(t)
	b := brokenAt(t, codec.CycleKey("newmedia", y), codec.SummaryKey("newmedia"))
	before, _ := os.ReadFile(b.path)
	out := filepath.Join(t.TempDir(), "new.db")
	all := brokenAt(t).exported(0).Clients
	b.says(b.run(1, "rescue", b.path, "--out", out), "8 clients are in", "NewMedia · cycle "+string(y)+": cannot be read", "NewMedia · cycle "+string(y)+": what came back was saved")
	if after, _ := os.ReadFile(b.path); !bytes.Equal(before, after) {
		t.Error("the damaged file was changed")
	}
	now := b.exported(0, "--file", out)
	if len(now.Clients) != len(all) {
		t.Fatalf("%d clients came out", len(now.Clients))
	}
	for i, c := range now.Clients {
		was := all[i]
		if c.ID == "newmedia" {
			was, now := was.Cycle(y), c.Cycle(y)
			if now == nil || len(now.Answers) == 0 || !reflect.DeepEqual(now.Answers, was.Answers) || now.Named() {
				t.Errorf("of the damaged cycle there is %+v", now)
			}
		}
		if len(c.Cycles) != len(was.Cycles) || c.Name != was.Name || len(c.Respondents) != len(was.Respondents) {
			t.Errorf("%s: %d cycles", c.ID, len(c.Cycles))
		}
	}
	b.says(b.run(1, "rescue", b.path, "--out", out), "is there already")
	b.says(b.run(2, "rescue", b.path), "--out")
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("no data file"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.says(b.run(1, "rescue", text, "--out", out+"2"), "nothing of kwi")
	b.says(b.run(0, "rescue", out, "--out", out+"3"), "8 clients")
}

// TestRightsThatAreTooWideAreToldAndPutRight: of the file, of what is kept beside it
// and of its folder.
func TestRightsThatAreTooWideAreToldAndPutRight(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("has no such rights")
	}
	b := brokenAt(t)
	b.says(b.run(0, "check"), "Sound:")
	folder := filepath.Dir(b.path)
	for name, mode := range map[string]os.FileMode{b.path: 0o644, folder: 0o777} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	var told Session
	b.env.Interactive = func(_ context.Context, s Session) error { told = s; return nil }
	b.run(0)
	if len(told.Exposed) == 0 || filepath.Base(told.Exposed[0]) != "kwi.db" || told.Conceal == nil {
		t.Errorf("a window is told of %q", told.Exposed)
	}
	b.run(0, "--accessible")
	b.says(told.Told, "kwi.db too", "kwi check --repair")
	b.says(b.run(1, "check"), "kwi.db: others on this computer", "kwi check --repair")
	b.says(b.run(0, "check", "--repair"), "only you can get at it now", "Sound:")
	for name, mode := range map[string]os.FileMode{b.path: 0o600, folder: 0o755} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
}

// TestCheckOfDamagedPagesSaysWhatCanBeDone, and does not send to check again: a list of free pages that is
// damaged takes nothing along and is mended, pages of records that are go with what stood there.
func TestCheckOfDamagedPagesSaysWhatCanBeDone(t *testing.T) {
	t.Parallel()
	const page, branch, leaf, free = 4096, 1, 2, 16 // as bbolt marks them, in the bytes 8 and 9
	for kind, says := range map[byte]struct {
		can    string
		mended int
	}{free: {"what you typed can all be read. kwi check --repair", 0}, branch | leaf: {"Not all of", 1}} {
		b := brokenAt(t)
		raw, err := os.ReadFile(b.path)
		if err != nil {
			t.Fatal(err)
		}
		for at, more := 2*page, 0; at < len(raw); at += (1 + more) * page {
			more = int(raw[at+12]) | int(raw[at+15]) // pages that go on with this one
			if (raw[at+8]|raw[at+9])&kind != 0 {
				for i := range page {
					raw[at+i] ^= 0x5a
				}
			}
		}
		if err := os.WriteFile(b.path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if said := b.run(1, "check"); !strings.Contains(said, says.can) || strings.Contains(said, "kwi check shows") {
			t.Errorf("%d: %s", kind, said)
		}
		if said := b.run(says.mended, "check", "--repair"); strings.Contains(said, "kwi check shows") || says.mended == 1 && !strings.Contains(said, "kwi rescue") {
			t.Errorf("%d: %s", kind, said)
		}
	}
}

// TestAPageOfTheOverviewThatIsLostLeavesNobodyOut: what stands on it is made of other records, so everybody is exported,
// and check counts them instead of naming the line of each.
func TestAPageOfTheOverviewThatIsLostLeavesNobodyOut(t *testing.T) {
	t.Parallel()
	b := brokenAt(t)
	all := len(b.exported(0).Clients)
	raw, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	const page, leaf = 4096, 2
	lost := 0
	for at := 2 * page; at < len(raw); at += page {
		if raw[at+8] == leaf && bytes.Contains(raw[at:at+page], []byte(codec.SummaryPrefix)) && !bytes.Contains(raw[at:at+page], []byte("client/")) && !bytes.Contains(raw[at:at+page], []byte("cycle/")) {
			lost++
			for i := range page {
				raw[at+i] ^= 0x5a
			}
		}
	}
	if err := os.WriteFile(b.path, raw, 0o600); err != nil || lost == 0 {
		t.Fatal(lost, err)
	}
	if got := len(b.exported(1).Clients); got != all {
		t.Errorf("%d of %d clients", got, all)
	}
	said := b.run(1, "check")
	b.says(said, strconv.Itoa(all)+" clients can still be read whole")
	if strings.Contains(said, "the line in the overview") {
		t.Error(said)
	}
}
