package widget_test

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// client is a client with something in every field that the tests edit.
func client() account.Client {
	return account.Client{
		ID: "newmedia", Name: "NewMedia", Kind: account.External, Approach: account.Extended, Sponsor: "KK",
		Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant", Email: "kees@newmedia.nl"}, {Initials: "AA", Name: "Anna Aalders"}},
		Cycles:      []account.Cycle{{Name: "2026H2", Stage: account.Realise, AnswersBy: account.ByName, Go: "2026-09-01", Place: "bij de klant"}},
	}
}

// demo is a screen that is nothing but a form.
type demo struct {
	form   widget.Form
	locked bool // the place cannot be changed
	gone   bool // the place is not there
}

func (d demo) Init() tea.Cmd             { return nil }
func (d demo) Typing() bool              { return d.form.Typing() }
func (d demo) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

func (d demo) Acts(f kit.Frame) []kit.Act { return d.form.Acts(f, d.fields(f)) }

func (d demo) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("lock"):
		d.locked = true
	case kit.Do("vanish"):
		d.gone = true
	}
	form, out, handled := d.form.Update(f, d.fields(f), msg)
	if d.form = form; handled {
		return d, out
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return d, kit.Outcome{Back: true}
	}
	return d, kit.Outcome{}
}

func (d demo) View(f kit.Frame) kit.Page { return d.form.View(f, d.fields(f), f.W, f.H) }

func (d demo) fields(f kit.Frame) []widget.Field {
	c := f.Client
	y := &c.Cycles[0]
	client := func(set func(*account.Client, string)) func(string) kit.Outcome {
		return func(v string) kit.Outcome {
			return kit.Changes(kit.Label("demo"), func(c *account.Client) error { set(c, v); return nil })
		}
	}
	cycle := func(set func(*account.Cycle, string)) func(string) kit.Outcome {
		return client(func(c *account.Client, v string) { set(&c.Cycles[0], v) })
	}
	place := widget.Field{ID: "place", Label: "Plaats", Value: y.Place, Hint: "waar de sessie is", Set: cycle(func(y *account.Cycle, v string) { y.Place = v })}
	if d.locked {
		place.Why = "De sessie is al geweest."
	}
	fields := []widget.Field{
		{Kind: widget.HeadingField, Label: "De klant"},
		{ID: "name", Label: "Naam", Value: c.Name, Help: "Zoals hij zichzelf noemt.", Set: func(v string) kit.Outcome {
			if v == "" {
				return kit.Refuses("Een klant heeft een naam.")
			}
			return client(func(c *account.Client, v string) { c.Name = v })(v)
		}},
		{ID: "kind", Label: "Soort", Kind: widget.ChoiceField, Value: string(c.Kind), Choices: []widget.Choice{{"external", "extern"}, {"internal", "intern"}},
			Set: client(func(c *account.Client, v string) { c.Kind = account.Kind(v) })},
		{ID: "sponsor", Label: "Sponsor", Kind: widget.ChoiceField, Value: string(c.Sponsor), Choices: people(c), Help: "Wie draagt dit bij de klant?",
			Set: client(func(c *account.Client, v string) { c.Sponsor = account.Initials(v) })},
		{ID: "strategic", Label: "Strategisch", Kind: widget.ToggleField, Value: toggled(c.Selection.Strategic == account.Yes),
			Set: client(func(c *account.Client, v string) { c.Selection.Strategic = account.ReplyOf(v == widget.Yes) })},
		{Kind: widget.HeadingField, Label: "De cyclus"},
		{Kind: widget.NoteField, Value: "De dag van de sessie geeft de cyclus zijn naam, dus zet hem pas vast als hij met de sponsor is afgesproken."},
		{ID: "go", Label: "GO van de klant", Kind: widget.DateField, Value: string(y.Go), Hint: "wanneer zei hij ja?", Set: cycle(func(y *account.Cycle, v string) { y.Go = account.Date(v) })},
		place,
		{ID: "strategy", Label: "Strategie", Kind: widget.TextField, Lines: 4, Value: y.Kickoff.Strategy, Hint: "Wat willen wij bij deze klant?",
			Help: "Wie van ons kent hem, en welke argumenten tellen bij hem?", Set: cycle(func(y *account.Cycle, v string) { y.Kickoff.Strategy = v })},
		{ID: "initials", Label: "Initialen", Value: string(c.Respondents[0].Initials), Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("demo"), func(c *account.Client) error {
				if !account.ValidInitials(v) {
					return fault.New(fault.BadInitials, v)
				}
				c.Respondents[0].Initials = account.Initials(strings.ToUpper(v))
				return nil
			})
		}},
	}
	if d.gone {
		fields = append(fields[:8], fields[9:]...)
	}
	return fields
}

func people(c account.Client) []widget.Choice {
	out := []widget.Choice{{"", "nog niemand"}}
	for _, r := range c.Respondents {
		out = append(out, widget.Choice{Value: string(r.Initials), Label: r.Name})
	}
	for _, name := range []string{"B", "C", "D"} {
		out = append(out, widget.Choice{Value: name, Label: "Collega " + name})
	}
	return out
}

func toggled(on bool) string {
	if on {
		return widget.Yes
	}
	return ""
}
