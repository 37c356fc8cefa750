package initialise

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// pointAtTwins asks whether somebody new is not there already, where somebody has
// their e-mail or their name. It is never barred.
func pointAtTwins(f *kit.Frame, r account.Respondent, out kit.Outcome) kit.Outcome {
	twins := f.Client.TwinsOf(r)
	if len(twins) == 0 {
		return out
	}
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.T("initialise.same.title", string(twins[0].Who)), Text: twinText(f, r, twins[0]),
		Yes: f.T("initialise.same.yes", string(r.Initials)), Then: func() kit.Outcome { return out },
	})}
}

// twinText tells what somebody has in common with one of the people there.
func twinText(f *kit.Frame, r account.Respondent, twin account.Twin) string {
	switch {
	case twin.Ours:
		return f.T("initialise.same.ours", string(twin.Who), cells.Line(r.Name, 60))
	case twin.Email:
		return f.T("initialise.same.email", string(twin.Who), cells.Line(r.Email, 60))
	}
	return f.T("initialise.same.name", string(twin.Who), cells.Line(r.Name, 60))
}

// twinOf is another respondent who may be the same person as one who is there.
func twinOf(f *kit.Frame, who account.Initials) (account.Twin, bool) {
	r := f.Client.Respondent(who)
	if r == nil {
		return account.Twin{}, false
	}
	for _, twin := range f.Client.TwinsOf(*r) {
		if !twin.Ours {
			return twin, true
		}
	}
	return account.Twin{}, false
}

// twinLines point at the first two who may be one, quietly.
func twinLines(f *kit.Frame, at account.Initials) []string {
	people := f.Client.Respondents
	if r := f.Client.Respondent(at); r != nil { // of whoever is in hand first
		people = append([]account.Respondent{*r}, people...)
	}
	for _, r := range people {
		twins := f.Client.TwinsOf(r)
		if len(twins) == 0 {
			continue
		}
		twin, key := twins[0], "initialise.twin"
		apart := f.Client.Apart(r.Initials, twin.Who)
		switch {
		case twin.Ours:
			key = "initialise.twin.ours"
		case len(apart) > 0:
			key = "initialise.twin.apart"
		}
		return faintText(f, f.T(key, string(r.Initials), string(twin.Who), cyclesOf(apart)), f.W)
	}
	return nil
}

func cyclesOf(names []account.CycleName) string {
	var all []string
	for _, n := range names {
		all = append(all, string(n))
	}
	return strings.Join(all, ", ")
}

// askJoin asks whether two are one, and tells what becomes of the second.
func askJoin(f *kit.Frame, stays account.Initials, twin account.Twin) kit.Outcome {
	goes := twin.Who
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.T("initialise.join.title", string(stays), string(goes)), Text: f.T("initialise.join.text", string(stays), string(goes)), Yes: f.T("initialise.act.join"),
		Then: func() kit.Outcome {
			out := kit.Changes(kit.Label("initialise.label.join", string(goes), string(stays)), func(c *account.Client) error { return c.Join(stays, goes) })
			out.Tell = arrived{stays}
			return out
		},
	})}
}
