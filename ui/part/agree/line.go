package agree

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Understood is an agreement as it was typed in one line: what, behind an @ who,
// then or at the end by when, and behind a # on which KWI. What is not
// understood stays in the text.
type Understood struct {
	Text string
	Who  string // a person of either side by initials, or whoever was named
	Name string // of that person
	Side account.Side
	Due  account.Moment
	KWI  account.KWICode
}

// Read reads an agreement that was typed in one line.
func Read(f *kit.Frame, line string) (u Understood) {
	var text []string
	words := strings.Fields(line)
	for i := 0; i < len(words); i++ {
		name, mentions := strings.CutPrefix(words[i], "@")
		number, about := strings.CutPrefix(words[i], "#")
		switch {
		case mentions && name != "" && u.Who == "":
			rest := append([]string{name}, words[i+1:]...)
			m, took := f.Client.Mentioned(rest)
			if u.Who, u.Name, u.Side = string(m.Who), m.Name, m.Side; took == 0 {
				u.Who, took = mentionedMe(f, rest)
			}
			if took == 0 {
				u.Who, took = strings.Trim(name, ",.;:"), 1
			}
			rest, u.Due = f.Words.CutMomentFirst(rest[took:], f.Today)
			words = append(words[:i+1:i+1], rest...)
		case about && u.KWI == 0 && f.Y().KWINumbered(number) != 0:
			u.KWI = f.Y().KWINumbered(number)
		default:
			text = append(text, words[i])
		}
	}
	u.Text = strings.Join(text, " ")
	if u.Due == "" {
		u.Text, u.Due = f.Words.CutMoment(u.Text, f.Today)
	}
	return u
}

// mentionedMe is what the user is called in an agreement, where the words name
// them; it tells how many words did so.
func mentionedMe(f *kit.Frame, words []string) (who string, took int) {
	if took = f.Client.MentionedUser(words, f.Me); took == 0 {
		return "", 0
	}
	return f.Client.Owner(f.Me), took
}

// readsLine reads what is typed as the words of a new agreement, as the line does:
// who it names and the day it ends with go to their own fields, unless others were
// filled in there. The words of one that is there are left as they are.
func readsLine(f *kit.Frame, base account.Action, fresh bool) func(id, typed string, v map[string]string) map[string]string {
	if !fresh {
		return nil
	}
	frame, was := *f, values(base)
	return func(id, typed string, v map[string]string) map[string]string {
		if id != "text" || typed == was["text"] {
			return nil
		}
		u := Read(&frame, typed)
		if u.Text == "" || u.Who == "" && u.Due == "" && u.KWI == 0 {
			return nil
		}
		read, says := values(u.action(base)), map[string]string{"text": u.Text}
		for _, at := range []string{"for", "due", "side", "kwi"} {
			if read[at] == was[at] {
				continue
			}
			if v[at] != was[at] && v[at] != read[at] {
				return nil // something else was filled in: then the words may mean something else too
			}
			says[at] = read[at]
		}
		return says
	}
}

// action is the agreement, with what holds where nothing was said.
func (u Understood) action(base account.Action) account.Action {
	base.Text = u.Text
	if u.Who != "" {
		base.For = u.Who
	}
	if u.Side != "" {
		base.Side = u.Side
	}
	if u.Due != "" {
		base.Due = u.Due
	}
	if u.KWI != 0 {
		base.KWI = u.KWI
	}
	return base
}

// says tells what is understood, before enter keeps it.
func (u Understood) says(f *kit.Frame, base account.Action) string {
	a := u.action(base)
	who, when := u.Name, f.T("agree.line.noday")
	if who == "" {
		who = a.For
	}
	if who == "" {
		who = f.T("agree.line.nobody")
	}
	if a.Due != "" {
		when = f.Words.ShortMoment(a.Due, f.Today)
		if off := f.Words.DayOff(a.Due.Date()); off != "" {
			when += " (" + off + ")"
		}
	}
	parts := []string{who, when}
	if k := f.Y().KWI(a.KWI); k != nil {
		parts = append(parts, k.Code.String()+" "+k.Title)
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}

// lineName is the name of the line in which agreements are typed, and newName
// that of the dialog with all their fields.
const (
	lineName = "action/line"
	newName  = "action/new"
)

// askLine asks for a new agreement in one line, and then for the next; what was
// kept last stands above it. One that was begun in the dialog with all fields
// goes on there.
func askLine(f *kit.Frame, base account.Action, kept string) kit.Screen {
	if _, begun := f.Drafts[newName]; begun {
		return dialog(f, base, true)
	}
	frame, cycle, std, today := *f, f.Y().Name, part.Standard(f), f.Today
	ask := lineOf(&frame, lineName, base, func(c *account.Client, a account.Action) error {
		_, err := c.AddAction(cycle, a, std, today)
		return err
	})
	ask.Fields = func(text string) kit.Screen { return inFields(&frame, base, text) }
	ask.Next = func(kept string) kit.Screen { return askLine(&frame, base, kept) }
	if kept != "" {
		ask.Text = f.T("kit.kept", kept)
	}
	return widget.NewAsk(ask)
}

// AskOf asks for an agreement that comes from something else, of which the words
// stand there already.
func AskOf(f *kit.Frame, name string, base account.Action, words string, put func(*account.Client, account.Action) error) kit.Screen {
	frame := *f
	ask := lineOf(&frame, name, base, put)
	ask.Value = words
	return widget.NewAsk(ask)
}

// lineOf is the line in which an agreement is typed.
func lineOf(f *kit.Frame, name string, base account.Action, put func(*account.Client, account.Action) error) widget.Ask {
	hints := part.HintsOfAgreement(f)
	return widget.Ask{
		Name: name, Title: f.T("agree.new.title"), Label: f.T("agree.col.what"), Hint: f.T("agree.line.hint"), Required: true, Sentence: true,
		Shows: func(text string) string { return Read(f, text).says(f, base) },
		Hints: func(text string) []hint.Hint { return part.WithoutGaps(hints(Read(f, text).action(base))) },
		Then: func(text string) kit.Outcome {
			a := Read(f, text).action(base)
			if a.Text == "" {
				return kit.Refuses(f.T("agree.text.missing"))
			}
			return kit.Changes(kit.Label("agree.label.new"), func(c *account.Client) error { return put(c, a) })
		},
	}
}

// inFields is the dialog with all fields, with what was typed in one line in
// them.
func inFields(f *kit.Frame, base account.Action, line string) kit.Screen {
	form, was := dialog(f, base, true), values(base)
	form.Typed, form.At = map[string]string{}, "for"
	for id, v := range values(Read(f, line).action(base)) {
		if v != was[id] {
			form.Typed[id] = v
		}
	}
	return form
}
