package hubtest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/text"
	"kwi/store"
	"kwi/store/etcd"
)

const evil = "\x1b[2J\x1b]0;evil\a\u009b31m\u202eevil\r"

// isClean fails where something in what is said steers the terminal.
func isClean(t *testing.T, said string) {
	t.Helper()
	if strings.ContainsFunc(strings.ReplaceAll(said, "\n", ""), text.Steers) {
		t.Errorf("it steers: %q", said)
	}
}

// TestWhatAHubHasIsCleaned: a client whose texts steer, heads that are none of ours, and
// names of whoever is there.
func TestWhatAHubHasIsCleaned(t *testing.T) {
	endpoint, anna := Start(t), newComputer(t, "anna")
	top := anna.file("top", "administrator")
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	anna.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	root, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", User: "root", Password: "administrator"})
	ok(t, err)
	found, err := root.Get(ctx, "team/about")
	ok(t, err)
	about, err := json.Marshal(map[string]any{"form": 1, "team": "x", "supplier": "Best" + evil + "seller"})
	ok(t, err)
	rev(t, root, store.Write{Op: store.Put, Key: "team/about", Rev: found[0].Rev, Value: about})
	c := client("newmedia", "New"+evil+"Media")
	c.Respondents[0].Name = "Kees" + evil
	by, err := json.Marshal(map[string]any{"user": "bert" + evil, "computer": evil, "at": evil, "marks": []string{evil}})
	ok(t, err)
	for key, value := range codec.Encode(c) {
		rev(t, root, store.Write{Op: store.Put, Key: "c/anna/newmedia/" + key, Value: value})
	}
	rev(t, root, store.Write{Op: store.Put, Key: "h/anna/newmedia/", Value: by})
	rev(t, root, store.Write{Op: store.Put, Key: "h/anna" + evil + "/newmedia/", Value: by})
	rev(t, root, store.Write{Op: store.Put, Key: "h/anna/" + evil + "/", Value: by})
	isClean(t, anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes"))
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"due", "--days", "3660"}, {"export"}, {"team", "status"}, {"supplier"}} {
		said := anna.does(0, args...)
		if isClean(t, said); args[0] == "list" && !strings.Contains(said, "NewMedia") && !strings.Contains(said, "Media") {
			t.Errorf("the client is not there: %s", said)
		}
	}
	anna.renames("newmedia", "Anna B.V.")
	anna.does(0, "team", "sync")
	isClean(t, anna.says(0, []string{"same already"}, "team", "sync"))
	root.Close()
}

// TestWhatIsNoHubSteersNothing: whatever words a server has, and however long they go on,
// it is one sentence.
func TestWhatIsNoHubSteersNothing(t *testing.T) {
	anna := newComputer(t, "anna")
	own := anna.file("own", "password of anna")
	anna.brings(supplier, client("newmedia", "NewMedia"))
	for name, w := range map[string]struct {
		status     int
		says, want string
	}{
		"a page": {404, "<html>" + evil, "no etcd"}, "garbage": {200, evil, "no etcd"}, "corrupt": {500, `{"message":"etcdserver: corrupt cluster \u001b[2J"}`, "damaged"},
		"compacted": {400, `{"message":"has been compacted \u001b[2J"}`, "cleared"}, "unknown": {500, `{"message":"\u001b[2J"}`, "no way to the hub"},
		"endless": {200, "", "does not end"}, "endless refusal": {500, "", "no etcd"},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, _ *http.Request) {
			out.WriteHeader(w.status)
			_, err := out.Write([]byte(w.says))
			for w.says == "" && err == nil {
				_, err = out.Write([]byte(strings.Repeat(" ", 1<<16)))
			}
		}))
		t.Log(name)
		isClean(t, anna.says(1, []string{w.want}, "team", "join", server.URL, "--user", "anna", "--password-file", own, "--yes"))
		isClean(t, anna.says(1, nil, "team", "join", server.URL, "--user", "anna", "--password-file", own, "--yes", "--lang", "nl"))
		server.Close()
	}
}
