package main

import (
	"strings"
	"testing"

	"kwi/internal/example"
	"kwi/ui"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// Whoever goes to a place with something in mind finds that in hand there.
func TestAPlaceTakesInHandWhatOneGoesThereFor(t *testing.T) {
	entries := map[string]ui.Entry{}
	for _, e := range places(sources{}) {
		entries[e.Name] = e
	}
	for _, d := range []struct{ place, at, want string }{
		{"initialise", "CC", "▸ CC"},
		{"draft", "KK", "Kees Klant (KK)"},
		{"draft", "KWI-02", "KWI-02"},
		{"test", "2.02", "2.02"},
		{"communicate", "CC", "▸ CC"},
		{"realise", "CC", "▸ CC"}, {"realise", "2026-04", "▸ 2026-04"}, {"realise", "ideas", "▸ Ingebracht"}, {"session", "2026-04", "▸ 2026-04"},
		{"measure", "CC", "▸ CC"},
		{"brief", "CC", "C. Ceee (CC)"},
		{"measure", "KK/2.02", "▸ 2.02"}, {"measure", "silent", "▸ Nog stil"},
		{"session", "KWI-02", "KWI-02"},
		{"monitor", "KWI-02", "02 Inspiratie  "},
	} {
		f := kittest.Frame(117, 36, "nl", example.Portfolio("nl", kittest.Today).Clients[0])
		s := entries[d.place].Open(kit.Place{Name: d.place, Client: "newmedia"})
		before := kittest.Show(s.View(f))
		s, out := s.Update(f, kit.Aim(d.at))
		after := kittest.Show(s.View(f))
		if !strings.Contains(after, d.want) || after == before || out.Change != nil {
			t.Errorf("%s at %s:\n%s", d.place, d.at, after)
		}
		if s, _ = s.Update(f, kit.Aim("nobody")); kittest.Show(s.View(f)) == "" {
			t.Errorf("%s goes blank over what is not there", d.place)
		}
	}
}
