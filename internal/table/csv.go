package table

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// Split takes a saved or pasted table apart: with commas, semicolons or tabs
// between its cells, in UTF-8, in UTF-16 as some spreadsheets save text, or in
// the older code of Windows. Cards of an address book become a table.
func Split(data []byte) ([]Row, error) {
	if len(data) > MostBytes {
		return nil, tooLarge()
	}
	s, ok := decodeText(data)
	if !ok {
		return nil, fault.New(fault.NoText)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n") // lines end with CR alone in Excel for Mac and in a paste
	if isCards(s) {
		return splitCards(s)
	}
	skipped := 0
	comma := ' '
	if first, rest, _ := strings.Cut(s, "\n"); strings.HasPrefix(strings.ToLower(first), "sep=") {
		if sign := strings.Trim(first[4:], `"`); len(sign) == 1 && strings.ContainsAny(sign, ",;\t") {
			comma = rune(sign[0])
		}
		s, skipped = rest, 1
	}
	if comma == ' ' {
		comma = cellSeparator(s)
	}
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	var rows []Row
	cells, within, from := 0, 0, 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fault.New(fault.NoText).By(err)
		}
		number, _ := r.FieldPos(0)
		number -= within // a row that has several lines is one
		raw := strings.Trim(s[from:r.InputOffset()], "\n")
		from = int(r.InputOffset())
		records := [][]string{record}
		if leftOpen(raw, record) {
			records = lineByLine(raw, comma)
		} else {
			for _, cell := range record {
				within += strings.Count(cell, "\n")
			}
		}
		for i, record := range records {
			if cells += len(record); len(rows) >= MostRows || cells > MostCells {
				return nil, tooLarge()
			}
			if len(record) > 0 {
				rows = append(rows, Row{Number: number + i + skipped, Cells: record})
			}
		}
	}
}

// leftOpen reports whether a row runs over several lines for the sake of a quote
// that nobody closed, and so has swallowed the rows below it.
func leftOpen(raw string, record []string) bool {
	if !strings.Contains(raw, "\n") {
		return false
	}
	last := record[len(record)-1]
	return strings.Count(raw, `"`)%2 == 1 || strings.Contains(last, "\n") && !strings.HasSuffix(strings.TrimRight(raw, " \n"), `"`)
}

// lineByLine takes each line for a row of its own, whatever its quotes say; one that
// is blank gives none.
func lineByLine(raw string, comma rune) (rows [][]string) {
	for line := range strings.Lines(raw) {
		r := csv.NewReader(strings.NewReader(line))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
		record, _ := r.Read()
		for i := range record {
			record[i] = strings.TrimSuffix(record[i], "\n") // within a quote that stays open
		}
		rows = append(rows, record)
	}
	return rows
}

// cellSeparator is the sign that stands between the cells: the one that most lines
// have, counted outside quotes.
func cellSeparator(s string) rune {
	best, most := ';', 0
	for _, sign := range []rune{'\t', ';', ','} {
		lines, here, quoted, seen := 0, false, false, 0
		for _, c := range s {
			switch {
			case c == '"':
				quoted = !quoted
			case c == sign && !quoted:
				here = true
			case c == '\n' && !quoted:
				if here {
					lines++
				}
				here = false
				seen++
			}
			if seen == 50 {
				break
			}
		}
		if here {
			lines++
		}
		if lines > most {
			best, most = sign, lines
		}
	}
	return best
}

// decodeText is data as text, false where it is none.
func decodeText(data []byte) (string, bool) {
	for mark, order := range map[string]binary.ByteOrder{"\xff\xfe": binary.LittleEndian, "\xfe\xff": binary.BigEndian} {
		rest, ok := bytes.CutPrefix(data, []byte(mark))
		if !ok {
			continue
		}
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = order.Uint16(rest[2*i:])
		}
		return string(utf16.Decode(units)), true
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", false
	}
	if utf8.Valid(data) {
		return string(data), true
	}
	return text.DecodeWindows(data), true
}
