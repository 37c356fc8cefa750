package questionnaire

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
	"kwi/internal/lang"
)

const today = account.Date("2026-11-20")

// returned is what came back of a list as it was sent, with these answers.
func returned(l List, answers map[string][2]string, words map[Key]string) Return {
	r := Return{File: "kk.xlsx", Reference: l.Reference()}
	for _, k := range l.KWIs {
		for _, q := range k.Questions {
			a := answers[q.Code.String()]
			r.Lines = append(r.Lines, Line{Code: q.Code, Asked: q.Text, Shown: q.Text, Grade: Cell{At: "C" + q.Code.String(), Text: a[0]}, Relevance: Cell{At: "D" + q.Code.String(), Text: a[1]}})
		}
	}
	for _, key := range letters() {
		if s, ok := words[key]; ok {
			r.Asks = append(r.Asks, Reply{Key: key, Cell: Cell{At: key.Letter(), Text: s}})
		}
	}
	return r
}

func listOf(c *account.Client, who account.Initials) List {
	l := For(c, c.Newest(), who, Sender{Supplier: "Bestseller"}, Measure, "nl")
	l.Mark = accounttest.MarkOf(who)
	return l
}

func ours() account.Client {
	c := client()
	c.ID = "newmedia"
	accounttest.SendAll(&c, "2026-11-13")
	return c
}

func TestWhatIsUnderstood(t *testing.T) {
	for _, w := range []struct{ grade, relevance, want string }{
		{"7", "", "7"}, {"7,0", "", "7"}, {"7.00", "n", "7"}, {" 8 ", "<", "8<"}, {"10", ">", "10>"}, {"8<", "", "8<"}, {"8 >", ">", "8>"},
		{"1", "MINDER", "1<"}, {"9", "Meer", "9>"}, {"9", "less", "9<"}, {"9", "More", "9>"}, {"9", "neutraal", "9"}, {"6", "Neutral", "6"},
		{"\u00a07\u00a0", "", "7"}, {"", "", ""}, {"", "N", ""},
	} {
		c := ours()
		f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {w.grade, w.relevance}, "3.01": {"5", ""}}, nil))
		if got := f.sheet.Of(account.QuestionCode{KWI: 1, Serial: 1}).String(); got != w.want || f.Bad() != 0 {
			t.Errorf("%q %q: got %q, %+v", w.grade, w.relevance, got, f.Items)
		}
	}
}

// TestNoAnswerInWords: it is no answer, it is told, and the rest is kept.
func TestNoAnswerInWords(t *testing.T) {
	for _, none := range []string{"n.v.t.", "N.V.T.", "nvt", "n/a", "N/A", "-", "–", "—", "−", "－", "?", "？", "weet niet", "Weet\u00a0niet", "don't know", "don’t know", "DON'T KNOW", "geen mening", "niet van toepassing"} {
		c := ours()
		f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {none, ""}, "1.03": {"7", none}, "3.01": {"", none}}, map[Key]string{Score: none, Why: none, Named: none, MayRead: none}))
		noted := 0
		for _, i := range f.Items {
			if i.Verdict == Odd && i.Reason.Ground == NoAnswer {
				noted++
			}
		}
		if f.Bad() != 0 || len(f.sheet) != 1 || f.nps != nil || noted != 4 || !f.Takes(false, false) {
			t.Errorf("%q: %d noted, %+v", none, noted, f)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	for _, w := range []struct {
		grade, relevance string
		why              Ground
	}{
		{"11", "", OutOfScale}, {"0", "", OutOfScale}, {"-3", "", OutOfScale}, {"7.5", "", NotWhole}, {"7,25", "<", NotWhole}, {"zeven", "", NoNumber},
		{"7?", "", NoNumber}, {"1e1", "", NoNumber}, {"0x7", "", NoNumber}, {"7.", "", NoNumber}, {"99999999999999999999", "", OutOfScale},
		{"7", "misschien", NoRelevance}, {"8<", ">", Contradicts}, {"8<", "N", Contradicts}, {"<7", "", NoNumber}, {"#N/A", "", NoNumber}, {"45123", "", OutOfScale},
	} {
		c := ours()
		f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {w.grade, w.relevance}, "3.01": {"5", ""}}, nil))
		if len(f.sheet) != 1 || f.Bad() != 1 || f.Items[0].Reason.Ground != w.why {
			t.Errorf("%q %q: %+v", w.grade, w.relevance, f.Items)
		}
		if f.Takes(false, true) || !f.Takes(true, false) {
			t.Errorf("%q: taken whole, or not in part", w.grade)
		}
		if err := f.Apply(&c, false, true, today); !fault.Has(err, fault.BadList) || len(c.Newest().Answers) > 0 {
			t.Errorf("%q: %v", w.grade, err)
		}
		if err := f.Apply(&c, true, false, today); err != nil || len(c.Newest().Answers["KK"]) != 1 || c.Newest().Answered["KK"] != today {
			t.Errorf("%q: %v", w.grade, err)
		}
		for _, words := range []*lang.Words{lang.For("nl"), lang.For("en")} {
			if s := f.Items[0].Reason.Say(words); strings.ContainsAny(s, "‹{") {
				t.Error(s)
			}
		}
	}
}

func TestAListThatIsNotOurs(t *testing.T) {
	for _, w := range []struct {
		change func(*account.Client, *Return)
		why    Ground
	}{
		{func(_ *account.Client, r *Return) { r.Client = "other" }, OtherClient},
		{func(_ *account.Client, r *Return) { r.Cycle, r.Mark = "2026H1", "" }, OtherCycle},
		{func(_ *account.Client, r *Return) { r.Who = "ZZ" }, NobodyHere},
		{func(_ *account.Client, r *Return) { r.Who, r.Mark = "X1", "" }, NoQuestions},
		{func(_ *account.Client, r *Return) { r.Who = "X1" }, OthersMark},
		{func(c *account.Client, _ *Return) { c.Newest().Stage = account.Closed }, Closed},
		{func(_ *account.Client, r *Return) { r.Lines[0].Grade.Text, r.Lines[1].Grade.Text = "", " " }, Unfilled},
		{func(_ *account.Client, r *Return) { r.Lines[0].Grade.Text, r.Lines[1].Grade.Text = "n.v.t.", "?" }, NothingToKeep},
	} {
		c := ours()
		r := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}, "1.03": {"7", ""}}, nil)
		w.change(&c, &r)
		if f := Check(&c, "", r); f.No == nil || f.No.Ground != w.why || f.Takes(true, true) {
			t.Errorf("%s: %+v", w.why, f)
		}
	}
	if f := Check(nil, "", Return{}); f.No == nil || f.No.Ground != NoClient {
		t.Error(f)
	}
}

func TestAQuestionThatIsNotHis(t *testing.T) {
	c := ours()
	r := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}}, nil)
	for _, code := range []account.QuestionCode{{KWI: 2, Serial: 1}, {KWI: 9, Serial: 9}} {
		r.Lines = append(r.Lines, Line{Code: code, Grade: Cell{At: "C9", Text: "8"}}, Line{Code: code, Grade: Cell{At: "C10", Text: ""}})
	}
	f := Check(&c, "", r)
	if f.Bad() != 2 || f.Items[1].Reason.Ground != NotHis || f.Items[2].Reason.Ground != Unknown || f.Items[1].At != "C9" {
		t.Errorf("%+v", f.Items)
	}
}

func TestAWordingThatHasChanged(t *testing.T) {
	c := ours()
	r := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}, "3.01": {"8", ""}}, nil)
	c.Newest().KWIs[0].Questions[0].Text = "een, anders"
	f := Check(&c, "", r)
	if f.Bad() != 1 || f.Items[0].Reason.Ground != Reworded || !slices.Equal(f.Items[0].Reason.Values, []string{"een", "een, anders"}) || f.Graded() != 1 {
		t.Errorf("%+v", f.Items)
	}
	c = ours()
	r.Lines[0].Shown = "geen"
	f = Check(&c, "", r)
	if f.Bad() != 1 || f.Items[0].Reason.Ground != Rewritten || !slices.Equal(f.Items[0].Reason.Values, []string{"een", "geen"}) {
		t.Errorf("%+v", f.Items)
	}
	r.Lines[0].Shown = " een\n"
	if f = Check(&c, "", r); f.Bad() != 0 {
		t.Errorf("%+v", f.Items)
	}
}

func TestASecondReturn(t *testing.T) {
	c := ours()
	one := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}, "1.03": {"8", "<"}}, map[Key]string{Remark: "goed", MayRead: "ja", Score: "9", Why: "om", Named: "ja"})
	if err := Check(&c, "", one).Apply(&c, false, false, today); err != nil {
		t.Fatal(err)
	}
	if f := Check(&c, "", one); !f.Again || !f.Same() || !f.Takes(false, false) {
		t.Errorf("%+v", f)
	}
	two := returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}, "1.03": {"", ""}, "3.01": {"5", ">"}}, map[Key]string{Remark: "beter", MayRead: "ja", Score: "6", Named: "ja"})
	f := Check(&c, "", two)
	var got []string
	for _, ch := range f.Changes {
		got = append(got, ch.Code.String()+string(ch.Key)+" "+ch.Was+"→"+ch.Is)
	}
	want := []string{"1.03 8<→", "3.01 →5>", "nps 9→6", "why om→", "remark goed→beter"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	before := c.Clone()
	if err := f.Apply(&c, true, false, today); !fault.Has(err, fault.SecondReturn) || len(before.Newest().Answers["KK"]) != len(c.Newest().Answers["KK"]) {
		t.Error(err)
	}
	if err := f.Apply(&c, false, true, "2026-11-22"); err != nil {
		t.Fatal(err)
	}
	y := c.Newest()
	if y.Answers["KK"].Of(account.QuestionCode{KWI: 3, Serial: 1}).String() != "5>" || len(y.Answers["KK"]) != 2 || y.Answered["KK"] != "2026-11-22" ||
		y.NPS["KK"].Anonymous || y.NPS["KK"].Score != 6 || y.Remarks["KK"] != "beter" {
		t.Errorf("%+v", y)
	}
}

func TestHisOwnWords(t *testing.T) {
	for _, w := range []struct {
		words map[Key]string
		bad   []Ground
		want  string // score, anonymous, remark, released
	}{
		{map[Key]string{Score: "10", Named: "Ja", Remark: "-let op", MayRead: "JA"}, nil, "10 false -let op true"},
		{map[Key]string{Score: "0", Named: "no", Remark: "a", MayRead: "nee"}, nil, "0 true a false"},
		{map[Key]string{Score: "7,0"}, nil, "7 true  false"},
		{map[Key]string{Score: "11"}, []Ground{OffScale}, "-  false"},
		{map[Key]string{Score: "7.5"}, []Ground{NotWhole}, "-  false"},
		{map[Key]string{Why: "omdat"}, []Ground{Unscored}, "-  false"},
		{map[Key]string{Score: "9", Named: "misschien"}, []Ground{NotYesNo}, "9 true  false"},
		{map[Key]string{Remark: strings.Repeat("é", 20_001)}, []Ground{TooLong}, "-  false"},
		{map[Key]string{Remark: strings.Repeat("é", 20_000), MayRead: "x"}, nil, "-" + " " + strings.Repeat("é", 20_000) + " true"},
	} {
		c := ours()
		f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}}, w.words))
		var bad []Ground
		for _, i := range f.Items {
			if i.Verdict == Refused {
				bad = append(bad, i.Reason.Ground)
			}
		}
		if !slices.Equal(bad, w.bad) {
			t.Errorf("%v: %v", w.words, bad)
		}
		if err := f.Apply(&c, true, false, today); err != nil {
			t.Fatal(err)
		}
		y, got := c.Newest(), "-"
		if n, ok := y.NPS["KK"]; ok {
			got = npsText(n, true, Score) + " " + map[bool]string{true: "true", false: "false"}[n.Anonymous]
			if _, asked, ok := parseYesNo(w.words[Named]); n.NameUnasked != (!asked || !ok) {
				t.Errorf("%v: unasked %t", w.words, n.NameUnasked)
			}
		}
		got += " " + y.Remarks["KK"] + " " + map[bool]string{true: "true", false: "false"}[slices.Contains(y.Released, "KK")]
		if got != w.want {
			t.Errorf("%v: %.60s", w.words, got)
		}
	}
}

// TestWhatIsTakenIsWhatWasWritten: whatever stands in the cells, Check does
// not fail, refuses or takes each answer, and Apply keeps what it took.
func TestWhatIsTakenIsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := ours()
		text := rapid.OneOf(rapid.SampledFrom([]string{"", "7", "10", "8<", "7,0", " 9 ", "11", "n", "<", ">", "ja"}), rapid.String())
		answers, words := map[string][2]string{}, map[Key]string{}
		for _, code := range []string{"1.01", "1.03", "3.01"} {
			answers[code] = [2]string{text.Draw(t, "grade"), text.Draw(t, "relevance")}
		}
		for _, key := range letters() {
			words[key] = text.Draw(t, string(key))
		}
		r := returned(listOf(&c, "KK"), answers, words)
		f := Check(&c, "", r)
		if err := f.Apply(&c, true, false, today); err != nil {
			if f.Takes(true, false) {
				t.Fatal(err)
			}
			return
		}
		if len(c.Newest().Answers["KK"]) != f.Graded() {
			t.Fatalf("%d kept of %d", len(c.Newest().Answers["KK"]), f.Graded())
		}
		if again := Check(&c, "", r); again.No == nil && len(again.Changes) > 0 && f.Bad() == 0 {
			t.Fatalf("read again it differs: %+v", again.Changes)
		}
	})
}

// A list that comes back once more after the outcome was told corrects it.
func TestASecondReturnInTheSessionIsACorrection(t *testing.T) {
	for _, stage := range []account.Stage{account.Measure, account.Session} {
		c := ours()
		c.Newest().Stage = stage
		for i, grades := range []map[string][2]string{{"1.01": {"7", ""}, "1.03": {"8", "<"}}, {"1.01": {"7", ""}, "1.03": {"9", "<"}, "3.01": {"5", ">"}}} {
			f := Check(&c, "", returned(listOf(&c, "KK"), grades, nil)).Because("again")
			if err := f.Apply(&c, false, i > 0, today); err != nil {
				t.Fatal(err)
			}
		}
		var want []account.Correction
		if stage == account.Session {
			want = []account.Correction{{Date: today, What: "KK 1.03: 8< → 9<", Why: "again"}}
		}
		if got := c.Newest().Corrections; !slices.Equal(got, want) {
			t.Errorf("%s: %+v", stage, got)
		}
	}
}

// A list of which all is refused takes the place of nothing, with whatever leave:
// what was answered before stays, and the list has to be asked for again.
func TestAListOfNothingUsableReplacesNothing(t *testing.T) {
	c := ours()
	if err := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"7", ""}}, nil)).Apply(&c, false, false, today); err != nil {
		t.Fatal(err)
	}
	given := c.Newest().Given("KK")
	f := Check(&c, "", returned(listOf(&c, "KK"), map[string][2]string{"1.01": {"twelve", ""}}, nil))
	if given == 0 || f.No != nil || f.Bad() == 0 {
		t.Fatalf("of %d given: %v, %d bad", given, f.No, f.Bad())
	}
	for _, partial := range []bool{false, true} {
		if err := f.Apply(&c, partial, true, today); f.Takes(partial, true) || !fault.Has(err, fault.BadList) {
			t.Errorf("partial %t: %v", partial, err)
		}
	}
	if now := c.Newest().Given("KK"); now != given {
		t.Errorf("%d of %d answers are left", now, given)
	}
}
