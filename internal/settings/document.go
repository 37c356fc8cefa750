package settings

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
)

// document is a JSON object whose keys keep their order, known or not.
type document []member

type member struct {
	key   string
	value json.RawMessage
}

var errForm = errors.New("not an object with each key once")

// UnmarshalJSON implements json.Unmarshaler.
func (d *document) UnmarshalJSON(data []byte) error {
	r := json.NewDecoder(bytes.NewReader(data))
	if t, err := r.Token(); err != nil || t != json.Delim('{') {
		return errors.Join(errForm, err)
	}
	var out document
	for r.More() {
		t, err := r.Token()
		if err != nil {
			return err
		}
		m := member{key: t.(string)} // of an object
		if err := r.Decode(&m.value); err != nil {
			return err
		}
		if _, twice := out.get(m.key); twice {
			return errForm
		}
		out = append(out, m)
	}
	*d = out
	return nil
}

// MarshalJSON implements json.Marshaler.
func (d document) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range d {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(m.value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// section is the object under a key, empty where there is none; under "" it is
// the document itself.
func (d document) section(key string) (in document, err error) {
	if key == "" {
		return d.clone(), nil
	}
	if raw, ok := d.get(key); ok {
		err = json.Unmarshal(raw, &in)
	}
	return in, err
}

func (d document) clone() document { return slices.Clone(d) }

func (d document) get(key string) (json.RawMessage, bool) {
	for _, m := range d {
		if m.key == key {
			return m.value, true
		}
	}
	return nil, false
}

// put changes a key in its place, or adds it at the end.
func (d *document) put(key string, value any) error {
	raw, err := json.Marshal(value)
	if err != nil {
		return err
	}
	for i := range *d {
		if (*d)[i].key == key {
			(*d)[i].value = raw
			return nil
		}
	}
	*d = append(*d, member{key, raw})
	return nil
}
