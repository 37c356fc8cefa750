package desk

import (
	"strconv"
	"strings"

	"kwi/internal/text"
)

// unwritten takes out signs within words that an ID does without.
var unwritten = strings.NewReplacer("'", "", "’", "", ".", "")

// longestID is how long the ID of a client may be.
const longestID = 40

// makeID makes an ID of a name: lower case, what lies between words as one
// hyphen, and from the second on a number behind it.
func makeID(name string, n int) string {
	words := strings.FieldsFunc(unwritten.Replace(text.Search(name)), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	id := strings.Join(words, "-")
	if id == "" {
		id = "client"
	}
	tail := ""
	if n > 1 {
		tail = "-" + strconv.Itoa(n)
	}
	return strings.TrimRight(id[:min(len(id), longestID-len(tail))], "-") + tail
}
