package widget

// Edits is what a dialog hands over when it ends: of something that is there
// already only the fields that were changed since the dialog opened, so that
// what others change meanwhile stays; of something new all fields.
type Edits struct{ values map[string]string }

// EditsOf are the edits with these values by the fields' IDs.
func EditsOf(values map[string]string) Edits { return Edits{values} }

// Has reports whether a field is handed over.
func (e Edits) Has(id string) bool {
	_, ok := e.values[id]
	return ok
}

// Get is the value of a field that is handed over, "" of any other.
func (e Edits) Get(id string) string { return e.values[id] }

// None reports whether nothing was changed.
func (e Edits) None() bool { return len(e.values) == 0 }

// Only reports whether one field is handed over and no other.
func (e Edits) Only(id string) bool { return len(e.values) == 1 && e.Has(id) }

// Put writes the value of a field where it was handed over, and leaves what
// stands there where it was not.
func Put[T ~string](e Edits, id string, to *T) {
	if v, ok := e.values[id]; ok {
		*to = T(v)
	}
}
