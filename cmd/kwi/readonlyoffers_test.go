package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

// TestWhereOnlyIsLookedNothingOffersWhatIsRefused: no page, line of advice or line of
// keys names a key that then says that nothing changes here, and neither the palette nor
// help lists what does.
func TestWhereOnlyIsLookedNothingOffersWhatIsRefused(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	tours := map[string]func() store.Store{"example": func() store.Store { return exampleStore(t) }}
	for name, clients := range bare() {
		tours[name] = func() store.Store {
			kept := memory.New()
			if _, err := desk.New(kept, nonce).Import(context.Background(), false, portable.File{Clients: clients}); err != nil {
				t.Fatal(err)
			}
			return kept
		}
	}
	looked := 0
	for name, of := range tours {
		for _, language := range []string{"nl", "en"} {
			refused := lang.For(language).Fault(fault.New(fault.LooksOnly))
			r := tour{t: t, store: of, language: language, w: 80, h: 24, looks: true}
			if name == "example" {
				r.row = 4
			}
			for _, s := range stops() {
				if name == "no client" && len(s.to) > 0 && s.name != "library" && s.name != "history" {
					continue
				}
				d, is := r.at(s)
				if !is || s.name == "settings" {
					continue
				}
				looked++
				for list, most := range map[string]int{":": 0, "?": 1} { // the palette, and help, which says it once
					d, _ := r.at(s)
					command(d, list)
					if n := strings.Count(strings.Join(strings.Fields(d.Screen()), " "), refused); n > most || !d.Dialog() {
						t.Errorf("%s: %s, side %d, %s: %s tells of what is refused:\n%s", name, s.name, s.side, language, list, d.Screen())
					}
				}
				for _, key := range named.FindAllStringSubmatch(strings.Join(strings.Fields(whatStands(d)), " "), -1) {
					d, _ := r.at(s)
					d.Press(key[1])
					if strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), refused) {
						e, _ := r.at(s)
						t.Errorf("%s: %s, side %d, %s offers %s (%s):\n%s", name, s.name, s.side, language, key[1], key[0], e.Screen())
					}
				}
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d places were looked at", looked)
	}
}
