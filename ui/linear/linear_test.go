package linear

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/desk"
	"kwi/internal/due"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/portfolio"
	"kwi/internal/progress"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

// day is the moment at which all is told.
var day = time.Date(2026, 11, 21, 14, 2, 0, 0, time.UTC)

// house is a store with the desk before it, whose saves may fail.
type house struct {
	*desk.Desk
	engine  store.Store
	nonce   func() string
	fail    int
	rescued []account.Client
	before  func() // what somebody else does before a save
}

func newHouse(t *testing.T, clients ...account.Client) *house {
	t.Helper()
	n := 0
	s := memory.New()
	nonce := func() string { n++; return fmt.Sprintf("nonce%d", n) }
	d := desk.New(s, nonce)
	if len(clients) > 0 {
		if _, err := d.Import(t.Context(), false, portable.File{Supplier: "BESTSELLER", Clients: clients}); err != nil {
			t.Fatal(err)
		}
	}
	return &house{Desk: d, engine: s, nonce: nonce}
}

// Keep implements Keeper.
func (h *house) Keep(ctx context.Context, s hand.Save) (int, hand.Version, error) {
	if h.fail > 0 {
		h.fail--
		return 0, hand.Version{}, store.ErrFull
	}
	if does := h.before; does != nil {
		h.before = nil
		does()
	}
	return h.Desk.Keep(ctx, s)
}

// Rescue implements Keeper.
func (h *house) Rescue(_ context.Context, c account.Client, _ account.Firm) (string, error) {
	h.rescued = append(h.rescued, c)
	return "/home/joe/kwi-" + c.ID + ".json", nil
}

// listener gives lines, one each time that there is a question, and looks then.
type listener struct {
	lines []string
	out   *bytes.Buffer
	asked func()
}

// Read implements io.Reader.
func (l *listener) Read(b []byte) (int, error) {
	if l.asked != nil {
		l.asked()
	}
	if len(l.lines) == 0 {
		return 0, io.EOF
	}
	line := l.lines[0]
	l.lines = l.lines[1:]
	l.out.WriteString("> " + line + "\n")
	return copy(b, line+"\n"), nil
}

// teller plays lines in a house, and gives what was said.
func (h *house) play(t *testing.T, tag string, lines ...string) string {
	t.Helper()
	return h.listen(t, tag, nil, lines...)
}

func (h *house) listen(t *testing.T, tag string, asked func(*teller), lines ...string) string {
	t.Helper()
	return h.hear(t, tag, Config{}, asked, lines...)
}

// told is the same with more in the room that it begins with.
func (h *house) told(t *testing.T, c Config, lines ...string) string {
	t.Helper()
	return h.hear(t, "en", c, nil, lines...)
}

func (h *house) hear(t *testing.T, tag string, c Config, asked func(*teller), lines ...string) string {
	t.Helper()
	h.Desk = desk.New(h.engine, h.nonce) // each time it is another run of the program
	var out bytes.Buffer
	supplier, err := h.Supplier(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.Keeper, c.Words, c.Supplier, c.Now, c.Out = h, lang.For(tag), supplier, func() time.Time { return day }, &out
	if c.Clients == nil {
		c.Clients = func() ([]portfolio.Line, error) { return h.Portfolio(t.Context()) }
	}
	c.Owed = func() ([]due.Client, error) { return h.Due(t.Context()) }
	if c.Post == nil {
		c.Post = &bring.Post{Write: func(_ context.Context, c account.Client, y account.CycleName, w bring.Way, _ progress.Told) (bring.Written, error) {
			return bring.Written{Folder: w.Folder, Lists: len(c.Awaited(c.Cycle(y)))}, nil
		}}
	}
	l := &listener{lines: lines, out: &out}
	c.In = l
	ctx, end := context.WithCancel(t.Context())
	defer end()
	x := &teller{Config: c, ctx: ctx, input: readsFrom(ctx, l), typing: map[string]hand.Draft{}}
	if asked != nil {
		l.asked = func() { asked(x) }
	}
	if err := x.begin(); err != nil && !errors.Is(err, errLeave) {
		t.Errorf("it ended with %v", err)
	}
	return out.String()
}

func (h *house) client(t *testing.T, id string) *account.Client {
	t.Helper()
	c, err := h.Client(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return &c
}

// TestEachRefusalIsOneSentence: what is no answer, or cannot be, is told, and asked
// again.
func TestEachRefusalIsOneSentence(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	for _, one := range []struct {
		lines []string
		told  string
	}{
		{[]string{"99"}, "99 is no choice: type a number from 1 to 9."},
		{[]string{"xyz"}, "xyz is no choice: type a number from 1 to 9, or the beginning of a choice."},
		{[]string{"se"}, "se can be 2 things: 4 search; 8 settings. Type more letters, or the number."},
		{[]string{"new client", ""}, "An answer is needed here."},
		{[]string{"new client", "NewMedia"}, "NewMedia"},
		{[]string{"NewMedia", "people", "new respondent", "Somebody", "toolong"}, "TOOLONG"},
		{[]string{"NewMedia", "people", "respondent Kees", "E-mail", "nonsense"}, "nonsense"},
		{[]string{"NewMedia", "people", "respondent Kees", "takes part", "31 feb"}, "31 feb"},
		{[]string{"NewMedia", "people", "respondent Kees", "takes part", "+3"}, "is still to come"},
		{[]string{"NewMedia", "measuring", "Kees", "fill in", "11"}, "11"},
		{[]string{"NewMedia", "measuring", "Kees", "fill in", "8 sometimes"}, "sometimes"},
		{[]string{"NewMedia", "measuring", "Kees", "recommendation", "12"}, "12"},
		{[]string{"NewMedia", "KWIs and", "KWI-01", "target", "12"}, "12"},
		{[]string{"NewMedia", "KWIs and", "KWI-01", "drop"}, "KWI-01"},
		{[]string{"NewMedia", "on or back", "on to", ""}, "An answer is needed here."},
		{[]string{"NewMedia", "on or back", "on to", "a"}, "why"},
		{[]string{"NewMedia", "people", "respondent Kees", "take off"}, "Kees"},
		{[]string{"undo"}, "No client is open yet"},
		{[]string{"NewMedia", "talks about", "Kees", "what you promised", "1", "yesterday", ""}, "That day has passed."},
	} {
		got := newHouse(t, c).play(t, "en", one.lines...)
		_, after, _ := strings.Cut(got, "> "+one.lines[len(one.lines)-1]+"\n")
		if one.lines[len(one.lines)-1] == "" {
			after = got
		}
		if !strings.Contains(after, one.told) {
			t.Errorf("%q is answered with:\n%s", one.lines, after)
		}
		if n := strings.Count(after, "Goodbye"); n != 1 {
			t.Errorf("%q leaves %d times:\n%s", one.lines, n, after)
		}
	}
}

// TestTheFewWordsWorkInEitherLanguage: what is said in the one is understood in the
// other too, wherever one is.
func TestTheFewWordsWorkInEitherLanguage(t *testing.T) {
	t.Parallel()
	for _, words := range [][]string{{"terug", "opnieuw", "ongedaan", "toch", "help", "stop"}, {"Back", "AGAIN", "undo", "redo", "?", "stop"}, {"terug", "opnieuw", "ongedaan", "toch", "Hulp", "stop"}} {
		got := newHouse(t, kittest.NewMedia(t)).play(t, "en", "NewMedia", "people", "respondent Kees", "function", "boss", words[2], words[3], words[0], words[1], words[4], words[5], "never")
		for _, want := range []string{"Taken back: ", "Done again: ", "These words work everywhere: back, or two points, goes back", "Goodbye"} {
			if !strings.Contains(got, want) {
				t.Errorf("%v: no %q in\n%s", words, want, got)
			}
		}
		if strings.Contains(got, "never") || strings.Count(got, "NewMedia, people.") != 2 {
			t.Errorf("%v:\n%s", words, got)
		}
	}
}

// TestEveryPlaceSaysWhereOneIsAndWhatThereIs, and what can be done, counted and
// numbered.
func TestEveryPlaceSaysWhereOneIsAndWhatThereIs(t *testing.T) {
	t.Parallel()
	got := newHouse(t, kittest.NewMedia(t)).play(t, "en", "NewMedia", "KWIs and")
	for _, want := range []string{"1 client.\n", "9. NewMedia\n", "NewMedia, KWIs.\n", "KWIs.\n1. new KWI\n", "NewMedia, KWIs: what now?\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// broken is an input in which kwi itself has a mistake.
type broken struct{}

func (broken) Read([]byte) (int, error) { panic("Ingrid Jansen") }

// TestAMistakeInReadingEndsAsAFault and not as if the user had left, nor as a dead
// program.
func TestAMistakeInReadingEndsAsAFault(t *testing.T) {
	h := newHouse(t)
	noted := false
	c := Config{Keeper: h, Words: lang.For("en"), Now: func() time.Time { return day }, Out: io.Discard, In: broken{},
		Clients: func() ([]portfolio.Line, error) { return h.Portfolio(t.Context()) },
		Owed:    func() ([]due.Client, error) { return h.Due(t.Context()) },
		Fell:    func(f *fault.Fault, _ string) *fault.Fault { noted = true; return f }}
	if err := Run(t.Context(), c); !crash.Is(err) || !noted {
		t.Errorf("%v, noted: %t", err, noted)
	}
}

// TestAtEveryQuestionHelpTellsWhatCanBeAnswered, where one is, and how to leave; two points
// and an empty line go back.
func TestAtEveryQuestionHelpTellsWhatCanBeAnswered(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		lines []string
		told  string
	}{
		{nil, "Type a number from 1 to 9, or the beginning of a choice. Enter alone goes back."},
		{[]string{"NewMedia", "people", "respondent Kees", "name"}, "Type your answer on one line, then enter."},
		{[]string{"NewMedia", "people", "respondent Kees", "takes part"}, "Type a day, such as"},
		{[]string{"NewMedia", "talks about", "Kees", "new note", "1"}, "Every line is kept at once."},
		{[]string{"NewMedia", "on or back", "one stage back"}, "Type yes or no, or the first letter."},
		{[]string{"NewMedia", "measuring", "Kees", "fill in"}, "Type a grade from 1 to 10"},
		{[]string{"NewMedia", "together", "who is"}, "Type numbers with commas between them"},
	} {
		got := newHouse(t, kittest.NewMedia(t)).play(t, "en", append(one.lines, "?", "where", "stop")...)
		_, after, _ := strings.Cut(got, "> ?\n")
		for _, want := range []string{one.told, "These words work everywhere: back, or two points,", "You are here: "} {
			if !strings.Contains(after, want) {
				t.Errorf("%q: no %q in\n%s", one.lines, want, after)
			}
		}
	}
	got := newHouse(t, kittest.NewMedia(t)).play(t, "en", "NewMedia", "people", "", "KWIs and", "..", "where")
	tells(t, got, "NewMedia, people: what now?", "NewMedia, 2011H1, stage Measure: what now?", "NewMedia, KWIs: what now?", "NewMedia, 2011H1, stage Measure: what now?", "You are here: Clients; NewMedia, 2011H1, stage Measure.")
}

// TestALongListIsToldInPages: enter tells the next, and behind the last it goes back.
func TestALongListIsToldInPages(t *testing.T) {
	t.Parallel()
	got := newHouse(t, kittest.NewMedia(t)).play(t, "en", "NewMedia", "talks about", "A. Aaaa", "what clients", "", "where", "")
	tells(t, got, "20. ", "Choices 1 to 20 of ", "Enter tells the next.", "21. ", "that is all of them.", "You are here:", "What clients call valuable: what now?")
}

// TestAChoiceIsFoundByItsWordsInAnyOrder, and which it was is said; a yes or a no is no word of a choice.
func TestAChoiceIsFoundByItsWordsInAnyOrder(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	tells(t, h.play(t, "en", "NewMedia", "people", "new colleague", "Joe Younger", "", "", "y", "younger"), "y is no choice", "Chosen: colleague Joe Younger (JY).")
	tells(t, h.play(t, "en", "NewMedia", "lists confirm"), "Chosen: send and confirm lists.", "Send and confirm lists.")
	tells(t, h.play(t, "en", "NewMedia", "The plan is late."), "The plan is late. is no choice")
}
