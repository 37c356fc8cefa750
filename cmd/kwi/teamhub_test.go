package main

import (
	"context"
	"maps"
	"strings"
	"testing"

	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/memory"
)

// TestAWindowHasTheHubOfItsFile: of a file that belongs to a team, with the way there in
// the settings, and without asking it anything first. Nobody is asked for a password with
// the client at the table; what is wrong with it is told in the window, which opens all the same.
func TestAWindowHasTheHubOfItsFile(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	l.write("pw", "a passphrase of the hub\n")
	way := map[string]string{"KWI_HUB_ENDPOINTS": "http://127.0.0.1:1", "KWI_HUB_PREFIX": "bestseller", "KWI_HUB_USER": "joe", "KWI_HUB_PASSWORD_FILE": l.at("pw")}
	opened := func(change map[string]string, args ...string) (s cli.Session) {
		t.Helper()
		env, before := l.env, l.env.Getenv
		names := maps.Clone(way)
		maps.Copy(names, change)
		env.Getenv = func(name string) string {
			if value, is := names[name]; is {
				return value
			}
			return before(name)
		}
		env.Interactive = func(_ context.Context, of cli.Session) error { s = of; return nil }
		if code := cli.Run(t.Context(), env, append(args, "--lang", "en")); code != 0 {
			t.Fatalf("%q: exit %d, %s", args, code, &l.said)
		}
		return s
	}
	if s := opened(nil); s.Hub != nil || s.Told != "" {
		t.Errorf("of no team: %+v, %q", s.Hub, s.Told)
	}
	file, err := bolt.Open(l.at("kwi.db"))
	if err != nil {
		t.Fatal(err)
	}
	m := hub.Membership{Prefix: "bestseller", User: "joe", Team: "t1"}
	if err := m.Keep(t.Context(), desk.New(file, nonce).Store()); err != nil {
		t.Fatal(err)
	}
	if s := opened(nil); s.Hub == nil || s.Hub.User != "joe" || s.Hub.Owner != "joe" || teamOf(s) == nil {
		t.Errorf("of a team: %+v, %q", s.Hub, s.Told)
	}
	s := opened(nil)
	if err := hub.Leave(t.Context(), s.Desk.Store()); err != nil {
		t.Fatal(err)
	}
	if err := s.Hub.Is(t.Context()); !fault.Has(err, fault.LeftTeam) { // as after an earlier copy was put there; nobody is asked
		t.Errorf("where the file belongs to it no longer: %v", err)
	}
	if err := m.Keep(t.Context(), s.Desk.Store()); err != nil {
		t.Fatal(err)
	}
	if s := opened(map[string]string{"KWI_HUB_ENDPOINTS": ""}); s.Hub != nil {
		t.Error("without a way there it has a hub")
	}
	if s := opened(nil, "--readonly"); s.Hub != nil {
		t.Error("where only is looked it has a hub")
	}
	if s := opened(nil, "demo"); s.Hub != nil {
		t.Error("an example has a hub")
	}
	if s := opened(map[string]string{"KWI_HUB_PASSWORD_FILE": l.at("none")}); s.Hub != nil || s.Told == "" {
		t.Errorf("without the password: %+v, %q", s.Hub, s.Told)
	}
	if s := opened(map[string]string{"KWI_HUB_PASSWORD_FILE": ""}, "meet", "--client", "newmedia"); s.Hub != nil || s.Told != "" {
		t.Errorf("in a meeting without a password: %+v, %q", s.Hub, s.Told)
	}
}

// onlyLooks is a hub that lets nobody change the clients of Joe.
type onlyLooks struct{ store.Store }

func (o onlyLooks) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	for _, w := range writes {
		if strings.HasPrefix(w.Key, "h/joe/") || strings.HasPrefix(w.Key, "c/joe/") {
			return 0, store.ErrForbidden
		}
	}
	return o.Store.Apply(ctx, writes...)
}

// TestWhoMayOnlyLookIsToldWhenTheyChange: what a director does at a client is told to stay here.
func TestWhoMayOnlyLookIsToldWhenTheyChange(t *testing.T) {
	hub, _, _ := ofATeam(t)
	dora := newLaptop(t, memory.New(), onlyLooks{hub}, sync.Who{User: "Dora Looks", Computer: "three"})
	dora.syncs()
	dora.news()
	dora.sits().Press("enter")
	dora.does(agreed("Of a director"))
	dora.syncs()
	dora.See("You may change nothing of NewMedia at the hub.", "What you add stays here, and nobody")
}
