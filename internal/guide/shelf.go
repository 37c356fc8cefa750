package guide

import (
	"strconv"
	"strings"

	"kwi/internal/account"
)

// Kind is a part of the library.
type Kind string

// The kinds of entry.
const (
	Attitude  Kind = "attitude"  // how to be with people
	Method    Kind = "method"    // what the method rests on
	Figures   Kind = "figures"   // what figures of others are worth
	Checklist Kind = "checklist" // insight to offer a client
	Value     Kind = "value"     // what clients find important
	Wisdom    Kind = "wisdom"
	Promise   Kind = "promise" // words that promise nothing; the supplier's own only
)

// Kinds are the parts of the library in its order.
func Kinds() []Kind {
	return []Kind{Attitude, Method, Figures, Checklist, Value, Wisdom, Promise}
}

// Entry is one entry of the library, of the guide's own or of the supplier's.
type Entry struct {
	ID    string // the same in every language, for ever
	Kind  Kind
	Title string
	When  string // when it is of use; of an own entry what was written with it
	Parts []Part
	Gone  bool // withdrawn by the supplier: offered no more
}

// Part is a part of an entry, with a title where there are more of them.
type Part struct {
	Title string
	Lines []Line
}

// Line is one line of an entry: a text, with a title where it has one.
type Line struct {
	ID    string // by which it is ticked off, "" where there is nothing to tick
	Title string
	Text  string
}

// Own reports whether the supplier wrote the entry.
func (e Entry) Own() bool { return strings.HasPrefix(e.ID, account.OwnPrefix) }

// Points are the IDs of the lines that can be ticked off, in their order.
func (e Entry) Points() (out []string) {
	for _, p := range e.Parts {
		for _, l := range p.Lines {
			if l.ID != "" {
				out = append(out, l.ID)
			}
		}
	}
	return out
}

// Words is all that stands in the entry, its title first.
func (e Entry) Words() string {
	words := []string{e.Title, e.When}
	for _, p := range e.Parts {
		words = append(words, p.Title)
		for _, l := range p.Lines {
			words = append(words, l.Title, l.Text)
		}
	}
	return strings.Join(words, "\n")
}

// Shelf is the guide's own part of the library, in the order of Kinds.
func (g *Guide) Shelf() []Entry {
	value, salt, why := g.ValueQuestion(), g.part("library.part.salt", g.texted("nps.salt")), "library.part.why"
	return []Entry{
		g.entry("hostmanship", Attitude, whole(titled(g.Hostmanship()))),
		g.entry("threequestions", Attitude, whole(g.texted("threequestions"))),
		g.entry("trust", Attitude, whole(g.texted("trust"))),
		g.entry("habits", Attitude, whole(g.texted("habits"))),
		g.entry("servicerules", Attitude, whole(g.texted("servicerules"))),
		g.entry("simplefirst", Attitude, whole(g.texted("simplefirst")),
			g.part("library.part.causes", titled(g.items("simplefirst.causes"))), g.part("library.part.steps", titled(g.items("simplefirst.steps")))),
		g.entry("simplify", Attitude, g.part("library.part.who", titled(g.Simplify()))),
		g.entry("notall", Attitude, whole(g.texted("notall"))),
		g.entry("ahead", Method, whole(titled(g.items("ahead")))),
		g.entry("valuequestion", Method, whole([]Line{{Text: value.Question}, {Text: value.Condition}}), g.part(why, g.texted("valuequestion.why"))),
		g.entry("differences", Method, whole(g.contrasts())),
		g.entry("ladder", Method, whole(titled(g.Ladder()))),
		g.entry("denominator", Method, whole(g.texted("denominator"))),
		g.entry("probing", Method, whole(titled(g.items("probing")))),
		g.entry("asclient", Method, whole(g.texted("asclient"))),
		g.entry("glossary", Method, whole(titled(g.Glossary()))),
		g.entry("nps", Figures, whole(g.texted("nps")), salt),
		g.entry("survey", Figures, g.part("library.part.ask", g.points("survey.points")), g.part("library.part.remember", g.texted("survey.remember"))),
		g.entry("ictfails", Checklist, whole(g.texted("ictfails"))),
		g.entry("ict", Checklist, whole(g.points("checklist.ict"))),
		g.entry("cleaning", Checklist, g.numbered("checklist.cleaning.")...),
		g.entry("inspiration", Value, whole(g.values())),
		g.entry("wisdoms", Wisdom, whole(g.texted("wisdoms"))),
	}
}

// Wisdoms are dry and kind, one line each.
func (g *Guide) Wisdoms() []string { return g.list("wisdoms") }

// entry is an entry with the title and the occasion that stand in the texts.
func (g *Guide) entry(id string, kind Kind, parts ...Part) Entry {
	f := fields(g.one("library." + id))
	return Entry{ID: id, Kind: kind, Title: f[0], When: f[1], Parts: parts}
}

// part is a part under a title of the texts.
func (g *Guide) part(title string, lines []Line) Part { return Part{g.one(title), lines} }

// whole is a part that needs no title.
func whole(lines []Line) Part { return Part{Lines: lines} }

// texted are the texts under a key as lines.
func (g *Guide) texted(key string) (out []Line) {
	for _, t := range g.list(key) {
		out = append(out, Line{Text: t})
	}
	return out
}

// titled are items as lines.
func titled(items []Item) (out []Line) {
	for _, i := range items {
		out = append(out, Line{Title: i.Title, Text: i.Line})
	}
	return out
}

// points are lines that can be ticked off: by which name, the words, and what
// explains them where anything does.
func (g *Guide) points(key string) (out []Line) {
	for _, t := range g.list(key) {
		if f := fields(t); f[2] == "" {
			out = append(out, Line{ID: f[0], Text: f[1]})
		} else {
			out = append(out, Line{ID: f[0], Title: f[1], Text: f[2]})
		}
	}
	return out
}

// numbered are the parts under a key with a number behind it: each has its title
// first and then its points.
func (g *Guide) numbered(key string) (out []Part) {
	for i := 1; ; i++ {
		n := key + strconv.Itoa(i)
		if len(g.list(n)) == 0 {
			return out
		}
		out = append(out, g.part(n, g.points(n)[1:]))
	}
}

// contrasts are the differences with a survey as lines.
func (g *Guide) contrasts() (out []Line) {
	for _, d := range g.Differences() {
		out = append(out, Line{Title: d.About, Text: fillArguments(g.one("library.difference"), []string{d.About, d.Survey, d.Value})})
	}
	return out
}

// OwnEntry is an entry that a supplier wrote, as one of the library.
func OwnEntry(own account.OwnEntry) Entry {
	e := Entry{ID: own.ID, Kind: Kind(own.Kind), Title: own.Title, When: own.Text, Gone: own.Withdrawn != ""}
	var lines []Line
	for _, i := range own.Items {
		l := Line{Text: i.Text}
		if own.Kind == account.OwnChecklist {
			l.ID = i.Key()
		}
		lines = append(lines, l)
	}
	if len(lines) > 0 {
		e.Parts = []Part{whole(lines)}
	}
	return e
}

// ShelfWith is the whole library, with what a supplier added behind what the
// guide has of the same kind.
func (g *Guide) ShelfWith(own account.Shelf) (out []Entry) {
	shelf := g.Shelf()
	for _, e := range own {
		shelf = append(shelf, OwnEntry(e))
	}
	for _, kind := range Kinds() {
		for _, e := range shelf {
			if e.Kind == kind {
				out = append(out, e)
			}
		}
	}
	return out
}

// Find is the entry with that ID.
func Find(shelf []Entry, id string) (Entry, bool) {
	for _, e := range shelf {
		if e.ID == id {
			return e, true
		}
	}
	return Entry{}, false
}
