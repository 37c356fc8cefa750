package bring

import (
	"fmt"
	"hash/fnv"

	"kwi/internal/cells"
	"kwi/internal/table"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The acts of a form before it is taken over.
const (
	doColumns kit.Do = "bring.table.columns"
	doReplace kit.Do = "bring.table.replace"
)

// whichColumns asks what the columns of a form hold: each with what it is taken for,
// picked from the questions of the cycle. What is said here is remembered.
func whichColumns(f *kit.Frame, p table.Proposal) kit.Screen {
	frame := *f
	choices := FormChoices(f, p)
	var fields []widget.Field
	name := fnv.New64a()
	for _, c := range p.Form {
		if c.Who {
			continue
		}
		fmt.Fprintf(name, "%s\n%s\n", c.Key, c.Is)
		fields = append(fields, widget.Field{
			ID: c.Key, Label: cells.Line(c.Key, 34), Kind: widget.ChoiceField, Value: c.Is, Choices: choices, Picked: true,
			Help: f.T("bring.table.columns.help", text.OneLine(c.Key, 200)),
		})
	}
	at := ""
	for _, c := range p.Form {
		if !c.Who && c.Is == "" {
			at = c.Key
			break
		}
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: fmt.Sprintf("table/columns/%x", name.Sum64()), Title: f.T("bring.table.columns.title"), Text: f.T("bring.table.columns.text"),
		Verb: f.T("bring.table.columns.go"), Fields: fields, At: at,
		Then: func(e widget.Edits) kit.Outcome {
			next := p
			for _, c := range p.Form {
				if is := e.Get(c.Key); !c.Who && is != c.Is {
					t, err := next.Column(c.Key, is)
					if err != nil {
						return kit.Refuses(frame.Words.Fault(err))
					}
					next = table.Plan(&frame.Client, t, frame.Today, part.Standard(&frame))
				}
			}
			return kit.Outcome{Ask: whoElse(&frame, next)}
		},
	})
}

// FormChoices are what a column of a form can hold.
func FormChoices(f *kit.Frame, p table.Proposal) []widget.Choice {
	choices := []widget.Choice{{Value: "", Label: table.Meaning(f.Words, "")}, {Value: table.LeftOut, Label: table.Meaning(f.Words, table.LeftOut)}}
	if y := f.Client.Cycle(p.Running); y != nil {
		for _, k := range y.KWIs {
			for _, q := range k.InOrder() {
				if q.Ended == "" {
					choices = append(choices, widget.Choice{Value: q.Code.String(), Label: q.Code.String() + " " + text.OneLine(q.Text, 60)})
				}
			}
		}
	}
	for _, is := range []string{table.HoldsNPS, table.HoldsWhy, table.HoldsRemark} {
		choices = append(choices, widget.Choice{Value: is, Label: table.Meaning(f.Words, is)})
	}
	return choices
}

// formActs are what else can be done with a form before it is taken over: say what its
// columns hold, and let it take the place of what is there.
func formActs(f *kit.Frame, p table.Proposal) (more []reviewAct) {
	if len(p.Form) > 0 {
		more = append(more, reviewAct{
			kit.Act{ID: string(doColumns), Keys: keys.Change, Name: f.T("bring.table.columns.act")},
			func(f *kit.Frame) kit.Outcome { return kit.Outcome{Back: true, Ask: whichColumns(f, p)} },
		})
	}
	if p.Otherwise() {
		more = append(more, reviewAct{
			kit.Act{ID: string(doReplace), Keys: keys.Trust, Name: f.T("bring.table.replace.act")},
			func(f *kit.Frame) kit.Outcome {
				return kit.Outcome{Back: true, Ask: shown(f, table.Plan(&f.Client, p.Replacing(), f.Today, part.Standard(f)))}
			},
		})
	}
	return more
}
