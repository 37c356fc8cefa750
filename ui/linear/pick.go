package linear

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/text"
	"kwi/ui/part"
)

// choice is one of several things that can be said, by its number or by the
// beginning of a word in it.
type choice struct {
	name string
	why  string // why it cannot be now, "" where it can
	do   func() error

	also string // told behind it, and no part of what it is called

	together bool // it is there with the client listening too
	changes  bool // it changes the data: where nothing does, it is not there
	fact     bool // what is told of the data, and changed by choosing it: where nothing changes it is only told
}

// most is how many choices are told at once; some more where they are the last.
const (
	most = 20
	more = 8
)

// toldTo is up to which choice is told at once, from one on.
func toldTo(from, n int) int {
	if n-from <= most+more {
		return n
	}
	return from + most
}

// list tells choices with their numbers, from one on.
func (t *teller) list(all []choice, from int) {
	to := toldTo(from, len(all))
	for i := from; i < to; i++ {
		name := all[i].name
		if all[i].also != "" {
			name += ", " + all[i].also
		}
		line := t.T("linear.choice", i+1, name)
		if all[i].why != "" {
			line = t.T("linear.choice.not", i+1, name)
		}
		t.say(line)
	}
	if to < len(all) {
		t.say(t.T("linear.page", from+1, to, len(all)))
	} else if from > 0 {
		t.say(t.T("linear.page.last", from+1, to, len(all)))
	}
}

// pick asks for one of some choices. One that cannot be now says why, and it is
// asked again.
func (t *teller) pick(asks string, all []choice, repeat func()) (int, error) {
	if repeat == nil {
		repeat = func() { t.say(asks); t.list(all, 0) }
	}
	shown := 0
	for {
		got, err := t.ask(question{text: asks, help: t.N("linear.pick.help", len(all)) + " " + t.T("linear.pick.back"), repeat: repeat})
		if err != nil {
			return 0, err
		}
		switch {
		case (got == "" || isWord(got, "linear.word.more")) && toldTo(shown, len(all)) < len(all):
			shown = toldTo(shown, len(all))
			t.list(all, shown)
			continue
		case got == "":
			return 0, errBack
		}
		i, said := t.meant(got, all)
		switch {
		case said != "":
			t.say(said)
		case all[i].why != "":
			t.say(sentence(all[i].why))
		default:
			if !begins(got, all[i].name) { // by a word within, which may have been meant otherwise
				t.say(t.T("linear.chosen", all[i].name))
			}
			return i, nil
		}
	}
}

// begins reports whether a line is a number, or the beginning of a name.
func begins(got, name string) bool {
	_, err := strconv.Atoi(text.Narrow(got))
	return err == nil || strings.HasPrefix(text.Search(plain(name)), text.Search(got))
}

// meant is the choice that a line means, or what to say where that is none or
// more than one.
func (t *teller) meant(got string, all []choice) (at int, said string) {
	if n, err := strconv.Atoi(text.Narrow(got)); err == nil {
		if n < 1 || n > len(all) {
			return 0, t.N("linear.pick.number", len(all), echo(got))
		}
		return n - 1, ""
	}
	var begin, within, anyhow []int
	typed := text.Search(got)
	for i, c := range all {
		name := text.Search(plain(c.name))
		switch {
		case name == typed:
			return i, ""
		case strings.HasPrefix(name, typed):
			begin = append(begin, i)
		case beginsWord(got, "kit.yes") || beginsWord(got, "kit.no"): // an answer to a question that is not asked
		case strings.Contains(" "+parted.Replace(name), " "+typed):
			within = append(within, i)
		case holdsWords(name, typed):
			anyhow = append(anyhow, i)
		}
	}
	found := begin
	for _, more := range [][]int{within, anyhow} {
		if len(found) == 0 {
			found = more
		}
	}
	switch len(found) {
	case 0:
		return 0, t.N("linear.pick.none", len(all), echo(got))
	case 1:
		return found[0], ""
	}
	var names []string
	for _, i := range found[:min(len(found), 5)] {
		names = append(names, strconv.Itoa(i+1)+" "+all[i].name)
	}
	return 0, t.N("linear.pick.many", len(found), echo(got), strings.Join(names, "; "))
}

// parted has a space before each word of a name.
var parted = strings.NewReplacer("(", " ", ",", " ", ":", " ")

// holdsWords reports whether each typed word begins one of a name, in whatever order.
func holdsWords(name, typed string) bool {
	words := strings.Fields(parted.Replace(name))
	for _, one := range strings.Fields(typed) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, one) }) {
			return false
		}
	}
	return typed != ""
}

// one asks for one of some choices, which are told first. Where there is only one it
// is told and taken.
func (t *teller) one(asks string, all []choice) (int, error) {
	t.list(all, 0)
	return t.pick(asks, all, func() { t.list(all, 0); t.say(asks) })
}

// place is somewhere one stays: it tells what is there and what can be done until
// the user goes back.
type place struct {
	name func() string   // where one is
	what func()          // what there is; nil: nothing
	acts func() []choice // what can be done

	together bool // it is there with the client listening too
	bare     bool // it is there without a cycle too
	client   bool // it is that of one client
}

// stay stays in a place. All is told on coming in and when it is asked for;
// in between only where one is, for whoever listens heard the rest.
func (t *teller) stay(p place) (err error) {
	if t.watched() && !p.together {
		t.say(t.T("root.meeting.not"))
		return errRefused
	}
	t.places = append(t.places, p)
	defer func() {
		t.places = t.places[:len(t.places)-1]
		if p := recover(); p != nil { // the place before is told why, and goes on
			err = t.Fell.Of(p, "lines")
		}
	}()
	if of := p.acts; t.watched() {
		p.acts = func() []choice { return slices.DeleteFunc(of(), func(c choice) bool { return !c.together }) }
	}
	facts := func() {}
	if t.ReadOnly {
		p.acts, facts = t.listening(p.acts)
	}
	tell := func() {
		t.say(capital(sentence(p.name())))
		if p.what != nil {
			p.what()
		}
		facts()
		t.list(p.acts(), 0)
	}
	t.hearTeam()
	tell()
	last := p.acts()
	if len(last) == 0 {
		return nil // there is nothing to stay for
	}
	cycle := t.hand.ID() != "" && t.cycle() != nil
	for {
		if cycle && !p.bare && t.cycle() == nil {
			return nil // a step back took away what the place was about
		}
		heard := t.hearTeam()
		t.caughtUp()
		all := p.acts()
		if heard && !sameChoices(last, all) { // the numbers that were told are those of others now
			t.say(t.T("linear.list.other"))
			t.list(all, 0)
		}
		last = all
		i, err := t.pick(capital(t.T("linear.what", plain(p.name()))), all, tell)
		switch {
		case err == errBack:
			return nil
		case err == errUndone:
			continue
		case err != nil:
			return err
		}
		switch err = all[i].do(); {
		case err == errLeave:
			return err
		case err == errGone:
			return nil
		case isFault(err):
			t.sayInternal(t.Words.Fault(err), true)
		}
	}
}

// sameChoices reports whether choices are those that were told before, in the same order.
func sameChoices(told, now []choice) bool {
	return slices.EqualFunc(told, now, func(a, b choice) bool { return a.name == b.name && a.also == b.also })
}

// where tells where one is, the outermost place first.
func (t *teller) where() {
	var names []string
	for _, p := range t.places {
		if p.together || !t.watched() {
			names = append(names, plain(p.name()))
		}
	}
	t.say(t.T("linear.where", strings.Join(names, "; ")))
	if said, _ := part.TeamState(t.Words, &t.team.news, t.openHere(), true); said != "" && !t.watched() {
		t.tell(t.T("linear.team"), said)
	}
}
