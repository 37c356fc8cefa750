package part

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// AskMe asks who the user is before an act that a person stands behind, where
// nobody knows that yet; then tells the screen again what it was to do. It is
// false where the act can be done at once, as it is once the question was
// answered or put off, and while the client is watching.
func AskMe(f *kit.Frame, then tea.Msg) (kit.Outcome, bool) {
	if f.Me.Name != "" || f.AskedMe || f.Audience != kit.Manager {
		return kit.Outcome{}, false
	}
	return kit.Outcome{Ask: NewMe(f, then)}, true
}

// NewMe is the dialog that asks who the user is: one of the client's
// colleagues, or somebody to be filled in. then, where it is not nil, is told
// to the screen below when the dialog ends, also when the user puts it off.
func NewMe(f *kit.Frame, then tea.Msg) kit.Screen {
	if len(f.Client.Colleagues) == 0 || f.Me.Name != "" {
		return introduction{meForm(f, f.Me, then), then}
	}
	fr := *f
	pick := widget.Pick{Title: f.T("kit.me.title"), At: string(f.Client.Responsible), Then: func(id string) kit.Outcome {
		u := fr.Me
		if m := fr.Client.Colleague(account.Initials(id)); m != nil {
			u.Name, u.Initials, u.Function = m.Name, m.Initials, m.Role
		}
		return kit.Outcome{Ask: introduction{meForm(&fr, u, then), then}}
	}}
	for _, m := range f.Client.StayingColleagues() {
		pick.Items = append(pick.Items, widget.Item{ID: string(m.Initials), Label: strings.TrimSpace(string(m.Initials) + "  " + m.Name), Detail: m.Role})
	}
	pick.Items = append(pick.Items, widget.Item{ID: "-", Label: f.T("kit.me.other")}) // no initials
	return introduction{pick, then}
}

// meName is where a draft of it is found.
const meName = "me"

// meForm asks for the rest.
func meForm(f *kit.Frame, u account.User, then tea.Msg) kit.Screen {
	t := f.Words.T
	return widget.FormDialog{
		Name: meName, Title: t("kit.me.title"), Text: t("kit.me.text"),
		Fields: []widget.Field{
			{ID: "name", Label: t("kit.me.name"), Value: u.Name},
			{ID: "initials", Label: t("kit.me.initials"), Value: string(u.Initials), Hint: t("kit.me.initials.hint")},
			{ID: "email", Label: t("kit.me.email"), Value: u.Email, Hint: t("kit.me.email.hint")},
			{ID: "function", Label: t("kit.me.function"), Value: u.Function},
		},
		Check: func(v map[string]string) string {
			switch {
			case v["name"] == "":
				return t("kit.me.noname")
			case v["initials"] != "" && !account.ValidInitials(v["initials"]):
				return t("kit.me.noinitials")
			case v["email"] != "" && !account.ValidEmail(v["email"]):
				return t("kit.me.noemail")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			me := account.User{Name: e.Get("name"), Initials: account.Initials(strings.ToUpper(text.Narrow(e.Get("initials")))), Email: e.Get("email"), Function: e.Get("function")}
			return kit.Outcome{Me: &me, Tell: then}
		},
	}
}

// introduction is a dialog about the user. Put off, it lets what it was asked
// for go on.
type introduction struct {
	kit.Screen
	then tea.Msg
}

// Update answers a key.
func (i introduction) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	next, out := i.Screen.Update(fr, msg)
	i.Screen = next
	if out.Back && out.Me == nil && out.Ask == nil && i.then != nil {
		out.Me, out.Tell, out.Notice = &account.User{}, i.then, ""
		out.Drafts, out.Settled = nil, []string{meName}
	}
	return i, out
}
