package account

// KWI is a customer value indicator: one expectation in the client's words.
type KWI struct {
	Code        KWICode
	Title       string
	Expectation string
	Why         string
	So          string   // what gets better by it, as far as somebody said so
	WishedBy    Initials // "" for a joint one
	SharedBy    []Initials
	Target      Target
	Origin      Origin     // the sentence that it was made of, where that was caught apart
	Questions   []Question // in order of number
	LastSerial  uint16     // the highest question number ever given, where the KWI does not tell; its numbers are settled then
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
	Added Date // when a later question joined a running cycle, or ""
	Ended Date // since when another is asked in its place, which is then only kept for its answers, or ""
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
	f.people(always("sharedBy"), &k.SharedBy, RespondentText)
	f.Target(always("target"), &k.Target)
	f.origin(&k.Origin)
	f.Serial(sparse("lastSerial"), &k.LastSerial)
	walkObjects(w, always("questions"), &k.Questions)
}

// Walk goes through the fields of a question.
func (q *Question) Walk(w Walker) {
	f := fields{w}
	f.Question(needed("code"), &q.Code)
	f.block(always("text"), &q.Text)
	f.Choice(always("kind"), (*string)(&q.Kind), questionKindWords)
	f.date(sparse("added"), &q.Added)
	f.date(since(21, "ended"), &q.Ended)
}
