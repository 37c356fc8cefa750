package table

import (
	"strconv"

	"kwi/internal/lang"
	"kwi/internal/text"
)

// formLines is what would come of a form, in lines: what each row brings, and what
// each column is taken for.
func (p Proposal) formLines(w *lang.Words) (lines []string) {
	if len(p.Form) == 0 {
		return nil
	}
	if len(p.Rows) > 0 {
		lines = append(lines, w.N("table.form.rows", len(p.Rows), string(p.Running)))
	}
	for _, r := range p.Rows {
		for _, l := range r.Lines(w) {
			lines = append(lines, "  "+l)
		}
	}
	if p.Noted > 0 {
		lines = append(lines, w.N("table.form.noted", p.Noted))
	}
	lines = append(lines, w.T("table.form.columns"))
	for _, c := range p.Form {
		lines = append(lines, "  "+c.At.String()+": "+c.Say(w))
	}
	return lines
}

// Lines are a row in words: how it ends and what is odd in it.
func (r FormRow) Lines(w *lang.Words) []string {
	head := w.T("table.form.row", strconv.Itoa(r.At.Row))
	if r.named {
		head += ", " + text.OneLine(r.Found.Whose(), 60)
	}
	found := r.Found
	if r.State == FormStays {
		found.Changes, found.Hidden = nil, false
	}
	lines := found.Lines(w, head)
	if r.State == FormRefused && r.Found.No == nil {
		lines = []string{head + ": " + w.T("collect.not")}
	}
	if r.State != FormTaken && r.State != FormRefused {
		lines = append(lines, "  "+w.T("table.form.state."+string(r.State)))
	}
	if r.State == FormStays {
		for _, c := range r.Found.Changes {
			if c.Was != "" {
				lines = append(lines, "    "+c.Stays(w))
			}
		}
	}
	return lines
}
