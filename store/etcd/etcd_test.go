package etcd

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"kwi/store"
)

// TestWhereAHubMayBe: over a network nothing is plain.
func TestWhereAHubMayBe(t *testing.T) {
	for endpoint, want := range map[string]string{
		"hub.example": "https://hub.example:2379", "hub.example:9": "https://hub.example:9", "https://hub.example/": "https://hub.example:2379",
		"localhost": "http://localhost:2379", "127.0.0.1:12379": "http://127.0.0.1:12379", "[::1]:7": "http://[::1]:7", "http://localhost:8": "http://localhost:8",
	} {
		if got, err := Address(endpoint); err != nil || got != want {
			t.Errorf("%q is %q, %v; want %q", endpoint, got, err, want)
		}
	}
	for endpoint, want := range map[string]error{
		"http://hub.example:2379": ErrPlain, "http://127.0.0.1.example": ErrPlain, "http://localhost.example": ErrPlain, "": ErrEndpoint,
		"ftp://hub.example": ErrEndpoint, "https://anna:secret@hub.example": ErrEndpoint, "https://hub.example/path": ErrEndpoint, "https://hub.example?q": ErrEndpoint,
	} {
		if got, err := Address(endpoint); !errors.Is(err, want) {
			t.Errorf("%q is %q, %v; want %v", endpoint, got, err, want)
		}
	}
}

// at is a store at a server that answers as told.
func at(t *testing.T, answer http.HandlerFunc) *Store {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	s, err := Open(Config{Endpoints: []string{server.URL}, Prefix: "p/", User: "anna", Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// TestNobodyIsFollowedElsewhere: a server that sends one on gets no answer, and
// whoever it names hears nothing, of the password least of all.
func TestNobodyIsFollowedElsewhere(t *testing.T) {
	var heard atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { heard.Add(1) }))
	defer other.Close()
	for _, status := range []int{http.StatusFound, http.StatusTemporaryRedirect, http.StatusPermanentRedirect} {
		s := at(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL+r.URL.Path, status) })
		if _, err := s.Apply(context.Background()); !errors.Is(err, store.ErrForeign) {
			t.Errorf("%d: %v", status, err)
		}
	}
	if n := heard.Load(); n != 0 {
		t.Errorf("the other server heard %d questions", n)
	}
}

// TestWhatIsNoHubIsForeign: a page of a web server, a broken answer, and what etcd
// refuses without a word that is known.
func TestWhatIsNoHubIsForeign(t *testing.T) {
	for name, w := range map[string]struct {
		status int
		says   string
		want   error
	}{
		"a page":          {404, "<html>not here</html>", store.ErrForeign},
		"an empty answer": {500, "", store.ErrForeign},
		"half an answer":  {200, `{"token":"`, store.ErrUnreachable},
		"no leader":       {503, `{"error":"etcdserver: no leader","code":14}`, store.ErrUnreachable},
		"not allowed":     {403, `{"message":"etcdserver: permission denied","code":7}`, store.ErrForbidden},
		"full":            {429, `{"message":"etcdserver: mvcc: database space exceeded","code":8}`, store.ErrFull},
	} {
		t.Run(name, func(t *testing.T) {
			s := at(t, func(out http.ResponseWriter, _ *http.Request) {
				out.WriteHeader(w.status)
				_, _ = out.Write([]byte(w.says))
			})
			if _, err := s.Get(context.Background(), "a"); !errors.Is(err, w.want) {
				t.Errorf("%v, want %v", err, w.want)
			}
		})
	}
}
