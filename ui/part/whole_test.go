package part

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

func TestListAndWholeShareTheBody(t *testing.T) {
	for _, least := range []int{40, 66, 72, 90, 140} {
		for w := range 260 {
			p := PairOf(&kit.Frame{W: w}, least)
			switch {
			case !p.Wide() && p.Left != w:
				t.Fatalf("alone a list has %d of %d", p.Left, w)
			case !p.Wide():
			case p.Left < least, p.Right < leastRight, p.Right > WidestText, p.Left+pairGap+p.Right != w:
				t.Errorf("of %d with %d at least, list %d and whole %d", w, least, p.Left, p.Right)
			}
		}
	}
}

func TestWholeEndsBehindNoTitle(t *testing.T) {
	f := &kit.Frame{Theme: theme.Plain(), Words: lang.For("en")}
	o := Whole{Lines: []string{"one", "two"}, Key: "f6"}.Under([]string{"name"})
	o = o.joined([]string{"", "Title", "three", "four"}, []int{1}, len(o.Lines))
	for h := range len(o.Lines) {
		got := o.In(f, h)
		if len(got) > h {
			t.Fatalf("%d lines in %d", len(got), h)
		}
		if h == 0 {
			continue
		}
		if last := got[len(got)-1]; !strings.Contains(last, "f6") {
			t.Errorf("in %d lines the last is %q", h, last)
		}
		if len(got) > 1 && (got[len(got)-2] == "" || got[len(got)-2] == "Title") {
			t.Errorf("in %d lines it ends with %q", h, got[len(got)-2])
		}
	}
	if got := o.In(f, len(o.Lines)); len(got) != len(o.Lines) || got[0] != "name" || got[1] != "" {
		t.Errorf("whole it is %q", got)
	}
}

func TestWhatOnePersonAnsweredStandsOnNoOtherPage(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{Name: "NewMedia", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "AA", Name: "A. Aaaa"}}, Cycles: []account.Cycle{{
		Name: "2026H2", Stage: account.Session, AnswersBy: account.ByName,
		KWIs:     []account.KWI{{Code: 1, Title: "Knowledge", WishedBy: "KK", Expectation: "It must stay.", Questions: []account.Question{{Code: q, Text: "It stays."}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}, "AA": {q}},
		Answers:  map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 3}}, "AA": {{Question: q, Grade: 9}}},
		Remarks:  map[account.Initials]string{"KK": "Colder than before."},
	}}}
	f := &kit.Frame{Theme: theme.Plain(), Words: lang.For("en"), Client: c, Scores: score.HistoryOf(&c), Today: "2026-11-25"}
	tells := func(lines []string) (all []string) {
		for _, l := range lines {
			l = strings.TrimRight(l, " ")
			if strings.HasSuffix(l, " 3") || strings.HasSuffix(l, " 3.00") || strings.Contains(l, "Colder") {
				all = append(all, l)
			}
		}
		return all
	}
	for _, of := range []trace.Thing{{Kind: trace.Person, Who: "KK"}, {Kind: trace.Question, Question: q, KWI: 1}, {Kind: trace.KWI, KWI: 1}} {
		of.Cycle, f.Audience = "2026H2", kit.Manager
		page, ok := TraceSource(f).Of(of)
		if !ok || of.Kind != trace.KWI && len(tells(DrawTrace(f, &page, 60, -1).Lines)) == 0 {
			t.Errorf("the page of %s itself does not tell it", of.Kind)
		}
		o := TracedWhole(f, of, 60)
		if got := tells(o.Lines); len(o.Lines) < 3 || len(got) > 0 {
			t.Errorf("beside a list %s tells %q of\n%s", of.Kind, got, strings.Join(o.Lines, "\n"))
		}
		for _, at := range o.Titles {
			if strings.HasPrefix(o.Lines[at], " ") || o.Lines[at] == "" {
				t.Errorf("of %s %q is called a title", of.Kind, o.Lines[at])
			}
		}
		if f.Audience = 0; len(TracedWhole(f, of, 60).Lines) > 0 {
			t.Errorf("the client sees %s", of.Kind)
		}
	}
}
