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
type patterns struct{ kind, open, id, end, breaks, tags *regexp.Regexp }

var reading = sync.OnceValue(func() patterns {
	return patterns{
		kind: regexp.MustCompile(`(?i)^(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)\b`),
		open: regexp.MustCompile(`(?i)<pre\s`),
		id:   regexp.MustCompile(`(?is)^<pre\s(?:.*\s)?id\s*=\s*["']?` + place + `["'\s>]`),
		end:  regexp.MustCompile(`(?i)</pre\s*>`),
		// An editor for pages ends a line so, and puts its marks around what was typed.
		// A bare sign is none of those: somebody types [8<] beside [9>].
		breaks: regexp.MustCompile(`(?i)<br\s*/?>\n?|</(?:p|div|li)>\n?`),
		tags:   regexp.MustCompile(`</?[a-zA-Z][^<>]*>|<!--[^<>]*-->`),
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
	at := places(data)
	switch {
	case len(at) == 0:
		return "", false, nil
	case len(at) > 1 || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return "", true, fault.New(fault.BrokenPage, questionnaire.Name(name))
	}
	rest := bytes.TrimPrefix(bytes.TrimPrefix(data[at[0]:], []byte("\r")), []byte("\n"))
	end := reading().end.FindIndex(rest)
	if end == nil {
		return "", true, fault.New(fault.BrokenPage, questionnaire.Name(name))
	}
	said := reading().breaks.ReplaceAllString(string(rest[:end[0]]), "\n")
	said = html.UnescapeString(reading().tags.ReplaceAllString(said, ""))
	return strings.ReplaceAll(said, "\r\n", "\n"), true, nil
}

// longestTag is how many bytes of the beginning of a tag are looked at.
const longestTag = 500

// places are where the texts of ours begin in a page, two at most.
func places(data []byte) (all []int) {
	for from := 0; len(all) < 2; {
		at := reading().open.FindIndex(data[from:])
		if at == nil {
			return all
		}
		from += at[0]
		tag := data[from:min(from+longestTag, len(data))]
		if end := bytes.IndexByte(tag, '>'); end >= 0 && reading().id.Match(tag[:end+1]) {
			all = append(all, from+end+1)
		}
		from += len("<pre")
	}
	return all
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
