package hand_test

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

// model is what a hand should be, told naively: texts by key, and a list of
// what was done. Nothing is kept but the list; all else is told anew from it.
type model struct {
	base   told
	unsent []deed
	failed bool
}

// deed is one thing done: a text set, or so many deeds taken back or done
// again.
type deed struct {
	id         int
	kind       hand.Kind
	key, value string
	group      string
	takes      []int
	byName     bool // taken back out of the list of what was done
}

// told is the texts, and what can be undone and redone.
type told struct {
	texts      map[string]string
	locked     bool
	undo, redo []effect
}

// effect is a deed with the texts that it changed.
type effect struct {
	deed
	sets  []text
	about []int // the deeds forward that it is, takes back or does again
}

type text struct{ key, before, after string }

var errRefused = errors.New("refused")

// tell is what is so after one more deed, and which effect that had.
func (s told) tell(d deed) (told, effect, error) {
	e := effect{deed: d}
	s.texts = maps.Clone(s.texts)
	put := func(key, value string) {
		e.sets = append(e.sets, text{key, s.texts[key], value})
		s.texts[key] = value
	}
	if d.kind == hand.Do {
		if s.locked {
			return s, e, errRefused
		}
		put(d.key, d.value)
		e.about = []int{d.id}
		return s.push(e), e, nil
	}
	stack := s.undo
	if d.kind == hand.Redo {
		stack = s.redo
	}
	var taken []int
	for i := len(stack) - 1; i >= 0; i-- {
		if !slices.Contains(d.takes, stack[i].id) {
			continue
		}
		taken, e.about = append(taken, stack[i].id), append(e.about, stack[i].about...)
		for _, x := range slices.Backward(stack[i].sets) {
			switch s.texts[x.key] {
			case x.after:
				put(x.key, x.before)
			case x.before:
			default:
				return s, e, errRefused
			}
		}
	}
	e.takes, e.sets = taken, inAll(e.sets)
	return s.push(e), e, nil
}

// inAll is what several changes of texts come down to.
func inAll(sets []text) (out []text) {
	for _, x := range sets {
		i := slices.IndexFunc(out, func(y text) bool { return y.key == x.key })
		if i < 0 {
			out = append(out, x)
			continue
		}
		out[i].after = x.after
	}
	return slices.DeleteFunc(out, func(x text) bool { return x.before == x.after })
}

// push is the stacks after an effect.
func (s told) push(e effect) told {
	s.undo, s.redo = slices.Clone(s.undo), slices.Clone(s.redo)
	switch e.kind {
	case hand.Do:
		s.undo, s.redo = append(s.undo, e), nil
	case hand.Undo:
		s.undo, s.redo = e.outOf(s.undo), append(s.redo, e)
	case hand.Redo:
		s.redo, s.undo = e.outOf(s.redo), append(s.undo, e)
	}
	return s
}

// outOf is a stack without what the effect took.
func (e effect) outOf(stack []effect) []effect {
	return slices.DeleteFunc(stack, func(x effect) bool { return slices.Contains(e.takes, x.id) })
}

func (m *model) now() told {
	s := m.base
	for _, d := range m.unsent {
		s, _, _ = s.tell(d)
	}
	return s
}

// back is the deed of undo or redo, false where there is nothing.
func (m *model) back(id int, kind hand.Kind) (deed, bool) {
	s := m.now()
	stack := s.undo
	if kind == hand.Redo {
		stack = s.redo
	}
	if len(stack) == 0 {
		return deed{}, false
	}
	top := stack[len(stack)-1]
	d := deed{id: id, kind: kind, takes: []int{top.id}}
	for i := len(stack) - 2; i >= 0 && kind == hand.Undo && top.group != "" && stack[i].group == top.group; i-- {
		d.takes = append(d.takes, stack[i].id)
	}
	return d, true
}

// kept takes the first deeds into the base.
func (m *model) kept(n int) {
	for _, d := range m.unsent[:n] {
		m.base, _, _ = m.base.tell(d)
	}
	m.unsent = slices.Clone(m.unsent[n:])
}

// rebase tells the unsent deeds anew on other texts. The first so many have
// landed, and their effects are what they were.
func (m *model) rebase(texts map[string]string, locked bool, landed int) (lost int) {
	s := m.base
	for _, d := range m.unsent[:landed] {
		s, _, _ = s.tell(d)
	}
	s.texts, s.locked = texts, locked
	m.base = s
	again := m.unsent[landed:]
	m.unsent = nil
	for _, d := range again {
		next, e, err := s.tell(d)
		switch {
		case err != nil:
			lost++
		case d.kind == hand.Do && maps.Equal(next.texts, s.texts), d.kind != hand.Do && len(e.takes) == 0:
		default:
			s = next
			m.unsent = append(m.unsent, d)
		}
	}
	return lost
}

// standing are the steps of a hand that its history tells are in force, without
// those of others.
func standing(h hand.Hand) (ids []string) {
	for _, d := range h.History() {
		for _, p := range d.Steps {
			if d.Stands() && strings.HasPrefix(p.Step.ID, "nonce1.") {
				ids = append(ids, p.Step.ID)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// standingSteps is the same, as the model has it.
func standingSteps(s told, steps map[int]string) (ids []string) {
	for _, e := range s.undo {
		for _, id := range e.about {
			ids = append(ids, steps[id])
		}
	}
	slices.Sort(ids)
	return ids
}

func (s told) String() string {
	var out []string
	for _, k := range keys {
		out = append(out, k+"="+s.texts[k])
	}
	place := ""
	if s.locked {
		place = "locked"
	}
	return fmt.Sprint(out, place)
}

func textsOf(w *world) (map[string]string, bool) {
	m := map[string]string{}
	for _, k := range keys {
		m[k] = get(w.client, k)
	}
	return m, w.client.Cycles[0].Place == "locked"
}

// seen is all that can be seen of a hand.
func seen(h hand.Hand) string {
	_, s, ok := h.Send()
	steps := ""
	for _, m := range s.Steps {
		steps += fmt.Sprintf(" %+v %s", m.Step, texts(m.After))
	}
	return fmt.Sprint(texts(h.Now()), h.CanUndo(), h.CanRedo(), h.Dirty(), h.Flying(), h.Failure(), ok, s.Version, steps)
}

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
