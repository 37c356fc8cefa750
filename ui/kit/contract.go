// Package kit is the contract between a screen and the root: what a screen may
// look at, what it answers to a key, what it draws, and what can be done on it.
//
// It knows the theme, the words and the pure rooms. It must not know a screen,
// a widget, the root, the desk or the store, and it draws nothing.
package kit

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/internal/hint"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/internal/trace"
	"kwi/ui/theme"
)

// Audience is who looks at the screen. The zero value is the client: whoever
// forgets to say it hides too much, never too little.
type Audience byte

// The audiences.
const (
	WithClient Audience = iota // the client looks along: only what they may see
	Manager                    // the supplier's own people alone
)

// Frame is all that a screen may look at, as values. W and H are the cells of
// the body; View must not draw outside them.
type Frame struct {
	W, H     int
	Theme    theme.Theme
	Words    *lang.Words
	Today    account.Date
	Now      time.Time // by the root's one clock
	Audience Audience
	Supplier string
	Me       account.User      // who works with the program, empty while unknown
	AskedMe  bool              // that was asked, and is not asked again
	Client   account.Client    // as the audience may see it
	Firm     account.Firm      // what the supplier keeps of its own, empty while the client looks along
	Room     account.Room      // who of the client looks along
	Shows    bool              // a second window, that only shows: nobody types there
	Scale    int               // how much larger or smaller than usual the user wants the pages of a meeting
	Cycle    account.CycleName // the cycle that is looked at; "" is the newest
	Scores   score.History     // of the whole client, withheld where it must be
	Sitting  account.Sitting   // what a Sitter in front typed and is still what is kept
	Beat     int               // grows with every message; names a visit to a field
	Examples bool              // an example can be opened over the program

	GradesWait bool // a grade waits for enter, where else it goes on to the next by itself

	// History is what was done to the client in hand, newest first, on the place
	// that tells it; Window is where this is, and Started since when.
	History []hand.Deed
	Window  hand.Window
	Started account.Moment

	Settings Settings // what this laptop remembers, on the place that shows it; with the client watching nothing

	Team map[string]TeamMark // how clients stand to the hub of the team, by ID; none while the client looks along

	Drafts map[string]hand.Draft // what was typed on this screen and is not kept, by its place there; none while the client looks along
}

// Y is the cycle that is looked at, nil where the client has none.
func (f *Frame) Y() *account.Cycle { return f.Client.Cycle(f.Cycle) }

// Moment is today with the hour of now. Where the clock shows another day than
// today, as in a view of another day, it is the whole of today.
func (f *Frame) Moment() account.Moment {
	if now := account.Moment(f.Now.Format("2006-01-02T15:04")); now.Date() == f.Today {
		return now
	}
	return account.Moment(f.Today)
}

// Table is the scores of the cycle that is looked at.
func (f *Frame) Table() score.Table { return f.Scores.Table(f.Cycle) }

// T is a text in the user's language.
func (f *Frame) T(key string, args ...any) string { return f.Words.T(key, args...) }

// N is a text for a number in the user's language.
func (f *Frame) N(key string, n int, args ...any) string { return f.Words.N(key, n, args...) }

// Screen is one place of the program: a cursor, a half-typed text and a way
// of looking. It owns no client and saves nothing.
type Screen interface {
	// Init is what the screen must fetch when it opens, or nil.
	Init() tea.Cmd
	// Update answers one message: a tea.KeyPressMsg or tea.PasteMsg, a Do for
	// one of its acts, Tick, Aim, or what its own command brought back.
	Update(Frame, tea.Msg) (Screen, Outcome)
	// View draws the body. It is pure.
	View(Frame) Page
	// Acts are what can be done here, the five that matter most first.
	Acts(Frame) []Act
	// Head is what the frame says of this screen.
	Head(Frame) Head
	// Typing reports whether letters and digits are text now.
	Typing() bool
}

// Waiter is a screen that may not have got yet what its keys are about. While
// it waits the root holds what is typed, and types it once it is there.
type Waiter interface{ Waits() bool }

// Page is a drawn body, with the caret where text is typed.
type Page struct {
	Body   string
	Cursor *tea.Cursor // relative to the body
	Signs  bool        // what is typed at the caret is no text: each sign is a thing done
}

// Head is what the frame says of a screen: what is looked at on the left, and
// on the right the stage, or in its place a text.
type Head struct {
	Title string // for example the client's name; cut where it is narrow
	Tail  string // what follows it and is never cut, as " · 2026H2"
	Stage account.Stage
	Steps bool   // draw the steps of the cycle, with Stage lit
	Right string // where Steps is false
}

// Act is something that can be done on a screen. Help, the key line, the
// palette and the mouse are all made of acts. The root matches keys with acts
// and delivers Do(ID); an act with Why is shown faint and says why when tried.
type Act struct {
	ID       string      // what Do carries
	Keys     key.Binding // one of ui/keys; printable keys do not work while typing
	Name     string      // a few words in the user's language
	Why      string      // why it cannot be done now, "" when it can
	Together bool        // may be done while the client looks along
	Looks    bool        // it changes nothing, and may be done where nothing may change
	Hidden   bool        // not on the key line; help and palette have it
	Itself   bool        // the screen gets the key itself, which says more than the act
}

// Do tells a screen to do one of its acts.
type Do string

// Tick comes once a second from the root's one clock.
type Tick struct{}

// Aim tells a screen what to take in hand: the At of the place that was gone
// to. What it does not know it leaves.
type Aim string

// Subject is a screen that knows which KWI is in hand on it, 0 for none.
type Subject interface {
	KWIInHand(Frame) account.KWICode
}

// Personal is a screen that knows which respondent is in hand on it, "" for
// none.
type Personal interface {
	PersonInHand(Frame) account.Initials
}

// Traced is a screen that knows which thing is in hand on it, and of which client
// that is, "" for the one in hand; a thing that names nothing is none.
type Traced interface {
	ThingInHand(Frame) (of trace.Thing, client string)
}

// Figured is a screen that knows of which thing a figure is that stands at a
// place of its body. Where it names none, a figure is of the thing in hand.
type Figured interface {
	FigureAt(f Frame, x, y int) trace.Thing
}

// Aimed is a screen that knows what stands at a place of its body, where that is
// no row; "" is nothing that can be taken in hand.
type Aimed interface {
	AimAt(f Frame, x, y int) Aim
}

// Trace tells a screen of what it is to tell where it comes from, and what the
// screen is called on which that was asked.
type Trace struct {
	Thing trace.Thing
	From  string
}

// OnKWI tells a screen that was gone to which KWI was in hand on the one before,
// for its cursor to be on it too.
type OnKWI account.KWICode

// Refused tells a dialog that its change was refused, and that it stays.
type Refused struct{}

// Leave tells a screen that it is being left, so that what is typed is kept.
type Leave struct{}

// Place names a screen of the program; cmd/kwi has the list of all.
type Place struct {
	Name   string            // portfolio, a stage's name, monitor
	Client string            // ID, "" where the place is not about one
	Cycle  account.CycleName // "" is the newest
	At     string            // what is in hand there, as initials, a KWI or a question; "" is where one left it
}

// Meeter is a screen that knows which page of a meeting shows what is in hand
// on it, as far as the client may see that; such a page itself tells what is in
// hand there. What it answers is only a place: that page draws from what the
// client may see, whatever this screen shows.
type Meeter interface{ MeetingPlace(Frame) Place }

// Talker is a screen on which somebody of the client may sit beside the user:
// while it says so, the key line names the key with which they look along.
type Talker interface{ Talks() bool }

// Sitter is a page of a meeting on which a respondent's own list is answered.
// What was typed there is shown back, by group too, for as long as it is what
// is kept: the page remembers it, and its frame has of it what is still so.
type Sitter interface {
	Sitting() (account.Initials, account.Sitting)
}

// Stayer is a page of a meeting of which something stays when it is said anew
// who sits there: what it answers holds nothing that anybody said.
type Stayer interface{ Stays() Screen }

// Barer is a screen about no client that tells when there is nothing on it.
type Barer interface{ Bare(Frame) bool }

// Papered is a screen that stands on paper too, and tells as which document.
type Papered interface{ Paper(Frame) Paper }

// Paper is a document about the client in hand.
type Paper struct {
	Name string // "" is none
	Year int    // that it is about, where it is about one; 0 leaves that open

	To account.Initials // the respondent that it is about, where it is about one; "" leaves that open
}

// Outcome is what a screen wants to happen, all of it before the next key;
// only Run is asynchronous.
type Outcome struct {
	Change   *hand.Change     // do this to the client in hand
	Firm     *hand.FirmChange // do this to what the supplier keeps
	Drafts   []hand.Draft     // this was typed and is not kept yet
	Settled  []string         // at these places nothing is half typed any more: it is in Change, or was dropped
	On       string           // first take this client in hand, and stay here
	TakeBack *TakeBack        // take these steps back
	Begin    string           // begin a client of this name and go to its first stage
	Go       *Place           // go there; a stage replaces a stage
	Over     bool             // on that way this place stays below, and esc leads back to it
	Led      *hand.Label      // with Go or Trace: a tour leads there, and says this above it; esc leads back to it
	Trace    *trace.Thing     // tell where this comes from, and come back here with esc
	Of       string           // with Trace: a thing of this client, "" of the one in hand
	Ask      Screen           // put a dialog on top
	Back     bool             // leave this screen
	Me       *account.User    // this is who the user is; empty: better not asked
	Setting  *SettingChange   // this laptop is to remember this
	Room     *account.Room    // this is who of the client sits here
	Tell     tea.Msg          // with Back: give this to the screen below
	Notice   string           // say this until the next key
	Bad      bool             // the notice is that something could not be done
	Stays    bool             // the notice stays some seconds, whatever is typed: it tells of others
	Why      string           // the notice is a hint, for the manager alone, and this is why, told on a key
	Opens    Example          // open this over the program
	Speak    string           // go on in this language
	Quit     bool
	Run      tea.Cmd
	Work     *Work // how far Run is, where that may take long
	Anew     bool  // what is in hand was changed in the store, and is read anew
}

// Changes is the outcome of a change.
func Changes(label hand.Label, apply func(*account.Client) error) Outcome {
	return Outcome{Change: &hand.Change{Label: label, Apply: apply}}
}

// ChangesFirm is the outcome of a change of what the supplier keeps.
func ChangesFirm(label hand.Label, apply func(*account.Firm) error) Outcome {
	return Outcome{Firm: &hand.FirmChange{Label: label, Apply: apply}}
}

// Says is the outcome of a notice.
func Says(text string) Outcome { return Outcome{Notice: text} }

// Hints is the outcome of a hint about what was just typed.
func Hints(h hint.Hint) Outcome { return Outcome{Notice: h.Text, Why: h.Why} }

// Refuses is the outcome of a notice that something could not be done.
func Refuses(text string) Outcome { return Outcome{Notice: text, Bad: true} }

// Goes is the outcome of going to a place.
func Goes(p Place) Outcome { return Outcome{Go: &p} }

// Label names a change in lang's catalogue.
func Label(key string, args ...string) hand.Label { return hand.Label{Key: key, Args: args} }
