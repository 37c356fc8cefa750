package html_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/internal/report"
	"kwi/internal/report/html"
)

const today account.Date = "2026-11-24"

// element is an element of a file as a strict reader of XML finds it.
type element struct {
	name  string
	attrs map[string]string
	kids  []*element
	parts []any  // the same, and the texts between them
	text  string // of it and all within, in order, a space round each of these
}

// read reads a file that must be well-formed.
func read(t *testing.T, content []byte) *element {
	t.Helper()
	root := &element{name: "file"}
	open := []*element{root}
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF && len(open) == 1:
			root.settle()
			return root
		case err != nil:
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			top := open[len(open)-1]
			top.kids, top.parts = append(top.kids, e), append(top.parts, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top := open[len(open)-1]
			top.parts = append(top.parts, string(token))
		case xml.Comment:
			t.Errorf("a comment: %s", token)
		}
	}
}

// settle puts the text of an element together.
func (e *element) settle() {
	var b strings.Builder
	for _, part := range e.parts {
		switch part := part.(type) {
		case string:
			b.WriteString(part)
		case *element:
			part.settle()
			b.WriteString(" " + part.text + " ")
		}
	}
	e.text = b.String()
}

// each calls f for an element and all within it.
func (e *element) each(f func(*element)) {
	f(e)
	for _, k := range e.kids {
		k.each(f)
	}
}

// all are the elements of a name.
func (e *element) all(name string) (out []*element) {
	e.each(func(one *element) {
		if one.name == name {
			out = append(out, one)
		}
	})
	return out
}

// monitor is a document as a file.
func monitor(t *testing.T, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := html.Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plan is a plan as a file.
func plan(t *testing.T, p report.PlanPage) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := html.Plan(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// clients are the client of a known case and some of the example.
func clients(t *testing.T) []account.Client {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return append(all.Clients, slices.DeleteFunc(example.Portfolio("nl", today).Clients, func(c account.Client) bool { return !slices.Contains([]string{"newmedia", "vonk"}, c.ID) })...)
}

// documents are the documents of clients, in both languages.
func documents(t *testing.T) (out []report.Document) {
	t.Helper()
	for _, c := range clients(t) {
		for _, language := range []string{"nl", "en"} {
			o := report.Options{Language: language, Supplier: "BESTSELLER B.V.", Today: today}
			for _, y := range c.Cycles[max(len(c.Cycles)-2, 0):] {
				out = append(out, report.Minutes(&c, y.Name, o), report.Monitor(&c, y.Name, o))
			}
			inside := o
			inside.Audience = report.Internal
			out = append(out, report.Monitor(&c, "", inside), report.Colleagues(&c, "", o), report.ActionList(&c, "", o))
		}
	}
	return out
}

// words is a text as it reads, whatever the white space in it.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }
