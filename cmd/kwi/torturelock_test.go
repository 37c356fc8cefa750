//go:build unix

package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// lockRack is a data file with copies, in a folder of its own, and commands on it.
type lockRack struct {
	*testing.T
	binary, in, at string
	within         time.Duration // of which the next kill comes
}

// spelled are words of the data file that stand in no file any more once it is locked.
var spelled = []string{"NewMedia", "Kees Klant", "newmedia"}

// TestTortureOfTheLock kills the real program while it locks a data file and its copies,
// gives them another passphrase, or takes it off. After each kill the file opens with the
// one or the other, and holds what it held; the same command once more does the rest, and
// then nothing of a locked file or its copies can be read. KWI_KILLS is how often each.
func TestTortureOfTheLock(t *testing.T) {
	t.Parallel()
	kills := 4
	if testing.Short() {
		kills = 1
	}
	if n, err := strconv.Atoi(os.Getenv("KWI_KILLS")); err == nil {
		kills = n
	}
	seed := rand.Uint64()
	if n, err := strconv.ParseUint(os.Getenv("KWI_SEED"), 10, 64); err == nil {
		seed = n
	}
	t.Logf("KWI_SEED=%d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	r := &lockRack{t, build(t), t.TempDir(), "", 400 * time.Millisecond}
	put(t, r.file("one"), []byte("paarse fiets in mei\n"))
	put(t, r.file("two"), []byte("groene fiets in juni\n"))
	cases := filepath.Join("..", "..", "internal", "portable", "testdata", "newmedia.json")
	base := t.TempDir()
	r.at = base
	for _, args := range [][]string{{"import", cases}, {"import", "--replace", cases}, {"import", "--replace", cases}} {
		r.must(args...)
	}
	held := r.must("export")
	cut := 0
	for i := range kills {
		r.at = filepath.Join(t.TempDir(), strconv.Itoa(i))
		err := os.CopyFS(r.at, os.DirFS(base))
		kept, _ := filepath.Glob(filepath.Join(r.at, "kwi.db.copies", "*.db"))
		for _, name := range append(kept, r.at, filepath.Join(r.at, "kwi.db.copies"), filepath.Join(r.at, "kwi.db")) {
			if err == nil {
				err = os.Chmod(name, 0o700) // as they were, for this user alone
			}
		}
		if len(kept) < 3 {
			t.Fatalf("the copies are %q", kept)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range []struct{ now, then, args string }{
			{"two", "one", "lock --passphrase-file {one}"},
			{"one", "two", "lock --change --passphrase-file {one} --new-passphrase-file {two}"},
			{"two", "one", "unlock --passphrase-file {two}"},
		} {
			args := strings.Fields(strings.NewReplacer("{one}", r.file("one"), "{two}", r.file("two")).Replace(command.args))
			if r.killed(random, args) {
				cut++
			}
			r.opens(held, command.now, command.then)
			said, err := r.run(args...)
			through := false
			for _, says := range []string{"locked already. kwi lock", "is not locked. kwi lock", "That is not the passphrase"} {
				through = through || bytes.Contains(said, []byte(says))
			}
			if err != nil && !through {
				t.Fatalf("%v once more: %v: %s", args, err, said)
			}
			opens := r.opens(held, command.now, command.then)
			if said, err := r.run("check", "--passphrase-file", r.file(opens)); err != nil {
				t.Fatalf("after %v: %v: %s", args, err, said)
			}
			if args[0] == "lock" {
				said, err := r.run("lock", "--passphrase-file", r.file(opens))
				if err == nil || !bytes.Contains(said, []byte("locked already. kwi lock")) {
					t.Errorf("after %v once more something was left: %s", args, said)
				}
			}
			if open := r.read(); args[0] == "lock" && len(open) > 0 {
				t.Errorf("after %v once more one reads %q", args, open)
			} else if args[0] == "unlock" && len(open) < 4 {
				t.Errorf("after %v once more only %q is open", args, open)
			}
		}
	}
	if t.Logf("KWI_SEED=%d: %d were killed", seed, cut); kills > 3 && cut == 0 {
		t.Error("nothing was killed")
	}
}

func (r *lockRack) file(name string) string { return filepath.Join(r.in, name) }

func (r *lockRack) command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, r.binary, append([]string{"--lang", "en", "--file", filepath.Join(r.at, "kwi.db")}, args...)...)
	c.Env = []string{"HOME=" + r.in, "PATH=" + os.Getenv("PATH")}
	return c
}

func (r *lockRack) run(args ...string) ([]byte, error) {
	return r.command(r.Context(), args...).CombinedOutput()
}

func (r *lockRack) must(args ...string) []byte {
	r.Helper()
	said, err := r.run(args...)
	if err != nil {
		r.Fatalf("%v: %v: %s", args, err, said)
	}
	return said
}

// killed gives a command and kills it at a random moment after it began to write.
func (r *lockRack) killed(random *rand.Rand, args []string) bool {
	r.Helper()
	c := r.command(r.Context(), args...)
	if err := c.Start(); err != nil {
		r.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for {
		if left, _ := filepath.Glob(filepath.Join(r.at, ".kwi-*")); len(left) > 0 {
			break
		}
		select {
		case err := <-ended:
			if err != nil {
				r.Fatalf("%v: %v", args, err)
			}
			return false
		default:
		}
	}
	time.Sleep(time.Duration(random.Int64N(int64(r.within))))
	_ = c.Process.Kill()
	if <-ended == nil { // it was through already: sooner, the next time
		r.within = max(r.within/2, time.Millisecond)
		return false
	}
	r.within = min(r.within*3/2, time.Second)
	return true
}

// opens is the first of these passphrases with which the file opens, and holds what it held.
func (r *lockRack) opens(held []byte, phrases ...string) string {
	r.Helper()
	var last []byte
	for _, phrase := range phrases {
		said, err := r.run("export", "--passphrase-file", r.file(phrase))
		if err == nil {
			if !bytes.Equal(said, held) {
				r.Fatalf("it holds something else:\n%s", said)
			}
			return phrase
		}
		last = said
	}
	r.Fatalf("nothing opens it: %s", last)
	return ""
}

// read are the files beside each other of which one can read something.
func (r *lockRack) read() (open []string) {
	r.Helper()
	err := filepath.Walk(r.at, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, word := range spelled {
			if bytes.Contains(content, []byte(word)) {
				open = append(open, path)
				return err
			}
		}
		return err
	})
	if err != nil {
		r.Fatal(err)
	}
	return open
}
