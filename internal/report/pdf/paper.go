package pdf

import (
	"bytes"
	"io"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/text"
)

// colour is red, green and blue.
type colour [3]int

// The few colours there are, which all papers and workbooks share.
var (
	inkColour   = colour(report.Ink)
	quietColour = colour(report.Quiet)
	ruleColour  = colour(report.Rule)
	ground      = colour(report.Ground)
	accent      = colour(report.Accent)
	softColour  = colour(report.Soft)
	paperColour = colour(report.Paper)
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
	language, title, author, subject string
	made                             account.Date
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
	f.SetCreator("kwi", true)
	f.SetLang(a.language)
	f.SetTitle(plain(a.title), true)
	f.SetAuthor(plain(a.author), true)
	f.SetSubject(plain(a.subject), true)
	for i := range faceCount {
		f.AddUTF8FontFromBytes(family, styles[i], i.file())
	}
	return p
}

// page begins the next page.
func (p *paperDocument) page() { p.f.AddPage() }

// text puts one line, with its top at y: what reads from right to left in its
// order, and each character in a face that has it.
func (p *paperDocument) text(x, y float64, s string, f fontAtSize, c colour) {
	if s == "" {
		return
	}
	s = cleanForSetting(s)
	p.f.SetTextColor(c[0], c[1], c[2])
	at := x
	for _, part := range f.parts(unmarked(text.Visual(s))) {
		p.f.SetFont(family, styles[part.face], f.size)
		p.f.Text(at, y+f.rise(), part.text)
		at += f.width(part.text)
	}
	if p.seen != nil {
		p.seen(placedText{p.f.PageNo(), x, y, f.width(s), f.line(), unmarked(s)})
	}
}

// facePart is a piece of a line that one face has all of.
type facePart struct {
	text string
	face fontFace
}

func (f fontAtSize) parts(s string) (out []facePart) {
	from, face := 0, f.face
	for i, r := range s {
		if one := f.face.faceOf(r); one != face {
			if i > from {
				out = append(out, facePart{s[from:i], face})
			}
			from, face = i, one
		}
	}
	return append(out, facePart{s[from:], face})
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
	p.f.Bookmark(plain(s), level, y)
}

// plain is a text for a reader's own window, which has fonts of its own: one
// line, with nothing that steers.
func plain(s string) string { return text.Line(text.Lines(unmarked(s))) }

// titleShown asks a reader to show the title of the document in place of the
// name of its file.
// Version 1.4 knows that, and the language of a document.
const titleShown = "/ViewerPreferences << /DisplayDocTitle true >>\n"

// to writes the document. The library knows no wish to show the title, so it is
// put into the catalogue, the last object before the table of references: only
// where that table begins changes.
func (p *paperDocument) to(w io.Writer) error {
	var b bytes.Buffer
	if err := p.f.Output(&b); err != nil {
		return err
	}
	content, catalogue := bytes.Replace(b.Bytes(), []byte("%PDF-1.3"), []byte("%PDF-1.4"), 1), []byte("/Type /Catalog\n")
	at, table := bytes.LastIndex(content, catalogue), bytes.LastIndex(content, []byte("startxref\n"))
	if at < 0 || table < at || bytes.Contains(content[at:], []byte("/ViewerPreferences")) {
		_, err := w.Write(content)
		return err
	}
	at, table = at+len(catalogue), table+len("startxref\n")
	begins, err := strconv.Atoi(string(content[table : table+bytes.IndexByte(content[table:], '\n')]))
	if err != nil || begins < at {
		_, err = w.Write(content)
		return err
	}
	for _, part := range [][]byte{content[:at], []byte(titleShown), content[at:table], []byte(strconv.Itoa(begins + len(titleShown))), []byte("\n%%EOF\n")} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
