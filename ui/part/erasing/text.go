package erasing

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// What may become of a text, and the field in which it is written otherwise.
const (
	becomesField = "becomes"
	ownField     = "own"

	keep    = "keep"
	replace = "replace"
	write   = "write"
)

// longestSentence is how many cells of a sentence are shown.
const longestSentence = 240

// text asks what is to become of one text of others.
func (e *Eraser) text(f *kit.Frame, o Order, all Found, i int) kit.Screen {
	w, frame, words := all.Texts[i], *f, f.Words
	struck := w.Strike(o.Word)
	value, own := keep, w.Text
	switch now, is := e.Decided(o)[w.Text]; {
	case !is || now == w.Text:
	case now == struck:
		value = replace
	default:
		value, own = write, now
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name:  o.place() + "/" + ordinal(i),
		Title: f.T("erase.one", i+1, len(all.Texts), o.called()),
		Text: strings.Join([]string{
			f.T("erase.one.where", report.WhereWritten(words, w.Places[0], len(w.Places))), f.T("erase.one.now", sentence(w)), f.T("erase.one.replaced", cells.Line(Replaced(w, o.Word), longestSentence)),
		}, "\n"),
		Verb: f.T("erase.one.verb"),
		Fields: []widget.Field{
			{ID: becomesField, Label: f.T("erase.becomes"), Kind: widget.ChoiceField, Value: value, Choices: []widget.Choice{
				{Value: keep, Label: f.T("erase.becomes.keep")}, {Value: replace, Label: f.T("erase.becomes.replace")}, {Value: write, Label: f.T("erase.becomes.write")},
			}},
			{ID: ownField, Label: f.T("erase.own"), Kind: widget.TextField, Value: own, Help: f.T("erase.own.help")},
		},
		Reads: func(id, typed string, _ map[string]string) map[string]string {
			if id == ownField && typed != w.Text {
				return map[string]string{becomesField: write}
			}
			return nil
		},
		Check: func(values map[string]string) string {
			if values[becomesField] == write && values[ownField] == w.Text {
				return words.T("erase.own.same")
			}
			return ""
		},
		Then: func(v widget.Edits) kit.Outcome {
			switch v.Get(becomesField) {
			case keep:
				e.Decide(o, w.Text, w.Text)
			case replace:
				e.Decide(o, w.Text, struck)
			default:
				e.Decide(o, w.Text, v.Get(ownField))
			}
			return kit.Outcome{Ask: e.next(&frame, o, all)}
		},
	})
}

// ordinal is the place of a text as an ID.
func ordinal(i int) string { return strconv.Itoa(i) }

// Replaced is the sentence round the name, with a word in its place.
func Replaced(w account.Writing, word string) string {
	s := account.Sentence(w)
	from := strings.Index(w.Text, s)
	part := account.Writing{Text: s}
	for _, sp := range w.Names {
		if from >= 0 && sp.From >= from && sp.To <= from+len(s) {
			part.Names = append(part.Names, account.Span{From: sp.From - from, To: sp.To - from})
		}
	}
	return part.Strike(word)
}

// sentence is the sentence that names them, as a line.
func sentence(w account.Writing) string {
	return cells.Line(account.Sentence(w), longestSentence)
}
