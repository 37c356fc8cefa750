package cli

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/post/posttest"
)

// threeAsked are three respondents whose turn it is, of whom one has no
// address.
const threeAsked = `{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "newmedia", "name": "NewMedia",
 "respondents": [{"initials": "AA", "name": "A. Aaaa", "email": "aa@newmedia.example"}, {"initials": "BB", "name": "B. Beee", "email": "bb@newmedia.example"}, {"initials": "CC", "name": "C. Ceee"}],
 "cycles": [{"name": "2026H2", "stage": "communicate", "kwis": [{"code": "KWI-01", "title": "Een", "questions": [{"code": "1.01", "text": "een"}]}],
  "assigned": {"AA": ["1.01"], "BB": ["1.01"], "CC": ["1.01"]}}]}]}`

// sends runs send against a server, and tells what it said.
func sends(t *testing.T, s *posttest.Server, in string, args ...string) (again func(in string, args ...string) (int, string, string), code int, out, errs string) {
	t.Helper()
	e, o, x := env(t)
	file := e.Getenv("KWI_FILE")
	e.Getenv = func(name string) string {
		return map[string]string{"KWI_FILE": file, "KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}[name]
	}
	e.In = strings.NewReader(threeAsked)
	if code := Run(context.Background(), e, []string{"import", "-"}); code != 0 {
		t.Fatal(x)
	}
	again = func(in string, args ...string) (int, string, string) {
		o.Reset()
		x.Reset()
		e.In = strings.NewReader(in)
		code := Run(context.Background(), e, append([]string{"send"}, args...))
		return code, o.String(), x.String()
	}
	code, out, errs = again(in, args...)
	return again, code, out, errs
}

func TestSendListsAsksAndNotes(t *testing.T) {
	s := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	again, code, out, errs := sends(t, s, "nee\n")
	if code != 1 || len(s.Mails()) > 0 || !strings.Contains(errs, "niets verstuurd") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	for _, want := range []string{"NewMedia, 2026H2: vragen om te bekijken", "AA   A. Aaaa <aa@newmedia.example>", "Uw vragen voor de klantwaardemonitor", "CC   C. Ceee heeft geen bruikbaar mailadres", "2 mails versturen via 127.0.0.1?"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if code, out, errs = again(""); code != 1 || len(s.Mails()) > 0 {
		t.Errorf("without an answer: %d %s %s", code, out, errs)
	}
	code, out, errs = again("ja\n")
	if code != 1 || len(s.Mails()) != 1 || errs != "Niet verstuurd aan BB. Verbeter het adres en verstuur opnieuw; wie al een mail kreeg, krijgt die niet nog eens.\n" {
		t.Errorf("%d\n%s\n%s", code, out, errs)
	}
	if !strings.Contains(out, "AA: verstuurd naar aa@newmedia.example") || !strings.Contains(out, "BB: niet verstuurd.") || strings.Contains(out, "\x1b") {
		t.Errorf("got %s", out)
	}
	s.Refuses = nil
	if code, out, errs = again("", "--yes"); code != 0 || len(s.Mails()) != 2 || strings.Contains(out, "aa@newmedia") || errs != "" {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if code, _, errs = again("", "--yes"); code != 1 || !strings.Contains(errs, "een mailadres bekend") || len(s.Mails()) != 2 {
		t.Errorf("%d %s", code, errs)
	}
	if code, out, _ = again("", "--yes", "--moment", "reminder"); code != 0 || !strings.Contains(out, "Niemand is aan de beurt.") || len(s.Mails()) != 2 {
		t.Errorf("%d %s", code, out)
	}
}

func TestSendSaysWhatIsWrong(t *testing.T) {
	s := (&posttest.Server{Mutter: true}).Start(t)
	again, code, out, errs := sends(t, s, "", "--yes")
	if code != 1 || !strings.HasPrefix(errs, "De mailserver 127.0.0.1 neemt nu niets aan. Probeer het later. De server zegt: 554 go away") || strings.Count(errs, "\n") != 1 {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if code, _, errs = again("", "--moment", "later"); code != 2 || !strings.Contains(errs, "kies communicate, measure of reminder") {
		t.Errorf("%d %s", code, errs)
	}
	e, _, x := env(t)
	if code := Run(context.Background(), e, []string{"send"}); code != 1 || !strings.Contains(x.String(), "geen mailserver ingesteld") {
		t.Errorf("%d %s", code, x)
	}
}
