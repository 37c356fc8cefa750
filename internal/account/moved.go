package account

// Move is what became of a KWI in the cycle that followed.
type Move string

// The moves of a KWI.
const (
	MovedOn   Move = "carried"   // in the same words
	MovedSaid Move = "sharpened" // in other words, or with another target
	MovedIn   Move = "new"
	MovedOut  Move = "dropped"
)

// MovedKWI is a KWI of a cycle or of the one that followed.
type MovedKWI struct {
	Code  KWICode
	Title string // as it was said last
	Move  Move
}

// Moved is what became of the KWIs of a cycle in the one that followed, and
// which are new there; nothing where none did.
func (c *Client) Moved(cycle CycleName) (out []MovedKWI) {
	y, next := c.Cycle(cycle), c.After(cycle)
	if y == nil || next == nil {
		return nil
	}
	for _, was := range y.KWIs {
		k := next.KWI(was.Code)
		switch {
		case k == nil:
			out = append(out, MovedKWI{was.Code, was.Title, MovedOut})
		case k.Title != was.Title || k.Expectation != was.Expectation || k.Target != was.Target:
			out = append(out, MovedKWI{k.Code, k.Title, MovedSaid})
		default:
			out = append(out, MovedKWI{k.Code, k.Title, MovedOn})
		}
	}
	for _, k := range next.KWIs {
		if y.KWI(k.Code) == nil {
			out = append(out, MovedKWI{k.Code, k.Title, MovedIn})
		}
	}
	return out
}

// WouldMove is what would become of the KWIs of the newest cycle if it were closed
// now; nothing where it is closed, or the next cannot begin.
func (c *Client) WouldMove(today Date) []MovedKWI {
	next := c.Clone()
	y := next.Newest()
	if y == nil || y.Stage == Closed {
		return nil
	}
	y.Stage = Closed
	name := y.Name
	if _, err := next.StartCycle(today); err != nil {
		return nil
	}
	return next.Moved(name)
}
