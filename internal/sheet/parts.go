package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// sheetGrid is one sheet: the rows that have something in them, from above.
type sheetGrid struct {
	rows      []sheetRow
	since1904 bool // its days are counted from 1904, as Excel for Mac once did
}

// sheetRow is one row, its cells from left to right.
type sheetRow struct {
	number int
	cells  []sheetCell
}

// sheetCell is one cell with something in it.
type sheetCell struct {
	column  int // from 1
	text    string
	formula bool
	blank   bool   // its formula was never computed, as other programs than spreadsheets leave them
	number  bool   // the file keeps it as a number
	day     string // the day that the file keeps, however it is shown; "" where it keeps none as such
}

// grids reads all sheets, in the order in which they stand.
func (p parcel) grids() ([]sheetGrid, error) {
	if p.isOpen() {
		return p.openGrids()
	}
	home, err := p.home()
	if err != nil {
		return nil, err
	}
	book, err := p.unpack(home)
	if err != nil {
		return nil, err
	}
	folder, file := path.Split(home)
	links, err := p.unpack(folder + "_rels/" + file + ".rels")
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	err = p.each(links, func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
			targets[attribute(e, "Id")] = within(folder, attribute(e, "Target"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var names []string
	since1904 := false
	err = p.each(book, func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "workbookPr" {
			old := attribute(e, "date1904")
			since1904 = old == "1" || old == "true"
		}
		if e.Name.Local == "sheet" {
			names = append(names, targets[attribute(e, "id")])
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(names) > mostSheets {
		return nil, fault.New(fault.Overflow, p.name)
	}
	shared, err := p.shared(targets)
	if err != nil {
		return nil, err
	}
	var out []sheetGrid
	room := &readingRoom{cells: mostCells, text: mostText}
	for _, target := range names {
		if !strings.Contains(target, "worksheets/") {
			continue // a chart
		}
		part, err := p.unpack(target)
		if err != nil {
			return nil, err
		}
		g, err := p.cells(part, shared, room)
		if err != nil {
			return nil, err
		}
		g.since1904 = since1904
		out = append(out, g)
	}
	return out, nil
}

// home is the part where the workbook begins.
func (p parcel) home() (string, error) {
	name := ""
	if links, err := p.unpack("_rels/.rels"); err == nil {
		err := p.each(links, func(e xml.StartElement, _ *xml.Decoder) error {
			if e.Name.Local == "Relationship" && strings.HasSuffix(attribute(e, "Type"), "/officeDocument") {
				name = within("", attribute(e, "Target"))
			}
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	if name == "" || p.parts[strings.ToLower(name)] == nil {
		return "", fault.New(fault.BrokenBook, p.name)
	}
	return name, nil
}

// within is the target of a link as the name of a part; folder ends with a
// slash, or is "".
func within(folder, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	return strings.TrimPrefix(path.Clean("/"+target), "/")
}

// shared reads the texts that cells point at.
func (p parcel) shared(targets map[string]string) (texts []string, err error) {
	name := ""
	for _, target := range targets {
		if strings.HasSuffix(strings.ToLower(target), "sharedstrings.xml") {
			name = target
		}
	}
	if name == "" {
		return nil, nil
	}
	part, err := p.unpack(name)
	if err != nil {
		return nil, err
	}
	err = p.each(part, func(e xml.StartElement, d *xml.Decoder) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := readRichText(d)
		texts = append(texts, text)
		return err
	})
	return texts, err
}

// readRichText reads a text with or without looks inside it; how it is spoken, for
// Japanese, is left out.
func readRichText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "rPh":
				err = d.Skip()
			case "t":
				var text string
				text, err = readChars(d)
				b.WriteString(text)
			default:
				depth++
			}
			if err != nil {
				return "", err
			}
		case xml.EndElement:
			depth--
		}
	}
	return unescaped(b.String()), nil
}

// readChars reads the text of an element to its end.
func readChars(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if err := d.Skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// errEnough ends the reading of a part before its end.
var errEnough = errors.New("all that matters was read")

// each calls do for every element, which may read on from there.
func (p parcel) each(part []byte, do func(xml.StartElement, *xml.Decoder) error) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if e, ok := t.(xml.StartElement); ok && err == nil {
			err = do(e, d)
		}
		if errors.Is(err, errEnough) {
			return nil
		}
		if err != nil {
			if _, known := fault.Of(err); known {
				return err
			}
			return fault.New(fault.BrokenBook, p.name).By(err)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// unescaped puts back the characters that a workbook writes as _x000A_.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			break
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(n))
		s = s[i+7:]
	}
	return b.String() + s
}
