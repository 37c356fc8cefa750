package codec

import (
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// HubNote is what is noted of a client at the hub of a team.
type HubNote struct {
	Head  uint64 // the revision of their head there when both were last the same; 0: what they were then is not known any more
	Here  uint64 // the revision of their overview here then
	Owner string // who brought them, "" where that is not known
	ID    string // what they are called there, "" where it is as here
	Gone  bool   // the hub has them no longer, or shows them no longer
	Mark  string // of the last sending that their head told of then
	Sent  uint64 // how many sendings there had been then, 0 where that is not known
}

// noLonger stands behind all that is noted of a client whom the hub has no longer, and
// between their owner and their ID: neither has a slash.
const noLonger = "/"

// lastSent stands before what is noted of the last sending.
const lastSent = "\n"

// Afresh is the note of a client of whom nobody knows any more what both were: they lie where
// they did, and are compared with what is there anew.
func (n HubNote) Afresh() HubNote { return HubNote{Owner: n.Owner, ID: n.ID, Gone: n.Gone} }

// EncodeHubNote is a note as a record.
func EncodeHubNote(n HubNote) []byte {
	value := append(binary.AppendUvarint(binary.AppendUvarint(nil, n.Head), n.Here), n.Owner...)
	if n.ID != "" {
		value = append(append(value, noLonger...), n.ID...)
	}
	if n.Gone {
		value = append(value, noLonger...)
	}
	if n.Mark != "" {
		value = append(binary.AppendUvarint(append(value, lastSent...), n.Sent), n.Mark...)
	}
	return value
}

// DecodeHubNote reads a note; false where it cannot be read.
func DecodeHubNote(value []byte) (n HubNote, ok bool) {
	head, length := binary.Uvarint(value)
	if length <= 0 {
		return n, false
	}
	here, more := binary.Uvarint(value[length:])
	if more <= 0 {
		return n, false
	}
	n.Head, n.Here = head, here
	rest, last, told := strings.Cut(string(value[length+more:]), lastSent)
	if told {
		sent, long := binary.Uvarint([]byte(last))
		if long <= 0 {
			return n, false
		}
		n.Sent, n.Mark = sent, last[long:]
	}
	n.Owner, n.Gone = strings.CutSuffix(rest, noLonger)
	n.Owner, n.ID, _ = strings.Cut(n.Owner, noLonger)
	return n, true
}

// SendingNote is what is noted before something of a client goes to the hub, beside
// what they were at both: whoever is killed, or loses the way, before they hear that it
// landed finds out by its mark in the head.
type SendingNote struct {
	Mark string            `json:"mark"`
	Put  map[string][]byte `json:"put,omitempty"` // what the client becomes beside what they were
	Gone []string          `json:"gone,omitempty"`
}

// SendingBetween is that of what a client becomes beside what they were.
func SendingBetween(mark string, was, is map[string][]byte) SendingNote {
	s := SendingNote{Mark: mark, Put: map[string][]byte{}}
	for key, value := range is {
		if string(was[key]) != string(value) {
			s.Put[key] = value
		}
	}
	for key := range was {
		if _, stays := is[key]; !stays {
			s.Gone = append(s.Gone, key)
		}
	}
	slices.Sort(s.Gone)
	return s
}

// DecodeSending reads such a note; false where it cannot be read.
func DecodeSending(value []byte) (s SendingNote, ok bool) {
	return s, json.Unmarshal(value, &s) == nil && s.Mark != ""
}

// ApartNote is one thing that was done otherwise here and elsewhere, of a client: their
// records, and those that are otherwise with what stood here.
type ApartNote struct {
	Path   string            `json:"path"`
	By     json.RawMessage   `json:"by"`
	Counts map[string][]byte `json:"counts"`
	Here   map[string][]byte `json:"here"`
	Gone   []string          `json:"gone,omitempty"`
}

// DecodeApart reads such a note with the client as they count, and with what stood here.
func DecodeApart(key string, value []byte) (n ApartNote, counts, here account.Client, err error) {
	damaged := fault.New(fault.Damaged, key)
	if json.Unmarshal(value, &n) != nil {
		return n, counts, here, damaged
	}
	if counts, err = Decode(n.Counts); err != nil {
		return n, counts, here, damaged
	}
	is := maps.Clone(n.Counts)
	maps.Copy(is, n.Here)
	for _, key := range n.Gone {
		delete(is, key)
	}
	if here, err = Decode(is); err != nil {
		return n, counts, here, damaged
	}
	return n, counts, here, nil
}

// ErasedNote is that somebody was erased at a client of a team, until every laptop has
// been back since.
type ErasedNote struct {
	account.Erasure
	Landed  uint64 `json:"landed,omitempty"`  // the revision of the hub with it; 0: it has not gone there
	Cleared bool   `json:"cleared,omitempty"` // the history of the hub before it is no more
}

// EncodeErased is such a note as a record.
func EncodeErased(n ErasedNote) []byte {
	value, err := json.Marshal(n)
	if err != nil {
		panic(err) // it is text and numbers
	}
	return value
}

// DecodeErased reads such a note; false where it cannot be read.
func DecodeErased(value []byte) (n ErasedNote, ok bool) {
	return n, json.Unmarshal(value, &n) == nil && n.Mark != ""
}

// NoteOf is the client whom a key with that prefix is about.
func NoteOf(prefix, key string) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(key, prefix), "/")
	return id
}

// TeamOf is the team that the record of Hub names, "" where it names none.
func TeamOf(value []byte) string {
	var is struct {
		Team string `json:"team"`
	}
	if json.Unmarshal(value, &is) != nil {
		return ""
	}
	return is.Team
}
