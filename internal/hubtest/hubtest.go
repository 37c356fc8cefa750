// Package hubtest starts etcd within the test process, and holds store/etcd to
// the contract of the port. It is a module of its own, so that the server with
// all it needs is no part of what kwi is built from:
//
//	cd internal/hubtest && go test ./...
package hubtest

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"sync/atomic"
	"testing"

	"go.etcd.io/etcd/server/v3/embed"

	"kwi/store"
	"kwi/store/etcd"
)

// Start starts a cluster of one member, which ends with the test, and is its
// endpoint.
func Start(t testing.TB, more ...func(*embed.Config)) string {
	t.Helper()
	c := embed.NewConfig()
	c.Dir, c.LogLevel = filepath.Join(t.TempDir(), "member"), "fatal"
	client, peer := free(t), free(t)
	c.ListenClientUrls, c.AdvertiseClientUrls = []url.URL{client}, []url.URL{client}
	c.ListenPeerUrls, c.AdvertisePeerUrls = []url.URL{peer}, []url.URL{peer}
	c.InitialCluster = c.InitialClusterFromName(c.Name)
	c.UnsafeNoFsync = true // a test's machine may go down with its test
	for _, change := range more {
		change(c)
	}
	e, err := embed.StartEtcd(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	select {
	case <-e.Server.ReadyNotify():
	case err := <-e.Err():
		t.Fatal(err)
	}
	return c.AdvertiseClientUrls[0].String()
}

// free is an address of this computer that nobody listens at.
func free(t testing.TB) url.URL {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return url.URL{Scheme: "http", Host: l.Addr().String()}
}

var prefixes atomic.Int64

// Empty is a handle on a store of its own within a cluster.
func Empty(t testing.TB, endpoint string) store.Store {
	t.Helper()
	s, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: fmt.Sprintf("test/%d/", prefixes.Add(1))})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
