package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/store"
	"kwi/ui/linear"
)

// attendant is somebody of the client who hears all that is said in a meeting in lines,
// while what is typed is chosen at random.
type attendant struct {
	*walker
	out   *bytes.Buffer
	at    int // how much of it was heard
	on    bool
	room  account.Room
	first []string
	left  int
	heard map[string]bool
}

// Read implements io.Reader: it hears what was said, and types the next line.
func (l *attendant) Read(b []byte) (int, error) {
	l.hear()
	if l.left--; l.left < 0 {
		return 0, io.EOF
	}
	line := pick(l.rand, "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "7", "8", "9", "10", "11", "12", "13", "", "", "..", "y", "y", "n", "8", "7 more", "undo", "redo", "?", "where", "again", "opnieuw", "Een zin van iemand", "tomorrow", "1, 2", "2", "empty", "skip", "meer", "@@ vrijdag", "how a figure", "waar komt dit", "where does this", "write up the talk", "win a sponsor", "choose arguments", "yours only", "what changed", "..", "..")
	if len(l.first) > 0 {
		line, l.first = l.first[0], l.first[1:]
	}
	l.last = append(l.last, line)
	l.store.fails = nil
	switch l.rand.IntN(40) {
	case 0:
		word := l.marker.word()
		l.store.fails = func() error { l.store.fails = nil; return fmt.Errorf("%s: %w", word, store.ErrFull) }
	case 1:
		l.store.fails = func() error { l.store.fails = nil; l.change(l.rand.IntN(5), false); return nil }
	}
	return copy(b, line+"\n"), nil
}

// hear fails the test where a mark was said that those in the room may not know.
func (l *attendant) hear() {
	l.note()
	for _, said := range strings.Split(l.out.String()[l.at:], "\n") {
		switch {
		case strings.HasPrefix(said, "From here on you only hear"), strings.HasPrefix(said, "Vanaf hier hoor je alleen"):
			l.on = true
		case strings.HasPrefix(said, "The meeting is closed"), strings.HasPrefix(said, "Het gesprek is gesloten"):
			l.on = false
		case strings.HasPrefix(said, "Nobody was named"), strings.HasPrefix(said, "Er is niemand genoemd"):
			l.room = account.Room{Known: true}
		case strings.HasPrefix(said, "Here: "), strings.HasPrefix(said, "Hier zit: "):
			l.room = account.Room{Known: true, Guests: strings.Contains(said, "others") || strings.Contains(said, "anderen")}
			now := l.kinds[len(l.kinds)-1]
			for _, r := range now.Respondents {
				if strings.Contains(said, r.Name) {
					l.room.Present = append(l.room.Present, r.Initials)
				}
			}
		}
		if !l.on {
			continue
		}
		l.heard[fmt.Sprint(l.room)] = true
		for _, word := range marksOf(said) {
			l.seen["words"]++
			if l.marker.issued[word] && !l.mayIn(l.room, word) {
				l.t.Fatalf("%s is heard by %+v after %q: %q\n%s", word, l.room, l.last[max(0, len(l.last)-8):], said, lastLines(l.out.String(), 30))
			}
		}
	}
	l.at = l.out.Len()
}

func lastLines(s string, n int) string {
	all := strings.Split(s, "\n")
	return strings.Join(all[max(0, len(all)-n):], "\n")
}

// TestNothingInternalIsHeardInAMeetingInLines: whatever is typed, and whatever goes wrong
// or is changed elsewhere meanwhile, nothing is said that those in the room may not know.
func TestNothingInternalIsHeardInAMeetingInLines(t *testing.T) {
	clients, home := walkClients(t), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("TMPDIR", home)
	t.Chdir(home)
	plays, lines := 60, 150
	if shortWalk() {
		plays = 8
	}
	words, rooms := 0, map[string]bool{}
	for i := range plays {
		w := stockedWalker(t, uint64(500+i), clients[i%len(clients)], clients[(i+1)%len(clients)])
		language := pick(w.rand, "nl", "en")
		l := &attendant{walker: w, left: lines, heard: rooms, first: []string{"10", map[string]string{"nl": "samen", "en": "together"}[language]}}
		inLinesOn(t, w.store, language, nil, func(c *linear.Config) {
			if i%3 == 0 {
				c.Only, c.Meeting, c.Told, l.first = w.client, true, w.marker.word(), nil
			}
			c.Fell = func(f *fault.Fault, where string) *fault.Fault {
				t.Errorf("%s falls after %q: %v", where, l.last[max(0, len(l.last)-8):], f)
				return f
			}
			l.out = c.Out.(*bytes.Buffer)
			c.In = l
		})
		l.hear()
		if !l.on && !strings.Contains(l.out.String(), "The meeting is closed") && !strings.Contains(l.out.String(), "Het gesprek is gesloten") {
			t.Fatalf("no meeting:\n%s", l.out)
		}
		words += w.seen["words"]
	}
	if words < plays*100 || len(rooms) < 4 {
		t.Errorf("only %d words were heard, in %d rooms", words, len(rooms))
	}
}
