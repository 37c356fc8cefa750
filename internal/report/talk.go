package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
)

// Talk is what was heard in the talk with a respondent, as it is read back to
// them in writing: as a document and as a letter.
type Talk struct {
	o        Options
	guide    *guide.Guide
	words    *lang.Words
	c        account.Client // as they may see it
	who      account.Initials
	parts    []talkPart
	due      account.Date // of the concept they were promised, or ""
	inspires bool         // it is no concept but inspiration
	dear     string       // how a letter to them begins
}

// talkPart is what was said under one head, in their own words.
type talkPart struct {
	id   string
	head guide.Message
	said []string
}

// TalkOf is the talk with a respondent in a cycle, the newest where its name is
// "", in their own language or where that is not known in that of the options.
// Only what they heard or named themselves is in it; false where that is
// nothing.
func TalkOf(c *account.Client, cycle account.CycleName, who account.Initials, o Options) (Talk, bool) {
	if r := c.Respondent(who); r != nil && r.Language != "" {
		o.Language = r.Language
	}
	t := Talk{o: o, guide: guide.For(o.Language), words: lang.For(o.Language), who: who}
	t.o.Language, t.dear = t.words.Tag(), t.words.Salutation(c.Respondent(who))
	t.c = c.Shown(account.Room{Known: true, Present: []account.Initials{who}})
	y := t.c.Cycle(cycle)
	if y == nil || t.c.Respondent(who) == nil {
		return t, false
	}
	var weighs, asks, named []string
	wish := account.KWICode(0)
	for _, k := range y.KWIs {
		if !k.IsWishOf(who) {
			continue
		}
		wish = k.Code
		weighs = append(weighs, firstWords(k.WordsOf(who), k.Title))
		for _, q := range k.Questions {
			if q.Kind == account.Own {
				asks = append(asks, q.Text)
			}
		}
	}
	for _, n := range y.Ranked(who) {
		if n.KWI == 0 || n.KWI != wish {
			named = append(named, n.Text)
		}
	}
	t.add("weighs", guide.ConceptWeighs, weighs)
	t.add("asks", guide.ConceptAsks, asks)
	t.add("named", guide.ConceptNamed, named)
	t.add("unwanted", guide.ConceptUnwanted, strings.Split(y.NotExpected[who], "\n"))
	if p, _ := y.Concept(who); p.Open() {
		t.due, t.inspires = p.Due, p.Inspiration
	}
	return t, len(t.parts) > 0
}

// firstWords is the first of these that says something.
func firstWords(texts ...string) string {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return ""
}

func (t *Talk) add(id string, head guide.Message, said []string) {
	part := talkPart{id: id, head: head}
	for _, text := range said {
		if text = strings.TrimSpace(text); text != "" {
			part.said = append(part.said, text)
		}
	}
	if len(part.said) > 0 {
		t.parts = append(t.parts, part)
	}
}

// name is how the respondent is addressed.
func (t *Talk) name() string { return firstWords(t.c.Respondent(t.who).Name, string(t.who)) }

// Subject is that of the letter, and the title of the document.
func (t *Talk) Subject() string { return t.guide.Message(guide.ConceptSubject) }

// Document is the talk as a document.
func (t *Talk) Document() Document {
	d := Document{
		Language: t.o.Language, Title: t.Subject(), Client: t.c.Name, Supplier: t.o.Supplier,
		For: t.words.T("report.for.client", t.name()), Made: t.words.LongDate(t.o.Today), Day: t.o.Today,
	}
	for _, p := range t.parts {
		part := Part{ID: p.id, Title: t.guide.Message(p.head)}
		for _, text := range p.said {
			part.Blocks = append(part.Blocks, Text{Text: text, Quote: true})
		}
		d.Parts = append(d.Parts, part)
	}
	if due := t.promise(); due != "" {
		last := &d.Parts[len(d.Parts)-1]
		last.Blocks = append(last.Blocks, Text{Text: due})
	}
	return d
}

// promise is by when they get a concept, or somebody comes back with
// inspiration; "" where neither was promised.
func (t *Talk) promise() string {
	if t.due == "" {
		return ""
	}
	message := guide.ConceptDue
	if t.inspires {
		message = guide.ConceptInspired
	}
	return t.guide.Message(message, "", "", t.words.LongDate(t.due))
}

// Letter is the talk as the text of a letter, signed so.
func (t *Talk) Letter(signed string) string {
	out := []string{t.guide.Message(guide.ConceptBegin, t.dear)}
	for _, p := range t.parts {
		lines := []string{t.guide.Message(p.head) + ":"}
		for _, text := range p.said {
			lines = append(lines, "- "+strings.ReplaceAll(text, "\n", "\n  "))
		}
		out = append(out, strings.Join(lines, "\n"))
	}
	if due := t.promise(); due != "" {
		out = append(out, due)
	}
	return strings.Join(append(out, t.guide.Message(guide.ConceptEnd, "", "", "", signed)), "\n\n")
}
