package testkwis

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// Whoever is awaited again as the ninth is refused before, and says why; with a
// place free they are awaited.
func TestTheNinthIsNotAwaitedAgain(t *testing.T) {
	c := full(t)
	c.Respondents[5].Left = ""
	c.Respondents = append(c.Respondents, account.Respondent{Initials: "IJKL", Name: "Negende"})
	y := c.Newest()
	judged := y.KWIs[0].Questions[0].Code
	y.Assigned["IJKL"], y.Excused = []account.QuestionCode{judged}, map[account.Initials]account.Date{"IJKL": "2026-11-02"}
	y.Assigned["HIJK"] = []account.QuestionCode{judged}
	f := kittest.Frame(117, 36, "nl", c)
	why := func(c account.Client) string {
		f.Client = c
		return excuseAct(&f, kit.Act{ID: "excuse"}, "IJKL").Why
	}
	if got := why(c); got != f.T("initialise.why.eight") {
		t.Errorf("the ninth: %q", got)
	}
	y.Excused["HIJK"] = "2026-11-02"
	if got := why(c); got != "" {
		t.Errorf("with a place free: %q", got)
	}
}
