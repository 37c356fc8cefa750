package account

import (
	"slices"
	"strings"
)

// Writing is a text of others that names somebody, once however often it
// stands in the client.
type Writing struct {
	Text   string
	Names  []Span // what names them
	Places []Whereabouts
}

// Whereabouts is where a text stands, as far as people know their way.
type Whereabouts struct {
	Client string    // its ID, "" of what the supplier keeps
	Cycle  CycleName // or ""
	In     string    // the outermost list or object of kwi/1 in it, as notes or meeting
}

// freeText reports whether a kind of text is what somebody wrote in words.
func freeText(kind TextKind) bool {
	return kind == LineText || kind == BlockText || kind == KPIActionText
}

// Writings are the texts of a client that name them, in the order of kwi/1. Who
// other people are is no text of others: a namesake is another.
func (n Naming) Writings(c *Client) (out []Writing) {
	c.readFree(func(w Whereabouts, s *string) { out = n.noted(out, w, *s) })
	return out
}

// WritingsIn are the texts of what the supplier keeps that name them.
func (n Naming) WritingsIn(f *Firm) (out []Writing) {
	f.readFree(func(w Whereabouts, s *string) { out = n.noted(out, w, *s) })
	return out
}

func (n Naming) noted(out []Writing, w Whereabouts, s string) []Writing {
	i := slices.IndexFunc(out, func(o Writing) bool { return o.Text == s })
	if i >= 0 {
		if !slices.Contains(out[i].Places, w) {
			out[i].Places = append(out[i].Places, w)
		}
		return out
	}
	if names := n.In(s); len(names) > 0 {
		out = append(out, Writing{s, names, []Whereabouts{w}})
	}
	return out
}

// MergeWritings adds texts to others, each once.
func MergeWritings(all, more []Writing) []Writing {
	for _, w := range more {
		i := slices.IndexFunc(all, func(o Writing) bool { return o.Text == w.Text })
		if i < 0 {
			all = append(all, w)
			continue
		}
		for _, p := range w.Places {
			if !slices.Contains(all[i].Places, p) {
				all[i].Places = append(slices.Clone(all[i].Places), p)
			}
		}
	}
	return all
}

// ReplaceWords puts other texts in the place of some, wherever they stand in words of
// people, and tells in how many places.
func (c *Client) ReplaceWords(instead map[string]string) (n int) {
	c.readFree(func(_ Whereabouts, s *string) { n += reworded(instead, s) })
	return n
}

// ReplaceWords is the same in what the supplier keeps.
func (f *Firm) ReplaceWords(instead map[string]string) (n int) {
	f.readFree(func(_ Whereabouts, s *string) { n += reworded(instead, s) })
	return n
}

func reworded(instead map[string]string, s *string) int {
	now, ok := instead[*s]
	if !ok || now == *s {
		return 0
	}
	*s = now
	return 1
}

func (c *Client) readFree(each func(Whereabouts, *string)) {
	freeReading{each: each, at: &Whereabouts{Client: c.ID}}.Object(Key{}, c)
}

func (f *Firm) readFree(each func(Whereabouts, *string)) {
	freeReading{each: each, at: &Whereabouts{}}.Object(Key{}, f)
}

// freeReading is a walker that hands on each text that somebody wrote in words.
type freeReading struct {
	Onlooker
	each func(Whereabouts, *string)
	at   *Whereabouts
}

// Text hands it on, unless it says nothing.
func (r freeReading) Text(k Key, at *string, kind TextKind) {
	if freeText(kind) && *at != "" {
		defer r.within(k)()
		r.each(*r.at, at)
	}
}

// within is in what stands under a key of a client or a cycle.
func (r freeReading) within(k Key) (back func()) {
	was := *r.at
	if r.at.In == "" {
		r.at.In = k.Name
	}
	return func() { *r.at = was }
}

// Object goes through it. Of a person only what was said of them.
func (r freeReading) Object(k Key, of Walked) {
	defer r.within(k)()
	switch of := of.(type) {
	case *Cycle:
		r.at.Cycle, r.at.In = of.Name, ""
	case *Respondent:
		r.Text(k, &of.Function, LineText)
		r.Text(k, &of.Remark, BlockText)
		return
	case *Colleague:
		r.Text(k, &of.Role, LineText)
		return
	}
	of.Walk(r)
}

// List goes through each element.
func (r freeReading) List(k Key, l List) {
	defer r.within(k)()
	for i := range l.Len() {
		l.Element(i, r)
	}
}

// People goes through each entry. What is changed in it is put back.
func (r freeReading) People(k Key, _ TextKind, m PeopleMap) {
	defer r.within(k)()
	for _, who := range m.Keys() {
		m.Alter(who, r)
	}
}

// Strike is the text with a word in the place of what names them.
func (w Writing) Strike(instead string) string {
	s := w.Text
	for _, sp := range slices.Backward(w.Names) {
		s = s[:sp.From] + instead + s[sp.To:]
	}
	return s
}

// Told reports whether the text may be given to the person whom it names: not what
// another answered below a list.
func (w Writing) Told() bool {
	return !slices.ContainsFunc(w.Places, func(p Whereabouts) bool { return p.In == "remarks" || p.In == "nps" })
}

// Sentence is the sentence round the first place that names them.
func Sentence(w Writing) string {
	if len(w.Names) == 0 {
		return w.Text
	}
	from, to := 0, len(w.Text)
	if i := strings.LastIndexAny(w.Text[:w.Names[0].From], ".!?\n"); i >= 0 {
		from = i + 1
	}
	if i := strings.IndexAny(w.Text[w.Names[0].To:], ".!?\n"); i >= 0 {
		to = w.Names[0].To + i + 1
	}
	return strings.TrimSpace(w.Text[from:to])
}

// EachText tells where each text stands that somebody wrote in words.
func (c *Client) EachText(each func(Whereabouts)) {
	c.readFree(func(at Whereabouts, _ *string) { each(at) })
}
