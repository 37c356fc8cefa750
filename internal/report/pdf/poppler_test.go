package pdf

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/foreigntest"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
	"kwi/internal/score"
)

// These tests open what we write with programs that we did not write.

// asks runs a program of poppler-utils on a document, of which it must have
// nothing to complain.
func asks(t *testing.T, content []byte, program string, args ...string) string {
	t.Helper()
	path := foreigntest.Program(t, program)
	if i := slices.Index(args, "FILE"); i >= 0 {
		args[i] = foreigntest.Saved(t, "x.pdf", content)
	}
	out, complaints := foreigntest.Run(t, "", path, args...)
	if complaints != "" {
		t.Fatalf("%s: %s", program, complaints)
	}
	return out
}

// newMedia is the example client.
func newMedia(t *testing.T, tag string) (portable.File, *account.Client) {
	t.Helper()
	f := example.Portfolio(tag, "2026-11-24")
	for i := range f.Clients {
		if f.Clients[i].ID == "newmedia" {
			return f, &f.Clients[i]
		}
	}
	t.Fatal("the example has no newmedia")
	return f, nil
}

// sound has qpdf read all of a file, which must find nothing amiss.
func sound(t *testing.T, content []byte) {
	t.Helper()
	if said := asks(t, content, "qpdf", "--check", "FILE"); !strings.Contains(said, "No syntax or stream encoding errors found") {
		t.Error(said)
	}
}

// described tells that a file says what it is, by whom and in which language,
// and that a reader shows its title.
func described(t *testing.T, content []byte, title, author, tag string) {
	t.Helper()
	info := asks(t, content, "pdfinfo", "FILE")
	for _, line := range []string{`Title: +` + regexp.QuoteMeta(title), `Author: +` + regexp.QuoteMeta(author), `Subject: +\S.*`, `Creator: +kwi`} {
		if !regexp.MustCompile(`(?m)^` + line + `$`).MatchString(info) {
			t.Errorf("it does not say %s:\n%s", line, info)
		}
	}
	objects := asks(t, content, "qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", "FILE", "-")
	for _, object := range []string{"/Lang (" + tag + ")", "/DisplayDocTitle true", "%PDF-1.4"} {
		if !strings.Contains(objects, object) {
			t.Errorf("it does not say %s", object)
		}
	}
}

var blank = regexp.MustCompile(`\s+`)

// reads tells that a text can be found in what pdftotext reads, whatever the
// lines are.
func reads(t *testing.T, text string, wanted ...string) {
	t.Helper()
	text = blank.ReplaceAllString(text, "")
	for _, w := range wanted {
		if !strings.Contains(text, blank.ReplaceAllString(cleanForSetting(w), "")) {
			t.Errorf("%q cannot be read", w)
		}
	}
}

func written(t *testing.T, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheMonitorAsOthersReadIt(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		f, c := newMedia(t, tag)
		d := report.Monitor(c, "", report.Options{Language: tag, Supplier: f.Supplier, Today: "2026-11-24"})
		content := written(t, func(b *bytes.Buffer) error { return Monitor(b, d) })
		info := asks(t, content, "pdfinfo", "FILE")
		if !strings.Contains(info, "(A4)") || !regexp.MustCompile(`Pages: +1[0-9]\n`).MatchString(info) {
			t.Error(info)
		}
		embedded(t, content)
		sound(t, content)
		described(t, content, d.Title+" – NewMedia · 2026H2", f.Supplier, tag)
		if images := asks(t, content, "pdfimages", "-list", "FILE"); strings.Count(images, "\n") > 2 {
			t.Errorf("a chart is no drawing but an image:\n%s", images)
		}
		text, w, h := asks(t, content, "pdftotext", "-raw", "FILE", "-"), lang.For(tag), score.HistoryOf(c)
		table := h.Table("")
		for _, line := range append(table.KWIs, table.Total) {
			s, a := line.Sums.Score(), line.Sums.Average()
			reads(t, text, w.Score(int(s), s.OK()), w.Score(int(a), a.OK()))
		}
		for _, k := range c.Newest().KWIs {
			reads(t, text, k.Title, k.Expectation)
			for _, q := range k.Questions {
				reads(t, text, q.Code.String(), q.Text)
			}
		}
		outline := asks(t, content, "pdftohtml", "-xml", "-i", "-stdout", "FILE")
		outline = outline[strings.Index(outline, "<outline>"):]
		for _, p := range d.Parts {
			reads(t, strings.ReplaceAll(outline, "&#39;", "'"), p.Title+"</item>")
		}
	}
}

// embedded tells that the file carries all of its fonts, and can be copied
// from.
func embedded(t *testing.T, content []byte) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(asks(t, content, "pdffonts", "FILE")), "\n")
	for _, l := range lines[2:] {
		if !regexp.MustCompile(`(?i)dejavusanscondensed\w? +CID TrueType +Identity-H +yes \w+ +yes`).MatchString(l) {
			t.Errorf("a font is not embedded: %s", l)
		}
	}
	if len(lines) < 4 || len(content) > 300_000 {
		t.Errorf("%d fonts, %d bytes", len(lines)-2, len(content))
	}
}

func TestTheListAsOthersReadIt(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		f, c := newMedia(t, tag)
		for _, r := range c.Participants(c.Newest())[3:] { // who has few questions, and who has many
			q := questionnaire.For(c, c.Newest(), r.Initials, questionnaire.Sender{Supplier: f.Supplier}, questionnaire.Measure, tag)
			content := written(t, func(b *bytes.Buffer) error { return List(b, q, "2026-11-24") })
			if info := asks(t, content, "pdfinfo", "FILE"); !strings.Contains(info, "(A4)") {
				t.Error(info)
			}
			embedded(t, content)
			sound(t, content)
			text := asks(t, content, "pdftotext", "-raw", "FILE", "-")
			reads(t, text, q.Heading, q.Grading, q.Weighing, q.Shown, q.Thanks, q.Name+" ("+string(r.Initials)+")")
			last := 0
			for _, k := range q.KWIs {
				for _, question := range k.Questions { // in order, so that they can be typed over
					at := strings.Index(text, "\n"+question.Code.String()+" ")
					if at < last {
						t.Errorf("%s %s is not at its place", r.Initials, question.Code)
					}
					last = at
					reads(t, text, question.Text)
				}
			}
			for _, a := range append(q.Remarks, q.NPS...) {
				reads(t, text, a.Text)
			}
			if strings.Count(text, "1 2 3 4 5 6 7 8 9 10 < N >\n") != q.Count() || regexp.MustCompile(`(?i)vragenlijst|questionnaire`).MatchString(text) {
				t.Errorf("%s: boxes are missing, or it calls itself what it is not", r.Initials)
			}
		}
	}
}

func TestThePlanAsOthersReadIt(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		f, c := newMedia(t, tag)
		page, ok := report.PlanOf(c, c.Plans[0].Year, report.Options{Language: tag, Supplier: f.Supplier, Today: "2026-11-24"})
		if !ok {
			t.Fatal("there is no plan")
		}
		content := written(t, func(b *bytes.Buffer) error { return Plan(b, page) })
		info := asks(t, content, "pdfinfo", "FILE")
		if !regexp.MustCompile(`Pages: +1\n`).MatchString(info) || !regexp.MustCompile(`Page size: +1190\.5\d x 841\.89 pts`).MatchString(info) {
			t.Error(info)
		}
		embedded(t, content)
		sound(t, content)
		described(t, content, page.Title+" · "+page.Client, f.Supplier, tag)
		text := asks(t, content, "pdftotext", "-raw", "FILE", "-")
		reads(t, text, page.Title, page.Internal, page.MadeBy)
		for _, b := range page.Blocks {
			reads(t, text, b.Title)
			for _, l := range b.Lines {
				reads(t, text, l.Code, l.Text, l.Note)
			}
		}
		for _, r := range page.Block(report.FiguresBlock).Figures.Rows {
			reads(t, text, r.Name, r.LastYear.Text, r.Wanted.Text, r.SoFar.Text, r.Difference)
		}
	}
}

func TestOthersReadTheLongestTexts(t *testing.T) {
	content := written(t, func(b *bytes.Buffer) error { return Monitor(b, hostile()) })
	sound(t, content)
	if text := asks(t, content, "pdftotext", "-raw", "FILE", "-"); !strings.Contains(text, "cel00699") {
		t.Error("the end of a long cell cannot be read")
	}
}
