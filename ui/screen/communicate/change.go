package communicate

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// change does one of the acts for the person in hand. Of what is noted the day
// is asked for, which is today if nobody says otherwise.
func change(f *kit.Frame, p personRow, do kit.Do) kit.Outcome {
	y := f.Y()
	name, who, today := y.Name, p.who, f.Today
	switch do {
	case bring.DoWord:
		return bring.Word(f, who)
	case "sent":
		note := func(on account.Date) kit.Outcome {
			return kit.Changes(kit.Label("communicate.label.sent", string(who)), func(c *account.Client) error { return c.Send(name, who, on) })
		}
		ask := widget.Day{Name: "sent/" + string(who), Title: f.T("communicate.sent.title", part.NameOf(f, who)), Value: today, Then: note}
		if days := y.Sent[who]; len(days) > 0 {
			ask.Text = f.T("communicate.sent.text", sentDays(f, days))
		}
		return kit.Outcome{Ask: widget.NewDay(*f, ask)}
	case "unsent":
		if days := y.Sent[who]; len(days) > 0 {
			last := days[len(days)-1]
			return kit.Changes(kit.Label("communicate.label.unsent", string(who)), func(c *account.Client) error { return c.Unsend(name, who, last) })
		}
	case "confirmed":
		return noteDay(f, "confirmed/"+string(who), kit.Label("communicate.label.confirmed", string(who)), f.T("communicate.confirmed.title", part.NameOf(f, who)), func(y *account.Cycle) account.Date { return y.Confirmed[who] },
			func(c *account.Client, on account.Date) error { return c.Confirm(name, who, on) })
	case "informed":
		return noteDay(f, "informed/"+string(who), kit.Label("communicate.label.informed", string(who)), f.T("communicate.informed.title", string(who)), func(y *account.Cycle) account.Date { return y.Informed[who] },
			func(c *account.Client, on account.Date) error { return c.Inform(name, who, on) })
	case "everyone":
		return forEach(f, "communicate.allsent", kit.Label("communicate.label.allsent"), unsentTo(f), func(c *account.Client, who account.Initials) error { return c.Send(name, who, today) })
	case "allinformed":
		return forEach(f, "communicate.allinformed", kit.Label("communicate.label.allinformed"), f.Client.Uninformed(f.Y()), func(c *account.Client, who account.Initials) error { return c.Inform(name, who, today) })
	}
	return kit.Outcome{}
}

// noteDay asks for a day, and where there was one to change it or to take it
// away.
func noteDay(f *kit.Frame, draft string, label hand.Label, title string, kept func(*account.Cycle) account.Date, note func(*account.Client, account.Date) error) kit.Outcome {
	name := f.Y().Name
	ask := widget.Day{Name: draft, Title: title, Value: f.Today, Then: func(on account.Date) kit.Outcome {
		return kit.Changes(label, func(c *account.Client) error { return note(c, on) })
	}}
	if was := kept(f.Y()); was != "" {
		ask.Value, ask.Text, ask.Empty = was, f.T("communicate.day.text"), true
		ask.Stored = func(f kit.Frame) account.Date {
			if y := f.Client.Cycle(name); y != nil {
				return kept(y)
			}
			return ""
		}
	}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}

// forEach does the same for several people as one change, after it was asked in
// the words of what.
func forEach(f *kit.Frame, what string, label hand.Label, who []account.Initials, note func(*account.Client, account.Initials) error) kit.Outcome {
	out := kit.Changes(label, func(c *account.Client) error {
		for _, w := range who {
			if err := note(c, w); err != nil {
				return err
			}
		}
		return nil
	})
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{Title: f.T(what + ".title"), Text: f.T(what+".text", everyName(f, who)), Yes: f.T(what + ".yes"), Then: func() kit.Outcome { return out }})}
}

// everyName is what respondents or our own people are called, as one says them.
func everyName(f *kit.Frame, who []account.Initials) string {
	names := make([]string, len(who))
	for i, w := range who {
		names[i] = part.NameOf(f, w)
		if m := f.Client.Colleague(w); f.Client.Respondent(w) == nil && m != nil && m.Name != "" {
			names[i] = m.Name
		}
	}
	return f.Words.And(names)
}

// sentDays are the days on which a list went out, in words.
func sentDays(f *kit.Frame, days []account.Date) string {
	words := make([]string, len(days))
	for i, d := range days {
		words[i] = f.Words.ShortDate(d, f.Today)
	}
	return strings.Join(words, ", ")
}
