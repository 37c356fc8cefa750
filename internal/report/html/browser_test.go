package html_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/browsertest"
	"kwi/internal/foreigntest"
	"kwi/internal/report"
)

// TestInABrowser starts one for all that is tried in it.
func TestInABrowser(t *testing.T) {
	browser := browsertest.Start(t)
	t.Run("shows", func(t *testing.T) { showsIt(t, browser) })
	t.Run("forbids", func(t *testing.T) { forbidsTheRest(t, browser) })
	t.Run("prints", func(t *testing.T) { printsAPageForEachKWI(t, browser) })
}

// showsIt opens a monitor and a plan in which every text is hostile:
// light, dark and as wide as a phone they are what a screen reader can use, no
// wider than the window, and nothing in them runs or asks for anything.
func showsIt(t *testing.T, browser *browsertest.Browser) {
	for name, content := range map[string][]byte{"monitor.html": monitor(t, spoiled(sample())), "plan.html": plan(t, spoiled(samplePlan()))} {
		page := browser.Open(t, name, content)
		if ground := browsertest.Eval[string](t, page, "getComputedStyle(document.documentElement).backgroundColor"); ground != "rgb(255, 255, 255)" {
			t.Errorf("%s: the ground is %s, not white: is the style applied?", name, ground)
		}
		for _, look := range []struct {
			scheme browsertest.Scheme
			wide   int
		}{{browsertest.Light, 1280}, {browsertest.Dark, 1280}, {browsertest.Light, 360}} {
			page.Prefer(t, look.scheme)
			page.Window(t, look.wide, 900)
			if wide := browsertest.Eval[int](t, page, "document.scrollingElement.scrollWidth"); wide > look.wide {
				t.Errorf("%s: %d wide in a window of %d", name, wide, look.wide)
			}
			t.Run(name+" "+string(look.scheme), func(t *testing.T) { page.Accessible(t) })
		}
		if !browsertest.Eval[bool](t, page, "[...document.querySelectorAll('td:not(.right)')].every(e => getComputedStyle(e).textAlign == 'left')") {
			t.Errorf("%s: a name that reads from the right leaves its column", name)
		}
		if browsertest.Eval[bool](t, page, "'ran' in window") {
			t.Errorf("%s: a text ran", name)
		}
		page.Quiet(t)
	}
}

// forbidsTheRest: even where an element of others came into a file,
// the browser would do nothing with it.
func forbidsTheRest(t *testing.T, browser *browsertest.Browser) {
	with := strings.Replace(string(monitor(t, sample())), "</header>", `</header><img src="https://kwi.example/x"/><script>window.ran = 1</script><style>body { display: none }</style>`, 1)
	page := browser.Open(t, "monitor.html", []byte(with))
	if browsertest.Eval[bool](t, page, "'ran' in window || getComputedStyle(document.body).display === 'none'") {
		t.Error("what others brought ran")
	}
	if n := len(page.Complaints()); n < 3 {
		t.Errorf("the browser refused %d, not 3: %v", n, page.Complaints())
	}
}

// printsAPageForEachKWI: a KWI on a page of its own with its
// figures, the plan on one sheet of A3, and no heading without what it is of.
func printsAPageForEachKWI(t *testing.T, browser *browsertest.Browser) {
	text := foreigntest.Program(t, "pdftotext")
	printed := func(name string, content []byte) (pages []string) {
		path := foreigntest.Saved(t, name+".pdf", browser.Open(t, name+".html", content).Print(t))
		out, _ := foreigntest.Run(t, "", text, "-layout", path, "-")
		return strings.Split(strings.TrimSuffix(out, "\f"), "\f")
	}
	pages := printed("monitor", monitor(t, sample()))
	on := func(s string) int {
		return slices.IndexFunc(pages, func(page string) bool { return strings.Contains(page, s) })
	}
	first, second, scores := on("KWI-01 Kennis"), on("KWI-02 Rust"), on("Alle scores")
	if first < 1 || second != first+1 || scores != second+1 {
		t.Fatalf("the KWIs begin on pages %d and %d of %d, the scores on %d", first+1, second+1, len(pages), scores+1)
	}
	for _, s := range []string{"KWI's", "blijft", "7,83", "doel 8,00"} {
		if !strings.Contains(pages[first], s) {
			t.Errorf("the page of a KWI does not say %s:\n%s", s, pages[first])
		}
	}
	for _, s := range []string{"Inhoud", "Meteen naar"} {
		if on(s) >= 0 {
			t.Errorf("%s is of no use on paper", s)
		}
	}
	together := report.Document{Language: "nl", Title: "Verslag", Parts: []report.Part{{ID: "long", Title: "Lang"}}}
	blocks := &together.Parts[0].Blocks
	for i := range 60 { // under each heading a table, so far down as it comes
		*blocks = append(*blocks, report.Heading{Text: fmt.Sprintf("Kop %d.", i)}, report.Table{Columns: []report.Column{{Title: "Wat"}}, Rows: []report.Row{{Cells: []report.Cell{{Text: fmt.Sprintf("Onder %d.", i)}}}}})
		for range i % 7 {
			*blocks = append(*blocks, report.Text{Text: "Nog een regel."})
		}
	}
	pages = printed("together", monitor(t, together))
	for i := range 60 {
		if head, row := on(fmt.Sprintf("Kop %d.", i)), on(fmt.Sprintf("Onder %d.", i)); head < 0 || head != row || len(pages) < 4 {
			t.Errorf("of %d pages a heading stands on %d, what is below it on %d", len(pages), head+1, row+1)
		}
	}
	for _, each := range []int{0, 6, 16} {
		if wall := printed("plan", plan(t, fullPlan(each))); len(wall) != 1 || !strings.Contains(wall[0], fmt.Sprintf("Line %d.", each)) && each > 0 {
			t.Errorf("the plan with %d lines a block takes %d pages", each, len(wall))
		}
	}
}

// TestThePlanIsAsLargeAsItsSheetAllows: the more there is to read the smaller it is,
// and what a sheet has no room for is not left out.
func TestThePlanIsAsLargeAsItsSheetAllows(t *testing.T) {
	for each, size := range map[int]int{0: 11, 2: 11, 6: 8, 12: 6, 16: 6, 60: 6} {
		file := string(plan(t, fullPlan(each)))
		if !strings.Contains(file, fmt.Sprintf(`<body class="wall wall-%d">`, size)) || each > 0 && strings.Count(file, fmt.Sprintf("Line %d.", each)) != 8 {
			t.Errorf("with %d lines a block it is not in %d points, or something is left out: %.60s", each, size, file[strings.Index(file, "<body"):])
		}
	}
}

// fullPlan is a plan with so many more lines in every block that is typed.
func fullPlan(each int) report.PlanPage {
	p := samplePlan()
	for i := range p.Blocks {
		for n := range each {
			if p.Blocks[i].Figures == nil {
				p.Blocks[i].Lines = append(p.Blocks[i].Lines, report.PlanLine{Text: fmt.Sprintf("Line %d. What we will do about it before the summer, together with them.", n+1), Note: "Jo, by 1 Jul", Entry: n%3 > 0})
			}
		}
	}
	return p
}

// TestAnotherReaderFindsTheSame has Python's own parser of HTML read a file.
func TestAnotherReaderFindsTheSame(t *testing.T) {
	python := foreigntest.Python(t, "html.parser")
	script := foreigntest.Saved(t, "read.py", []byte(`
import sys
from html.parser import HTMLParser
class Reader(HTMLParser):
    open, texts = [], []
    def handle_starttag(self, tag, attrs): self.open.append(tag)
    def handle_startendtag(self, tag, attrs): pass
    def handle_endtag(self, tag):
        if self.open.pop() != tag: sys.exit("ends another: " + tag)
    def handle_data(self, data):
        if "style" not in self.open: self.texts.append(data)
    def handle_comment(self, data): sys.exit("a comment: " + data)
r = Reader()
r.feed(open(sys.argv[1], encoding="utf-8").read())
r.close()
if r.open: sys.exit("left open: " + " ".join(r.open))
print(" ".join(" ".join(r.texts).split()))
`))
	for name, content := range map[string][]byte{"monitor": monitor(t, spoiled(sample())), "plan": plan(t, spoiled(samplePlan()))} {
		file := read(t, content)
		out, _ := foreigntest.Run(t, "", python, script, foreigntest.Saved(t, filepath.Base(name)+".html", content))
		want := words(file.all("title")[0].text + file.all("body")[0].text)
		if got := words(out); got != want {
			t.Errorf("%s: it reads\n%s\nnot\n%s", name, got, want)
		}
	}
}
