package initialise

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// personScreen is one respondent or colleague who is open, all of them.
type personScreen struct {
	who       account.Initials
	colleague bool
	form      widget.Form
	renamed   account.Initials // what was just typed in the place of who
}

func (p *personScreen) fields(f *kit.Frame) []widget.Field {
	var fields []widget.Field
	switch m, r := f.Client.Colleague(p.who), f.Client.Respondent(p.who); {
	case p.colleague && m != nil:
		fields = colleagueFields(f, m)
	case !p.colleague && r != nil:
		fields = respondentFields(f, r)
	default:
		return nil
	}
	behind := slices.IndexFunc(fields, func(x widget.Field) bool { return x.ID == "willing" || x.ID == "role" }) + 1
	return slices.Insert(fields, behind, p.initialsField(f))
}

// initialsField is what somebody is known by, wherever that is: with other ones
// they are renamed everywhere, and stay open here.
func (p *personScreen) initialsField(f *kit.Frame) widget.Field {
	was, client := p.who, f.Client.Clone()
	return widget.Field{ID: "initials", Label: f.T("initialise.initials"), Kind: widget.LineField, Value: string(was), Help: f.T("initialise.initials.help"),
		Set: func(v string) kit.Outcome {
			is := initials(&client, v, v)
			if err := client.RenameInitials(was, is); err != nil {
				return kit.Refuses(f.Words.Fault(err))
			}
			p.renamed = is
			return kit.Changes(kit.Label("initialise.label.initials", string(was), string(is)), func(c *account.Client) error { return c.RenameInitials(was, is) })
		}}
}

func (p *personScreen) acts(f *kit.Frame) []kit.Act {
	acts := p.form.Acts(*f, p.fields(f))
	if !p.form.Typing() {
		acts = append(acts, kit.Act{ID: "close", Keys: keys.Back, Name: f.T("initialise.act.close")})
	}
	return acts
}

// update answers a message. Who is not there any more closes by themselves.
func (p *personScreen) update(f *kit.Frame, msg tea.Msg) kit.Outcome {
	fields := p.fields(f)
	if len(fields) == 0 || msg == tea.Msg(kit.Do("close")) {
		*p = personScreen{}
		return kit.Outcome{}
	}
	p.renamed = ""
	next, out, _ := p.form.Update(*f, fields, msg)
	if p.form = next; p.renamed != "" {
		p.who, p.form.Of = p.renamed, string(p.renamed)
	}
	return out
}

func (p *personScreen) view(f *kit.Frame) kit.Page {
	fields := p.fields(f)
	if len(fields) == 0 {
		return kit.Page{}
	}
	head := p.head(f, f.W)
	page := p.form.View(*f, fields, f.W, f.H-linesAbove)
	page.Body = head + "\n\n" + page.Body
	return lowerCaret(page, linesAbove)
}

// head is what somebody is called, with their initials.
func (p *personScreen) head(f *kit.Frame, w int) string {
	name := ""
	if m := f.Client.Colleague(p.who); m != nil {
		name = m.Name
	}
	if r := f.Client.Respondent(p.who); r != nil {
		name = r.Name
	}
	return f.Theme.Strong.Render(cells.Line(strings.TrimSpace(name+" ("+string(p.who)+")"), w))
}

// respondentFields are all that is known of a respondent but their initials.
func respondentFields(f *kit.Frame, r *account.Respondent) []widget.Field {
	who, c, today := r.Initials, &f.Client, f.Today
	fields := respondentForm(f, *r)[1:] // without the initials
	for i := range fields {
		id, check := fields[i].ID, fields[i].Set
		fields[i].Set = func(v string) kit.Outcome {
			if check != nil {
				if out := check(v); out.Bad {
					return out
				}
			}
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { writeField(r, id, v, today) })
			})
		}
	}
	fields = slices.Insert(fields, slices.IndexFunc(fields, func(x widget.Field) bool { return x.ID == "language" })+1, salutationField(f, r))
	fields = append(fields, everyField(f, r), browserField(f, r))
	sponsor := widget.Field{ID: "sponsor", Label: f.T("initialise.sponsor"), Kind: widget.ToggleField, Value: toggled(c.Sponsor == who), Help: f.T("initialise.sponsor.help"),
		Set: func(v string) kit.Outcome {
			next := who
			if v == "" {
				next = ""
			}
			return kit.Changes(kit.Label("initialise.label.sponsor", string(who)), func(c *account.Client) error { return c.MakeSponsor(next) })
		}}
	if r.Left != "" {
		sponsor.Why = f.T("initialise.why.left", string(who))
	}
	fields = append(fields, sponsor, widget.Field{ID: "remark", Label: f.T("initialise.remark"), Kind: widget.TextField, Value: r.Remark, Hint: f.T("initialise.remark.hint"),
		Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { r.Remark = v })
			})
		}})
	if r.Follows != "" {
		fields = append(fields, widget.Field{ID: "follows", Kind: widget.NoteField, Value: f.T("initialise.follows", calledBy(f, r.Follows))})
	}
	if next := c.Successor(who); next != nil {
		fields = append(fields, widget.Field{ID: "followed", Kind: widget.NoteField, Value: f.T("initialise.followed", called(*next))})
	}
	if len(r.Formerly) > 0 {
		fields = append(fields, widget.Field{ID: "formerly", Kind: widget.NoteField, Value: f.T("initialise.formerly", joinInitials(r.Formerly))})
	}
	if r.Left != "" {
		fields = append(fields, widget.Field{ID: "left", Kind: widget.NoteField, Value: f.T("initialise.left.long", f.Words.Date(r.Left))})
	}
	return fields
}

// calledBy is the name of a respondent by their initials.
func calledBy(f *kit.Frame, who account.Initials) string {
	if r := f.Client.Respondent(who); r != nil {
		return called(*r)
	}
	return string(who)
}

func joinInitials(who []account.Initials) string {
	var all []string
	for _, i := range who {
		all = append(all, string(i))
	}
	return strings.Join(all, ", ")
}

// everyField is how often they want to be asked how it goes.
func everyField(f *kit.Frame, r *account.Respondent) widget.Field {
	who, value := r.Initials, ""
	if r.AskEvery > 0 {
		value = strconv.Itoa(r.AskEvery)
	}
	return widget.Field{ID: "every", Label: f.T("initialise.every"), Kind: widget.NumberField, Value: value, Hint: f.T("initialise.every.hint"), Help: f.T("initialise.every.help"),
		Set: func(v string) kit.Outcome {
			weeks, err := strconv.Atoi(v)
			if v != "" && (err != nil || weeks < 1 || weeks > account.MostWeeks) {
				return kit.Refuses(f.T("initialise.every.wrong", account.MostWeeks))
			}
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { r.AskEvery = weeks })
			})
		}}
}

// browserField is whether their list comes as a page for the browser.
func browserField(f *kit.Frame, r *account.Respondent) widget.Field {
	who, value := r.Initials, ""
	if r.Browser {
		value = widget.Yes
	}
	return widget.Field{ID: "browser", Label: f.T("initialise.browser"), Kind: widget.ToggleField, Value: value, Help: f.T("initialise.browser.help"),
		Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { r.Browser = v == widget.Yes })
			})
		}}
}

// salutationField is how letters to a respondent begin. What follows from the
// name stands there while nothing was typed, and what else it may be below it.
func salutationField(f *kit.Frame, r *account.Respondent) widget.Field {
	words, who := f.Words, r.Initials
	if r.Language != "" {
		words = lang.For(r.Language)
	}
	proposed := words.Salutations(r)
	help := f.T("initialise.salutation.help")
	if len(proposed) > 1 {
		help = f.T("initialise.salutation.or", strings.Join(proposed[1:], " "+f.Theme.Glyphs.Dot+" "))
	}
	return widget.Field{ID: "salutation", Label: f.T("initialise.salutation"), Kind: widget.LineField, Value: r.Salutation, Hint: proposed[0], Help: help,
		Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeRespondent(who, func(r *account.Respondent) { r.Salutation = v })
			})
		}}
}

// languages are the choices for the language of a respondent's list.
func languages(f *kit.Frame) []widget.Choice {
	choices := []widget.Choice{{Value: "", Label: f.T("initialise.notasked")}}
	for _, l := range language.All() {
		choices = append(choices, widget.Choice{Value: l.Tag, Label: l.Name})
	}
	return choices
}

// respondentForm are the fields of a respondent, as a new one is asked too.
func respondentForm(f *kit.Frame, r account.Respondent) []widget.Field {
	t := f.T
	return []widget.Field{
		{ID: "initials", Label: t("initialise.initials"), Kind: widget.LineField, Hint: t("initialise.initials.hint")},
		{ID: "name", Label: t("initialise.name"), Kind: widget.LineField, Value: r.Name},
		{ID: "function", Label: t("initialise.col.function"), Kind: widget.LineField, Value: r.Function},
		{ID: "email", Label: t("initialise.email"), Kind: widget.LineField, Value: r.Email, Set: emailChecked(f)},
		{ID: "level", Label: t("initialise.level"), Kind: widget.ChoiceField, Value: string(r.Level), Help: t("initialise.level.help"), Choices: []widget.Choice{
			{Value: "", Label: t("initialise.notasked")}, {Value: string(account.Strategic), Label: t("level.strategic")},
			{Value: string(account.Tactical), Label: t("level.tactical")}, {Value: string(account.Operational), Label: t("level.operational")}}, Hint: t("initialise.notasked")},
		{ID: "language", Label: t("initialise.language"), Kind: widget.ChoiceField, Value: r.Language, Help: t("initialise.language.help"), Choices: languages(f), Hint: t("initialise.notasked")},
		{ID: "willing", Label: t("initialise.willing"), Kind: widget.DateField, Value: string(r.Willing), Hint: t("initialise.willing.hint"), Help: t("initialise.willing.help"), Hints: hintsOfPast(f),
			Set: func(v string) kit.Outcome {
				return pastDayOutcome(f, v, func(account.Date) kit.Outcome { return kit.Outcome{} })
			}},
	}
}

// emailChecked refuses what no letter can be sent to; nothing is no address yet.
func emailChecked(f *kit.Frame) func(string) kit.Outcome {
	t := f.T
	return func(v string) kit.Outcome {
		if v != "" && !account.ValidEmail(v) {
			return kit.Refuses(t("initialise.email.bad", text.Shorten(v, 30)))
		}
		return kit.Outcome{}
	}
}

// writeField puts the value of a field into a respondent.
func writeField(r *account.Respondent, id, v string, today account.Date) {
	switch id {
	case "name":
		r.Name = v
	case "function":
		r.Function = v
	case "email":
		r.Email = v
	case "level":
		r.Level = account.Level(v)
	case "language":
		r.Language = v
	case "willing":
		r.Willing = lately(v, today)
	}
}

func colleagueFields(f *kit.Frame, m *account.Colleague) []widget.Field {
	who := m.Initials
	set := func(at func(*account.Colleague) *string) func(string) kit.Outcome {
		return func(v string) kit.Outcome {
			return kit.Changes(kit.Label("initialise.label.person", string(who)), func(c *account.Client) error {
				return c.ChangeColleague(who, func(m *account.Colleague) { *at(m) = v })
			})
		}
	}
	fields := []widget.Field{
		{ID: "name", Label: f.T("initialise.name"), Kind: widget.LineField, Value: m.Name, Set: set(func(m *account.Colleague) *string { return &m.Name })},
		{ID: "role", Label: f.T("initialise.col.role"), Kind: widget.LineField, Value: m.Role, Hint: f.T("initialise.role.hint"), Set: set(func(m *account.Colleague) *string { return &m.Role })},
		responsibleField(f, m),
	}
	if m.Left != "" {
		fields = append(fields, widget.Field{ID: "left", Kind: widget.NoteField, Value: f.T("initialise.gone.since", f.Words.Date(m.Left))})
	}
	return fields
}
