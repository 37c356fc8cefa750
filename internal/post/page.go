package post

import (
	"html"
	"regexp"
	"strings"
	"sync"

	"kwi/internal/questionnaire"
)

// letterPage is a letter as a page, with the same words as its text: a mail program shows
// it larger than plain text, and broken where the screen ends. It fetches nothing
// and has no colour of its own, so that it is as light or as dark as the mail
// program. Bold letters are a style and not a tag, of which some programs make
// asterisks when they answer in plain text.
func letterPage(l Letter) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html")
	if l.Language != "" {
		b.WriteString(` lang="` + html.EscapeString(l.Language) + `"`)
	}
	b.WriteString(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n" +
		"<title>" + html.EscapeString(header(l.Subject)) + "</title>\n<style>:root { color-scheme: light dark; }</style>\n</head>\n" +
		"<body style=\"font-family: sans-serif; font-size: 16px; line-height: 1.5\">\n<div style=\"max-width: 40em\">\n")
	for said := range strings.SplitSeq(cleanBody(l.Text), "\n\n") {
		b.WriteString(paragraph(strings.Trim(said, "\n")))
	}
	b.WriteString("</div>\n</body>\n</html>\n")
	return b.String()
}

// headOfKWI is the line above the questions of a KWI.
var headOfKWI = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^KWI-[0-9]{2,} `) })

// paragraph is a paragraph of a text as one or more of a page: a question stands in
// one of its own, so that it is not taken for the rest of the one above it.
func paragraph(said string) string {
	if said == "" {
		return ""
	}
	if said == replyRule {
		return "<hr>\n"
	}
	var b strings.Builder
	within := false
	for line := range strings.SplitSeq(said, "\n") {
		own := strings.Contains(line, " "+questionnaire.Blank)
		switch {
		case within && !own:
			b.WriteString("<br>\n")
		case within:
			b.WriteString("</p>\n")
			fallthrough
		default:
			b.WriteString(`<p style="margin: 0 0 1em">`)
		}
		shown := strings.ReplaceAll(html.EscapeString(line), "[  ]", "[&nbsp;&nbsp;]")
		if headOfKWI().MatchString(line) {
			shown = `<span style="font-weight: bold">` + shown + "</span>"
		}
		b.WriteString(shown)
		within = true
	}
	b.WriteString("</p>\n")
	return b.String()
}
