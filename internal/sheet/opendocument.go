package sheet

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// openSheets is how a workbook of LibreOffice, or one that Google saves in that
// form, says what it is.
const openSheets = "application/vnd.oasis.opendocument.spreadsheet"

// mostNumber is beyond the last row and the last column of any spreadsheet.
const mostNumber = 1 << 20

// isOpen reports whether it is kept in the form of OpenDocument.
func (p parcel) isOpen() bool { return p.parts["mimetype"] != nil }

// suspectOpen refuses what may be such a workbook, but not one to read.
func (p parcel) suspectOpen() error {
	kind, err := p.unpack("mimetype")
	switch {
	case err != nil:
		return err
	case !bytes.HasPrefix(kind, []byte(openSheets)):
		return fault.New(fault.OtherForm, p.name) // a text, a drawing
	}
	for name := range p.parts {
		if strings.HasPrefix(name, "basic/") || strings.HasPrefix(name, "scripts/") {
			return fault.New(fault.Macros, p.name)
		}
	}
	if p.parts["meta-inf/manifest.xml"] == nil {
		return nil
	}
	told, err := p.unpack("META-INF/manifest.xml")
	if err != nil {
		return err
	}
	return p.each(told, func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "encryption-data" {
			return fault.New(fault.Encrypted, p.name)
		}
		return nil
	})
}

// openGrids reads all sheets of such a workbook, in the order in which they stand.
func (p parcel) openGrids() ([]sheetGrid, error) {
	part, err := p.unpack("content.xml")
	if err != nil {
		return nil, err
	}
	o := &openReader{parcel: p, room: readingRoom{cells: mostCells, text: mostText}}
	if err := p.each(part, o.element); err != nil {
		return nil, err
	}
	err = o.keep()
	return o.grids, err
}

// openReader gathers the sheets of a workbook. What is repeated is told once
// and a number: it is made room for only where there is something in it.
type openReader struct {
	parcel
	room   readingRoom
	grids  []sheetGrid
	now    sheetRow
	times  int // how many rows the one in hand stands for
	column int // the last one
}

func (o *openReader) element(e xml.StartElement, d *xml.Decoder) error {
	switch e.Name.Local {
	case "table":
		if err := o.keep(); err != nil {
			return err
		}
		if len(o.grids) >= mostSheets {
			return fault.New(fault.Overflow, o.name)
		}
		o.grids, o.now, o.times, o.room.rows = append(o.grids, sheetGrid{}), sheetRow{}, 1, mostRows
	case "table-row":
		return o.row(e)
	case "table-cell", "covered-table-cell":
		return o.cell(e, d)
	case "table-source", "cell-range-source", "dde-source":
		return fault.New(fault.Outside, o.name)
	case "tracked-changes", "shapes", "forms", "automatic-styles", "font-face-decls", "content-validations":
		return d.Skip() // none of it is what a cell holds now
	}
	return nil
}

// row begins a row.
func (o *openReader) row(e xml.StartElement) error {
	if len(o.grids) == 0 {
		return fault.New(fault.BrokenBook, o.name)
	}
	number := o.now.number + o.times
	if err := o.keep(); err != nil {
		return err
	}
	times, err := o.repeated(e, "number-rows-repeated")
	if err != nil || number > mostNumber {
		return fault.New(fault.BrokenBook, o.name).By(err)
	}
	o.now, o.times, o.column = sheetRow{number: number}, times, 0
	return nil
}

// keep keeps the row in hand, as many times as it stands there.
func (o *openReader) keep() error {
	if len(o.now.cells) == 0 {
		return nil
	}
	for i := range o.times {
		if o.room.rows--; o.room.rows < 0 {
			return fault.New(fault.Overflow, o.name)
		}
		if i > 0 {
			for _, c := range o.now.cells {
				if err := o.charge(c); err != nil {
					return err
				}
			}
		}
		g := &o.grids[len(o.grids)-1]
		g.rows = append(g.rows, sheetRow{o.now.number + i, o.now.cells})
	}
	o.now.cells = nil
	return nil
}

// charge takes the room of a cell.
func (o *openReader) charge(c sheetCell) error {
	o.room.cells--
	if o.room.text -= len(c.text); o.room.cells < 0 || o.room.text < 0 {
		return fault.New(fault.Overflow, o.name)
	}
	return nil
}

// repeated is how many times a row or cell stands there.
func (o *openReader) repeated(e xml.StartElement, name string) (int, error) {
	told := attribute(e, name)
	if told == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(told)
	if err != nil || n < 1 || n > mostNumber {
		return 1, fault.New(fault.BrokenBook, o.name)
	}
	return n, nil
}

// cell reads one cell to its end.
func (o *openReader) cell(e xml.StartElement, d *xml.Decoder) error {
	times, err := o.repeated(e, "number-columns-repeated")
	if err != nil || o.now.number == 0 || o.column > mostNumber {
		return fault.New(fault.BrokenBook, o.name).By(err)
	}
	said, err := o.said(d)
	if err != nil {
		return err
	}
	c := sheetCell{text: said, formula: attribute(e, "formula") != ""}
	c.blank = c.formula && officeAttribute(e, "value-type") == "" && said == ""
	switch officeAttribute(e, "value-type") {
	case "float", "currency", "percentage":
		c.text, c.number = tidyNumber(strings.TrimSpace(officeAttribute(e, "value"))), true
	case "date":
		c.day = officeAttribute(e, "date-value")
	case "boolean":
		c.text = officeAttribute(e, "boolean-value")
	case "string":
		if whole := officeAttribute(e, "string-value"); whole != "" {
			c.text = whole
		}
	}
	for range times {
		if o.column++; c.text == "" && !c.formula {
			o.column += times - 1
			break
		}
		c.column = o.column
		if err := o.charge(c); err != nil {
			return err
		}
		o.now.cells = append(o.now.cells, c)
	}
	return nil
}

// officeAttribute is an attribute that says what a cell holds; programs put others of
// the same name beside it.
func officeAttribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && strings.Contains(a.Name.Space, "opendocument:xmlns:office:") {
			return a.Value
		}
	}
	return ""
}

// said is the text in a cell, a paragraph a line, without the notes at it.
func (o *openReader) said(d *xml.Decoder) (string, error) {
	var paragraphs []string
	for {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "p":
				var s string
				s, err = o.paragraph(d)
				paragraphs = append(paragraphs, s)
			case "cell-range-source", "dde-source":
				err = fault.New(fault.Outside, o.name)
			default:
				err = d.Skip()
			}
			if err != nil {
				return "", err
			}
		case xml.EndElement:
			return strings.Join(paragraphs, "\n"), nil
		}
	}
}

// paragraph is the text of a paragraph, to its end. Spaces that count are
// elements of their own.
func (o *openReader) paragraph(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "s":
				n, _ := strconv.Atoi(attribute(t, "c"))
				b.WriteString(strings.Repeat(" ", min(max(n, 1), 100)))
			case "tab":
				b.WriteString("\t")
			case "line-break":
				b.WriteString("\n")
			case "annotation", "note", "ruby-text":
				depth--
				if err := d.Skip(); err != nil {
					return "", err
				}
			}
		case xml.EndElement:
			depth--
		}
		if b.Len() > mostText {
			return "", fault.New(fault.Overflow, o.name)
		}
	}
	return b.String(), nil
}
