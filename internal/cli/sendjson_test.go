package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kwi/internal/post/posttest"
)

// TestAProgramHearsWhatBecameOfMails: of each one, also where some did not go, and of
// those without an address; with nothing beside it on standard output.
func TestAProgramHearsWhatBecameOfMails(t *testing.T) {
	s := (&posttest.Server{Refuses: map[string]bool{"bb@newmedia.example": true}}).Start(t)
	again, code, out, errs := sends(t, s, "ja\n", "--json")
	if code != 2 || out != "" || len(s.Mails()) > 0 || !strings.Contains(errs, "--yes") {
		t.Errorf("without --yes: %d %s %s", code, out, errs)
	}
	read := func(want int, args ...string) (got sendingJSON) {
		t.Helper()
		code, out, errs := again("", args...)
		if err := json.Unmarshal([]byte(out), &got); err != nil || code != want {
			t.Fatalf("%v, exit %d\n%s%s", err, code, out, errs)
		}
		return got
	}
	got := read(1, "--json", "--yes")
	if got.Client != "newmedia" || got.Cycle != "2026H2" || got.Round != "communicate" || got.Sent != 1 || len(s.Mails()) != 1 ||
		!slices.Equal(got.Without, []unnamedJSON{{"CC", "C. Ceee"}}) || len(got.Mails) != 2 {
		t.Fatalf("%+v", got)
	}
	if a, b := got.Mails[0], got.Mails[1]; a.Became != "sent" || a.Why != "" || a.Address != "aa@newmedia.example" || a.Subject == "" || b.Became != "failed" || b.Why == "" {
		t.Errorf("%+v", got.Mails)
	}
	s.Refuses = nil
	if got := read(0, "--json", "--yes"); got.Sent != 1 || len(got.Mails) != 1 || got.Mails[0].Initials != "BB" {
		t.Errorf("%+v", got)
	}
	if got := read(0, "--json", "--yes", "--moment", "reminder"); got.Sent != 0 || got.Mails == nil || len(got.Mails) > 0 {
		t.Errorf("%+v", got)
	}
}
