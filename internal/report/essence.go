package report

import (
	"strings"

	"kwi/internal/account"
)

// promises is which of the open agreements are past their day.
func (m *monitorMaker) promises() (out []Block) {
	open := m.seen.OpenActions(m.y.Name)
	var late []account.Action
	for _, a := range open {
		if a.Action.Overdue(m.o.now()) {
			late = append(late, a.Action)
		}
	}
	if len(open) > 0 {
		out = append(out, Text{Text: m.w.N("report.late", len(late))})
	}
	for _, a := range late[:min(len(late), lateTold)] {
		out = append(out, Text{Text: m.w.T("report.late.action", a.Number, shortenText(a.Text, briefly), m.promised(a), m.w.Moment(a.Due)), Quiet: true})
	}
	if more := len(late) - lateTold; more > 0 {
		out = append(out, Text{Text: m.w.N("report.late.more", more), Quiet: true})
	}
	return out
}

// response is how many answered and, within the house, who did and who did not.
func (m *monitorMaker) response() []Block {
	if len(m.people) == 0 {
		return nil
	}
	var back []account.Initials
	for _, who := range m.people {
		if m.answered(who) {
			back = append(back, who)
		}
	}
	var text []string
	if len(back) > 0 {
		text = append(text, m.w.N("report.response", len(m.people), m.w.Int(len(back))))
	}
	for _, said := range []struct {
		key string
		who []account.Initials
	}{{"report.response.back", back}, {"report.response.awaited", m.awaited()}, {"report.response.without", m.without()}} {
		if m.internal() && m.named() && len(said.who) > 0 && (said.key != "report.response.without" || m.t.HasAnswers()) {
			text = append(text, m.w.T(said.key, m.persons(said.who)))
		}
	}
	if len(text) == 0 {
		return nil
	}
	return []Block{Text{Text: strings.Join(text, " ")}}
}
