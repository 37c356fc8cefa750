package hand_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

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
