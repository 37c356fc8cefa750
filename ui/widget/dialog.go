package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// What the acts of a dialog carry.
const (
	DoYes  kit.Do = "dialog.yes"
	DoNo   kit.Do = "dialog.no"
	DoKeep kit.Do = "dialog.keep"
)

// EndDialog is how a dialog ends: the root takes it off and then does the outcome.
// A refusal keeps it open, so that nothing that was typed is lost.
func EndDialog(fr kit.Frame, out kit.Outcome) kit.Outcome {
	out = triedOutcome(fr, out)
	if !isRefusal(out) {
		out.Back = true
	}
	return out
}

// parting is what of an outcome happens when the program is left while a
// dialog is open: its change, so that nothing typed is lost. An outcome that
// does more than change the client in hand is an act, and nobody asked for it.
func parting(fr kit.Frame, out kit.Outcome) kit.Outcome {
	out = triedOutcome(fr, out)
	if out.Change == nil && out.Firm == nil || out.On != "" || out.Begin != "" || out.Go != nil || out.Ask != nil || out.Run != nil || out.Quit {
		return kit.Outcome{}
	}
	return kit.Outcome{Change: out.Change, Firm: out.Firm, Tell: out.Tell}
}

// afterwards is how a dialog goes on after that, where the program is not left
// after all: it ends at the first message for it, and changes nothing twice.
func afterwards(msg tea.Msg, kept kit.Outcome) kit.Outcome {
	switch msg.(type) {
	case kit.Tick, kit.Do, tea.KeyPressMsg, tea.PasteMsg:
		return kit.Outcome{Back: true, Tell: kept.Tell}
	}
	return kit.Outcome{}
}

// closed reports whether something may not be done because the client looks
// along. Forgetting to say Together closes, whichever key is tried.
func closed(fr kit.Frame, together bool) bool { return fr.Audience == kit.WithClient && !together }

// leaveDialog is how a dialog is left without an outcome.
func leaveDialog(notice string) kit.Outcome { return kit.Outcome{Back: true, Notice: notice} }

// TitleOf is what the frame says at its left: the client and the cycle that
// are looked at.
func TitleOf(fr kit.Frame) string {
	if fr.Client.Name == "" {
		return fr.Supplier
	}
	if y := fr.Y(); y != nil {
		return fr.Client.Name + " " + fr.Theme.Glyphs.Dot + " " + string(y.Name)
	}
	return fr.Client.Name
}

// breadth is how wide a dialog is: a line of text no longer than one reads
// with ease.
func breadth(fr kit.Frame) int { return max(min(fr.W, 84), 1) }

// sheetPage is the drawn dialog, with the caret where it is in view.
func sheetPage(fr kit.Frame, lines []string, c *tea.Cursor) kit.Page {
	if c != nil && (c.Y >= fr.H || c.X >= fr.W) {
		c = nil
	}
	return kit.Page{Body: cells.Block(lines, fr.W, fr.H), Cursor: c}
}

// NewConfirm is the dialog that asks for yes or no.
func NewConfirm(c Confirm) kit.Screen { return c }

// NewAsk is the dialog that asks for one text.
func NewAsk(a Ask) kit.Screen { return a }

// NewPick is the dialog that picks one of many.
func NewPick(p Pick) kit.Screen { return p }

// NewFormDialog is the dialog that asks for several values.
func NewFormDialog(d FormDialog) kit.Screen { return d }
