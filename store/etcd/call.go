package etcd

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"kwi/store"
)

// cluster is the members of a cluster and who asks them.
type cluster struct {
	addresses      []string
	user, password string
	client         *http.Client
	secure         *tls.Config
	longest        time.Duration // that one question and its answer take

	mu    sync.Mutex
	at    int    // the member that answered last
	token string // for the calls of this user; etcd forgets it after some time
	spans []span // what this user may read, nil for everything, as of asked
	asked time.Time

	version string // of the member that was asked for it first, "" where none was
}

// call asks one thing and reads the answer whole. Another member is asked where one cannot be reached before it heard
// anything; once it heard the question nobody is asked again, for a write may have landed.
func (c *cluster) call(ctx context.Context, path string, request, response any) error {
	within, cancel := context.WithTimeoutCause(ctx, c.longest, errSlow)
	defer cancel()
	if err := c.within(within, path, request, response); err == nil || ctx.Err() != nil || within.Err() == nil {
		return err
	}
	return unreachable(errSlow)
}

func (c *cluster) within(ctx context.Context, path string, request, response any) error {
	body, err := c.ask(ctx, path, request)
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	return body.next(json.NewDecoder(body), response)
}

// ask is the answer to one question or several, to be read and closed by the caller.
func (c *cluster) ask(ctx context.Context, path string, requests ...any) (*answer, error) {
	var text []byte
	for _, r := range requests {
		one, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		text = append(append(text, one...), '\n')
	}
	for again := range 2 {
		token, err := c.signedIn(ctx)
		if err != nil {
			return nil, err
		}
		body, err := c.post(ctx, path, token, text)
		if errors.Is(err, store.ErrForbidden) {
			c.unsure() // it may have been otherwise a moment ago
		}
		if again > 0 || !errors.Is(err, errToken) {
			return body, err
		}
		c.forget(token)
	}
	return nil, errToken
}

// signedIn is the token of this user, for which it signs in where that is needed.
func (c *cluster) signedIn(ctx context.Context) (string, error) {
	c.mu.Lock()
	token := c.token
	c.mu.Unlock()
	if token != "" || c.user == "" {
		return token, nil
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.longest, errSlow)
	defer cancel()
	text, err := json.Marshal(map[string]string{"name": c.user, "password": c.password})
	if err != nil {
		return "", err
	}
	body, err := c.post(ctx, "auth/authenticate", "", text)
	if err != nil {
		return "", err
	}
	defer func() { _ = body.Close() }()
	var answer struct {
		Token string `json:"token"`
	}
	if err := body.next(json.NewDecoder(body), &answer); err != nil {
		return "", err
	}
	c.mu.Lock()
	c.token = answer.Token
	c.mu.Unlock()
	return answer.Token, nil
}

func (c *cluster) forget(token string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == token {
		c.token = ""
	}
}

// post sends a question to the member that answered last, or to the next that can be reached.
func (c *cluster) post(ctx context.Context, path, token string, text []byte) (*answer, error) {
	c.mu.Lock()
	first := c.at
	c.mu.Unlock()
	var failed error
	for i := range c.addresses {
		at := (first + i) % len(c.addresses)
		heard := false
		q, err := http.NewRequestWithContext(ctx, http.MethodPost, c.addresses[at]+"/v3/"+path, &question{Reader: bytes.NewReader(text), heard: &heard})
		if err != nil {
			return nil, err
		}
		q.ContentLength = int64(len(text))
		q.Header.Set("Content-Type", "application/json")
		q.Header.Set("Accept", "application/json")      // etcd takes a question without it for one of whom its own certificate names
		q.Header.Set("Grpc-Metadata-Hasleader", "true") // a member that was cut off from the others ends a Watch, and does not go on in silence
		if token != "" {
			q.Header.Set("Authorization", token)
		}
		got, err := c.client.Do(q)
		if err == nil {
			c.mu.Lock()
			c.at = at
			c.mu.Unlock()
			body := &answer{Closer: got.Body, body: got.Body, left: mostAnswer}
			if got.StatusCode == http.StatusOK {
				return body, nil
			}
			return nil, refusedBy(got, body)
		}
		failed = c.failed(ctx, c.addresses[at], err)
		if heard || ctx.Err() != nil {
			break
		}
	}
	return nil, failed
}

// everywhere asks every member the same.
func (c *cluster) everywhere(ctx context.Context, path string, question any) error {
	for i := range c.addresses {
		one := &cluster{addresses: c.addresses[i : i+1], user: c.user, password: c.password, client: c.client, secure: c.secure, longest: c.longest}
		var answer struct{}
		if err := one.call(ctx, path, question, &answer); err != nil {
			return err
		}
	}
	return nil
}

// question is a question that notes whether any of it was read to be sent.
type question struct {
	*bytes.Reader
	heard *bool
}

func (a *question) Read(to []byte) (int, error) {
	*a.heard = true
	return a.Reader.Read(to)
}

// WriteTo is Read for a sender who would rather have it all at once.
func (a *question) WriteTo(to io.Writer) (int64, error) {
	*a.heard = true
	return a.Reader.WriteTo(to)
}

// unreachable is an error of the way to the cluster.
func unreachable(err error) error { return fmt.Errorf("%w: %w", store.ErrUnreachable, err) }

// errToken means that etcd no longer knows who asks.
var errToken = errors.New("signed out")

// mostWords is how much is read of what a server says in place of an answer, in bytes: it may be no etcd at all.
const mostWords = 64 << 10

// refusedBy is the error that an answer is.
func refusedBy(got *http.Response, body *answer) error {
	defer func() { _ = body.Close() }()
	text, err := io.ReadAll(io.LimitReader(body, mostWords))
	if err != nil {
		return unreachable(err)
	}
	var r refusal
	if bytes.HasPrefix(text, []byte("CommonName of client")) {
		return fmt.Errorf("%w: %s", ErrNamed, got.Status)
	}
	if json.Unmarshal(text, &r) != nil || r.Message == "" && r.Error == "" {
		return fmt.Errorf("%w: %s answers %q", store.ErrForeign, got.Request.URL.Host, got.Status)
	}
	return r.kind()
}

// kinds are the words of etcd by what they mean for a caller.
var kinds = []struct {
	words string
	kind  error
}{
	{"invalid auth token", errToken},
	{"auth store is old", errToken},
	{"permission denied", store.ErrForbidden},
	{"authentication failed", ErrPassword},
	{"user name is empty", store.ErrForbidden},
	{"user name not found", ErrUnknown},
	{"database space exceeded", store.ErrFull},
	{"too large", store.ErrTooLarge},
	{"too many operations", store.ErrTooLarge},
	{"has been compacted", store.ErrGone},
	{"future revision", store.ErrGone},
	{"corrupt", store.ErrDamaged},
	{"authentication is not enabled", ErrNoUsers},
	{"user name already exists", ErrKnown},
	{"role name already exists", ErrKnown},
	{"user already has that role", ErrKnown}, // not said by all releases
	{"role name not found", ErrUnknown},
	{"role is not granted", ErrUnknown},
	{"permission is not granted", ErrUnknown},
	{"remote error: tls: ", ErrItself},
}

// ErrNoUsers means that a cluster knows no users, while one signs in.
var ErrNoUsers = errors.New("the hub knows no users")

// ErrPassword means that there is no user of that name and password. It is a store.ErrForbidden too.
var ErrPassword = fmt.Errorf("no such user with this password: %w", store.ErrForbidden)

// kind is the error that a refusal means. What is not known is taken for trouble on the way there: no leader, a timeout,
// a member that is stopping.
func (r refusal) kind() error {
	said := r.Message
	if said == "" {
		said = r.Error
	}
	for _, k := range kinds {
		if strings.Contains(said, k.words) {
			return fmt.Errorf("%w: %s", k.kind, said)
		}
	}
	return unreachable(errors.New(said))
}
