package hubtest

import (
	"fmt"
	"os"
	gosync "sync"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/etcd"
	"kwi/store/memory"
)

// portfolio is the file of kwi/1 that KWI_FIGURES names, or a hundred clients of
// five cycles.
func portfolio(b *testing.B) portable.File {
	b.Helper()
	if name := os.Getenv("KWI_FIGURES"); name != "" {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		p, err := portable.Read(f)
		if err != nil {
			b.Fatal(err)
		}
		return p
	}
	p := portable.File{Supplier: "S"}
	for i := range 100 {
		p.Clients = append(p.Clients, accounttest.Typical(fmt.Sprintf("c%03d", i)))
	}
	return p
}

func deskWith(b *testing.B, name string, p portable.File) *desk.Desk {
	b.Helper()
	n := 0
	var mu gosync.Mutex
	d := desk.New(memory.New(), func() string {
		mu.Lock()
		defer mu.Unlock()
		n++
		return fmt.Sprint(name, n)
	})
	if len(p.Clients) > 0 {
		if _, err := d.Import(ctx, false, p); err != nil {
			b.Fatal(err)
		}
	}
	return d
}

func hubAt(b *testing.B, endpoint string) store.Store {
	b.Helper()
	hub, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: prefix})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = hub.Close() })
	return hub
}

// syncAll makes all clients the same that are not, and is how many there were.
func syncAll(b *testing.B, p *sync.Pair) int {
	b.Helper()
	ids, err := p.Behind(ctx)
	for _, id := range ids {
		if err == nil {
			_, err = p.Client(ctx, id)
		}
	}
	if err != nil {
		b.Fatal(err)
	}
	return len(ids)
}

func rename(b *testing.B, d *desk.Desk, id, name string) {
	b.Helper()
	if err := change(d, id, func(c *account.Client) error { return c.Rename(name) }); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSync brings a portfolio to an empty hub, takes it to a second laptop,
// and makes both the same again after ten clients were changed; beside it the same
// bytes are put as they are.
func BenchmarkSync(b *testing.B) {
	p := portfolio(b)
	for b.Loop() {
		hub := hubAt(b, Start(b))
		one, other := deskWith(b, "one", p), deskWith(b, "other", portable.File{})
		first, second := sync.New(one, hub, "one", sync.Who{User: "one"}), sync.New(other, hub, "other", sync.Who{User: "other"})
		at := time.Now()
		n := syncAll(b, first)
		b.ReportMetric(time.Since(at).Seconds(), "s/bring")
		at = time.Now()
		syncAll(b, second)
		b.ReportMetric(time.Since(at).Seconds(), "s/take")
		for i := range 10 {
			rename(b, one, p.Clients[i*n/10].ID, fmt.Sprint("Changed ", i))
		}
		at = time.Now()
		given := syncAll(b, first)
		taken := syncAll(b, second)
		b.ReportMetric(time.Since(at).Seconds()*1000, "ms/ten")
		if given != 10 || taken != 10 {
			b.Fatalf("%d were given and %d taken", given, taken)
		}
		bytes := 0
		plain := hubAt(b, Start(b))
		at = time.Now()
		if err := hub.Scan(ctx, "", func(r store.Record) error {
			bytes += len(r.Key) + len(r.Value)
			_, err := plain.Apply(ctx, store.Write{Op: store.Put, Key: r.Key, Value: r.Value})
			return err
		}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(at).Seconds(), "s/plain-puts")
		b.ReportMetric(float64(bytes)/1e6, "MB")
	}
}

// BenchmarkLatency is from a change that is kept on one laptop to the client in
// the file of another, both following one hub.
func BenchmarkLatency(b *testing.B) {
	endpoint := Start(b)
	one, other := following(b, "one", endpoint), following(b, "other", endpoint)
	if _, err := one.desk.Import(ctx, false, portable.File{Supplier: "S", Clients: []account.Client{accounttest.Typical("c1")}}); err != nil {
		b.Fatal(err)
	}
	other.sees(accounttest.Typical("c1").Name)
	for i := 0; b.Loop(); i++ {
		name := fmt.Sprint("Name ", i)
		one.renames(name)
		other.sees(name)
	}
}

// BenchmarkFiftyLaptops has fifty laptops follow one hub; one changes a client,
// and all see it.
func BenchmarkFiftyLaptops(b *testing.B) {
	endpoint := Start(b)
	all := make([]*laptop, 50)
	for i := range all {
		all[i] = following(b, fmt.Sprint("laptop", i), endpoint)
	}
	if _, err := all[0].desk.Import(ctx, false, portable.File{Supplier: "S", Clients: []account.Client{accounttest.Typical("c1")}}); err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		name := fmt.Sprint("Name ", i)
		if i == 0 {
			name = accounttest.Typical("c1").Name
		} else {
			all[0].renames(name)
		}
		for _, l := range all {
			l.sees(name)
		}
	}
}
