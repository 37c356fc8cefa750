package sheet

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// readingRoom is how much more of a workbook is read.
type readingRoom struct{ rows, cells, text int }

// cells reads the cells of a sheet that have something in them. Rows and
// columns are only numbers here: a cell in row 1,048,576 costs no more than
// another.
func (p parcel) cells(part []byte, shared []string, room *readingRoom) (g sheetGrid, err error) {
	room.rows = mostRows
	now := sheetRow{}
	keep := func() error {
		if len(now.cells) == 0 {
			return nil
		}
		if room.rows--; room.rows < 0 {
			return fault.New(fault.Overflow, p.name)
		}
		g.rows = append(g.rows, now)
		return nil
	}
	err = p.each(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "row":
			if err := keep(); err != nil {
				return err
			}
			number := now.number + 1
			if r := attribute(e, "r"); r != "" {
				n, err := strconv.Atoi(r)
				if err != nil || n < 1 || n > 1<<20 {
					return fault.New(fault.BrokenBook, p.name)
				}
				number = n
			}
			now = sheetRow{number: number}
		case "c":
			column := 1
			if n := len(now.cells); n > 0 {
				column = now.cells[n-1].column + 1
			}
			if r := attribute(e, "r"); r != "" {
				column = columnOf(r)
			}
			c, err := p.cell(e, d, shared)
			if err != nil {
				return err
			}
			if c.column = column; c.text == "" && !c.formula {
				return nil
			}
			room.cells--
			if room.text -= len(c.text); room.cells < 0 || room.text < 0 {
				return fault.New(fault.Overflow, p.name)
			}
			now.cells = append(now.cells, c)
		case "sheetPr", "sheetViews", "cols":
			return d.Skip()
		case "sheetProtection", "mergeCells", "dataValidations", "conditionalFormatting", "pageMargins":
			return errEnough // no cell comes after these
		}
		return nil
	})
	if err == nil {
		err = keep()
	}
	return g, err
}

// cell reads one cell to its end.
func (p parcel) cell(e xml.StartElement, d *xml.Decoder, shared []string) (c sheetCell, err error) {
	kind, value, inline, computed := attribute(e, "t"), "", "", false
	for {
		t, err := d.Token()
		if err != nil {
			return c, err
		}
		if start, ok := t.(xml.StartElement); ok {
			switch start.Name.Local {
			case "f":
				c.formula, c.blank = true, !computed
				err = d.Skip()
			case "v":
				c.blank, computed = false, true
				value, err = readChars(d)
			case "is":
				inline, err = readRichText(d)
			default:
				err = d.Skip()
			}
			if err != nil {
				return c, err
			}
		}
		if _, ok := t.(xml.EndElement); ok {
			break
		}
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(shared) {
			return c, fault.New(fault.BrokenBook, p.name)
		}
		c.text = shared[i]
	case "inlineStr":
		c.text = inline
	case "b":
		c.text = map[string]string{"1": "true", "0": "false"}[strings.TrimSpace(value)]
	case "", "n":
		c.text, c.number = tidyNumber(strings.TrimSpace(value)), true
	default: // str, e, d
		c.text = unescaped(value)
	}
	return c, nil
}

// tidyNumber writes a number without what a computation leaves behind it: 7.0 and
// 7.0000000000000009 are 7.
func tidyNumber(s string) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) < 3 || !(math.Abs(n) < 1e9) {
		return s
	}
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(n, 'f', 9, 64), "0"), ".")
}

// columnOf is the column in the name of a cell, 0 where there is none.
func columnOf(name string) (n int) {
	for i := 0; i < len(name) && n < 1<<20; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// cellName is the name of a cell.
func cellName(column, row int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s + strconv.Itoa(row)
}
