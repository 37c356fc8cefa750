package html_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

// said are all texts and figures of a document, in its order.
func said(d report.Document) (out []string) {
	w := lang.For(d.Language)
	add := func(all ...string) {
		for _, s := range all {
			if s = words(s); s != "" {
				out = append(out, s)
			}
		}
	}
	add(d.Title, d.Client, d.Supplier, d.Cycle, d.Made, d.For)
	for _, p := range d.Parts {
		add(p.Title)
		for _, x := range p.Blocks {
			switch x := x.(type) {
			case report.Headline:
				add(x.Label, x.Figure.Text)
				if !x.Change.Missing {
					add(x.Change.Text)
				}
				add(x.About)
			case report.Heading:
				add(x.Text)
			case report.Text:
				add(x.Text)
			case report.Table:
				add(x.Caption)
				for _, c := range x.Columns {
					add(c.Title)
				}
				for _, r := range x.Rows {
					for i := range x.Columns {
						add(r.Cells[i].Text)
					}
				}
			case report.Bars:
				add(x.Caption, x.About)
				for _, b := range x.Bars {
					add(b.Label, w.ScoreBy(b.By, int(b.Score), b.Score.OK()), w.Score(int(b.Target), b.Target.OK()))
				}
			case report.Lines:
				add(x.Caption)
				for _, l := range x.Lines {
					add(l.Label)
					if f := len(l.Figures) - 1; f >= 0 && l.Figures[f].OK() {
						add(w.ScoreBy(l.At(f), int(l.Figures[f]), true))
					}
				}
			}
		}
	}
	return out
}

// own is what a file may say besides its document: the contents, and what the
// parts of a chart are called.
func own(w *lang.Words) map[string]bool {
	out := map[string]bool{}
	for _, key := range []string{"report.html.contents", "report.html.skip", "report.col.kwi", "report.col.score", "report.col.average", "report.col.target"} {
		out[w.T(key)] = true
	}
	return out
}

// TestAFileSaysWhatItsDocumentSays: every text of the document in its order,
// and nothing that it does not say.
func TestAFileSaysWhatItsDocumentSays(t *testing.T) {
	inDrawing := regexp.MustCompile(`^(\d{1,2}|[0-9]{1,2}[.,][0-9]{1,2}|[0-9]{4}H[12]|–)$`)
	checked := 0
	for _, d := range documents(t) {
		w := lang.For(d.Language)
		file := read(t, monitor(t, d))
		whole := words(file.all("body")[0].text)
		rest, texts := whole, map[string]bool{}
		for _, s := range said(d) {
			texts[s] = true
			if _, after, ok := strings.Cut(rest, s); ok {
				rest = after
				checked++
				continue
			}
			t.Fatalf("%s of %s, %s: %q is not said, or not after what comes before it", d.Title, d.Client, d.Language, s)
		}
		known := own(w)
		var look func(*element)
		look = func(e *element) {
			s := words(e.text)
			switch {
			case s == "" || texts[s] || known[s] || e.name == "style" || e.name == "title" && len(e.attrs) == 0:
			case e.name == "desc" || e.name == "text" || e.attrs["aria-hidden"] != "" || inDrawing.MatchString(s):
			case len(e.kids) > 0:
				for _, k := range e.kids {
					look(k)
				}
			case strings.HasPrefix(s, strings.Split(w.T("kit.scale", "|"), "|")[0]), e.attrs["class"] == "aim":
			default:
				t.Errorf("%s of %s: says %q, which the document does not", d.Title, d.Client, s)
			}
		}
		look(file)
	}
	if checked < 3000 {
		t.Errorf("only %d texts", checked)
	}
}

// TestAFileHasTheFiguresThatMarkdownHas compares with what another writer makes
// of the same document.
func TestAFileHasTheFiguresThatMarkdownHas(t *testing.T) {
	figure := regexp.MustCompile(`[+−]?\d+[.,]\d+`)
	n := 0
	for _, d := range documents(t) {
		var b bytes.Buffer
		if err := markdown.Monitor(&b, d); err != nil {
			t.Fatal(err)
		}
		text := read(t, monitor(t, d)).all("body")[0].text
		here := figure.FindAllString(text, -1)
		for _, f := range figure.FindAllString(strings.ReplaceAll(b.String(), `\`, ""), -1) {
			if n++; !slices.Contains(here, f) {
				t.Errorf("%s of %s: no %s", d.Title, d.Client, f)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d figures", n)
	}
}

// TestAPlanSaysWhatItsPageSays is the same of a plan.
func TestAPlanSaysWhatItsPageSays(t *testing.T) {
	some := false
	for _, c := range clients(t) {
		for _, p := range c.Plans {
			page, _ := report.PlanOf(&c, p.Year, report.Options{Language: "nl", Audience: report.Internal, Supplier: "BESTSELLER B.V.", Today: today})
			rest := words(read(t, plan(t, page)).all("body")[0].text)
			all := []string{page.Title, page.Client, page.Supplier, page.MadeBy, page.Source, page.Internal}
			for _, b := range page.Blocks {
				all = append(all, b.Title, b.Aside())
				if b.Figures == nil && len(b.Lines) == 0 {
					all = append(all, map[bool]string{true: b.Question, false: b.Why}[b.Why == ""])
				}
				for _, l := range b.Lines {
					all = append(all, l.Code, l.Text, l.Note)
				}
				if f := b.Figures; f != nil {
					all = append(all, f.LastYear, f.Wanted, f.SoFar, f.Difference)
					for _, r := range f.Rows {
						all = append(all, r.Name, r.LastYear.Text, r.Wanted.Text, r.SoFar.Text, r.Difference)
					}
					all = append(all, f.Notes...)
				}
			}
			for _, s := range append(all, page.Lacking) {
				_, after, ok := strings.Cut(rest, words(s))
				if !ok {
					t.Fatalf("plan of %s: no %q", c.Name, s)
				}
				rest, some = after, true
			}
		}
	}
	if !some {
		t.Error("no plan")
	}
}
