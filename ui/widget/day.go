package widget

import (
	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// Day asks on which day something was done. What lies ahead is not done yet
// and is refused.
type Day struct {
	Name  string // as of an Ask
	Title string
	Text  string // what was noted so far, and what an empty answer does
	Value account.Date
	Empty bool // no day is an answer too
	Then  func(account.Date) kit.Outcome
	// Hints is what there is to mind in a day before it is kept; may be nil.
	Hints func(day string) []hint.Hint
	// Stored is the day that is kept now; nil where none is changed.
	Stored func(kit.Frame) account.Date
}

// NewDay is the dialog that asks for a day, typed as people type days.
func NewDay(fr kit.Frame, d Day) kit.Screen {
	words, today := fr.Words, fr.Today
	var stored func(kit.Frame) (string, bool)
	if d.Stored != nil {
		stored = func(fr kit.Frame) (string, bool) { return words.Date(d.Stored(fr)), true }
	}
	var hints func(string) []hint.Hint
	if d.Hints != nil {
		hints = func(typed string) []hint.Hint {
			day, err := parsePastDay(words, typed, today)
			if err != nil || day == "" || day > today {
				return nil
			}
			return d.Hints(string(day))
		}
	}
	return NewAsk(Ask{
		Hints: hints,
		Name:  d.Name, Stored: stored, Title: d.Title, Text: d.Text, Label: fr.T("kit.day.label"), Hint: fr.T("kit.day.hint"), Value: words.Date(d.Value), Proposed: true, Required: !d.Empty,
		Then: func(typed string) kit.Outcome {
			if typed == "" {
				return d.Then("")
			}
			day, err := parsePastDay(words, typed, today)
			switch {
			case err != nil:
				return kit.Refuses(words.Fault(err))
			case day > today:
				return kit.Refuses(words.T("kit.day.ahead", words.ShortDate(day, today)))
			}
			return d.Then(day)
		},
	})
}

// parsePastDay reads a day that lies behind us. Where a promise would mean the next
// Friday or the next 18 November, what was done means the last one.
func parsePastDay(words *lang.Words, typed string, today account.Date) (account.Date, error) {
	day, err := words.ParseDate(typed, today)
	if err != nil || day <= today {
		return day, err
	}
	last, err := words.ParseDate(typed, today.Add(-8))
	if err == nil && (last == day.Add(-7) || day == today.Add(7) && last == today.Add(-7)) {
		return last, nil // a weekday
	}
	last, err = words.ParseDate(typed, today.Add(-364))
	if err == nil && last <= today && last[5:] == day[5:] {
		return last, nil // a day without its year
	}
	return day, nil
}
