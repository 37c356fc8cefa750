package ui

import (
	"slices"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// command is the ID of one of the root's own acts, as the palette tells it.
type command string

// listActs lead to the places that are about no client, from wherever the screen
// does not lead there itself.
func (r *Root) listActs(it *stackItem) (acts []kit.Act) {
	own := it.screen.Acts(r.frame())
	for _, e := range r.Places[1:] {
		if e.Client || r.Only && !e.Settings && (!e.Either || it.place.Client == "") || e.Name == it.place.Name {
			continue
		}
		act := kit.Act{ID: "place." + e.Name, Looks: true, Keys: keys.Unbound, Name: r.Words.T(e.Title), Hidden: true}
		switch {
		case e.History:
			act.Keys = keys.History
		case e.Tour:
			act.Keys = keys.Example
		case e.Settings:
			act.Keys = keys.Settings
		case e.Either:
			act.Keys = keys.Library
		}
		if !slices.ContainsFunc(own, func(a kit.Act) bool { return a.ID == act.ID }) {
			acts = append(acts, act)
		}
	}
	return acts
}
