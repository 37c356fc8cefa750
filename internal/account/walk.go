package account

import (
	"slices"

	"kwi/internal/language"
)

// Walker goes through the fields of a client, in the order of kwi/1. Every
// type has one Walk, which names each of its fields once; the records, the
// portable file in and out and Flaws are walkers, so none of them can forget
// a field. A walker that only looks writes to none of what it is handed.
type Walker interface {
	// Whole reports whether the walker also goes through what records keep
	// elsewhere: cycles and plans, what a record's key says, what respondents
	// answered.
	Whole() bool

	Text(k Key, at *string, kind TextKind)
	Choice(k Key, at *string, of []string) // one of these words
	Stage(k Key, at *Stage)
	Number(k Key, at *int, low, high int)
	Serial(k Key, at *uint16)
	Count(k Key, at **int, low, high int) // nil where nobody filled it in
	Target(k Key, at *Target)
	Flag(k Key, at *bool)
	Replies(k Key, replies ...NamedReply) // that stand together in an object
	Anonymous(k Key, n *NPS)

	KWI(k Key, at *KWICode)      // the code of a KWI itself
	AboutKWI(k Key, at *KWICode) // that of one that something is about, or 0
	Question(k Key, at *QuestionCode)
	AboutQuestion(k Key, at *QuestionCode) // that of one that something was before, or none
	Asked(k Key, at *[]QuestionCode)
	Sheet(k Key, at *Sheet)

	Object(k Key, of Walked)
	List(k Key, l List)
	People(k Key, kind TextKind, m PeopleMap) // by the initials of such people
	Years(k Key, at *map[int]YearNumbers)
	Figures(k Key, at **Figures)
}

// Walked is what has fields.
type Walked interface{ Walk(w Walker) }

// Key is what a field is called in kwi/1, and when it stands there. An element
// of a list or map has no name.
type Key struct {
	Name   string
	Needed bool // whoever leaves it out is refused; a day or somebody is not empty
	Sparse bool // it is absent where it holds nothing
	Since  byte // the version of the records that first kept it, 0 for the first
}

// NewestRecord is the newest version of the records, at least the highest Since.
// 2: sendings; 3: replies that were not given; 4: names in calendars; 5: no
// field, but answers of open cycles in a record for each respondent; 6: promised;
// 7: what was heard and released in a meeting, its ideas, agenda and agreements;
// 8: answeredInTalk; 9: what is known of an indicator and its actions; 10: caught;
// 11: delay; 12: internal; 13: library; 14: so;
// 15: salutation and personalWords; 16: findings, and ideas beside the session;
// 17: inspiration; 18: who was told of an agreement, how a talk went, reminders,
// why a list is given up, circumstances and answeredByPhone;
// 19: passages, and of a reason who gave it and what was open.
// 20: responsible, follows, formerly, askEvery, and left of a colleague;
// 21: amendments, by of a correction, ended of a question and asked of a list
// that went out;
// 22: caughtOn, caughtWith and caughtText of a KWI and an agreement;
// 23: what became of KWIs, and the wishes of joint ones;
// 24: the hour of a conversation; 25: the hours of a session; 26: browser;
// 27: formHeads; 28: that a conversation was noted beforehand.
const NewestRecord = 28

// always is the key of a field that is always written.
func always(name string) Key { return Key{Name: name} }

// needed is the key of a field that no file may leave out.
func needed(name string) Key { return Key{Name: name, Needed: true} }

// sparse is the key of a field that is absent where it holds nothing.
func sparse(name string) Key { return Key{Name: name, Sparse: true} }

// since is the key of a field that came with a version of the records. Like
// all that came after kwi/1 it is absent where it holds nothing.
func since(version byte, name string) Key { return Key{Name: name, Sparse: true, Since: version} }

// element is the key of what stands in a list, entry that of what stands in a map.
var element, entry = Key{Needed: true}, Key{}

// TextKind is what a text holds. Most are of one line.
type TextKind uint8

// The kinds of text.
const (
	LineText TextKind = iota
	BlockText
	DateText
	MomentText
	HourText       // of a day: 16:00, or ""
	IDText         // the client's own
	OtherIDText    // another client's
	CycleNameText  // the cycle's own
	InitialsText   // somebody's own
	FormerText     // initials that a respondent once had, and another may have now
	RespondentText // initials of a respondent
	ColleagueText  // initials of a colleague
	SomebodyText   // initials of either
	ActionText     // the number of an action
	OfActionText   // the number of one that something led to, or ""
	MarkText
	KPIText       // the code of an indicator, or ""
	KPIActionText // what an action of the indicator says; it may be of more lines
	RevenueText
	MarginText
	CalendarText // by which name calendars know something
)

// NamedReply is a reply with its key.
type NamedReply struct {
	Name string
	At   *Reply
}

// fields gives a walker a method for each kind of text.
type fields struct{ Walker }

func (f fields) line(k Key, at *string)         { f.Text(k, at, LineText) }
func (f fields) block(k Key, at *string)        { f.Text(k, at, BlockText) }
func (f fields) date(k Key, at *Date)           { f.Text(k, (*string)(at), DateText) }
func (f fields) moment(k Key, at *Moment)       { f.Text(k, (*string)(at), MomentText) }
func (f fields) respondent(k Key, at *Initials) { f.Text(k, (*string)(at), RespondentText) }
func (f fields) somebody(k Key, at *Initials)   { f.Text(k, (*string)(at), SomebodyText) }
func (f fields) lines(k Key, at *[]string)      { f.List(k, listOf[string]{at, walkLine}) }
func (f fields) blocks(k Key, at *[]string)     { f.List(k, listOf[string]{at, walkBlock}) }

// people goes through a list of people of one kind.
func (f fields) people(k Key, at *[]Initials, kind TextKind) {
	f.List(k, listOf[Initials]{at, func(w Walker, who *Initials) { w.Text(element, (*string)(who), kind) }})
}

// dates goes through a date for each of some people.
func (f fields) dates(k Key, at *map[Initials]Date, kind TextKind) {
	f.People(k, kind, &peopleMap[Date]{m: at, holds: isSaid[Date], walk: func(w Walker, d *Date) { w.Text(entry, (*string)(d), DateText) }})
}

// texts goes through a text for each respondent.
func (f fields) texts(k Key, at *map[Initials]string, kind TextKind) {
	f.People(k, RespondentText, &peopleMap[string]{m: at, holds: isSaid[string], walk: func(w Walker, s *string) { w.Text(entry, s, kind) }})
}

func walkLine(w Walker, at *string)  { w.Text(element, at, LineText) }
func walkBlock(w Walker, at *string) { w.Text(element, at, BlockText) }
func walkDay(w Walker, at *Date)     { w.Text(element, (*string)(at), DateText) }

// walkObjects goes through a list of what has fields.
func walkObjects[T any, P interface {
	*T
	Walked
}](w Walker, k Key, at *[]T) {
	w.List(k, listOf[T]{at, func(w Walker, v *T) { w.Object(element, P(v)) }})
}

func isSaid[T comparable](v T) bool      { return v != *new(T) }
func isSomeList[L ~[]T, T any](l L) bool { return len(l) > 0 }

// The words of choices. What is absent is the first one, or "" where that is one.
var (
	kindWords         = wordsOf(External, Internal)
	approachWords     = wordsOf(Extended, Simple)
	levelWords        = wordsOf(Strategic, Tactical, Operational, "")
	languageWords     = append(language.Tags(), "")
	answersByWords    = wordsOf(ByName, ByGroup)
	topicWords        = wordsOf(append(Topics(), "")...)
	questionKindWords = wordsOf(Own, Noticed, Kept)
	goingWords        = wordsOf(append([]Going{""}, Goings()...)...)
	wayWords          = wordsOf(append([]Way{""}, Ways()...)...)
	sendingWords      = wordsOf(Written, Claimed, Possibly, Arrived)
	sideWords         = wordsOf(SupplierSide, ClientSide, BothSides)
	statusWords       = wordsOf(Open, Done, Dropped)
	agendaWords       = wordsOf(AgendaItems()...)
	ownKindWords      = wordsOf(OwnKinds()...)
	analysisWords     = wordsOf(AnalysisParts()...)
	conditionWords    = wordsOf(Conditions()...)
	amendsWords       = wordsOf(SameQuestion, OtherOne, NewTarget, PutAside)
	partWords         = wordsOf("", TitlePart, ExpectationPart)
	turnWords         = wordsOf(Turns()...)
)

func wordsOf[T ~string](words ...T) (out []string) {
	for _, w := range words {
		out = append(out, string(w))
	}
	return slices.Clip(out)
}
