package linear

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kwi/internal/hand"
)

// ours begins the places of the drafts that are typed in lines: with the client
// listening those of the people who sit there, which are offered to the same alone.
func (t *teller) ours() string {
	if !t.watched() {
		return ourDrafts
	}
	if !t.meeting.room.Known {
		return ourDrafts + "with/" + t.meeting.started + "/"
	}
	var names []string
	for _, who := range slices.Sorted(slices.Values(t.meeting.room.Present)) {
		names = append(names, string(who))
	}
	if t.meeting.room.Guests {
		names = append(names, "*")
	}
	return ourDrafts + "with/" + strings.Join(names, "+") + "/"
}

// ourDrafts begins the places of all that is typed in lines.
const ourDrafts = "linear/"

// halves are the texts of the client in hand that are half typed: here, and in earlier
// runs of the program.
func (t *teller) halves() (found []hand.Draft) {
	for _, d := range t.mine() {
		if strings.HasPrefix(d.Place, t.ours()) {
			found = append(found, d)
		}
	}
	all, err := t.Keeper.Drafts(context.Background(), t.hand.ID())
	if err != nil {
		return found
	}
	for _, d := range all {
		_, typed := t.typing[t.hand.ID()+"/"+d.Place]
		if strings.HasPrefix(d.Place, t.ours()) && strings.TrimSpace(d.Text) != "" && !typed {
			found = append(found, d)
		}
	}
	return found
}

// mine are those that this run has of the client in hand.
func (t *teller) mine() (all []hand.Draft) {
	for _, place := range slices.Sorted(maps.Keys(t.typing)) {
		if strings.HasPrefix(place, t.hand.ID()+"/") {
			all = append(all, t.typing[place])
		}
	}
	return all
}

// offerDrafts tells that something was left half typed; it is offered where it was.
func (t *teller) offerDrafts() {
	for _, d := range t.halves() {
		t.say(t.T("linear.half", short(d.Text)))
	}
}

// half keeps what was typed so far of a text of several lines, so that no line of it is
// lost whatever ends the program.
func (t *teller) half(place string, lines []string) {
	t.typing[t.hand.ID()+"/"+t.ours()+place] = hand.Draft{Place: t.ours() + place, Text: strings.Join(lines, "\n"), At: t.moment()}
	t.keepDrafts(nil)
}

// settled is that nothing is half typed at a place any more.
func (t *teller) settled(place string) {
	delete(t.typing, t.hand.ID()+"/"+t.ours()+place)
	var gone []hand.Draft
	for _, d := range t.halves() {
		if d.Place == t.ours()+place {
			gone = append(gone, d)
		}
	}
	t.keepDrafts(gone)
}

// keepDrafts keeps what is half typed, where anything is kept.
func (t *teller) keepDrafts(gone []hand.Draft) {
	if t.ReadOnly || t.hand.ID() == "" {
		return
	}
	if err := t.Keeper.KeepDrafts(context.Background(), t.hand.ID(), t.mine(), gone); err != nil {
		t.sayInternal(t.Words.Fault(err), true)
	}
}

// long asks for a text of any number of lines, which an empty line ends. Nothing typed
// leaves what there is. What is typed is on the disk line by line; keep keeps it whole,
// and only then it is no draft any more.
func (t *teller) long(place, label, was string, keep func(string) error) error {
	lines, err := t.longLines(place, label, was)
	if err != nil {
		return err
	}
	text := strings.Join(lines, "\n")
	switch {
	case len(lines) == 0:
		return nil
	case len(lines) == 1 && isWord(text, "linear.word.empty"):
		text = ""
	}
	if err := keep(text); err != nil {
		return err
	}
	t.settled(place)
	t.kept()
	return nil
}

func (t *teller) longLines(place, label, was string) (lines []string, err error) {
	for _, d := range t.halves() {
		if d.Place != t.ours()+place {
			continue
		}
		t.tell(t.T("linear.half.was"), d.Text)
		goes, err := t.yes(t.T("linear.half.on"), true)
		if err != nil {
			return nil, err
		}
		if !goes {
			t.settled(place)
			break
		}
		lines = strings.Split(d.Text, "\n")
	}
	if was != "" && len(lines) == 0 {
		t.tell(label, was)
		t.say(t.T("linear.long.was", t.T("linear.word.empty")))
	}
	q := question{text: t.T("linear.long", asking(label)), help: t.T("linear.long.help")}
	t.say(q.text)
	for {
		line, err := t.next()
		if err != nil {
			return nil, err
		}
		if line == "" {
			return lines, nil
		}
		done, err := t.command(line, q, func() { t.say(q.text); t.say(strings.Join(lines, "\n")) })
		switch {
		case err == errBack && len(lines) > 0:
			t.say(t.T("linear.half.kept"))
			return nil, err
		case err != nil:
			return nil, err
		case done:
			continue
		}
		lines = append(lines, line)
		t.half(place, lines)
	}
}
