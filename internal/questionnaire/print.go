package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"kwi/internal/text"
)

// Print is the fingerprint of a wording: another one means that other words
// were asked. White space does not count, for a mail program wraps lines.
func Print(text string) string {
	sum := sha256.Sum256([]byte(singleSpaced(text)))
	return hex.EncodeToString(sum[:8])
}

// Print is the fingerprint of all that they are asked to grade.
func (l List) Print() string { return printOf(l.KWIs) }

func printOf(asked []KWI) string {
	var b strings.Builder
	for _, k := range asked {
		for _, q := range k.Questions {
			b.WriteString(q.Code.String() + " " + singleSpaced(q.Text) + "\n")
		}
	}
	return Print(b.String())
}

// singleSpaced is a text with single spaces for all white space.
func singleSpaced(s string) string { return text.Line(s) }

// Letter is how a question that is not graded is called in a file and in a
// mail, as a graded one is by its code: one capital, the same in every
// language.
func (k Key) Letter() string {
	for i, key := range letters() {
		if key == k {
			return string(rune('A' + i))
		}
	}
	return ""
}

// KeyOf is the question of a letter, in lower or upper case.
func KeyOf(letter string) (Key, bool) {
	if letter = text.Narrow(letter); len(letter) != 1 {
		return "", false
	}
	i := int(letter[0]|0x20) - 'a'
	all := letters()
	if i < 0 || i >= len(all) {
		return "", false
	}
	return all[i], true
}

// letters are the keys in the order of their letters, which never changes: a
// file from long ago must read the same.
func letters() []Key { return []Key{Remark, MayRead, Score, Why, Pleased, Missed, Named} }
