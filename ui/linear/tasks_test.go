package linear

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// twice is a client with the same answers in a cycle before, but for the grades, which were
// a five.
func twice(t *testing.T) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	other := kittest.NewMedia(t)
	before := *other.Newest()
	before.Name, before.Stage, before.Actions, before.Session = "2010H2", account.Closed, nil, ""
	for who, sheet := range before.Answers {
		for _, a := range sheet {
			a.Grade = 5
			sheet = sheet.With(a)
		}
		before.Answers[who] = sheet
	}
	c.Cycles = append([]account.Cycle{before}, c.Cycles...)
	return c
}

// TestTheTasksOfAManagerAreDoneInLines: what a manager does with the screen in a cycle, each
// from the list of clients, is done here too.
func TestTheTasksOfAManagerAreDoneInLines(t *testing.T) {
	t.Parallel()
	one, two := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 1, Serial: 2}
	measuring := func(t *testing.T) account.Client { return twice(t) }
	for _, task := range []struct {
		name  string
		of    func(*testing.T) account.Client
		lines []string
		done  func(c *account.Client) bool
		heard string
	}{
		{"grades are entered", measuring, []string{"measuring", "Kees", "fill in", "8", "7 more"}, func(c *account.Client) bool {
			y := c.Newest()
			a := y.AskedOf("KK")
			return y.Answers["KK"].Of(a[0]).Grade == 8 && y.Answers["KK"].Of(a[1]).Relevance == account.More
		}, "In 2010H2 it was 5"},
		{"one grade is corrected", measuring, []string{"measuring", "Kees", "correct", "1.02", "9"}, func(c *account.Client) bool { return c.Newest().Answers["KK"].Of(two).Grade == 9 }, "Understood: 9"},
		{"a sentence is noted", drafting, []string{"talks about", "Kees", "new note", "1", "They want one desk.", ""}, func(c *account.Client) bool {
			n := c.Newest().Notes
			return n[len(n)-1].Text == "They want one desk."
		}, "Kept."},
		{"a note becomes a KWI, with questions", drafting, []string{"talks about", "Kees", "new note", "1", "They want one desk.", "", "make", "1", "", "new question", "Is there one desk?", "Is it open?", ""}, func(c *account.Client) bool {
			k := c.Newest().WishOf("KK")
			return k != nil && len(k.Questions) >= 2
		}, "Kept."},
		{"a row of the matrix is changed", drafting, []string{"testing", "A. Aaaa", "1.01"}, func(c *account.Client) bool { return !c.Newest().IsAssigned("AA", one) }, "Kept."},
		{"an agreement with who and when", measuring, []string{"agreements", "new agreement", "Send the plan @KK +7", "", ""}, func(c *account.Client) bool {
			a := c.Newest().Actions
			last := a[len(a)-1]
			return last.For == "KK" && last.Due != ""
		}, "Kept as agreement"},
		{"it is done, with what shows it", measuring, []string{"agreements", "2011-01", "done", "The page is there."}, func(c *account.Client) bool {
			_, a := c.Action("2011-01")
			return a.Status == account.Done && a.Evidence == "The page is there."
		}, "Kept."},
		{"the grade of last time", measuring, []string{"measuring", "Kees"}, nil, "in 2010H2 it was 5"},
		{"the trend of a KWI", measuring, []string{"KWIs and", "KWI-01"}, nil, "Trend: 2010H2 5.00; 2011H1 "},
		{"with the client", measuring, []string{"together"}, nil, "From here on you only hear"},
		{"the scores, told as figures", measuring, []string{"outcome", "the trends"}, nil, "Total: 2010H2 5.00; 2011H1 "},
		{"the plan, told by its boxes", measuring, []string{"the A3", "yes", "1"}, nil, "Vision: there is nothing here yet."},
	} {
		h := newHouse(t, task.of(t))
		got := h.play(t, "en", append([]string{"NewMedia"}, task.lines...)...)
		if task.done != nil && !task.done(h.client(t, "newmedia")) || !strings.Contains(got, task.heard) {
			t.Errorf("%s:\n%s", task.name, got)
		}
	}
}
