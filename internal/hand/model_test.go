package hand_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

func TestAHandDoesWhatTheModelTells(t *testing.T) {
	tried := map[string]int{}
	// What is rare may not come up in one run of the property, so it is run
	// until all has been tried.
	for round := 0; tried["lost"] == 0 || tried["taken back"] == 0 || tried["conflict"] == 0 || tried["landed"] == 0; round++ {
		if round == 20 {
			t.Fatalf("some was never tried: %v", tried)
		}
		checkHandAgainstModel(t, tried)
	}
}

// checkHandAgainstModel does the same at random to a hand and to the model,
// and counts what was tried.
func checkHandAgainstModel(t *testing.T, tried map[string]int) {
	rapid.Check(t, func(t *rapid.T) {
		w := &world{client: client()}
		first, _ := textsOf(w)
		h, m := w.open(), &model{base: told{texts: first}}
		var flight *hand.Save
		var earlier []hand.Hand
		var looked []string
		ids, known := 0, 0        // how much of the journal the hand has seen
		steps := map[int]string{} // of the deeds of the model, the step of the hand
		made := func(d deed) {
			steps[d.id] = fmt.Sprint("nonce1.", len(steps)+1)
			m.unsent = append(m.unsent, d)
		}
		took := func(err error, kind fault.Kind, refused bool) {
			if refused != (err != nil) || err != nil && !fault.Has(err, kind) {
				t.Fatalf("got %v, refused in the model: %v", err, refused)
			}
		}
		do := func(d deed) {
			s := m.now()
			next, _, err := s.tell(d)
			var got error
			switch d.kind {
			case hand.Do:
				h, got = h.Do(change(d.key, d.value, d.group))
				took(got, fault.Frozen, err != nil)
				if err == nil && !maps.Equal(next.texts, s.texts) {
					made(d)
				}
				return
			case hand.Undo:
				if d.byName {
					var names []string
					for _, id := range d.takes {
						names = append(names, steps[id])
					}
					h, _, got = h.TakeBack(hand.Label{}, names...)
					break
				}
				h, _, got = h.Undo()
			case hand.Redo:
				h, _, got = h.Redo()
			}
			took(got, fault.UndoRefused, err != nil)
			if err == nil {
				made(d)
			}
		}
		rebase := func(landed int) {
			texts, locked := textsOf(w)
			want := m.rebase(texts, locked, landed)
			var lost []hand.Lost
			h, lost = h.Rebase(w.open())
			lost = slices.DeleteFunc(lost, func(l hand.Lost) bool { return l.Why == nil }) // done all the same
			if len(lost) != want {
				t.Fatalf("lost %v, in the model %d", lost, want)
			}
			tried["lost"] += want
			known = len(w.journal)
		}
		actions := map[string]func(*rapid.T){
			"do": func(t *rapid.T) {
				ids++
				do(deed{id: ids, key: rapid.SampledFrom(keys).Draw(t, "key"), value: rapid.SampledFrom([]string{"", "1", "2", "3"}).Draw(t, "value"),
					group: rapid.SampledFrom([]string{"", "", "g", "h"}).Draw(t, "group")})
			},
			"undo": func(t *rapid.T) {
				ids++
				if d, ok := m.back(ids, hand.Undo); ok {
					do(d)
				} else if _, _, err := h.Undo(); !fault.Has(err, fault.NothingToUndo) {
					t.Fatalf("nothing to undo: %v", err)
				}
			},
			"take back": func(t *rapid.T) { // one of them, or all since
				ids++
				undo := m.now().undo
				if len(undo) == 0 {
					return
				}
				n := rapid.IntRange(0, len(undo)-1).Draw(t, "which")
				d := deed{id: ids, kind: hand.Undo, byName: true}
				for _, e := range undo[n:] {
					d.takes = append(d.takes, e.id)
				}
				if rapid.Bool().Draw(t, "alone") {
					d.takes = d.takes[:1]
				}
				tried["taken back"]++
				do(d)
			},
			"redo": func(t *rapid.T) {
				ids++
				if d, ok := m.back(ids, hand.Redo); ok {
					do(d)
				} else if _, _, err := h.Redo(); !fault.Has(err, fault.NothingToRedo) {
					t.Fatalf("nothing to redo: %v", err)
				}
			},
			"send": func(t *rapid.T) {
				next, s, ok := h.Send()
				if ok != (flight == nil && len(m.unsent) > 0) {
					t.Fatalf("sent: %v, with %d unsent", ok, len(m.unsent))
				}
				if ok {
					h, flight = next, &s
				}
			},
			"answered": func(t *rapid.T) { // the store has some of it, or there is a conflict
				if flight == nil {
					return
				}
				n, v, err := w.keep(*flight, rapid.IntRange(1, 20).Draw(t, "at once"))
				flight = nil
				if err != nil {
					tried["conflict"]++
					rebase(0)
					return
				}
				h, known = h.Kept(n, v), int(v.Last)
				m.kept(n)
				m.failed = false
			},
			"failed": func(*rapid.T) {
				if flight == nil {
					return
				}
				flight, m.failed = nil, true
				h = h.Failed(errRefused)
			},
			"landed and failed": func(t *rapid.T) {
				if flight == nil {
					return
				}
				w.keep(*flight, rapid.IntRange(1, 20).Draw(t, "at once"))
				flight, m.failed = nil, true
				h = h.Failed(errRefused)
			},
			"landed and opened again": func(t *rapid.T) {
				if flight == nil {
					return
				}
				n, _, err := w.keep(*flight, rapid.IntRange(1, 20).Draw(t, "at once"))
				if flight = nil; err != nil {
					n = 0
				}
				if n > 0 {
					tried["landed"]++
				}
				if rapid.Bool().Draw(t, "others went on") {
					w.others(lock(""))
					w.others(func(c *account.Client) error { c.Name = "Z"; return nil })
				}
				rebase(n)
			},
			"others": func(t *rapid.T) {
				key, value := rapid.SampledFrom(keys).Draw(t, "key"), rapid.SampledFrom([]string{"", "1", "4"}).Draw(t, "value")
				w.others(func(c *account.Client) error {
					c.Cycles[0].Place = ""
					return set(key, value)(c)
				})
				if rapid.IntRange(0, 9).Draw(t, "lock") == 0 {
					w.others(lock("locked"))
				}
			},
			"": func(t *rapid.T) {
				s := m.now()
				if got, want := texts(h.Now()), s.String(); got != want {
					t.Fatalf("now %s, want %s", got, want)
				}
				if h.CanUndo() != (len(s.undo) > 0) || h.CanRedo() != (len(s.redo) > 0) {
					t.Fatalf("can undo %v, redo %v; want %d, %d", h.CanUndo(), h.CanRedo(), len(s.undo), len(s.redo))
				}
				if got, want := standing(h), standingSteps(s, steps); !slices.Equal(got, want) {
					t.Fatalf("in force %v, want %v", got, want)
				}
				if h.Dirty() != (len(m.unsent) > 0) || h.Flying() != (flight != nil) {
					t.Fatalf("dirty %v with %d unsent, flying %v", h.Dirty(), len(m.unsent), h.Flying())
				}
				if !h.Dirty() && known == len(w.journal) && !reflect.DeepEqual(w.client.Tidy(), h.Now().Tidy()) {
					t.Fatalf("all is kept, but the store has %s, the hand %s", texts(w.client), texts(h.Now()))
				}
				if m.failed = m.failed && len(m.unsent) > 0; (h.Failure() != nil) != m.failed {
					t.Fatalf("failure %v, want %v", h.Failure(), m.failed)
				}
				if rapid.IntRange(0, 3).Draw(t, "look") == 0 {
					earlier, looked = append(earlier, h), append(looked, seen(h))
				}
			},
		}
		t.Repeat(actions)

		for round := 0; h.Dirty() || flight != nil; round++ { // until all is kept
			if round > 50 {
				t.Fatal("it is never kept")
			}
			if flight == nil {
				actions["send"](t)
			}
			actions["answered"](t)
			actions[""](t)
		}
		rebase(0)
		actions[""](t)
		for i := range earlier {
			if got := seen(earlier[i]); got != looked[i] {
				t.Fatalf("an earlier hand changed:\n%s\n%s", looked[i], got)
			}
		}
	})
}
