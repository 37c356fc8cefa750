package post

import (
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	listpage "kwi/internal/page"
	"kwi/internal/text"
)

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
	return text.DecodeWindows(b)
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
	unseen = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?is)<(style|script|head|title)\b.*?</(style|script|head|title)\s*>|<!--.*?-->`)
	})
	breaks = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)<br\s*/?>|</?(p|div|tr|li|h[1-6]|table|blockquote|pre|ul|ol)\b[^>]*>`)
	})
	htmlTags = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)<[a-zA-Z/!?][^>]*>`) })
	spaces   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[ \t]+`) })
)

// fromPage is what a mail or an attachment in HTML says: the text of a page of
// ours as it stands, for there every line counts.
func fromPage(s, name string) (string, error) {
	said, ours, err := listpage.Text([]byte(s), name)
	if ours || err != nil {
		return said, err
	}
	return fromHTML(s), nil
}

// fromHTML is what a mail in HTML says, line by line. Only what makes lines
// matters; nothing of it is ever drawn.
func fromHTML(s string) string {
	s = unseen().ReplaceAllString(s, "")
	s = strings.NewReplacer("\r", " ", "\n", " ").Replace(s)
	s = breaks().ReplaceAllString(s, "\n")
	s = htmlTags().ReplaceAllString(s, "")
	s = strings.ReplaceAll(html.UnescapeString(s), "\u00a0", " ")
	var b bytes.Buffer
	for _, l := range strings.Split(s, "\n") {
		b.WriteString(strings.TrimSpace(spaces().ReplaceAllString(l, " ")) + "\n")
	}
	return b.String()
}
