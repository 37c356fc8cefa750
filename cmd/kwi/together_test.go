package main

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/store"
)

// inTest is a store in which NewMedia is in the test: nobody graded anything,
// KK judges 1.01 and AA 1.02.
func inTest(t *testing.T) store.Store {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		y := c.Newest()
		y.Stage, y.Answers, y.Answered, y.NPS, y.Remarks, y.Released, y.Tested = account.Test, nil, nil, nil, nil, nil, nil
		for i := range y.KWIs {
			y.KWIs[i].WishedBy, y.KWIs[i].SharedBy = "BB", []account.Initials{"AA"}
		}
		y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {{KWI: 1, Serial: 1}}, "AA": {{KWI: 1, Serial: 2}}}
		return nil
	})
	return s
}

// TestTestedTogether goes through the row of KK with the client watching.
func TestTestedTogether(t *testing.T) {
	for language, says := range map[string][]string{"nl": {"Wie zit hier?", "Is dit voor u ook belangrijk?", "Kunt u dit beoordelen?", "Is dat goed zo?", "Samen doorgenomen"}, "en": {"Who is here?", "Is this important to you too?", "Can you judge this?", "Is that right?", "Gone through together"}} {
		s := inTest(t)
		d := sit(t, s, language, 120, 40)
		d.Press("enter", "3", "right", "right", "right", "right", "M", "enter") // in the column of KK
		d.See(says[0])
		d.Press("enter") // KK is ticked
		d.See("Kees Klant", "1.01", says[2])
		d.Press("left")
		d.See(says[1])
		d.Press("y", "n", "e", "ctrl+u")
		d.Type("Was het te merken?\n")
		d.Press("y", "end")
		d.See(says[3])
		d.Press("enter")
		d.See(says[4])
		c := kept(t, s, "newmedia")
		y := c.Newest()
		if got := y.Assigned["KK"]; !slices.Equal(got, []account.QuestionCode{{KWI: 1, Serial: 2}}) {
			t.Errorf("KK judges %v", got)
		}
		if got := y.Assigned["AA"]; !slices.Equal(got, []account.QuestionCode{{KWI: 1, Serial: 2}}) {
			t.Errorf("AA judges %v", got)
		}
		if got := y.KWIs[0].SharedBy; !slices.Contains(got, "KK") || !slices.Contains(got, "AA") {
			t.Errorf("it matters to %v", got)
		}
		if y.Tested["KK"] != account.Date(day.Format("2006-01-02")) || len(y.Tested) != 1 {
			t.Errorf("tested with %v", y.Tested)
		}
		if q := y.Question(account.QuestionCode{KWI: 1, Serial: 2}); q.Text != "Was het te merken?" {
			t.Errorf("1.02 is %q", q.Text)
		}
	}
}
