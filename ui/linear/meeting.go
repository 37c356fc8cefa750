package linear

import (
	"slices"
	"time"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/part"
)

// meeting is what is kept while the client listens along. All that is told then is
// told of the copy of the client that those in the room may see, and a place or a
// choice is there only where it says that it is for together.
type meeting struct {
	room    account.Room
	since   hand.Mark // nothing done before is taken back
	started string
	mine    account.Sitting  // what was typed of the list of whoever sits here alone
	of      account.Initials // whose that is
	untold  []string         // what is said when it is over
}

// watched reports whether the client listens along.
func (t *teller) watched() bool { return t.meeting != nil }

// together is a meeting with the client in hand, until the word is typed that closes it.
func (t *teller) together() error {
	t.meeting = &meeting{since: t.hand.Mark(), started: t.Now().Format(time.DateTime)}
	if t.Meeting && t.Told != "" {
		t.meeting.untold = []string{t.Told}
	}
	t.say(t.T("linear.meeting.begin", t.client().Name, t.T("farewell.word")))
	for {
		err := t.stay(place{together: true, name: func() string { return t.T("linear.meeting.place", t.client().Name) }, what: t.tellRoom, acts: t.meetingChoices})
		if err != nil {
			return err
		}
		over, err := t.farewell()
		switch {
		case err == errLeave:
			return err
		case over:
			t.apart()
			return nil
		}
	}
}

// farewell asks for the word that ends a meeting. Nothing else does.
func (t *teller) farewell() (over bool, err error) {
	word := t.T("farewell.word")
	got, err := t.ask(question{text: t.T("linear.meeting.close", word), help: t.T("linear.meeting.close", word)})
	if err != nil || got == "" {
		return false, err
	}
	if !isWord(got, "farewell.word") {
		t.say(t.T("farewell.other", echo(got), word))
		return false, nil
	}
	return true, nil
}

// apart goes on without the client, and tells what had to wait.
func (t *teller) apart() {
	untold := t.meeting.untold
	t.meeting = nil
	if t.Meeting {
		t.say(t.T("linear.meeting.over"))
	} else {
		t.say(t.T("linear.meeting.end"))
	}
	for _, s := range untold {
		t.say(s)
	}
}

// tellUntold tells what waited, where a meeting ended with the input: no word can be typed
// any more that would end it.
func (t *teller) tellUntold() {
	if !t.watched() || !t.ended || len(t.meeting.untold) == 0 {
		return
	}
	untold := t.meeting.untold
	t.meeting = nil
	t.say(t.T("linear.meeting.over"))
	for _, s := range untold {
		t.say(s)
	}
}

// sayInternal says what is not for the client: with the client listening that waits,
// and a sentence that tells nothing stands in its place where something went wrong.
func (t *teller) sayInternal(s string, bad bool) {
	if !t.watched() {
		t.say(s)
		return
	}
	if s != "" && !slices.Contains(t.meeting.untold, s) {
		t.meeting.untold = append(t.meeting.untold, s)
	}
	if bad {
		t.say(t.T("root.meeting.not"))
	}
}

// tellRoom tells who sits here.
func (t *teller) tellRoom() {
	switch names := t.roomNames(); {
	case names != "":
		t.say(sentence(t.T("meet.here", names)))
	case t.meeting.room.Known:
		t.say(t.T("linear.meeting.noone"))
	}
}

func (t *teller) roomNames() string {
	var names []string
	for _, who := range t.meeting.room.Present {
		names = append(names, part.NameOf(t.frame(), who))
	}
	if t.meeting.room.Guests {
		names = append(names, t.T("attendance.guests"))
	}
	return t.Words.And(names)
}

// askRoom asks who of the client sits here.
func (t *teller) askRoom() error {
	var all []choice
	var who []account.Initials
	for _, r := range t.client().Staying() {
		who = append(who, r.Initials)
		all = append(all, choice{name: part.NameOf(t.frame(), r.Initials)})
	}
	all = append(all, choice{name: t.T("attendance.guests")})
	at, err := t.several(t.T("attendance.title"), all)
	if err != nil {
		return err
	}
	room := account.Room{Known: true}
	for _, i := range at {
		if i == len(who) {
			room.Guests = true
		} else {
			room.Present = append(room.Present, who[i])
		}
	}
	t.seat(room)
	t.tellRoom()
	return nil
}

// seat takes note of who sits here. Who comes in takes nothing back that was done
// without them.
func (t *teller) seat(room account.Room) {
	if t.meeting.room.Known && !t.meeting.room.Holds(room) {
		t.meeting.since = t.hand.Mark()
	}
	if !t.meeting.room.Same(room) {
		t.meeting.mine, t.meeting.of = account.Sitting{}, ""
	}
	t.meeting.room = room
}

// seated asks who sits here where nobody said so yet.
func (t *teller) seated() error {
	if t.meeting.room.Known {
		return nil
	}
	return t.askRoom()
}

// alone is the one respondent who sits here with nobody else of the client. Where there
// are others it is asked with whom this is, and whoever is chosen sits here alone.
func (t *teller) alone(asks string) (account.Initials, error) {
	if here := t.meeting.room.Present; len(here) == 1 && t.meeting.room.HearsOnly(here[0]) {
		return here[0], nil
	}
	var who []account.Initials
	for _, r := range t.client().Staying() {
		who = append(who, r.Initials)
	}
	if len(who) == 0 {
		t.say(t.T("attendance.nobody"))
		return "", errRefused
	}
	with, err := t.person(asks, who)
	if err != nil {
		return "", err
	}
	t.seat(account.Room{Known: true, Present: []account.Initials{with}})
	t.tellRoom()
	return with, nil
}
