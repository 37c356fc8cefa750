package ui

import (
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// noteStep notes when the newest step of the client in hand was done, among
// those of what the supplier keeps.
func (r *Root) noteStep() { r.noteOrder(r.hand.Newest()) }

// noteFirm notes it of what the supplier keeps, where that was changed or taken
// back on a place that can also be about a client. What was done elsewhere
// nobody sees there.
func (r *Root) noteFirm(at kit.Place) {
	if e, ok := r.entry(at.Name); ok && e.Either {
		r.noteOrder(r.Firm.Newest())
	}
}

func (r *Root) noteOrder(step string) {
	if _, known := r.order[step]; known || step == "" {
		return
	}
	if r.order == nil {
		r.order = map[string]int{}
	}
	r.order[step] = r.beat
}

// ofFirm reports whether what is taken back next, or done again, is of what the
// supplier keeps: always on a place that is about that alone. On one that is about
// a client too it is whichever was done last, wherever one was in between.
func (r *Root) ofFirm(kind hand.Kind) bool {
	e, ok := r.entry(r.place().Name)
	if !ok || !e.Firm && !e.History || r.watched() {
		return false
	}
	firm, done := r.order[r.Firm.Next(kind)]
	switch {
	case e.Firm && (!e.Either || r.place().Client == ""):
		return true
	case r.place().Client == "": // what was done to all clients is of nobody in hand
		return done
	}
	return done && firm > r.order[r.hand.Next(kind)]
}
