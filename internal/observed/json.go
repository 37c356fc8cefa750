package observed

import (
	"bytes"
	"encoding/json"
	"io"
)

// Format names the form of the JSON, its first key.
const Format = "kwi-rows/1"

// document is the JSON as a whole.
type document struct {
	Format   string `json:"format"`
	Supplier string `json:"supplier"`
	Rows     []Row  `json:"rows"`
}

// WriteJSON writes rows as one object: format, supplier and rows. Texts are as
// they were written, ends of lines included.
func WriteJSON(w io.Writer, supplier string, rows []Row) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(document{Format, supplier, rows})
}

// readJSON reads what WriteJSON wrote, false where it is anything else.
func readJSON(content []byte) ([]Row, bool) {
	var d document
	strict := json.NewDecoder(bytes.NewReader(content))
	strict.DisallowUnknownFields()
	if strict.Decode(&d) != nil || d.Format != Format {
		return nil, false
	}
	var again bytes.Buffer
	err := WriteJSON(&again, d.Supplier, d.Rows)
	return d.Rows, err == nil && bytes.Equal(again.Bytes(), content)
}
