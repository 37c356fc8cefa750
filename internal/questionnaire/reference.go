package questionnaire

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/text"
)

// Reference is whom and which cycle a list is about, as it stands in a file
// or a mail for whoever reads it back. What it says is no proof but for the
// mark, which nobody can make up.
type Reference struct {
	Client  string // ID
	Cycle   account.CycleName
	Who     account.Initials
	Print   string            // of what was asked, "" where it is not told
	Mark    account.Mark      // of the list that was sent, "" where it is not told
	Promise account.AnswersBy // what the list says of the grades, "" where it is not told
}

// Reference is that of this list. One without a mark tells no promise either.
func (l List) Reference() Reference {
	r := Reference{Client: l.ID, Cycle: l.Cycle, Who: l.Who, Print: l.Print(), Mark: l.Mark}
	if l.Mark != "" {
		r.Promise = l.Promise
	}
	return r
}

// String writes it as one line that is read back by FindReference. The promise
// stands before the mark, as one letter.
func (r Reference) String() string {
	s := r.Client + " · " + string(r.Cycle) + " · " + string(r.Who)
	if r.Print != "" {
		s += " · " + r.Print
	}
	if r.Mark != "" {
		s += " · " + promiseLetter(r.Promise) + string(r.Mark)
	}
	return s
}

// Subject writes it as short as it may stand in the subject of a mail, without the
// print; "" without a mark, for then nothing is to come back.
func (r Reference) Subject() string {
	if r.Print = ""; r.Mark == "" {
		return ""
	}
	return r.String()
}

// The letters of the promises.
const (
	letterByName  = "n"
	letterByGroup = "g"
)

func promiseLetter(by account.AnswersBy) string {
	if by == account.ByGroup {
		return letterByGroup
	}
	return letterByName
}

// references is how Reference.String writes, also with other white space.
const references = `\b([a-z0-9-]{1,40})` + referenceSeparator + `([0-9]{4}H[12])` + referenceSeparator + `([\p{L}\p{Nd}]{1,4})` +
	`(?:` + referenceSeparator + `([0-9a-f]{16})\b)?(?:` + referenceSeparator + `([` + letterByName + letterByGroup + `])((?i:[0-9a-hjkmnp-tv-z]{16}))\b)?`

// referenceSeparator is what stands between the parts of a reference.
const referenceSeparator = `[\s\x{a0}]+·[\s\x{a0}]+`

// reference is made when the first reply is read: most runs read none.
var reference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(references) })

// FindReference finds the reference in a text, the first where there are more.
func FindReference(text string) (Reference, bool) {
	all := FindReferences(text)
	if len(all) == 0 {
		return Reference{}, false
	}
	return all[0], true
}

// FindReferences finds all references in a text.
func FindReferences(s string) (all []Reference) {
	for _, f := range findReferences(text.Compose(s)) {
		all = append(all, f.Reference)
	}
	return all
}

// foundReference is a reference with its place in a text.
type foundReference struct {
	Reference
	from, to int
}

// findReferences finds all references in a composed text. Those that are
// called so, or carry a print or a mark, count alone where there are any: the
// like may stand in anybody's words.
func findReferences(s string) (all []foundReference) {
	var sure []foundReference
	for _, at := range reference().FindAllStringSubmatchIndex(s, -1) {
		m := make([]string, len(at)/2)
		for i := range m {
			if at[2*i] >= 0 {
				m[i] = s[at[2*i]:at[2*i+1]]
			}
		}
		f := foundReference{referenceOf(m), at[0], at[1]}
		all = append(all, f)
		if f.Print != "" || f.Mark != "" || isCalled(s[max(0, at[0]-longestCall):at[0]]) {
			sure = append(sure, f)
		}
	}
	if len(sure) > 0 {
		return sure
	}
	return all
}

// isCalled reports whether what follows some words is called a reference.
func isCalled(before string) bool {
	before = calling(text.Fold(before))
	return slices.ContainsFunc(lang.All(), func(w *lang.Words) bool {
		return strings.HasSuffix(before, calling(text.Fold(w.T("sheet.reference", ""))))
	})
}

// calling is what calls a reference so, without its sign.
func calling(s string) string { return strings.TrimRight(s, " :") }

// longestCall is within how many bytes before a reference it is called so.
const longestCall = 40

func referenceOf(m []string) Reference {
	r := Reference{Client: m[1], Cycle: account.CycleName(m[2]), Who: account.Initials(m[3]), Print: m[4], Mark: account.Mark(strings.ToLower(m[6]))}
	switch m[5] {
	case letterByName:
		r.Promise = account.ByName
	case letterByGroup:
		r.Promise = account.ByGroup
	}
	return r
}

// SameList reports whether two references name the same list: of one
// respondent in one cycle of one client.
func (r Reference) SameList(other Reference) bool {
	return r.Client == other.Client && r.Cycle == other.Cycle && r.Who == other.Who
}

// short is the reference as a sentence names it.
func (r Reference) short() string {
	return Reference{Client: r.Client, Cycle: r.Cycle, Who: r.Who}.String()
}

// Under puts a return under the one list that its references name, which may
// have been sent more than once: then what was asked is not told, and what was
// promised is what promised most. Where they name two lists it is read under
// neither.
func (r *Return) Under(refs []Reference) {
	for i, ref := range refs {
		switch {
		case i == 0:
			r.Reference = ref
		case !r.SameList(ref):
			r.No = &Reason{TwoLists, []string{r.short(), ref.short()}}
			return
		}
		if ref.Print != r.Print {
			r.Print = ""
		}
		if r.Mark == "" {
			r.Mark = ref.Mark
		}
		if r.Promise == "" || ref.Promise == account.ByGroup {
			r.Promise = ref.Promise
		}
	}
}

// PromiseIn is what the words of a list say of the grades in it, "" where they
// do not say. It is for lists from before the reference told it, and for those
// that lost their mark.
func PromiseIn(text string) account.AnswersBy {
	text = singleSpaced(text)
	said := account.AnswersBy("")
	for _, tag := range language.Tags() {
		g := guide.For(tag)
		switch {
		case strings.Contains(text, singleSpaced(g.Message(guide.ListByGroup))):
			return account.ByGroup
		case strings.Contains(text, singleSpaced(g.Message(guide.ListByName))):
			said = account.ByName
		}
	}
	return said
}
