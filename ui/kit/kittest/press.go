package kittest

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Play is screens being played without a root: a stack of them, the client in
// hand, and what they wanted last.
type Play struct {
	Frame   kit.Frame
	Stack   []kit.Screen // the last one is in front
	Hand    hand.Hand
	Notice  string // since the last key
	Bad     bool
	Out     kit.Outcome   // the last one
	Outs    []kit.Outcome // all of them
	Changes []hand.Change
	Left    bool // the first screen wanted to be left
}

// Press plays a screen and presses keys on it: see Play.Press.
func Press(s kit.Screen, f kit.Frame, keys ...string) *Play {
	return Start(s, f, f.Client).Press(keys...)
}

// Start plays a screen with the whole client in hand, where the frame shows
// only a part of it.
func Start(s kit.Screen, f kit.Frame, whole account.Client) *Play {
	return &Play{Frame: f, Stack: []kit.Screen{s}, Hand: hand.New("test", whole, hand.Version{}, nil)}
}

// Press presses keys one after the other, by the names of tea.KeyPressMsg:
// "enter", "ctrl+s", "space", "x". Other words are typed letter by letter,
// those after an apostrophe always: "'enter". "paste:…" pastes, "tick" lets a
// second pass, "leave" is kit.Leave.
func (p *Play) Press(keys ...string) *Play {
	for _, k := range keys {
		text, typed := strings.CutPrefix(k, "'")
		paste, pasted := strings.CutPrefix(k, "paste:")
		switch {
		case pasted:
			p.Send(tea.PasteMsg{Content: paste})
		case k == "tick":
			p.Send(kit.Tick{})
		case k == "leave":
			p.Send(kit.Leave{})
		case !typed && isKeyName(k):
			p.key(Key(k))
		default:
			p.Type(text)
		}
	}
	return p
}

// Type types a text letter by letter.
func (p *Play) Type(text string) *Play {
	for _, r := range text {
		switch r {
		case ' ':
			p.key(Key("space"))
		case '\n':
			p.key(Key("enter"))
		default:
			p.key(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return p
}

// key does what the root does with a key: undo, an act of the screen in front,
// or else the key itself.
func (p *Play) key(k tea.KeyPressMsg) {
	name := k.String()
	p.Notice, p.Bad = "", false
	typing := p.Top().Typing() && keys.Printable(name)
	if !typing {
		for _, a := range p.Top().Acts(p.Frame) {
			switch {
			case !slices.Contains(a.Keys, name), p.Frame.Audience == kit.WithClient && !a.Together:
			case a.Why != "":
				p.Notice, p.Bad = a.Why, true
				return
			default:
				p.Send(kit.Do(a.ID))
				return
			}
		}
		switch {
		case slices.Contains(keys.Undo, name):
			p.back(p.Hand.Undo())
			return
		case slices.Contains(keys.Redo, name):
			p.back(p.Hand.Redo())
			return
		}
	}
	p.Send(k)
}

func (p *Play) back(h hand.Hand, _ hand.Label, err error) {
	if err != nil {
		p.Notice, p.Bad = p.Frame.Words.Fault(err), true
		return
	}
	p.take(h)
}

func (p *Play) take(h hand.Hand) {
	p.Hand = h
	p.Frame = With(p.Frame, h.Now())
}

// Send gives any message to the screen in front and does what it wants.
func (p *Play) Send(msg tea.Msg) *Play {
	p.Frame.Beat++
	top := len(p.Stack) - 1
	s, out := p.Stack[top].Update(p.Frame, msg)
	p.Stack[top] = s
	p.do(out)
	return p
}

// do makes an outcome happen in the order in which the root does. Go, Begin,
// Quit and Run are for the test to look at.
func (p *Play) do(out kit.Outcome) {
	p.Out, p.Outs = out, append(p.Outs, out)
	if out.Notice != "" {
		p.Notice, p.Bad = out.Notice, out.Bad
	}
	if out.Back {
		if len(p.Stack) == 1 {
			p.Left = true
		} else {
			p.Stack = p.Stack[:len(p.Stack)-1]
		}
	}
	if out.Me != nil {
		p.Frame.Me, p.Frame.AskedMe = *out.Me, true
	}
	if out.Change != nil {
		p.Changes = append(p.Changes, *out.Change)
		h, err := p.Hand.Do(*out.Change)
		p.back(h, hand.Label{}, err)
	}
	if out.Back && out.Tell != nil {
		p.Send(out.Tell)
	}
	if out.Ask != nil {
		p.Stack = append(p.Stack, out.Ask)
	}
}

// Run does what the last outcome runs, and gives the screen what it brings.
func (p *Play) Run() *Play {
	if cmd := p.Out.Run; cmd != nil {
		p.Send(cmd())
	}
	return p
}

// Top is the screen in front.
func (p *Play) Top() kit.Screen { return p.Stack[len(p.Stack)-1] }

// Client is the client in hand after all that was done, whole.
func (p *Play) Client() account.Client { return p.Hand.Now() }
