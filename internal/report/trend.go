package report

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
)

// trend is the lines over the cycles up to this one, their figures, and what
// was aimed for. Of one cycle alone there is no line to draw.
func (m *monitorMaker) trend() []Block {
	lines := Lines{Caption: m.w.T("report.lines"), Target: m.w.T("report.col.target"), Scale: m.h.Scale(m.seen, m.all.Name),
		Pieces: Table{Name: piecesTable, Caption: m.w.T("report.pieces")}}
	t := Table{Name: trendTable, Columns: []Column{wordColumn(m.w.T("report.col.score"), 6)}}
	for _, p := range m.h.Trend(0, m.all.Name) {
		lines.Cycles = append(lines.Cycles, string(p.Cycle))
		t.Columns = append(t.Columns, figureColumn(string(p.Cycle), 2))
	}
	lines.Source = &Source{Table: trendTable}
	for i := range lines.Cycles {
		lines.Source.Columns = append(lines.Source.Columns, i+1)
	}
	var with, broken []string // the cycles that have a figure, and what is said of lines that break or were corrected
	for _, code := range m.trended() {
		name := m.trendLabel(code)
		line, row := Line{KWI: code, Label: name, Total: code == 0}, Row{Total: code == 0, Cells: []Cell{textCell(name)}}
		for i, p := range m.h.Trend(code, m.all.Name) {
			var by *Formula
			if i == len(lines.Cycles)-1 {
				by = m.sheets.formula(Score, nil, underKWI(code))
			}
			line.Figures, line.By = append(line.Figures, p.Score), append(line.By, p.By)
			line.Targets = append(line.Targets, m.targetIn(p.Cycle, code))
			row.Cells = append(row.Cells, m.shown(p.By, p.Score, by))
			if code != 0 && m.h.Breaks(m.whole, code, p.Cycle) {
				line.Broken = append(line.Broken, make([]bool, i+1-len(line.Broken))...)
				line.Broken[i] = true
				broken = append(broken, m.w.Broken(name, p.Cycle, m.h.RewordedIn(m.whole, code, p.Cycle), m.h.TurnedIn(m.seen, code, p.Cycle))...)
			}
			if is, ok := m.h.Corrected(code, p.Cycle); ok {
				broken = append(broken, m.w.Corrected(name, p.Cycle, p.By, is))
			}
			if p.Score.OK() && !slices.Contains(with, string(p.Cycle)) {
				with = append(with, string(p.Cycle))
			}
		}
		m.addPieces(&lines, &line, row)
		lines.Lines = append(lines.Lines, line)
		t.Rows = append(t.Rows, row)
	}
	lines.Pieces.Columns = t.Columns
	switch len(with) {
	case 0:
		return []Block{Text{Text: m.w.T("report.notrend")}}
	case 1:
		return m.withIncomplete([]Block{Text{Text: m.w.T("report.onecycle", with[0])}})
	}
	out := []Block{nil, t}
	if targets, ok := m.targets(&lines); ok {
		lines.Targets = &Source{Table: targetsTable, Columns: lines.Source.Columns}
		out = append(out, targets)
	}
	out[0] = lines
	for _, text := range append(broken, m.turnedLines()...) {
		out = append(out, Text{Text: text, Quiet: true})
	}
	return m.withIncomplete(out)
}

// turnedLines say of each line of the trend where it comes from and how it ended.
func (m *monitorMaker) turnedLines() (out []string) {
	for _, code := range m.trended() {
		if code == 0 {
			continue
		}
		for _, ch := range m.seen.Origins(m.all.Name, code) {
			out = append(out, m.w.T("became.line.from", m.trendLabel(code), m.w.CameFrom([]account.Chapter{ch}), string(ch.Cycle)))
		}
		if t, in, ended := m.seen.Fate(m.all.Name, code); ended {
			out = append(out, m.w.T("became.line.ended", m.trendLabel(code), m.w.Ended(t), string(in)))
		}
	}
	return out
}

// addPieces puts a line that breaks into rows, one for each piece: in it the
// cells of all other cycles are empty.
func (m *monitorMaker) addPieces(lines *Lines, line *Line, row Row) {
	if len(line.Broken) == 0 {
		return
	}
	from := 0
	for to := 1; to <= len(line.Figures); to++ {
		if to < len(line.Figures) && !line.BrokenAt(to) {
			continue
		}
		piece, begins := Row{Cells: make([]Cell, len(row.Cells))}, ""
		for i := range line.Figures {
			piece.Cells[i+1] = m.shown(line.At(i), score.None, nil)
			if i >= from && i < to {
				if piece.Cells[i+1] = row.Cells[i+1]; begins == "" && line.Figures[i].OK() {
					begins = lines.Cycles[i]
				}
			}
		}
		piece.Cells[0] = textCell(m.w.T("report.piece", line.Label, begins))
		line.Pieces = append(line.Pieces, len(lines.Pieces.Rows))
		lines.Pieces.Rows = append(lines.Pieces.Rows, piece)
		from = to
	}
}

// withIncomplete says below the trend of which cycles not all figures stand in
// it.
func (m *monitorMaker) withIncomplete(out []Block) []Block {
	if names := m.incomplete(); names != "" {
		out = append(out, Text{Text: m.w.T("report.incomplete", names), Quiet: true})
	}
	return out
}

// targetIn is what was aimed for in a cycle with a KWI, none for the total.
func (m *monitorMaker) targetIn(cycle account.CycleName, code account.KWICode) score.Figure {
	if y := m.seen.Cycle(cycle); y != nil && code != 0 {
		if k := y.KWI(code); k != nil {
			return score.Aim(k.Target)
		}
	}
	return score.None
}

// targets is the table of what was aimed for, a row for every line but that of
// the total, which is the last; false where nothing was aimed for.
func (m *monitorMaker) targets(lines *Lines) (t Table, some bool) {
	t = Table{Name: targetsTable, Caption: m.w.T("report.targets"), Columns: []Column{wordColumn(lines.Target, 6)}}
	for _, cycle := range lines.Cycles {
		t.Columns = append(t.Columns, figureColumn(cycle, 2))
	}
	for _, l := range lines.Lines {
		if l.Total {
			continue
		}
		row := Row{Cells: []Cell{textCell(l.Label)}}
		for i := range lines.Cycles {
			some = some || l.Target(i).OK()
			row.Cells = append(row.Cells, m.figure(l.Target(i), nil))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, some
}

// trended are the KWIs of this cycle, those before it that had a score and
// were dropped, and last the total as 0.
func (m *monitorMaker) trended() (out []account.KWICode) {
	for i := range m.y.KWIs {
		out = append(out, m.y.KWIs[i].Code)
	}
	for _, t := range m.h {
		if t.Cycle == m.all.Name {
			break
		}
		for _, l := range t.KWIs {
			if l.Sums.Score().OK() && !slices.Contains(out, l.Code) {
				out = append(out, l.Code)
			}
		}
	}
	slices.Sort(out)
	return append(out, 0)
}

func (m *monitorMaker) trendRow(code account.KWICode) int { return slices.Index(m.trended(), code) }

// trendLabel is a KWI as it was last called.
func (m *monitorMaker) trendLabel(code account.KWICode) string {
	if code == 0 {
		return m.w.T("term.total")
	}
	if k := m.y.KWI(code); k != nil {
		return kwiLabel(k)
	}
	name := code.Short()
	for i := range m.seen.Cycles {
		if m.seen.Cycles[i].Name == m.y.Name {
			break
		}
		if k := m.seen.Cycles[i].KWI(code); k != nil {
			name = kwiLabel(k)
		}
	}
	return m.w.T("report.dropped", name)
}

// incomplete names the cycles of which not all figures stand here, and none of
// which lists are awaited: that is told above.
func (m *monitorMaker) incomplete() (names string) {
	for _, t := range m.h {
		if t.Withheld && t.HasAnswers() && t.Awaited == 0 {
			if names != "" {
				names += ", "
			}
			names += string(t.Cycle)
		}
		if t.Cycle == m.all.Name {
			break
		}
	}
	return names
}
