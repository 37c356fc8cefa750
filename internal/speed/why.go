package main

import (
	"fmt"
	"strings"
)

// known says of rows that were above their limit whenever they were measured
// what that is made of, and why it stands; by how the row begins.
var known = []struct{ row, why string }{
	{"start to a full page, 10 clients", "some 20 ms of the processor against 8: the pages of a program of 40 MB with the libraries of workbook, PDF, mail and hub, their tables, the texts of both languages, a table of 2 MB that the library of widths fills at the first ● (3 ms), and the commands. The rest of both is the clock of the frames."},
	{"start, all clients", "the list of all comes one frame later (16.7 ms): it is read and put in order while the clock of the first frame runs, and takes a few milliseconds longer than that."},
	{"score everything from disk", "a record is taken apart with the whole client, and is sound only if the same bytes would be written again. Nothing in the program does this: the list keeps the scores of everybody (see its row), and an export reads on all processors."},
	{"8 filled lists", "two processes of kwi, of which the starts are half; LibreOffice is measured warm, with a profile that is there."},
	{"and to the monitor", "three processes of kwi, see above."},
	{"export of a tenth", "records are decoded with the check above, then written; half of it is on all processors."},
	{"key, half of them", "the slowest of twenty places is told, and its median of few keys moves by a millisecond or two with where in a frame they fall; kwi itself takes less than a millisecond for a key on every screen."},
}

// reasons are what is known of the rows that are above their limit now.
func (r *run) reasons() string {
	var b strings.Builder
	for _, w := range r.rows {
		if w.lacks != "" || w.ratio() <= w.limit {
			continue
		}
		why := "not looked into yet."
		for _, k := range known {
			if strings.HasPrefix(w.what, k.row) {
				why = k.why
			}
		}
		fmt.Fprintf(&b, "- **%s**: %s\n", w.what, why)
	}
	if b.Len() == 0 {
		return ""
	}
	return "\nWhat is above its limit:\n\n" + b.String()
}
