package post

import (
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// windows1252 are the characters 0x80–0x9f of the code page that most mails use
// that are not UTF-8; a space is none.
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

// decoded is text of a mail as UTF-8. What calls itself ASCII or Latin and is
// valid UTF-8 is taken for UTF-8.
func decoded(b []byte, set string) string {
	switch strings.ToLower(set) {
	case "utf-16", "utf-16le", "utf-16be":
		return "" // no mail program writes text so
	}
	if utf8.Valid(b) {
		return string(b)
	}
	table := []rune(windows1252)
	var s strings.Builder
	for _, c := range b {
		switch {
		case c >= 0x80 && c < 0xa0 && table[c-0x80] != ' ':
			s.WriteRune(table[c-0x80])
		default:
			s.WriteRune(rune(c))
		}
	}
	return s.String()
}

// charset reads the encoded words of a header.
func charset(set string, from io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(io.LimitReader(from, 4096))
	return strings.NewReader(decoded(b, set)), err
}

// sixtyFour leaves out of base64 what is none of it, and fills up what was
// cut off: mail programs are careless.
type sixtyFour struct{ from io.Reader }

// Read implements io.Reader.
func (s *sixtyFour) Read(p []byte) (int, error) {
	for {
		n, err := s.from.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

var (
	unseen   = regexp.MustCompile(`(?is)<(style|script|head|title)\b.*?</(style|script|head|title)\s*>|<!--.*?-->`)
	breaks   = regexp.MustCompile(`(?i)<br\s*/?>|</?(p|div|tr|li|h[1-6]|table|blockquote|pre|ul|ol)\b[^>]*>`)
	htmlTags = regexp.MustCompile(`(?s)<[a-zA-Z/!?][^>]*>`)
	spaces   = regexp.MustCompile(`[ \t]+`)
)

// fromHTML is what a mail in HTML says, line by line. Only what makes lines
// matters; nothing of it is ever drawn.
func fromHTML(s string) string {
	s = unseen.ReplaceAllString(s, "")
	s = strings.NewReplacer("\r", " ", "\n", " ").Replace(s)
	s = breaks.ReplaceAllString(s, "\n")
	s = htmlTags.ReplaceAllString(s, "")
	s = strings.ReplaceAll(html.UnescapeString(s), "\u00a0", " ")
	var b bytes.Buffer
	for _, l := range strings.Split(s, "\n") {
		b.WriteString(strings.TrimSpace(spaces.ReplaceAllString(l, " ")) + "\n")
	}
	return b.String()
}
