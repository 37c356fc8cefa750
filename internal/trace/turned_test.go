package trace_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/trace"
)

// turned is newMedia of which in the newest cycle two KWIs were merged, one was
// split and one was replaced.
func turned(t *testing.T) account.Client {
	t.Helper()
	c := newMedia(t, "nl")
	y := c.Newest()
	y.Stage, y.Answers, y.NPS, y.Answered, y.Sent, y.Sendings = account.Draft, nil, nil, nil, nil, nil
	std := account.Standard{Noticed: "noticed", Kept: "kept"}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	own := func(code account.KWICode) (out []account.QuestionCode) {
		for _, q := range y.KWI(code).InOrder() {
			if q.Kind == account.Own {
				out = append(out, q.Code)
			}
		}
		return out
	}
	_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1, 2}, Title: "Samen", Along: append(own(1), own(2)...), Why: "hetzelfde", On: today, Standard: std})
	must(err)
	y = c.Newest()
	_, err = c.SplitKWI("", account.Splitting{From: 3, Title: "Apart", Questions: own(3)[:1], On: today, Standard: std})
	must(err)
	_, err = c.RenewKWI("", 4, "Nieuw", "anders", std, today)
	must(err)
	return c
}

// leadsToKWI reports whether a page has a row that leads to a KWI.
func leadsToKWI(p trace.Page, to account.KWICode) bool {
	for _, r := range p.Rows() {
		if r.To.Kind == trace.KWI && r.To.KWI == to {
			return true
		}
	}
	return false
}

// TestATraceLeadsFromAKWIToWhereItCameFromAndBack: over a merge, a split and a
// replacement, of the KWIs and of their questions.
func TestATraceLeadsFromAKWIToWhereItCameFromAndBack(t *testing.T) {
	c := turned(t)
	s, name := source(&c, "nl"), c.Newest().Name
	page := func(code account.KWICode) trace.Page {
		t.Helper()
		p, ok := s.Of(trace.Thing{Kind: trace.KWI, KWI: code, Cycle: name})
		if !ok {
			t.Fatalf("%s has no page", code)
		}
		return p
	}
	last := c.Newest().KWIs[len(c.Newest().KWIs)-1].Code
	pairs := [][2]account.KWICode{{1, last - 2}, {2, last - 2}, {3, last - 1}, {4, last}}
	for _, p := range pairs {
		if !leadsToKWI(page(p[0]), p[1]) || !leadsToKWI(page(p[1]), p[0]) {
			t.Errorf("%s and %s do not lead to each other: %+v %+v", p[0], p[1], page(p[0]), page(p[1]))
		}
	}
	for of := range walked(t, s, trace.Thing{Kind: trace.KWI, KWI: last - 2, Cycle: name}, trace.Thing{Kind: trace.KWI, KWI: 1, Cycle: name}) {
		if of.IsNone() {
			t.Error("a row leads nowhere")
		}
	}
	for _, q := range c.Newest().KWI(last - 2).Questions {
		if q.From.KWI == 0 {
			continue
		}
		there, back := false, false
		p, _ := s.Of(trace.Thing{Kind: trace.Question, Question: q.Code, KWI: q.Code.KWI, Cycle: name})
		for _, r := range p.Rows() {
			if r.To.Kind == trace.Question && r.To.Question == q.From {
				there = true
				old, _ := s.Of(r.To)
				for _, r := range old.Rows() {
					back = back || r.To.Kind == trace.Question && r.To.Question == q.Code
				}
			}
		}
		if !there || !back {
			t.Errorf("%s and %s do not lead to each other: %v %v", q.Code, q.From, there, back)
		}
	}
}

// TestAJointKWITellsEachOfItsWishers: each by name and in their own words.
func TestAJointKWITellsEachOfItsWishers(t *testing.T) {
	c := turned(t)
	s, name := source(&c, "nl"), c.Newest().Name
	for _, k := range c.Newest().KWIs {
		p, _ := s.Of(trace.Thing{Kind: trace.KWI, KWI: k.Code, Cycle: name})
		for _, who := range k.Wishers() {
			found := false
			for _, r := range p.Rows() {
				found = found || r.To.Kind == trace.Person && r.To.Who == who
			}
			if !found {
				t.Errorf("%s does not lead to %s", k.Code, who)
			}
		}
	}
}
