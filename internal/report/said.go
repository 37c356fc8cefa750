package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
)

// remark is what somebody wrote below his list. Within the house it says
// whether it may be read out; towards the client there are no others.
func (m *maker) remark(who account.Initials) []Block {
	text := strings.TrimSpace(m.y.Remarks[who])
	if text == "" {
		return nil
	}
	return []Block{Text{Text: m.remarkLabel(who), Quiet: true}, Text{Text: text, Quote: true}}
}

func (m *maker) remarkLabel(who account.Initials) string {
	switch {
	case !m.internal():
		return m.w.T("report.remark")
	case m.y.IsReleased(who):
		return m.w.T("report.remark.released")
	}
	return m.w.T("report.remark.unreleased")
}

// recommends is somebody's answer to the recommendation question, as far as it
// may stand beside his name.
func (m *maker) recommends(who account.Initials) []Block {
	n, ok := m.y.NPS[who]
	if !ok {
		return nil
	}
	group := m.w.T("nps." + [...]string{"detractor", "passive", "promoter"}[score.Group(n.Score)+1])
	return append([]Block{Text{Text: m.w.T("report.recommends", n.Score, group)}}, m.because(n)...)
}

// because is what somebody said with it.
func (m *maker) because(n account.NPS) (out []Block) {
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
func (m *maker) nameless() (out []Block) {
	if !m.named() {
		var said [][]Block
		for who := range m.y.Remarks {
			if b := m.remark(who); len(b) > 0 {
				said = append(said, b)
			}
		}
		if len(said) > 0 {
			out = append(out, Heading{m.w.T("report.remarks")})
			out = append(out, shuffled(said)...)
		}
	}
	switch {
	case len(m.all.NPS) == 0 || m.all.NPSNamed():
		return out
	case m.t.NPS.Withheld:
		return append(out, Heading{m.w.T("report.nps")}, Text{Text: m.recommendation() + "."})
	}
	out = append(out, Heading{m.w.T("report.nps")}, Text{Text: m.recommendation() + ". " + m.w.T("report.nps.nameless")})
	if m.internal() {
		var said [][]Block
		for _, n := range m.all.NPS {
			said = append(said, m.because(n))
		}
		out = append(out, shuffled(said)...)
	}
	return out
}

// shuffled puts what people said in order of the words.
func shuffled(said [][]Block) []Block {
	text := func(blocks []Block) string {
		var b strings.Builder
		for _, x := range slices.Backward(blocks) { // their own words come before our label
			b.WriteString(x.(Text).Text + "\n")
		}
		return b.String()
	}
	slices.SortFunc(said, func(a, b []Block) int { return strings.Compare(text(a), text(b)) })
	return slices.Concat(said...)
}

// recommendation is the NPS in words.
func (m *maker) recommendation() string {
	n := m.t.NPS
	switch {
	case n.Withheld:
		return m.w.N("report.nps.withheld", n.Answers)
	case !n.OK():
		return m.w.T("report.nps.none")
	}
	return m.w.N("report.promoters", n.Promoters) + ", " + m.w.N("report.passives", n.Passives) + ", " + m.w.N("report.detractors", n.Detractors)
}
