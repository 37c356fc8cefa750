package cli

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/internal/settings"
	"kwi/internal/text"
)

// EraseOrder is who is to be erased and how, as a screen or a command asks for it.
type EraseOrder struct {
	Client     account.Client   // where they are known
	Who        account.Initials // "": the user, whom all clients may know
	Also       string           // what else they are called, with commas between
	Everywhere bool             // at other clients too
	Word       string           // what takes the place of the name; "" is the usual one
	Instead    map[string]string
	Today      account.Date
	Told       progress.Told
}

// Erasing is what the desk is to do, and what the report knows beforehand: the folders
// where documents stood last.
func (o EraseOrder) Erasing(w *lang.Words, set settings.Settings, getenv func(string) string) (e desk.Erasing, told report.Erased, err error) {
	e = desk.Erasing{Everywhere: o.Everywhere || o.Who == "", Today: o.Today, Unseen: text.Line(o.Word), Instead: o.Instead, What: w.T("erase.trace"), Why: w.T("erase.trace.why"), Told: o.Told}
	if e.Unseen == "" {
		e.Unseen = w.T("erase.word")
	}
	for name := range strings.SplitSeq(o.Also, ",") {
		if name = text.Line(name); name != "" {
			e.Also = append(e.Also, name)
		}
	}
	for _, folder := range []string{set.Lists, set.Returns} {
		if folder != "" && !slices.Contains(told.Folders, folder) {
			told.Folders = append(told.Folders, folder)
		}
	}
	if o.Who == "" {
		e.Person = set.Me.Person()
		if e.Person.Name == "" {
			return e, told, cannot("cli.me.nobody")
		}
	} else {
		var known bool
		if e.Person, known = o.Client.Person(o.Who); !known {
			return e, told, fault.New(fault.Removed, text.Line(string(o.Who)))
		}
		told.Client, told.Self = o.Client.Name, isUser(set.Me, e.Person)
	}
	e.Accounts = accountsOf(getenv, set.Me, e.Person)
	return e, told, nil
}

// accountsOf is what a person is called on this computer where they are its user, under
// which steps stand that were done before they said who they are.
func accountsOf(getenv func(string) string, me account.User, p account.Person) (names []string) {
	if !isUser(me, p) {
		return nil
	}
	for _, name := range []string{"USER", "USERNAME"} {
		if is := getenv(name); is != "" && !slices.Contains(names, is) {
			names = append(names, is)
		}
	}
	return names
}

// isUser reports whether a person is the one who uses this computer.
func isUser(me account.User, p account.Person) bool {
	return p.Ours && account.SameName(account.Respondent{Name: p.Name}, account.Respondent{Name: me.Name})
}
