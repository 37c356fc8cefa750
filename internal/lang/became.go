package lang

import (
	"strings"

	"kwi/internal/account"
)

// And puts names behind each other as one says them: a, b and c.
func (w *Words) And(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " " + w.T("became.and") + " " + names[n-1]
	}
	return strings.Join(names, "")
}

// Numbers are KWIs by their numbers: 02 and 03.
func (w *Words) Numbers(codes []account.KWICode) string {
	out := make([]string, len(codes))
	for i := range codes {
		out[i] = codes[i].Short()
	}
	return w.And(out)
}

// Chapter is a part of the story of a KWI in a sentence, without why. kwi is what
// another one is called, name a respondent.
func (w *Words) Chapter(ch account.Chapter, kwi func(account.KWICode) string, name func(account.Initials) string) string {
	var others, people []string
	for _, code := range ch.KWIs {
		others = append(others, kwi(code))
	}
	for _, who := range ch.With {
		people = append(people, name(who))
	}
	switch ch.What {
	case account.EventMade:
		return w.T("became.made", ch.Title)
	case account.EventRenamed:
		return w.T("became.renamed", ch.Title, ch.Was)
	case account.EventCarried:
		parts := []string{w.T("became.carried")}
		if n := len(ch.More); n > 0 {
			parts = append(parts, w.N("became.more", n, w.Codes(ch.More)))
		}
		if n := len(ch.Fewer); n > 0 {
			parts = append(parts, w.N("became.fewer", n, w.Codes(ch.Fewer)))
		}
		return strings.Join(parts, " ")
	case account.Event(account.TurnedJoint):
		return w.T("became.joint", w.And(people))
	}
	return w.T("became."+string(ch.What), w.And(others))
}

// Ended is in a few words what ended a KWI: merged into 05.
func (w *Words) Ended(t account.Turn) string {
	return w.T("became.short."+string(t.How), w.Numbers(t.Into))
}

// CameFrom is in a few words where a KWI comes from: from 02 and 03. It is "" for
// one that comes from none.
func (w *Words) CameFrom(origins []account.Chapter) string {
	var codes []account.KWICode
	for _, ch := range origins {
		codes = append(codes, ch.KWIs...)
	}
	if len(codes) == 0 {
		return ""
	}
	return w.T("became.short.from", w.Numbers(codes))
}

// Broken is why the line of a KWI breaks in a cycle, a sentence for each reason:
// questions in other words, and what went into it or out of it.
func (w *Words) Broken(name string, cycle account.CycleName, reworded []account.QuestionCode, turns []account.Turn) (out []string) {
	if len(reworded) > 0 {
		out = append(out, w.T("insight.broken", name, string(cycle), w.Codes(reworded)))
	}
	var in, apart []account.KWICode
	for _, t := range turns {
		if t.How == account.TurnedSplit {
			apart = append(apart, t.Into...)
		} else {
			in = append(in, t.KWI)
		}
	}
	if len(in) > 0 {
		out = append(out, w.T("became.broken.in", name, string(cycle), w.Numbers(in)))
	}
	if len(apart) > 0 {
		out = append(out, w.T("became.broken.apart", name, string(cycle), w.Numbers(apart)))
	}
	return out
}
