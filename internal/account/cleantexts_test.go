package account_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/text"
)

// everyText does something to every text of a client.
type everyText struct {
	account.Onlooker
	do func(at *string, kind account.TextKind)
}

func (e everyText) Text(_ account.Key, at *string, kind account.TextKind) { e.do(at, kind) }
func (e everyText) Object(_ account.Key, of account.Walked)               { of.Walk(e) }

func (e everyText) List(_ account.Key, l account.List) {
	for i := range l.Len() {
		l.Element(i, e)
	}
}

func (e everyText) People(_ account.Key, _ account.TextKind, m account.PeopleMap) {
	for _, who := range m.Keys() {
		m.Alter(who, e)
	}
}

// TestEveryTextIsCleaned: nothing in it steers any more, and what is clean stays as it is.
func TestEveryTextIsCleaned(t *testing.T) {
	c := filled(t)
	n := 0
	everyText{do: func(at *string, _ account.TextKind) { *at += "\x1b[2J\u009b31m\u202eé\r\xff\ttwo"; n++ }}.Object(account.Key{}, &c)
	c.CleanTexts()
	everyText{do: func(at *string, kind account.TextKind) {
		n--
		s := *at
		if kind == account.BlockText || kind == account.KPIActionText {
			s = strings.NewReplacer("\n", "", "\t", "").Replace(s)
		}
		if strings.ContainsFunc(s, text.Steers) || !strings.Contains(s, "é") || !strings.HasSuffix(s, "two") {
			t.Errorf("%q", *at)
		}
	}}.Object(account.Key{}, &c)
	if n != 0 {
		t.Errorf("%d texts were left out", n)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "c1")
		is := c.Clone()
		is.CleanTexts()
		if !reflect.DeepEqual(c, is) {
			t.Errorf("it became %+v\nof %+v", is, c)
		}
	})
}
