package report_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/foreigntest"
	"kwi/internal/report"
	"kwi/internal/report/html"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
)

// answeredTo is a client to whom something was done; what is internal says so.
func answeredTo() account.Client {
	c := recorded()
	y := c.Newest()
	y.KWIs = append(y.KWIs, account.KWI{Code: 2, Title: "Tempo", Wishes: []account.Wish{{By: "AA", Words: "Sneller."}, {By: "BB", Words: "Op tijd."}}}, account.KWI{Code: 3, Title: "Rust"})
	y.Actions = []account.Action{
		{Number: "2026-01", Date: "2026-08-01", Text: "Dossier maken", Why: "GEHEIM", So: "GEHEIM", Delay: "GEHEIM", For: "JB", Side: account.SupplierSide, Status: account.Done, Done: "2026-10-01", KWI: 1, Evidence: "Te zien op de plank.", EvidenceShared: true},
		{Number: "2026-02", Date: "2026-08-02", Text: "Doornemen", Side: account.BothSides, Status: account.Done, Done: "2026-10-02", KWI: 1, Evidence: "GEHEIM"},
		{Number: "2026-03", Date: "2026-08-03", Text: "Bellen", For: "JB", Side: account.SupplierSide, Status: account.Open, Due: "2026-12-04T16:00", KWI: 2},
		{Number: "2026-04", Date: "2026-08-04", Text: "Eigen werk", Side: account.ClientSide, Status: account.Done, Done: "2026-10-04", KWI: 1},
		{Number: "2026-05", Date: "2026-08-05", Text: "GEHEIM", Internal: true, Side: account.SupplierSide, Status: account.Done, Done: "2026-10-04", KWI: 2},
		{Number: "2026-06", Date: "2026-08-06", Text: "Verhuizen", Side: account.SupplierSide, Status: account.Dropped},
	}
	c.Cycles[0].Session = "2026-05-01"
	c.Cycles[0].Actions = []account.Action{
		{Number: "2025-08", Date: "2025-12-01", Text: "Lang geleden", Side: account.SupplierSide, Status: account.Done, Done: "2026-04-01"},
		{Number: "2025-09", Date: "2025-12-01", Text: "Van vorig jaar", Side: account.SupplierSide, Status: account.Done, Done: "2026-09-01", KWI: 1},
	}
	return c
}

func youSaid(t *testing.T, c account.Client, language string) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Monitor(&b, report.YouSaid(&c, "", report.Options{Language: language, Supplier: "Leverancier", Today: "2026-11-21", Audience: report.Internal})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestYouSaid: under each KWI the client's own words, what was done and when, with
// evidence that is released, and what is open, with its day.
func TestYouSaid(t *testing.T) {
	text := youSaid(t, answeredTo(), "nl")
	for _, want := range []string{
		"# U zei, wij deden · Klant", "We kwamen 3 afspraken na. Eén loopt nog. De eerste is toegezegd voor 4 dec 2026 16:00. Eén gaat niet door.",
		"## KWI-01 Kennis", "> Kennis blijft.", "| 2025-09 | Van vorig jaar | 1 dec 2025 | 1 sep 2026 |",
		"| 2026-01 | Dossier maken | 1 aug 2026 | 1 okt 2026 | Te zien op de plank. |", "| 2026-02 | Doornemen | 2 aug 2026 | 2 okt 2026 |",
		"## KWI-02 Tempo", "> Sneller.", "> Op tijd.", "### Loopt nog", "| 2026-03 | Bellen | 3 aug 2026 | Joe | 4 dec 2026 16:00 |",
		"## KWI-03 Rust", "De verwachting is nog niet opgeschreven.", "Hierover is nog niets afgesproken.", "## Ook afgesproken", "### Gaat niet door", "| 2026-06 | Verhuizen |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told in\n%s", want, text)
		}
	}
	for _, never := range []string{"GEHEIM", "Eigen werk", "Lang geleden", "Anna", "Bert", "7,67", "anna@", "sponsor"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is told in\n%s", never, text)
		}
	}
	if english := youSaid(t, answeredTo(), "en"); !strings.Contains(english, "# You said, we did") || !strings.Contains(english, "We kept 3 agreements. One is still open. The first is promised for 4 Dec 2026 16:00. One will not be done.") {
		t.Errorf("in English it is\n%s", english)
	}
}

// TestYouSaidNamesNobodyOfTheClient: an agreement of both that one of them carries is
// of both.
func TestYouSaidNamesNobodyOfTheClient(t *testing.T) {
	c := answeredTo()
	a := &c.Newest().Actions[2]
	a.Side, a.For = account.BothSides, "AA"
	if text := youSaid(t, c, "nl"); strings.Contains(text, "Anna") || !strings.Contains(text, "| 2026-03 | Bellen | 3 aug 2026 | samen | 4 dec 2026 16:00 |") {
		t.Errorf("it names who carries it:\n%s", text)
	}
}

// TestYouSaidWhereNothingWasDone says so in a sentence, and what is late it does not
// promise anew.
func TestYouSaidWhereNothingWasDone(t *testing.T) {
	c := answeredTo()
	c.Cycles[0].Actions = nil
	y := c.Newest()
	y.Actions = []account.Action{{Number: "2026-03", Text: "Bellen", Side: account.SupplierSide, Status: account.Open, Due: "2026-11-04"}, {Number: "2026-04", Text: "Schrijven", Side: account.SupplierSide, Status: account.Open}}
	for language, want := range map[string]string{
		"nl": "Van wat we afspraken is nog niets klaar. Er lopen er nog 2. De eerste was toegezegd voor 4 nov 2026.",
		"en": "Nothing of what we agreed is done yet. 2 are still open. The first was promised for 4 Nov 2026.",
	} {
		if text := youSaid(t, c, language); !strings.Contains(text, want) {
			t.Errorf("%s:\n%s", language, text)
		}
	}
	y.Actions[0].Due = "2026-11-21T09:00"
	for now, want := range map[account.Moment]string{"2026-11-21T08:59": "De eerste is toegezegd", "2026-11-21T09:01": "De eerste was toegezegd"} {
		var b bytes.Buffer
		if err := markdown.Monitor(&b, report.YouSaid(&c, "", report.Options{Language: "nl", Today: "2026-11-21", Now: now})); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("at %s it does not say %q: %v\n%s", now, want, err, b.String())
		}
	}
	y.Actions = nil
	for language, want := range map[string]string{"nl": "Over wat u belangrijk vindt zijn nog geen afspraken gemaakt.", "en": "There are no agreements yet on what matters to you."} {
		if text := youSaid(t, c, language); !strings.Contains(text, want) {
			t.Errorf("%s:\n%s", language, text)
		}
	}
	if d := report.YouSaid(&account.Client{}, "", report.Options{}); len(d.Parts) != 0 {
		t.Errorf("without a cycle it has %d parts", len(d.Parts))
	}
}

// TestYouSaidIsReadByOthers: poppler and qpdf read the page, and a reader of XML its HTML.
func TestYouSaidIsReadByOthers(t *testing.T) {
	c := answeredTo()
	d := report.YouSaid(&c, "", report.Options{Language: "nl", Supplier: "Leverancier", Today: "2026-11-21"})
	var paper, page bytes.Buffer
	if err := pdf.Minutes(&paper, d); err != nil {
		t.Fatal(err)
	}
	if err := html.Minutes(&page, d); err != nil {
		t.Fatal(err)
	}
	path := foreigntest.Saved(t, "said.pdf", paper.Bytes())
	out, _ := foreigntest.Run(t, "", foreigntest.Program(t, "pdftotext"), "-layout", path, "-")
	for _, want := range []string{"U zei, wij deden", "Dossier maken", "1 okt 2026", "Te zien op de plank"} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("poppler does not read %q in\n%s", want, out)
		}
	}
	foreigntest.Run(t, "", foreigntest.Program(t, "qpdf"), "--check", path)
	foreigntest.Run(t, "", foreigntest.Program(t, "xmllint"), "--html", "--noout", "--nowarning", "--recover", foreigntest.Saved(t, "said.html", page.Bytes()))
}
