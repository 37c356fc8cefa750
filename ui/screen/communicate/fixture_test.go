package communicate

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// newMedia is the example client of the source, without their answers.
func newMedia(t testing.TB) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Stage, y.Answers, y.NPS, y.Remarks, y.Session = account.Communicate, nil, nil, nil, ""
	return c
}

// typical is that client half-way: two have confirmed, one got their list twice
// and was not heard, one has no questions, and one reads English.
func typical(t testing.TB) account.Client {
	c := newMedia(t)
	y := c.Newest()
	delete(y.Assigned, "DD")
	y.Sent = map[account.Initials][]account.Date{"AA": {"2026-11-09"}, "BB": {"2026-11-09", "2026-11-16"}, "KK": {"2026-11-10"}}
	y.Confirmed = map[account.Initials]account.Date{"AA": "2026-11-12", "KK": "2026-11-18"}
	c.Respondent("BB").Language = "en"
	c.Respondent("KK").Function = "Algemeen directeur"
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe Bestseller", Role: "relatiemanager"}, {Initials: "SM", Name: "S. Seee", Role: "servicemanager"}}
	y.Informed = map[account.Initials]account.Date{"RM": "2026-11-06"}
	return c
}

// full is that client with eight respondents and ten colleagues, with long
// names, and one who left and one who is let go.
func full(t testing.TB) account.Client {
	c := typical(t)
	y := c.Newest()
	for _, who := range []account.Initials{"FGHI", "GHIJ", "HIJK"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: strings.Repeat("Naam van "+string(who)+" ", 6), Function: strings.Repeat("hoofd ", 20)})
		y.Assigned[who] = y.Assigned["KK"]
	}
	c.Respondent("GHIJ").Left = "2026-10-01"
	y.Excused = map[account.Initials]account.Date{"HIJK": "2026-11-02"}
	for _, who := range []account.Initials{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"} {
		c.Colleagues = append(c.Colleagues, account.Colleague{Initials: who, Name: "Collega " + string(who), Role: "medewerker van de binnendienst"})
	}
	return c
}
