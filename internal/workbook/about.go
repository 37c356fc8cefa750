package workbook

import (
	"bytes"
	"encoding/xml"
	"time"
)

// About is what a workbook tells of itself.
type About struct {
	Title, Subject string
	Author         string // the supplier
	Language       string // nl or en
	Day            string // on which it was made, as 2026-11-24; any other tells no day
}

// core is the part with what the file tells of itself. The library writes its
// elements without the prefix that some readers look for.
func (a About) core() []byte {
	b := bytes.NewBufferString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	tell := func(name, more, text string) {
		if text == "" {
			return
		}
		b.WriteString("<" + name + more + ">")
		_ = xml.EscapeText(b, []byte(text)) // a buffer takes everything
		b.WriteString("</" + name + ">")
	}
	tell("dc:title", "", a.Title)
	tell("dc:subject", "", a.Subject)
	tell("dc:creator", "", a.Author)
	tell("cp:lastModifiedBy", "", a.Author)
	if day, err := time.Parse(time.DateOnly, a.Day); err == nil {
		moment := day.Format(time.RFC3339)
		tell("dcterms:created", ` xsi:type="dcterms:W3CDTF"`, moment)
		tell("dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, moment)
	}
	tell("dc:language", "", a.Language)
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}

// app is the part with what made the file, and for whom.
func (a About) app() []byte {
	b := bytes.NewBufferString(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
		`<Application>kwi</Application>`)
	if a.Author != "" {
		b.WriteString("<Company>")
		_ = xml.EscapeText(b, []byte(a.Author))
		b.WriteString("</Company>")
	}
	b.WriteString("</Properties>")
	return b.Bytes()
}
