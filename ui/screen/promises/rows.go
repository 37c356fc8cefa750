package promises

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// itemKey is what an item in the list is known by. One that is due on another
// day is another: the next conversation with somebody is not the last.
type itemKey struct {
	client, id string
	at         account.Moment
}

// marked is an item that was marked done here, with its client.
type marked struct {
	client due.Client // without the items
	item   due.Item
}

// shownList is the list as it is looked at on a day: what was fetched, with the
// client in hand as they are now, kept or not.
type shownList struct {
	now    account.Moment
	me     account.User
	own    due.Client // of the client in hand
	rows   []listRow
	counts due.Counts // of what is in view
}

// listRow is one row in view: an item of a client, or the head of a group.
type listRow struct {
	head  bool
	done  bool
	group groupKey
	count int // of a head: what is open below it
	of    *due.Client
	at    *due.Item
}

func (r *listRow) client() *due.Client { return r.of }
func (r *listRow) item() *due.Item     { return r.at }

// key is what the row is known by.
func (r *listRow) key() itemKey { return itemKey{r.of.ID, r.at.ID(), r.at.At} }

// settled is the screen with the list as it is now. It costs next to nothing
// when nothing happened.
func (s Screen) settled(f *kit.Frame) Screen {
	if !s.fetched || f.Audience != kit.Manager {
		return s
	}
	if s.shown.now == f.Moment() && s.shown.me == f.Me && reflect.DeepEqual(ownOf(f), s.shown.own) {
		return s
	}
	return s.arranged(f)
}

// ownOf is what is to be done for the client in hand.
func ownOf(f *kit.Frame) due.Client {
	if f.Client.ID == "" {
		return due.Client{}
	}
	return due.Of(&f.Client)
}

// arranged makes the list anew and keeps the row in hand.
func (s Screen) arranged(f *kit.Frame) Screen {
	sh := shownList{now: f.Moment(), me: f.Me, own: ownOf(f)}
	if sh.own.ID != "" {
		s.clients = withOwn(s.clients, sh.own)
	}
	var rows []listRow
	open := map[itemKey]bool{}
	for i := range s.clients {
		c := &s.clients[i]
		for j := range c.Items {
			r := listRow{of: c, at: &c.Items[j]}
			if len(s.done) > 0 {
				open[r.key()] = true
			}
			if s.shows(f, &r) {
				rows = append(rows, r)
			}
		}
	}
	for _, was := range s.shown.rows {
		if was.done && open[was.key()] && was.of.ID == sh.own.ID {
			s.inHand = was.key() // it was taken back: show what came back
		}
	}
	for key, m := range s.done {
		if r := (listRow{done: true, of: s.lists(&sh.own, &m.client), at: &m.item}); !open[key] && s.shows(f, &r) {
			rows = append(rows, r)
		}
	}
	terms := due.At(sh.now)
	days := make([]due.Day, 0, len(rows))
	g := grouper{f: f, terms: terms, by: s.by, names: map[string]string{}, weeks: map[account.Date]account.Date{}, next: due.Week(f.Today).Add(7)}
	for i := range rows {
		r := &rows[i]
		r.group = g.groupOf(r)
		if !r.done {
			days = append(days, r.at.Day())
		}
	}
	sh.counts = terms.Count(days)
	slices.SortFunc(rows, compareRows)
	sh.rows = withHeads(rows)
	s.shown = sh
	if at := slices.IndexFunc(sh.rows, func(r listRow) bool { return !r.head && r.key() == s.inHand }); at >= 0 {
		s.cursor = s.cursor.To(at, len(sh.rows), s.visible(f))
	}
	return s.moved(f, keys.None)
}

// lists is the client with that ID as the list has them, else as they were.
func (s Screen) lists(own *due.Client, was *due.Client) *due.Client {
	if was.ID == own.ID {
		return own
	}
	if i := slices.IndexFunc(s.clients, func(c due.Client) bool { return c.ID == was.ID }); i >= 0 {
		return &s.clients[i]
	}
	return was
}

// shows reports whether an item is in view at all.
func (s Screen) shows(f *kit.Frame, r *listRow) bool {
	return !r.at.Day().Past(f.Moment()) && !s.justHad(f, r) && (!s.mine || r.of.Mine(r.at, f.Me))
}

// justHad reports whether a row is the conversation that was marked as had here.
func (s Screen) justHad(f *kit.Frame, r *listRow) bool {
	if r.at.Kind != due.Talk || r.at.At.Date() != f.Today {
		return false
	}
	for key, m := range s.done {
		if key.client == r.of.ID && m.item.Kind == due.Visit && m.item.Who == r.at.Who {
			return true
		}
	}
	return false
}

// withOwn is the clients with one of them as they are now.
func withOwn(clients []due.Client, own due.Client) []due.Client {
	i := slices.IndexFunc(clients, func(c due.Client) bool { return c.ID == own.ID })
	gone := own.Archived != "" || len(own.Items) == 0
	switch {
	case i < 0 && gone:
		return clients
	case i < 0:
		return append(clients[:len(clients):len(clients)], own)
	}
	clients = slices.Clone(clients)
	if gone {
		return slices.Delete(clients, i, i+1)
	}
	clients[i] = own
	return clients
}

// compareRows puts rows in order of group, day, client and item.
func compareRows(a, b listRow) int {
	if c := cmp.Compare(a.group.rank, b.group.rank); c != 0 {
		return c
	}
	if c := strings.Compare(a.group.name, b.group.name); c != 0 {
		return c
	}
	if c := strings.Compare(a.group.id, b.group.id); c != 0 {
		return c
	}
	if c := due.CompareMoments(a.at.At, b.at.At); c != 0 {
		return c
	}
	if c := strings.Compare(a.of.Name, b.of.Name); c != 0 {
		return c
	}
	if c := strings.Compare(a.of.ID, b.of.ID); c != 0 {
		return c
	}
	return due.CompareItems(a.at, b.at)
}

// withHeads puts a head above each group.
func withHeads(rows []listRow) []listRow {
	out := make([]listRow, 0, len(rows)+len(rows)/4)
	head := 0
	for i, r := range rows {
		if i == 0 || r.group != rows[i-1].group {
			head = len(out)
			out = append(out, listRow{head: true, group: r.group, of: r.of, at: r.at})
		}
		if !r.done {
			out[head].count++
		}
		out = append(out, r)
	}
	return out
}
