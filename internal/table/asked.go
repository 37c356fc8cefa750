package table

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// Asked is somebody in the table of whom the user says who they are, before
// anything is taken over: without initials, for whom some are proposed, or
// with new ones and the e-mail or the name of a respondent who is there
// already.
type Asked struct {
	Key      string // by which Choose knows them
	Name     string // or their e-mail, where the table has no name
	Initials account.Initials
	Like     account.Initials // the respondent who may be the same person, "" for none
	By       Column           // what they have in common, Email or Name
	Proposed bool             // the table has no initials of them
	Chosen   bool             // the user has said who they are
	Is       account.Initials // whom they are taken for
}

// Open reports whether nothing can be taken over before the user has said who
// it is.
func (a Asked) Open() bool { return a.Like != "" && !a.Chosen }

// Open reports whether that is so of anybody.
func (p Proposal) Open() bool {
	for _, a := range p.Asked {
		if a.Open() {
			return true
		}
	}
	return false
}

// Choose is the same table with what the user said of somebody: the initials
// of whoever it is, or new ones.
func (p Proposal) Choose(key string, who account.Initials) Table {
	t := p.table
	if t.chosen = maps.Clone(t.chosen); t.chosen == nil {
		t.chosen = map[string]account.Initials{}
	}
	t.chosen[key] = who
	return t
}

// Find is the key of somebody who is asked for, by their initials or their name.
func (p Proposal) Find(s string) (string, error) {
	for _, a := range p.Asked {
		if text.Equal(s, string(a.Initials)) || text.Equal(s, a.Name) || text.Equal(s, a.Key) {
			return a.Key, nil
		}
	}
	return "", fault.New(fault.NobodySuch, s)
}

// chosen is what the user said of somebody.
func (w *planWork) chosen(key string) (account.Initials, bool) {
	who, ok := w.p.table.chosen[key]
	return who, ok
}

// meant are the initials that are meant by those in the table.
func (w *planWork) meant(s string) account.Initials {
	if who, ok := w.chosen(text.Fold(s)); ok {
		return who
	}
	return account.Initials(s)
}

// named takes somebody with initials. New ones with the e-mail or the name of
// a respondent who is there are asked for.
func (w *planWork) named(b *tableBlock, r Row, came account.Respondent, at Place, seen map[account.Initials]bool) {
	key := text.Fold(string(came.Initials))
	who, chosen := w.chosen(key)
	if !chosen && w.known(string(came.Initials)) != nil || seen[came.Initials] {
		w.person(b, r, came, at, seen)
		return
	}
	a := asked(key, came, w.c.Namesake(came), chosen)
	if chosen {
		came.Initials = who
	}
	w.person(b, r, came, at, seen)
	if a.Like != "" || chosen {
		w.ask(a, came.Initials)
	}
}

// asked is what the user is asked of somebody, and who they may be.
func asked(key string, came account.Respondent, there *account.Respondent, chosen bool) Asked {
	a := Asked{Key: key, Name: came.Name, Initials: came.Initials, Chosen: chosen}
	if a.Name == "" {
		a.Name = came.Email
	}
	if there != nil {
		a.Like, a.By = there.Initials, Name
		if account.SameEmail(*there, came) {
			a.By = Email
		}
	}
	return a
}

// ask notes that the user is asked, once, of somebody for whom there is room.
func (w *planWork) ask(a Asked, who account.Initials) {
	known := func(b Asked) bool { return b.Key == a.Key }
	a.Is = who
	if w.there(string(who)) != nil && !slices.ContainsFunc(w.p.Asked, known) {
		w.p.Asked = append(w.p.Asked, a)
	}
}

// unnamed takes somebody without initials: whoever has their e-mail or else their
// name, and where that is nobody they get initials of their own.
func (w *planWork) unnamed(b *tableBlock, r Row, came account.Respondent, at Place, seen map[account.Initials]bool) {
	row := Place{r.Sheet, r.Number, 0}
	key := "#" + strconv.Itoa(r.Sheet) + "!" + strconv.Itoa(r.Number)
	there := w.c.Namesake(came)
	var a Asked
	if there != nil && (account.SameEmail(*there, came) || there.Email == "" || came.Email == "") {
		came.Initials = there.Initials
	} else {
		name := came.Name
		if name == "" {
			name, _, _ = strings.Cut(came.Email, "@")
		}
		who, chosen := w.chosen(key)
		if came.Initials = who; !chosen {
			came.Initials = account.ProposeInitials(name, w.taken)
		}
		if came.Initials == "" {
			w.odd(at, NoName)
			return
		}
		w.listed[text.Fold(string(came.Initials))] = true
		a = asked(key, came, there, chosen)
		a.Proposed = true
	}
	w.rowOf[row] = came.Initials
	w.person(b, r, came, at, seen)
	if a.Key != "" {
		w.ask(a, came.Initials)
	}
}

// taken reports whether initials are somebody's already.
func (w *planWork) taken(who account.Initials) bool {
	return w.listed[text.Fold(string(who))] || w.c.HasInitials(who)
}

// whose is whose grade a row holds.
func (w *planWork) whose(b *tableBlock, r Row) string {
	if who, _ := b.cell(r, Initials); who != "" {
		return bareInitials(who)
	}
	return string(w.rowOf[Place{r.Sheet, r.Number, 0}])
}
