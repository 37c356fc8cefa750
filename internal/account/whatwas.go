package account

import (
	"slices"
	"strings"

	"kwi/internal/text"
)

// longestWhat is how long what was corrected may be: it is one line.
const longestWhat = 480

// whatWas is what a correction is of, with what stood there and what stands there
// now, as far as that is of agreements or of the session: of words there is an
// amendment, of a grade the correction says it itself, and what somebody said
// stands nowhere twice.
func whatWas(what string, was, is Cycle) string {
	before, after := Client{Cycles: []Cycle{{Actions: was.Actions}}}, Client{Cycles: []Cycle{{Actions: is.Actions}}}
	before.Cycles[0].Meeting.Notes, after.Cycles[0].Meeting.Notes = was.Meeting.Notes, is.Meeting.Notes
	before.Cycles[0].Meeting.Decisions, after.Cycles[0].Meeting.Decisions = was.Meeting.Decisions, is.Meeting.Decisions
	gone, came := NewTexts(after, before), NewTexts(before, after)
	for _, who := range was.Meeting.Present {
		if !slices.Contains(is.Meeting.Present, who) {
			gone = append(gone, string(who))
		}
	}
	for _, who := range is.Meeting.Present {
		if !slices.Contains(was.Meeting.Present, who) {
			came = append(came, string(who))
		}
	}
	if len(gone)+len(came) == 0 {
		return what
	}
	what += ": " + inShort(gone) + becomes + inShort(came)
	if runes := []rune(what); len(runes) > longestWhat {
		what = string(runes[:longestWhat]) + "…"
	}
	return what
}

// inShort is some texts on one line, or a dash.
func inShort(texts []string) string {
	if len(texts) == 0 {
		return "–"
	}
	return text.Line(strings.Join(texts, ", "))
}
