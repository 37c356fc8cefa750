package codec

import (
	"strings"

	"kwi/internal/hand"
)

// AllDrafts is what the keys begin with of all that was typed and is not kept.
const AllDrafts = "draft/"

// DraftOf is the ID of the client whom such a key is about, "" where it is none.
func DraftOf(key string) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(key, AllDrafts), "/")
	if id == noClient {
		return ""
	}
	return id
}

const noClient = "!" // which is no ID

// DraftPrefix is what the keys begin with of all that was typed about a client
// and is not kept; about no client where id is "".
func DraftPrefix(id string) string {
	if id == "" {
		id = noClient
	}
	return AllDrafts + id + "/"
}

// DraftKey is the key of the drafts that one run of the program has of a
// client. Two runs have a record each, so that neither writes over the other.
func DraftKey(id, run string) string { return DraftPrefix(id) + run }

// EncodeDrafts is drafts as a record. Whose they are is told by its key.
func EncodeDrafts(drafts []hand.Draft) []byte {
	return writeRecord(func(x *fieldCoder) { codeList(x, &drafts, x.draft) })
}

// DecodeDrafts reads drafts.
func DecodeDrafts(key string, record []byte) (drafts []hand.Draft, err error) {
	err = readRecord(key, record, func(x *fieldCoder) { codeList(x, &drafts, x.draft) })
	return drafts, err
}

func (x *fieldCoder) draft(d *hand.Draft) {
	codeText(x, &d.Place)
	codeText(x, &d.Field)
	codeText(x, &d.Text)
	mapped(x, &d.Values, nil, codeWord[string](x))
	codeText(x, &d.At)
}
