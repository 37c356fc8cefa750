package guide

// Purpose is what a stage is for in one sentence, by its name in files:
// initialise, draft, test, communicate, realise, measure or session; "" for any
// other name.
func (g *Guide) Purpose(stage string) string { return g.one("stage." + stage + ".purpose") }

// Arguments win respondents; said to them, chosen at the internal kick-off.
func (g *Guide) Arguments() []string { return g.list("arguments") }

// RealiseIdea is an idea for the months between the promises and the figures.
type RealiseIdea struct {
	Item
	When string // it fits
	Seen string // how the client notices
	Ours bool   // it is done between ourselves, and the client is told what comes of it
}

// Realise is those ideas, first the ones that are done between ourselves.
func (g *Guide) Realise() (out []RealiseIdea) {
	for _, key := range []string{"realise.ours", "realise"} {
		for _, t := range g.list(key) {
			p := fields(t)
			out = append(out, RealiseIdea{Item{p[0], p[1]}, p[2], p[3], key == "realise.ours"})
		}
	}
	return out
}

// Agenda is the agenda of the session.
func (g *Guide) Agenda() []Item { return g.items("agenda") }

// Topic is one subject of the drafting talk.
type Topic struct {
	Name      string // business, department, supplier, personal or obstacles
	Title     string
	Questions []string // for the client's ears
}

// Topics are the subjects in the order in which the talk takes them.
func (g *Guide) Topics() []Topic {
	var out []Topic
	for _, name := range []string{"business", "department", "supplier", "personal", "obstacles"} {
		out = append(out, Topic{name, g.one("topic." + name), g.list("topic." + name + ".ask")})
	}
	return out
}

// Question is one of the seven questions of the analysis.
type Question struct {
	Key  string // as in files: remarks, outliers, …
	Text string
}

// Analysis is the questions that the supplier puts to themselves on the answers.
func (g *Guide) Analysis() []Question {
	var out []Question
	for _, key := range []string{"remarks", "outliers", "proposals", "misunderstanding", "surprise", "disappointment", "noticed"} {
		out = append(out, Question{key, g.one("analysis." + key)})
	}
	return out
}
