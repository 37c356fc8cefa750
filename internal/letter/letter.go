// Package letter is what goes to a respondent beside the lists, each in their
// language and with their own salutation. Who gets which kind stands here, and the
// words of the invitation and of the thanks; those of what was heard in a talk are
// report's, those of the reminder, which goes with its list, questionnaire's.
//
// It is pure. It knows the domain, the texts and the report, and must not know
// a mail, a file, a screen or the clock.
package letter

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
)

// Kind is what a letter is for.
type Kind string

// The kinds of letter, in the order in which they go.
const (
	Concept    Kind = "concept"    // what was heard in the talk
	Invitation Kind = "invitation" // to the session
	Reminder   Kind = "reminder"   // with the list once more, to who kept silent
	News       Kind = "news"       // what is coming and what was done, to who has not heard
	Withdrawal Kind = "withdrawal" // that the session is not held on the day that was planned
	Thanks     Kind = "thanks"     // for the session, with its minutes
)

// Kinds are the kinds of letter in the order in which they go.
func Kinds() []Kind { return []Kind{Concept, News, Invitation, Withdrawal, Reminder, Thanks} }

// Letter is what one respondent gets.
type Letter struct {
	Who           account.Initials
	Language      string
	Subject, Text string // paragraphs with an empty line between
}

// Writing is by whom letters of a cycle are written, and when.
type Writing struct {
	From  questionnaire.Sender
	Tag   string // the language of who has none of their own
	Today account.Date
}

// Recipients are those for whom there is a letter of a kind in a cycle; the fault
// tells why there is none.
func Recipients(c *account.Client, y *account.Cycle, kind Kind, today account.Date) (out []account.Initials, err error) {
	switch {
	case kind == Invitation && y.Session == "":
		return nil, fault.New(fault.Unplanned, c.Name, string(y.Name))
	case kind == Withdrawal && y.Session != "":
		return nil, fault.New(fault.StillPlanned, c.Name, string(y.Name))
	case (kind == Invitation || kind == Withdrawal) && y.Common():
		return nil, fault.New(fault.SessionBegun, c.Name, string(y.Name))
	case kind == Thanks && !y.Common():
		return nil, fault.New(fault.NoMinutes, string(y.Name), c.Name)
	case kind == Reminder && y.Stage == account.Closed: // nothing comes back any more
	case kind == Reminder:
		out = questionnaire.Reminding.Recipients(c, y, today)
	default:
		for _, r := range c.Participants(y) {
			if kind == News && !hasNews(c, y, r.Initials) {
				continue
			}
			if kind == Concept {
				if _, heard := report.TalkOf(c, y.Name, r.Initials, report.Options{}); !heard {
					continue
				}
			}
			if r.Left == "" {
				out = append(out, r.Initials)
			}
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.NobodysTurn, c.Name)
	}
	return out, nil
}

// Of is the invitation, what takes it back, the news or the thanks for one
// respondent.
func Of(c *account.Client, y *account.Cycle, kind Kind, who account.Initials, by Writing) Letter {
	r := c.Respondent(who)
	if r != nil && r.Language != "" {
		by.Tag = r.Language
	}
	m := maker{c: c, y: y, who: who, by: by, w: lang.For(by.Tag), g: guide.For(by.Tag)}
	l := Letter{Who: who, Language: m.w.Tag()}
	switch kind {
	case Thanks:
		l.Subject, l.Text = m.thanks()
	case News:
		l.Subject, l.Text = m.news()
	case Withdrawal:
		l.Subject, l.Text = m.withdrawal()
	default:
		l.Subject, l.Text = m.invitation()
	}
	return l
}

// maker makes the letter of one respondent.
type maker struct {
	c   *account.Client
	y   *account.Cycle
	who account.Initials
	by  Writing
	w   *lang.Words
	g   *guide.Guide
}

// dear is the salutation.
func (m *maker) dear() string { return m.w.Salutation(m.c.Respondent(m.who)) }

// invitation stresses that everybody counts, announces the questions and says
// who comes from our side.
func (m *maker) invitation() (subject, text string) {
	day, place := m.w.SessionDay(m.y), ""
	if m.y.Place != "" {
		place = m.w.T("letter.place", m.y.Place)
	}
	args := []string{m.dear(), m.by.From.Supplier, day, m.by.From.Signature(), place, m.ours(), m.announced()}
	return m.g.MessageIn(m.c.Approach, guide.InvitationSubject, args...), questionnaire.Personal(m.g.MessageIn(m.c.Approach, guide.InvitationBody, args...), "")
}

// withdrawal takes back the invitation. Which day it was is not known any more, and
// a next one follows with an invitation of its own.
func (m *maker) withdrawal() (subject, text string) {
	args := []string{m.dear(), m.by.From.Supplier, "", m.by.From.Signature()}
	return m.g.MessageIn(m.c.Approach, guide.WithdrawalSubject, args...), questionnaire.Personal(m.g.MessageIn(m.c.Approach, guide.WithdrawalBody, args...), "")
}

// announced is when the questions come, as far as that is still to be.
func (m *maker) announced() string {
	if _, asked := m.y.WaitsSince(m.who); asked || m.y.HasAnswered(m.who) || m.y.AnswersDue() <= m.by.Today {
		return ""
	}
	due := m.w.LongDate(m.y.AnswersDue())
	if m.y.Asking() <= m.by.Today {
		return m.g.Message(guide.InvitationSoon, due)
	}
	return m.g.Message(guide.InvitationLists, m.w.LongDate(m.y.Asking()), due)
}

// ours is who comes from our side: who was noted for the session and, while
// nobody was, who works for the client.
func (m *maker) ours() string {
	var all, noted []string
	for _, k := range m.c.Colleagues {
		if k.Name == "" {
			continue
		}
		said := k.Name
		if k.Role != "" {
			said += " (" + k.Role + ")"
		}
		all = append(all, said)
		if slices.Contains(m.y.Meeting.Present, k.Initials) {
			noted = append(noted, said)
		}
	}
	if len(noted) > 0 {
		all = noted
	}
	if len(all) == 0 {
		return ""
	}
	last := len(all) - 1
	if last > 0 {
		all = []string{m.w.T("letter.and", strings.Join(all[:last], ", "), all[last])}
	}
	return m.g.Message(guide.InvitationOurs, all[0])
}

// thanks is for who was there, and for who was not; what was agreed stands in it.
func (m *maker) thanks() (subject, text string) {
	session := m.w.T("letter.session.undated")
	if m.y.Session != "" {
		session = m.w.T("letter.session", m.w.SessionDay(m.y))
	}
	agreed := ""
	o := report.Options{Language: m.w.Tag(), Supplier: m.by.From.Supplier, Today: m.by.Today}
	if lines := report.Agreed(m.c, m.y.Name, o); len(lines) > 0 {
		agreed = m.w.T("minutes.mail.agreed") + "\n\n" + strings.Join(lines, "\n")
	}
	about, body := guide.AbsentSubject, guide.AbsentBody
	if slices.Contains(m.y.Meeting.Present, m.who) {
		about, body = guide.ThanksSubject, guide.ThanksBody
	}
	args := []string{m.dear(), m.by.From.Supplier, session, m.by.From.Signature(), agreed}
	return m.g.MessageIn(m.c.Approach, about, args...), questionnaire.Personal(m.g.MessageIn(m.c.Approach, body, args...), "")
}
