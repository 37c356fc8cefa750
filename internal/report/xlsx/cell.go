package xlsx

import (
	"kwi/internal/report"
	"kwi/internal/text"
)

// longestFormula is how many characters a program takes for one.
const longestFormula = 8192

// words writes a text, over more columns where it has them.
func (b *monitorBook) words(s *sheetLayout, from, to, row int, said string, st cellStyle) error {
	st.text = text.BeginsFormula(said)
	if err := b.dress(s, from, to, row, st); err != nil {
		return err
	}
	if said == "" {
		return nil
	}
	return b.SetCellStr(s.name, cellName(from, row), said)
}

// dress gives a cell its style.
func (b *monitorBook) dress(s *sheetLayout, from, to, row int, st cellStyle) error {
	id, err := b.style(st)
	if err != nil {
		return err
	}
	if from != to {
		if err := b.MergeCell(s.name, cellName(from, row), cellName(to, row)); err != nil {
			return err
		}
	}
	return b.SetCellStyle(s.name, cellName(from, row), cellName(to, row), id)
}

// number writes a figure with the formula that it follows from. Where there is
// no figure a dash stands, except in a table that a line is drawn from: there
// it would be drawn as a nought, and for what an answer counts that is not
// there: some programs compute nothing with a text, so a nought stands there
// that does not show.
func (b *monitorBook) number(s *sheetLayout, t tableRows, from, to, row int, c report.Cell, st cellStyle) error {
	st.kind = c.Kind
	st.empty = c.Formula != nil && c.Formula.Op == report.Weight
	if err := b.dress(s, from, to, row, st); err != nil {
		return err
	}
	name := cellName(from, row)
	if c.Missing && b.plotted[t.table.Name] {
		return nil
	}
	var err error
	switch {
	case c.Missing && c.Formula == nil && c.Text != "":
		err = b.SetCellStr(s.name, name, c.Text)
	case c.Missing && st.empty:
		err = b.SetCellInt(s.name, name, 0)
	case c.Missing: // finish gives a computed one its dash
	case c.Kind == report.Decimal || c.Kind == report.Change || c.Kind == report.Tenth || c.Kind == report.TenthChange:
		err = b.SetCellFloat(s.name, name, float64(c.Number)/100, 2, 64)
	case c.Kind == report.Day:
		err = b.SetCellInt(s.name, name, int64(c.Number)+25569) // days since 1900, as workbooks count
	default:
		err = b.SetCellInt(s.name, name, int64(c.Number))
	}
	if err != nil || c.Formula == nil {
		return err
	}
	formula := b.formula(*c.Formula)
	if formula == "" || len(formula) > longestFormula {
		return nil
	}
	return b.SetCellFormula(s.name, name, formula)
}
