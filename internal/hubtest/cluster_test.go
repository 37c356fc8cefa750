package hubtest

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/etcd/server/v3/embed"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/sync"
	"kwi/store/etcd"
	"kwi/store/memory"
)

// nodes is a cluster of several members.
type nodes struct {
	*testing.T
	configs []*embed.Config
	members []*embed.Etcd
}

func startCluster(t *testing.T, n int) *nodes {
	t.Helper()
	all := &nodes{T: t, members: make([]*embed.Etcd, n)}
	var initial []string
	for i := range n {
		c := embed.NewConfig()
		c.Name, c.Dir, c.LogLevel, c.UnsafeNoFsync = fmt.Sprint("m", i), filepath.Join(t.TempDir(), fmt.Sprint(i)), "fatal", true
		client, peer := free(t), free(t)
		c.ListenClientUrls, c.AdvertiseClientUrls = []url.URL{client}, []url.URL{client}
		c.ListenPeerUrls, c.AdvertisePeerUrls = []url.URL{peer}, []url.URL{peer}
		c.TickMs, c.ElectionMs = 20, 200
		all.configs = append(all.configs, c)
		initial = append(initial, c.Name+"="+peer.String())
	}
	for i, c := range all.configs {
		c.InitialCluster = strings.Join(initial, ",")
		all.begin(i)
	}
	t.Cleanup(func() {
		for i := range all.members {
			all.end(i)
		}
	})
	for _, m := range all.members {
		<-m.Server.ReadyNotify()
	}
	return all
}

func (n *nodes) begin(i int) {
	n.Helper()
	m, err := embed.StartEtcd(n.configs[i])
	if err != nil {
		n.Fatal(err)
	}
	n.members[i] = m
}

func (n *nodes) end(i int) {
	if m := n.members[i]; m != nil {
		m.Close()
		n.members[i] = nil
	}
}

// leader is the member that leads.
func (n *nodes) leader() int {
	for i, m := range n.members {
		if m != nil && m.Server.Leader() == m.Server.MemberID() {
			return i
		}
	}
	return -1
}

func (n *nodes) endpoints() (all []string) {
	for _, c := range n.configs {
		all = append(all, c.AdvertiseClientUrls[0].String())
	}
	return all
}

// laptop is a data file in memory that is kept the same as a hub until the test ends.
type laptop struct {
	testing.TB
	desk *desk.Desk
	told chan sync.Status
	took chan string
}

func following(t testing.TB, name string, endpoints ...string) *laptop {
	t.Helper()
	hub, err := etcd.Open(etcd.Config{Endpoints: endpoints, Prefix: prefix})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	l := &laptop{t, desk.New(memory.New(), func() string { n++; return fmt.Sprint(name, n) }), make(chan sync.Status, 10000), make(chan string, 10000)}
	running, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	t.Cleanup(func() { stop(); <-ended; _ = hub.Close() })
	go func() {
		defer close(ended)
		sync.New(l.desk, hub, name, sync.Who{User: name}).Run(running, sync.Patience{First: 20 * time.Millisecond, Most: 200 * time.Millisecond},
			func(s sync.Status) { l.told <- s }, func(id string, _ sync.Round) { l.took <- id })
	}()
	return l
}

func (l *laptop) renames(name string) {
	l.Helper()
	if err := change(l.desk, "c1", func(c *account.Client) error { return c.Rename(name) }); err != nil {
		l.Fatal(err)
	}
}

// change keeps a change of a client, on whatever came meanwhile.
func change(d *desk.Desk, id string, do func(*account.Client) error) error {
	for {
		h, err := d.Open(ctx, id)
		if err != nil {
			return err
		}
		if h, err = h.Do(hand.Change{Label: hand.Label{Key: "test"}, Apply: do}); err != nil {
			return err
		}
		_, save, dirty := h.Send()
		if !dirty {
			return nil
		}
		if _, _, err = d.Keep(ctx, save); err == nil || !fault.Has(err, fault.Conflict) {
			return err
		}
	}
}

// sees waits until the client has a name here.
func (l *laptop) sees(name string) {
	l.Helper()
	for {
		if c, err := l.desk.Client(ctx, "c1"); err == nil && c.Name == name {
			return
		}
		<-l.took
	}
}

func (l *laptop) awaits(state sync.State) {
	l.Helper()
	for s := range l.told {
		if s.State == state {
			return
		}
	}
}

func together(t *testing.T, endpoints ...string) (one, other *laptop) {
	t.Helper()
	one, other = following(t, "one", endpoints...), following(t, "other", endpoints...)
	_, err := one.desk.Import(ctx, false, portable.File{Supplier: "S", Clients: []account.Client{accounttest.Typical("c1")}})
	ok(t, err)
	other.sees(accounttest.Typical("c1").Name)
	return one, other
}

// TestTheLeaderIsKilledAndTheOthersAreCutOff: what was done goes on to all, as
// soon as most members are there.
func TestTheLeaderIsKilledAndTheOthersAreCutOff(t *testing.T) {
	cluster := startCluster(t, 3)
	one, other := together(t, cluster.endpoints()...)
	led := cluster.leader()
	cluster.end(led)
	one.renames("Without the leader")
	other.sees("Without the leader")
	second := (led + 1) % 3
	cluster.end(second) // the one that is left is no majority
	one.renames("Kept here")
	one.awaits(sync.Offline)
	cluster.begin(second)
	other.sees("Kept here")
	other.renames("Back again")
	one.sees("Back again")
}

// slow is a way to a hub on which every piece takes its time, and that can be cut.
type slow struct {
	listener net.Listener
	cut      atomic.Bool
}

func slowWay(t *testing.T, endpoint string, each time.Duration) (*slow, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ok(t, err)
	s := &slow{listener: l}
	t.Cleanup(func() { _ = l.Close() })
	to, err := url.Parse(endpoint)
	ok(t, err)
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			go s.carry(in, to.Host, each)
		}
	}()
	return s, "http://" + l.Addr().String()
}

func (s *slow) carry(in net.Conn, to string, each time.Duration) {
	defer func() { _ = in.Close() }()
	out, err := net.Dial("tcp", to)
	if err != nil || s.cut.Load() {
		return
	}
	defer func() { _ = out.Close() }()
	pass := func(from, into net.Conn) {
		defer func() { _, _ = from.Close(), into.Close() }()
		piece := make([]byte, 16<<10)
		for !s.cut.Load() {
			n, err := from.Read(piece)
			time.Sleep(each)
			if n > 0 && !s.cut.Load() {
				if _, err := into.Write(piece[:n]); err != nil {
					return
				}
			}
			if err == io.EOF || err != nil {
				return
			}
		}
	}
	go pass(out, in)
	pass(in, out)
}

// TestASlowNetworkThatIsCut: it comes all the same, and nothing is lost by a cut
// in the middle.
func TestASlowNetworkThatIsCut(t *testing.T) {
	endpoint := Start(t)
	way, address := slowWay(t, endpoint, 30*time.Millisecond)
	one, other := following(t, "one", address), following(t, "other", endpoint)
	_, err := one.desk.Import(ctx, false, portable.File{Supplier: "S", Clients: []account.Client{accounttest.Typical("c1")}})
	ok(t, err)
	other.sees(accounttest.Typical("c1").Name)
	for i := range 5 {
		one.renames(fmt.Sprint("slow ", i))
		if i == 2 {
			way.cut.Store(true)
			one.renames("cut")
			one.awaits(sync.Offline)
			way.cut.Store(false)
		}
	}
	other.sees("slow 4")
	other.renames("and back")
	one.sees("and back")
}
