// Package etcd keeps a store in an etcd cluster, so that a team can share one: records are keys of etcd under a prefix,
// a revision is etcd's own, an Apply is one transaction, a Watch is a watch. It speaks the JSON interface that every
// member serves on its client port beside gRPC (api "v3", of etcd 3.4 and later), for the standard library has all that
// needs: the client library of etcd would add ten milliseconds to every start of a program that mostly works alone.
//
// It must not know what is in a record, whose a key is, or that there is a file on a laptop as well.
package etcd

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"kwi/store"
)

// Config is where a cluster is and who asks.
type Config struct {
	Endpoints []string // such as https://hub.example:2379, or host:port; the first that answers is used
	Prefix    string   // of all keys; nothing else of the cluster is read or written
	User      string   // of etcd; none where its authentication is off
	Password  string
	TLS       *tls.Config // nil: what the system trusts
}

// Store is one handle on the records of a cluster.
type Store struct {
	cluster *cluster
	config  Config
	open    context.Context // done with ErrClosed when the handle is closed
	end     context.CancelCauseFunc
}

var _ store.Store = (*Store)(nil)

var (
	// ErrPlain means that an endpoint would be spoken to without TLS over a network.
	ErrPlain = errors.New("not over a network without TLS")
	// ErrEndpoint means that an endpoint is no address.
	ErrEndpoint = errors.New("no address of a hub")
)

// Open makes a handle. It does not ask the cluster anything: whether somebody is there is found out at the first use.
func Open(config Config) (*Store, error) {
	if len(config.Endpoints) == 0 {
		return nil, fmt.Errorf("%w: none given", ErrEndpoint)
	}
	addresses := make([]string, 0, len(config.Endpoints))
	for _, e := range config.Endpoints {
		address, err := Address(e)
		if err != nil {
			return nil, err
		}
		addresses = append(addresses, address)
	}
	secure := secured(config.TLS, config.User)
	transport := &http.Transport{
		TLSClientConfig: secure, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 4, IdleConnTimeout: time.Minute,
		DialContext: (&net.Dialer{Timeout: 5 * time.Second, KeepAliveConfig: alive}).DialContext, TLSHandshakeTimeout: 5 * time.Second,
		ResponseHeaderTimeout: 10 * time.Second, // etcd itself gives up after seven
	}
	c := &cluster{addresses: addresses, user: config.User, password: config.Password, secure: secure, longest: longest, client: &http.Client{Transport: transport, CheckRedirect: stay}}
	s := &Store{cluster: c, config: config}
	s.open, s.end = context.WithCancelCause(context.Background())
	return s, nil
}

// alive finds out within half a minute that there is nobody any more at the other end of a Watch: a laptop slept, or went
// to another network.
var alive = net.KeepAliveConfig{Enable: true, Idle: 10 * time.Second, Interval: 5 * time.Second, Count: 4}

// stay goes where one was sent by nobody: a password and what is known of clients go to the hub alone.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Address is the whole address of an endpoint, without a slash at its end: https where no scheme is named, but for this
// computer itself. http goes to this computer only.
func Address(endpoint string) (string, error) {
	endpoint = strings.TrimSpace(endpoint)
	if !strings.Contains(endpoint, "://") {
		host, _, err := net.SplitHostPort(endpoint)
		if err != nil {
			host, endpoint = endpoint, net.JoinHostPort(strings.Trim(endpoint, "[]"), "2379")
		}
		if loopback(strings.Trim(host, "[]")) {
			endpoint = "http://" + endpoint
		} else {
			endpoint = "https://" + endpoint
		}
	}
	u, err := url.Parse(endpoint)
	switch {
	case err != nil || u.Hostname() == "" || u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "":
		return "", fmt.Errorf("%w: %q", ErrEndpoint, endpoint)
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return "", fmt.Errorf("%w: %q", ErrPlain, endpoint)
	case u.Scheme != "http" && u.Scheme != "https":
		return "", fmt.Errorf("%w: %q", ErrEndpoint, endpoint)
	case u.Port() == "":
		u.Host = net.JoinHostPort(u.Hostname(), "2379")
	}
	return u.Scheme + "://" + u.Host, nil
}

// loopback reports whether a host is this computer itself.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Reopen returns another handle on the same cluster, which does not share its connections.
func (s *Store) Reopen() (store.Store, error) { return Open(s.config) }

// Close ends this handle only.
func (s *Store) Close() error {
	s.end(store.ErrClosed)
	s.cluster.client.CloseIdleConnections()
	return nil
}

// using is a context that ends with the handle, for one call.
func (s *Store) using(ctx context.Context) (context.Context, context.CancelFunc, error) {
	if s.open.Err() != nil {
		return nil, nil, store.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	stop := context.AfterFunc(s.open, func() { cancel(store.ErrClosed) })
	return ctx, func() { stop(); cancel(nil) }, nil
}

// told is the error of a call as the port has it: that of the context where it is done, ErrClosed where the handle is.
func told(outer, inner context.Context, err error) error {
	if err == nil {
		return nil
	}
	if outer.Err() != nil {
		return outer.Err()
	}
	if cause := context.Cause(inner); errors.Is(cause, store.ErrClosed) {
		return store.ErrClosed
	}
	return err
}
