package library

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Print is an entry as plain text, whole, or without a name what there is to
// read: each with the name that it is printed by. Of a client in the frame it
// tells what is attached, and what of an entry is done.
func Print(f kit.Frame, entry string) (string, error) {
	s := Screen{client: f.Client.ID}
	shelf := part.Shelf(&f)
	var lines []string
	if entry == "" {
		lines = s.index(&f, shelf)
	} else {
		e, known := guide.Find(shelf, entry)
		if !known {
			return "", fault.New(fault.NoEntry, cells.Line(entry, 60))
		}
		rows := []row{{entry: e, known: true}}
		for _, r := range s.attachedRows(&f, shelf) {
			if r.head == "" && r.entry.ID == entry {
				rows[0].at, rows = r.at, append(rows, r)
			}
		}
		if len(rows) > 1 {
			rows = rows[1:] // as it is attached, once for each
		}
		for i, r := range rows {
			if i > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, s.drawnLines(&f, r, f.W)...)
		}
	}
	for i := range lines {
		lines[i] = strings.TrimRight(cells.Safe(lines[i]), " ")
	}
	return strings.Join(lines, "\n") + "\n", nil
}

// index names every entry that is offered, by kind, what is attached first.
func (s Screen) index(f *kit.Frame, shelf []guide.Entry) (lines []string) {
	width := 0
	for _, e := range shelf {
		width = max(width, cells.Width(e.ID))
	}
	for _, r := range append(s.attachedRows(f, shelf), s.groups(f, shelf)...) {
		switch {
		case r.head != "":
			if len(lines) > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, r.head)
		case r.at != nil:
			name := part.AttachedName(f, r.entry, r.at)
			if r.at.KWI != 0 {
				name = r.at.KWI.String() + " " + name
			}
			lines = append(lines, cells.Line("  "+cells.Pad(r.entry.ID, width)+"  "+name, f.W))
		default:
			lines = append(lines, cells.Line("  "+cells.Pad(r.entry.ID, width)+"  "+r.entry.Title, f.W))
		}
	}
	return lines
}
