package main

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

// unanswered is NewMedia at the measuring, with nothing out and nothing graded.
func unanswered(c *account.Client) error {
	if err := backAtDrafts(c); err != nil {
		return err
	}
	c.Newest().Stage = account.Measure
	return nil
}

func mergeOneIntoTwo(c *account.Client) error {
	_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, On: "2026-11-21", Notes: true, Actions: true})
	return err
}

func dropOne(c *account.Client) error { return c.DropKWI("", 1, "", "2026-11-21") }

func splitOne(c *account.Client) error {
	k := c.Newest().KWI(1)
	_, err := c.SplitKWI("", account.Splitting{From: 1, Title: "Elders gesplitst", WishedBy: k.Wishers(), Questions: []account.QuestionCode{k.Questions[0].Code}, On: "2026-11-21"})
	return err
}

func moveSession(c *account.Client) error { return c.PlanSession("2011H1", "2026-12-18") }

func handOver(c *account.Client) error { return c.TakeOver("KK", "AA", "2026-11-20") }

// meeting is something that one window does, and another does meanwhile.
type meeting struct {
	prepare func(*account.Client) error
	open    string // with what is typed behind a |
	theirs  func(*account.Client) error
	goes    string   // the keys that keep it
	heard   []string // what stands there then, where the window heard of the other
	unheard []string // and where it had not
	is      func(*account.Client) bool
}

// meetings are those over what is merged, split, dropped, moved, renamed and handed
// over.
var meetings = map[string]meeting{
	"a reason, merged": {backAtDrafts, atWish + " enter tab down down enter|Half getypt", mergeOneIntoTwo, "esc",
		[]string{"KWI-01 is intussen elders opgegaan in", "wat je typte: “Half getypt”"}, []string{"Iemand anders was je voor", "Jij had geschreven: “Half getypt”"}, nil},
	"a reason, dropped": {backAtDrafts, atWish + " enter tab down down enter|Half getypt", dropOne, "esc",
		[]string{"KWI-01 is intussen elders weggehaald.", "“Half getypt”"}, []string{"Iemand anders was je voor", "“Half getypt”"}, nil},
	"a reason, split": {backAtDrafts, atWish + " enter tab down down enter|Half getypt", splitOne, "esc",
		[]string{"KWI-01 is intussen niet meer de wens van KK.", "“Half getypt”"}, []string{"bewaard"}, func(c *account.Client) bool { return c.Newest().KWI(1).Why == "Half getypt" }},
	"a question, merged": {backAtDrafts, atWish + " enter tab down down down down enter| half getypt", mergeOneIntoTwo, "esc",
		[]string{"KWI-01 is intussen elders opgegaan in", "half getypt"}, []string{"Iemand anders was je voor", "half getypt"}, nil},
	"other words, merged": {backAtDrafts, "enter 3 enter| half getypt", mergeOneIntoTwo, "enter",
		[]string{"er niet meer", "half getypt"}, []string{"Iemand anders was je voor", "half getypt"}, nil},
	"other words, dropped": {backAtDrafts, "enter 3 enter| half getypt", dropOne, "enter",
		[]string{"er niet meer", "half getypt"}, []string{"Iemand anders was je voor", "half getypt"}, nil},
	"dropping, dropped": {backAtDrafts, atWish + " ctrl+x|Half getypt", dropOne, "ctrl+s",
		[]string{"elders weggehaald", "Half getypt"}, []string{"Iemand anders was je voor", "Half getypt"}, nil},
	"renewing, merged": {backAtDrafts, atWish + " r|Half getypt", mergeOneIntoTwo, "ctrl+s",
		[]string{"elders weggehaald", "Half getypt"}, []string{"Iemand anders was je voor", "Half getypt"}, nil},
	"splitting, dropped": {backAtDrafts, atWish + " d|Half getypt", dropOne, "ctrl+s",
		[]string{"elders weggehaald", "Half getypt"}, nil, nil},
	"merging, dropped": {backAtDrafts, atWish + " m enter", dropOne, "ctrl+s",
		[]string{"elders weggehaald"}, nil, nil},
	"a grade, merged": {unanswered, "enter 6 end enter home", mergeOneIntoTwo, "9",
		[]string{"1.02 staat niet meer op deze lijst", "niet", "bewaard"}, []string{"Iemand anders was je voor", "“9”"}, func(c *account.Client) bool { return len(c.Newest().Answers) == 0 }},
	"a grade, dropped": {unanswered, "enter 6 end enter home", dropOne, "9",
		[]string{"1.02 staat niet meer op deze lijst"}, []string{"Iemand anders was je voor", "“9”"}, func(c *account.Client) bool { return len(c.Newest().Answers) == 0 }},
	"a grade, handed over": {unanswered, "enter 6 end enter home", handOver, "9",
		[]string{"1.02 staat niet meer op deze lijst"}, []string{"Iemand anders was je voor", "“9”"}, func(c *account.Client) bool { return len(c.Newest().Answers) == 0 }},
	"a grade once given, handed over": {nil, "enter end enter home", handOver, "9",
		[]string{"bewaard"}, []string{"bewaard"}, func(c *account.Client) bool { return c.Newest().Answers["KK"][0].Grade == 9 }},
	"a remark, handed over": {nil, "enter end enter tab enter|Half getypt", handOver, "esc",
		[]string{"bewaard"}, []string{"bewaard"}, func(c *account.Client) bool { return strings.HasSuffix(c.Newest().Remarks["KK"], "Half getypt") }},
	"the session, moved": {nil, "enter 6 tab enter ctrl+e ctrl+u|12-12-2026", moveSession, "enter",
		[]string{"Elders staat hier nu vr 18 dec", "12 dec"}, []string{"Sessie van vr 18 dec naar za 12 dec"}, nil},
	"the session shown, moved": {nil, "enter 6 tab enter ctrl+e ctrl+u 1 2 - 1 2 - 2 0 2 6 enter", moveSession, "enter",
		nil, []string{"Iemand anders wijzigde dit tegelijk", "vr 18 dec"}, func(c *account.Client) bool { return c.Newest().Session == "2026-12-12" }},
	"the client's name, renamed": {nil, "enter 1 enter|X", func(c *account.Client) error { return c.Rename("Elders genoemd") }, "esc",
		[]string{"intussen elders gewijzigd in “Elders genoemd”", "NewMediaX"}, []string{"Iemand anders wijzigde dit tegelijk", "“Elders genoemd”"}, nil},
	"an agreement, the client renamed": {nil, "enter 5 n|Half getypt", func(c *account.Client) error { return c.Rename("Elders genoemd") }, "ctrl+s",
		[]string{"Elders genoemd"}, []string{"Elders genoemd"}, func(c *account.Client) bool { a := c.Newest().Actions; return a[len(a)-1].Text == "Half getypt" }},
	"an agreement, the client put away": {nil, "enter 5 n|Half getypt", func(c *account.Client) error { return c.Archive("2026-11-21") }, "ctrl+s",
		[]string{"bewaard"}, []string{"bewaard"}, func(c *account.Client) bool { a := c.Newest().Actions; return a[len(a)-1].Text == "Half getypt" }},
	"initials, renamed": {nil, atKees + " enter down down down down down down down enter ctrl+u|KL", func(c *account.Client) error { return c.RenameInitials("KK", "KX") }, "esc",
		[]string{"intussen elders gewijzigd in “KX”"}, []string{"Iemand anders wijzigde dit tegelijk"}, func(c *account.Client) bool { return c.Respondent("KK") == nil }},
	"a correction, corrected": {afterSession, "enter 8 c down enter 6 end enter home 2 enter|een typefout", func(c *account.Client) error {
		return c.Correct("2011H1", "2026-11-21", "KK 1.02", "elders", func(c *account.Client) error {
			return c.EditAnswer("2011H1", "KK", account.QuestionCode{KWI: 1, Serial: 2}, "2026-11-21", "elders", func(a *account.Answer) { a.Grade = 3 })
		})
	}, "enter", []string{"bewaard"}, []string{"Iemand anders wijzigde dit tegelijk", "“3”"}, func(c *account.Client) bool { return c.Cycle("2011H1").Answers["KK"][0].Grade == 2 }},
}

// TestWhatAnotherWindowDidMeanwhileIsTold: whatever one window has open or half typed
// while another merges, splits, drops, moves, renames or hands over the same, nothing
// of it is lost without a word, and what is kept is sound.
func TestWhatAnotherWindowDidMeanwhileIsTold(t *testing.T) {
	for name, m := range meetings {
		for _, heard := range []bool{true, false} {
			s := stocked(t)
			if m.prepare != nil {
				elsewhere(t, s, m.prepare)
			}
			w := openWindow(t, s)
			open, typed, _ := strings.Cut(m.open, "|")
			keys := strings.Fields(open)
			for _, r := range typed {
				keys = append(keys, strings.ReplaceAll(string(r), " ", "space"))
			}
			for _, k := range keys {
				w.press(k)
				w.settle()
			}
			elsewhere(t, s, m.theirs)
			want := m.unheard
			if heard {
				want = m.heard
				settleAll(t, s, w)
			}
			seen := w.screen()
			w.press(strings.Fields(m.goes)...)
			settleAll(t, s, w)
			said := strings.Join(strings.Fields(seen+" "+w.screen()), " ")
			for _, words := range want {
				if !strings.Contains(said, words) {
					t.Errorf("%s, heard %v: %q is not told:\n%s", name, heard, words, footOf(w.screen()))
				}
			}
			c := kept(t, s, "newmedia")
			if flaws := c.Flaws(); len(flaws) > 0 {
				t.Errorf("%s, heard %v: %v", name, heard, flaws)
			}
			if m.is != nil && !(heard && strings.Contains(said, "Niet bewaard is")) && !m.is(&c) {
				t.Errorf("%s, heard %v: it is otherwise:\n%s", name, heard, footOf(w.screen()))
			}
		}
	}
}
