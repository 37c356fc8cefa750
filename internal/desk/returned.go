package desk

import "kwi/internal/questionnaire"

// Back is what stands in files that came back, held against nobody yet.
type Back struct {
	Returns  []questionnaire.Return
	Unfilled int     // files that only lay there, still empty
	Unread   []error // files that cannot be read, each with a fault that names it
}

// Returned is what stands in files that came back: the interface holds it
// against the client in hand, of whom the store may not have everything.
func Returned(files []Incoming) (b Back) {
	for _, f := range readAll(files) {
		b.Unread = append(b.Unread, f.unread...)
		if f.unfilled {
			b.Unfilled++
		}
		b.Returns = append(b.Returns, f.came...)
	}
	return b
}
