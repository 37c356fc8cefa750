// Package ui is the root of the interface: the stack of screens, the frame
// round them, the client in hand, notices and the one clock. It is the only
// place that returns a tea.View.
//
// It knows the contract of a screen and the pure rooms. It must not know a
// single screen (cmd/kwi hands it the list), the store or the desk (it sees
// them as Keeper).
package ui

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Root is the whole interface as one value.
type Root struct {
	Config
	w, h      int
	now       time.Time
	started   account.Moment // when the program began
	stack     []stackItem
	serial    int
	beat      int
	memory    map[kit.Place]kit.Screen
	hand      hand.Hand
	left      map[string]account.Client // other clients as they were when they were last in hand
	parked    map[string]hand.Hand      // other clients with something still to be kept
	trail     []changedHere             // what was done on lists of all clients since one was gone to
	order     map[string]int            // in which order steps were done here, by their IDs
	shown     account.Client            // the client as the audience may see it
	scores    score.History
	audience  kit.Audience
	meeting   meeting
	turns     int          // how often a meeting began or ended
	room      account.Room // who of the client looks along
	scale     int          // how much larger or smaller the pages of a meeting are
	veil      veil
	relock    relocking
	notice    notice
	hinted    hinted
	advising  advising // which line of advice is in view
	sentence  sentence
	wait      *waitingLoad
	early     []tea.Msg // typed before the screen on top had what it is about
	kept      time.Time // when the store last confirmed something
	tries     int       // clock beats since a save failed
	leaving   leaving
	drafts    *drafts
	prefers   preferring
	setting   setting
	works     []longWork // what takes long and has not ended, the oldest first
	worked    int        // how many works there were
	heldWorks []heldWork // works that wait until all is kept
	askedMe   bool       // who the user is was asked in this session
	seen      uint64     // revision up to which changes of others were seen
	restored  uint64     // revision at which an earlier copy was last put back
	returning bool       // it is being gone back to a copy here, until the watch heard of it
	lead      leading    // windows that follow this one
	team      teaming
	behind    map[string]uint64 // clients that others changed, up to which revision, and that were not fetched since
}

// New makes the root at its first place.
func New(c Config) Root {
	c.Keeper = steady{c.Keeper, catcher{c.Fell, "keeping"}}
	r := Root{Config: c, audience: kit.Manager, memory: map[kit.Place]kit.Screen{}, parked: map[string]hand.Hand{}, left: map[string]account.Client{}, now: c.Now(), drafts: noDrafts()}
	r.askedMe, r.started = c.Remember == nil, r.moment()
	r.veil.last = r.now
	r.setting.now = c.Settings.Now
	r.Only = c.Only || c.Meeting
	r.Told = cmp.Or(c.Told, r.exposedAtStart())
	if c.Start.Name == "" {
		r.Start.Name = c.Places[0].Name
	}
	if r.Only {
		r.push(blank{}, kit.Place{}, false)
		r.wait = &waitingLoad{client: c.Start.Client, then: (*Root).openOnly}
		return r
	}
	r.say(r.Told, r.Told != "")
	r.push(r.Places[0].Open(kit.Place{Name: r.Places[0].Name}), kit.Place{Name: r.Places[0].Name}, false)
	if e, _ := r.entry(r.Start.Name); e.Tour {
		r.push(e.Open(r.Start), r.Start, false)
	}
	if r.welcomes() {
		r.push(welcome{language: c.Words.Tag(), proposed: c.Proposed}, r.place(), true)
	}
	return r
}

// Init starts the clock and what the first screen fetches.
func (r Root) Init() tea.Cmd {
	cmds := []tea.Cmd{tea.RequestBackgroundColor, r.beatLater(), r.begin(&r.stack[0]), r.watch(), r.watchCopies(), r.watchWindows(), r.watchTeam(), r.findDrafts("")}
	if r.Only {
		cmds = append(cmds, r.load(r.Start.Client))
	} else if r.Start.Name != r.Places[0].Name && r.Start.Name != r.place().Name {
		start := r.Start
		cmds = append(cmds, func() tea.Msg { return arrive{start} })
	}
	return tea.Batch(cmds...)
}

// commandReply is what a screen's command brought back, with who asked.
type commandReply struct {
	serial int
	work   int // the number of the work that this ends, 0 of none
	msg    tea.Msg
	of     account.Client // in hand as it was when that was asked
}

// begin is a screen's first command, with its name on what comes back.
func (r *Root) begin(it *stackItem) tea.Cmd { return r.nameReply(it.serial, 0, it.screen.Init()) }

func (r *Root) nameReply(serial, work int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	of, c := r.hand.Now(), r.catcher()
	return func() (msg tea.Msg) {
		defer func() {
			if why := recover(); why != nil {
				msg = commandReply{serial, work, panicked{c.note.Of(why, c.where)}, of}
			}
		}()
		return commandReply{serial, work, cmd(), of}
	}
}

func (r *Root) push(s kit.Screen, p kit.Place, dialog bool) {
	r.serial++
	var anew func() kit.Screen
	if e, ok := r.entry(p.Name); ok && !dialog {
		anew = func() kit.Screen { return e.Open(p) }
	}
	r.stack = append(r.stack[:len(r.stack):len(r.stack)], stackItem{place: p, screen: guardScreen(catcher{r.Fell, p.Name}, s, anew), dialog: dialog, serial: r.serial, opened: r.hand.Now()})
}

func (r *Root) top() *stackItem { return &r.stack[len(r.stack)-1] }

// place is the place that the screen on top is about.
func (r *Root) place() kit.Place { return r.top().place }

// Sized is the root in a terminal of another size.
func (r Root) Sized(w, h int) Root {
	r.w, r.h = w, h
	return r
}

// Update answers one message. What a key asks for has happened when it
// returns; only reading and writing go on in commands.
func (r Root) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	r.beat++
	was := r
	r.stack, r.meeting.aside = slices.Clone(r.stack), slices.Clone(r.meeting.aside) // what was keeps its own screens
	r.coverFallen()
	defer func() {
		if why := recover(); why != nil {
			next, cmd = was.afterPanic(msg, why)
		}
	}()
	var cmds commandBatch
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r = r.Sized(msg.Width, msg.Height)
		r.release(&cmds)
	case tea.BackgroundColorMsg:
		if !r.Themed {
			r.Theme = theme.Following(msg.IsDark(), r.Sixteen)
		}
	case Clock:
		r.clock(time.Time(msg), &cmds)
	case Glance:
		r.glance(msg, &cmds)
	case arrive:
		r.goTo(msg.place, &cmds)
	case loaded:
		r.loaded(msg, &cmds)
	case saveLanded:
		r.saved(msg, &cmds)
	case newerClient:
		r.rebase(msg, &cmds)
	case changed:
		r.othersChanged(msg, &cmds)
	case supplierRead:
		r.Supplier = msg.name
	case notCopied:
		r.sayInternal(r.Words.Uncopied(r.Copies.Folder, msg.err), true)
	case copyReturned:
		r.copyReturned(msg, &cmds)
	case concealed:
		r.concealed(msg)
	case followed:
		r.followed(msg, &cmds)
	case teamTold:
		r.teamTold(msg, &cmds)
	case NotOpened:
		r.sayInternal(r.Words.Fault(msg.Err), true)
	case supplierNamed:
		r.named(msg, &cmds)
	case firmLanded:
		r.firmLanded(msg, &cmds)
	case firmRead:
		r.firmRead(msg)
	case draftsFound:
		r.draftsFound(msg)
	case draftsStill:
		r.draftsStill(msg)
	case draftsKept:
		r.draftsKept(msg)
	case unlockTried:
		r.unlockTried(msg, &cmds)
	case lockElsewhere:
		r.lockElsewhere(msg, &cmds)
	case remembered:
		if msg.err != nil {
			r.sayInternal(r.Words.Fault(msg.err), true)
		}
	case preferred:
		r.preferred(msg, &cmds)
	case settingsRead:
		r.settingsRead(msg, &cmds)
	case rescued:
		r.rescued(msg, &cmds)
	case Hangup:
		r.leave(true, &cmds)
	case commandReply:
		r.answer(msg, &cmds)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		if r.veil.down {
			r.veiled(msg, &cmds)
			break
		}
		r.veil.last = r.now
		if held := r.holding(); held != nil && !(stops(msg) && slices.ContainsFunc(*held, stops)) {
			*held = append(*held, msg) // ctrl+c in its turn too, so that all before it is kept; twice ends at once
			return r, nil
		}
		r.input(msg, &cmds)
		r.meeting.quiet = 0
	}
	r.coverFallen()
	r.flush(&cmds)
	r.tellPage(&cmds)
	r.tellOpen(&cmds)
	return r, cmds.cmd()
}
