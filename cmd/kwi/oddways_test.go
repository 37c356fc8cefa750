package main

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// oddWay is how one comes to where something is typed.
type oddWay struct {
	prepare func(*account.Client) error
	open    []string
	rows    bool // of a page: its fields stand below each other, and enter opens one
	fields  int
}

// by is the way that these keys lead, with so many fields there.
func by(open string, fields int) oddWay { return oddWay{open: strings.Fields(open), fields: fields} }

// on is a way through a page with fields of its own.
func on(open string, fields int) oddWay {
	w := by(open, fields)
	w.rows = true
	return w
}

func (w oddWay) after(prepare func(*account.Client) error) oddWay { w.prepare = prepare; return w }

// withColleague is a client of whom one of us is responsible.
func withColleague(c *account.Client) error {
	if err := c.AddColleague(account.Colleague{Initials: "RM", Name: "Rob Maas"}); err != nil {
		return err
	}
	return c.MakeResponsible("RM")
}

// afterSession is a client whose cycle is closed, with a next one.
func afterSession(c *account.Client) error {
	c.Newest().Stage = account.Session
	return c.GoOn("2026-11-21", "", "klaar")
}

const (
	atKees = "enter 1 tab down down down down"
	atWish = "enter 2 home down down down down"
)

// oddWays are the ways to all that can be typed beside what the journeys with two
// windows come by.
var oddWays = map[string]oddWay{
	"leaves":               by(atKees+" ctrl+x", 2),
	"successor":            by(atKees+" ctrl+x left ctrl+s", 6),
	"new respondent":       by("enter 1 tab n", 7),
	"respondent":           on(atKees+" enter", 12),
	"new colleague":        by("enter 1 tab end n", 3),
	"colleague":            on("enter 1 tab end enter", 4).after(withColleague),
	"colleague leaves":     by("enter 1 tab end ctrl+x", 2).after(withColleague),
	"client":               on("enter 1", 4),
	"kick-off":             on("enter 1 tab tab", 2),
	"merge":                by(atWish+" m enter", 9).after(backAtDrafts),
	"split":                by(atWish+" d", 5).after(backAtDrafts),
	"drop":                 by(atWish+" ctrl+x", 1).after(backAtDrafts),
	"renew":                by(atWish+" r", 2).after(backAtDrafts),
	"join":                 by(atWish+" w D e e e enter", 2).after(joint),
	"joint KWI":            by("enter 2 home n", 1).after(backAtDrafts),
	"talk":                 on(atWish+" enter", 6).after(backAtDrafts),
	"KWI":                  on(atWish+" enter tab", 8).after(backAtDrafts),
	"question":             by("enter 3 enter", 1),
	"question before":      by("enter 3 enter", 1).after(onCycle(unsent)),
	"tested":               by("enter 3 d", 1),
	"sent":                 by("enter 4 home s", 1),
	"confirmed":            by("enter 4 home f", 1),
	"new agreement":        by("enter 5 n", 1),
	"agreement":            by("enter 5 enter", 14),
	"evidence":             by("enter 5 space", 1),
	"told":                 by("enter 5 a", 3),
	"talk in a line":       by("enter 5 tab n", 1),
	"talk in fields":       by("enter 5 tab n tab", 4),
	"idea":                 by("enter 5 shift+tab n", 4),
	"asked in a line":      by("enter 6 shift+tab n", 1),
	"asked in fields":      by("enter 6 shift+tab n tab", 5),
	"list sent":            by("enter 6 home s", 1),
	"circumstances":        by("enter 6 home u", 2),
	"answered how":         by("enter 6 end t", 2),
	"without a list":       by("enter 6 home ctrl+x", 1),
	"session":              on("enter 6 tab", 4),
	"findings":             on("enter 6 tab tab", 5),
	"remark":               on("enter 6 end enter tab", 8),
	"moving":               by("enter 6 tab enter", 1),
	"correction":           by("enter 8 c down enter 6 end enter home 2 enter", 1).after(afterSession),
	"corrected question":   by("enter 3 c down enter home down enter ctrl+u B e t e r enter", 1).after(afterSession),
	"new scan":             by("s n", 6),
	"checklist of our own": by("B n enter", 2),
	"value of our own":     by("B n down enter", 3),
	"new client":           by("n", 1),
	"settings":             on(",", 15),
	"plan":                 by("enter 9 enter enter", 1),
	"caught in a line":     by("enter ctrl+t", 1),
	"caught in fields":     by("enter ctrl+t tab", 4),
}

// everyOddWay is those, and the ways to the dialogs of the journeys with two windows.
func everyOddWay() map[string]oddWay {
	out := map[string]oddWay{}
	for name, w := range oddWays {
		out[name] = w
	}
	for at, j := range journeys {
		out[at] = oddWay{prepare: j.prepare, open: slices.Concat([]string{"enter"}, j.open), fields: 4}
	}
	return out
}
