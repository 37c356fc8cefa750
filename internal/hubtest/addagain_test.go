package hubtest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path"
	"slices"
	"sync/atomic"
	"testing"
)

// breaking is a way to a hub that breaks off before one question too many of how many users
// and roles may be changed; -1 is any number.
type breaking struct{ left atomic.Int64 }

func (b *breaking) to(t *testing.T, endpoint string) string {
	t.Helper()
	at, err := url.Parse(endpoint)
	ok(t, err)
	through := httputil.NewSingleHostReverseProxy(at)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		changes := slices.Contains([]string{"add", "grant", "changepw", "delete"}, path.Base(q.URL.Path))
		if changes && b.left.Load() >= 0 && b.left.Add(-1) < 0 {
			b.left.Store(0)
			panic(http.ErrAbortHandler)
		}
		through.ServeHTTP(w, q)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// TestAddingSomebodyIsBroughtToItsEnd: broken off at any point, the same command adds them
// with the password that it is given then; who is in the team already is refused.
func TestAddingSomebodyIsBroughtToItsEnd(t *testing.T) {
	var way breaking
	way.left.Store(-1)
	endpoint := way.to(t, Start(t))
	root, anna := newComputer(t, "root"), newComputer(t, "anna")
	top, first, then := root.file("top", "administrator"), root.file("first", "password of before"), root.file("then", "password of anna")
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	anna.brings(supplier)
	last := ""
	for n := 0; ; n++ {
		user := fmt.Sprint("anna", n)
		way.left.Store(int64(n))
		said, code := root.tries("team", "add", user, "--password-file", top, "--new-password-file", first)
		way.left.Store(-1)
		if code == 0 {
			root.says(1, []string{"called " + user}, "team", "add", user, "--password-file", top, "--new-password-file", then)
			break
		}
		if n > 20 {
			t.Fatal(said)
		}
		root.says(0, []string{user}, "team", "add", user, "--password-file", top, "--new-password-file", then)
		root.says(0, []string{user + ": clients of their own"}, "team", "status", "--members", "--password-file", top)
		last = user
	}
	anna.does(0, "team", "join", endpoint, "--user", last, "--password-file", then, "--yes")
}

// TestWhoIsAddedAnewSeesNothingOfBefore: where taking somebody out was broken off, another of
// their name sees nothing of what was shared with them.
func TestWhoIsAddedAnewSeesNothingOfBefore(t *testing.T) {
	var way breaking
	way.left.Store(-1)
	endpoint := way.to(t, Start(t))
	root, anna, bert := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top := root.file("top", "administrator")
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, "team", "add", user, "--password-file", top, "--new-password-file", top)
	}
	anna.brings(supplier, client("newmedia", "NewMedia"))
	anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes")
	root.does(0, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	way.left.Store(1)
	root.does(1, "team", "remove", "bert", "--password-file", top)
	way.left.Store(-1)
	root.does(0, "team", "add", "bert", "--password-file", top, "--new-password-file", top)
	bert.does(0, "team", "join", endpoint, "--user", "bert", "--password-file", top, "--yes")
	if name := bert.called("newmedia"); name != "" {
		t.Errorf("another of that name sees %s", name)
	}
}

// TestMakingATeamIsBroughtToItsEnd: broken off, the same command makes it with the password
// that is chosen then.
func TestMakingATeamIsBroughtToItsEnd(t *testing.T) {
	for n := range 3 {
		var way breaking
		way.left.Store(int64(n))
		endpoint := way.to(t, Start(t))
		root := newComputer(t, "root")
		first, then := root.file("first", "password of before"), root.file("then", "administrator")
		root.does(1, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", first)
		way.left.Store(-1)
		root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", then)
		root.does(0, "team", "add", "anna", "--password-file", then, "--new-password-file", then)
	}
}
