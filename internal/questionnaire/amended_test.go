package questionnaire

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// TestAListWithTheOldWords: an answer to words that are known to say the same is
// taken and told of; one to a question that ended is not, and what came in its
// place is.
func TestAListWithTheOldWords(t *testing.T) {
	c := client()
	y := c.Newest()
	y.Question(account.QuestionCode{KWI: 1, Serial: 1}).Text = "een, beter"
	y.Amendments = []account.Amendment{
		{As: account.SameQuestion, What: "1.01", Was: "een", Now: "een, goed"},
		{As: account.SameQuestion, What: "1.01", Was: "een, goed", Now: "een, beter"},
		{As: account.OtherOne, What: "1.09", To: "1.03", Was: "negen", Now: "drie"},
	}
	line := func(serial uint16, asked, grade string) Line {
		return Line{Code: account.QuestionCode{KWI: 1, Serial: serial}, Asked: asked, Grade: Cell{Text: grade, At: "C9"}}
	}
	f := Check(&c, "", Return{Reference: Reference{Client: c.ID, Cycle: y.Name, Who: "KK"}, Lines: []Line{line(1, "een", "7"), line(9, "negen", "8"), line(3, "iets anders", "6")}})
	var got []Ground
	for _, i := range f.Items {
		got = append(got, i.Reason.Ground)
	}
	if f.No != nil || f.Graded() != 1 || len(got) != 3 || got[0] != OldWords || got[1] != Reworded || got[2] != Replaced || f.Items[2].Reason.Values[0] != "1.03" || f.Bad() != 2 {
		t.Errorf("%v %v graded %d: %+v", f.No, got, f.Graded(), f.Items)
	}
	y.Question(account.QuestionCode{KWI: 1, Serial: 1}).Ended = "2026-10-01"
	for _, k := range For(&c, y, "KK", Sender{}, Measure, "nl").KWIs {
		for _, q := range k.Questions {
			if q.Code.Serial == 1 && q.Code.KWI == 1 {
				t.Error("what ended is asked")
			}
		}
	}
}

// TestWordsThatNobodyKnowsAnyMore: a question that went out in words that are kept
// nowhere, and came back without any, is not read; what it says now is told. Where it
// went out in the words of now, or in words that are kept, it is read or these are told.
func TestWordsThatNobodyKnowsAnyMore(t *testing.T) {
	code := account.QuestionCode{KWI: 1, Serial: 1}
	for _, one := range []struct {
		then, kept string
		ground     Ground
		values     []string
	}{{"een", "", "", nil}, {"een, vroeger", "", Unworded, []string{"een"}}, {"een, vroeger", "een, vroeger", Reworded, []string{"een, vroeger", "een"}}} {
		c := client()
		y := c.Newest()
		y.Question(code).Text = one.then
		mark := account.MarkOf([]byte("a list that was sent"))
		sent := account.Sending{Mark: mark, Date: today, Promise: y.Promise(), Asked: y.Wording("KK")}
		if err := c.Issue("", "KK", sent); err != nil {
			t.Fatal(err)
		}
		y = c.Newest()
		y.Question(code).Text = "een"
		if one.kept != "" {
			y.Amendments = []account.Amendment{{As: account.OtherOne, What: code.String(), Was: one.kept, Now: "een"}}
		}
		f := Check(&c, "", Return{Reference: Reference{Client: c.ID, Cycle: y.Name, Who: "KK", Mark: mark, Promise: sent.Promise}, Lines: []Line{{Code: code, Bare: true, Grade: Cell{Text: "7", At: "C9"}}}})
		got := Reason{}
		for _, i := range f.Items {
			if i.Code == code {
				got = i.Reason
			}
		}
		if f.No != nil || got.Ground != one.ground || !slices.Equal(got.Values, one.values) || (f.Graded() == 1) != (one.ground == "") {
			t.Errorf("sent as %q: %v, graded %d, %+v", one.then, f.No, f.Graded(), f.Items)
		}
	}
}
