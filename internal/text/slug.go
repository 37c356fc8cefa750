package text

import (
	"strconv"
	"strings"
)

// unwritten takes out signs within words that a slug does without.
var unwritten = strings.NewReplacer("'", "", "’", "", ".", "")

// Slug is a name in lower case letters and digits, what lies between words as
// one hyphen, of so many bytes at most, and from the second on with a number
// behind it. Where nothing of the name is left it is the word given.
func Slug(name, none string, n, most int) string {
	words := strings.FieldsFunc(unwritten.Replace(Search(name)), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	slug := strings.Join(words, "-")
	if slug == "" {
		slug = none
	}
	tail := ""
	if n > 1 {
		tail = "-" + strconv.Itoa(n)
	}
	return strings.TrimRight(slug[:min(len(slug), most-len(tail))], "-") + tail
}
