package realise

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// farAhead is from how many days ahead a day without its year is taken as that of
// the year before: nobody plans a talk so long beforehand.
const farAhead = 180

// readTalk reads a conversation that was typed in one line: the day and the hour
// first, or behind an @ with who of ours it is, and then what it is about or what
// was said. A day further on belongs to what was said.
func readTalk(f *kit.Frame, line string, base account.Visit) account.Visit {
	v, dated := base, false
	var said []string
	words := strings.Fields(line)
	moment := func(from int) {
		rest, at := f.Words.CutMomentFirst(words[from:], f.Today)
		if at == "" || dated {
			return
		}
		dated = true
		v.SetAt(at)
		if v.Date > f.Today.Add(farAhead) {
			v.Date = yearBefore(v.Date, f.Today)
		}
		words = append(words[:from:from], rest...)
	}
	moment(0)
	for i := 0; i < len(words); i++ {
		if name, mentions := strings.CutPrefix(words[i], "@"); mentions {
			m, took := f.Client.Mentioned(append([]string{name}, words[i+1:]...))
			if took > 0 && f.Client.Colleague(m.Who) != nil {
				v.By = m.Who
				words = slices.Delete(slices.Clone(words), i, i+took)
				moment(i)
				i--
				continue
			}
		}
		said = append(said, words[i])
	}
	v.Note = strings.TrimLeft(strings.Join(said, " "), ",;:- ")
	v.NotedOn(f.Today, account.Visit{})
	return v
}

// yearBefore is the same day a year before, where that has been.
func yearBefore(on, today account.Date) account.Date {
	for _, days := range []int{-365, -366} {
		if day := on.Add(days); day != "" && day <= today && day[5:] == on[5:] {
			return day
		}
	}
	return on
}

// talkUnderstood tells what is understood of the line, before enter keeps it.
func talkUnderstood(f *kit.Frame, v account.Visit) string {
	parts := []string{f.T("realise.line.held"), f.Words.ShortMoment(v.At(), f.Today)}
	if v.Planned(f.Moment()) {
		parts[0] = f.T("realise.line.planned")
		if off := f.Words.DayOff(v.Date); off != "" {
			parts[1] += " (" + off + ")"
		}
	}
	if m := f.Client.Colleague(v.By); m != nil {
		name := m.Name
		if name == "" {
			name = string(v.By)
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}

// askTalk asks for a conversation with somebody in one line, one that was had or
// is planned; one that was begun in the fields goes on there.
func askTalk(f *kit.Frame, who account.Initials) kit.Screen {
	frame, cycle := *f, f.Y().Name
	base := account.Visit{With: who, Date: f.Today}
	if m := f.Client.ColleagueOf(f.Me); m != nil {
		base.By = m.Initials
	}
	fields := talkDialog(f, base, true)
	if _, begun := f.Drafts[fields.Name]; begun {
		return fields
	}
	return widget.NewAsk(widget.Ask{
		Name: "talk/line/" + string(who), Title: f.T("realise.talk.title", f.Client.NameOf(who)), Text: f.T("realise.line.text"),
		Label: f.T("realise.line.label"), Hint: f.T("realise.line.hint"), Sentence: true, Does: true,
		Shows: func(line string) string { return talkUnderstood(&frame, readTalk(&frame, line, base)) },
		Then: func(line string) kit.Outcome {
			v := readTalk(&frame, line, base)
			return kit.Changes(kit.Label("realise.label.talk", string(who)), func(c *account.Client) error { return c.AddVisit(cycle, v) })
		},
		Fields: func(line string) kit.Screen {
			v := readTalk(&frame, line, base)
			form := fields
			form.Typed, form.At = map[string]string{}, "goes"
			for id, typed := range map[string]string{"date": string(v.At()), "note": v.Note, "by": string(v.By)} {
				if was := map[string]string{"date": string(base.At()), "by": string(base.By)}; typed != was[id] {
					form.Typed[id] = typed
				}
			}
			return form
		},
	})
}
