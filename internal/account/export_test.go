package account

// IdentityOf is what an element of a list is known by, of a kind that is known
// by anything.
func IdentityOf(element any) (string, bool) {
	known, ok := element.(identity)
	if !ok {
		return "", false
	}
	return known.identity(), true
}
