package kittest

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
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
	firm    hand.Firm
}

// Press plays a screen and presses keys on it: see Play.Press.
func Press(s kit.Screen, f kit.Frame, names ...string) *Play {
	return Start(s, f, f.Client).Press(names...)
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
func (p *Play) Press(names ...string) *Play {
	for _, k := range names {
		text, typed := strings.CutPrefix(k, "'")
		paste, pasted := strings.CutPrefix(k, "paste:")
		switch {
		case pasted:
			p.Send(tea.PasteMsg{Content: paste})
		case k == "tick":
			p.Send(kit.Tick{})
		case k == "leave":
			p.Send(kit.Leave{})
		case !typed && keys.IsName(k):
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

// key does with a key what the root does: kit.MeaningOf decides for both.
func (p *Play) key(k tea.KeyPressMsg) {
	p.Notice, p.Bad = "", false
	press := kit.Press{Key: k, Typing: p.Top().Typing(), Audience: p.Frame.Audience, Screen: p.Top().Acts(p.Frame)}
	if len(p.Stack) == 1 { // over a dialog the root takes nothing back
		press.Everywhere = []kit.Act{{ID: "undo", Keys: keys.Undo, Together: true}, {ID: "redo", Keys: keys.Redo, Together: true}}
	}
	switch does := kit.MeaningOf(press); {
	case does.Closed:
		p.Notice, p.Bad = p.Frame.T("root.closed"), true
	case does.Refusal != "":
		p.Notice, p.Bad = does.Refusal, true
	case does.Root == "undo":
		p.back(p.Hand.Undo())
	case does.Root == "redo":
		p.back(p.Hand.Redo())
	default:
		p.Send(does.Deliver)
	}
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
	if p.Frame.History != nil {
		p.Frame.History = h.History()
	}
	p.sits()
}

// sits is the frame with what was typed on the page in front, as far as it is
// still what is kept.
func (p *Play) sits() {
	p.Frame.Sitting = account.Sitting{}
	now := p.Hand.Now()
	if s, ok := p.Top().(kit.Sitter); ok {
		who, typed := s.Sitting()
		p.Frame.Sitting = typed.Kept(now.Cycle(p.Frame.Cycle), who)
	}
}

// Send gives any message to the screen in front and does what it wants.
func (p *Play) Send(msg tea.Msg) *Play {
	p.Frame.Beat++
	top := len(p.Stack) - 1
	s, out := p.Stack[top].Update(p.Frame, msg)
	p.Stack[top] = s
	p.do(out)
	p.sits()
	return p
}

// do makes an outcome happen in the order in which the root does. Go, Begin,
// Quit and Run are for the test to look at.
func (p *Play) do(out kit.Outcome) {
	p.Out, p.Outs = out, append(p.Outs, out)
	if out.Firm != nil {
		h, err := p.Firm().Do(*out.Firm)
		if err != nil {
			p.Notice, p.Bad = p.Frame.Words.Fault(err), true
			return
		}
		p.firm, p.Frame.Firm = h, h.Now()
	}
	if out.Change != nil && out.Back && len(p.Stack) > 1 {
		if _, err := p.Hand.Do(*out.Change); err != nil && !fault.Has(err, fault.Frozen) {
			p.Notice, p.Bad = p.Frame.Words.Fault(err), true
			p.Send(kit.Refused{})
			return
		}
	}
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
	if b := out.TakeBack; b != nil && !b.Firm {
		p.back(p.Hand.TakeBack(b.Label, b.Steps...))
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

// Firm is what the supplier keeps, in hand: first as the frame has it.
func (p *Play) Firm() hand.Firm {
	if now := p.firm.Now(); now.Empty() {
		p.firm = hand.NewFirm(p.Frame.Firm, 0)
	}
	return p.firm
}
