package hubtest

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/store/etcd"
)

const erased = "Kees Quaxelfort"

// holds are the files of a laptop, the copies among them, with somebody's name in them.
func (l *computer) holds(name string) (paths []string) {
	l.Helper()
	err := filepath.WalkDir(l.folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".json") {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(name)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		l.Fatal(err)
	}
	return paths
}

// asOf asks the hub for what it had at a revision, as etcdctl does.
func asOf(t *testing.T, endpoint, token string, at store.Rev) string {
	t.Helper()
	question, err := json.Marshal(map[string]any{"key": []byte("kwi/"), "range_end": []byte("kwi0"), "revision": at})
	ok(t, err)
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, endpoint+"/v3/kv/range", bytes.NewReader(question))
	ok(t, err)
	r.Header.Set("Authorization", token)
	answer, err := http.DefaultClient.Do(r)
	ok(t, err)
	defer func() { _ = answer.Body.Close() }()
	var said struct {
		KVs []struct {
			Value string `json:"value"`
		} `json:"kvs"`
		Message string `json:"message"`
	}
	ok(t, json.NewDecoder(answer.Body).Decode(&said))
	var all strings.Builder
	for _, kv := range said.KVs {
		value, err := base64.StdEncoding.DecodeString(kv.Value)
		ok(t, err)
		all.Write(value)
	}
	return all.String() + said.Message
}

// TestErasingReachesTheHubItsHistoryAndEveryLaptop: what the readme says of it, from the
// laptop where somebody is erased to the one that was away, with a copy and an older change.
func TestErasingReachesTheHubItsHistoryAndEveryLaptop(t *testing.T) {
	endpoint, root, anna, bert := Start(t), newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top := root.file("top", "administrator")
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, "team", "add", user, "--password-file", top, "--new-password-file", top)
	}
	c := client("newmedia", "NewMedia")
	c.Respondents = []account.Respondent{{Initials: "KQ", Name: erased, Email: "kees@quaxelfort.example"}}
	anna.brings(supplier, c)
	ok(t, os.Remove(filepath.Join(anna.folder, "in.json")))
	anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes")
	root.does(0, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	bert.does(0, "team", "join", endpoint, "--user", "bert", "--password-file", top, "--yes")
	kept := filepath.Join(bert.folder, "kwi.db.copies", "2026-11-01-100000-repair.db") // which kwi looks after
	ok(t, os.MkdirAll(filepath.Dir(kept), 0o700))
	bert.does(0, "backup", kept)
	bert.renames("newmedia", "Bert B.V.")
	ok(t, os.Remove(filepath.Join(bert.folder, "in.json")))
	if len(bert.holds(erased)) < 2 {
		t.Fatal("bert has no copy with the name")
	}
	hub := at(t, endpoint, "root", "administrator")
	before, err := hub.Apply(ctx)
	ok(t, err)
	token := signedIn(t, endpoint, "root", "administrator")
	if !strings.Contains(asOf(t, endpoint, token, before), erased) {
		t.Fatal("the hub does not have them")
	}
	anna.says(0, []string{"The hub of the team still has them at 1 client", "kwi team status names"}, "erase", "newmedia", "KQ", "--yes")
	if paths := anna.holds(erased); len(paths) > 0 {
		t.Errorf("before the round %v hold the name", paths)
	}
	anna.says(0, []string{"is still at the hub: erasing waits"}, "team", "status")
	anna.says(0, []string{"not yet from its history", "Ask the administrator for kwi team compact", "Not been back since: computer of bert of bert (last", "until the next round"}, "team", "sync")
	root.says(0, []string{"The history of the hub is gone up to now, also on the disk of 1 server"}, "team", "compact", "--password-file", top)
	if was := asOf(t, endpoint, token, before); strings.Contains(was, erased) || !strings.Contains(was, "compacted") {
		t.Errorf("the history still says %q", was)
	}
	anna.says(0, []string{"gone from the hub and from its history"}, "team", "status")
	anna.says(0, []string{"gone from the hub and from its history"}, "team", "sync")
	anna.says(0, []string{"Not been back since: computer of bert of bert"}, "team", "status")
	var told struct {
		Erased []struct{ Missing []struct{ User string } }
	}
	ok(t, json.Unmarshal([]byte(anna.does(0, "team", "status", "--json")), &told))
	if len(told.Erased) != 1 || len(told.Erased[0].Missing) != 1 || told.Erased[0].Missing[0].User != "bert" {
		t.Errorf("for programs it is %+v", told)
	}
	bert.says(0, []string{"Bert B.V.: a colleague erased somebody there"}, "team", "sync")
	if paths := bert.holds(erased); len(paths) > 0 {
		t.Errorf("on the laptop that came back %v hold the name", paths)
	}
	anna.says(0, []string{"Every laptop of the team has been back"}, "team", "sync")
	if said := anna.does(0, "team", "status"); strings.Contains(said, "erased") {
		t.Errorf("what is done is told again:\n%s", said)
	}
	if a, b := anna.called("newmedia"), bert.called("newmedia"); a != "Bert B.V." || b != a {
		t.Errorf("anna has %q, bert %q", a, b)
	}
	if err := hub.Scan(ctx, "", func(r store.Record) error {
		if bytes.Contains(r.Value, []byte(erased)) {
			t.Errorf("the hub has the name in %s", r.Key)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	root.says(1, []string{"No laptop nowhere of bert"}, "team", "remove", "bert", "--laptop", "nowhere", "--password-file", top)
	root.says(0, []string{"Erasing waits for computer of bert of bert (last"}, "team", "remove", "bert", "--laptop", "computer of bert", "--password-file", top)
	bert.does(0, "team", "sync")
	root.says(0, []string{"waits for computer of bert of bert"}, "team", "remove", "bert", "--password-file", top)
	bert.says(1, nil, "team", "compact", "--password-file", bert.file("wrong", "not the one"))
}

// TestWhoMayCompact: root may, and whoever may not finds out whether it was done.
func TestWhoMayCompact(t *testing.T) {
	endpoint, root := founded(t)
	anna := as(t, endpoint, "anna", "pw-anna")
	first := rev(t, anna, store.Write{Op: store.Put, Key: "c/anna/x", Value: []byte(erased)})
	last := rev(t, anna, store.Write{Op: store.Put, Key: "c/anna/x", Rev: first, Value: []byte("X1")})
	if err := anna.Compact(ctx, last); !errors.Is(err, store.ErrForbidden) {
		t.Errorf("a user: %v", err)
	}
	if _, _, err := anna.Defragment(ctx); !errors.Is(err, store.ErrForbidden) {
		t.Errorf("a user has the members write their files anew: %v", err)
	}
	for _, want := range []bool{false, true} {
		if is, err := anna.Compacted(ctx, last); err != nil || is != want {
			t.Errorf("compacted: %v, %v", is, err)
		}
		ok(t, root.Compact(ctx, last))
	}
	if was := asOf(t, endpoint, signedIn(t, endpoint, "root", "top"), first); !strings.Contains(was, "compacted") {
		t.Errorf("the history still says %q", was)
	}
	if done, all, err := root.Defragment(ctx); done != 1 || all != 1 || err != nil {
		t.Errorf("defragmented: %d of %d, %v", done, all, err)
	}
}

// at is a handle on the store of the team that the commands made.
func at(t *testing.T, endpoint, user, password string) store.Store {
	t.Helper()
	s, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", User: user, Password: password})
	ok(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// signedIn is the token of a user.
func signedIn(t *testing.T, endpoint, user, password string) string {
	t.Helper()
	text, err := json.Marshal(map[string]string{"name": user, "password": password})
	ok(t, err)
	answer, err := http.Post(endpoint+"/v3/auth/authenticate", "application/json", bytes.NewReader(text))
	ok(t, err)
	defer func() { _ = answer.Body.Close() }()
	var said struct {
		Token string `json:"token"`
	}
	ok(t, json.NewDecoder(answer.Body).Decode(&said))
	return said.Token
}
