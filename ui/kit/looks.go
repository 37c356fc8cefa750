package kit

import "kwi/ui/keys"

// Closed are the acts where nothing may change: each that does not say that it only
// looks tells that this is why it cannot be done, whatever else there is against it:
// to mend that would change something too. The keys that move, turn and leave are the same
// on every screen and never change anything.
func Closed(acts []Act, why string) []Act {
	out := make([]Act, len(acts))
	for i, a := range acts {
		if out[i] = a; !a.Looks && !keys.OnlyMoves(a.Keys) {
			out[i].Why = why
		}
	}
	return out
}
