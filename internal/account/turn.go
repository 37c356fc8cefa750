package account

import "slices"

// Turned is what became of a KWI.
type Turned string

// What can become of a KWI. Four of them end it.
const (
	TurnedJoint   Turned = "joint" // somebody else wishes it too
	TurnedDropped Turned = "dropped"
	TurnedRenewed Turned = "renewed" // another promise came in its place
	TurnedMerged  Turned = "merged"  // it went on in another one
	TurnedSplit   Turned = "split"   // part of it went on in another one
	TurnedTakenUp Turned = "takenUp" // it is asked again
)

// Turns are all of them.
func Turns() []Turned {
	return []Turned{TurnedJoint, TurnedDropped, TurnedRenewed, TurnedMerged, TurnedSplit, TurnedTakenUp}
}

// Ends reports whether a KWI is not asked any more once that became of it.
func (t Turned) Ends() bool {
	return t == TurnedDropped || t == TurnedRenewed || t == TurnedMerged
}

// Turn is what became of a KWI on a day: in which others it goes on, and why.
// The why is ours.
type Turn struct {
	Date Date
	KWI  KWICode
	How  Turned
	Into []KWICode  // in which it goes on, where it was renewed, merged or split
	With []Initials // who wishes it too, where it became joint
	Why  string
}

// Gone is a KWI that was taken out of a cycle, as it was: it can be seen and
// taken up again.
type Gone struct {
	KWI      KWI
	Assigned map[Initials][]QuestionCode // who judged which of its questions
	Notes    []string                    // what notes were about it, by their words
	Actions  []string                    // which agreements of this cycle hung on it, by number
}

// Walk goes through the fields of a turn.
func (t *Turn) Walk(w Walker) {
	f := fields{w}
	f.date(sparse("date"), &t.Date)
	f.AboutKWI(needed("kwi"), &t.KWI)
	f.Choice(needed("how"), (*string)(&t.How), turnWords)
	f.List(sparse("into"), listOf[KWICode]{&t.Into, func(w Walker, k *KWICode) { w.AboutKWI(element, k) }})
	f.people(sparse("with"), &t.With, RespondentText)
	f.block(sparse("why"), &t.Why)
}

// Walk goes through the fields of a KWI that is gone.
func (g *Gone) Walk(w Walker) {
	f := fields{w}
	f.Object(needed("kwi"), &g.KWI)
	f.People(sparse("assigned"), RespondentText, &peopleMap[[]QuestionCode]{m: &g.Assigned, holds: isSomeList[[]QuestionCode], walk: walkOnce})
	f.blocks(sparse("notes"), &g.Notes)
	f.lines(sparse("actions"), &g.Actions)
}

// walkOnce goes through questions that somebody judged once.
func walkOnce(w Walker, l *[]QuestionCode) {
	w.List(entry, listOf[QuestionCode]{l, func(w Walker, q *QuestionCode) { w.AboutQuestion(element, q) }})
}

// clone is a copy that shares nothing that can change.
func (t Turn) clone() Turn {
	t.Into, t.With = slices.Clone(t.Into), slices.Clone(t.With)
	return t
}

func (g Gone) clone() Gone {
	g.KWI, g.Assigned = g.KWI.clone(), cloneLists(g.Assigned)
	g.Notes, g.Actions = slices.Clone(g.Notes), slices.Clone(g.Actions)
	return g
}

// GoneKWI is a KWI that was taken out of this cycle, as it was, or nil.
func (y *Cycle) GoneKWI(code KWICode) *Gone {
	for i := range y.Gone {
		if y.Gone[i].KWI.Code == code {
			return &y.Gone[i]
		}
	}
	return nil
}
