package linear

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/ui/kit/kittest"
)

// heard reports what of a text is not for the ear: anything but printable text and ends
// of lines, columns made of spaces, and signs that are drawn.
func heard(t interface{ Errorf(string, ...any) }, said string) {
	kittest.NoOrders(t, said)
	for line := range strings.Lines(said) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "> ") {
			continue // what the user typed
		}
		if strings.Contains(line, "  ") || line != strings.TrimSpace(line) {
			t.Errorf("columns of spaces: %q", line)
		}
		for _, r := range line {
			if drawn(r) || r != ' ' && !unicode.IsGraphic(r) || strings.ContainsRune("±★·−", r) {
				t.Errorf("%q must be seen: %q", r, line)
			}
		}
	}
}

// TestLinesHoldOnlyWhatCanBeHeard, whatever stands in what is told.
func TestLinesHoldOnlyWhatCanBeHeard(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var out bytes.Buffer
		x := &teller{Config: Config{Words: lang.For("nl"), Out: &out}}
		text := func() string { return kittest.Hostile.Draw(r, "text") }
		x.say(text())
		x.tell(text(), text())
		x.list([]choice{{name: text()}, {name: text(), why: text()}}, 0)
		x.tellPart(report.Part{Title: text(), Blocks: []report.Block{
			report.Text{Text: text()}, report.Text{Text: text(), Quote: true}, report.Heading{Text: text()},
			report.Table{Caption: text(), Columns: []report.Column{{Title: text()}, {Title: "±"}}, Rows: []report.Row{{Cells: []report.Cell{{Text: text()}, {Text: "−0,12", Kind: report.Change}}}}},
		}})
		heard(r, out.String())
	})
}

// everywhere leads through all that can be heard of a client.
func everywhere(people ...string) []string {
	lines := []string{"NewMedia", "on or back", "the whole cycle", "back", "people", "back", "KWIs and", "back", "testing", "back", "send", "back", "agreements", "back",
		"outcome", "the scores", "the trends", "customer value monitor", "all of it", "back", "you said", "all of it", "back", "back",
		"the session", "agenda", "look back", "the scores", "minutes", "all of it", "back", "back", "what was done", "promises", "back"}
	for _, who := range people {
		lines = append(lines, "talks in between", who, "what you want", "all of it", "back", "back", "back", "measuring", who, "correct", "1", "skip", "recommendation", "back", "back", "back")
	}
	return lines
}

// grouped is a client whose answers are by group and all in.
func grouped(t *testing.T) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.AnswersBy, y.Stage = account.ByGroup, account.Session
	y.Answers, y.Answered, y.Remarks, y.NPS, y.Excused = map[account.Initials]account.Sheet{}, map[account.Initials]account.Date{}, map[account.Initials]string{}, map[account.Initials]account.NPS{}, nil
	var all []account.QuestionCode
	for _, k := range y.KWIs {
		for _, q := range k.Questions {
			all = append(all, q.Code)
		}
	}
	for i, r := range c.Respondents {
		y.Assigned[r.Initials] = all
		for j, q := range all {
			y.Answers[r.Initials] = y.Answers[r.Initials].With(account.Answer{Question: q, Grade: account.Grade(3 + (i*5+j*3)%8), Relevance: account.Relevance((i + j) % 3)})
		}
		y.Answered[r.Initials] = "2011-06-12"
		y.Remarks[r.Initials] = "remark" + strings.Repeat("x", i)
		y.NPS[r.Initials] = account.NPS{Score: 2 + 2*i}
	}
	for who := range y.Sendings {
		for i := range y.Sendings[who] {
			y.Sendings[who][i].Promise = account.ByGroup
		}
	}
	return c
}

// rotated gives everybody what the one before them had.
func rotated[V any](m map[account.Initials]V) map[account.Initials]V {
	who := slices.Sorted(maps.Keys(m))
	out := maps.Clone(m)
	for i := range who {
		out[who[i]] = m[who[(i+1)%len(who)]]
	}
	return out
}

// TestNothingByGroupIsToldInLines: whoever gave which answers, the same is heard in every
// place; and while a list is awaited, whatever the grades are.
func TestNothingByGroupIsToldInLines(t *testing.T) {
	t.Parallel()
	c := grouped(t)
	var people []string
	for _, r := range c.Respondents {
		people = append(people, strings.Fields(r.Name)[0])
	}
	hear := func(c account.Client) string { return newHouse(t, c).play(t, "en", everywhere(people...)...) }
	other := c.Clone()
	y := other.Newest()
	y.Answers, y.NPS, y.Remarks = rotated(y.Answers), rotated(y.NPS), rotated(y.Remarks)
	one, two := hear(c), hear(other)
	if one != two {
		t.Errorf("it can be heard who gave what:\n%s", parting(one, two))
	}
	if !strings.Contains(one, "grades of one person are shown nowhere") || !strings.Contains(one, "Total: ") {
		t.Errorf("nothing is told at all:\n%s", one)
	}
	heard(t, one)
	awaited := c.Clone()
	y = awaited.Newest()
	y.Stage = account.Measure
	last := c.Respondents[len(c.Respondents)-1].Initials
	delete(y.Answers, last)
	delete(y.Answered, last)
	delete(y.NPS, last)
	another := awaited.Clone()
	for who, sheet := range another.Newest().Answers {
		for _, a := range sheet {
			another.Newest().Answers[who] = another.Newest().Answers[who].With(account.Answer{Question: a.Question, Grade: a.Grade%10 + 1})
		}
	}
	if one, two := hear(awaited), hear(another); one != two {
		t.Errorf("while a list is awaited grades are heard:\n%s", parting(one, two))
	}
}

// TestByNameItIsTold is that the way through all places tells anything at all.
func TestByNameItIsTold(t *testing.T) {
	t.Parallel()
	c := grouped(t)
	c.Newest().AnswersBy = account.ByName
	other := c.Clone()
	other.Newest().Answers = rotated(other.Newest().Answers)
	var people []string
	for _, r := range c.Respondents {
		people = append(people, strings.Fields(r.Name)[0])
	}
	one := newHouse(t, c).play(t, "en", everywhere(people...)...)
	if one == newHouse(t, other).play(t, "en", everywhere(people...)...) {
		t.Error("by name it is the same whoever gave it")
	}
	if strings.Contains(one, "is no choice") || strings.Contains(one, "can be") {
		t.Errorf("a line leads nowhere:\n%s", one)
	}
	heard(t, one)
}

// parting is where two texts part.
func parting(one, two string) string {
	a, b := strings.Split(one, "\n"), strings.Split(two, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return strings.Join(a[max(0, i-4):i], "\n") + "\n- " + a[i] + "\n+ " + b[i]
		}
	}
	return "one goes on"
}
