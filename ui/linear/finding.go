package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// colour notes what colours the answers of somebody, or those of all.
func (t *teller) colour(who account.Initials, was string) error {
	name, label := t.cycle().Name, t.T("linear.colour.all")
	if who != "" {
		label = t.T("linear.colour.one")
	}
	t.say(t.T("measure.colour.text"))
	return t.setLine(label, was, t.T("linear.skip"), kit.Label("measure.label.colour"), func(c *account.Client, s string) error { return c.Colour(name, who, s) })
}

// findingSaid is what a colleague said of the answers, and what became of it.
func (t *teller) findingSaid(d account.Finding) string {
	said := t.T("measure.analysis."+string(d.Part)) + ", "
	if d.By != "" {
		said += d.By + ": "
	}
	if said += short(d.Text); d.Action != "" {
		said += ", " + t.T("linear.idea.action", d.Action)
	}
	return said
}

// newFinding asks what a colleague said of the answers, and who it was.
func (t *teller) newFinding() error {
	var parts []option[account.AnalysisPart]
	for _, p := range account.AnalysisParts() {
		parts = append(parts, option[account.AnalysisPart]{p, t.T("measure.analysis." + string(p))})
	}
	of, err := ofOptions(t, asking(t.T("measure.finding.part")), parts)
	if err != nil {
		return err
	}
	d := account.Finding{Part: of}
	if d.By, err = t.line(t.T("measure.finding.by"), "", t.T("measure.finding.by.hint")); err != nil {
		return err
	}
	if d.Text, err = t.needed(t.T("measure.finding.text"), t.T("measure.finding.missing")); err != nil {
		return err
	}
	name := t.cycle().Name
	return t.done(kit.Label("measure.label.finding"), func(c *account.Client) error { return c.AddFinding(name, d) })
}

// finding puts it in other words, without any takes it away, or makes it an agreement.
func (t *teller) finding(d account.Finding) error {
	t.say(d.Text)
	agreed := ""
	if d.Action != "" {
		agreed = t.T("measure.why.agreed", d.Action)
	}
	i, err := t.one(t.T("linear.idea.what"), []choice{{name: t.T("measure.act.propose"), why: agreed}, {name: t.T("linear.idea.change")}, {name: t.T("trace.act.from")}})
	if err != nil {
		return err
	}
	if i == 2 {
		return t.origin(trace.Thing{Kind: trace.Finding, Of: string(d.Part), Number: d.By, Text: d.Text, Cycle: t.cycle().Name})
	}
	if i == 0 {
		return t.actOn(d)
	}
	name := t.cycle().Name
	return t.setLine(t.T("measure.finding.text"), d.Text, "", kit.Label("measure.label.finding"), func(c *account.Client, s string) error {
		return c.ChangeFinding(name, d, func(next *account.Finding) { next.Text = s })
	})
}

// proposalChoices are the proposals that were written together, a line each, of which nothing was
// agreed yet.
func (t *teller) proposalChoices() (all []choice) {
	y := t.cycle()
	for line := range strings.Lines(y.Analysis.Proposals) {
		d := account.Finding{Part: account.Proposals, Text: strings.TrimSpace(line)}
		if is := y.Finding(d); d.Text != "" && (is == nil || is.Action == "") {
			all = append(all, choice{name: t.T("linear.propose", short(d.Text)), changes: true, do: func() error { return t.actOn(d) }})
		}
	}
	return all
}

// actOn makes an agreement of what was found in the answers.
func (t *teller) actOn(d account.Finding) error {
	cycle, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	return t.becomes(kit.Label("agree.label.new"), account.Action{Text: d.Text}, func(c *account.Client, a account.Action) (string, error) {
		if y := c.Cycle(cycle); y != nil && y.Finding(d) == nil && d.By == "" && d.Part == account.Proposals {
			if err := c.AddFinding(cycle, d); err != nil { // of what was written together
				return "", err
			}
		}
		return c.ActOnFinding(cycle, d, a, std, today)
	})
}
