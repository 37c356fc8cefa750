package example

import (
	"kwi/internal/account"
	"kwi/internal/portable"
)

// MonitorClient is the one client of the example monitor.
const MonitorClient = "voorbeeld"

// marked is how a client is called that everybody has to know for an example.
var marked = map[string]string{"nl": " (voorbeeld)", "en": " (example)"}

// Monitor returns one client of the example on the day of its session, for a
// client to see what a customer value monitor is: its name says that it is an
// example, and it holds nothing but what documents for a client are made from.
func Monitor(language string, today account.Date) portable.File {
	if language != "en" {
		language = "nl"
	}
	f := Portfolio(language, today)
	c := f.Clients[0].Told()
	c.ID, c.Name = MonitorClient, c.Name+marked[language]
	y := c.Newest()
	y.Stage, y.Excused = account.Session, map[account.Initials]account.Date{}
	for _, r := range c.Respondents {
		if len(y.Answers[r.Initials]) == 0 {
			y.Excused[r.Initials] = today
		}
	}
	return portable.File{Supplier: f.Supplier, Clients: []account.Client{c.Tidy()}}
}
