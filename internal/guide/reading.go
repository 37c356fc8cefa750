package guide

// Reading is what there is to read on behind a line beside the work: an entry of
// the library, or one of the lists that have their place on a screen; those have
// neither a title nor an occasion. Empty where there is none of that ID.
func (g *Guide) Reading(id string) Entry {
	for _, e := range g.Shelf() {
		if e.ID == id {
			return e
		}
	}
	e := Entry{ID: id}
	switch id {
	case "realise":
		var ideas []Item
		for _, idea := range g.Realise() {
			ideas = append(ideas, idea.Item)
		}
		e.Parts = []Part{whole(titled(ideas))}
	case "agenda":
		e.Parts = []Part{whole(titled(g.Agenda()))}
	case "simple.dialogue":
		e.Parts = []Part{whole(titled(g.Dialogue()))}
	case "analysis":
		var lines []Line
		for _, q := range g.Analysis() {
			lines = append(lines, Line{Text: q.Text})
		}
		e.Parts = []Part{whole(lines)}
	case "arguments", "selection", "simple.steps":
		e.Parts = []Part{whole(g.texted(id))}
	default:
		return Entry{}
	}
	return e
}

// WorkLists are the IDs of the lists that are no entry of the library.
func WorkLists() []string {
	return []string{"realise", "agenda", "analysis", "arguments", "selection", "simple.steps", "simple.dialogue"}
}
