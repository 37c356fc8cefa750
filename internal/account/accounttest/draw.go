package accounttest

import "kwi/internal/account"

// plainDrawing walks through something and draws what refers to nothing else
// in the client: texts, days and choices. All else is drawn by hand.
type plainDrawing struct {
	account.Onlooker
	*clientDrawing
}

// plain is something with its plain fields drawn, those of its lists apart.
func plain[T any, P interface {
	*T
	account.Walked
}](d *clientDrawing, of T) T {
	P(&of).Walk(plainDrawing{clientDrawing: d})
	return of
}

// Text draws a text where there is none.
func (d plainDrawing) Text(k account.Key, at *string, kind account.TextKind) {
	switch {
	case *at != "":
	case kind == account.LineText:
		*at = d.line()
	case kind == account.BlockText:
		*at = d.block()
	case kind == account.DateText && k.Needed:
		*at = string(d.day())
	case kind == account.DateText:
		*at = string(d.date())
	case kind == account.MomentText:
		*at = pickOf(d.clientDrawing, "", "2010-10-01", "2010-10-01T17:00")
	case kind == account.HourText:
		*at = pickOf(d.clientDrawing, "", "09:30", "16:00")
	case kind == account.CalendarText:
		*at = pickOf(d.clientDrawing, "", "2009H2", "2010H1-2", "2010-10-01-2")
	}
}

// Choice draws one of the words where there is none.
func (d plainDrawing) Choice(_ account.Key, at *string, of []string) {
	if *at == "" {
		*at = pickOf(d.clientDrawing, of...)
	}
}

// Flag draws yes or no.
func (d plainDrawing) Flag(_ account.Key, at *bool) { *at = d.yes() }

// Stage draws a stage.
func (d plainDrawing) Stage(_ account.Key, at *account.Stage) {
	*at = pickOf(d.clientDrawing, append(account.Stages(), account.Closed)...)
}

// Replies draws replies.
func (d plainDrawing) Replies(_ account.Key, replies ...account.NamedReply) {
	for _, r := range replies {
		*r.At = d.reply()
	}
}
