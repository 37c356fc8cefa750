package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
)

// backAtDrafts is NewMedia back at the drafts, with nothing out and nothing graded.
func backAtDrafts(c *account.Client) error {
	y := c.Newest()
	unsent(y)
	y.Stage, y.AnsweredInTalk, y.AnsweredByPhone, y.Colouring = account.Draft, nil, nil, nil
	return nil
}

// atDrafts is the list of talks with the row of a respondent in hand.
func atDrafts(downs int) []string {
	return append([]string{"enter", "2", "home"}, slices.Repeat([]string{"down"}, downs)...)
}

// wishOf is the KWI that a respondent wishes, and 0 for none.
func wishOf(t *testing.T, s store.Store, who account.Initials) account.KWICode {
	t.Helper()
	c := kept(t, s, "newmedia")
	if k := c.Newest().WishOf(who); k != nil {
		return k.Code
	}
	return 0
}

// One window merges two KWIs while another works on them: what the other did is in
// the one that they became, or that is refused and told; and undo in either window
// never leaves half of it.
func TestTwoWindowsOverAMerge(t *testing.T) {
	merge := []string{"m", "enter", "ctrl+s"}
	for name, theirs := range map[string]func(*account.Client) error{
		"a question is added": func(c *account.Client) error {
			_, err := c.AddQuestion("", 1, account.Question{Text: "Erbij gekomen."})
			return err
		},
		"it is renamed":  func(c *account.Client) error { c.Newest().KWI(2).Title = "Anders genoemd"; return nil },
		"one is dropped": func(c *account.Client) error { return c.DropKWI("", 1, "", "2026-11-21") },
		"they are merged": func(c *account.Client) error {
			_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, On: "2026-11-21"})
			return err
		},
		"a list goes out": func(c *account.Client) error { return c.Send("", "KK", "2026-11-21") },
	} {
		for _, heard := range []bool{true, false} {
			s := stocked(t)
			elsewhere(t, s, backAtDrafts)
			w := openWindow(t, s)
			for _, k := range slices.Concat(atDrafts(4), merge) {
				w.press(k)
				w.settle()
			}
			if !strings.Contains(w.screen(), "Zo wordt het") {
				t.Fatalf("%s: the merge is not asked:\n%s", name, w.screen())
			}
			elsewhere(t, s, theirs)
			if heard {
				settleAll(t, s, w)
			}
			w.press("enter")
			settleAll(t, s, w)
			c := kept(t, s, "newmedia")
			y := c.Newest()
			if one, two := y.KWI(1), y.KWI(2); one != nil && two != nil && len(y.Turns) > 0 {
				t.Errorf("%s, heard %v: half of it was done: %+v", name, heard, y.Turns)
			}
			for who, codes := range y.Assigned {
				for _, q := range codes {
					if y.Question(q) == nil {
						t.Errorf("%s, heard %v: %s judges %s, which is not asked", name, heard, who, q)
					}
				}
			}
			merged := len(y.Turns) > 0 && y.Turns[len(y.Turns)-1].How == account.TurnedMerged && y.KWI(1) == nil
			if merged && name != "they are merged" && name != "one is dropped" {
				before := wishOf(t, s, "KK")
				w.press("ctrl+z")
				settleAll(t, s, w)
				after := kept(t, s, "newmedia")
				back := after.Newest()
				if back.KWI(1) == nil || back.KWI(2) == nil || len(back.Turns) > 0 || before != 2 {
					t.Errorf("%s, heard %v: undo left %+v\n%s", name, heard, back.Turns, w.screen())
				}
			}
		}
	}
}

// What is merged in one window and built on in another is not taken back over that,
// and says so; done again it is as it was.
func TestUndoOverAMergeThatAnotherBuiltOn(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, backAtDrafts)
	w := openWindow(t, s)
	for _, k := range slices.Concat(atDrafts(4), []string{"m", "enter", "ctrl+s", "enter"}) {
		w.press(k)
		w.settle()
	}
	settleAll(t, s, w)
	if c := kept(t, s, "newmedia"); c.Newest().KWI(1) != nil {
		t.Fatalf("nothing was merged:\n%s", w.screen())
	}
	elsewhere(t, s, func(c *account.Client) error {
		_, err := c.AddQuestion("", 2, account.Question{Text: "Op het geheel gebouwd."})
		return err
	})
	settleAll(t, s, w)
	before := kept(t, s, "newmedia")
	w.press("ctrl+z")
	settleAll(t, s, w)
	after := kept(t, s, "newmedia")
	y := after.Newest()
	has := slices.ContainsFunc(y.KWIs, func(k account.KWI) bool {
		return slices.ContainsFunc(k.Questions, func(q account.Question) bool { return q.Text == "Op het geheel gebouwd." })
	})
	if !has {
		t.Errorf("what another built is lost:\n%s", w.screen())
	}
	if y.KWI(1) == nil && !reflect.DeepEqual(before.Newest().KWIs, y.KWIs) {
		t.Errorf("it was taken back by half:\n%s", w.screen())
	}
}

// A merge by group tells nobody's list and can be taken back; a split leaves each
// question with whoever judged it.
func TestJourneyOfAMergeAndASplitByGroup(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		c.Newest().AnswersBy = account.ByGroup
		return backAtDrafts(c)
	})
	was := kept(t, s, "newmedia")
	d := sit(t, s, "nl", 80, 24)
	d.Press(append(atDrafts(4), "m", "enter", "ctrl+s")...)
	d.See("Zo wordt het", "eindigt hier")
	d.Press("enter")
	d.See("Wordt niet meer gevraagd", "opgegaan in 02")
	if got := wishOf(t, s, "KK"); got != 2 || wishOf(t, s, "BB") != 2 {
		t.Errorf("KK wishes %s", got)
	}
	d.Press("b")
	d.See("Verloop", "Hierin ging op: 01 Kennisborging")
	d.Press("esc", "end", "b")
	d.See("Opgegaan in 02 Inspiratie")
	d.Press("esc", "home", "ctrl+z")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c.Tidy(), was.Tidy()) {
		t.Error("one undo did not take it back")
	}
	d.Press(append(slices.Repeat([]string{"down"}, 4), "d", "D", "o", "s", "s", "i", "e", "r", "ctrl+s")...)
	d.See("Zo wordt het", "Dossier", "nog geen eigen vraag")
	d.Press("esc")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c.Tidy(), was.Tidy()) {
		t.Error("a no split it")
	}
	d.Press("ctrl+s")
	d.See("Zo wordt het")
	d.Press("enter")
	d.See("Dossier")
	d.Press("ctrl+z")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c.Tidy(), was.Tidy()) {
		t.Error("one undo did not take the split back")
	}
}

// joint is NewMedia at the drafts, in which DD wishes the KWI of KK too.
func joint(c *account.Client) error {
	if err := backAtDrafts(c); err != nil {
		return err
	}
	c.Newest().KWIs[3].WishedBy = ""
	return c.JoinKWI("", 1, "DD", "Eenmaal uitleggen", "2026-11-21")
}

// turnJourneys are the dialogs of what becomes of a KWI that change what is there.
var turnJourneys = map[string]journey{
	"ui/screen/draft/joint.go together": {
		prepare: joint, open: append(atDrafts(4)[1:], "w", "D", "e", "e", "e", "enter"), typed: []string{"!"}, text: "Eenmaal uitleggen!",
		mine:   func(y *account.Cycle) bool { return y.KWI(1).WordsOf("DD") == "Eenmaal uitleggen!" },
		beside: onCycle(func(y *account.Cycle) { y.KWIs[0].Target = 900 }),
		stays:  func(y *account.Cycle) bool { return y.KWI(1).Target == 900 },
		same:   func(c *account.Client) error { return c.JoinKWI("", 1, "DD", "Elders bedacht.", "2026-11-21") },
		gone:   func(c *account.Client) error { return c.PartKWI("", 1, "DD") },
	},
}
