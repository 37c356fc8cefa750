package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/questionnaire"
)

// mostBytes is how large a page may be: one of ours is a twentieth of it, also
// with every place filled in that it has.
const mostBytes = 2 << 20

// patterns are what a page is read by.
type patterns struct{ kind, open, end, tags *regexp.Regexp }

var reading = sync.OnceValue(func() patterns {
	return patterns{
		kind: regexp.MustCompile(`(?i)^(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)\b`),
		open: regexp.MustCompile(`(?i)<pre\b[^>]{0,500}\bid\s*=\s*["']?` + place + `\b[^>]{0,500}>\r?\n?`),
		end:  regexp.MustCompile(`(?i)</pre\s*>`),
		tags: regexp.MustCompile(`<[^>]*>`),
	}
})

// IsPage reports whether bytes begin as a page does.
func IsPage(data []byte) bool {
	return reading().kind.Match(bytes.TrimLeft(data[:min(len(data), 4096)], "\r\n \t\ufeff"))
}

// Text is the text of a page of ours as it was saved, with the answers between
// its brackets; false where a page has none. What else stands in it is not
// looked at. One that is too large, ends within its text or has it more than
// once is a fault, which names the file.
func Text(data []byte, name string) (string, bool, error) {
	if len(data) > mostBytes {
		return "", false, fault.New(fault.Overflow, questionnaire.Name(name))
	}
	at := reading().open.FindAllIndex(data, 2)
	switch {
	case len(at) == 0:
		return "", false, nil
	case len(at) > 1 || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return "", true, fault.New(fault.BrokenPage, questionnaire.Name(name))
	}
	rest := data[at[0][1]:]
	end := reading().end.FindIndex(rest)
	if end == nil {
		return "", true, fault.New(fault.BrokenPage, questionnaire.Name(name))
	}
	said := html.UnescapeString(reading().tags.ReplaceAllString(string(rest[:end[0]]), ""))
	return strings.ReplaceAll(said, "\r\n", "\n"), true, nil
}

// Read reads a page that came back saved whole. A page of somebody else is the
// fault NotOurs.
func Read(data []byte, name string) (questionnaire.Return, error) {
	said, ours, err := Text(data, name)
	if err != nil {
		return questionnaire.Return{}, err
	}
	r, named := questionnaire.ReadText(said, name)
	switch {
	case !ours:
		return r, fault.New(fault.NotOurs, questionnaire.Name(name))
	case !named:
		return r, fault.New(fault.BrokenPage, questionnaire.Name(name))
	}
	return r, nil
}
