package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// TestAWalkComesByEveryField: a field that no Walk names would be kept
// nowhere, read from no file and drawn by no test.
func TestAWalkComesByEveryField(t *testing.T) {
	c := filled(t)
	e := eraser{t: t, whole: true}
	e.Object(account.Key{}, &c)
	y := filled(t).Cycles[0]
	y.Walk(eraser{t: t})
	if y.Name == "" || y.Answers == nil || y.Answered == nil || y.Remarks == nil || y.Released == nil || y.NPS == nil || y.Excused != nil {
		t.Errorf("what other records keep is gone through too: %+v", y)
	}
}

// eraser empties each field that it comes by, and looks for what is left.
type eraser struct {
	t     *testing.T
	whole bool
}

func (e eraser) Whole() bool { return e.whole }

func (e eraser) Object(_ account.Key, of account.Walked) {
	of.Walk(e)
	v := reflect.ValueOf(of).Elem()
	for i := range v.NumField() {
		if e.whole && !v.Field(i).IsZero() {
			e.t.Errorf("%s.%s is never come by", v.Type().Name(), v.Type().Field(i).Name)
		}
	}
}

func (e eraser) List(_ account.Key, l account.List) {
	for i := range l.Len() {
		l.Element(i, e)
	}
	l.Clear(0)
}

func (e eraser) People(_ account.Key, _ account.TextKind, m account.PeopleMap) {
	for _, who := range m.Keys() {
		m.Entry(who, e)
	}
	m.Clear(0)
}

func (e eraser) Years(_ account.Key, at *map[int]account.YearNumbers) {
	for _, n := range *at {
		e.Object(account.Key{}, &n)
	}
	*at = nil
}

func (e eraser) Figures(_ account.Key, at **account.Figures) {
	e.Object(account.Key{}, *at)
	*at = nil
}

func (e eraser) Replies(_ account.Key, replies ...account.NamedReply) {
	for _, r := range replies {
		*r.At = account.Unanswered
	}
}

func (eraser) Flag(_ account.Key, at *bool)                       { *at = false }
func (eraser) Anonymous(_ account.Key, n *account.NPS)            { n.Anonymous, n.NameUnasked = false, false }
func (eraser) Text(_ account.Key, at *string, _ account.TextKind) { *at = "" }
func (eraser) Choice(_ account.Key, at *string, _ []string)       { *at = "" }
func (eraser) Stage(_ account.Key, at *account.Stage)             { *at = 0 }
func (eraser) Number(_ account.Key, at *int, _, _ int)            { *at = 0 }
func (eraser) Serial(_ account.Key, at *uint16)                   { *at = 0 }
func (eraser) Count(_ account.Key, at **int, _, _ int)            { *at = nil }
func (eraser) Target(_ account.Key, at *account.Target)           { *at = 0 }
func (eraser) KWI(_ account.Key, at *account.KWICode)             { *at = 0 }
func (eraser) AboutKWI(_ account.Key, at *account.KWICode)        { *at = 0 }
func (eraser) Question(_ account.Key, at *account.QuestionCode)   { *at = account.QuestionCode{} }
func (eraser) AboutQuestion(_ account.Key, at *account.QuestionCode) {
	*at = account.QuestionCode{}
}
func (eraser) Asked(_ account.Key, at *[]account.QuestionCode) { *at = nil }
func (eraser) Sheet(_ account.Key, at *account.Sheet)          { *at = nil }
