package catching

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Client is somebody at whom a sentence can be caught.
type Client struct{ ID, Name string }

// elsewhere catches a sentence where no client is in view: first the sentence,
// so that it is safe, and then at whom.
type elsewhere struct {
	ask     kit.Screen // the sentence
	pick    kit.Screen // at whom; nil while the sentence is typed
	first   Client
	clients tea.Cmd // brings them all as widget.MoreItems
}

// typedLine is the sentence on its way to the question at whom.
type typedLine struct{ text string }

// AskElsewhere catches a sentence where no client is in view. The client who
// was in hand last is the first to choose; the others come by a command, their
// IDs behind the last colon.
func AskElsewhere(f *kit.Frame, first Client, clients tea.Cmd) kit.Screen {
	ask := line(f, "")
	ask.Then = func(text string) kit.Outcome { return kit.Outcome{Tell: typedLine{text}} }
	return elsewhere{ask: widget.NewAsk(ask), first: first, clients: clients}
}

// front is what is asked now.
func (e elsewhere) front() kit.Screen {
	if e.pick != nil {
		return e.pick
	}
	return e.ask
}

// Init fetches nothing yet.
func (e elsewhere) Init() tea.Cmd { return e.ask.Init() }

// Typing is always so.
func (e elsewhere) Typing() bool { return true }

// Head says whose list this is.
func (e elsewhere) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are those of what is asked now.
func (e elsewhere) Acts(f kit.Frame) []kit.Act { return e.front().Acts(f) }

// View draws what is asked now.
func (e elsewhere) View(f kit.Frame) kit.Page { return e.front().View(f) }

// Update answers a message. The sentence stays a draft until it is somewhere.
func (e elsewhere) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if e.pick != nil {
		next, out := e.pick.Update(f, msg)
		if e.pick = next; out.Back && out.Change == nil {
			e.pick = nil // the sentence is still there
			return e, kit.Outcome{}
		}
		return e, out
	}
	next, out := e.ask.Update(f, msg)
	typed, ok := out.Tell.(typedLine)
	if !ok {
		e.ask = next
		return e, out
	}
	e.pick = widget.NewPick(e.whom(f, typed.text))
	return e, kit.Outcome{Run: e.pick.Init()}
}

func (e elsewhere) whom(f kit.Frame, text string) widget.Pick {
	p := widget.Pick{Title: f.T("catch.whom"), Fetch: e.clients}
	if e.first.ID != "" {
		p.Items = []widget.Item{{ID: ":" + e.first.ID, Label: e.first.Name, Detail: f.T("catch.last")}}
	}
	frame := f
	p.Then = func(id string) kit.Outcome {
		id = id[strings.LastIndexByte(id, ':')+1:]
		out := kit.Changes(kit.Label("catch.label"), func(c *account.Client) error {
			at := frame
			at.Client = *c
			return c.Catch(Read(&at, text))
		})
		out.On, out.Settled, out.Notice = id, []string{Name}, f.T("kit.kept", text)
		return out
	}
	return p
}
