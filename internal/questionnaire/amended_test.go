package questionnaire

import (
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
