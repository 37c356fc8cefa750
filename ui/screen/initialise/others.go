package initialise

import (
	"strings"

	"kwi/internal/portfolio"
	"kwi/internal/text"
)

// clientNames are what the other clients are called, so that one of which this
// is a part is known by name. Without them they are known by their ID.
type clientNames []portfolio.Line

func namesOf(list func() ([]portfolio.Line, error)) clientNames {
	lines, _ := list() // without them there are IDs
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

// find is the ID of the client that was meant: by their ID, by their name, or by a
// beginning that no other name has. False where none or more than one is.
func (n clientNames) find(typed string) (id string, ok bool) {
	if len(n) == 0 || typed == "" {
		return typed, true
	}
	wanted, begun := text.Search(typed), []string{}
	for i := range n {
		name := text.Search(n[i].Name)
		switch {
		case n[i].ID == typed || name == wanted:
			return n[i].ID, true
		case wanted != "" && strings.HasPrefix(name, wanted):
			begun = append(begun, n[i].ID)
		}
	}
	if len(begun) == 1 {
		return begun[0], true
	}
	return "", false
}
