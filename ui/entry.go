package ui

import (
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Entry is one place of the program.
type Entry struct {
	Name     string
	Title    string       // key of its name in the catalogue
	Client   bool         // it is about one client
	Yearly   bool         // it is about years, whatever cycle is looked at
	Together bool         // it is a page of a meeting: shown while the client looks along, and only then
	Firm     bool         // it is about what the supplier keeps of its own
	Either   bool         // it is also about the client in hand, where it is gone to from one; esc leads back there
	History  bool         // it tells what was done
	Settings bool         // it shows what this laptop remembers; esc leads back to where one was
	Tour     bool         // it leads along the example, to places of several clients
	Persons  bool         // a page of a meeting that shows what is of single persons, once it is known who sits there
	Person   bool         // it is about one respondent of the client, and gone to from them: no digit leads there
	Aside    bool         // it is about one client and looked at beside their work, and esc leads back
	Key      keys.Binding // leads there, and no digit
	Traces   bool         // it tells where something of the client comes from, and is gone to from that: no digit leads there
	Open     func(kit.Place) kit.Screen
}

// Numbered reports whether a digit leads to the place from wherever one is with
// its client.
func (e Entry) Numbered() bool { return e.Client && !e.Together && !e.Person && !e.Aside && !e.Traces }
