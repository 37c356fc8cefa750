package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// visitTo is the page for a visit as text.
func visitTo(t *testing.T, c *account.Client, cycle account.CycleName, who account.Initials, tag string) string {
	t.Helper()
	d := report.Visit(c, cycle, who, report.Options{Language: tag, Supplier: "Bestseller", Today: "2026-11-20"})
	if d.Audience != report.Internal {
		t.Error("it is for the client")
	}
	var b bytes.Buffer
	if err := markdown.Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePageForAVisit(t *testing.T) {
	for _, x := range []struct{ tag, want string }{
		{"nl", "Voor het bezoek aan A. Aaaa|niet voor de klant|tactisch|Laatst gevraagd: 29 dagen geleden, op do 22 okt.|KWI-03 Bijdrage aan ons jaarplan|> Denk mee over ons informatieplan|Ook belangrijk: 01 Kennisborging" +
			"|2026-02|wo 18 nov, te laat|vr 2 okt|Concept van het jaarplan|Nog 3 eerdere gesprekken.|**Kennisborging**|Vraag | 2026H2|8\\> |Aanbeveling: 8"},
		{"en", "Before the visit to A. Aaaa|not for the client|Last asked: 29 days ago|What matters most|What was promised|overdue|Done|The last talks|3 earlier talks.|Questions and last grades"},
	} {
		c := example.Portfolio(x.tag, "2026-11-20").Clients[0]
		text := visitTo(t, &c, "", "AA", x.tag)
		for want := range strings.SplitSeq(x.want, "|") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not there:\n%s", x.tag, want, text)
			}
		}
		y := c.Newest()
		y.Ideas = append(y.Ideas, account.Idea{Text: "Samen lunchen", By: "AA", WhyNot: "te druk"}, account.Idea{Text: "Van een ander", By: "BB"})
		y.NotExpected = map[account.Initials]string{"AA": "Geen verslagen.\nGeen borrels."}
		text = visitTo(t, &c, "", "AA", x.tag)
		for _, want := range []string{"> Samen lunchen", "te druk", "> Geen verslagen.", "> Geen borrels."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not there", x.tag, want)
			}
		}
		if strings.Contains(text, "Van een ander") {
			t.Errorf("%s: another's idea is there", x.tag)
		}
		if text := visitTo(t, &c, "", "ZZ", x.tag); strings.Contains(text, "##") {
			t.Errorf("%s: of a stranger it says\n%s", x.tag, text)
		}
	}
}

// By group there is no grade on it, and nothing that came with a list.
func TestThePageForAVisitByGroupHasNoGrade(t *testing.T) {
	c := example.Portfolio("nl", "2026-11-20").Clients[0]
	c.Newest().AnswersBy = account.ByGroup
	for _, r := range c.Respondents {
		text := visitTo(t, &c, "", r.Initials, "nl")
		if found := regexp.MustCompile(`\| \d+(\\?[<>])? \|`).FindString(text); found != "" || strings.Contains(text, "Aanbeveling") || strings.Contains(text, "| Cijfer |") {
			t.Errorf("%s: %q stands in\n%s", r.Initials, found, text)
		}
		if !strings.Contains(text, "cijfers per groep") {
			t.Errorf("%s: why there are none is not told", r.Initials)
		}
	}
}
