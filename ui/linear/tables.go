package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/table"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
)

// takeTable takes over a table of somebody's own: people, contacts, agreements, who can
// judge what, or answers. It is read from a file, or its rows are pasted here. What would
// come of it is told first.
func (t *teller) takeTable() error {
	t.say(t.T("bring.table.text"))
	t.say(t.T("bring.table.heads"))
	ways := []choice{{name: t.T("linear.table.paste")}}
	if t.Post != nil && t.Post.ReadTable != nil {
		ways = append([]choice{{name: t.T("linear.table.file")}}, ways...)
	}
	i, err := t.one(t.T("linear.table.how"), ways)
	if err != nil {
		return err
	}
	read := t.pastedTable
	if i == 0 && len(ways) == 2 {
		read = t.tableOfFile
	}
	is, err := read()
	if err != nil {
		return err
	}
	p := bring.Propose(t.frame(), is)
	if p.OpenColumns() {
		if p, err = t.askColumns(p); err != nil {
			return err
		}
	}
	if len(p.Asked) > 0 {
		if p, err = t.askWho(p); err != nil {
			return err
		}
	}
	return t.proposed(p)
}

// tableOfFile reads the table of one file.
func (t *teller) tableOfFile() (table.Table, error) {
	typed, err := t.needed(t.T("bring.table.file.from"), t.T("bring.table.file.help"))
	if err != nil {
		return table.Table{}, err
	}
	paths := bring.Paths(typed)
	if len(paths) != 1 {
		t.say(t.T("bring.table.file.one"))
		return table.Table{}, errRefused
	}
	is, err := t.Post.ReadTable(t.ctx, paths[0])
	if err != nil {
		t.say(t.Post.Say(t.Words, err))
		return is, errRefused
	}
	return is, nil
}

// pastedTable reads rows as a spreadsheet pastes them, which an empty line ends. They may
// begin with an empty cell, and so are not trimmed.
func (t *teller) pastedTable() (table.Table, error) {
	q := question{text: t.T("linear.table.rows"), help: t.T("linear.table.rows")}
	t.say(q.text)
	var rows strings.Builder
	for {
		line, more := t.input.line(t.ctx)
		if !more {
			return table.Table{}, errLeave
		}
		line = text.Lines(line)
		if strings.TrimSpace(line) == "" {
			break
		}
		if rows.Len() == 0 {
			if done, err := t.command(text.Trim(line), q, func() { t.say(q.text) }); err != nil || done {
				if err != nil {
					return table.Table{}, err
				}
				continue
			}
		}
		rows.WriteString(line + "\n")
	}
	if rows.Len() == 0 {
		return table.Table{}, errBack
	}
	all, err := table.Split([]byte(rows.String()))
	if err == nil {
		var is table.Table
		if is, err = table.Read(all); err == nil {
			return is, nil
		}
	}
	return table.Table{}, t.refuse(err)
}

// askColumns asks what the columns of a form hold.
func (t *teller) askColumns(p table.Proposal) (table.Proposal, error) {
	t.say(t.T("bring.table.columns.text"))
	for _, c := range p.Form {
		if c.Who || c.Is != "" {
			continue
		}
		var all []option[string]
		for _, o := range bring.FormChoices(t.frame(), p) {
			all = append(all, option[string]{o.Value, o.Label})
		}
		is, err := ofOptions(t, asking(c.Key), all)
		if err != nil {
			return p, err
		}
		if is == "" {
			continue
		}
		named, err := p.Column(c.Key, is)
		if err != nil {
			return p, t.refuse(err)
		}
		p = table.Plan(t.client(), named, t.today(), part.Standard(t.frame()))
	}
	return p, nil
}

// askWho asks of everybody whom a table leaves open who they are.
func (t *teller) askWho(p table.Proposal) (table.Proposal, error) {
	t.say(t.T("bring.table.who.text"))
	for {
		values := map[string]string{}
		for _, a := range p.Asked {
			seems, why := bring.WhoSeems(t.frame(), a)
			t.say(why)
			got, err := t.ask(question{text: t.T("linear.table.who", a.Name, string(seems)), help: why})
			if err != nil {
				return p, err
			}
			if values[a.Key] = strings.ToUpper(text.Narrow(got)); got == "" {
				values[a.Key] = string(seems)
			}
		}
		if wrong := bring.WhyNot(t.frame(), p, values); wrong != "" {
			t.say(wrong)
			continue
		}
		next := p
		for _, a := range p.Asked {
			next = table.Plan(t.client(), next.Choose(a.Key, account.Initials(values[a.Key])), t.today(), part.Standard(t.frame()))
		}
		return next, nil
	}
}

// proposed tells what would come of a table, and takes it over on a yes.
func (t *teller) proposed(p table.Proposal) error {
	for {
		sum, takes := bring.Sum(t.frame(), p)
		t.say(sum)
		for _, line := range p.Lines(t.Words) {
			t.say(line)
		}
		if p.Otherwise() {
			other, err := t.yes(t.T("linear.table.replace"), false)
			if err != nil {
				return err
			}
			if other {
				p = table.Plan(t.client(), p.Replacing(), t.today(), part.Standard(t.frame()))
				continue
			}
		}
		if !takes {
			return nil
		}
		sure, err := t.yes(t.T("linear.table.take"), false) // an empty line may have been pasted too
		if err != nil {
			return err
		}
		if !sure {
			t.say(t.T("linear.nothing"))
			return nil
		}
		if err := t.change(kit.Label("table.taken"), func(c *account.Client) error { return p.Apply(c) }); err != nil {
			return err
		}
		t.say(t.T("bring.table.taken"))
		return nil
	}
}
