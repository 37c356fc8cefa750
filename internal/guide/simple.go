package guide

import "kwi/internal/account"

// Simple is the simple approach in its five steps.
func (g *Guide) Simple() []string { return g.list("simple.steps") }

// SimplePurpose is what a step of the simple approach is for in one sentence, by
// the name of its stage in files; "" for a stage that it passes over.
func (g *Guide) SimplePurpose(stage string) string { return g.one("simple." + stage + ".purpose") }

// Dialogue is the course of the talk in which the simple approach ends, before
// the value question is asked anew.
func (g *Guide) Dialogue() []Item { return g.items("simple.dialogue") }

// MessageIn is a text that goes to a client, in the words of the approach that is
// followed with them where that has words of its own.
func (g *Guide) MessageIn(a account.Approach, m Message, args ...string) string {
	if own := simplePrefix + m; a == account.Simple && len(g.texts[string(own)]) > 0 {
		m = own
	}
	return g.Message(m, args...)
}

// simplePrefix begins the key of a message of the simple approach.
const simplePrefix Message = "simple."
