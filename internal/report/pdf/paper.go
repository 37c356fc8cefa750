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
	inkColour   = colour{33, 37, 41}
	quietColour = colour{98, 104, 112}
	ruleColour  = colour{196, 201, 207}
	ground      = colour{241, 243, 246}
	accent      = colour{28, 74, 122}
	softColour  = colour{160, 182, 206}
)

// paperDocument is a document on its way, page after page. Everything is put at a
// place that the layout has measured; the library never breaks a line or a
// page by itself.
type paperDocument struct {
	f    *fpdf.Fpdf
	w, h float64
	seen func(placedText) // what a test wants to know of every text, else nil
}

// placedText is one text as it was put: where, and how much room it takes.
type placedText struct {
	page       int
	x, y, w, h float64 // from the top left of the page
	text       string
}

// documentInfo is what a reader of PDF files says of a document.
type documentInfo struct {
	language, title, author string
	made                    account.Date
}

// newPaper begins a document on pages of so many millimetres. Its bytes
// follow from what is put on it: the only day in it is handed in.
func newPaper(w, h float64, a documentInfo) *paperDocument {
	f := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: fpdf.SizeType{Wd: w, Ht: h}})
	p := &paperDocument{f: f, w: w, h: h}
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
	f.SetTitle(cleanForSetting(a.title), true)
	f.SetAuthor(cleanForSetting(a.author), true)
	for i := range faceCount {
		f.AddUTF8FontFromBytes(family, styles[i], i.file())
	}
	return p
}

// page begins the next page.
func (p *paperDocument) page() { p.f.AddPage() }

// text puts one line, with its top at y.
func (p *paperDocument) text(x, y float64, s string, f fontAtSize, c colour) {
	if s == "" {
		return
	}
	s = cleanForSetting(s)
	p.f.SetFont(family, styles[f.face], f.size)
	p.f.SetTextColor(c[0], c[1], c[2])
	p.f.Text(x, y+f.rise(), s)
	if p.seen != nil {
		p.seen(placedText{p.f.PageNo(), x, y, f.width(s), f.line(), s})
	}
}

// right puts one line that ends at x.
func (p *paperDocument) right(x, y float64, s string, f fontAtSize, c colour) {
	p.text(x-f.width(cleanForSetting(s)), y, s, f, c)
}

// middle puts one line round x.
func (p *paperDocument) middle(x, y float64, s string, f fontAtSize, c colour) {
	p.text(x-f.width(cleanForSetting(s))/2, y, s, f, c)
}

// lines puts lines under each other.
func (p *paperDocument) lines(x, y float64, lines []string, f fontAtSize, c colour) {
	for i, s := range lines {
		p.text(x, y+float64(i)*f.line(), s, f, c)
	}
}

// line draws a line of so many millimetres thick.
func (p *paperDocument) line(x1, y1, x2, y2, thick float64, c colour) {
	p.f.SetLineWidth(thick)
	p.f.SetDrawColor(c[0], c[1], c[2])
	p.f.Line(x1, y1, x2, y2)
}

// dashed draws a line in dashes.
func (p *paperDocument) dashed(x1, y1, x2, y2, thick float64, c colour) {
	p.f.SetDashPattern([]float64{1.4, 1}, 0)
	p.line(x1, y1, x2, y2, thick, c)
	p.f.SetDashPattern(nil, 0)
}

// box fills a rectangle.
func (p *paperDocument) box(x, y, w, h float64, c colour) {
	p.f.SetFillColor(c[0], c[1], c[2])
	p.f.Rect(x, y, w, h, "F")
}

// frame draws the border of a rectangle.
func (p *paperDocument) frame(x, y, w, h, thick float64, c colour) {
	p.f.SetLineWidth(thick)
	p.f.SetDrawColor(c[0], c[1], c[2])
	p.f.Rect(x, y, w, h, "D")
}

// dot draws a filled circle.
func (p *paperDocument) dot(x, y, r float64, c colour) {
	p.f.SetFillColor(c[0], c[1], c[2])
	p.f.Circle(x, y, r, "F")
}

// bookmark names this place for the reader's list of contents.
func (p *paperDocument) bookmark(s string, level int, y float64) {
	p.f.SetFont(family, "", 9)
	p.f.Bookmark(cleanForSetting(s), level, y)
}

// to writes the document.
func (p *paperDocument) to(w io.Writer) error { return p.f.Output(w) }
