package desk

import (
	"strconv"
	"strings"
	"unicode"
)

// folded are the letters of European names in the letters an ID may have.
var folded = strings.NewReplacer(
	"à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "æ", "ae",
	"ç", "c", "ć", "c", "č", "c", "ď", "d", "đ", "d", "ð", "d",
	"è", "e", "é", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ğ", "g", "ģ", "g",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ī", "i", "į", "i", "ı", "i", "ķ", "k", "ĺ", "l", "ļ", "l", "ľ", "l", "ł", "l",
	"ñ", "n", "ń", "n", "ņ", "n", "ň", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ō", "o", "ő", "o", "œ", "oe",
	"ŕ", "r", "ř", "r", "ś", "s", "ş", "s", "š", "s", "ș", "s", "ß", "ss", "ţ", "t", "ť", "t", "ț", "t", "þ", "th",
	"ù", "u", "ú", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ų", "u", "ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z",
	"'", "", "’", "", ".", "",
)

// longestID is how long the ID of a client may be.
const longestID = 40

// slug makes an ID of a name: lower case, what lies between words as one
// hyphen, and from the second on a number behind it.
func slug(name string, n int) string {
	words := strings.FieldsFunc(folded.Replace(strings.ToLower(name)), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || unicode.Is(unicode.Mn, r)) })
	id := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, strings.Join(words, "-"))
	if id == "" {
		id = "client"
	}
	tail := ""
	if n > 1 {
		tail = "-" + strconv.Itoa(n)
	}
	return strings.TrimRight(id[:min(len(id), longestID-len(tail))], "-") + tail
}
