package ui

import "kwi/ui/kit"

// noteKind notes, on a place where both the client and what the supplier keeps
// can be changed, which of them was: they are taken back in the order in which
// they were done.
func (r *Root) noteKind(at kit.Place, firm bool) {
	if e, ok := r.entry(at.Name); ok && e.Either && at.Client != "" {
		n := len(r.kinds)
		r.kinds, r.forth = append(r.kinds[:n:n], firm), nil
	}
}

// passKind takes the last of one list over to the other, as a step back or forth
// does.
func passKind(from, to *[]bool) {
	if n, m := len(*from), len(*to); n > 0 {
		*from, *to = (*from)[:n-1:n-1], append((*to)[:m:m], (*from)[n-1])
	}
}

// ofFirm reports whether what is taken back next is of what the supplier keeps:
// always on a place that is about that alone, else where that was changed last.
func (r *Root) ofFirm(kinds []bool) bool {
	e, ok := r.entry(r.place().Name)
	if !ok || !e.Firm || r.watched() {
		return false
	}
	if !e.Either || r.place().Client == "" {
		return true
	}
	return len(kinds) > 0 && kinds[len(kinds)-1]
}
