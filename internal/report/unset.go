package report

import (
	"slices"
	"strings"

	"kwi/internal/lang"
)

// Unset is what a form cannot show as it was written, for want of a font: which
// characters stand there as a box, which letters stand apart that should join,
// and where. The zero value is nothing.
type Unset struct {
	Characters []string // each once, in the order in which they come
	Apart      []string
	Places     []string // in the words of the document
}

// Any reports whether there is anything to tell.
func (u Unset) Any() bool { return len(u.Places) > 0 }

// mostTold is how many characters are told at most, and in how many places.
const mostTold = 20

// Sentence tells whoever writes the document what it cannot show, "" where that
// is nothing.
func (u Unset) Sentence(w *lang.Words) string {
	var out []string
	for _, one := range []struct {
		key        string
		characters []string
	}{{"paper.unset", u.Characters}, {"paper.apart", u.Apart}} {
		if n := len(one.characters); n > 0 {
			out = append(out, w.N(one.key, n, firstOf(one.characters, " "), firstOf(u.Places, ", ")))
		}
	}
	return strings.Join(out, " ")
}

// firstOf joins texts, the first of them where there are many.
func firstOf(all []string, between string) string {
	if len(all) > mostTold {
		return strings.Join(all[:mostTold], between) + between + "…"
	}
	return strings.Join(all, between)
}

// Add puts what is unset in a place to the rest.
func (u *Unset) Add(place string, characters, apart []rune) {
	if len(characters)+len(apart) == 0 {
		return
	}
	u.Characters, u.Apart = addRunes(u.Characters, characters), addRunes(u.Apart, apart)
	if place = strings.Join(strings.Fields(place), " "); !slices.Contains(u.Places, place) {
		u.Places = append(u.Places, place)
	}
}

func addRunes(to []string, more []rune) []string {
	for _, r := range more {
		if !slices.Contains(to, string(r)) {
			to = append(to, string(r))
		}
	}
	return to
}

// Texts calls each for every text of a document with the place where it stands:
// the document itself, or a part.
func (d *Document) Texts(each func(place, text string)) {
	for _, s := range []string{d.Title, d.Client, d.Supplier, d.Cycle, d.For, d.Made} {
		each(d.Title, s)
	}
	for _, p := range d.Parts {
		tell := func(all ...string) {
			for _, s := range all {
				each(p.Title, s)
			}
		}
		tell(p.Title)
		for _, block := range p.Blocks {
			blockTexts(block, tell)
		}
	}
}

func blockTexts(block Block, tell func(...string)) {
	switch x := block.(type) {
	case Headline:
		tell(x.Label, x.Figure.Text, x.Change.Text, x.About)
	case Heading:
		tell(x.Text)
	case Text:
		tell(x.Text)
	case Table:
		tell(x.Caption)
		for _, c := range x.Columns {
			tell(c.Title)
		}
		for _, r := range x.Rows {
			for _, c := range r.Cells {
				tell(c.Text)
			}
		}
	case Bars:
		tell(x.Caption, x.About)
		for _, b := range x.Bars {
			tell(b.Label)
		}
	case Lines:
		tell(x.Caption, x.Target)
		tell(x.Cycles...)
		for _, l := range x.Lines {
			tell(l.Label)
		}
	}
}

// Texts calls each for every text of a plan with the block where it stands.
func (p *PlanPage) Texts(each func(place, text string)) {
	for _, s := range []string{p.Title, p.Internal, p.Client, p.Supplier, p.MadeBy, p.Source, p.Lacking} {
		each(p.Title, s)
	}
	for _, b := range p.Blocks {
		texts := []string{b.Title, b.Aside(), b.Why, b.Question}
		for _, l := range b.Lines {
			texts = append(texts, l.Code, l.Text, l.Note)
		}
		if b.Figures != nil {
			texts = append(texts, b.Figures.Notes...)
		}
		for _, s := range texts {
			each(b.Title, s)
		}
	}
}
