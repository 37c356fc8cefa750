package portfolio

import "strings"

// plain are letters with a mark and the letter that people type for them.
var plain = strings.NewReplacer(
	"à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "æ", "ae", "ç", "c",
	"è", "e", "é", "e", "ê", "e", "ë", "e", "ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n",
	"ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ù", "u", "ú", "u", "û", "u", "ü", "u",
	"ý", "y", "ÿ", "y", "ß", "ss", "ğ", "g", "ı", "i", "ł", "l", "œ", "oe", "ş", "s", "š", "s", "ž", "z", "ĳ", "ij",
)

// fold is a text as the filter and the order of names see it: small letters
// without marks.
func fold(s string) string {
	s = strings.ToLower(s)
	for i := range len(s) {
		if s[i] >= 0x80 {
			return plain.Replace(s)
		}
	}
	return s
}
