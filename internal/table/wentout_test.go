package table_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/table"
)

// Words of a question that went out, and a grade of a closed cycle, stay as they
// are; a question that comes to a list that is out is told, and so is whose list
// is then behind.
func TestATableLeavesWhatWentOutAndWhatIsClosed(t *testing.T) {
	c, _ := applied(t, running(), wide)
	y := c.Newest()
	q := account.QuestionCode{KWI: 7, Serial: 1}
	y.KWIs = append(y.KWIs, account.KWI{Code: 7, WishedBy: "KK", Questions: []account.Question{{Code: q, Text: "Zoals het uitging."}}})
	y.Stage, y.Assigned = account.Communicate, map[account.Initials][]account.QuestionCode{"KK": {q}}
	y.Sent = map[account.Initials][]account.Date{"KK": {"2026-11-01"}}
	y.Sendings = map[account.Initials][]account.Sending{"KK": {{Mark: "m1", Date: "2026-11-01", Promise: account.ByName, Asked: y.Wording("KK")}}}
	before := c.Clone()
	p := table.Plan(&c, read(t, "KWI;Titel;Vraagcode;Vraag\n7;Nieuwe titel;7.01;Heel anders.\n7;;;Nog een vraag.\n"), today, std)
	said := strings.Join(p.Lines(lang.For("nl")), "\n")
	for _, want := range []string{"KWI-07 was op de lijsten nog leeg", "De lijst van KK loopt nu achter", "Heel anders."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told:\n%s", want, said)
		}
	}
	next := c.Clone()
	if err := p.Apply(&next); err != nil || next.Newest().Question(q).Text != "Zoals het uitging." {
		t.Errorf("%v: %+v", err, next.Newest().KWIs)
	}
	p = table.Plan(&c, read(t, strings.Replace(wide, "Kent ons werk;6", "Kent ons werk;9", 1)), today, std)
	if next = before.Clone(); p.Apply(&next) != nil || next.Cycle("2025H2").Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 1}).Grade != 6 {
		t.Error("a grade of a closed cycle is another")
	}
}
