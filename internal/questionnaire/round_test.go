package questionnaire

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/guide"
)

func TestAReminderAsksForADayThatIsStillToCome(t *testing.T) {
	c := client()
	for _, w := range []struct {
		session, today account.Date
		want           string
	}{
		{"2026-11-27", "2026-11-18", "Op vrijdag 27 november 2026 praten wij erover, en daarbij willen wij uw mening niet missen.\n\nLukt het uiterlijk vrijdag 20 november 2026?"},
		{"2026-11-27", "2026-11-20", "Lukt het uiterlijk donderdag 26 november 2026?"},
		{"2026-11-27", "2026-11-27", "Lukt het uiterlijk zondag 29 november 2026?"},
		{"", "2026-11-18", "Op de dag van de klantwaardesessie praten wij erover, en daarbij willen wij uw mening niet missen.\n\nLukt het uiterlijk woensdag 25 november 2026?"},
	} {
		c.Newest().Session = w.session
		l := Reminding.List(&c, c.Newest(), "KK", Sender{Supplier: "Bestseller"}, "nl", w.today)
		if !strings.Contains(l.Message, w.want) || l.Moment != Measure || l.Subject != guide.For("nl").Message(guide.ReminderSubject) || l.Count() == 0 {
			t.Errorf("%q is not in:\n%s\n%s", w.want, l.Subject, l.Message)
		}
	}
}

func TestARoundBelongsToItsStage(t *testing.T) {
	c := client()
	if RoundOf(account.Communicate) != Preview || RoundOf(account.Realise) != Preview || RoundOf(account.Measure) != Answering || RoundOf(account.Session) != Answering {
		t.Error("another round than that of the stage")
	}
	if l := Preview.List(&c, c.Newest(), "KK", Sender{Supplier: "B"}, "nl", ""); l.Moment != Communicate {
		t.Error("a preview asks for answers")
	}
	if l := Answering.List(&c, c.Newest(), "KK", Sender{Supplier: "B"}, "nl", ""); l.Moment != Measure {
		t.Error("answers are not asked for")
	}
}
