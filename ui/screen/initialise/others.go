package initialise

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/portfolio"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// clientNames are what the other clients are called, so that one of which this
// is a part is known by name. Without them they are known by their ID.
type clientNames []portfolio.Line

func namesOf(list func() ([]portfolio.Line, error)) clientNames {
	lines, _ := list() // without them there are IDs
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b portfolio.Line) int { return strings.Compare(text.Search(a.Name), text.Search(b.Name)) })
	return lines
}

// nameOf is what a client is called.
func (n clientNames) nameOf(id string) string {
	for i := range n {
		if n[i].ID == id && n[i].Name != "" {
			return n[i].Name
		}
	}
	return id
}

// line is what is known of a client in the list; nil of one who is not there.
func (n clientNames) line(id string) *portfolio.Line {
	for i := range n {
		if n[i].ID == id && id != "" {
			return &n[i]
		}
	}
	return nil
}

// called is the client that has a name, however it is written; nil where none has.
func (n clientNames) called(name string) *portfolio.Line {
	for i := range n {
		if said := text.Search(name); said != "" && said == text.Search(n[i].Name) {
			return &n[i]
		}
	}
	return nil
}

// unitsOf are what the clients are called that are part of one.
func (n clientNames) unitsOf(id string) (names []string) {
	for i := range n {
		if n[i].PartOf == id && id != "" && n[i].Archived == "" {
			names = append(names, n.nameOf(n[i].ID))
		}
	}
	return names
}

// under reports whether a client is part of another, or of a part of it.
func (n clientNames) under(id, over string) bool {
	for range n {
		l := n.line(id)
		if l == nil || l.PartOf == "" {
			return false
		}
		if id = l.PartOf; id == over {
			return true
		}
	}
	return false
}

// partField is the larger client that this one is part of: picked from all of them
// but its own parts, for nothing is part of itself. Without the list it is typed by
// ID. One who has gone from the list stays until another is picked.
func partField(f *kit.Frame, others clientNames) widget.Field {
	c := &f.Client
	field := widget.Field{ID: "part", Label: f.T("initialise.part"), Kind: widget.LineField, Value: c.PartOf, Hint: f.T("initialise.part.hint"), Set: func(id string) kit.Outcome {
		return kit.Changes(kit.Label("initialise.label.part"), func(c *account.Client) error { return c.JoinTo(id) })
	}}
	if len(others) == 0 {
		return field
	}
	field.Kind, field.Picked = widget.ChoiceField, true
	field.Choices = []widget.Choice{{Value: "", Label: f.T("initialise.part.hint")}}
	there := c.PartOf == ""
	for i := range others {
		l := &others[i]
		is := l.ID == c.PartOf
		if there = there || is; l.ID == c.ID || !is && (l.Archived != "" || others.under(l.ID, c.ID)) {
			continue
		}
		label := others.nameOf(l.ID)
		if l.Archived != "" {
			label = f.T("initialise.part.archived", label)
		}
		field.Choices = append(field.Choices, widget.Choice{Value: l.ID, Label: label})
	}
	if !there {
		field.Choices = append(field.Choices, widget.Choice{Value: c.PartOf, Label: f.T("initialise.part.gone", c.PartOf)})
	}
	return field
}
