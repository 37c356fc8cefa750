// Package workbooktest holds a workbook to the letter of ECMA-376, as far as
// readers are known to refuse one that differs. It is for tests alone.
package workbooktest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
)

// Conforms holds a workbook to the standard: the order of elements in every
// part, what the file tells of itself, who made it and on which day.
func Conforms(t testing.TB, book []byte, day string) {
	t.Helper()
	parts := Parts(t, book)
	for name, text := range parts {
		if strings.HasSuffix(name, ".xml") {
			ordered(t, name, text)
		}
		if strings.Contains(text, "Ignorable") || strings.Contains(text, "xr:uid") {
			t.Errorf("%s has marks of another vendor", name)
		}
	}
	core, app := parts["docProps/core.xml"], parts["docProps/app.xml"]
	for _, want := range []string{
		"<cp:coreProperties ", "<cp:lastModifiedBy>",
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + day + "T", `<dcterms:modified xsi:type="dcterms:W3CDTF">` + day + "T",
	} {
		if !strings.Contains(core, want) {
			t.Errorf("core.xml lacks %s: %s", want, core)
		}
	}
	if !strings.Contains(app, "<Application>kwi</Application>") {
		t.Errorf("app.xml: %s", app)
	}
	for name, text := range parts {
		if strings.HasPrefix(name, "xl/charts/") && regexp.MustCompile(`="(true|false)"`).MatchString(text) {
			t.Errorf("%s has a switch in words, which Gnumeric does not read", name)
		}
	}
}

// ordered holds the elements of a part to the order of the standard.
func ordered(t testing.TB, name, text string) {
	t.Helper()
	type element struct {
		name     string
		children []string
	}
	stack := []element{{}}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			top := &stack[len(stack)-1]
			top.children = append(top.children, x.Name.Local)
			stack = append(stack, element{name: x.Name.Local})
		case xml.EndElement:
			e := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if !inOrder(e.name, e.children) {
				t.Errorf("%s: the order of %s: %v", name, e.name, e.children)
			}
		}
	}
}

// Parts are the files in a workbook.
func Parts(t testing.TB, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}
