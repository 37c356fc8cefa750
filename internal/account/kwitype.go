package account

import "slices"

// KWI is a customer value indicator: one expectation in the client's words.
type KWI struct {
	Code        KWICode
	Title       string
	Expectation string
	Why         string
	So          string   // what gets better by it, as far as somebody said so
	WishedBy    Initials // "" for a joint one
	Wishes      []Wish   // whose wish a joint one is, each in their own words
	SharedBy    []Initials
	Target      Target
	Origin      Origin     // the sentence that it was made of, where that was caught apart
	Questions   []Question // in order of number
	LastSerial  uint16     // the highest question number ever given, where the KWI does not tell; its numbers are settled then
	Made        Date       // when it was made, where somebody noted it
}

// Wish is a joint KWI in the words of one of those who wished it.
type Wish struct {
	By    Initials
	Words string
}

// QuestionKind tells an own question from the two standard ones.
type QuestionKind string

// The kinds of question of method.md §4.2.
const (
	Own     QuestionKind = "own"
	Noticed QuestionKind = "noticed" // the supplier visibly worked on this KWI
	Kept    QuestionKind = "kept"    // the supplier kept the agreements on it
)

// Question is a graded statement under a KWI.
type Question struct {
	Code  QuestionCode
	Text  string
	Kind  QuestionKind
	Added Date         // when a later question joined a running cycle, or ""
	Ended Date         // since when another is asked in its place, which is then only kept for its answers, or ""
	From  QuestionCode // which one it was under another KWI, before that was merged or split
}

// Walk goes through the fields of a KWI.
func (k *KWI) Walk(w Walker) {
	f := fields{w}
	f.KWI(needed("code"), &k.Code)
	f.line(always("title"), &k.Title)
	f.block(always("expectation"), &k.Expectation)
	f.block(always("why"), &k.Why)
	f.block(since(14, "so"), &k.So)
	f.respondent(always("wishedBy"), &k.WishedBy)
	walkObjects(w, since(23, "wishes"), &k.Wishes)
	f.people(always("sharedBy"), &k.SharedBy, RespondentText)
	f.Target(always("target"), &k.Target)
	f.origin(&k.Origin)
	f.Serial(sparse("lastSerial"), &k.LastSerial)
	f.date(since(23, "made"), &k.Made)
	walkObjects(w, always("questions"), &k.Questions)
}

// Walk goes through the fields of a wish.
func (h *Wish) Walk(w Walker) {
	f := fields{w}
	f.respondent(needed("by"), &h.By)
	f.block(sparse("words"), &h.Words)
}

// Walk goes through the fields of a question.
func (q *Question) Walk(w Walker) {
	f := fields{w}
	f.Question(needed("code"), &q.Code)
	f.block(always("text"), &q.Text)
	f.Choice(always("kind"), (*string)(&q.Kind), questionKindWords)
	f.date(sparse("added"), &q.Added)
	f.date(since(21, "ended"), &q.Ended)
	f.AboutQuestion(since(23, "from"), &q.From)
}

// Wishers are the respondents whose wish a KWI is: one, of a joint one all whose
// words it holds, and none of one that nobody in particular wished.
func (k *KWI) Wishers() (out []Initials) {
	if k.WishedBy != "" {
		out = append(out, k.WishedBy)
	}
	for _, h := range k.Wishes {
		if !slices.Contains(out, h.By) {
			out = append(out, h.By)
		}
	}
	return out
}

// IsWishOf reports whether a KWI is the wish of a respondent, alone or with others.
func (k *KWI) IsWishOf(who Initials) bool { return slices.Contains(k.Wishers(), who) }

// WordsOf is what a respondent expects in their own words, where the KWI holds
// those beside its own, and else the words of the KWI.
func (k *KWI) WordsOf(who Initials) string {
	for _, h := range k.Wishes {
		if h.By == who && h.Words != "" {
			return h.Words
		}
	}
	return k.Expectation
}
