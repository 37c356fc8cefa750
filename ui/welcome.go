package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// welcome is the page of the first start: in which language, who the user is, and
// for which supplier. It comes once, also where it is passed over.
type welcome struct {
	form     widget.FormDialog
	language string // that of the system, or as it was chosen before
	proposed account.User
}

// welcomed is what the page was told.
type welcomed struct{ supplier string }

// welcomeName is where a draft of it is found.
const welcomeName = "welcome"

// The fields of the page.
const (
	welcomeLanguage = "language"
	welcomeUser     = "name"
	welcomeInitials = "initials"
	welcomeSupplier = "supplier"
)

// made is the page in the language of the frame.
func (w welcome) made(f *kit.Frame) welcome {
	t, d := f.Words.T, w.form
	d.Name, d.Title, d.Text, d.Verb = welcomeName, t("welcome.title"), t("welcome.text"), t("welcome.verb")
	var choices []widget.Choice
	for _, tag := range language.Tags() {
		choices = append(choices, widget.Choice{Value: tag, Label: lang.For(tag).Language()})
	}
	d.Fields = []widget.Field{
		{ID: welcomeLanguage, Label: t("welcome.language"), Kind: widget.ChoiceField, Choices: choices, Value: w.language},
		{ID: welcomeUser, Label: t("welcome.name"), Value: w.proposed.Name, Hint: t("welcome.name.hint")},
		{ID: welcomeInitials, Label: t("kit.me.initials"), Value: string(w.proposed.Initials), Hint: t("kit.me.initials.hint")},
		{ID: welcomeSupplier, Label: t("welcome.supplier"), Hint: t("welcome.supplier.hint")},
	}
	d.Check = func(v map[string]string) string {
		if v[welcomeInitials] != "" && !account.ValidInitials(v[welcomeInitials]) {
			return t("kit.me.noinitials")
		}
		return ""
	}
	d.Reads = func(id, value string, values map[string]string) map[string]string {
		if id != welcomeUser || value == "" || values[welcomeInitials] != "" {
			return nil
		}
		return map[string]string{welcomeInitials: proposedInitials(value)}
	}
	d.Then = func(e widget.Edits) kit.Outcome {
		out := kit.Outcome{Tell: welcomed{e.Get(welcomeSupplier)}}
		if name := e.Get(welcomeUser); name != "" {
			out.Me = &account.User{Name: name, Initials: account.Initials(strings.ToUpper(text.Narrow(e.Get(welcomeInitials))))}
		}
		return out
	}
	w.form = d
	return w
}

// proposedInitials are those that go with a name.
func proposedInitials(name string) string {
	return string(account.ProposeInitials(name, func(account.Initials) bool { return false }))
}

func (w welcome) Init() tea.Cmd                 { return nil }
func (w welcome) Typing() bool                  { return w.form.Typing() }
func (w welcome) Head(kit.Frame) kit.Head       { return kit.Head{Title: "kwi"} }
func (w welcome) Acts(f kit.Frame) []kit.Act    { return w.made(&f).form.Acts(f) }
func (w welcome) View(f kit.Frame) (p kit.Page) { return w.made(&f).form.View(f) }

// Update answers a key. Another language is the one of the page at once; whoever
// leaves it is told what there is to begin with all the same.
func (w welcome) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	w = w.made(&f)
	next, out := w.form.Update(f, msg)
	w.form = next.(widget.FormDialog)
	if tag := w.form.Value(f, welcomeLanguage); tag != f.Words.Tag() {
		out.Speak = tag
	}
	if out.Back && out.Tell == nil {
		out.Tell, out.Notice, out.Drafts, out.Settled = welcomed{}, "", nil, []string{welcomeName}
	}
	return w, out
}

// welcomes reports whether the program begins with that page.
func (r *Root) welcomes() bool { return r.Welcome && r.Prefer != nil && !r.Only }

// begins goes on once the page of the first start is left.
func (r *Root) begins(m welcomed, cmds *commandBatch) {
	r.prefer(Preferences{Language: r.Words.Tag(), Welcomed: "on"}, cmds)
	if m.supplier != "" && r.Supplier == "" {
		r.nameSupplier(supplierGiven{name: m.supplier}, cmds)
	}
	r.ask(beginning{opens: r.Opens}, cmds)
}
