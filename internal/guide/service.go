package guide

// Hostmanship is six principles, each with what it asks.
func (g *Guide) Hostmanship() []Item { return g.items("hostmanship") }

// Simplify is the promise to make things simple: who does what, then where
// to begin.
func (g *Guide) Simplify() []Item { return g.items("simplify") }

// Glossary is the words of the method with what they mean.
func (g *Guide) Glossary() []Item { return g.items("glossary") }

// ValueQuestion is the question with which it all begins.
type ValueQuestion struct {
	Question  string   // for the client's ears
	Condition string   // said with it
	Why       []string // what it brings
}

// ValueQuestion is the question, its condition and what it brings.
func (g *Guide) ValueQuestion() ValueQuestion {
	return ValueQuestion{g.one("valuequestion"), g.one("valuequestion.condition"), g.list("valuequestion.why")}
}
