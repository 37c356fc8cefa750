package desk

import "kwi/internal/questionnaire"

// Returned is what stands in files that came back, held against nobody yet:
// the interface holds it against the client in hand, of whom the store may
// not have everything. What cannot be read is told beside it, a fault a file.
func Returned(files []Incoming) (came []questionnaire.Return, unread []error) {
	for _, f := range readAll(files) {
		if f.err != nil {
			unread = append(unread, f.err)
			continue
		}
		came = append(came, f.came...)
	}
	return came, unread
}
