package bring

import (
	"fmt"
	"hash/fnv"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/table"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// whoIsWho asks of everybody whom a table leaves open who they are: initials that
// are proposed can be changed, and new ones of somebody who seems to be there
// already are those of that respondent unless the user gives others.
func whoIsWho(f *kit.Frame, p table.Proposal) kit.Screen {
	frame := *f
	var fields []widget.Field
	for _, a := range p.Asked {
		value, help := WhoSeems(f, a)
		fields = append(fields, widget.Field{ID: a.Key, Label: cells.Line(a.Name, 30), Kind: widget.LineField, Value: string(value), Help: help})
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "table/who/" + identity(p), Title: f.T("bring.table.who"), Text: f.T("bring.table.who.text"), Fields: fields,
		Check: func(values map[string]string) string { return WhyNot(&frame, p, values) },
		Then: func(e widget.Edits) kit.Outcome {
			next := p
			for _, a := range p.Asked {
				next = table.Plan(&frame.Client, next.Choose(a.Key, said(e.Get(a.Key))), frame.Today, part.Standard(&frame))
			}
			return kit.Outcome{Ask: shown(&frame, next)}
		},
	})
}

// WhoSeems is who somebody in a table probably is, and why.
func WhoSeems(f *kit.Frame, a table.Asked) (who account.Initials, why string) {
	switch {
	case a.Like != "" && a.By == table.Email:
		return a.Like, f.T("bring.table.who.email", string(a.Like), string(a.Initials))
	case a.Like != "":
		return a.Like, f.T("bring.table.who.name", string(a.Like), string(a.Initials))
	}
	return a.Initials, f.T("bring.table.who.proposed")
}

// said are initials as they were typed.
func said(s string) account.Initials { return account.Initials(text.Compose(text.Narrow(s))) }

// WhyNot tells why the initials cannot be taken, "" where they can.
func WhyNot(f *kit.Frame, p table.Proposal, values map[string]string) string {
	whose := map[string]string{}
	for _, a := range p.Asked {
		who := said(values[a.Key])
		key := text.Fold(string(who))
		name := cells.Line(a.Name, 30)
		switch {
		case !account.ValidInitials(string(who)):
			return f.T("bring.table.who.bad", name)
		case f.Client.Colleague(who) != nil:
			return f.T("bring.table.who.ours", string(who))
		case whose[key] != "":
			return f.T("bring.table.who.twice", whose[key], name, string(who))
		}
		whose[key] = name
	}
	return ""
}

// identity tells the people of one table from those of another, so that what
// was half typed comes back for the same ones only.
func identity(p table.Proposal) string {
	h := fnv.New64a()
	for _, a := range p.Asked {
		fmt.Fprintf(h, "%s\n%s\n%s\n%s\n", a.Key, a.Name, a.Initials, a.Like)
	}
	return fmt.Sprintf("%x", h.Sum64())
}
