package widget

import (
	"maps"
	"slices"

	"kwi/internal/hint"
	"kwi/ui/kit"
)

// minded are the hints that a dialog gave so far: each once, one at a time, and
// never one that is in the way. What it would not keep at first it keeps when it is
// asked again.
type minded struct {
	given []string          // the keys of hints
	held  map[string]string // what stood there when keeping waited for a hint
}

// next gives the first hint that was not given yet. With the client watching there
// is none.
func (m minded) next(fr kit.Frame, hints []hint.Hint) (minded, kit.Outcome, bool) {
	if fr.Audience != kit.Manager {
		return m, kit.Outcome{}, false
	}
	for _, h := range hints {
		if key := h.Key(); !slices.Contains(m.given, key) {
			m.given = append(slices.Clip(m.given), key)
			return m, kit.Hints(h), true
		}
	}
	return m, kit.Outcome{}, false
}

// holds is next for what is about to be kept: it waits for one hint, and no more
// while nothing is changed; for a quiet one never.
func (m minded) holds(fr kit.Frame, values map[string]string, hints []hint.Hint) (minded, kit.Outcome, bool) {
	if m.held != nil && maps.Equal(m.held, values) {
		return m, kit.Outcome{}, false
	}
	m, out, found := m.next(fr, slices.DeleteFunc(slices.Clone(hints), func(h hint.Hint) bool { return h.Quiet }))
	if found {
		m.held = maps.Clone(values)
		out.Notice += " " + fr.T("kit.hint.again")
	}
	return m, out, found
}

// hints are those of a dialog about fields that it changes: of something new about
// all of it.
func (d FormDialog) hints(fr kit.Frame) []hint.Hint {
	if d.Hints == nil || fr.Audience != kit.Manager {
		return nil
	}
	return slices.DeleteFunc(d.Hints(d.all(fr)), func(h hint.Hint) bool {
		_, changed := d.values[h.Field]
		return d.Stored != nil && !changed
	})
}

// leftField gives a hint about a field that was just left with something else in it.
func (d FormDialog) leftField(fr kit.Frame, was FormDialog, out kit.Outcome) (FormDialog, kit.Outcome) {
	if d.Hints == nil || out.Notice != "" || maps.Equal(d.values, was.values) {
		return d, out
	}
	about := slices.DeleteFunc(d.hints(fr), func(h hint.Hint) bool {
		before, had := was.values[h.Field]
		now, has := d.values[h.Field]
		return !has || had && before == now
	})
	next, said, found := d.minded.next(fr, about)
	if d.minded = next; found {
		out.Notice, out.Why = said.Notice, said.Why
	}
	return d, out
}
