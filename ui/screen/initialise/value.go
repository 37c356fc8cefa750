package initialise

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The side of the value question: in the simple approach the first step is no
// more than this question, put to one contact.

// valueActs are what can be done there.
func valueActs(f *kit.Frame) []kit.Act {
	put := kit.Act{ID: "put", Keys: keys.Open, Name: f.T("initialise.act.put")}
	if f.Y().Go != "" {
		put.Name = f.T("initialise.act.putagain")
	}
	contact := kit.Act{ID: "contact", Keys: keys.New, Name: f.T("initialise.act.contact")}
	if people := f.Client.Taking(); len(people) > 0 {
		contact.Why, contact.Hidden = f.T("initialise.why.contact", part.NameOf(f, people[0].Initials)), true
	} else {
		put.Why = f.T("initialise.why.nocontact")
	}
	if f.Y().Stage == account.Closed {
		put.Why = f.T("initialise.why.closed")
	}
	if put.Why != "" && contact.Why == "" {
		return []kit.Act{contact, approachAct(f), put}
	}
	return []kit.Act{put, approachAct(f), contact}
}

// approachAct changes the approach, whatever is advised.
func approachAct(f *kit.Frame) kit.Act {
	return kit.Act{ID: "approach", Keys: keys.Approach, Name: part.ApproachAct(f)}
}

// inValue answers a message there.
func inValue(f *kit.Frame, msg tea.Msg) kit.Outcome {
	switch msg {
	case kit.Do("put"):
		return askPut(f)
	case kit.Do("contact"):
		return kit.Outcome{Ask: newRespondent(f)}
	}
	return part.LeavesOn(msg)
}

// askPut asks on which day the value question was put; no day takes it back.
func askPut(f *kit.Frame) kit.Outcome {
	name, was := f.Y().Name, f.Y().Go
	ask := widget.Day{Name: "value/put", Title: f.T("initialise.put.title"), Text: f.T("initialise.put.text"), Value: f.Today, Then: func(on account.Date) kit.Outcome {
		if on > f.Today {
			return kit.Refuses(f.T("kit.day.ahead", f.Words.ShortDate(on, f.Today)))
		}
		return kit.Changes(kit.Label("initialise.label.put"), func(c *account.Client) error { return c.PutValueQuestion(name, on) })
	}}
	if was != "" {
		ask.Value, ask.Empty = was, true
		ask.Stored = func(f kit.Frame) account.Date {
			if y := f.Client.Cycle(name); y != nil {
				return y.Go
			}
			return ""
		}
	}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}

// valueLines are the question with its condition, how far it is, and below it
// what it brings and why the short way is advised, as far as there is room.
func valueLines(f *kit.Frame, h int) (lines []string) {
	v, t := guideFor(f).ValueQuestion(), f.Theme
	for _, l := range cells.Wrap("“"+v.Question+"”", f.W) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, cells.Wrap("“"+v.Condition+"”", f.W)...)
	lines = append(append(lines, ""), contactLines(f)...)
	for _, part := range [][]string{valueAdvice(f), valueBrings(f, v.Why)} {
		if len(part) > 0 && len(lines)+1+len(part) <= h {
			lines = append(append(lines, ""), part...)
		}
	}
	return lines
}

// contactLines are to whom the question goes, and whether it was put.
func contactLines(f *kit.Frame) (lines []string) {
	t, people := f.Theme, f.Client.Taking()
	sign := t.Good.Render(t.Glyphs.Ok)
	if len(people) == 0 {
		lines = append(lines, t.Warn.Render(t.Glyphs.Todo)+" "+cells.Line(f.T("initialise.contact.none"), f.W-2))
	} else {
		who := part.NameOf(f, people[0].Initials)
		if fn := people[0].Function; fn != "" {
			who += ", " + fn
		}
		lines = append(lines, sign+" "+cells.Line(f.T("initialise.contact", who), f.W-2))
	}
	if day := f.Y().Go; day != "" {
		return append(append(lines, sign+" "+cells.Line(f.T("initialise.put.on", f.Words.ShortDate(day, f.Today)), f.W-2)), tooMany(f, people)...)
	}
	return append(append(lines, t.Warn.Render(t.Glyphs.Todo)+" "+cells.Line(f.T("initialise.put.not"), f.W-2)), tooMany(f, people)...)
}

// tooMany says that there are more people than the short way is meant for.
func tooMany(f *kit.Frame, people []account.Respondent) []string {
	if len(people) < 2 {
		return nil
	}
	return cells.Wrap(f.T("initialise.contact.many", len(people)), f.W)
}

// valueAdvice is why the short way is advised, or that it is not.
func valueAdvice(f *kit.Frame) []string {
	a := f.Client.Advice()
	if a.Approach == account.Simple {
		why := guideFor(f).Approach(a).Why
		return faintText(f, f.T("initialise.why.simple", strings.Join(why, " ")), f.W)
	}
	return sayLines(f, f.W)
}

// valueBrings is what the question brings.
func valueBrings(f *kit.Frame, why []string) []string {
	return faintText(f, f.T("initialise.value.brings", strings.Join(why, " ")), f.W)
}
