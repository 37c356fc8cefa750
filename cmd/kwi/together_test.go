package main

import (
	"reflect"
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
		d := sit(t, s, language, 120, 24)
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

// answering is a store in which KK has three questions and answered one of
// them, and AA said all that there is to say, in words with a mark.
func answering(t *testing.T, by account.AnswersBy) store.Store {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		y := c.Newest()
		q := func(kwi account.KWICode, n uint16) account.QuestionCode {
			return account.QuestionCode{KWI: kwi, Serial: n}
		}
		y.AnswersBy, y.Answered, y.AnsweredInTalk = by, nil, nil
		y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {q(1, 1), q(1, 2), q(2, 3)}, "AA": {q(1, 1)}}
		y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: q(1, 2), Grade: 6}}, "AA": {{Question: q(1, 1), Grade: 3}}}
		y.NPS = map[account.Initials]account.NPS{"AA": {Score: 2, Why: "жwhy", Pleased: "жpleased", Missed: "жmissed"}}
		y.Remarks, y.Released = map[account.Initials]string{"AA": "жremark"}, []account.Initials{"AA"}
		return nil
	})
	return s
}

// TestAnsweredTogether answers the list of KK with the client watching, by name
// and by group.
func TestAnsweredTogether(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		for language, says := range map[string][]string{"nl": {"3 van 3", "3 vragen beantwoord"}, "en": {"3 of 3", "3 questions answered"}} {
			s := answering(t, by)
			before := kept(t, s, "newmedia")
			d := sit(t, s, language, 120, 24)
			press := func(keys ...string) {
				for _, key := range keys {
					d.Press(key)
					d.Miss("ж")
				}
			}
			d.Press("enter", "end", "M", "enter", "enter") // KK is ticked
			d.See("Kees Klant")
			press("enter", "8", "<", "enter", "7", "right", "0", ">")
			d.See("2.03", says[0])
			press("tab")
			d.Type("Dank")
			press("tab", "y", "1", "0", "right")
			d.Type("Ze luisteren")
			press("tab", "tab", "tab")
			if by == account.ByName {
				press("y")
				d.See(says[0])
			} else {
				d.See(says[1])
			}
			after := kept(t, s, "newmedia")
			y, was := after.Newest(), before.Newest()
			want := account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 8, Relevance: account.Less}, {Question: account.QuestionCode{KWI: 1, Serial: 2}, Grade: 7}, {Question: account.QuestionCode{KWI: 2, Serial: 3}, Grade: 10, Relevance: account.More}}
			if !slices.Equal(y.Answers["KK"], want) || y.AnsweredInTalk["KK"] == "" {
				t.Errorf("%s: kept is %v, in a talk on %q", by, y.Answers["KK"], y.AnsweredInTalk["KK"])
			}
			if n := y.NPS["KK"]; n.Score != 10 || n.Why != "Ze luisteren" || n.Anonymous != (by == account.ByGroup) {
				t.Errorf("%s: recommended %+v", by, n)
			}
			if y.Remarks["KK"] != "Dank" || !y.IsReleased("KK") {
				t.Errorf("%s: remarked %q", by, y.Remarks["KK"])
			}
			if !reflect.DeepEqual(y.Answers["AA"], was.Answers["AA"]) || y.NPS["AA"] != was.NPS["AA"] || y.Remarks["AA"] != was.Remarks["AA"] {
				t.Errorf("%s: something of AA is another", by)
			}
			press("enter")
			d.See("NewMedia", map[string]string{"nl": "Hier zit: Kees Klant", "en": "Here: Kees Klant"}[language])
		}
	}
}

// Whoever comes to sit here takes back nothing that was done without them.
func TestUndoGoesNoFurtherThanThePeopleWhoSitHere(t *testing.T) {
	s := inTest(t)
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "3", "right", "right", "right", "right", "M", "enter", "enter") // KK alone
	d.See("Kees Klant", "1.01", "2 van 29")
	d.Press("n")
	judges := func() int {
		c := kept(t, s, "newmedia")
		return len(c.Newest().Assigned["KK"])
	}
	if judges() != 0 {
		t.Fatal("KK judges 1.01 still")
	}
	d.Press("ctrl+z")
	if judges() != 1 {
		t.Fatal("KK cannot take an answer back")
	}
	d.Press("left", "n")
	if judges() != 0 {
		t.Fatal("KK judges 1.01 still")
	}
	d.Press("W", "1", "5", "enter", "ctrl+z") // AA in the place of KK
	if judges() != 0 {
		t.Error("AA took back what KK said")
	}
}
