package cli

import (
	"context"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/post/posttest"
)

// Letters in words go as lists do: shown first, after one yes, each told; the
// same letter once more is the same message.
func TestLettersAreMailed(t *testing.T) {
	s := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	e, out, errs := env(t)
	file := e.Getenv("KWI_FILE")
	e.Getenv = func(name string) string {
		return map[string]string{"KWI_FILE": file, "KWI_SMTP_HOST": "127.0.0.1", "KWI_SMTP_PORT": strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}[name]
	}
	run := func(in string, args ...string) int {
		out.Reset()
		errs.Reset()
		e.In = strings.NewReader(in)
		return Run(context.Background(), e, args)
	}
	planned := strings.Replace(threeAsked, `"stage": "communicate"`, `"stage": "measure", "session": "2030-01-31"`, 1)
	if code := run(planned, "import", "-"); code != 0 {
		t.Fatal(errs)
	}
	if code := run("nee\n", "letters", "--kind", "invitation", "--send"); code != 1 || len(s.Mails()) > 0 {
		t.Errorf("%d %s", code, errs)
	}
	for _, want := range []string{"AA   A. Aaaa <aa@newmedia.example>", "Uitnodiging: klantwaardesessie op donderdag 31 januari 2030", "CC   C. Ceee heeft geen bruikbaar mailadres", "2 mails versturen via 127.0.0.1?"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if code := run("ja\n", "letters", "--kind", "invitation", "--send"); code != 1 || len(s.Mails()) != 1 || !strings.Contains(errs.String(), "BB") || !strings.Contains(out.String(), "AA: verstuurd naar aa@newmedia.example") {
		t.Errorf("%d\n%s\n%s", code, out, errs)
	}
	if code := run("", "letters", "--kind", "invitation", "--send", "--yes", "--to", "AA"); code != 0 || len(s.Mails()) != 2 {
		t.Errorf("%d %s", code, errs)
	}
	id := regexp.MustCompile(`(?m)^Message-ID: (.*)$`)
	if all := s.Mails(); len(all) == 2 && id.FindString(all[0].Text) != id.FindString(all[1].Text) {
		t.Error("the same letter is another message")
	}
	if code := run("", "letters", "--kind", "invitation", "--send", "--json"); code != 2 || out.Len() > 0 {
		t.Errorf("a program is asked nothing: %d %s", code, out)
	}
	var got sendingJSON
	if code := run("", "letters", "--kind", "invitation", "--send", "--yes", "--json"); code != 1 || json.Unmarshal(out.Bytes(), &got) != nil || got.Cycle != "2026H2" || got.Round != "invitation" ||
		got.Sent != 1 || len(got.Mails) != 2 || got.Mails[0].Became != "sent" || got.Mails[1].Became != "failed" || len(got.Without) != 1 {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if code := run("", "letters", "--kind", "reminder", "--send", "--yes"); code != 2 || !strings.Contains(errs.String(), "kwi send --moment reminder") {
		t.Errorf("%d %s", code, errs)
	}
}
