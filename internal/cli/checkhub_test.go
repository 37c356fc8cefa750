package cli

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hub"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/memory"
)

// teamed has the data file be that of a team, the same as a hub in memory.
func (b *broken) teamed() (d *desk.Desk, rounds func()) {
	b.Helper()
	s, err := bolt.Open(b.path)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	d = desk.New(s, func() string { n++; return "n" + strconv.Itoa(n) })
	ctx := context.Background()
	if err := (hub.Membership{Prefix: "bestseller", User: "anna", Team: "t"}).Keep(ctx, d.Store()); err != nil {
		b.Fatal(err)
	}
	p := sync.New(d, memory.New(), "anna", sync.Who{User: "anna"})
	return d, func() {
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
	}
}

// put has a record of the data file be another.
func (b *broken) put(d *desk.Desk, key, value string) {
	b.Helper()
	found, err := d.Store().Get(context.Background(), key)
	if err == nil {
		_, err = d.Store().Apply(context.Background(), store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: []byte(value)})
	}
	if err != nil {
		b.Fatal(err)
	}
}

// TestADamagedNoteOfTheHubIsNamedAndDropped: check names the client, --repair takes what
// was noted away and says what comes of that, and the round after it goes.
func TestADamagedNoteOfTheHubIsNamedAndDropped(t *testing.T) {
	b := brokenAt(t)
	d, rounds := b.teamed()
	rounds()
	b.run(0, "check")
	b.put(d, codec.HubKey("newmedia"), "\xff")
	b.put(d, codec.ApartKey("newmedia", 1), "{")
	b.put(d, codec.BaseKey("nobody", "client/nobody"), "x")
	said := b.run(1, "check")
	for _, want := range []string{"NewMedia: what kwi remembered of this client at the hub", "NewMedia: a choice that waited", "nobody: kwi remembered something"} {
		if !strings.Contains(said, want) {
			t.Errorf("check does not say %q:\n%s", want, said)
		}
	}
	said = b.run(0, "check", "--repair")
	for _, want := range []string{"NewMedia: what kwi remembered of the hub was taken away", "NewMedia: a choice that could no longer be made", "nobody: what kwi remembered"} {
		if !strings.Contains(said, want) {
			t.Errorf("the repair does not say %q:\n%s", want, said)
		}
	}
	rounds()
	b.run(0, "check")
	b.flip(codec.HubKey("newmedia"))
	if said := b.run(1, "check"); !strings.Contains(said, "NewMedia: what kwi remembered") {
		t.Errorf("a flipped bit: %s", said)
	}
	b.run(0, "check", "--repair")
	rounds()
	b.put(d, codec.Hub, "{")
	if said := b.run(1, "check"); !strings.Contains(said, "to which team this file belongs cannot be read") || strings.Contains(said, "NewMedia") {
		t.Errorf("the team: %s", said)
	}
	if said := b.run(0, "check", "--repair"); !strings.Contains(said, "kwi team join") {
		t.Errorf("the team: %s", said)
	}
}

// TestARescuedFileIsComparedAfresh: which team it is of is taken along, what was noted of
// the hub is not, and it says so.
func TestARescuedFileIsComparedAfresh(t *testing.T) {
	b := brokenAt(t)
	_, rounds := b.teamed()
	rounds()
	b.flip(codec.ClientKey("newmedia"))
	out := filepath.Join(t.TempDir(), "out.db")
	if said := b.run(1, "rescue", b.path, "--out", out); !strings.Contains(said, "belongs to the team bestseller") || !strings.Contains(said, "compares every client afresh") {
		t.Errorf("it says: %s", said)
	}
	s, err := bolt.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	if m, is, err := hub.MembershipOf(ctx, s); !is || err != nil || m.Team != "t" {
		t.Errorf("it is of %+v, %v", m, err)
	}
	notes := 0
	if err := s.Scan(ctx, "", func(r store.Record) error {
		switch n, ok := codec.DecodeHubNote(r.Value); {
		case strings.HasPrefix(r.Key, codec.BasePrefix), strings.HasPrefix(r.Key, codec.SendingPrefix):
			t.Errorf("%s is there", r.Key)
		case strings.HasPrefix(r.Key, codec.HubPrefix):
			if notes++; !ok || n.Head != 0 || n.Owner != "anna" {
				t.Errorf("%s is %+v", r.Key, n)
			}
		}
		return nil
	}); err != nil || notes == 0 {
		t.Error(notes, err)
	}
}
