package questionnaire

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// TestTwoListsInOneText: neither is read, and both are named, whichever comes
// first and however they are quoted.
func TestTwoListsInOneText(t *testing.T) {
	c := ours()
	mine := filled(Plain(listOf(&c, "KK")), given)
	for name, w := range map[string]struct {
		text string
		two  bool
	}{
		"another respondent":    {mine + "\n" + strings.ReplaceAll(mine, "· KK", "· ZZ"), true},
		"an earlier cycle":      {mine + "\n> " + strings.ReplaceAll(strings.ReplaceAll(mine, "2026H2", "2026H1"), "\n", "\n> "), true},
		"another client":        {strings.ReplaceAll(mine, "newmedia ·", "other ·") + mine, true},
		"the same, sent again":  {mine + "\n> " + strings.ReplaceAll(Plain(listOf(&c, "KK")), "\n", "\n> "), false},
		"one that is mentioned": {strings.Replace(mine, "\nA [", "\nnewmedia · 2026H1 · ZZ\n\nA [", 1), false},
	} {
		r, ok := ReadText(w.text, "x.eml")
		f := Check(&c, "", r)
		if !ok || w.two != (f.No != nil && f.No.Ground == TwoLists) || w.two && len(r.Lines)+len(r.Asks) > 0 || r.Empty() {
			t.Errorf("%s: %v %+v", name, ok, f)
		}
		if w.two && (len(f.No.Values) != 2 || !strings.Contains(f.No.Values[0]+f.No.Values[1], "newmedia · 2026H2 · KK")) {
			t.Errorf("%s: %q", name, f.No.Values)
		}
	}
}

// TestWhatStandsBesideIsReadOrNamed: one line of a letter, in what they make of
// it; what is not read is named, and a list with something in it is not empty.
func TestWhatStandsBesideIsReadOrNamed(t *testing.T) {
	c := ours()
	text := Plain(listOf(&c, "KK"))
	for line, want := range map[string]string{
		"1.01 [  ] een":             "",
		"1.01 [ 8 ] een":            "8",
		"1.01 [  ] een 8<":          "8<",
		"1.01 [  ] een 8 <":         "8 <",
		"1.01 [  ] een weet niet":   "weet niet",
		"1.01 [ 8 ] een 8":          "8",
		"1.01 [ 8 ] een <":          "8<",
		"1.01 [ 8 ] een 9":          "!twice",
		"1.01 [  ] een 7,5":         "!notwhole",
		"1.01 [  ] een 11":          "!outofscale",
		"1.01 [ 8 ] een maar traag": "8 beside:maar traag",
		"1.01 [  ] een prima":       " beside:prima",
		"1.01 prima":                " beside:prima",
		"1.01: 8":                   "8",
		"- 1.01 [8] een":            "8",
	} {
		changed := strings.Replace(text, "\n1.01 [  ] een\n", "\n"+line+"\n", 1)
		if line != "1.01 [  ] een" && changed == text {
			t.Fatal("the list has another line")
		}
		r, _ := ReadText(changed, "x.eml")
		if r.Empty() != (want == "") {
			t.Errorf("%q is empty: %t", line, r.Empty())
		}
		f := Check(&c, "", r)
		got := f.sheet.Of(account.QuestionCode{KWI: 1, Serial: 1}).String()
		for _, i := range f.Items {
			switch {
			case i.Verdict == Refused:
				got += "!" + string(i.Reason.Ground)
			case i.Reason.Ground == Beside:
				got += " beside:" + strings.Join(i.Reason.Values, "")
			case i.Reason.Ground == NoAnswer:
				got += i.Reason.Values[0]
			}
		}
		if strings.ReplaceAll(got, " <", "<") != strings.ReplaceAll(want, " <", "<") {
			t.Errorf("%q: got %q, not %q", line, got, want)
		}
		if want != "" && f.No != nil && f.No.Ground == Unfilled {
			t.Errorf("%q: nothing is filled in, it says", line)
		}
	}
}

func TestShortAnswersBesideTheirBrackets(t *testing.T) {
	c := ours()
	text := Plain(listOf(&c, "KK"))
	for from, to := range map[string]string{"B [  ] ": "B [  ] ja ", "(ja of nee)\n\nC": "(ja of nee) ja\n\nC", "B [  ] M": "B ja M"} {
		r, _ := ReadText(strings.Replace(text, from, to, 1), "x")
		i := slices.IndexFunc(r.Asks, func(a Reply) bool { return a.Key == MayRead })
		if i < 0 || r.Asks[i].Text != "ja" {
			t.Errorf("%q: %+v", to, r.Asks)
		}
	}
	for from, to := range map[string]string{"C [  ] ": "C [  ] 9 ", "10 = zeker wel)": "10 = zeker wel) 9", "C [  ] Hoe": "C 9 Hoe", "10 = zeker\n       wel)": "10 = zeker\n       wel) 9"} {
		changed := strings.Replace(text, from, to, 1)
		if changed == text {
			continue
		}
		r, _ := ReadText(changed, "x")
		if i := slices.IndexFunc(r.Asks, func(a Reply) bool { return a.Key == Score }); i < 0 || r.Asks[i].Text != "9" {
			t.Errorf("%q: %+v", to, r.Asks)
		}
	}
}

// TestTheListOfTwoIsReadToo: in the simple approach the questions that are not
// graded are in other words, and are read back as well.
func TestTheListOfTwoIsReadToo(t *testing.T) {
	c := ours()
	c.Approach = account.Simple
	text := Plain(listOf(&c, "KK"))
	if strings.Contains(text, "sessie") || strings.Contains(text, "klantwaardemonitor") {
		t.Errorf("two people have no session:\n%s", text)
	}
	for from, to := range map[string]string{"B [  ] ": "B [  ] ja ", "B [  ] M": "B ja M"} {
		r, _ := ReadText(strings.Replace(text, from, to, 1), "x")
		if i := slices.IndexFunc(r.Asks, func(a Reply) bool { return a.Key == MayRead }); i < 0 || r.Asks[i].Text != "ja" {
			t.Errorf("%q: %+v", to, r.Asks)
		}
	}
}
