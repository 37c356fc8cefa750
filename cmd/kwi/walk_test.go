package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// walkSteps is how many keys, pastes, clicks and resizes a random walk takes.
const (
	walkSteps      = 40_000
	walkStepsShort = 2_000
)

// walker walks at random through a meeting.
type walker struct {
	t       *testing.T
	rand    *rand.Rand
	store   *moody
	drive   *drive.Driver
	marker  marker
	client  string
	kinds   []account.Client           // every version of the client that there was
	firm    account.Firm               // what the supplier keeps of its own
	allowed map[string]map[string]bool // by room, the marks that may be seen there
	counted map[string]int             // by room, how many versions are in that
	last    []string
	falls   int // a page falls every so many times that it is asked something, 0 never
	seen    map[string]int
	alone   bool // the manager works alone, and sees all
}

// moody is a store that fails now and then, with words that nobody may read.
type moody struct {
	store.Store
	fails func() error
}

func (m *moody) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	if m.fails != nil {
		if err := m.fails(); err != nil {
			return 0, err
		}
	}
	return m.Store.Apply(ctx, w...)
}

// tripping is a page that falls at random, or wants what cannot be done.
type tripping struct {
	kit.Screen
	trip   func()
	wishes func() *hand.Change
}

func (s tripping) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	s.trip()
	next, out := s.Screen.Update(f, msg)
	s.Screen = next
	if out.Change == nil {
		out.Change = s.wishes()
	}
	return s, out
}

func (s tripping) View(f kit.Frame) kit.Page  { s.trip(); return s.Screen.View(f) }
func (s tripping) Acts(f kit.Frame) []kit.Act { s.trip(); return s.Screen.Acts(f) }
func (s tripping) MeetingPlace(f kit.Frame) (p kit.Place) {
	if m, ok := s.Screen.(kit.Meeter); ok {
		p = m.MeetingPlace(f)
	}
	return p
}

// newWalker begins a meeting with a marked client, out of the middle of the
// work of the manager.
func newWalker(t *testing.T, seed uint64, c account.Client, others ...account.Client) *walker {
	w := stockedWalker(t, seed, c, others...)
	w.begin()
	return w
}

// stockedWalker has marked clients, and has not begun.
func stockedWalker(t *testing.T, seed uint64, c account.Client, others ...account.Client) *walker {
	w := &walker{t: t, rand: rand.New(rand.NewPCG(seed, 1)), client: c.ID, allowed: map[string]map[string]bool{}, counted: map[string]int{}, seen: map[string]int{}}
	all := []account.Client{w.marker.marked(c)}
	for _, other := range others {
		all = append(all, w.marker.marked(other))
	}
	names := []string{}
	for i := range all {
		all[i].Archived = "" // whom one meets is not put away
		names = append(names, all[i].Name)
	}
	slices.Sort(names)
	for i := range all {
		all[i].Name = names[i] // and stands first
	}
	w.firm = w.marker.firm()
	under := memory.New()
	if _, err := desk.New(under, counted()).Import(context.Background(), false, portable.File{Supplier: "BESTSELLER", Clients: all, Firm: w.firm}); err != nil {
		t.Fatal(err)
	}
	w.store = &moody{Store: under}
	w.note()
	drafts := []hand.Draft{}
	for _, e := range places(sources{}) {
		drafts = append(drafts, hand.Draft{Place: e.Name + "/" + string(c.Newest().Name) + "/action/new", Text: w.marker.word(), At: "2026-11-20T10:00", Values: map[string]string{"text": w.marker.word()}})
	}
	if err := desk.New(under, counted()).KeepDrafts(context.Background(), c.ID, drafts, nil); err != nil {
		t.Fatal(err)
	}
	return w
}

// begin starts the program, does something in it, and begins a meeting.
func (w *walker) begin() {
	for range 20 {
		w.drive = sitWith(w.t, w.store, pick(w.rand, "nl", "en"), 80, 24, func(c *ui.Config) {
			if w.rand.IntN(3) == 0 {
				c.Meeting, c.Start.Client, c.Told = true, w.client, w.marker.word()
			}
			for i := range c.Places {
				if e := c.Places[i]; e.Together {
					c.Places[i].Open = func(p kit.Place) kit.Screen { w.trip(); return tripping{e.Open(p), w.trip, w.wishes} }
				}
			}
		})
		if w.meeting() {
			return
		}
		w.drive.Press("home")
		if w.rand.IntN(3) > 0 {
			w.drive.Press("enter", fmt.Sprint(2+w.rand.IntN(7))) // not where one becomes part of another, and stands below it
			for range w.rand.IntN(6) {
				w.drive.Press(pick(w.rand, "down", "tab", "enter", "right"))
			}
			w.drive.Press("esc")
		}
		if w.drive.Press("M"); w.meeting() {
			return
		}
	}
	w.t.Fatalf("no meeting:\n%s", w.drive.Screen())
}

// meeting reports whether the client watches: the key line says so. At the desk
// it only names the key that begins it.
func (w *walker) meeting() bool {
	lines := strings.Split(strings.TrimRight(w.drive.Screen(), " \n"), "\n")
	last := strings.ReplaceAll(lines[len(lines)-1], "f2 together", "")
	return strings.Contains(last, "in gesprek") || strings.Contains(last, "together")
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// trip lets a page fall, with words that nobody may read.
func (w *walker) trip() {
	if w.falls > 0 && w.rand.IntN(w.falls) == 0 {
		w.seen["falls"]++
		panic("index out of range in " + w.marker.word())
	}
}

// wishes is now and then a change that fails or falls, or whose name nobody may
// read.
func (w *walker) wishes() *hand.Change {
	if w.falls == 0 || w.rand.IntN(20) > 0 {
		return nil
	}
	word, kind := w.marker.word(), w.rand.IntN(3)
	w.seen["wishes"]++
	return &hand.Change{Label: hand.Label{Key: "agree.label.done", Args: []string{word}}, Apply: func(c *account.Client) error {
		switch kind {
		case 0:
			panic("nil map in " + word)
		case 1:
			return fault.New(fault.Removed, word)
		}
		return c.AddNote(c.Newest().Name, account.Note{Date: "2026-11-20", With: c.Respondents[0].Initials, Text: word})
	}}
}

// note takes in the client as it is now.
func (w *walker) note() { w.kinds = append(w.kinds, kept(w.t, w.store.Store, w.client)) }

// may reports whether a mark may be seen by who sits here now.
func (w *walker) may(word string) bool { return w.mayIn(w.drive.Room(), word) }

// mayIn reports whether a mark may be seen by those in a room.
func (w *walker) mayIn(room account.Room, word string) bool {
	key := fmt.Sprint(room)
	if w.allowed[key] == nil {
		w.allowed[key] = marksIn(w.firm.Shown())
	}
	for ; w.counted[key] < len(w.kinds); w.counted[key]++ {
		for found := range marksIn(w.kinds[w.counted[key]].Shown(room)) {
			w.allowed[key][found] = true
		}
	}
	return w.allowed[key][word]
}

// look fails the test where a mark stands on the screen, or in the title, that
// may not be seen.
func (w *walker) look() {
	if w.drive.Quit || w.alone {
		return
	}
	v := w.drive.View()
	w.seen[w.drive.Place()]++
	if strings.Contains(v.Content, "bijgewerkt") || strings.Contains(v.Content, "Something was updated") {
		w.seen["met"]++
	}
	if w.drive.Room().Known {
		w.seen["room"]++
	}
	if !strings.HasPrefix(v.WindowTitle+" – ", "kwi – ") {
		w.t.Fatalf("the title is %q after %v", v.WindowTitle, w.last)
	}
	for _, word := range marksOf(v.WindowTitle + "\n" + v.Content) {
		w.seen["words"]++
		if w.marker.issued[word] && !w.may(word) {
			w.t.Fatalf("%s is seen by %+v after %v:\n%s", word, w.drive.Room(), w.last, w.drive.Screen())
		}
	}
}

// walkKeys are the keys of a walk; those that lead on are there more often.
var walkKeys = func() []string {
	all := strings.Fields("enter enter enter enter enter enter esc esc tab tab shift+tab up down down left right right right space backspace delete home end pgup pgdown f1 ctrl+a ctrl+b ctrl+d ctrl+e ctrl+f ctrl+k ctrl+n ctrl+p ctrl+s ctrl+s ctrl+u ctrl+w ctrl+x ctrl+y ctrl+z ctrl+z alt+b ctrl+left 1 1 1 2 2 2 3 3 4 4 5 5 6 6 7 8 9 0 W W W M q Z Z t + - ? : / < > = . , ! [ ] g")
	for r := 'a'; r <= 'z'; r++ {
		all = append(all, string(r), strings.ToUpper(string(r)))
	}
	return append(all, "é", "漢", "L")
}()

// leaves are the letters without which the word that ends a meeting, in either
// language, cannot be typed.
var leaves = []string{"k", "K", "d", "D"}

func (w *walker) did(what string) {
	w.last = append(w.last[max(0, len(w.last)-40):len(w.last):len(w.last)], what)
}

// step does one thing at random.
func (w *walker) step() {
	switch n := w.rand.IntN(1000); {
	case n < 20:
		text := pick(w.rand, "klaar", "done\n", "klaar\n", "een zin\nen nog een", "8;9\n7;", "\x1b[31m", "=1+1", strings.Repeat("lang ", 60))
		w.did("paste " + text)
		w.drive.Paste(text)
	case n < 60:
		w.did("click")
		w.drive.Send(tea.MouseClickMsg{X: w.rand.IntN(120), Y: pick(w.rand, w.rand.IntN(40), 23, 39), Button: tea.MouseLeft})
	case n < 90:
		w.did("wheel")
		w.drive.Send(tea.MouseWheelMsg{Button: pick(w.rand, tea.MouseWheelUp, tea.MouseWheelDown)})
	case n < 115:
		size := pick(w.rand, [2]int{60, 20}, [2]int{80, 24}, [2]int{80, 24}, [2]int{120, 40}, [2]int{200, 60}, [2]int{40, 10}, [2]int{1, 1})
		w.did(fmt.Sprint("resize ", size))
		w.drive.Resize(size[0], size[1])
	case n < 135:
		w.did("beat")
		w.drive.Beat(1 + w.rand.IntN(4))
	case n < 145:
		w.others()
	case n < 150:
		w.did("mood")
		w.store.fails = nil
		if w.rand.IntN(2) == 0 {
			w.store.fails = func() error {
				return errors.Join(store.ErrFull, fault.New(fault.Internal, w.marker.word()).By(errors.New(w.marker.word())))
			}
		}
	case n < 153:
		w.meet()
	case n < 160:
		w.falls = pick(w.rand, 0, 300, 60)
		w.did(fmt.Sprint("falls ", w.falls))
	default:
		key := pick(w.rand, walkKeys...)
		if slices.Contains(leaves, key) && (strings.Contains(w.drive.Screen(), "“klaar”") || strings.Contains(w.drive.Screen(), "“done”")) {
			key = "esc"
		}
		w.did(key)
		w.drive.Press(key)
	}
}

// TestARandomWalkThroughAMeetingSeesNothingInternal walks through meetings with
// clients of whom every text is marked, and looks after every step.
func TestARandomWalkThroughAMeetingSeesNothingInternal(t *testing.T) {
	steps := walkSteps * timesFurther(t)
	if shortWalk() {
		steps = walkStepsShort
	}
	clients, home, seen := walkClients(t), t.TempDir(), map[string]int{}
	t.Setenv("HOME", home)
	t.Setenv("TMPDIR", home)
	t.Chdir(home)
	for i, c := range clients {
		w := newWalker(t, uint64(i), c, clients[(i+1)%len(clients)])
		w.look()
		for n := range steps / len(clients) {
			if n%2500 == 2499 || w.drive.Quit {
				w.last, w.falls, w.store.fails = nil, 0, nil
				w.begin()
			}
			w.step()
			if w.look(); t.Failed() {
				return
			}
		}
		for what, n := range w.seen {
			seen[what] += n
		}
	}
	t.Log(steps, "steps:", seen)
	for _, e := range meetingPages() {
		if seen[e.Name] == 0 && !shortWalk() {
			t.Errorf("nobody came by %s", e.Name)
		}
	}
	for _, what := range []string{"words", "room", "met", "wishes", "falls"} {
		if seen[what] == 0 && !shortWalk() {
			t.Errorf("%s: none", what)
		}
	}
	if err := filepath.WalkDir(home, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			t.Errorf("%s was written", path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// movedClient is the one that others take to another stage. What may be seen in
// one stage of it may be seen in all, so that the others stay where they are.
const movedClient = "client4"

// walkClients are clients in different stages, the last one of the simple
// approach.
func walkClients(t *testing.T) []account.Client {
	var out []account.Client
	c := kept(t, stocked(t), "newmedia")
	for i, stage := range []account.Stage{account.Draft, account.Measure, account.Session, account.Closed, account.Test, account.Realise} {
		c := c.Clone()
		c.ID = fmt.Sprintf("client%d", i)
		c.Newest().Stage = stage
		if i%2 == 1 {
			for j := range c.Cycles {
				c.Cycles[j].AnswersBy = account.ByGroup
			}
		}
		out = append(out, c)
	}
	out[len(out)-1].Approach = account.Simple
	return out
}
