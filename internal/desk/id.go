package desk

import "kwi/internal/text"

// longestID is how long the ID of a client may be.
const longestID = 40

// makeID makes an ID of a name, from the second on with a number behind it.
func makeID(name string, n int) string { return text.Slug(name, "client", n, longestID) }
