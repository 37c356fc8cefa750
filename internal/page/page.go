// Package page turns what one respondent is asked into one HTML file that they
// fill in with a browser, for whoever has no spreadsheet, and reads back what
// it gives. The file needs nothing besides itself: a policy in it forbids the
// browser the network and every script but our own, and what they fill in
// stays in their browser until they send it.
//
// What goes back is always the text that questionnaire.Plain writes, with the
// answers between its brackets: in a mail that the page opens, in a small text
// file that it saves, or in the page itself where that is saved whole. So
// there is one form of a list without a workbook, and one reader. Where no
// script runs the page shows that text, to be copied.
//
// It is pure. It knows the list and the words, and must not know a client's
// data, a workbook, the post or a screen.
package page

import (
	"crypto/sha256"
	_ "embed" // the template, the style and the script stand in files of their own
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
)

//go:embed style.css
var styleSource string

//go:embed page.js
var script string

//go:embed page.tmpl
var layoutSource string

var (
	layout = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(layoutSource)) })
	style  = sync.OnceValue(func() string { return strings.Join(strings.Fields(styleSource), " ") })
	policy = sync.OnceValue(func() string {
		return "default-src 'none'; script-src " + digestOf(script) + "; style-src " + digestOf(style()) + "; base-uri 'none'; form-action 'none'"
	})
)

// digestOf names a style or a script in a policy.
func digestOf(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// longestLink is how many characters a link may have that opens a mail. Windows
// hands no longer one than 2,083 to a mail program, and cuts it off in the
// middle of an answer without a word; other systems take more.
const longestLink = 1800

// place is the id of the text in the page; the script knows it too.
const place = "kwi-answers"

// Write writes the page of one list; the answers go to an address, "" where
// only the mail that brings the page has it. The same list gives the same
// bytes.
func Write(w io.Writer, l questionnaire.List, to string) error {
	words := lang.For(l.Language)
	v := view{List: l, words: words, Style: template.CSS(style()), Script: template.JS(script), Policy: policy(), Place: place, To: to, Most: longestLink} //nolint:gosec // they are our own
	v.Title, v.When, v.Thanks = clean(l.Heading), clean(l.When), clean(l.Thanks)
	for _, s := range []string{l.Name, l.Function, l.Client, string(l.Cycle)} {
		if s = clean(s); s != "" {
			v.About = append(v.About, s)
		}
	}
	for paragraph := range strings.SplitSeq(l.Message, "\n\n") {
		v.Message = append(v.Message, clean(paragraph))
	}
	reference := l.Reference()
	short := questionnaire.Reference{Client: reference.Client, Cycle: reference.Cycle, Who: reference.Who}
	v.Reference, v.Named = reference.String(), words.T("sheet.reference", reference.String())
	v.Subject = words.T("page.subject", short.String())
	v.File = words.T("page.file") + "-" + l.ID + "-" + string(l.Cycle) + "-" + string(l.Who) + ".txt"
	whom := to
	if whom == "" {
		whom = words.T("page.sender")
	}
	v.Saved, v.Copy = words.T("page.saved", v.File, whom), words.T("page.copy", whom)
	v.Text, v.More = questionnaire.Copied(l), words.T("sheet.more")
	for _, k := range l.KWIs {
		v.KWIs = append(v.KWIs, v.kwi(k))
	}
	for _, a := range append(l.Remarks[:len(l.Remarks):len(l.Remarks)], l.NPS...) {
		v.Asks = append(v.Asks, v.ask(a))
	}
	return layout().Execute(w, v)
}

// view is a page as the template writes it.
type view struct {
	questionnaire.List
	words                                  *lang.Words
	Style                                  template.CSS
	Script                                 template.JS
	Policy, Place                          string
	Title, When, Thanks                    string
	About, Message                         []string
	Reference, Named, Subject, File, Saved string
	To, Copy, Text, More                   string
	Most                                   int
	KWIs                                   []kwiView
	Asks                                   []askView
}

// Say is a sentence of the page in the respondent's language.
func (v view) Say(key string) string { return v.words.T("page." + key) }

type kwiView struct {
	Code, Title, Expectation string
	Asks                     []askView
}

// askView is a question: with choices, or to be answered in their own words.
type askView struct {
	Code, Text, New string
	Words           bool
	Most            int // characters of their own words
	Kind            string
	Choices         []string
	Weights         []weightView
	Weighs, Clear   string
}

// weightView is how heavily a question weighs, with its sign between the brackets.
type weightView struct{ Sign, Name string }

func (v view) kwi(k questionnaire.KWI) kwiView {
	out := kwiView{Code: k.Code.String(), Title: clean(k.Title), Expectation: clean(k.Expectation)}
	for _, q := range k.Questions {
		out.Asks = append(out.Asks, askView{
			Code: q.Code.String(), Text: clean(q.Text), New: q.New, Kind: "grades", Choices: numbers(1, 10),
			Weights: []weightView{
				{account.Less.Sign(), v.Say("less")}, {"", v.Say("neutral")}, {account.More.Sign(), v.Say("more")},
			},
			Weighs: v.Say("weight"), Clear: v.Say("clear"),
		})
	}
	return out
}

func (v view) ask(a questionnaire.Ask) askView {
	out := askView{Code: a.Key.Letter(), Text: clean(a.Text), Clear: v.Say("clear")}
	switch a.Kind {
	case questionnaire.Text:
		out.Words, out.Most = true, portable.BlockRoom
	case questionnaire.Scale:
		out.Kind, out.Choices = "scale", numbers(0, 10)
	case questionnaire.YesNo:
		out.Kind, out.Choices = "words", []string{v.words.T("sheet.yes"), v.words.T("sheet.no")}
	}
	return out
}

func numbers(from, to int) (all []string) {
	for n := from; n <= to; n++ {
		all = append(all, strconv.Itoa(n))
	}
	return all
}

// clean is foreign text as it may stand in a page.
func clean(s string) string {
	s, _ = questionnaire.Clean(s)
	return s
}
