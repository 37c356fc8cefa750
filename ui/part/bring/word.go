package bring

import (
	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// DoWord is the act that types a word for one respondent.
const DoWord kit.Do = "bring.word"

const wordField = "word"

// WordAct is to type what stands above the letters to somebody in this cycle.
func WordAct(f *kit.Frame, who account.Initials) kit.Act {
	act := kit.Act{ID: string(DoWord), Keys: keys.PersonalWord, Name: f.T("bring.word.act"), Hidden: true}
	switch y := f.Y(); {
	case f.Client.Respondent(who) == nil:
		act.Why = f.T("bring.why.nobody")
	case y.Stage == account.Closed:
		act.Why = f.T("bring.why.past")
	}
	return act
}

// Word asks what stands above the letters to somebody in this cycle.
func Word(f *kit.Frame, who account.Initials) kit.Outcome {
	cycle := f.Y().Name
	return kit.Outcome{Ask: widget.NewFormDialog(widget.FormDialog{
		Name: "lists/word/" + string(cycle) + "/" + string(who), Title: f.T("bring.word.title", part.NameOf(f, who)), Text: f.T("bring.word.text"),
		Fields: []widget.Field{{ID: wordField, Label: f.T("bring.word"), Kind: widget.TextField, Value: f.Y().PersonalWords[who], Lines: 6}},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || f.Client.Respondent(who) == nil {
				return nil, false
			}
			return map[string]string{wordField: y.PersonalWords[who]}, true
		},
		Hints: part.HintsOfWords(f, wordField),
		Then: func(e widget.Edits) kit.Outcome {
			words := e.Get(wordField)
			return kit.Changes(kit.Label("bring.word.label", string(who)), func(c *account.Client) error { return c.SayPersonally(cycle, who, words) })
		},
	})}
}
