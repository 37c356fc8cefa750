package testkwis

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
	y.Stage, y.Answers, y.NPS, y.Remarks = account.Test, nil, nil, nil
	return c
}

// typical is that client half-way the test: DD judges nothing yet, one
// question has nobody, two are tested with.
func typical(t testing.TB) account.Client {
	c := newMedia(t)
	y := c.Newest()
	delete(y.Assigned, "DD")
	for who, codes := range y.Assigned {
		var kept []account.QuestionCode
		for _, q := range codes {
			if q != (account.QuestionCode{KWI: 2, Serial: 1}) {
				kept = append(kept, q)
			}
		}
		y.Assigned[who] = kept
	}
	y.KWIs[0].SharedBy = []account.Initials{"AA", "BB"}
	y.Tested = map[account.Initials]account.Date{"AA": "2026-11-12", "KK": "2026-11-18"}
	return c
}

// full is a client with as much as fits: eight respondents with four initials,
// twelve KWIs, long words, and one who left and one who is let go.
func full(t testing.TB) account.Client {
	c := newMedia(t)
	y := c.Newest()
	c.Respondents, y.Assigned = nil, nil
	for _, who := range []account.Initials{"ABCD", "BCDE", "CDEF", "DEFG", "EFGH", "FGHI", "GHIJ", "HIJK"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: strings.Repeat(string(who)+" ", 12)})
	}
	long := strings.Repeat("Wie er ook komt werken, kent onze systemen, gewoonten en mensen al van tevoren. ", 3)
	y.KWIs = nil
	for i := range 12 {
		k := account.KWI{Code: account.KWICode(i + 1), Title: "Kennis die van ons blijft, wie er ook vertrekt of komt", WishedBy: "ABCD", Expectation: long}
		for n := range 4 {
			q := account.QuestionCode{KWI: k.Code, Serial: uint16(n + 1)}
			k.Questions = append(k.Questions, account.Question{Code: q, Text: long})
		}
		y.KWIs = append(y.KWIs, k)
	}
	for _, r := range c.Respondents[:7] {
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				if err := c.Assign(y.Name, r.Initials, q.Code, true); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	c.Respondents[5].Left = "2026-10-01"
	y.Excused = map[account.Initials]account.Date{"HIJK": "2026-11-02"}
	return c
}
