package pdf

import (
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"kwi/internal/account"
)

// colour is red, green and blue.
type colour [3]int

// The few colours there are: what is read, what stands back, lines, the faint
// ground of a head, and one accent.
var (
	ink    = colour{33, 37, 41}
	quiet  = colour{98, 104, 112}
	rule   = colour{196, 201, 207}
	ground = colour{241, 243, 246}
	accent = colour{28, 74, 122}
	soft   = colour{160, 182, 206}
)

// paper is a document on its way, page after page. Everything is put at a
// place that the layout has measured; the library never breaks a line or a
// page by itself.
type paper struct {
	f    *fpdf.Fpdf
	w, h float64
	seen func(mark) // what a test wants to know of every text, else nil
}

// mark is one text as it was put: where, and how much room it takes.
type mark struct {
	page       int
	x, y, w, h float64 // from the top left of the page
	text       string
}

// about is what a reader of PDF files says of a document.
type about struct {
	language, title, author string
	made                    account.Date
}

// newPaper begins a document on pages of so many millimetres. Its bytes
// follow from what is put on it: the only day in it is handed in.
func newPaper(w, h float64, a about) *paper {
	f := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: fpdf.SizeType{Wd: w, Ht: h}})
	p := &paper{f: f, w: w, h: h}
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	day, err := time.Parse(time.DateOnly, string(a.made))
	if err != nil {
		day = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	f.SetProducer("kwi", true)
	f.SetLang(a.language)
	f.SetTitle(clean(a.title), true)
	f.SetAuthor(clean(a.author), true)
	for i := range faces {
		f.AddUTF8FontFromBytes(family, styles[i], i.file())
	}
	return p
}

// page begins the next page.
func (p *paper) page() { p.f.AddPage() }

// text puts one line, with its top at y.
func (p *paper) text(x, y float64, s string, f font, c colour) {
	if s == "" {
		return
	}
	s = clean(s)
	p.f.SetFont(family, styles[f.face], f.size)
	p.f.SetTextColor(c[0], c[1], c[2])
	p.f.Text(x, y+f.rise(), s)
	if p.seen != nil {
		p.seen(mark{p.f.PageNo(), x, y, f.width(s), f.line(), s})
	}
}

// right puts one line that ends at x.
func (p *paper) right(x, y float64, s string, f font, c colour) {
	p.text(x-f.width(clean(s)), y, s, f, c)
}

// middle puts one line round x.
func (p *paper) middle(x, y float64, s string, f font, c colour) {
	p.text(x-f.width(clean(s))/2, y, s, f, c)
}

// lines puts lines under each other.
func (p *paper) lines(x, y float64, lines []string, f font, c colour) {
	for i, s := range lines {
		p.text(x, y+float64(i)*f.line(), s, f, c)
	}
}

// line draws a line of so many millimetres thick.
func (p *paper) line(x1, y1, x2, y2, thick float64, c colour) {
	p.f.SetLineWidth(thick)
	p.f.SetDrawColor(c[0], c[1], c[2])
	p.f.Line(x1, y1, x2, y2)
}

// box fills a rectangle.
func (p *paper) box(x, y, w, h float64, c colour) {
	p.f.SetFillColor(c[0], c[1], c[2])
	p.f.Rect(x, y, w, h, "F")
}

// frame draws the border of a rectangle.
func (p *paper) frame(x, y, w, h, thick float64, c colour) {
	p.f.SetLineWidth(thick)
	p.f.SetDrawColor(c[0], c[1], c[2])
	p.f.Rect(x, y, w, h, "D")
}

// dot draws a filled circle.
func (p *paper) dot(x, y, r float64, c colour) {
	p.f.SetFillColor(c[0], c[1], c[2])
	p.f.Circle(x, y, r, "F")
}

// bookmark names this place for the reader's list of contents.
func (p *paper) bookmark(s string, level int, y float64) {
	p.f.SetFont(family, "", 9)
	p.f.Bookmark(clean(s), level, y)
}

// to writes the document.
func (p *paper) to(w io.Writer) error { return p.f.Output(w) }
