// Package html writes a Document as one HTML file that needs nothing besides
// itself: no network, no font, no script. A browser shows it on a wide screen
// and on a phone, in light and in dark, and prints it; a screen reader finds
// its landmarks, headings, tables and what every chart says. It is well-formed
// XML too.
//
// Foreign text stays text, whatever its script and direction, and a policy in
// the file forbids the browser all else. A file says what the Document says,
// and besides that the names of its contents and of the parts of its charts.
//
// It knows the report and the words of its charts, and no file and no screen.
package html

import (
	"crypto/sha256"
	_ "embed" // the template and the style stand in files of their own
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/text"
)

//go:embed style.css
var styleSource string

//go:embed page.tmpl
var pageSource string

var (
	layout = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageSource)) })
	style  = sync.OnceValue(func() string { return strings.Join(strings.Fields(coloured(styleSource)), " ") })
	policy = sync.OnceValue(func() string { return policyFor(style()) })
)

// policyFor is what a browser may do with a file of this style: apply it, and
// nothing else.
func policyFor(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// Monitor writes a document of which every part begins on a new page when it
// is printed, and every KWI too.
func Monitor(w io.Writer, d report.Document) error { return write(w, documentView(d, "chapters")) }

// Minutes writes a document of which the parts follow each other when it is
// printed.
func Minutes(w io.Writer, d report.Document) error { return write(w, documentView(d, "flowing")) }

func write(w io.Writer, p pageView) error {
	p.Style, p.Policy = template.CSS(style()), policy() //nolint:gosec // it is our own
	return layout().Execute(w, p)
}

// pageView is a file as the template writes it.
type pageView struct {
	Language, Kind string
	Style          template.CSS
	Policy         string
	Contents, Skip string // what the contents and the way past them are called
	Name           string // of the file, in the head of a window
	Title, Client  string
	Facts          []string
	Marked         string    // for whom it is
	Sections       []section // the parts
	Plan           *planView
	Closing        string // what stands below everything
}

func documentView(d report.Document, kind string) pageView {
	w := lang.For(d.Language)
	p := newPageView(w, kind, d.Title, d.Client, d.Cycle)
	p.Facts, p.Marked = said(d.Supplier, d.Cycle, d.Made), clean(d.For)
	figures := figuresOf(d)
	for _, part := range d.Parts {
		p.Sections = append(p.Sections, partView(w, part, figures))
	}
	return p
}

func newPageView(w *lang.Words, kind, title, client, about string) pageView {
	return pageView{
		Language: w.Tag(), Kind: kind, Contents: w.T("report.html.contents"), Skip: w.T("report.html.skip"),
		Name: strings.Join(said(title, client, about), " · "), Title: clean(title), Client: clean(client),
	}
}

// clean is foreign text as it may stand in a file: nothing in it steers.
func clean(s string) string { return strings.TrimSpace(text.Lines(s)) }

// said are those texts that say something.
func said(all ...string) (out []string) {
	for _, s := range all {
		if s = clean(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
