package post

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"kwi/internal/text"
)

// longestHeader is how many characters of a name or subject a header holds.
const longestHeader = 200

// header is foreign text as it may stand in a header.
func header(s string) string {
	return text.OneLine(s, longestHeader)
}

// subject is what a letter is about, with the reference of its list behind it: who
// answers often cuts away all below their words, and hardly ever the subject.
func subject(about, reference string) string {
	if reference == "" {
		return header(about)
	}
	reference = " (" + header(reference) + ")"
	return text.OneLine(about, longestHeader-utf8.RuneCountInString(reference)) + reference
}

// The longest line of a header with encoded words, and how many bytes one of them
// holds so that it fits behind the name of the header.
const (
	longestLine = 76
	longestWord = 36
)

// folded is a header on one line or more. Only words that are not ASCII are encoded,
// and none makes the first line an empty one: the library leaves it so before a long
// word, and some servers take that for a header without a value.
func folded(name, value string) string {
	var b strings.Builder
	room, encoded := longestLine-len(name)-len(": "), false
	put := func(word string) {
		switch {
		case b.Len() == 0:
		case len(word) >= room:
			b.WriteString("\r\n ")
			room = longestLine - 1
		default:
			b.WriteString(" ")
			room--
		}
		b.WriteString(word)
		room -= len(word)
	}
	for word := range strings.SplitSeq(value, " ") {
		if isASCII(word) && !strings.Contains(word, "=?") {
			put(word)
			encoded = false
			continue
		}
		if encoded { // white space between two encoded words is none
			word = " " + word
		}
		for encoded = true; word != ""; {
			n := min(len(word), longestWord)
			for n < len(word) && !utf8.RuneStart(word[n]) {
				n--
			}
			put("=?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(word[:n])) + "?=")
			word = word[n:]
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}
