package kit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/ui/keys"
)

// Press is a key on its way to a screen, with all that decides what it does.
type Press struct {
	Key        tea.KeyPressMsg
	Typing     bool // letters and digits are text now
	Audience   Audience
	Screen     []Act // what can be done on the screen in front
	Everywhere []Act // what the root does wherever one is
}

// Meaning is what a key does; exactly one of its fields is set.
type Meaning struct {
	Deliver tea.Msg // the screen gets this: a Do, or the key itself
	Root    string  // the root does the act with this ID
	Refusal string  // nothing is done, because …
	Closed  bool    // nothing is done, because the client looks along
}

// MeaningOf is what a key does: while letters are text a printable one is
// text; then it is looked for among the acts of the screen, and then among
// those of the root. While letters are text, alt before a key is that key
// where it is no text. With the client at the table only what says that it may
// be done then is done. A key of no act is the screen's own.
func MeaningOf(p Press) Meaning {
	if p.Typing && keys.Printable(p.Key.String()) {
		return Meaning{Deliver: p.Key}
	}
	if means, found := p.act(p.Key); found {
		return means
	}
	if plain, ok := keys.BehindAlt(p.Key); ok && p.Typing {
		if means, found := p.act(plain); found {
			return means
		}
	}
	return Meaning{Deliver: p.Key}
}

// act is what a key does that is one of an act's, false where it is none's.
func (p Press) act(k tea.KeyPressMsg) (Meaning, bool) {
	for _, a := range Allowed(p.Audience, p.Screen) {
		if key.Matches(k, a.Keys) {
			if a.Itself {
				return a.meaning(Meaning{Deliver: k}), true
			}
			return a.meaning(Meaning{Deliver: Do(a.ID)}), true
		}
	}
	for _, a := range Allowed(p.Audience, p.Everywhere) {
		if key.Matches(k, a.Keys) {
			return a.meaning(Meaning{Root: a.ID}), true
		}
	}
	closed := p.Audience == WithClient && (bound(p.Screen, k) || bound(p.Everywhere, k))
	return Meaning{Closed: true}, closed
}

func (a Act) meaning(done Meaning) Meaning {
	if a.Why != "" {
		return Meaning{Refusal: a.Why}
	}
	return done
}

func bound(acts []Act, k tea.KeyPressMsg) bool {
	for _, a := range acts {
		if key.Matches(k, a.Keys) {
			return true
		}
	}
	return false
}

// Allowed are the acts that this audience may see: with the client at the
// table only those that say so.
func Allowed(who Audience, acts []Act) []Act {
	if who == Manager {
		return acts
	}
	var out []Act
	for _, a := range acts {
		if a.Together {
			out = append(out, a)
		}
	}
	return out
}

// KeyName is the key that does an act now, as the user reads it; "" where
// none does.
func (a Act) KeyName(w *lang.Words, typing bool) string {
	name := keys.Reachable(a.Keys, typing)
	if sign := a.Keys.Help().Key; sign != "" && name != "" {
		return sign
	}
	return nameKey(w, name)
}

// KeyNames are all keys of a binding that work now, as the user reads them:
// while letters are text those that are no text, or else the first with alt.
func KeyNames(w *lang.Words, b key.Binding, typing bool) string {
	if sign := b.Help().Key; sign != "" {
		return sign
	}
	names := make([]string, 0, len(b.Keys()))
	for _, name := range b.Keys() {
		if !typing || !keys.Printable(name) {
			names = append(names, nameKey(w, name))
		}
	}
	if len(names) == 0 {
		return nameKey(w, keys.Reachable(b, typing))
	}
	return strings.Join(names, " ")
}

// nameKey is a key in the user's language and in signs.
func nameKey(w *lang.Words, name string) string {
	if sign := keys.Sign(name); sign != "" {
		return sign
	}
	if text := "key." + name; w.Has(text) {
		return w.T(text)
	}
	return name
}
