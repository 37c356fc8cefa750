package guide

// Interview is what is asked in the talk with a respondent beside the topics,
// for the client's ears.
type Interview struct {
	Rank     string // which of what was named weighs most
	Ask      string // what to ask in half a year
	Example  string // over an example of such a question
	Unwanted string
	Right    string // over what is read back
	Else     string
}

// Interview is the rest of the talk.
func (g *Guide) Interview() Interview {
	return Interview{
		Rank: g.one("interview.rank"), Ask: g.one("interview.ask"), Example: g.one("interview.example"),
		Unwanted: g.one("interview.unwanted"), Right: g.one("interview.right"), Else: g.one("interview.else"),
	}
}

// Promise is by which day a respondent gets a concept.
func (g *Guide) Promise(day string) string {
	return fillArguments(g.one("interview.promise"), []string{day})
}

// PromiseInspiration is by which day one comes back to a respondent who named
// nothing yet.
func (g *Guide) PromiseInspiration(day string) string {
	return fillArguments(g.one("interview.inspiration"), []string{day})
}

// Examples are questions to react to, by which somebody could judge the
// supplier in half a year on an expectation in these words: first those that
// go with a container word in it, then those that go with any.
func (g *Guide) Examples(expectation, supplier string) []string {
	var out []string
	for _, key := range append(containersIn(expectation), "any") {
		out = append(out, g.list("example."+key)...)
	}
	for i := range out {
		out[i] = fillArguments(out[i], []string{supplier})
	}
	return out
}
