package main

import (
	"strings"

	"kwi/internal/account"
)

// measureJourneys are the dialogs of what stands beside the answers.
var measureJourneys = map[string]journey{
	"ui/screen/measure/colour.go askColour": {
		prepare: func(c *account.Client) error { return c.Colour("", "AA", "Een storing") },
		open:    []string{"6", "home", "u"}, typed: []string{"!"}, text: "Een storing!",
		mine:   func(y *account.Cycle) bool { return strings.HasSuffix(y.Colouring["AA"], "!") },
		beside: func(c *account.Client) error { return c.Colour("", "", "Het contract loopt af") },
		stays:  func(y *account.Cycle) bool { return y.Circumstances == "Het contract loopt af" },
		same:   func(c *account.Client) error { return c.Colour("", "AA", "Elders bedacht") },
	},
}
