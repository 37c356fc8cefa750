package letter

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/questionnaire"
)

var update = flag.Bool("update", false, "write the goldens")

// client is one whose session is planned, with people whose names say more or
// less of how they are addressed.
func client() account.Client {
	return account.Client{
		ID: "newmedia", Name: "NewMedia",
		Respondents: []account.Respondent{
			{Initials: "KK", Name: "Kees Klant", Language: "nl"}, {Initials: "BB", Name: "Anna Beee", Language: "en", Salutation: "Dear Ms Beee"}, {Initials: "X1", Left: "2026-01-01"},
		},
		Colleagues: []account.Colleague{{Initials: "RM", Name: "Joe Bestseller", Role: "relatiemanager"}, {Initials: "DI", Name: "Dirk Directeur"}, {Initials: "ZZ"}},
		Cycles: []account.Cycle{{
			Name: "2026H2", Stage: account.Measure, Session: "2026-12-15", Place: "De Zwaan",
			PersonalWords: map[account.Initials]string{"KK": "Alleen bij de vragen."},
		}},
	}
}

func by(today account.Date) Writing {
	return Writing{From: questionnaire.Sender{Supplier: "Bestseller B.V.", Name: "Joe Bestseller"}, Tag: "nl", Today: today}
}

func TestLettersReadWell(t *testing.T) {
	invited, held := client(), client()
	y := held.Newest()
	y.Stage, y.Meeting.Present = account.Session, []account.Initials{"KK", "DI"}
	y.Actions = []account.Action{
		{Number: "2026-01", Date: "2026-12-15", Text: "Een gids voor wie nieuw is.", For: "RM", Side: account.SupplierSide, Due: "2027-02-01", Status: account.Open},
		{Number: "2026-02", Date: "2026-12-15", Text: "Onder ons", Side: account.SupplierSide, Status: account.Open, Internal: true},
	}
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 3}}}
	news := client()
	news.Newest().Actions = []account.Action{
		{Number: "2026-01", Text: "Een gids voor wie nieuw is", For: "RM", Side: account.SupplierSide, Due: "2026-12-01", Status: account.Open, KWI: 1},
		{Number: "2026-02", Text: "Onder ons", Side: account.SupplierSide, Status: account.Open, KWI: 1, Internal: true},
		{Number: "2026-03", Text: "De website nagekeken", Side: account.SupplierSide, Status: account.Done, Done: "2026-11-01", Evidence: "het verslag van 3 november", EvidenceShared: true},
		{Number: "2026-04", Text: "De uitleg herschreven", Side: account.SupplierSide, Status: account.Done, Done: "2026-11-01", Evidence: "Onder ons", Tellings: []account.Telling{{Who: "BB", On: "2026-11-02", Done: true}}},
	}
	for _, x := range []struct {
		name  string
		of    *account.Client
		kind  Kind
		who   account.Initials
		today account.Date
	}{
		{"invitation-nl", &invited, Invitation, "KK", "2026-11-15"}, {"invitation-en", &invited, Invitation, "BB", "2026-11-15"},
		{"invitation-late", &invited, Invitation, "KK", "2026-12-02"}, {"invitation-eve", &invited, Invitation, "BB", "2026-12-14"},
		{"news-nl", &news, News, "KK", "2026-11-15"}, {"news-en", &news, News, "BB", "2026-11-15"},
		{"thanks-nl", &held, Thanks, "KK", "2026-12-16"}, {"thanks-absent-en", &held, Thanks, "BB", "2026-12-16"},
	} {
		l := Of(x.of, x.of.Newest(), x.kind, x.who, by(x.today))
		got := l.Subject + "\n\n" + l.Text + "\n"
		if strings.Contains(got, "\n\n\n") || strings.Contains(got, "Onder ons") || strings.Contains(got, "Alleen bij") || strings.Contains(got, "..") {
			t.Errorf("%s:\n%s", x.name, got)
		}
		path := filepath.Join("testdata", x.name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != got {
			t.Errorf("%s: %v, got\n%s", x.name, err, got)
		}
	}
}

func TestWhoGetsALetter(t *testing.T) {
	for _, x := range []struct {
		name string
		kind Kind
		make func(*account.Cycle)
		want string
		why  fault.Kind
	}{
		{"all who take part", Invitation, func(*account.Cycle) {}, "KK BB", ""},
		{"no day", Invitation, func(y *account.Cycle) { y.Session = "" }, "", fault.Unplanned},
		{"begun", Invitation, func(y *account.Cycle) { y.Stage = account.Session }, "", fault.SessionBegun},
		{"no thanks before it", Thanks, func(*account.Cycle) {}, "", fault.NoMinutes},
		{"thanks", Thanks, func(y *account.Cycle) { y.Stage = account.Session }, "KK BB", ""},
		{"nobody spoken to", Concept, func(*account.Cycle) {}, "", fault.NobodysTurn},
		{"nobody asked", Reminder, func(*account.Cycle) {}, "", fault.NobodysTurn},
		{"the silent", Reminder, asked, "BB", ""},
		{"closed", Reminder, func(y *account.Cycle) { asked(y); y.Stage = account.Closed }, "", fault.NobodysTurn},
	} {
		c := client()
		x.make(c.Newest())
		who, err := Recipients(&c, c.Newest(), x.kind, "2026-12-10")
		var got []string
		for _, one := range who {
			got = append(got, string(one))
		}
		if strings.Join(got, " ") != x.want || x.why == "" != (err == nil) || x.why != "" && !fault.Has(err, x.why) {
			t.Errorf("%s: %v, %v", x.name, got, errors.Unwrap(err))
		}
	}
}

// asked is a cycle whose lists went out, of which one came back.
func asked(y *account.Cycle) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	y.KWIs = []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}}
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {q}, "BB": {q}}
	y.Confirmed = map[account.Initials]account.Date{"KK": "2026-09-01", "BB": "2026-09-01"}
	y.Sent = map[account.Initials][]account.Date{"KK": {"2026-12-01"}, "BB": {"2026-12-01"}}
	y.Answers = map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 8}}}
}

// TestASessionIsCalledOff: there is a letter for it once it has no day any more and
// as long as it has not begun, in the words of the approach; with a day it is said
// what to do first.
func TestASessionIsCalledOff(t *testing.T) {
	c := client()
	if _, err := Recipients(&c, c.Newest(), Withdrawal, "2026-11-20"); !fault.Has(err, fault.StillPlanned) {
		t.Errorf("with a day: %v", err)
	}
	c.Newest().Session = ""
	who, err := Recipients(&c, c.Newest(), Withdrawal, "2026-11-20")
	if err != nil || len(who) != 2 {
		t.Fatalf("%v, %v", who, err)
	}
	for _, one := range []struct {
		approach account.Approach
		who      account.Initials
		want     string
	}{{account.Extended, "KK", "Afgezegd: onze klantwaardesessie"}, {account.Extended, "BB", "Cancelled: our customer value session"}, {account.Simple, "KK", "Afgezegd: ons gesprek over uw vragen"}} {
		c.Approach = one.approach
		l := Of(&c, c.Newest(), Withdrawal, one.who, by("2026-11-20"))
		if l.Subject != one.want || strings.Contains(l.Text, "{") || strings.Contains(l.Text, "\n\n\n") || one.approach == account.Simple && strings.Contains(l.Text, "sessie") {
			t.Errorf("%q\n%s", l.Subject, l.Text)
		}
	}
	c.Newest().Stage = account.Session
	if _, err := Recipients(&c, c.Newest(), Withdrawal, "2026-11-20"); c.Newest().Common() && !fault.Has(err, fault.SessionBegun) {
		t.Errorf("after it began: %v", err)
	}
}

// TestTheThanksSayTheHours of a session that had them.
func TestTheThanksSayTheHours(t *testing.T) {
	c := client()
	y := c.Newest()
	y.Stage, y.SessionFrom, y.SessionUntil, y.Meeting.Present = account.Session, "16:00", "17:30", []account.Initials{"KK"}
	if l := Of(&c, y, Thanks, "KK", by("2026-12-16")); !strings.Contains(l.Subject+l.Text, "van 16:00 tot 17:30 uur") {
		t.Errorf("%q\n%s", l.Subject, l.Text)
	}
}
