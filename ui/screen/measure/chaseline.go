package measure

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// readAsked reads how somebody was asked, as it was typed in one line: "called 24
// nov: will do it friday". The way is the first word, the day stands before the
// colon, and a day at the end is the one that they named.
func readAsked(f *kit.Frame, line string, base account.Reminder) account.Reminder {
	r := base
	head, said, cut := strings.Cut(line, ": ")
	if !cut {
		head, said = line, ""
	}
	words := strings.Fields(head)
	if way, back, known := wayOf(f, words); known {
		r.Way, r.Back, words = way, back, words[1:]
	} else if cut { // what stands before the colon belongs to what was said
		words, said, cut = strings.Fields(line), "", false
	}
	if rest, on := f.Words.CutMomentFirst(words, f.Today); on != "" {
		if day := passed(on.Date(), f.Today); day == on.Date() || cut || f.Today.Add(180) < on.Date() {
			r.Date, words = day, rest
		}
	}
	r.Said = strings.TrimLeft(strings.TrimSpace(strings.Join(words, " ")+" "+said), ",;:- ")
	if _, on := f.Words.CutMoment("x "+r.Said, f.Today); on != "" && on.Date() >= f.Today {
		r.Promise = on.Date()
	}
	return r
}

// passed is a day that was named of what was done: one that is still to come is
// that of the week or the year before.
func passed(on, today account.Date) account.Date {
	switch {
	case on <= today:
		return on
	case on.Add(-7) <= today:
		return on.Add(-7)
	}
	for _, days := range []int{-365, -366} {
		if day := on.Add(days); day <= today && day != "" && day[5:] == on[5:] {
			return day
		}
	}
	return today
}

// wayOf is the way that a line begins with.
func wayOf(f *kit.Frame, words []string) (way account.Way, back, known bool) {
	if len(words) == 0 {
		return "", false, false
	}
	first := text.Search(strings.Trim(words[0], ",.;:"))
	says := func(name string) bool {
		return slices.Contains(strings.Fields(f.T("measure.chase.words."+name)), first)
	}
	for _, w := range account.Ways() {
		if says(string(w)) {
			return w, false, true
		}
	}
	return account.ByMail, says("back"), says("back")
}

// askAsked asks how somebody silent was asked, in one line.
func askAsked(f *kit.Frame, h account.Chase) kit.Screen {
	frame, who, cycle := *f, h.Who, f.Y().Name
	base := account.Reminder{Date: f.Today, Way: account.ByPhone}
	if h.Step == account.ChaseSponsor {
		base.Way = account.BySponsor
	}
	return widget.NewAsk(widget.Ask{
		Name: "asked/" + string(cycle) + "/" + string(who), Title: f.T("measure.asked.title", part.NameOf(f, who)), Text: f.T("measure.asked.text"),
		Label: f.T("measure.asked.label"), Hint: f.T("measure.asked.hint"), Sentence: true, Does: true,
		Shows: func(line string) string { return reminded(&frame, readAsked(&frame, line, base)) },
		Then: func(line string) kit.Outcome {
			r := readAsked(&frame, line, base)
			return kit.Changes(kit.Label("measure.label.asked", string(who)), func(c *account.Client) error { return c.Remind(cycle, who, r) })
		},
		Fields: func(line string) kit.Screen { return askedDialog(&frame, who, readAsked(&frame, line, base), true) },
	})
}

// askedDialog asks the same in fields, or changes what was noted.
func askedDialog(f *kit.Frame, who account.Initials, was account.Reminder, fresh bool) kit.Screen {
	cycle := f.Y().Name
	ways := []widget.Choice{{Value: "", Label: f.T("measure.way.some")}}
	for _, w := range account.Ways() {
		ways = append(ways, widget.Choice{Value: string(w), Label: f.T("measure.way." + string(w))})
	}
	name := "asked/fields/" + string(cycle) + "/" + string(who)
	if !fresh {
		name += "/" + string(was.Date) + was.Said
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: name, Title: f.T("measure.asked.title", part.NameOf(f, who)),
		Fields: []widget.Field{
			{ID: "date", Label: f.T("measure.asked.date"), Kind: widget.DateField, Value: string(cmp.Or(was.Date, f.Today))},
			{ID: "way", Label: f.T("measure.asked.way"), Kind: widget.ChoiceField, Value: string(was.Way), Choices: ways},
			{ID: "back", Label: f.T("measure.asked.back"), Kind: widget.ToggleField, Value: yesValue(was.Back)},
			{ID: "said", Label: f.T("measure.asked.said"), Kind: widget.LineField, Value: was.Said},
			{ID: "promise", Label: f.T("measure.asked.promise"), Kind: widget.DateField, Value: string(was.Promise)},
		},
		Hints: part.HintsOfPromise(f, "promise"),
		Check: func(v map[string]string) string {
			if v["date"] == "" {
				return f.T("measure.asked.undated")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("measure.label.asked", string(who)), func(c *account.Client) error {
				r := was
				widget.Put(e, "date", &r.Date)
				widget.Put(e, "way", &r.Way)
				widget.Put(e, "said", &r.Said)
				widget.Put(e, "promise", &r.Promise)
				if e.Has("back") {
					r.Back = e.Get("back") == widget.Yes
				}
				if !fresh {
					if err := c.Unremind(cycle, who, was); err != nil {
						return err
					}
				}
				return c.Remind(cycle, who, r)
			})
		},
	})
}

// sortByDay puts what has a day in order, the oldest first.
func sortByDay[T any](all []T, day func(T) account.Date) {
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(day(a), day(b)) })
}
