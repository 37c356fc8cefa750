package desk

import (
	"context"
	"encoding/json"

	"kwi/internal/codec"
	"kwi/store"
)

// erasingHub takes a person out of what is noted of the hub of a team, and is the
// writes of that. What collided and names them waits for a choice no longer: it
// would bring them back. What the hub still has of them stays noted until the
// erasure has gone there, for without that nobody could tell that they were erased;
// in a copy, which goes nowhere, that is forgotten too.
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
	named := map[string]bool{}
	var ids []string
	note := func(id string) {
		if !named[id] {
			named[id], ids = true, append(ids, id)
		}
	}
	err = d.store.Scan(ctx, codec.BasePrefix, func(r store.Record) error {
		if id := codec.NoteOf(codec.BasePrefix, r.Key); e.covers(id) && e.Person.Bytes(r.Value) {
			note(id)
		}
		return nil
	})
	if err == nil {
		err = d.store.Scan(ctx, codec.SendingPrefix, func(r store.Record) error {
			if id := codec.NoteOf(codec.SendingPrefix, r.Key); e.covers(id) && e.inNote(r.Value) {
				note(id)
			}
			return nil
		})
	}
	if err != nil {
		return nil, err
	}
	if done.AtHub = len(ids); !e.Copy {
		return writes, nil
	}
	for _, id := range ids {
		for _, prefix := range []string{codec.BaseKey(id, ""), codec.HubKey(id), codec.SendingKey(id)} {
			err := d.store.Scan(ctx, prefix, func(r store.Record) error {
				if prefix == codec.BaseKey(id, "") || r.Key == prefix {
					writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return writes, nil
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
