package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// trend is the lines over the cycles up to this one, and their figures.
func (m *monitorMaker) trend() []Block {
	codes := m.trended()
	lines := Lines{Caption: m.w.T("report.lines")}
	t := Table{Name: trendTable, Columns: []Column{wordColumn(m.w.T("report.col.kwi"), 6)}}
	for _, p := range m.h.Trend(0, m.all.Name) {
		lines.Cycles = append(lines.Cycles, string(p.Cycle))
		t.Columns = append(t.Columns, figureColumn(string(p.Cycle), 2))
	}
	lines.Source = &Source{Table: trendTable}
	for i := range lines.Cycles {
		lines.Source.Columns = append(lines.Source.Columns, i+1)
	}
	some, broken := false, []string(nil)
	for _, code := range codes {
		name := m.trendLabel(code)
		line, row := Line{Label: name, Total: code == 0}, Row{Total: code == 0, Cells: []Cell{textCell(name)}}
		for i, p := range m.h.Trend(code, m.all.Name) {
			var by *Formula
			if i == len(lines.Cycles)-1 {
				by = m.sheets.formula(Score, nil, underKWI(code))
			}
			line.Figures, line.By = append(line.Figures, p.Score), append(line.By, p.By)
			row.Cells = append(row.Cells, m.shown(p.By, p.Score, by))
			if code != 0 && m.h.Breaks(m.whole, code, p.Cycle) {
				line.Broken = append(line.Broken, make([]bool, i+1-len(line.Broken))...)
				line.Broken[i] = true
				broken = append(broken, m.w.T("insight.broken", name, string(p.Cycle), questionCodes(m.h.RewordedIn(m.whole, code, p.Cycle))))
			}
			some = some || p.Score.OK()
		}
		lines.Lines = append(lines.Lines, line)
		t.Rows = append(t.Rows, row)
	}
	if !some {
		return []Block{Text{Text: m.w.T("report.notrend")}, t}
	}
	out := []Block{lines, t}
	for _, text := range broken {
		out = append(out, Text{Text: text, Quiet: true})
	}
	if names := m.incomplete(); names != "" {
		out = append(out, Text{Text: m.w.T("report.incomplete", names), Quiet: true})
	}
	return out
}

func questionCodes(codes []account.QuestionCode) string {
	out := make([]string, len(codes))
	for i := range codes {
		out[i] = codes[i].String()
	}
	return strings.Join(out, ", ")
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

// incomplete names the cycles of which not all figures stand here.
func (m *monitorMaker) incomplete() (names string) {
	for _, t := range m.h {
		if t.Withheld && t.HasAnswers() {
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
