package desk

import (
	"context"
	"errors"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/internal/report"
)

// Packed is one paper of the pack for a session.
type Packed struct {
	Paper   string           // in the catalogue under papers.NAME
	Who     account.Initials // whom it is about, where that is one of them
	Ours    bool             // for our own eyes, never for the client
	File    string           // the name of its file, which no other of the pack has
	Content []byte
}

// Pack is all papers for a session of a client.
type Pack struct {
	Name    string // of its folder: the client, the cycle and what it is
	Papers  []Packed
	Without []string // the papers that there are none of yet, by their names
}

// For counts the papers that are for the client and those for ourselves.
func (p *Pack) For() (client, ours int) {
	for i := range p.Papers {
		if p.Papers[i].Ours {
			ours++
		}
	}
	return len(p.Papers) - ours, ours
}

// packing is a paper on its way into a pack.
type packing struct {
	Packed
	ending Form
	make   func() ([]byte, error)
}

// Pack makes all papers for the session of a cycle, the newest where its name is
// "": for the client the monitor, the agreements, what became of what they said,
// and the minutes or, until the session begins, its agenda; for ourselves a page
// about each respondent, the plan of that year and the calendar. Papers of which
// there is nothing yet are left out and named. Where one cannot be made there is no
// pack, and it is told which. told hears of each.
func (d *Desk) Pack(ctx context.Context, c account.Client, cycle account.CycleName, o report.Options, by Sender, told progress.Told) (Pack, error) {
	y := c.Cycle(cycle)
	if y == nil {
		return Pack{}, fault.New(fault.NoCycle, string(cycle), c.Name)
	}
	ours := o
	o.Language, ours.Language = clientLanguage(&c, o.Language, by.Other), by.Other
	ours.Audience = report.Internal
	out := Pack{Name: c.ID + "-" + string(y.Name) + "-" + lang.For(by.Other).T("papers.pack.file")}
	all := append(d.packForClient(ctx, c, y, o, by), d.packForUs(ctx, c, y, ours, by)...)
	taken := map[string]bool{}
	for i, p := range all {
		if err := ctx.Err(); err != nil {
			return Pack{}, err
		}
		words := lang.For(o.Language)
		if p.Ours {
			words = lang.For(ours.Language)
		}
		name := c.ID + "-" + string(y.Name)
		if p.Who != "" {
			name = fileOf(c.ID, y.Name, p.Who, taken)
		}
		p.File = name + "-" + words.T("papers."+p.Paper+".file") + string(p.ending)
		content, err := p.make()
		switch {
		case fault.Has(err, fault.NoPlan), fault.Has(err, fault.NoDates):
			out.Without = append(out.Without, p.Paper)
			continue
		case err != nil && ctx.Err() != nil:
			return Pack{}, ctx.Err()
		case err != nil:
			return Pack{}, errors.Join(fault.New(fault.NotPacked, p.File), err)
		}
		p.Content = content
		out.Papers = append(out.Papers, p.Packed)
		told.Tell(i+1, len(all))
	}
	return out, nil
}

// packForClient are the papers that the client may have.
func (d *Desk) packForClient(ctx context.Context, c account.Client, y *account.Cycle, o report.Options, by Sender) []packing {
	paper := minuted()[0]
	session := packing{Packed{Paper: "sessionagenda"}, paper, func() ([]byte, error) { return d.agenda(ctx, &c, y.Name, paper, o) }}
	if y.Common() {
		session = packing{Packed{Paper: "minutes"}, paper, func() ([]byte, error) { return d.Minutes(ctx, c, y.Name, paper, o, by) }}
	}
	return []packing{
		session,
		{Packed{Paper: "monitor"}, paper, func() ([]byte, error) { return d.Monitor(ctx, c, y.Name, paper, o, by.Other) }},
		{Packed{Paper: "yousaid"}, paper, func() ([]byte, error) { return d.YouSaid(ctx, c, y.Name, paper, o, by.Other) }},
		{Packed{Paper: "actions"}, paper, func() ([]byte, error) { return d.Actions(ctx, c, y.Name, paper, o, by.Other) }},
	}
}

// packForUs are the papers that stay with us. The calendar is of the newest cycle
// alone.
func (d *Desk) packForUs(ctx context.Context, c account.Client, y *account.Cycle, o report.Options, by Sender) (all []packing) {
	paper := minuted()[0]
	for _, r := range c.Participants(y) {
		all = append(all, packing{Packed{Paper: "visit", Who: r.Initials, Ours: true}, paper, func() ([]byte, error) { return d.Visit(ctx, c, y.Name, r.Initials, paper, o) }})
	}
	all = append(all, packing{Packed{Paper: "plan", Ours: true}, paper, func() ([]byte, error) { return d.Plan(ctx, c, y.Name.Year(), paper, o) }})
	if y.Name == c.Newest().Name {
		all = append(all, packing{Packed{Paper: "calendar", Ours: true}, ".ics", func() ([]byte, error) {
			content, _, err := Calendar(&c, lang.For(o.Language), by.At)
			return content, err
		}})
	}
	return all
}

// agenda is the agenda of a session in a form.
func (d *Desk) agenda(ctx context.Context, c *account.Client, cycle account.CycleName, form Form, o report.Options) (_ []byte, err error) {
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	in, err := pageForm(form, minuted())
	if err != nil {
		return nil, err
	}
	return in.page(o, report.Agenda(c, cycle, o))
}
