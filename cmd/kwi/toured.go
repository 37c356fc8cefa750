package main

import (
	"kwi/ui"
	guidedtour "kwi/ui/screen/tour"
)

// tourPlace is what the place is called that leads along the example.
const tourPlace = "tour"

// withTour are the places of the example: all others, and the one that leads along
// them. One's own clients have no such place.
func withTour(all []ui.Entry) []ui.Entry {
	return append(all[:len(all):len(all)], ui.Entry{Name: tourPlace, Title: "place.tour", Tour: true, Open: guidedtour.New})
}
