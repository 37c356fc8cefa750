package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// remark is what somebody wrote below their list. Within the house it says
// whether it may be read out; towards the client there are no others.
func (m *monitorMaker) remark(who account.Initials) []Block {
	v := m.y.Voice(who)
	return m.quote(v.Remark, v.Aloud)
}

func (m *monitorMaker) quote(text string, released bool) []Block {
	if text == "" || !released && !m.internal() {
		return nil
	}
	return []Block{Text{Text: m.remarkLabel(released), Quiet: true}, Text{Text: text, Quote: true}}
}

func (m *monitorMaker) remarkLabel(released bool) string {
	switch {
	case !m.internal():
		return m.w.T("report.remark")
	case released:
		return m.w.T("report.remark.released")
	}
	return m.w.T("report.remark.unreleased")
}

// recommends is somebody's answer to the recommendation question, as far as it
// may stand beside their name. What that makes them, our own people alone read.
func (m *monitorMaker) recommends(who account.Initials) []Block {
	n := m.y.Voice(who).Recommendation
	if n == nil {
		return nil
	}
	if !m.internal() {
		return append([]Block{Text{Text: m.w.T("report.recommends.figure", n.Score)}}, m.because(*n)...)
	}
	group := m.w.T("nps." + [...]string{"detractor", "passive", "promoter"}[score.Group(n.Score)+1])
	return append([]Block{Text{Text: m.w.T("report.recommends", n.Score, group)}}, m.because(*n)...)
}

// because is what somebody said with it.
func (m *monitorMaker) because(n account.NPS) (out []Block) {
	add := func(label, text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, Text{Text: label, Quiet: true}, Text{Text: text, Quote: true})
		}
	}
	add(m.w.T("report.nps.why"), n.Why)
	add(m.w.T("report.nps.pleased"), n.Pleased)
	add(m.w.T("report.nps.missed"), n.Missed)
	return out
}

// nameless is what was said where no name may stand beside it, in an order
// that tells nothing: remarks where answers are kept by group and, within the
// house, what was said with the recommendation.
func (m *monitorMaker) nameless() (out []Block) {
	if remarks := m.y.NamelessRemarks(); len(remarks) > 0 && m.t.Awaited == 0 { // else the last list in would tell whose they are
		out = append(out, Heading{Text: m.w.T("report.remarks")})
		for _, r := range remarks {
			out = append(out, m.quote(r.Text, r.Released)...)
		}
	}
	if m.t.NPS.Answers == 0 || m.all.NPSNamed() || m.t.Awaited > 0 {
		return out
	}
	text := m.recommendation() + "."
	if !m.t.NPS.Withheld {
		text += " " + m.w.T("report.nps.nameless")
	}
	out = append(out, Heading{Text: m.w.T("report.nps")}, Text{Text: text})
	if who := m.all.NamesUnasked(); m.internal() && len(who) > 0 {
		out = append(out, Text{Text: m.w.T("nps.unasked", m.persons(who)), Quiet: true})
	}
	if m.internal() && !m.t.NPS.Withheld {
		for _, n := range m.all.NamelessReasons() {
			out = append(out, m.because(n)...)
		}
	}
	return out
}

// recommendation is the NPS in words.
func (m *monitorMaker) recommendation() string {
	n := m.t.NPS
	switch {
	case m.t.Awaited > 0:
		return m.w.T("report.nps.waiting")
	case n.Withheld:
		return m.w.N("report.nps.withheld", n.Answers, n.Fewest)
	case !n.OK():
		return m.w.T("report.nps.none")
	}
	return m.w.N("report.promoters", n.Promoters) + ", " + m.w.N("report.passives", n.Passives) + ", " + m.w.N("report.detractors", n.Detractors)
}
