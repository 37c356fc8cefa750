package guide

// Simple is the simple approach in its five steps.
func (g *Guide) Simple() []string { return g.list("simple.steps") }

// SimplePurpose is what a step of the simple approach is for in one sentence, by
// the name of its stage in files; "" for a stage that it passes over.
func (g *Guide) SimplePurpose(stage string) string { return g.one("simple." + stage + ".purpose") }

// Dialogue is the course of the talk in which the simple approach ends, before
// the value question is asked anew.
func (g *Guide) Dialogue() []Item { return g.items("simple.dialogue") }
