package bring_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/hand"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

// list is a list of somebody with this grade for all that they were asked, but
// for what is said otherwise.
func list(c account.Client, who account.Initials, grade string, otherwise map[string]string) questionnaire.Return {
	y := c.Newest()
	r := questionnaire.Return{File: "lijst-" + string(who) + ".xlsx", Reference: questionnaire.Reference{Client: c.ID, Cycle: y.Name, Who: who}}
	for i, q := range y.Assigned[who] {
		g := grade
		if other, ok := otherwise[q.String()]; ok {
			g = other
		}
		r.Lines = append(r.Lines, questionnaire.Line{Code: q, Grade: questionnaire.Cell{At: fmt.Sprintf("C%d", 10+i), Text: g}})
	}
	return r
}

// reading plays the screen with lists that come back, and reads them.
func reading(t *testing.T, c account.Client, all bring.Came) *kittest.Play {
	t.Helper()
	post := &bring.Post{Folder: "/thuis/kwi", Say: say, Read: func(context.Context, []string, progress.Told) (bring.Came, error) { return all, nil }}
	p := kittest.Press(screen{post}, kittest.Frame(77, 20, "nl", c))
	return p.Press("i", "ctrl+s").Run()
}

// fresh is the client with nobody's answers, and who has most questions.
func fresh(t *testing.T) (c account.Client, who []account.Initials) {
	c = kittest.NewMedia(t)
	y := c.Newest()
	y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = nil, nil, nil, nil, nil
	for _, r := range c.Respondents {
		if len(y.Assigned[r.Initials]) > 0 {
			who = append(who, r.Initials)
		}
	}
	return c, who
}

// TestListsOfOthersAreOnlyCounted has lists of two clients come back in a
// program that is about one: the other is not named, nor are the files.
func TestListsOfOthersAreOnlyCounted(t *testing.T) {
	c, who := fresh(t)
	mine, other := list(c, who[0], "8", nil), list(c, who[1], "7", nil)
	other.Client, other.File = "geheim", "geheim-2026H2-XX.xlsx"
	for only, want := range map[bool]string{true: "1 lijst is van een andere klant", false: "geheim"} {
		post := &bring.Post{Folder: "/thuis/kwi", Say: say, Only: only, Read: func(context.Context, []string, progress.Told) (bring.Came, error) {
			return bring.Came{Returns: []questionnaire.Return{mine, other}}, nil
		}}
		p := kittest.Press(screen{post}, kittest.Frame(100, 30, "nl", c), "i", "ctrl+s").Run()
		if text := p.View(); !strings.Contains(text, want) || only && strings.Contains(text, "geheim") {
			t.Errorf("only %v:\n%s", only, text)
		}
		p.Press("enter")
		if got := p.Client().Cycles[len(c.Cycles)-1].Answers; len(got[who[0]]) == 0 || len(got[who[1]]) != 0 {
			t.Errorf("only %v: kept is %v", only, got)
		}
	}
}

func TestFilesAreAskedForAndRead(t *testing.T) {
	var got []string
	c, _ := fresh(t)
	post := &bring.Post{Folder: "/thuis/kwi", Say: say, Read: func(_ context.Context, paths []string, _ progress.Told) (bring.Came, error) {
		got = paths
		return bring.Came{}, errors.New("niet daar")
	}}
	p := kittest.Press(screen{post}, kittest.Frame(77, 20, "nl", c), "i", "ctrl+s").Run()
	if !reflect.DeepEqual(got, []string{"/thuis/kwi"}) || p.Notice != "nee: niet daar" || !p.Bad {
		t.Errorf("%q: %q", got, p.Notice)
	}
	p.Press("i", "ctrl+u", "paste:'/mijn post/KK lijst.xlsx'", "ctrl+s").Run()
	if !reflect.DeepEqual(got, []string{"/mijn post/KK lijst.xlsx"}) {
		t.Errorf("it reads %q", got)
	}
	if p.Press("i", "ctrl+u", "ctrl+s"); !p.Bad || len(p.Stack) != 2 {
		t.Error("nothing is a file")
	}
}

func TestListsAreShownThenKeptAsOneChange(t *testing.T) {
	c, who := fresh(t)
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{list(c, who[0], "8", nil), list(c, who[1], "7", nil), list(c, who[2], "", nil)}})
	for _, want := range []string{"(" + string(who[0]) + ")", "2 lijsten te bewaren", "1 lijst is nog niet ingevuld", "enter", "bewaren"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	if now := p.Client(); !reflect.DeepEqual(now.Tidy(), c.Tidy()) {
		t.Fatal("something was kept before the yes")
	}
	if p.Press("esc"); len(p.Changes) != 0 || p.Notice != "Er is niets bewaard." {
		t.Fatalf("no was taken for yes: %q", p.Notice)
	}
	p.Press("i", "ctrl+s").Run().Press("enter")
	y := p.Hand.Now()
	if n := len(y.Newest().Answers); n != 2 || len(p.Changes) != 1 || len(p.Stack) != 1 || !strings.Contains(p.Notice, "2 lijsten bewaard") {
		t.Fatalf("%d lists in %d changes: %q", n, len(p.Changes), p.Notice)
	}
	if p.Press("ctrl+z"); len(p.Hand.Now().Cycles[len(c.Cycles)-1].Answers) != 0 {
		t.Error("undo left answers")
	}
}

func TestTheGoodAnswersOfABadListAreKept(t *testing.T) {
	c, who := fresh(t)
	first := c.Newest().Assigned[who[0]][0]
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{list(c, who[0], "8", map[string]string{first.String(): "11"})}, Unread: []error{errors.New("stuk.xlsx")}})
	for _, want := range []string{"niet te bewaren: " + first.String() + " (C10)", "11", "nee: stuk.xlsx"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	p.Press("enter")
	now := p.Client()
	sheet := now.Newest().Answers[who[0]]
	if len(sheet) != len(c.Newest().Assigned[who[0]])-1 || sheet.Of(first).Grade != 0 {
		t.Errorf("kept %v", sheet)
	}
}

// TestTheSameListWithTheSameFaultIsNothingNew: what is good of it is kept
// already, so that keeping it again would be success of nothing.
func TestTheSameListWithTheSameFaultIsNothingNew(t *testing.T) {
	c, who := fresh(t)
	y := c.Newest()
	bad := list(c, who[0], "8", map[string]string{y.Assigned[who[0]][0].String(): "11"})
	if err := questionnaire.Check(&c, "", bad).Apply(&c, true, false, kittest.Today); err != nil {
		t.Fatal(err)
	}
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{bad}})
	if view := p.View(); !strings.Contains(view, "Hier is niets nieuws te bewaren") || !strings.Contains(view, "niet te bewaren: ") || strings.Contains(view, "1 lijst te bewaren") {
		t.Errorf("it says:\n%s", view)
	}
}

func TestASecondReturnShowsItsDifferences(t *testing.T) {
	c, who := fresh(t)
	first := c.Newest().Assigned[who[0]][0]
	a, b := list(c, who[0], "8", nil), list(c, who[0], "8", map[string]string{first.String(): "5>"})
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{a}}).Press("enter")
	c = p.Client()
	p = reading(t, c, bring.Came{Returns: []questionnaire.Return{b}})
	for _, want := range []string{"er is al eerder geantwoord", first.String() + ": 8 wordt 5>", "Van wie eerder antwoordde"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	if p.Press("enter"); p.Hand.Now().Cycles[len(c.Cycles)-1].Answers[who[0]].Of(first).String() != "5>" {
		t.Error("the second return was not kept")
	}
	p = reading(t, c, bring.Came{Returns: []questionnaire.Return{a}})
	if p.Press("enter"); !p.Bad || len(p.Changes) != 0 || !strings.Contains(p.View(), "1 lijst staat er al precies zo.") {
		t.Errorf("the same again: %q\n%s", p.Notice, p.View())
	}
	if p = reading(t, c, bring.Came{Returns: []questionnaire.Return{a, b}}).Press("enter"); len(p.Changes) != 1 {
		t.Error("a list and its second in one folder")
	}
}

func TestWhatIsNotOursIsLeftOut(t *testing.T) {
	c, who := fresh(t)
	other, past := list(c, who[0], "8", nil), list(c, who[0], "8", nil)
	other.Client, past.Cycle = "elders", "2009H1"
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{other, past}}).Press("enter")
	if !p.Bad || len(p.Changes) != 0 || !strings.Contains(p.View(), "blijft buiten beschouwing") {
		t.Errorf("%q\n%s", p.Notice, p.View())
	}
}

// TestARefusedChangeKeepsWhatWasRead: the root refuses it, and the dialog with
// what was read stays in front.
func TestARefusedChangeKeepsWhatWasRead(t *testing.T) {
	c, who := fresh(t)
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{list(c, who[0], "8", nil)}})
	elsewhere, err := p.Hand.Do(hand.Change{Apply: func(c *account.Client) error {
		return c.Answer("", who[0], account.Answer{Question: c.Newest().Assigned[who[0]][0], Grade: 5}, kittest.Today)
	}})
	if err != nil {
		t.Fatal(err)
	}
	p.Hand = elsewhere
	if p.Press("enter"); !p.Bad || len(p.Changes) != 0 || len(p.Stack) != 2 || !strings.Contains(p.View(), "1 lijst te bewaren") {
		t.Errorf("%q in %d screens:\n%s", p.Notice, len(p.Stack), p.View())
	}
	if now := p.Hand.Now(); len(now.Newest().Answers[who[0]]) != 1 {
		t.Error("what was typed elsewhere went")
	}
}

// TestReadingIsStopped: while files are read only esc does something. It ends
// the reading, and once more it leaves without waiting.
func TestReadingIsStopped(t *testing.T) {
	c, _ := fresh(t)
	var ended error
	post := &bring.Post{Folder: "/thuis/kwi", Say: say, Read: func(ctx context.Context, _ []string, _ progress.Told) (bring.Came, error) {
		ended = ctx.Err()
		return bring.Came{}, ended
	}}
	p := kittest.Press(screen{post}, kittest.Frame(77, 20, "nl", c), "i", "ctrl+s")
	run, work := p.Out.Run, p.Out.Work
	if p.Press("y", "paste:meer", "enter", "ctrl+z"); len(p.Stack) != 2 || p.Out.Run != nil || work.Context.Err() != nil {
		t.Fatal("another key does something")
	}
	if p.Press("esc"); len(p.Stack) != 2 || !strings.Contains(p.Notice, "Het stopt") {
		t.Fatalf("%q", p.Notice)
	}
	if p.Send(run()); ended == nil || !p.Bad || p.Notice != "Gestopt. Er is niets gedaan." || len(p.Stack) != 2 || !strings.Contains(p.View(), "/thuis/kwi▏") {
		t.Errorf("%v %q\n%s", ended, p.Notice, p.View())
	}
	if p.Press("ctrl+s", "esc", "esc"); len(p.Stack) != 1 {
		t.Error("it waits for ever")
	}
}

func TestALongReviewScrolls(t *testing.T) {
	c, who := fresh(t)
	r := list(c, who[0], "elf", nil)
	if p := reading(t, c, bring.Came{Returns: []questionnaire.Return{r}}).Press("enter"); !p.Bad || len(p.Changes) != 0 {
		t.Error("a list without one good answer is kept")
	}
	p := reading(t, c, bring.Came{Returns: []questionnaire.Return{r, list(c, who[1], "twaalf", nil), list(c, who[2], "8", nil)}})
	for _, size := range [][2]int{{77, 20}, {57, 16}, {120, 40}} {
		p.Frame.W, p.Frame.H = size[0], size[1]
		for _, key := range []string{"home", "pgdown", "end", "down", "up", "pgup"} {
			p.Press(key)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			if !strings.Contains(p.View(), "bewaren") {
				t.Errorf("the yes is out of view:\n%s", p.View())
			}
		}
	}
	p.Frame.W, p.Frame.H = 77, 20
	top := p.Press("home").View()
	if end := p.Press("end").View(); end == top || p.Press("home").View() != top {
		t.Errorf("it does not scroll:\n%s\n%s", top, end)
	}
}

func TestWhatComesBackWhileTheClientLooksAlongIsNotShown(t *testing.T) {
	c, who := fresh(t)
	post := &bring.Post{Say: say, Read: func(context.Context, []string, progress.Told) (bring.Came, error) {
		return bring.Came{Returns: []questionnaire.Return{list(c, who[0], "8", nil)}}, nil
	}}
	p := kittest.Press(screen{post}, kittest.Frame(77, 20, "nl", c), "i", "ctrl+u", "x", "ctrl+s")
	run := p.Out.Run
	p.Frame.Audience = kit.WithClient
	if p.Send(run()); len(p.Stack) != 1 {
		t.Error("it is shown")
	}
}

func TestPaths(t *testing.T) {
	for typed, want := range map[string][]string{
		"": nil, "  ": nil,
		"/a/b c.xlsx":   {"/a/b c.xlsx"},
		" /a/b.xlsx\n":  {"/a/b.xlsx"},
		`'/a/b c.xlsx'`: {"/a/b c.xlsx"}, `"/a/b c.xlsx" `: {"/a/b c.xlsx"},
		`/a/b\ c\(1\).xlsx`:               {"/a/b c(1).xlsx"},
		"file:///a/b%20c.xlsx":            {"/a/b c.xlsx"},
		"file:///C:/Mijn%20post/b.xlsx":   {"C:/Mijn post/b.xlsx"},
		`'/a/b c.xlsx' '/d e.eml'`:        {"/a/b c.xlsx", "/d e.eml"},
		`"C:\Mijn post\KK.xlsx"`:          {`C:\Mijn post\KK.xlsx`},
		`C:\post\KK.xlsx`:                 {`C:\post\KK.xlsx`},
		"/a/O'Brien.xlsx":                 {"/a/O'Brien.xlsx"},
		"file:///a/b.xlsx\nfile:///c.eml": {"/a/b.xlsx", "/c.eml"},
		"~/kwi":                           {"~/kwi"},
	} {
		if got := bring.Paths(typed); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
	}
}

// TestAListWithoutItsMarkIsAskedFor: yes keeps the lists that prove whose they
// are, and only a key of its own the others.
func TestAListWithoutItsMarkIsAskedFor(t *testing.T) {
	c, who := fresh(t)
	accounttest.SendAll(&c, "2011-06-09")
	marked := list(c, who[0], "8", nil)
	marked.Mark = accounttest.MarkOf(who[0])
	forged := list(c, who[2], "1", nil)
	forged.Mark = accounttest.MarkOf(who[0])
	all := bring.Came{Returns: []questionnaire.Return{marked, list(c, who[1], "7", nil), forged}}
	p := reading(t, c, all)
	for _, want := range []string{
		"1 lijst te bewaren", "1 lijst heeft niet het echtheidskenmerk van de verstuurde", "eerst nagaan: er staat geen echtheidskenmerk op",
		"maar het echtheidskenmerk is van de lijst van", "ook zonder echtheidskenmerk",
	} {
		if text := strings.Join(strings.Fields(p.View()+p.Press("end").View()), " "); !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	yes := reading(t, c, all).Press("enter").Hand.Now()
	if n := yes.Newest().Answers; len(n) != 1 || len(n[who[0]]) == 0 {
		t.Errorf("yes keeps %d lists", len(n))
	}
	both := reading(t, c, all).Press("ctrl+u").Hand.Now()
	if n := both.Newest().Answers; len(n) != 2 || len(n[who[1]]) == 0 || len(n[who[2]]) != 0 {
		t.Errorf("u keeps %d lists", len(n))
	}
	all.Returns = all.Returns[1:2]
	only := reading(t, c, all).Press("enter", "enter")
	if now := only.Hand.Now(); len(now.Newest().Answers) != 0 || len(only.Changes) != 0 {
		t.Error("yes keeps a list that proves nothing")
	}
	only = reading(t, c, all).Press("ctrl+u")
	if now := only.Hand.Now(); len(now.Newest().Answers) != 1 || !strings.Contains(only.Notice, "1 lijst bewaard") {
		t.Errorf("said %q", only.Notice)
	}
}
