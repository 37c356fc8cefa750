package cli

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/questionnaire"
)

// foundLines is a list that came back in words, with the file and the client it
// is of, and what the options of the command make of it.
func (r *invocation) foundLines(f questionnaire.Found, how desk.Taking) []string {
	lines := f.Lines(r.words, f.File+": "+f.Whose()+", "+f.Client+" "+string(f.Cycle))
	if f.Doubt != nil && f.No == nil {
		lines = append(lines, "  "+r.words.T("cli.collect.unmarked"))
	}
	if f.No == nil && !f.Takes(how.Partial, how.Replace) && how.Partial {
		lines = append(lines, "  "+r.words.T("cli.collect.left"))
	}
	return lines
}

// foundText is that as a text.
func (r *invocation) foundText(f questionnaire.Found, how desk.Taking) string {
	return cells.Clean(strings.Join(r.foundLines(f, how), "\n")) + "\n"
}
