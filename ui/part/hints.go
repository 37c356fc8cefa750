package part

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hint"
	"kwi/ui/kit"
)

// Hints reads what was typed for what there is to mind in it.
func Hints(f *kit.Frame) hint.Reader {
	return hint.Reader{Guide: guide.For(f.Words.Tag()), Own: f.Firm.Library, Today: f.Today, Now: f.Moment()}
}

// WithoutGaps are hints but for those that somebody or a day is lacking, where a line
// says so already while it is typed.
func WithoutGaps(hints []hint.Hint) []hint.Hint {
	return slices.DeleteFunc(hints, func(h hint.Hint) bool { return h.Rule == hint.Nobody || h.Rule == hint.NoDay })
}

// WithHint is an outcome with the first of some hints, where it says nothing else.
func WithHint(out kit.Outcome, hints []hint.Hint) kit.Outcome {
	if len(hints) > 0 && out.Notice == "" {
		out.Notice, out.Why = hints[0].Text, hints[0].Why
	}
	return out
}

// HintsOfWords reads words that go to the client.
func HintsOfWords(f *kit.Frame, field string) func(map[string]string) []hint.Hint {
	reader := Hints(f)
	return func(v map[string]string) []hint.Hint {
		out := reader.Words(v[field])
		for i := range out {
			out[i].Field = field
		}
		return out
	}
}

// HintsOfKWI reads the name of a KWI that joins the cycle in view.
func HintsOfKWI(f *kit.Frame) func(string) []hint.Hint {
	reader, client, cycle := Hints(f), f.Client, f.Cycle
	return func(title string) []hint.Hint { return reader.NewKWI(&client, cycle, title) }
}

// HintsOfRenewed reads the name of a KWI that comes in the place of another.
func HintsOfRenewed(f *kit.Frame) func(string) []hint.Hint {
	reader := Hints(f)
	return reader.Title
}

// HintsOfAgreement reads an agreement with the client in hand, in the cycle in view.
func HintsOfAgreement(f *kit.Frame) func(account.Action) []hint.Hint {
	reader, client, cycle := Hints(f), f.Client, f.Cycle
	return func(a account.Action) []hint.Hint { return reader.Agreement(&client, cycle, a) }
}

// HintsOfPromise reads a day by which a respondent gets something; field is the name
// of the field in which it is typed.
func HintsOfPromise(f *kit.Frame, field string) func(map[string]string) []hint.Hint {
	reader, client, cycle := Hints(f), f.Client, f.Cycle
	return func(v map[string]string) []hint.Hint {
		out := reader.Promise(&client, cycle, account.Date(v[field]))
		for i := range out {
			out[i].Field = field
		}
		return out
	}
}

// HintsOfDay reads a day on which something was, or is to be.
func HintsOfDay(f *kit.Frame) func(string) []hint.Hint {
	reader := Hints(f)
	return func(day string) []hint.Hint { return reader.Occasion(account.Date(day)) }
}

// HintsOfFields reads an agreement in the fields of a dialog, which are named as
// package hint names them.
func HintsOfFields(f *kit.Frame) func(map[string]string) []hint.Hint {
	read := HintsOfAgreement(f)
	return func(v map[string]string) []hint.Hint {
		return read(account.Action{Text: v[hint.Text], For: v[hint.Who], Due: account.Moment(v[hint.Day]), Status: account.Status(v["status"]), Delay: v[hint.Delay], Why: v[hint.Why], So: v["so"]})
	}
}
