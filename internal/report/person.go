package report

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// AboutPerson is what the page of a person is made of, beside the client.
type AboutPerson struct {
	Who        account.Initials
	Themselves bool              // their own answers by group stand in it too: it is for them alone
	Written    []account.Writing // what others wrote that names them
	Unsure     int               // texts that may name another, and are left out
	Places     []string          // the names of other clients where they are known
}

// Person is all that is kept of somebody as one document, for themselves: the law
// gives them a right to it. It says of each thing where it stands. Of a stranger
// it has no parts.
func Person(c *account.Client, about AboutPerson, o Options) Document {
	o.Audience = ForClient
	m := personMaker{monitorMaker: monitorMaker{o: o, w: lang.For(o.Language), whole: c, seen: c}, about: about}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("kept.title"), Client: c.Name, Supplier: o.Supplier,
		For: m.w.T("kept.for", m.name(about.Who)), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if c.Respondent(about.Who) == nil && c.Colleague(about.Who) == nil {
		return d
	}
	items := c.Keeps(about.Who, about.Themselves)
	said := []Block{Text{Text: m.w.T("kept.intro", m.supplier())}}
	d.Parts = append(d.Parts, Part{"person", m.person(about.Who), append(said, m.items(items, "", 0)...)})
	for i := range c.Cycles {
		name := c.Cycles[i].Name
		if blocks := m.items(items, name, 0); len(blocks) > 0 {
			d.Parts = append(d.Parts, Part{"cycle" + strings.ToLower(string(name)), m.w.T("kept.cycle", string(name)), blocks})
		}
	}
	for i := range c.Plans {
		if blocks := m.items(items, "", c.Plans[i].Year); len(blocks) > 0 {
			d.Parts = append(d.Parts, Part{"plan", m.w.T("kept.plan", m.w.Int(c.Plans[i].Year)), blocks})
		}
	}
	if blocks := m.written(); len(blocks) > 0 {
		d.Parts = append(d.Parts, Part{"others", m.w.T("kept.others"), blocks})
	}
	d.Parts = append(d.Parts, Part{"more", m.w.T("kept.more"), m.more()})
	return d
}

type personMaker struct {
	monitorMaker
	about AboutPerson
}

// items are the things of one cycle or plan, or of neither, as one table.
func (m *personMaker) items(items []account.KeptItem, cycle account.CycleName, year int) []Block {
	t := Table{Columns: []Column{wordColumn(m.w.T("kept.col.where"), 3), wordColumn(m.w.T("kept.col.what"), 8)}}
	for _, item := range items {
		if item.Cycle != cycle || item.Year != year {
			continue
		}
		said := m.fields(item)
		switch {
		case item.Withheld:
			said = []string{m.w.T("kept.withheld")}
		case item.Being:
			said = []string{m.w.T("kept.being")}
		}
		where := m.w.T("kept.in." + strings.ToLower(item.In))
		for _, one := range said {
			t.Rows = append(t.Rows, Row{Cells: []Cell{textCell(where), textCell(one)}})
			where = "" // what belongs together stands below it
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

// fields are what a thing says: each question a line of its own, the rest one after the
// other in one.
func (m *personMaker) fields(item account.KeptItem) (lines []string) {
	var rest []string
	for _, f := range item.Fields {
		value := m.value(f)
		if q, ok := account.ParseQuestionCode(f.Name); ok {
			lines = append(lines, m.grade(f.Value)+" · "+m.question(item.Cycle, q))
			continue
		}
		switch f.Name {
		case "question":
			lines = append(lines, value)
		case "":
			rest = append(rest, value)
		default:
			rest = append(rest, m.w.T("kept.field."+strings.ToLower(f.Name))+": "+value)
		}
	}
	if len(rest) > 0 || len(lines) == 0 {
		lines = append([]string{cmp.Or(strings.Join(rest, "; "), "–")}, lines...)
	}
	return lines
}

// grade is a grade with what its sign says.
func (m *personMaker) grade(value string) string {
	g, relevance, ok := account.ParseGrade(value)
	if !ok || relevance == account.Neutral {
		return value
	}
	key := "kept.more.relevant"
	if relevance == account.Less {
		key = "kept.less.relevant"
	}
	return m.w.T(key, m.w.Int(int(g)))
}

// value is a value as people read it.
func (m *personMaker) value(f account.KeptField) string {
	if d := account.Date(f.Value); d.Valid() {
		return m.w.Date(d)
	}
	if f.Name == "level" {
		return m.w.T("level." + f.Value)
	}
	if f.Name == "question" {
		if q, ok := account.ParseQuestionCode(f.Value); ok {
			return m.question("", q)
		}
	}
	return shorten(f.Value)
}

// shorten is a text on one line.
func shorten(s string) string { return strings.Join(strings.Fields(s), " ") }

// question is a question with its words, in its cycle or the last that asked it.
func (m *personMaker) question(cycle account.CycleName, q account.QuestionCode) string {
	for i := range slices.Backward(m.whole.Cycles) {
		y := &m.whole.Cycles[i]
		if one := y.Question(q); one != nil && (cycle == "" || cycle == y.Name) {
			return q.String() + " " + shorten(one.Text)
		}
	}
	return q.String()
}

// written is what others wrote that names them.
func (m *personMaker) written() (out []Block) {
	for _, w := range m.about.Written {
		for _, at := range w.Places[:min(1, len(w.Places))] {
			out = append(out, Text{Text: WhereWritten(m.w, at, len(w.Places)), Quiet: true})
		}
		out = append(out, Text{Text: w.Text, Quote: true})
	}
	if n := m.about.Unsure; n > 0 {
		out = append(out, Text{Text: m.w.N("kept.others.unsure", n)})
	}
	return out
}

// WhereWritten says where a text stands, and in how many more places.
func WhereWritten(w *lang.Words, at account.Whereabouts, places int) string {
	said := w.T("kept.place." + strings.ToLower(at.In))
	if at.Cycle != "" {
		said += ", " + string(at.Cycle)
	}
	if places > 1 {
		said += " " + w.N("kept.place.more", places-1)
	}
	return said
}

// more is what else there is to know: where it comes from, where more stands, and
// what may be asked.
func (m *personMaker) more() (out []Block) {
	for _, key := range []string{"kept.more.from", "kept.more.history", "kept.more.outside", "kept.more.right"} {
		out = append(out, Text{Text: m.w.T(key, m.supplier())})
	}
	if len(m.about.Places) > 0 {
		out = append(out, Text{Text: m.w.T("kept.more.elsewhere", strings.Join(m.about.Places, ", "))})
	}
	return out
}
