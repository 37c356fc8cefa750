package cli

import (
	"kwi/internal/account"
	"kwi/internal/due"
)

// The shapes of `kwi due --json`. Every key is always there; what an item has
// none of is "", 0 or null.
type (
	dueJSON struct {
		Today  string     `json:"today"`
		Days   int        `json:"days"`
		Counts countsJSON `json:"counts"` // of all there is to do, whatever the number of days
		Due    []itemJSON `json:"due"`
	}
	countsJSON struct {
		Overdue int `json:"overdue"`
		Today   int `json:"today"`
		Week    int `json:"week"` // later in the week of today
		Later   int `json:"later"`
		Undated int `json:"undated"`
	}
	itemJSON struct {
		Client   string      `json:"client"`
		Name     string      `json:"name"`
		Cycle    string      `json:"cycle"`
		Kind     string      `json:"kind"`    // action | concept | visit | plan | lists | answers | session | caught | inspiration | ideas | reply | chase | analysis | findings | talk
		Due      string      `json:"due"`     // a date, or a date and hour
		Late     int         `json:"late"`    // how many days ago it was due, 0 where it is not late
		Overdue  bool        `json:"overdue"` // its day has passed, or its hour of today
		What     string      `json:"what"`    // in the user's language; an agreement in its own words
		Number   string      `json:"number"`
		Side     string      `json:"side"`     // of an agreement: supplier | client | both
		Internal bool        `json:"internal"` // an agreement that the client hears nothing of
		With     *personJSON `json:"with"`     // whom a concept or a conversation is for
		By       *personJSON `json:"by"`       // who does it, null where nobody is named
		Count    int         `json:"count"`
	}
	personJSON struct {
		Initials string `json:"initials"`
		Name     string `json:"name"`
	}
)

// dueOf puts items in the shape of the contract; say tells what one is. What is
// internal has a key of its own and stands unmarked in its own words.
func dueOf(all []owed, say func(*due.Item, account.Approach) string, now account.Moment, days int, counts due.Counts) dueJSON {
	today := now.Date()
	out := dueJSON{Today: string(today), Days: days, Counts: countsJSON(counts), Due: []itemJSON{}}
	for i := range all {
		o, plain := &all[i], all[i].Item
		plain.Internal = false
		j := itemJSON{
			Client: o.client.ID, Name: o.client.Name, Cycle: string(o.Cycle), Kind: o.Kind.String(), Due: string(o.At), What: say(&plain, o.client.Approach),
			Number: o.Number, Side: string(o.Side), Internal: o.Internal, With: personJSONOf(o.Who, o.Item.Name), By: personJSONOf(o.By.Initials, o.By.Name), Count: o.Count,
		}
		if day := o.Day(); day.Late(now) {
			j.Overdue = true
			j.Late, _ = day.On.Until(today)
		}
		out.Due = append(out.Due, j)
	}
	return out
}

func personJSONOf(who account.Initials, name string) *personJSON {
	if who == "" && name == "" {
		return nil
	}
	return &personJSON{string(who), name}
}
