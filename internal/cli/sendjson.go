package cli

import (
	"context"
	"io"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/post"
)

// The shapes of `kwi send --json` and `kwi letters --send --json`. Every key is always
// there; what there is none of is "" or []. Without --yes nothing goes: a program asks
// first what would.
type (
	sendingJSON struct {
		Client   string        `json:"client"`
		Cycle    string        `json:"cycle"`
		Round    string        `json:"round"`    // communicate, measure or reminder; of a letter its kind
		Unsigned bool          `json:"unsigned"` // no name is below the letters: kwi me says yours
		Sent     int           `json:"sent"`
		Mails    []mailJSON    `json:"mails"`
		Doubtful []doubtJSON   `json:"doubtful"` // that may have arrived before; --again names whose go once more
		Without  []unnamedJSON `json:"without"`  // whose turn it is, with no address to send it to
	}
	mailJSON struct {
		Initials string `json:"initials"`
		Name     string `json:"name"`
		Address  string `json:"address"`
		Subject  string `json:"subject"`
		Became   string `json:"became"` // sent, failed, unknown or elsewhere; "" where it was not tried
		Why      string `json:"why"`
	}
	doubtJSON struct {
		Initials string `json:"initials"`
		Since    string `json:"since"`
	}
	unnamedJSON struct {
		Initials string `json:"initials"`
		Name     string `json:"name"`
	}
)

func newSendingJSON(client string, cycle account.CycleName, round string) *sendingJSON {
	return &sendingJSON{Client: client, Cycle: string(cycle), Round: round, Mails: []mailJSON{}, Doubtful: []doubtJSON{}, Without: []unnamedJSON{}}
}

// sendingOf is a round before it goes.
func sendingOf(s desk.Sending) *sendingJSON {
	out := newSendingJSON(s.Client, s.Cycle, string(s.Round))
	for _, p := range s.Letters {
		out.mail(p.Who, p.Letter)
	}
	for _, p := range s.Doubtful {
		out.Doubtful = append(out.Doubtful, doubtJSON{string(p.Who), string(p.Since)})
	}
	for _, p := range s.Without {
		out.Without = append(out.Without, unnamedJSON{string(p.Initials), p.Name})
	}
	return out
}

func (s *sendingJSON) mail(who account.Initials, l post.Letter) {
	s.Mails = append(s.Mails, mailJSON{Initials: string(who), Name: l.To.Name, Address: l.To.Email, Subject: l.Subject})
}

// note is what became of the mail to one.
func (s *sendingJSON) note(r *invocation, who account.Initials, err error) {
	for i := range s.Mails {
		m := &s.Mails[i]
		if m.Initials != string(who) {
			continue
		}
		switch {
		case err == nil:
			m.Became = "sent"
			s.Sent++
			return
		case fault.Has(err, fault.Elsewhere):
			m.Became = "elsewhere"
		case fault.Has(err, fault.MaybeDelivered):
			m.Became = "unknown"
		default:
			m.Became = "failed"
		}
		m.Why = r.words.Fault(err)
	}
}

// mailing is what a command that mails tells, to people as it goes, to a program as
// one value in the end.
type mailing struct {
	yes, machine bool
}

// sends does it. What it says to people a program does not get; what it fills in of
// the value is written whatever comes of it.
func (m mailing) sends(ctx context.Context, r *invocation, do func(context.Context) (*sendingJSON, error)) error {
	if !m.machine {
		_, err := do(ctx)
		return err
	}
	if !m.yes {
		return wrongUsage("cli.wrong.mailjson")
	}
	out := r.Out
	r.Out = io.Discard
	told, err := do(ctx)
	r.Out = out
	if told == nil {
		return err
	}
	return r.tellJSON(told, err)
}
