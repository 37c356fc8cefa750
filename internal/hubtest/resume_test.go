package hubtest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/etcd"
)

// program is the real program, as it is built.
func program(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kwi")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", path, "./cmd/kwi")
	build.Dir = "../.."
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return path
}

// runs gives the real program a command on the files of a computer, until reached says
// that it is far enough: then it is sent a signal. It is what it said, and how it ended.
func (l *computer) runs(binary string, signal os.Signal, reached func(ctx context.Context), args ...string) (said string, code int) {
	l.Helper()
	c := exec.Command(binary, append([]string{"--lang", "en"}, args...)...)
	c.Env = append(os.Environ(), "KWI_FILE="+filepath.Join(l.folder, "kwi.db"), "KWI_SETTINGS="+filepath.Join(l.folder, "settings.json"))
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	ok(l.T, c.Start())
	watching, stop := context.WithCancel(context.Background())
	far := make(chan struct{})
	go func() { // it may come through before it is far enough
		defer close(far)
		if reached(watching); watching.Err() == nil {
			_ = c.Process.Signal(signal)
		}
	}()
	err := c.Wait()
	stop()
	<-far
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		l.Fatal(err)
	}
	return out.String(), c.ProcessState.ExitCode()
}

// numbered is the number that stands before some words.
func numbered(t *testing.T, said, words string) int {
	t.Helper()
	found := regexp.MustCompile(`([\d,]+) ` + words).FindStringSubmatch(said)
	if found == nil {
		t.Fatalf("it does not say how many %s:\n%s", words, said)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(found[1], ",", ""))
	ok(t, err)
	return n
}

// TestAStoppedFirstJoinGoesOn: the real program is stopped and killed while it brings a
// thousand clients, and while it takes them. It says where it goes on, finishes, and
// nothing is there twice.
func TestAStoppedFirstJoinGoesOn(t *testing.T) {
	many := 1000
	if testing.Short() {
		many = 60
	}
	endpoint, binary := Start(t), program(t)
	root, anna, bert := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top := root.file("top", "administrator")
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, "team", "add", user, "--password-file", top, "--new-password-file", top)
	}
	var clients []account.Client
	for i := range many {
		clients = append(clients, client(fmt.Sprintf("c%04d", i), fmt.Sprint("Client ", i)))
	}
	anna.brings(supplier, clients...)
	hub, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", User: "root", Password: "administrator"})
	ok(t, err)
	defer func() { _ = hub.Close() }()
	atHub := func(n int) func(context.Context) {
		return func(ctx context.Context) {
			for found := 0; found < n && ctx.Err() == nil; {
				time.Sleep(20 * time.Millisecond) // it needs the processor too
				found = 0
				_ = hub.Scan(ctx, "h/anna/", func(store.Record) error { found++; return nil })
			}
		}
	}
	noted := func(l *computer, n int) func(context.Context) {
		return func(ctx context.Context) {
			s, err := bolt.Open(filepath.Join(l.folder, "kwi.db"), bolt.AsItIs)
			for found := 0; err == nil && found < n && ctx.Err() == nil; {
				time.Sleep(20 * time.Millisecond)
				found = 0
				_ = s.Scan(ctx, "hub/", func(store.Record) error { found++; return nil })
			}
		}
	}
	join := func(l *computer, signal os.Signal, reached func(context.Context)) (string, int) {
		return l.runs(binary, signal, reached, "team", "join", endpoint, "--user", l.name, "--password-file", top, "--yes")
	}
	never := func(ctx context.Context) { <-ctx.Done() }
	for _, w := range []struct {
		l             *computer
		far           func(int) func(context.Context)
		goes, did, is string
	}{
		{anna, atHub, "clients go to the hub", "clients taken to the hub", "clients go"},
		{bert, func(n int) func(context.Context) { return noted(bert, n) }, "clients come from the hub", "clients: ", "clients come"},
	} {
		said, code := join(w.l, os.Interrupt, w.far(many/5))
		if n := numbered(t, said, "of [\\d,]+ clients are done and stay done"); code != 130 || n < many/5-1 || n >= many {
			t.Errorf("stopped it ends with %d: %s", code, said)
		}
		said, code = join(w.l, os.Kill, w.far(many/2))
		if n := numbered(t, said, "clients are the same already"); code == 0 || n < many/5-1 || numbered(t, said, w.goes)+n < many-1 {
			t.Errorf("killed it ends with %d: %s", code, said)
		}
		said, code = join(w.l, os.Kill, never)
		if n := numbered(t, said, "clients are the same already"); code != 0 || n < many/2-2 || numbered(t, said, w.is)+n < many-1 { // what was on its way is at both
			t.Errorf("in the end it says %d: %s", code, said)
		}
		w.l.says(0, []string{"same already"}, "team", "sync")
		w.l.says(0, []string{"Nothing waits"}, "team", "choose")
		var listed struct{ Clients []struct{ ID string } }
		ok(t, json.Unmarshal([]byte(w.l.does(0, "list", "--json")), &listed))
		if len(listed.Clients) != many {
			t.Errorf("%s has %d clients", w.l.name, len(listed.Clients))
		}
		root.does(0, "team", "share", "--of", "anna", "--with", "bert", "--password-file", top)
	}
	heads := 0
	ok(t, hub.Scan(ctx, "h/", func(r store.Record) error {
		heads++
		var h struct{ Marks []string }
		if err := json.Unmarshal(r.Value, &h); err != nil || len(h.Marks) != 1 {
			t.Errorf("%s was brought %d times, %v", r.Key, len(h.Marks), err)
		}
		return nil
	}))
	if heads != many {
		t.Errorf("the hub has %d clients", heads)
	}
}
