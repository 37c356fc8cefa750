package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/store"
)

// A data file of a team keeps of every client what they were when it and the hub were
// last the same. Somebody who is erased goes there too, at once. That they were erased is
// noted without who it was, until it has gone to the hub and every laptop has been back:
// whatever the hub then has of them is not taken for something new.

// tells begins what the hub of a team is told of somebody who is erased at a client.
func (d *Desk) tells(e Erasing, at *account.Client, who account.Initials) *account.Erasure {
	if e.Arrived.Mark != "" && e.Person.Client == at.ID {
		again := e.Arrived
		return &again
	}
	t := d.beginsTo(e)
	initials := []account.Initials{who}
	if r := at.Respondent(who); r != nil {
		initials = append(initials, r.Formerly...)
	}
	t.OfPerson(initials...)
	e.told[at.ID] = append(e.told[at.ID], t)
	return t
}

func (d *Desk) beginsTo(e Erasing) *account.Erasure {
	return &account.Erasure{Mark: d.nonce(), On: e.Today, Word: cmp.Or(e.Word, e.Unseen), All: e.Everywhere}
}

// tellsTexts adds what became of the texts of others at a client.
func (d *Desk) tellsTexts(e Erasing, id string, decided map[string]string) {
	if len(decided) > 0 && len(e.told[id]) == 0 && !e.here(id) {
		e.told[id] = []*account.Erasure{d.beginsTo(e)}
	}
	for _, t := range e.told[id] {
		t.Decide(decided)
	}
}

// here reports whether a client is the one at which another laptop erased them: then the
// hub knows of it.
func (e *Erasing) here(id string) bool { return e.Arrived.Mark != "" && e.Person.Client == id }

// teamNotes are the notes of one client at the hub of a team.
type teamNotes struct {
	note    store.Record
	base    map[string]store.Record // by the keys that they have in the client
	sending store.Record
}

// erasingHub takes a person out of what is noted of the hub of a team, and is the
// writes of that. What collided and names them waits for a choice no longer: it
// would bring them back.
func (d *Desk) erasingHub(ctx context.Context, e Erasing, done *Erasure) (writes []store.Write, err error) {
	err = d.store.Scan(ctx, codec.ApartPrefix, func(r store.Record) error {
		if e.covers(codec.NoteOf(codec.ApartPrefix, r.Key)) && e.inNote(r.Value) {
			done.Apart++
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	all, err := d.teamNotes(ctx, e)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		more, named := d.erasedNotes(e, id, all[id])
		writes = append(writes, more...)
		if e.here(id) || !named && len(e.told[id]) == 0 {
			continue
		}
		if is, _ := codec.DecodeHubNote(all[id].note.Value); is.Gone {
			done.Unshared++
		} else {
			done.AtHub++
		}
		for _, t := range e.told[id] {
			writes = append(writes, store.Write{Op: store.Put, Key: codec.ErasedKey(id, t.Mark), Value: codec.EncodeErased(codec.ErasedNote{Erasure: *t})})
		}
	}
	return writes, nil
}

// teamNotes are the notes of all clients where they are to be erased.
func (d *Desk) teamNotes(ctx context.Context, e Erasing) (all map[string]*teamNotes, err error) {
	all = map[string]*teamNotes{}
	for _, prefix := range []string{codec.HubPrefix, codec.BasePrefix, codec.SendingPrefix} {
		err := d.store.Scan(ctx, prefix, func(r store.Record) error {
			id := codec.NoteOf(prefix, r.Key)
			if !e.covers(id) {
				return nil
			}
			if all[id] == nil {
				all[id] = &teamNotes{base: map[string]store.Record{}}
			}
			r.Value = slices.Clone(r.Value)
			switch prefix {
			case codec.HubPrefix:
				all[id].note = r
			case codec.BasePrefix:
				all[id].base[r.Key[len(codec.BaseKey(id, "")):]] = r
			default:
				all[id].sending = r
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// erasedNotes are the writes that take them out of the notes of a client, and whether
// anything there was of them. What cannot be read and names them is dropped: then the
// client is looked at afresh.
func (d *Desk) erasedNotes(e Erasing, id string, n *teamNotes) (writes []store.Write, named bool) {
	was := map[string][]byte{}
	for key, r := range n.base {
		was[key] = r.Value
		named = named || e.Person.Bytes(r.Value)
	}
	inSending := n.sending.Rev != 0 && e.inNote(n.sending.Value)
	base, err := codec.Decode(was)
	is := was
	if err == nil {
		if len(e.told[id]) == 0 && !e.here(id) { // they are known there only as they were then
			for _, who := range e.Person.Among(&base) {
				d.tells(e, &base, who)
			}
		}
		is = e.at(base)
	}
	changed := !maps.EqualFunc(is, was, func(a, b []byte) bool { return string(a) == string(b) })
	if !changed && !inSending {
		if err == nil || !named {
			return nil, false // a text that was left stays
		}
		return n.dropped(id), true
	}
	s, ok := codec.DecodeSending(n.sending.Value)
	full := maps.Clone(was)
	maps.Copy(full, s.Put)
	for _, key := range s.Gone {
		delete(full, key)
	}
	goes, failed := codec.Decode(full)
	if n.sending.Rev != 0 && (!ok || failed != nil) || err != nil && len(was) > 0 {
		return n.dropped(id), true
	}
	writes = inPlace(n.base, is, func(key string) string { return codec.BaseKey(id, key) })
	if n.sending.Rev != 0 {
		value, err := json.Marshal(codec.SendingBetween(s.Mark, is, e.at(goes)))
		if err != nil {
			return n.dropped(id), true
		}
		writes = append(writes, store.Write{Op: store.Put, Key: n.sending.Key, Rev: n.sending.Rev, Value: value})
	}
	return writes, true
}

// at are the records of a client, as they were at another moment, without them.
func (e *Erasing) at(c account.Client) map[string][]byte {
	told := e.told[c.ID]
	if e.here(c.ID) {
		told = []*account.Erasure{&e.Arrived}
	}
	for _, t := range told {
		t.Erase(&c, slices.Concat(e.Also, []string{e.Person.Name}, e.Person.Before)...)
	}
	return codec.Encode(c)
}

// dropped are the writes that drop the notes of a client.
func (n *teamNotes) dropped(id string) (writes []store.Write) {
	is, _ := codec.DecodeHubNote(n.note.Value)
	writes = append(writes, store.Write{Op: store.Put, Key: codec.HubKey(id), Rev: n.note.Rev, Value: codec.EncodeHubNote(is.Afresh())})
	for _, r := range n.base {
		writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
	}
	if n.sending.Rev != 0 {
		writes = append(writes, store.Write{Op: store.Remove, Key: n.sending.Key, Rev: n.sending.Rev})
	}
	return writes
}

// inPlace are the writes that put records in the place of others.
func inPlace(was map[string]store.Record, is map[string][]byte, name func(string) string) (writes []store.Write) {
	for _, key := range slices.Sorted(maps.Keys(is)) {
		if string(was[key].Value) != string(is[key]) || was[key].Rev == 0 {
			writes = append(writes, store.Write{Op: store.Put, Key: name(key), Rev: was[key].Rev, Value: is[key]})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(was)) {
		if _, stays := is[key]; !stays {
			writes = append(writes, store.Write{Op: store.Remove, Key: name(key), Rev: was[key].Rev})
		}
	}
	return writes
}

// inNote reports whether a note of the hub names them: records of a client by their
// keys, in JSON. One that cannot be read is looked at as it stands.
func (e *Erasing) inNote(value []byte) bool {
	if e.Person.Bytes(value) {
		return true
	}
	var note map[string]json.RawMessage
	if json.Unmarshal(value, &note) != nil {
		return false
	}
	for _, part := range note {
		var records map[string][]byte
		if json.Unmarshal(part, &records) != nil {
			continue
		}
		for _, r := range records {
			if e.Person.Bytes(r) {
				return true
			}
		}
	}
	return false
}
