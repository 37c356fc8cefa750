package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/store"
)

// TestWhoAColleagueErasedIsGoneFromAnOpenClient: what was half typed goes on where it was,
// a line says what happened, and no way back from there brings them back.
func TestWhoAColleagueErasedIsGoneFromAnOpenClient(t *testing.T) {
	for language, said := range map[string]string{"nl": "Bij NewMedia wiste een collega iemand.", "en": "A colleague erased somebody at NewMedia."} {
		hub, mine, hers := ofATeam(t)
		mine.lang = language
		mine.sits().Press("enter", "5", "down", "enter")
		mine.Type("!")
		mine.Press("ctrl+s")
		mine.syncs()
		hers.syncs()
		mine.Press("enter")
		mine.Type(" half")
		c := hers.client()
		p, known := c.Person("KK")
		if !known || p.Name == "" {
			t.Fatal("there is no KK")
		}
		if _, err := hers.desk.Erase(context.Background(), desk.Erasing{Person: p, Unseen: "[gone]", What: "x", Today: "2026-11-21"}); err != nil {
			t.Fatal(err)
		}
		hers.syncs()
		mine.syncs()
		if got := strings.Join(strings.Fields(mine.Screen()), " "); !strings.Contains(got, said) {
			t.Errorf("%s: nobody is told\n%s", language, mine.Screen())
		}
		mine.Type(" typed")
		mine.Press("ctrl+s")
		for range 4 {
			mine.Press("ctrl+z")
		}
		mine.syncs()
		hers.syncs()
		mine.syncs()
		for name, of := range map[string]store.Store{"mine": mine.file, "hers": hers.file, "the hub": hub} {
			if err := of.Scan(context.Background(), "", func(r store.Record) error {
				if bytes.Contains(r.Value, []byte(p.Name)) {
					t.Errorf("%s: %s names them in %s", language, name, r.Key)
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
}
