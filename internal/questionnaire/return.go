package questionnaire

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Return is what came back, as the file or the mail tells it. Nothing of it
// is believed yet: Check holds it against the client.
type Return struct {
	File string // its name, without a folder, as it may be shown
	Reference
	Lines   []Line
	Asks    []Reply
	Cleaned []string // the places where characters were taken out that may not be there
}

// Line is one graded question as it came back.
type Line struct {
	Code             account.QuestionCode
	Asked            string // the words he was sent, "" where the file does not tell
	Shown            string // the words that stand beside his grade now
	Grade, Relevance Cell
}

// Reply is what he wrote to a question that is not graded.
type Reply struct {
	Key Key
	Cell
}

// Cell is one place to answer, with what stands in it.
type Cell struct {
	At      string // C14, or line 12
	Text    string
	Formula bool // it is computed, not answered
}

// Empty tells whether nothing was filled in.
func (c Cell) Empty() bool { return !c.Formula && strings.TrimSpace(c.Text) == "" }

// Empty tells whether nothing was filled in at all.
func (r Return) Empty() bool {
	for _, l := range r.Lines {
		if !l.Grade.Empty() || !l.Relevance.Empty() {
			return false
		}
	}
	for _, a := range r.Asks {
		if !a.Empty() {
			return false
		}
	}
	return true
}

// Clean takes out of foreign text what the contract does not allow in a text
// of several lines, and reports whether there was any. Ends of lines become \n.
func Clean(s string) (string, bool) { return text.Clean(s) }

// Name is a file's name as it may be shown: without a folder, on one line.
func Name(s string) string {
	if i := strings.LastIndexAny(s, `/\`); i >= 0 {
		s = s[i+1:]
	}
	s, _ = Clean(s)
	return plain(s)
}
