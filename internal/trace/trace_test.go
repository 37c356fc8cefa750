package trace_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/internal/trace"
)

const today = "2026-11-20"

// newMedia is the client of the example whose cycles are by name, with an idea
// and a finding that became agreements.
func newMedia(t *testing.T, language string) account.Client {
	t.Helper()
	c := example.Portfolio(language, today).Clients[0].Clone()
	y := c.Newest()
	std := account.Standard{Noticed: "noticed", Kept: "kept"}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(c.BringIdea(y.Name, account.Idea{Text: "Een middag meelopen", By: "KK", Date: "2026-10-02", KWI: 1}))
	_, err := c.TakeUpIdea(account.IdeaPlace{Cycle: y.Name, Text: "Een middag meelopen"}, y.Name, account.Action{KWI: 1}, std, today)
	must(err)
	found := account.Finding{Part: account.Proposals, By: "RM", Text: "Kwartaalbrief korter"}
	must(c.AddFinding(y.Name, found))
	_, err = c.ActOnFinding(y.Name, found, account.Action{}, std, today)
	must(err)
	must(c.NotExpect(y.Name, "KK", "Geen nieuwsbrief"))
	return c
}

func source(c *account.Client, language string) trace.Source {
	return trace.Source{Client: c, Scores: score.HistoryOf(c), Words: lang.For(language), Today: today}
}

// walked is every page that is reached from some things, by its thing.
func walked(t *testing.T, s trace.Source, from ...trace.Thing) map[trace.Thing]trace.Page {
	t.Helper()
	pages := map[trace.Thing]trace.Page{}
	for len(from) > 0 {
		of := from[0]
		from = from[1:]
		if _, known := pages[of]; known {
			continue
		}
		p, ok := s.Of(of)
		if !ok {
			t.Fatalf("a row leads to %+v, of which there is no page", of)
		}
		pages[of] = p
		for _, r := range p.Rows() {
			from = append(from, r.To)
		}
	}
	return pages
}

func kinds(pages map[trace.Thing]trace.Page) map[trace.Kind]int {
	n := map[trace.Kind]int{}
	for of := range pages {
		n[of.Kind]++
	}
	return n
}

// text is a page as it is read.
func text(p trace.Page) string {
	lines := append([]string{p.Crumb, p.Title, p.Figure, p.Said}, p.Facts...)
	for _, s := range p.Sections {
		lines = append(lines, s.Title, s.Right)
		for _, r := range s.Rows {
			lines = append(lines, r.Text+" | "+r.Right)
		}
	}
	return strings.Join(lines, "\n")
}

// From the total everything of the client is reached: each kind of thing, every
// answer of every cycle by name, every agreement; and no row leads to nothing.
func TestEverythingIsReachedFromTheTotal(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		c := newMedia(t, language)
		pages := walked(t, source(&c, language), trace.Thing{Kind: trace.Score, Cycle: c.Newest().Name})
		n := kinds(pages)
		for _, k := range []trace.Kind{trace.Score, trace.Own, trace.Change, trace.Target, trace.Question, trace.Answer, trace.KWI, trace.Note, trace.Visit,
			trace.Unwanted, trace.Action, trace.Idea, trace.Finding, trace.Person, trace.NPS, trace.Recommendation, trace.Remark} {
			if k != trace.Finding && n[k] == 0 { // a finding is about no KWI: its agreement leads to it
				t.Errorf("no %s is reached", k)
			}
		}
		given, agreed := 0, 0
		for i := range c.Cycles {
			y := &c.Cycles[i]
			for _, r := range c.Respondents {
				given += len(y.Voice(r.Initials).Sheet)
			}
			for _, a := range y.Actions {
				if a.KWI != 0 {
					agreed++
				}
			}
		}
		if n[trace.Answer] < given || n[trace.Action] < agreed {
			t.Errorf("of %d answers and %d agreements %v are reached", given, agreed, n)
		}
		for of, p := range pages {
			if strings.Contains(text(p), "‹") {
				t.Errorf("%+v lacks a text:\n%s", of, text(p))
			}
		}
	}
}

// leads reports whether a page has a row to a thing of a kind that fits.
func leads(p trace.Page, fits func(trace.Thing) bool) bool {
	return slices.ContainsFunc(p.Rows(), func(r trace.Row) bool { return fits(r.To) })
}

// What leads somewhere is led to from there: an answer and its question, a
// question and its expectation, an expectation and its talk, its agreements and
// what they came from.
func TestEveryWayGoesBothWays(t *testing.T) {
	c := newMedia(t, "nl")
	pages := walked(t, source(&c, "nl"), trace.Thing{Kind: trace.Score, Cycle: c.Newest().Name})
	both := map[trace.Kind][]trace.Kind{
		trace.Answer: {trace.Question, trace.Person}, trace.Question: {trace.KWI, trace.Answer}, trace.Note: {trace.Person},
		trace.Visit: {trace.Person}, trace.Action: {trace.Idea}, trace.Idea: {trace.Action}, trace.Own: {trace.Answer, trace.Score},
		trace.Recommendation: {trace.NPS}, trace.Change: {trace.Score}, trace.Target: {trace.KWI},
	}
	looked := 0
	for of, p := range pages {
		for _, r := range p.Rows() {
			if slices.Contains(both[of.Kind], r.To.Kind) {
				looked++
				if !leads(pages[r.To], func(back trace.Thing) bool { return back == of || back.Kind == of.Kind && back.Cycle != of.Cycle }) && !indirect(pages, r.To, of) {
					t.Errorf("%s %q leads to %s %q and not back", of.Kind, p.Title, r.To.Kind, pages[r.To].Title)
				}
			}
		}
	}
	if looked < 500 {
		t.Errorf("only %d ways were looked at", looked)
	}
}

// indirect reports whether a thing leads back by one more step.
func indirect(pages map[trace.Thing]trace.Page, from, to trace.Thing) bool {
	return leads(pages[from], func(step trace.Thing) bool {
		return leads(pages[step], func(back trace.Thing) bool { return back == to })
	})
}

// One key, again and again, goes the way that one asks for: from a score to an
// answer, its question, the expectation and the talk it comes from.
func TestTheFirstRowIsTheWayOneAsksFor(t *testing.T) {
	c := newMedia(t, "nl")
	s := source(&c, "nl")
	at := trace.Thing{Kind: trace.Score, KWI: 1, Cycle: c.Newest().Name}
	var way []trace.Kind
	for range 5 {
		way = append(way, at.Kind)
		p, _ := s.Of(at)
		if len(p.Rows()) == 0 {
			break
		}
		at = p.Rows()[0].To
	}
	if want := []trace.Kind{trace.Score, trace.Answer, trace.Question, trace.KWI, trace.Note}; !slices.Equal(way, want) {
		t.Errorf("the way is %v", way)
	}
}

// The answers that a score leads to add up to it, or none is told.
func TestAnswersAddUpToTheirScore(t *testing.T) {
	c := newMedia(t, "nl")
	whole := score.HistoryOf(&c)
	for _, some := range []bool{false, true} {
		seen := c.Clone()
		if some {
			delete(seen.Newest().Answers, "AA") // a copy that does not hold all of them
		}
		s := trace.Source{Client: &seen, Scores: whole, Words: lang.For("nl"), Today: today}
		p, _ := s.Of(trace.Thing{Kind: trace.Score, KWI: 1, Cycle: c.Newest().Name})
		if got := leads(p, func(to trace.Thing) bool { return to.Kind == trace.Answer }); got == some {
			t.Errorf("some are hidden: %v, answers are told: %v\n%s", some, got, text(p))
		}
	}
}

// What comes from nowhere recorded says so.
func TestWhatWasNotRecordedIsSaid(t *testing.T) {
	c := account.Client{ID: "oud", Name: "Oud", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}}, Cycles: []account.Cycle{{Name: "2026H1", AnswersBy: account.ByName,
		KWIs:    []account.KWI{{Code: 1, Title: "Kennis", Target: 800, Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}, Text: "Vraag", Kind: account.Own}}}},
		Actions: []account.Action{{Number: "2026-01", Text: "Doen", Status: account.Open}}}}}
	s := source(&c, "nl")
	for of, want := range map[trace.Thing]string{
		{Kind: trace.KWI, KWI: 1}:               "Uit welk gesprek dit komt is niet vastgelegd.",
		{Kind: trace.Action, Number: "2026-01"}: "Waar deze afspraak uit voortkomt is niet vastgelegd.",
		{Kind: trace.Target, KWI: 1}:            "Wanneer dit doel is gekozen is niet vastgelegd.",
		{Kind: trace.Question, Question: account.QuestionCode{KWI: 1, Serial: 1}, KWI: 1}: "Niemand gaf hier nog antwoord op.",
	} {
		if p, ok := s.Of(of); !ok || !strings.Contains(text(p), want) {
			t.Errorf("%s, %v:\n%s", of.Kind, ok, text(p))
		}
	}
	for _, gone := range []trace.Thing{{}, {Kind: trace.KWI, KWI: 9}, {Kind: trace.Action, Number: "1999-01"}, {Kind: trace.Person, Who: "ZZ"}, {Kind: trace.Note, Who: "KK", Text: "weg"},
		{Kind: trace.Visit}, {Kind: trace.Idea, Text: "weg"}, {Kind: trace.Finding}, {Kind: trace.Remark, Who: "KK"}, {Kind: trace.Recommendation, Who: "KK"}, {Kind: trace.Unwanted, Who: "KK"},
		{Kind: trace.Question}, {Kind: trace.Answer, Who: "KK"}, {Kind: trace.Target}, {Kind: trace.Change}, {Kind: trace.Score, KWI: 9}, {Kind: trace.Own, Who: "ZZ"}, {Kind: trace.Session, Cycle: "1999H1"}} {
		if p, ok := s.Of(gone); ok {
			t.Errorf("%+v has a page:\n%s", gone, text(p))
		}
	}
}

func TestReadingWhatIsNamed(t *testing.T) {
	c := newMedia(t, "nl")
	s := source(&c, "nl")
	for named, want := range map[string]trace.Kind{"total": trace.Score, "NPS": trace.NPS, "01": trace.Score, "KWI-02": trace.Score, "1.02": trace.Question, "1,02": trace.Question,
		"kk": trace.Person, "2026-03": trace.Action, "1.02/kk": trace.Answer, "": "", "99": "", "9.99": "", "zz": "", "1.02/zz": "", "9.99/kk": ""} {
		of, ok := s.Read("", named)
		if ok != (want != "") || ok && of.Kind != want {
			t.Errorf("%q is %+v, %v", named, of, ok)
		}
		if _, has := s.Of(of); ok && !has {
			t.Errorf("%q has no page", named)
		}
	}
}

// What was caught and became a KWI or an agreement tells where it was heard, and
// whoever said it what became of it.
func TestWhatWasCaughtTellsWhereItWasHeard(t *testing.T) {
	c := newMedia(t, "nl")
	std := account.Standard{Noticed: "noticed", Kept: "kept"}
	kwi, deed := account.Caught{Date: "2026-11-02", Text: "Laat ons meedenken", With: "BB"}, account.Caught{Date: "2026-11-03", Text: "Stuur het verslag", With: "KK"}
	for _, x := range []account.Caught{kwi, deed} {
		if err := c.Catch(x); err != nil {
			t.Fatal(err)
		}
	}
	code, err := c.SortToKWI(kwi, "Meedenken", "", std)
	if err != nil {
		t.Fatal(err)
	}
	number, err := c.SortToAction(deed, account.Action{Text: "Verslag sturen", Side: account.SupplierSide}, std, today)
	if err != nil {
		t.Fatal(err)
	}
	s := source(&c, "nl")
	for of, want := range map[trace.Thing]string{
		{Kind: trace.KWI, KWI: code}:         "Gesprek met B. Beee (BB), ma 2 nov: “Laat ons meedenken”",
		{Kind: trace.Action, Number: number}: "Gesprek met Kees Klant (KK), di 3 nov: “Stuur het verslag”",
		{Kind: trace.Person, Who: "KK"}:      "“Stuur het verslag” | werd " + number,
	} {
		if p, ok := s.Of(of); !ok || !strings.Contains(text(p), want) {
			t.Errorf("%s: %q is not there:\n%s", of.Kind, want, text(p))
		}
	}
}

// What is kept beside a thing stands on its page: who was told of an agreement,
// the words and the target before, what came in its place, how a list came in and
// what colours it.
func TestWhatIsKeptBesideAThingIsTold(t *testing.T) {
	c := newMedia(t, "nl")
	y := c.Newest()
	q := account.QuestionCode{KWI: 1, Serial: 1}
	y.Actions[0].Tellings = []account.Telling{{Who: "AA", On: "2026-10-05"}, {Who: "AA", On: "2026-10-20", Done: true}}
	y.Amendments = []account.Amendment{{Date: "2026-09-01", As: account.SameQuestion, What: q.String(), Was: "Zoals het was"}, {Date: "2026-09-02", As: account.NewTarget, What: "KWI-01", Was: "7.50", Now: "8.00"},
		{Date: "2026-09-03", As: account.OtherOne, What: "1.02", To: q.String()}, {Date: "2026-09-04", As: account.PutAside, What: q.String(), Who: "AA", Was: "3<"}}
	y.AnsweredByPhone, y.Circumstances, y.Colouring = map[account.Initials]account.Date{"AA": "2026-11-11"}, "Contract loopt af", map[account.Initials]string{"AA": "Net terug van verlof"}
	y.Corrections = []account.Correction{{Date: "2026-11-10", By: "Joe", What: "AA 1.01: 8 → 7", Why: "verkeerd overgenomen"}, {Date: "2026-11-10", What: "AA 1.02: 8 → 7", Why: "een ander"}}
	s := source(&c, "nl")
	for of, wants := range map[trace.Thing][]string{
		{Kind: trace.Action, Number: y.Actions[0].Number}: {"Verteld aan", "A. Aaaa (AA) | dat het komt, ma 5 okt", "A. Aaaa (AA) | wat ervan kwam, di 20 okt"},
		{Kind: trace.Question, Question: q, KWI: 1}: {"Anders gezegd op di 1 sep, eerst: “Zoals het was”", "Kwam op do 3 sep in de plaats van 1.02",
			"Gewijzigd en gecorrigeerd", "Antwoord van AA op 1.01 opzij gelegd; het was 3<.", "10 nov 2026, Joe. AA 1.01: 8 → 7. Reden: verkeerd overgenomen"},
		{Kind: trace.Target, KWI: 1}:                         {"Gewijzigd op wo 2 sep, eerst 7,5"},
		{Kind: trace.Answer, Question: q, KWI: 1, Who: "AA"}: {"Ingevuld aan de telefoon, wo 11 nov.", "Kleurt de antwoorden: Contract loopt af", "Kleurt de antwoorden: Net terug van verlof"},
		{Kind: trace.Score, KWI: 1}:                          {"Kleurt de antwoorden: Contract loopt af"},
	} {
		p, _ := s.Of(of)
		for _, want := range wants {
			if !strings.Contains(text(p), want) {
				t.Errorf("%s: %q is not there:\n%s", of.Kind, want, text(p))
			}
		}
	}
	y.AnswersBy = account.ByGroup
	for of, p := range every(t, source(&c, "nl")) {
		if strings.Contains(text(p), "3<") || strings.Contains(text(p), "verkeerd overgenomen") || of.Cycle == y.Name && (strings.Contains(text(p), "verlof") || strings.Contains(text(p), "telefoon")) {
			t.Errorf("by group %+v tells\n%s", of, text(p))
		}
	}
}
