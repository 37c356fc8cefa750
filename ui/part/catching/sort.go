package catching

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

// What was caught can become one of these.
const (
	asNote        = "note"
	asKWI         = "kwi"
	asAction      = "action"
	asVisit       = "visit"
	asNotExpected = "not"
)

// whither asks what becomes of what was caught, and of whom where that is not
// known.
func whither(f *kit.Frame, x account.Caught) kit.Screen {
	frame := *f
	pick := widget.Pick{Title: f.T("catch.whither"), Then: func(as string) kit.Outcome { return become(&frame, x, as) }}
	for _, as := range []string{asNote, asKWI, asAction, asVisit, asNotExpected} {
		pick.Items = append(pick.Items, widget.Item{ID: as, Label: f.T("catch.as." + as), Detail: f.T("catch.as." + as + ".how")})
	}
	return widget.NewPick(pick)
}

func become(f *kit.Frame, x account.Caught, as string) kit.Outcome {
	today, by := f.Today, account.Initials("")
	if m := f.Client.ColleagueOf(f.Me); m != nil {
		by = m.Initials
	}
	switch as {
	case asKWI:
		return kit.Outcome{Ask: toKWI(f, x)}
	case asAction:
		std := part.Standard(f)
		base := account.Action{Side: account.SupplierSide, For: f.Client.Owner(f.Me), KWI: x.KWI}
		return kit.Outcome{Ask: agree.AskOf(f, "caught/action/"+x.Text, base, x.Text, func(c *account.Client, a account.Action) error {
			_, err := c.SortToAction(x, a, std, today)
			return err
		})}
	case asVisit:
		return ofWhom(f, x, func(who account.Initials) kit.Outcome {
			return kit.Changes(kit.Label("catch.label.sort"), func(c *account.Client) error { return c.SortToVisit(x, who, by) })
		})
	case asNotExpected:
		return ofWhom(f, x, func(who account.Initials) kit.Outcome {
			return kit.Changes(kit.Label("catch.label.sort"), func(c *account.Client) error { return c.SortToNotExpected(x, who) })
		})
	}
	return ofWhom(f, x, func(who account.Initials) kit.Outcome {
		return kit.Changes(kit.Label("catch.label.sort"), func(c *account.Client) error { return c.SortToNote(x, who, "") })
	})
}

// ofWhom asks whose words these were where that is not known.
func ofWhom(f *kit.Frame, x account.Caught, then func(account.Initials) kit.Outcome) kit.Outcome {
	if x.With != "" {
		return then(x.With)
	}
	pick := widget.Pick{Title: f.T("catch.ofwhom"), Then: func(who string) kit.Outcome { return then(account.Initials(who)) }}
	for _, r := range f.Client.Staying() {
		pick.Items = append(pick.Items, widget.Item{ID: string(r.Initials), Label: f.Client.NameOf(r.Initials), Detail: r.Function})
	}
	return kit.Outcome{Ask: widget.NewPick(pick)}
}

// toKWI asks what the KWI is called that was heard. Of somebody who has one
// already it is nobody's in particular.
func toKWI(f *kit.Frame, x account.Caught) kit.Screen {
	std, who := part.Standard(f), x.With
	if y := f.Client.Newest(); y != nil && y.WishOf(who) != nil {
		who = ""
	}
	return widget.NewAsk(widget.Ask{
		Name: "caught/kwi/" + x.Text, Title: f.T("catch.kwi"), Text: x.Text, Label: f.T("draft.make.label"), Value: account.Note{Text: x.Text}.Title(), Required: true,
		Then: func(title string) kit.Outcome {
			return kit.Changes(kit.Label("catch.label.sort"), func(c *account.Client) error {
				_, err := c.SortToKWI(x, title, who, std)
				return err
			})
		},
	})
}
