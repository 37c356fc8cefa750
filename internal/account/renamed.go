package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// RenameInitials gives somebody of either side other initials, wherever in the
// client they are known by them: in every cycle, a closed one too, in lists that
// went out and what came back, and where an agreement, an idea or the plan names
// somebody by them. A respondent keeps the old ones as what they were, so that a
// list which went out under them still comes back. What people wrote in words
// of their own stays as they wrote it.
func (c *Client) RenameInitials(was, is Initials) error {
	r, m := c.Respondent(was), c.Colleague(was)
	switch {
	case r == nil && m == nil:
		return fault.New(fault.Removed, string(was))
	case !ValidInitials(string(is)):
		return fault.New(fault.BadInitials, string(is))
	case was == is:
		return nil
	case c.Respondent(is) != nil || c.Colleague(is) != nil:
		return fault.New(fault.DuplicateInitials, string(is))
	}
	renaming{of: c, was: was, is: is}.Object(Key{}, c)
	if r != nil {
		r.Initials = is
		r.Formerly = append(slices.DeleteFunc(slices.Clone(r.Formerly), func(i Initials) bool { return i == was || i == is }), was)
	} else {
		m.Initials = is
	}
	return nil
}

// Once is the respondent who has these initials, or else one who had them once;
// nil where there is none.
func (c *Client) Once(who Initials) *Respondent {
	if r := c.Respondent(who); r != nil {
		return r
	}
	for i := range c.Respondents {
		if slices.Contains(c.Respondents[i].Formerly, who) {
			return &c.Respondents[i]
		}
	}
	return nil
}

// Was reports whether these are or once were the initials of a respondent.
func (r *Respondent) Was(who Initials) bool {
	return r.Initials == who || slices.Contains(r.Formerly, who)
}

// renaming is a walker that puts other initials in the place of somebody's,
// everywhere but where they are their own.
type renaming struct {
	Onlooker
	of      *Client
	was, is Initials
}

// Text renames where the text is the initials of somebody.
func (n renaming) Text(_ Key, at *string, kind TextKind) {
	switch kind {
	case RespondentText, ColleagueText, SomebodyText:
		if Initials(*at) == n.was {
			*at = string(n.is)
		}
	}
}

// Object renames below it, and in its free text that names a person.
func (n renaming) Object(_ Key, of Walked) {
	for _, at := range namesPeople(of) {
		n.named(at)
	}
	n.below(of, n)
}

// namesPeople are the free texts of an object that name a person: who does or did
// something, by initials or as they are known.
func namesPeople(of Walked) []*string {
	switch of := of.(type) {
	case *Action:
		return []*string{&of.For}
	case *KPIAction:
		return []*string{&of.For}
	case *Idea:
		return []*string{&of.By}
	case *Finding:
		return []*string{&of.By}
	case *Reason:
		return []*string{&of.By}
	case *Passage:
		return []*string{&of.By}
	case *Plan:
		return []*string{&of.MadeBy}
	case *Correction:
		return []*string{&of.By}
	case *Amendment:
		return []*string{&of.By}
	}
	return nil
}

// below renames in what was corrected of a grade and lets a walker go on below an
// object.
func (n renaming) below(of Walked, w Walker) {
	if r, ok := of.(*Correction); ok {
		if rest, theirs := strings.CutPrefix(r.What, string(n.was)+" "); theirs && opensWithCode(rest) {
			r.What = string(n.is) + " " + rest
		}
	}
	of.Walk(w)
	switch of := of.(type) { // what stands in order, or once
	case *Action:
		of.Tellings = onceEachTold(of.Tellings)
	case *Cycle:
		of.NotExpectedHeard = heardBy(of.NotExpectedHeard)
		slices.Sort(of.Released)
	case *Note:
		of.Heard = heardBy(of.Heard)
	case *KWI:
		of.wishOnce()
	}
}

// opensWithCode reports whether a text begins with the code of a question, as
// what was corrected of a grade does behind the initials.
func opensWithCode(s string) bool {
	code, _, _ := strings.Cut(s, ":")
	_, ok := ParseQuestionCode(code)
	return ok
}

// named renames in a free text that is nothing but their initials.
func (n renaming) named(at *string) {
	written := Initials(text.Line(*at))
	another := written != n.was && (n.of.Respondent(written) != nil || n.of.Colleague(written) != nil) // bb is not BB
	if !another && text.Equal(string(written), string(n.was)) {
		*at = string(n.is)
	}
}

// List renames in each element. Where two become one (Join), they stand there
// once.
func (n renaming) List(_ Key, l List) { n.inList(l, n) }

// inList lets a walker rename in each element.
func (n renaming) inList(l List, w Walker) {
	for i := range l.Len() {
		l.Element(i, w)
	}
	if l, ok := l.(listOf[Initials]); ok {
		*l.at = onceEach(*l.at)
	}
}

// People renames in each entry, and gives theirs to the new initials.
func (n renaming) People(_ Key, _ TextKind, m PeopleMap) {
	for _, who := range m.Keys() {
		m.Entry(who, n)
	}
	m.Move(n.was, n.is)
}
