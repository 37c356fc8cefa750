package history

import (
	"reflect"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// read is all that is known of a deed: when, where, what became of it, and what
// it changed.
func (s Screen) read(f *kit.Frame, r listRow, w int) []string {
	d := r.deed
	lines := styled(f.Theme.Strong, cells.Wrap(saidOf(f, d), w))
	lines = append(lines, styled(f.Theme.Faint, cells.Wrap(whenAndWhere(f, d.Last), w))...)
	if d.Back.ID != "" {
		lines = append(lines, styled(f.Theme.Faint, cells.Wrap(f.T("history.back", whenAndWhere(f, d.Back)), w))...)
	}
	if d.Again.ID != "" {
		lines = append(lines, styled(f.Theme.Faint, cells.Wrap(f.T("root.redone", whenAndWhere(f, d.Again)), w))...)
	}
	if !d.Kept {
		lines = append(lines, styled(f.Theme.Warn, cells.Wrap(f.T("history.unkept"), w))...)
	}
	lines = append(lines, "")
	var changed []account.Difference
	var err error
	if r.of.Client != "" || d.Kind != hand.Noted { // of an import there is no before
		changed, err = changedBy(f, r)
	}
	if d.Kind == hand.Noted {
		lines = append(lines, cells.Wrap(f.T("history.why.noted"), w)...)
		if err != nil || len(changed) == 0 {
			return lines // of what came before journals, or with nothing that was typed
		}
		lines = append(lines, "")
	}
	if err != nil {
		return append(lines, cells.Wrap(f.Words.Fault(err), w)...)
	}
	if len(changed) == 0 {
		return append(lines, cells.Wrap(f.T("history.nothing"), w)...)
	}
	for i := range changed {
		c := &changed[i]
		if i == 0 || !reflect.DeepEqual(c.At, changed[i-1].At) {
			if i > 0 {
				lines = append(lines, "")
			}
			if at := f.Words.Spots(&f.Client, c.At); at != "" {
				lines = append(lines, styled(f.Theme.Accent, cells.Wrap(at, w))...)
			}
		}
		for n, l := range cells.Wrap(f.Words.Changed(&f.Client, c, f.Today), max(w-4, 1)) {
			indent := "  "
			if n > 0 {
				indent = "    "
			}
			lines = append(lines, indent+l)
		}
	}
	return lines
}

// changedBy is what the steps of a deed changed together.
func changedBy(f *kit.Frame, r listRow) (out []account.Difference, err error) {
	for _, p := range r.deed.Steps {
		var some []account.Difference
		if r.of.Client == "" {
			before, after, unread := r.of.Firm(p.Step.ID)
			some, err = account.FirmDifferences(before, after), unread
		} else {
			before, after, unread := p.Image()
			some, err = account.Differences(&f.Client, before, after), unread
		}
		if err != nil {
			return nil, err
		}
		for _, d := range some {
			out = together(out, d)
		}
	}
	return out, nil
}

// together adds a difference to others: of one thing that was changed twice it is
// the first that was and the last that is.
func together(all []account.Difference, d account.Difference) []account.Difference {
	for i := range all {
		o := &all[i]
		if o.Field == d.Field && d.Field != "" && !d.Many && reflect.DeepEqual(o.At, d.At) {
			o.Is, o.Held = d.Is, o.Held || d.Held
			return all
		}
	}
	return append(all, d)
}

// whenAndWhere is the moment and the window of a step.
func whenAndWhere(f *kit.Frame, s hand.Step) string {
	where := windowOf(f, s)
	if s.At == "" {
		return strings.TrimSpace(f.T("history.day.before") + " " + where)
	}
	text := dayOf(f, s.At) + " " + hourOf(s.At)
	if where != "" {
		text += " " + f.Theme.Glyphs.Dot + " " + where
	}
	return text
}

// windowOf says in which window a step was done, as a manager would.
func windowOf(f *kit.Frame, s hand.Step) string {
	w, mine := s.Where, f.Window
	switch {
	case w == hand.Window{}:
		return ""
	case w.Run == mine.Run:
		return f.T("history.window.here")
	}
	text := f.T("history.window.other")
	switch {
	case w.Command != "":
		text = f.T("history.window.command", cells.Line(w.Command, 20))
	case s.At < f.Started:
		text = f.T("history.window.earlier")
	}
	var who string
	if w.User != mine.User {
		who = cells.Line(w.User, 30)
	}
	switch elsewhere := w.Computer != mine.Computer && w.Computer != ""; {
	case elsewhere && who != "":
		text = f.T("history.window.who.computer", who, cells.Line(w.Computer, 20))
	case elsewhere:
		text = f.T("history.window.computer", cells.Line(w.Computer, 20))
	case who != "" && w.Command == "":
		text = who
	default:
		return text
	}
	if w.Command != "" {
		text = f.T("history.window.command", cells.Line(w.Command, 20)) + ", " + text
	}
	return text
}
