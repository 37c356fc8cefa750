package part

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/progress"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Mail is one mail as the user sees it before it goes.
type Mail struct {
	Who            account.Initials
	Email, Subject string
	Text           string
}

// MailRound is mails that can go.
type MailRound struct {
	Server  string
	Letters []Mail
	Without []account.Initials // whose turn it is, without an address
	// Doubtful are mails that may have arrived. They go only by Again, which
	// sends the very same once more; nil where none is ever known to be so.
	Doubtful []Mail
	Again    SendMails
	Go       SendMails
}

// SendMails lets mails go. Where it stops, the error says why, and what went is
// told all the same; where its context ends it stops before the next mail, and
// that is context.Canceled.
type SendMails func(context.Context, progress.Told) (MailsGone, error)

// MailsGone is what became of a round.
type MailsGone struct {
	Sent      []account.Initials // whose mail the server took
	Failed    []MailFailure
	Maybe     []account.Initials // whose mail may have arrived
	Elsewhere []account.Initials // whose mail another window has sent, or sends
}

// MailFailure is a mail that was not taken.
type MailFailure struct {
	Who account.Initials
	Why error
}

// Tried are those of whose mail something became: nothing of the others has left.
func (g MailsGone) Tried() []account.Initials {
	out := slices.Concat(g.Sent, g.Maybe, g.Elsewhere)
	for _, x := range g.Failed {
		out = append(out, x.Who)
	}
	return out
}

// LetGo is the outcome that sends mails, told one by one; came is the message of
// what became of them.
func LetGo(f *kit.Frame, letters []Mail, send SendMails, came func(MailsGone, error) tea.Msg) kit.Outcome {
	work := kit.NewWork(f.T("bring.sending"))
	work.Tell(0, len(letters))
	return kit.Outcome{Work: work, Run: func() tea.Msg { return came(send(work.Context, work.Tell)) }}
}

// Became says what became of mails: first what went wrong. Of a round that was
// stopped it says who has their mail and who has not, and how it goes on: goesOn
// is the key of that sentence, and maybe that of the one about mails of which
// nobody knows.
func Became(f *kit.Frame, letters []Mail, g MailsGone, err error, say func(*lang.Words, error) string, maybe, goesOn string) kit.Outcome {
	left := WhoOf(letters)
	left = slices.DeleteFunc(left, func(who account.Initials) bool { return slices.Contains(g.Tried(), who) })
	stopped := errors.Is(err, context.Canceled) && len(left) > 0
	said := f.N("bring.sent", len(g.Sent))
	if stopped {
		said = f.N("bring.halted", len(g.Sent), InitialsLine(g.Sent), InitialsLine(left))
	}
	if len(g.Elsewhere) > 0 {
		said += " " + f.T("bring.elsewhere", InitialsLine(g.Elsewhere))
	}
	if len(g.Maybe) > 0 {
		said += " " + f.T(maybe, InitialsLine(g.Maybe))
	}
	var failed []account.Initials
	for _, x := range g.Failed {
		failed = append(failed, x.Who)
	}
	switch {
	case stopped && len(failed) > 0:
		said += " " + f.T("bring.notsent", InitialsLine(failed))
	case stopped:
		said += " " + f.T(goesOn)
	case err != nil && !errors.Is(err, context.Canceled):
		said += " " + say(f.Words, err)
	case len(failed) == 1:
		said += " " + string(failed[0]) + ": " + say(f.Words, g.Failed[0].Why)
	case len(failed) > 1:
		said += " " + f.T("bring.notsent", InitialsLine(failed))
	case len(g.Maybe) == 0:
		return kit.Says(said)
	}
	return kit.Refuses(said)
}

// Read are mails to be read one by one before they go.
func Read(f *kit.Frame, all []Mail) (out []widget.Leaf) {
	for _, l := range all {
		out = append(out, widget.Leaf{Head: NameOf(f, l.Who) + "  " + l.Email, Text: l.Subject + "\n\n" + strings.TrimSpace(l.Text)})
	}
	return out
}

// WhoOf are those whom mails are to.
func WhoOf(all []Mail) []account.Initials {
	out := make([]account.Initials, len(all))
	for i, l := range all {
		out[i] = l.Who
	}
	return out
}

// InitialsLine are initials in one line.
func InitialsLine(who []account.Initials) string {
	out := make([]string, len(who))
	for i, w := range who {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}
