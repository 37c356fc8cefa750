package main

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// markedKWI is the code of a KWI that the marker made.
const markedKWI = 90

// marker makes of a client one in whom every text that somebody typed, and
// every list, is there, each text a word of its own: one that has a letter which
// no large letters draw, so that it can be read wherever it stands.
type marker struct {
	n      int
	issued map[string]bool    // all words there are; typing makes others
	who    []account.Initials // the respondents

	colleague account.Initials
}

// markedYear is the year of all days that are never shown.
const markedYear = "1987"

// markWord is a mark, and markedDay a day in the marked year as it is kept, and
// as it is written.
var (
	markWord  = regexp.MustCompile(`^(?:ж\d{9}|zz\d{9}zz)`)
	markedDay = regexp.MustCompile(`^` + markedYear + `-\d\d-\d\d`)
	saidDay   = regexp.MustCompile(`^[a-z]{3} ` + markedYear + `\b`)
)

// marksOf are the marks in a text, of days the year.
func marksOf(text string) (found []string) {
	for i := 0; i < len(text); i++ { // a walk looks at each of its screens: only where one may begin it looks closer
		word := ""
		switch text[i] {
		case "ж"[0], 'z':
			word = markWord.FindString(text[i:])
		case markedYear[0]:
			if strings.HasPrefix(text[i:], markedYear) && (markedDay.MatchString(text[i:]) || i >= len("mrt ") && saidDay.MatchString(text[i-len("mrt "):])) {
				word = markedYear
			}
		}
		if word != "" {
			found = append(found, word)
			i += len(word) - 1
		}
	}
	return found
}

// tellingDays are the days that tell what somebody did or did not do.
var tellingDays = []string{"Willing", "Archived", "Tested", "Confirmed", "Sent", "Sendings", "Informed", "Answered", "AnsweredInTalk", "Excused", "Visits", "Reasons", "Corrections", "Amendments", "Kickoff"}

// ours are texts that the program makes itself, or that others refer to.
var ours = []string{"ID", "PartOf", "Language", "Number", "Message", "Asked", "Action", "Calendar", "Hour", "SessionFrom", "SessionUntil", "Code", "Revenue", "Margin"}

// marked is a client with marks in it.
func (m *marker) marked(c account.Client) account.Client {
	c = c.Clone()
	m.who = nil
	for _, r := range c.Respondents {
		m.who = append(m.who, r.Initials)
	}
	if len(c.Colleagues) == 0 {
		c.Colleagues = []account.Colleague{{Initials: "ZZ"}}
	}
	m.colleague = c.Colleagues[0].Initials
	m.mark(reflect.ValueOf(&c).Elem(), "", false)
	return c
}

// firm is what a supplier keeps of its own, with a mark in every text: a scan of
// somebody and one of a team, and an entry of every kind in the library.
func (m *marker) firm() (f account.Firm) {
	for _, key := range []account.ScanKey{{Who: m.word(), Team: m.word(), Date: "2026-11-20"}, {Team: m.word(), Date: "2026-11-20"}} {
		f.Scans = append(f.Scans, account.Scan{ScanKey: key, Clients: m.word(), Sees: m.word(), Goal: m.word(), Answers: "abcabcabca"})
	}
	for i, kind := range account.OwnKinds() {
		e := account.OwnEntry{ID: fmt.Sprintf("%s%d", account.OwnPrefix, i), Kind: kind, Title: m.word(), Text: m.word()}
		if kind != account.OwnWisdom {
			e.Items = []account.OwnItem{{Number: 1, Text: m.word()}, {Number: 2, Text: m.word()}}
		}
		f.Library = append(f.Library, e)
	}
	return f.Tidy()
}

// one is somebody to whom a list that was empty now refers.
func (m *marker) one(field string) account.Initials {
	if field == "Present" || field == "Informed" {
		return m.colleague
	}
	return m.who[0]
}

// word is a word that is nowhere else, and that nobody types by chance.
func (m *marker) word() string {
	m.n++
	word := fmt.Sprintf("ж%09d", m.n*7_368_787%1_000_000_007%1_000_000_000)
	if m.issued == nil {
		m.issued = map[string]bool{markedYear: true}
	}
	m.issued[word], m.issued["zz"+word[len("ж"):]+"zz"] = true, true
	return word
}

func (m *marker) mark(v reflect.Value, field string, telling bool) {
	telling = telling || slices.Contains(tellingDays, field)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			m.mark(v.Field(i), v.Type().Field(i).Name, telling)
		}
		switch of := v.Addr().Interface().(type) { // what may not be empty in what was made here
		case *account.Wish:
			of.By = cmp.Or(of.By, m.who[0])
		case *account.KWI:
			of.Code = cmp.Or(of.Code, markedKWI)
		case *account.Question:
			of.Code = cmp.Or(of.Code, account.QuestionCode{KWI: markedKWI, Serial: 1})
		case *account.Telling:
			of.Who, of.On = cmp.Or(of.Who, m.who[0]), cmp.Or(of.On, "2026-11-20")
		case *account.Turn:
			of.KWI, of.How = cmp.Or(of.KWI, 1), cmp.Or(of.How, account.TurnedDropped)
		}
		if k, is := v.Addr().Interface().(*account.KPI); is {
			k.Agreed = []account.KPIAction{{Text: k.Actions[0], For: m.word()}} // an action is known by its words
		}
		if y, is := v.Addr().Interface().(*account.Cycle); is {
			y.Actions = append(y.Actions, account.Action{Number: fmt.Sprintf("%d-9%02d", y.Name.Year(), len(y.Actions)), Text: m.word(), For: m.word(),
				Side: account.SupplierSide, Status: account.Open, Due: "2026-12-01", KWI: y.KWIs[0].Code, Internal: true})
		}
	case reflect.Slice:
		if v.Len() == 0 && v.Type().Elem() != reflect.TypeFor[account.QuestionCode]() && field != "KWIs" && field != "Cycles" && field != "Sendings" {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			if v.Type().Elem() == reflect.TypeFor[account.Initials]() {
				v.Index(0).SetString(string(m.one(field)))
			}
		}
		for i := range v.Len() {
			m.mark(v.Index(i), field, telling)
		}
	case reflect.Map:
		keys := v.MapKeys()
		if len(keys) == 0 && v.Type().Key() == reflect.TypeFor[account.Initials]() && field != "Assigned" && field != "Answers" {
			if v.IsNil() {
				v.Set(reflect.MakeMap(v.Type()))
			}
			keys = []reflect.Value{reflect.ValueOf(m.one(field))}
		}
		for _, k := range keys {
			e := reflect.New(v.Type().Elem()).Elem()
			if old := v.MapIndex(k); old.IsValid() {
				e.Set(old)
			}
			m.mark(e, field, telling)
			v.SetMapIndex(k, e)
		}
	case reflect.Int:
		if field == "Year" && v.IsZero() {
			v.SetInt(2026)
		}
	case reflect.String:
		m.text(v, field, telling)
	}
}

func (m *marker) text(v reflect.Value, field string, telling bool) {
	switch v.Type() {
	case reflect.TypeFor[string]():
		switch word := m.word(); {
		case field == "Code" && v.String() == "":
			v.SetString("KPI-1")
		case field == "Hour", field == "SessionFrom":
			v.SetString("16:00")
		case field == "SessionUntil":
			v.SetString("17:30")
		case slices.Contains(ours, field):
		case field == "Email":
			v.SetString("zz" + word[len("ж"):] + "zz@klant.example")
		default:
			v.SetString(word)
		}
	case reflect.TypeFor[account.Date]():
		if telling {
			v.SetString(fmt.Sprintf("%s-%02d-%02d", markedYear, 1+m.n%12, 1+m.n%28))
		} else if v.String() == "" && field == "Date" {
			v.SetString("2026-11-20")
		}
	case reflect.TypeFor[account.AgendaItem]():
		if v.String() == "" {
			v.SetString(string(account.AgendaItems()[0]))
		}
	case reflect.TypeFor[account.Initials]():
		switch {
		case v.String() != "":
		case field == "With":
			v.SetString(string(m.who[0]))
		}
	}
}

// marksIn are the words of marks in everything that a value holds.
func marksIn(of any) map[string]bool {
	found := map[string]bool{}
	for _, word := range marksOf(fmt.Sprintf("%+v", of)) {
		found[word] = true
	}
	return found
}

// TestEveryTextIsMarked: no field in which somebody types lacks a word of its
// own in a client that is marked.
func TestEveryTextIsMarked(t *testing.T) {
	m := marker{}
	c := m.marked(kept(t, stocked(t), "newmedia"))
	seen := map[string]bool{}
	var look func(v reflect.Value, at string)
	look = func(v reflect.Value, at string) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				look(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i), at)
			}
		case reflect.Map:
			for it := v.MapRange(); it.Next(); {
				look(it.Value(), at)
			}
		case reflect.String:
			seen[at] = seen[at] || markWord.MatchString(v.String())
		}
	}
	look(reflect.ValueOf(c), "Client")
	var all func(of reflect.Type)
	done := map[reflect.Type]bool{}
	all = func(of reflect.Type) {
		if done[of] {
			return
		}
		done[of] = true
		switch of.Kind() {
		case reflect.Struct:
			for i := range of.NumField() {
				f := of.Field(i)
				if e := leafType(f.Type); e == reflect.TypeFor[string]() && !slices.Contains(ours, f.Name) && !seen[of.Name()+"."+f.Name] {
					t.Errorf("%s.%s has no mark", of.Name(), f.Name)
				}
				all(leafType(f.Type))
			}
		}
	}
	all(reflect.TypeFor[account.Client]())
}

func leafType(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
