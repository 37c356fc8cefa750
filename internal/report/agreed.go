package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// ActionList is the agreements of a cycle and what is still open from before
// it, for both sides.
func ActionList(c *account.Client, cycle account.CycleName, o Options) Document {
	o.Audience = ForClient
	d := Monitor(c, cycle, o)
	d.Parts = slices.DeleteFunc(d.Parts, func(p Part) bool { return p.ID != "actions" })
	for i := range d.Parts {
		d.Title = d.Parts[i].Title
	}
	return d
}

// Agreed is the agreements of a session in lines of text, side by side.
func Agreed(c *account.Client, cycle account.CycleName, o Options) (lines []string) {
	for _, p := range Minutes(c, cycle, o).Parts {
		if p.ID != "actions" {
			continue
		}
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case Heading:
				if len(lines) > 0 {
					lines = append(lines, "")
				}
				lines = append(lines, b.Text+":")
			case Table:
				for _, r := range b.Rows {
					line := "- " + strings.TrimSuffix(r.Cells[1].Text, ".")
					for _, more := range r.Cells[2:] {
						if more.Text != "" {
							line += ", " + more.Text
						}
					}
					lines = append(lines, line)
				}
			}
		}
	}
	return lines
}
