// Package follow is what two windows on one data file tell each other: the
// first at which page of a meeting it is, the second, which follows, what it
// shows of that. It is codes and initials, and never a text of a client.
//
// What comes from a file is foreign: it is read whole or not at all, and who
// reads it still asks whether there is such a place, client or person. The
// package is pure and knows no file and no screen.
package follow

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"kwi/internal/account"
	"kwi/internal/language"
)

// Page is a page of a meeting with one client. Where no page is shown but the
// cover, Place is empty.
type Page struct {
	Client   string            `json:"client"`
	Place    string            `json:"place,omitempty"`
	Cycle    account.CycleName `json:"cycle,omitempty"` // "" is the newest
	At       string            `json:"at,omitempty"`    // what is in hand there
	Room     account.Room      `json:"room"`            // who sits here
	Scale    int               `json:"scale,omitempty"`
	Language string            `json:"language,omitempty"`
	Rev      uint64            `json:"rev,omitempty"`    // up to which revision of the client this is
	Locked   bool              `json:"locked,omitempty"` // the passphrase is asked there: nothing is shown
}

// Same reports whether two pages are the same in everything but the revision.
func (p Page) Same(q Page) bool {
	p.Rev, q.Rev = 0, 0
	a, _ := json.Marshal(p)
	b, _ := json.Marshal(q)
	return bytes.Equal(a, b)
}

// Watcher is a window that follows: its name, and the page that it shows.
type Watcher struct {
	Name string
	Page Page
}

// The bounds of what is read.
const (
	Most       = 4096 // bytes of a page
	mostPeople = 64
	mostScale  = 9
	longest    = 64 // bytes of a place, and of what is in hand there
)

// Encode is a page as Parse reads it.
func Encode(p Page) []byte {
	b, _ := json.Marshal(p) // of texts and numbers alone
	return b
}

// Parse reads a page, and reports whether it is one.
func Parse(b []byte) (p Page, ok bool) {
	if len(b) > Most {
		return Page{}, false
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if d.Decode(&p) != nil {
		return Page{}, false
	}
	if _, err := d.Token(); err != io.EOF || !p.valid() {
		return Page{}, false
	}
	return p, true
}

func (p *Page) valid() bool {
	for _, who := range p.Room.Present {
		if !account.ValidInitials(string(who)) {
			return false
		}
	}
	return account.ValidID(p.Client) && named(p.Place) && named(p.At) &&
		(p.Cycle == "" || p.Cycle.Valid()) && (p.Language == "" || language.Known(p.Language)) &&
		len(p.Room.Present) <= mostPeople && p.Scale >= -mostScale && p.Scale <= mostScale &&
		(p.Room.Known || len(p.Room.Present) == 0 && !p.Room.Guests)
}

// named reports whether a text can name a place or what is in hand there: it
// is short and has no space and no sign that a terminal acts on.
func named(s string) bool {
	return len(s) <= longest && strings.IndexFunc(s, func(r rune) bool {
		return r <= ' ' || r == 0x7f || r == '\ufffd' || r > 0x7f && !account.ValidInitials(string(r))
	}) < 0
}
