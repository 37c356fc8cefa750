package questionnaire

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// TestWhatOfAnEarlierListIsTold reads a second list of somebody of whom all is
// kept, and looks at what is told of it beside their name.
func TestWhatOfAnEarlierListIsTold(t *testing.T) {
	kept := map[Key]string{Remark: "oude opmerking", MayRead: "ja", Score: "9", Why: "oude reden", Named: "ja"}
	came := map[Key]string{Remark: "nieuwe opmerking", MayRead: "ja", Score: "6", Why: "nieuwe reden", Named: "ja"}
	other := func(words map[Key]string, key Key, text string) map[Key]string {
		next := map[Key]string{}
		for k, v := range words {
			next[k] = v
		}
		next[key] = text
		return next
	}
	all := []string{"1.01", "nps", "why", "remark"}
	for _, d := range []struct {
		name       string
		by         account.AnswersBy
		kept, came map[Key]string
		anybody    bool // of the others is anonymous
		told       []string
		hidden     bool
	}{
		{"all by name and agreed", account.ByName, kept, came, false, all, false},
		{"by group", account.ByGroup, kept, came, false, nil, true},
		{"no agreement known", "", kept, came, false, nil, true},
		{"he was anonymous", account.ByName, other(kept, Named, "nee"), came, false, []string{"1.01", "remark"}, true},
		{"he is anonymous now", account.ByName, kept, other(came, Named, "nee"), false, []string{"1.01", "remark"}, true},
		{"whether his name may stand there is open", account.ByName, kept, other(came, Named, ""), false, []string{"1.01", "remark"}, true},
		{"somebody else is anonymous", account.ByName, kept, came, true, []string{"1.01", "remark"}, true},
		{"the remark was not released", account.ByName, other(kept, MayRead, "nee"), came, false, []string{"1.01", "nps", "why", "mayread"}, true},
		{"the remark is not released now", account.ByName, kept, other(came, MayRead, ""), false, []string{"1.01", "nps", "why", "mayread"}, true},
	} {
		t.Run(d.name, func(t *testing.T) {
			c := ours()
			c.Newest().AnswersBy = d.by
			if d.anybody {
				c.Newest().NPS = map[account.Initials]account.NPS{"BB": {Score: 8, Anonymous: true}}
			}
			first := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}}, d.kept)
			if err := Check(&c, "", first).Apply(&c, false, false, today); err != nil {
				t.Fatal(err)
			}
			f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"3", ">"}}, d.came))
			var told []string
			for _, ch := range f.Changes {
				told = append(told, strings.TrimPrefix(ch.Code.String(), "0.00")+string(ch.Key))
			}
			if !slices.Equal(told, d.told) || f.Hidden != d.hidden {
				t.Errorf("told %q and hidden %t, want %q and %t", told, f.Hidden, d.told, d.hidden)
			}
			if !f.Differs() || f.Same() || f.Takes(false, false) || !f.Takes(false, true) {
				t.Error("it is not known as a second list")
			}
			if err := f.Apply(&c, false, true, today); err != nil || c.Newest().NPS["KK"].Score != 6 {
				t.Errorf("what is hidden is not kept: %v", err)
			}
		})
	}
}

// TestWhatIsRefusedIsNotQuotedWhereItMayNotBeTold reads lists in which nothing
// is right, by group and by name.
func TestWhatIsRefusedIsNotQuotedWhereItMayNotBeTold(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		quoted, all := 0, 0
		for _, cell := range [][2]string{{"7773", ""}, {"777,3", ""}, {"x777", ""}, {"7", "777"}, {"8<", "meer"}} {
			c := ours()
			c.Newest().AnswersBy = by
			r := returned(listOf(&c, "KK"), map[string][2]string{"1.01": cell, "1.03": {"", "<"}}, map[Key]string{Score: "7774", Named: "777"})
			r.Lines = append(r.Lines, Line{Code: account.QuestionCode{KWI: 3, Serial: 1}, Grade: Cell{Text: "2"}}, Line{Code: account.QuestionCode{KWI: 3, Serial: 1}, Grade: Cell{Text: "3"}})
			r.Lines[1].Grade.Text, r.Lines[1].Shown = "7", "777 was het eerst"
			r.Asks = append(r.Asks, Reply{Key: Remark, Cell: Cell{Text: "777a"}}, Reply{Key: Remark, Cell: Cell{Text: "777b"}})
			for _, i := range Check(&c, "", r).Items {
				if len(i.Reason.Values) == 0 {
					continue
				}
				if all++; strings.Contains(i.Reason.Say(lang.For("nl")), concealed) {
					continue
				}
				quoted++
				if by == account.ByGroup {
					t.Errorf("by group it is told what stands there: %s", fmt.Sprintf("%+v", i))
				}
			}
		}
		if all < 20 || by == account.ByName && quoted < 12 {
			t.Errorf("%s: %d of %d are quoted", by, quoted, all)
		}
	}
}

// TestAWithdrawnReleaseIsADifference: the same remark, which may not be read
// out any more.
func TestAWithdrawnReleaseIsADifference(t *testing.T) {
	c := ours()
	words := map[Key]string{Remark: "zo gaat het goed", MayRead: "ja"}
	if err := Check(&c, "", returned(listOf(&c, "KK"), nil, words)).Apply(&c, false, false, today); err != nil || !c.Newest().IsReleased("KK") {
		t.Fatal(err)
	}
	words[MayRead] = "nee"
	f := Check(&c, "", returned(listOf(&c, "KK"), nil, words))
	if !f.Differs() {
		t.Error("it is taken for the same list")
	}
	if err := f.Apply(&c, false, true, today); err != nil || c.Newest().IsReleased("KK") {
		t.Errorf("it may still be read out: %v", err)
	}
}

// TestAListOfSomebodyWithoutADayOfReturn: the file of this client does not say
// when their list came, and of this one nothing but the recommendation is good.
func TestAListOfSomebodyWithoutADayOfReturn(t *testing.T) {
	c := ours()
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c.Newest().Answers = map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 8}}}
	f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"elf", ""}, "1.03": {"99", ""}, "3.01": {"?!", ""}}, map[Key]string{Score: "8"}))
	if err := f.Apply(&c, true, true, today); err != nil {
		t.Fatal(err)
	}
	if y := c.Newest(); y.Answered["KK"] != today || y.NPS["KK"].Score != 8 || y.Answers["KK"].Of(q).Grade != 8 {
		t.Errorf("%+v", y)
	}
}

// TestNothingToKeepTellsNothing: what somebody wrote beside their places is no
// answer, and as confidential as one.
func TestNothingToKeepTellsNothing(t *testing.T) {
	for by, want := range map[account.AnswersBy]bool{account.ByName: true, account.ByGroup: false, "": false} {
		c := ours()
		c.Newest().AnswersBy = by
		text := strings.Replace(Plain(listOf(&c, "KK")), "1.01 [  ]", "1.01 [  ] hooguit een drie", 1)
		r, _ := ReadText(text, "x.eml")
		f := Check(&c, "", r)
		if f.No == nil || f.No.Ground != NothingToKeep || strings.Contains(fmt.Sprintf("%+v", f), "drie") != want {
			t.Errorf("%q: %+v", by, f)
		}
	}
}

// TestNothingComesOutByTrying: lists that are tried one after the other, with
// one grade each or with all the rest refused, are told of alike whatever is
// kept of somebody who answers by group.
func TestNothingComesOutByTrying(t *testing.T) {
	kept := map[string][2]string{"1.01": {"7", ">"}, "1.03": {"6", ""}}
	words := map[Key]string{Remark: "zo gaat het goed", Score: "9"}
	bad := map[string][2]string{"1.03": {"elf", ""}, "3.01": {"elf", ""}}
	for name, rest := range map[string]map[string][2]string{"alone": {}, "the rest refused": bad} {
		t.Run(name, func(t *testing.T) {
			told := map[string]bool{}
			for _, grade := range [][2]string{{"7", ">"}, {"7", ""}, {"3", ""}, {"10", "<"}} {
				c := ours()
				c.Newest().AnswersBy = account.ByGroup
				if err := Check(&c, "", returned(listOf(&c, "KK"), kept, words)).Apply(&c, false, false, today); err != nil {
					t.Fatal(err)
				}
				cells, more := map[string][2]string{"1.01": grade}, map[Key]string{}
				for code, cell := range rest {
					cells[code], more = cell, map[Key]string{Score: "elf", Named: "misschien"}
				}
				f := Check(&c, "", returned(listOf(&c, "KK"), cells, more))
				told[fmt.Sprint(f.Changes, f.Hidden, f.Differs(), f.Same(), f.Notices)] = true
			}
			if len(told) != 1 {
				t.Errorf("it can be told by trying what is kept: %v", told)
			}
		})
	}
}
