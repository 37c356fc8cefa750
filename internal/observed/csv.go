package observed

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"kwi/internal/text"
)

// byteOrderMark tells a spreadsheet that a file is UTF-8.
const byteOrderMark = "\ufeff"

// column is one column of the table: of texts, of whole numbers or of figures with
// decimals, whichever is set.
type column struct {
	name   string
	text   func(*Row) string
	number func(*Row) *int
	figure func(*Row) *string
}

// columns are the columns, in the order of the keys of a row.
var columns = []column{
	{name: "client", text: func(r *Row) string { return r.Client }},
	{name: "name", text: func(r *Row) string { return r.Name }},
	{name: "cycle", text: func(r *Row) string { return r.Cycle }},
	{name: "session", text: func(r *Row) string { return r.Session }},
	{name: "answersBy", text: func(r *Row) string { return r.AnswersBy }},
	{name: "kind", text: func(r *Row) string { return string(r.Kind) }},
	{name: "respondent", text: func(r *Row) string { return r.Respondent }},
	{name: "kwi", text: func(r *Row) string { return r.KWI }},
	{name: "title", text: func(r *Row) string { return r.Title }},
	{name: "target", figure: func(r *Row) *string { return r.Target }},
	{name: "question", text: func(r *Row) string { return r.Question }},
	{name: "questionKind", text: func(r *Row) string { return r.QuestionKind }},
	{name: "text", text: func(r *Row) string { return r.Text }},
	{name: "grade", number: func(r *Row) *int { return r.Grade }},
	{name: "relevance", text: func(r *Row) string { return r.Relevance }},
	{name: "weight", number: func(r *Row) *int { return r.Weight }},
	{name: "points", number: func(r *Row) *int { return r.Points }},
	{name: "answers", number: func(r *Row) *int { return r.Answers }},
	{name: "score", figure: func(r *Row) *string { return r.Score }},
	{name: "average", figure: func(r *Row) *string { return r.Average }},
	{name: "by", number: func(r *Row) *int { return r.By }},
	{name: "recommendation", number: func(r *Row) *int { return r.Recommendation }},
	{name: "why", text: func(r *Row) string { return r.Why }},
	{name: "pleased", text: func(r *Row) string { return r.Pleased }},
	{name: "missed", text: func(r *Row) string { return r.Missed }},
	{name: "nps", number: func(r *Row) *int { return r.NPS }},
	{name: "promoters", number: func(r *Row) *int { return r.Promoters }},
	{name: "passives", number: func(r *Row) *int { return r.Passives }},
	{name: "detractors", number: func(r *Row) *int { return r.Detractors }},
	{name: "awaited", number: func(r *Row) *int { return r.Awaited }},
	{name: "withheld", figure: func(r *Row) *string { is := strconv.FormatBool(r.Withheld); return &is }},
}

// cell is what a row has in the column, empty where it has none.
func (c column) cell(r *Row) string {
	switch {
	case c.text != nil:
		return quoted(disarm(text.Line(text.Lines(c.text(r)))))
	case c.number != nil:
		if n := c.number(r); n != nil {
			return strconv.Itoa(*n)
		}
	case c.figure(r) != nil:
		return *c.figure(r)
	}
	return ""
}

// WriteCSV writes rows as a table between commas: a head, and a line for each
// row. Every text stands in quotes, and so is told from a figure; a figure has a
// point. A line end in a text is a space. What a spreadsheet could take for a
// formula has ' before it. With a mark it begins with that of UTF-8, by which
// spreadsheets know the letters; programs do better without.
func WriteCSV(w io.Writer, rows []Row, mark bool) error {
	var b bytes.Buffer
	b.WriteString(head(mark))
	for i := range rows {
		for c := range columns {
			if c > 0 {
				b.WriteByte(',')
			}
			b.WriteString(columns[c].cell(&rows[i]))
		}
		b.WriteString("\r\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// head is how the table begins.
func head(mark bool) string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	begin := strings.Join(names, ",") + "\r\n"
	if mark {
		return byteOrderMark + begin
	}
	return begin
}

// quoted is a text as a cell; nothing at all of none.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// disarm puts ' before what a spreadsheet could take for a formula: at the start
// of a text, and behind a semicolon, at which the programs of many countries
// split a line whatever its quotes.
func disarm(s string) string {
	parts := strings.Split(s, ";")
	for i, part := range parts {
		bare := strings.TrimLeft(part, " \"")
		if text.BeginsFormula(bare) {
			parts[i] = part[:len(part)-len(bare)] + "'" + bare
		}
	}
	return strings.Join(parts, ";")
}

// clientsOfCSV are the clients of a table as WriteCSV wrote it, false where it is
// anything else: a program that saves a table anew quotes fewer cells.
func clientsOfCSV(content []byte) (ids []string, ok bool) {
	body, marked := bytes.CutPrefix(content, []byte(byteOrderMark))
	body, ok = bytes.CutPrefix(body, []byte(head(false)))
	if !ok || !marked {
		return nil, false
	}
	table, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		return nil, false
	}
	var again bytes.Buffer
	for _, cells := range table {
		if len(cells) != len(columns) {
			return nil, false
		}
		ids = append(ids, cells[0])
		for i, cell := range cells {
			if i > 0 {
				again.WriteByte(',')
			}
			if columns[i].text != nil {
				cell = quoted(cell)
			}
			again.WriteString(cell)
		}
		again.WriteString("\r\n")
	}
	return ids, bytes.Equal(again.Bytes(), body)
}

// Begins reports whether a file begins as WriteCSV, with its mark, or WriteJSON
// begins one.
func Begins(content []byte) bool {
	return bytes.HasPrefix(content, []byte(head(true))) || bytes.HasPrefix(content, []byte("{\n \"format\": \""+Format+"\""))
}

// Holds are the clients of a file that WriteCSV, with its mark, or WriteJSON
// wrote and nobody saved anew; false where it is anything else.
func Holds(content []byte) (clients []string, ok bool) {
	if rows, ok := readJSON(content); ok {
		for i := range rows {
			clients = append(clients, rows[i].Client)
		}
		return clients, true
	}
	return clientsOfCSV(content)
}
