package table

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// Lines is what would come of a table, in lines: first what is added,
// then what is odd and which columns are read, each with its place. Spaces before a line are its indent.
func (p Proposal) Lines(w *lang.Words) (lines []string) {
	add := func(indent, text string) { lines = append(lines, indent+text) }
	columns := func(all []Column) string {
		var names []string
		for _, c := range all {
			names = append(names, columnName(w, c))
		}
		return strings.Join(names, ", ")
	}
	if len(p.People) > 0 {
		add("", w.N("table.people", len(p.People)))
		for _, r := range p.People {
			add("  ", text.OneLine(strings.TrimSpace(string(r.Initials)+" "+r.Name), 78))
		}
	}
	for _, a := range p.Asked {
		if line := askedLine(w, a); line != "" {
			add("", line)
		}
	}
	for _, f := range p.Filled {
		add("", w.T("table.filled", string(f.Who), columns(f.What)))
	}
	for _, k := range p.KWIs {
		name := text.OneLine(strings.TrimSpace(k.Code.String()+" "+k.Title), 60)
		switch {
		case k.New:
			add("", w.T("table.kwi.new", name, string(p.Running), w.N("table.questions", k.Questions)))
		case k.Questions > 0:
			add("", w.T("table.kwi.more", name, string(p.Running), w.N("table.questions", k.Questions)))
		}
		if len(k.What) > 0 {
			add("", w.T("table.filled", name, columns(k.What)))
		}
	}
	for _, r := range p.Said {
		add("", w.T("table.said", r.What()))
	}
	if len(p.Behind) > 0 {
		add("", w.Behind(p.Behind))
	}
	for _, y := range p.Cycles {
		add("", w.T("table.cycle", string(y.Name), w.N("table.grades", y.Answers), w.N("table.from", y.Who), w.N("table.on", y.Questions)))
	}
	for _, v := range p.Waves {
		key := "table.waves"
		if v.New {
			key = "table.waves.new"
		}
		add("", w.N(key, v.Who, string(v.Cycle)))
	}
	if len(p.Actions) > 0 {
		add("", w.N("table.actions", len(p.Actions), string(p.Running)))
	}
	for _, a := range p.Actions {
		add("  ", a.Number+" "+text.OneLine(a.Text, 60)+actionTail(w, a))
	}
	if p.Carried > 0 {
		add("", w.N("table.carried", p.Carried, string(p.Running), string(p.Cycles[len(p.Cycles)-1].Name)))
	}
	if p.Same > 0 {
		add("", w.N("table.same", p.Same))
	}
	if len(p.Crossed) > 0 {
		add("", w.T("table.crossed", string(p.Running)))
	}
	for _, x := range p.Crossed {
		var parts []string
		if len(x.Gets) > 0 {
			parts = append(parts, w.T("table.crossed.gets", w.Codes(x.Gets)))
		}
		if len(x.Loses) > 0 {
			parts = append(parts, w.T("table.crossed.loses", w.Codes(x.Loses)))
		}
		add("  ", string(x.Who)+": "+strings.Join(parts, "; "))
	}
	if p.Ticked > 0 {
		add("", w.N("table.ticked", p.Ticked))
	}
	if n := p.Aside(); n > 0 {
		add("", w.N("table.aside", n))
	}
	lines = append(lines, p.formLines(w)...)
	if len(p.Odd) > 0 {
		add("", w.T("table.odd"))
	}
	crowd, names := p.crowd()
	if crowd > 0 {
		add("  ", w.N("table.crowd", crowd, strconv.Itoa(account.MostRespondents), names))
	}
	for _, o := range p.Odd {
		if crowd > 0 && o.Ground == NoRoom {
			continue
		}
		at := ""
		if o.At.Row > 0 {
			at = o.At.String() + ": "
		}
		add("  ", at+o.Say(w))
	}
	if p.More > 0 {
		add("  ", w.N("table.more", p.More))
	}
	if len(p.Heads) > 0 {
		add("", w.T("table.heads"))
	}
	for _, h := range p.Heads {
		add("  ", h.At.String()+": "+h.Say(w))
	}
	return lines
}

// askedLine tells of whom the user says who they are, "" where they said that it is
// somebody else than it seemed.
func askedLine(w *lang.Words, a Asked) string {
	who, name := string(a.Initials), text.OneLine(a.Name, 60)
	switch {
	case a.Chosen && a.Proposed:
		return w.T("table.asked.chosen", name, string(a.Is))
	case a.Chosen && a.Is != a.Initials:
		return w.T("table.asked.chosen", strings.TrimSpace(who+" "+name), string(a.Is))
	case a.Chosen:
		return ""
	case a.Like == "":
		return w.T("table.asked.proposed", who, name)
	case a.By == Email:
		return w.T("table.asked.email", who, name, string(a.Like))
	}
	return w.T("table.asked.name", who, name, string(a.Like))
}

// fewCrowd is for how many people without room a line each is no burden.
const fewCrowd = 3

// crowd is how many people there is no room for, and the first of them, where they
// are so many that they are told together: an address book has hundreds.
func (p Proposal) crowd() (n int, names string) {
	var first []string
	for _, o := range p.Odd {
		if o.Ground != NoRoom {
			continue
		}
		if n++; n <= mostQuoted {
			first = append(first, o.Values[0])
		}
	}
	if n += p.Crowd; n <= fewCrowd {
		return 0, ""
	}
	if n > mostQuoted {
		first = append(first, "…")
	}
	return n, strings.Join(first, ", ")
}

// actionTail is who carries an action, by when, and how it stands where it is not
// open.
func actionTail(w *lang.Words, a account.Action) (tail string) {
	if a.For != "" {
		tail += ", " + text.OneLine(a.For, 30)
	}
	if a.Due != "" {
		tail += ", " + w.Moment(a.Due)
	}
	if a.Status != account.Open {
		tail += ", " + w.T("status."+string(a.Status))
	}
	return tail
}
