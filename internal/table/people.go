package table

import (
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/text"
)

// known is the respondent whom initials in the table mean.
func (w *planWork) known(s string) *account.Respondent { return w.there(string(w.meant(s))) }

// there is a respondent by their initials, in upper or lower case.
func (w *planWork) there(s string) *account.Respondent {
	if r := w.c.Respondent(account.Initials(s)); r != nil {
		return r
	}
	if w.c.Colleague(account.Initials(s)) != nil {
		return nil
	}
	for i := range w.c.Respondents {
		if text.Equal(string(w.c.Respondents[i].Initials), s) {
			return &w.c.Respondents[i]
		}
	}
	return w.c.Once(account.Initials(s))
}

// people takes the respondents, and fills in what is blank of who is there.
func (w *planWork) people() {
	w.listed = map[string]bool{}
	each := func(do func(b *tableBlock, r Row)) {
		for i := range w.blocks {
			if b := &w.blocks[i]; b.people() {
				for _, r := range b.rows {
					do(b, r)
				}
			}
		}
	}
	for _, who := range w.p.table.chosen {
		w.listed[text.Fold(string(who))] = true
	}
	each(func(b *tableBlock, r Row) {
		if who, _ := b.cell(r, Initials); who != "" {
			w.listed[text.Fold(bareInitials(who))] = true
		}
	})
	seen := map[account.Initials]bool{}
	each(func(b *tableBlock, r Row) {
		who, at := b.cell(r, Initials)
		who = bareInitials(who)
		came := w.respondent(b, r, who)
		switch {
		case who != "" && !account.ValidInitials(who):
			w.odd(at, BadInitials, who)
		case who != "":
			w.named(b, r, came, at, seen)
		case came.Name != "" || came.Email != "":
			w.unnamed(b, r, came, at, seen)
		case (b.graded() || b.kwis() || b.recommends()) && reflect.DeepEqual(came, account.Respondent{}):
		default:
			w.odd(at, NoName)
		}
	})
	last := w.noRoomYet
	w.noRoomYet, w.allRead = nil, true
	for _, take := range last {
		take()
	}
}

// person takes one respondent, or fills in what is blank of them.
func (w *planWork) person(b *tableBlock, r Row, came account.Respondent, at Place, seen map[account.Initials]bool) {
	there := w.there(string(came.Initials))
	if there == nil && !w.allRead && came.Left == "" && (len(w.noRoomYet) > 0 || len(w.c.Taking()) >= account.MostRespondents) {
		// Somebody further down may leave.
		w.noRoomYet = append(w.noRoomYet, func() { w.person(b, r, came, at, seen) })
		return
	}
	if there == nil {
		if !seen[came.Initials] && w.adds(came, at) {
			w.p.People = append(w.p.People, came)
			for _, twin := range w.c.TwinsOf(came) {
				if twin.Ours {
					w.odd(at, AlsoOurs, string(came.Initials), string(twin.Who))
				}
			}
		}
		seen[came.Initials] = true
		return
	}
	if !seen[there.Initials] {
		w.p.Known++
	}
	seen[there.Initials] = true
	who := there.Initials
	var what []Column
	fill := func(c Column, there *string, came string) {
		switch {
		case came == "" || text.Equal(*there, came):
		case *there == "":
			*there, what = came, append(what, c)
		default:
			_, at := b.cell(r, c)
			w.odd(at, Differs, string(who), *there, came)
		}
	}
	if !account.SameName(*there, came) {
		fill(Name, &there.Name, came.Name)
	}
	fill(Email, &there.Email, came.Email)
	fill(Function, &there.Function, came.Function)
	fill(Level, (*string)(&there.Level), string(came.Level))
	fill(Language, &there.Language, came.Language)
	fill(Remark, &there.Remark, came.Remark)
	if there.Left == "" && came.Left != "" && w.c.Sponsor != who && w.c.Leave(who, came.Left) == nil {
		what = append(what, Left)
	} else if came.Left != "" && there.Left != came.Left {
		_, at := b.cell(r, Left)
		w.odd(at, StaysHere, string(who), string(came.Left))
	}
	if i := slices.IndexFunc(w.p.People, func(r account.Respondent) bool { return r.Initials == there.Initials }); i >= 0 {
		w.p.People[i] = *there
	} else if len(what) > 0 {
		w.p.Known--
		w.p.Filled = append(w.p.Filled, Filled{there.Initials, what})
	}
}

// adds puts a respondent on the list, or tells why that cannot be.
func (w *planWork) adds(r account.Respondent, at Place) bool {
	err := w.c.AddRespondent(r)
	switch {
	case fault.Has(err, fault.TooManyRespondents):
		w.odd(at, NoRoom, string(r.Initials))
	case err != nil:
		w.odd(at, Colleague, string(r.Initials))
	}
	return err == nil
}

// respondent reads one row about somebody.
func (w *planWork) respondent(b *tableBlock, r Row, initials string) account.Respondent {
	came := account.Respondent{Initials: account.Initials(initials), Name: w.line(b, r, Name), Email: w.line(b, r, Email), Function: w.line(b, r, Function), Remark: w.lines(b, r, Remark)}
	if b.recommends() && len(b.waves) == 0 {
		came.Remark = "" // it is about the recommendation
	}
	if !b.has(Name) {
		came.Name = text.Line(w.line(b, r, First) + " " + w.line(b, r, Infix) + " " + w.line(b, r, Last))
	}
	if came.Email != "" && (strings.Count(came.Email, "@") != 1 || strings.Contains(came.Email, " ")) {
		_, at := b.cell(r, Email)
		w.odd(at, BadEmail, came.Email)
		came.Email = ""
	}
	if s, at := b.cell(r, Level); s != "" {
		var ok bool
		if came.Level, ok = oneOfWords(s, "table.level.", account.Strategic, account.Tactical, account.Operational); !ok {
			w.odd(at, BadValue, s)
		}
	}
	if s, at := b.cell(r, Language); s != "" {
		var ok bool
		if came.Language, ok = oneOfWords(s, "table.language.", language.Tags()...); !ok {
			w.odd(at, BadValue, s)
		}
	}
	if s, at := b.cell(r, Left); s != "" {
		d, ok := lang.For("nl").ParseTableDate(s)
		if !ok {
			w.odd(at, BadDay, s)
		}
		came.Left = d
	}
	return came
}
