package linear

import (
	"context"
	"errors"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/part/bring"
)

// TestATableOfPeopleIsPastedInLines: what would come of it is told first, whoever seems to
// be there is asked about, and nothing comes of a no.
func TestATableOfPeopleIsPastedInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	rows := []string{"NewMedia", "people", "take over a table", "paste", "name\te-mail\tfunction", "Nora New\tnn@newmedia.example\tDirector", "Kees Klant\tkk@newmedia.example\tBoss", ""}
	h.play(t, "en", append(rows, "", "", "")...)
	if h.client(t, "newmedia").Respondent("NN") != nil {
		t.Fatal("it was taken without a yes")
	}
	got := h.play(t, "en", append(rows, "", "yes")...)
	now := h.client(t, "newmedia")
	if r := now.Respondent("NN"); r == nil || r.Function != "Director" || r.Email != "nn@newmedia.example" {
		t.Errorf("%+v:\n%s", r, got)
	}
	tells(t, got, "Recognised: ", "Paste the rows", "Which initials has", "Do you take this over?")
	if len(now.Respondents) != 6 {
		t.Errorf("%d respondents:\n%s", len(now.Respondents), got)
	}
}

// TestAMatrixIsPastedInLines: rows that begin with an empty cell are read as they are.
func TestAMatrixIsPastedInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, drafting(t))
	got := h.play(t, "en", "NewMedia", "testing", "take over a table", "paste", "\tKK\tAA", "1.01\tx\t", "1.02\t\tx", "", "yes")
	y := h.client(t, "newmedia").Newest()
	one, two := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 1, Serial: 2}
	if !y.IsAssigned("KK", one) || y.IsAssigned("AA", one) || y.IsAssigned("KK", two) || !y.IsAssigned("AA", two) {
		t.Errorf("%v:\n%s", y.Assigned, got)
	}
}

// TestATableOfAFileIsReadInLines, and what cannot be read is said.
func TestATableOfAFileIsReadInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	post := &bring.Post{ReadTable: func(_ context.Context, path string) (table.Table, error) {
		if path != "/home/joe/people.csv" {
			return table.Table{}, errors.New("gone")
		}
		rows, err := table.Split([]byte("name\tinitials\nNora New\tNN\n"))
		if err != nil {
			return table.Table{}, err
		}
		return table.Read(rows)
	}, Say: func(*lang.Words, error) string { return "That file is not there." }}
	got := h.told(t, Config{Post: post}, "NewMedia", "people", "take over a table", "from a file", "/home/joe/none.csv", "take over a table", "from a file", "/home/joe/people.csv", "yes")
	if h.client(t, "newmedia").Respondent("NN") == nil || !strings.Contains(got, "That file is not there.") {
		t.Errorf("%s", got)
	}
}

// TestListsAreMailedInLines: who would get what is told first, none goes without a yes, and
// what became of them is said.
func TestListsAreMailedInLines(t *testing.T) {
	t.Parallel()
	sent := 0
	post := &bring.Post{Say: func(w *lang.Words, err error) string { return err.Error() }, Prepare: func(_ context.Context, _ string, round questionnaire.Round, _ account.Initials, _ string, _ account.User, _ progress.Told) (bring.Round, error) {
		return bring.Round{Server: "mail.bestseller.example", Without: []account.Initials{"BB"}, Letters: []part.Mail{{Who: "KK", Email: "kk@newmedia.example", Subject: "Your list", Text: "Dear Kees,\nhere it is: " + string(round)}},
			Go: func(context.Context, progress.Told) (part.MailsGone, error) {
				sent++
				return part.MailsGone{Sent: []account.Initials{"KK"}}, nil
			}}, nil
	}}
	h := newHouse(t, kittest.NewMedia(t))
	got := h.told(t, Config{Post: post}, "NewMedia", "send and", "mail the questions", "yes", "no")
	tells(t, got, "mail.bestseller.example", "Kees Klant (KK): kk@newmedia.example", "Subject: Your list", "Do you want to hear the letters first?", "Dear Kees,", "here it is: ", "Does this 1 mail go now?", "Nothing was sent.")
	if sent != 0 {
		t.Fatal("it went without a yes")
	}
	got = h.told(t, Config{Post: post}, "NewMedia", "send and", "mail the questions", "no", "yes")
	if sent != 1 || !strings.Contains(got, "1 ") {
		t.Errorf("%d went:\n%s", sent, got)
	}
}

// TestAFormReplacesWhatSomebodyAnsweredOtherwise only on a yes, and tells first what that changes.
func TestAFormReplacesWhatSomebodyAnsweredOtherwise(t *testing.T) {
	t.Parallel()
	code := account.QuestionCode{KWI: 1, Serial: 2}
	for tag, words := range map[string][]string{"en": {"people", "take over a table", "paste"}, "nl": {"mensen", "tabel", "plakken"}} {
		h := newHouse(t, kittest.NewMedia(t))
		rows := append(append([]string{"NewMedia"}, words...), "Timestamp\tName\t1.02\t1.03", "x\tKees Klant\t9\t7", "")
		h.play(t, tag, append(rows, "no", "yes")...)
		if a := h.client(t, "newmedia").Newest().Voice("KK").Sheet.Of(code); a.Grade != 6 {
			t.Errorf("it is %v without a yes", a.Grade)
		}
		got := h.play(t, tag, append(rows, "yes", "yes")...)
		if a := h.client(t, "newmedia").Newest().Voice("KK").Sheet.Of(code); a.Grade != 9 {
			t.Errorf("it is %v:\n%s", a.Grade, got)
		}
	}
}
