package sound

import (
	"maps"
	"slices"
	"strings"

	"kwi/internal/codec"
)

// hubNotes is what is known of the notes of one client at the hub of a team.
type hubNotes struct {
	keys   []string // their records, but for what waits for a choice
	note   bool     // there is the note itself, which says as of when
	is     codec.HubNote
	base   bool // there is what they were when both were last the same
	broken bool // something of it cannot be read
}

// base is what one client was when both were last the same, as it comes in.
type base struct {
	client  string
	records map[string][]byte
}

// notes are the notes of a client.
func (j *Judge) notes(id string) *hubNotes {
	if j.hub[id] == nil {
		j.hub[id] = &hubNotes{}
	}
	return j.hub[id]
}

// takeNote judges a record that is noted of the hub of a team; false where it is none.
// One without a value could not be given.
func (j *Judge) takeNote(key string, value []byte) bool {
	kind, _, _ := strings.Cut(key, "/")
	switch kind + "/" {
	case codec.HubPrefix:
		n := j.noted(codec.HubPrefix, key)
		is, ok := codec.DecodeHubNote(value)
		n.note, n.is, n.broken = true, is, n.broken || !ok
	case codec.BasePrefix:
		n := j.noted(codec.BasePrefix, key)
		n.base = true
		if value == nil {
			n.broken = true
			break
		}
		id := codec.NoteOf(codec.BasePrefix, key)
		if j.base.client != id {
			j.judgeBase()
			j.base = base{id, map[string][]byte{}}
		}
		j.base.records[strings.TrimPrefix(key, codec.BaseKey(id, ""))] = slices.Clone(value)
	case codec.SendingPrefix:
		n := j.noted(codec.SendingPrefix, key)
		_, ok := codec.DecodeSending(value)
		n.broken = n.broken || !ok
	case codec.ErasedPrefix:
		if _, ok := codec.DecodeErased(value); !ok {
			j.found = append(j.found, Finding{Kind: Notes, Client: codec.NoteOf(codec.ErasedPrefix, key), Record: key, Drop: []string{key}})
		}
	case codec.ApartPrefix:
		f := Finding{Kind: Choice, Client: codec.NoteOf(codec.ApartPrefix, key), Record: key, Drop: []string{key}}
		if _, _, _, err := codec.DecodeApart(key, value); err != nil {
			j.found = append(j.found, f)
		} else {
			j.choices = append(j.choices, f)
		}
	default:
		return false
	}
	return true
}

// noted adds a record to the notes of a client.
func (j *Judge) noted(prefix, key string) *hubNotes {
	n := j.notes(codec.NoteOf(prefix, key))
	n.keys = append(n.keys, key)
	return n
}

// judgeBase judges what a client was when both were last the same, once all of it came in.
func (j *Judge) judgeBase() {
	b := j.base
	if j.base = (base{}); b.client == "" {
		return
	}
	c, err := codec.Decode(b.records)
	if n := j.notes(b.client); err != nil || c.ID != b.client {
		n.broken = true
	}
}

// judgeNotes judges the notes of all clients, once all records came in. Where nobody can
// tell to which team the file belongs none of them says anything.
func (j *Judge) judgeNotes() {
	j.judgeBase()
	if j.teamless || len(j.hub) > 0 && !j.team {
		f := Finding{Kind: Team, Record: codec.Hub, Drop: []string{codec.Hub}}
		for _, id := range slices.Sorted(maps.Keys(j.hub)) {
			f.Drop = append(f.Drop, j.hub[id].keys...)
		}
		j.found = append(j.found, f)
		return
	}
	for _, id := range slices.Sorted(maps.Keys(j.hub)) {
		n, c := j.hub[id], j.clients[id]
		f := Finding{Kind: Notes, Client: id, Drop: n.keys}
		switch {
		case c == nil:
			f.Kind = Stray
		case !n.broken && n.base == (n.note && n.is.Head != 0): // there is none of who goes there for the first time, or is to be looked at afresh
			continue
		default:
			f.Afresh = codec.EncodeHubNote(n.is.Afresh())
		}
		j.found = append(j.found, f)
	}
}
