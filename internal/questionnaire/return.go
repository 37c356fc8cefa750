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
	No      *Reason  // why it cannot be read as one list
	Cleaned []string // the places where characters were taken out that may not be there
	Mailed  bool     // it came in a mail
	From    []string // who that mail says it is from, and the mails around it: addresses
}

// Line is one graded question as it came back.
type Line struct {
	Code             account.QuestionCode
	Asked            string // the words they were sent, "" where the file does not tell
	Shown            string // the words that stand beside their grade now
	Grade, Relevance Cell

	Beside string // what else stands there

	// Of a text, in which what they wrote and what they were asked stand together.
	Mixed bool   // Beside is all that stands beside the brackets, the question too
	Bare  bool   // it has no brackets, and may be no place to answer at all
	added string // what of Beside is theirs
}

// Reply is what they wrote to a question that is not graded.
type Reply struct {
	Key Key
	Cell
	Beside string // what they wrote beside a short answer
}

// Cell is one place to answer, with what stands in it.
type Cell struct {
	At      string // C14, or line 12
	Text    string
	Formula bool // it is computed, not answered
}

// Empty reports whether nothing was filled in.
func (c Cell) Empty() bool { return !c.Formula && strings.TrimSpace(c.Text) == "" }

// Empty reports whether nothing was filled in at all. Of a text that is sure
// only where what stands beside the brackets is what was sent.
func (r Return) Empty() bool {
	if r.No != nil {
		return false
	}
	for _, l := range r.Lines {
		if !l.Grade.Empty() || !l.Relevance.Empty() || !l.Mixed && l.Beside != "" {
			return false
		}
	}
	for _, a := range r.Asks {
		if !a.Empty() || a.Beside != "" {
			return false
		}
	}
	return r.untouched()
}

// untouched reports whether the questions of a text are those that were sent,
// and nothing beside them, by their fingerprint.
func (r Return) untouched() bool {
	seen := map[account.QuestionCode]string{}
	var b strings.Builder
	for _, l := range r.Lines {
		switch was, there := seen[l.Code]; {
		case !l.Mixed:
			return true // a workbook
		case there && was != l.Beside:
			return false
		case !there:
			seen[l.Code] = l.Beside
			b.WriteString(l.Code.String() + " " + l.Beside + "\n")
		}
	}
	return len(seen) == 0 || r.Print != "" && Print(b.String()) == r.Print
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
	return singleSpaced(s)
}
