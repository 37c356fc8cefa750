package trace

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// caught is the row of the sentence that something was made of, where that was
// caught apart: it leads to the respondent who said it.
func (m *maker) caught(o account.Origin) []Row {
	if o == (account.Origin{}) {
		return nil
	}
	row := Row{Text: m.Words.T("trace.caught", m.day(o.Date))}
	if o.With != "" {
		row = m.personRow(o.With)
		row.Text = m.Words.T("trace.talk", m.named(o.With), m.day(o.Date))
	}
	if words := text.Line(o.Text); words != "" {
		row.Text += ": " + m.quoted(words)
	}
	return []Row{row}
}

// madeOf are the KWIs and agreements that were made of what a respondent said,
// without a note of it.
func (m *maker) madeOf(who account.Initials) (rows []Row) {
	said := func(o account.Origin, to Row) {
		if o.With == who {
			rows = append(rows, Row{Text: m.caught(o)[0].Text, Right: m.Words.T("trace.made", m.crumb(to.To)), To: to.To})
		}
	}
	for i := range m.y.KWIs {
		said(m.y.KWIs[i].Origin, m.kwiRow(m.y.KWIs[i].Code, m.y.Name))
	}
	for i := range m.Client.Cycles {
		for _, a := range m.Client.Cycles[i].Actions {
			said(a.Origin, m.actionRow(a, m.Client.Cycles[i].Name))
		}
	}
	return rows
}

// told are the respondents who were told of an agreement.
func (m *maker) told(a *account.Action) (rows []Row) {
	for _, t := range a.Tellings {
		row := m.personRow(t.Who)
		key := "trace.told.coming"
		if t.Done {
			key = "trace.told.done"
		}
		row.Text, row.Right = m.named(t.Who), m.Words.T(key, m.day(t.On))
		rows = append(rows, row)
	}
	return rows
}

// reworded are the words that a question had, or another that was asked in its
// place, after a list with it had gone out.
func (m *maker) reworded(code account.QuestionCode) (rows []Row) {
	for _, a := range m.y.Amendments {
		switch {
		case a.As == account.SameQuestion && a.What == code.String():
			rows = append(rows, Row{Text: m.Words.T("trace.was", m.day(a.Date), m.quoted(a.Was))})
		case a.As == account.OtherOne && (a.What == code.String() || a.To == code.String()):
			other, key := a.To, "trace.becameother"
			if a.To == code.String() {
				other, key = a.What, "trace.wasother"
			}
			row := Row{Text: m.Words.T(key, m.day(a.Date), other)}
			if q, ok := account.ParseQuestionCode(other); ok && m.y.Question(q) != nil {
				row.To = Thing{Kind: Question, Question: q, KWI: q.KWI, Cycle: m.y.Name}
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// changed is all that was changed of a question after it had gone out, and what
// was corrected of its answers after they were told, with who did it, when and
// why. By group nobody is named.
func (m *maker) changed(code account.QuestionCode) (rows []Row) {
	w := m.Words
	for _, a := range m.y.Amendments {
		about := a.What == code.String() || a.To == code.String()
		if about && a.Date != "" && (a.Who == "" || m.y.Named()) {
			rows = append(rows, Row{Text: w.WhoAndWhen(a.Date, a.By) + ". " + w.Amended(a)})
		}
	}
	for _, r := range m.y.Corrections {
		who, q, is := r.Answer()
		if !is || q != code || !m.y.Named() {
			continue
		}
		rows = append(rows, Row{Text: w.WhoAndWhen(r.Date, r.By) + ". " + r.What + ". " + w.T("corrections.why", r.Why),
			To: Thing{Kind: Answer, Question: q, KWI: q.KWI, Who: who, Cycle: m.y.Name}})
	}
	return rows
}

// aimed are the targets that a KWI had before in this cycle.
func (m *maker) aimed(k *account.KWI) (rows []Row) {
	for _, a := range m.y.Amendments {
		if was, ok := account.ParseTarget(a.Was); a.As == account.NewTarget && a.What == k.Code.String() {
			text := m.Words.T("trace.aimed.first", m.day(a.Date))
			if ok {
				text = m.Words.T("trace.aimed", m.day(a.Date), m.Words.Target(was))
			}
			rows = append(rows, Row{Text: text})
		}
	}
	return rows
}

// coloured says what colours the answers of a cycle, or of one respondent, as far
// as that may be seen.
func (m *maker) coloured(who account.Initials) {
	for _, said := range []string{m.y.Circumstances, m.y.Colouring[who]} {
		if said = strings.TrimSpace(said); said != "" {
			m.fact(m.Words.T("trace.coloured", text.Line(said)))
		}
	}
}
