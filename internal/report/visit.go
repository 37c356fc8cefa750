package report

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// talksTold is how many talks a page for a visit tells of: those that are fresh
// in both memories.
const talksTold = 3

// visitMaker makes the page of one respondent.
type visitMaker struct {
	monitorMaker
	who account.Initials
	r   *account.Respondent
}

// Visit is the page that somebody reads before a visit to a respondent, as they
// stand in a cycle, the newest where its name is "": what is theirs in their own
// words, what they judge and how they did last, what they wait for, what was
// said last, what they do not expect. It is for whoever goes there, never for
// the client. By group it holds no grade. Of a stranger it has no parts.
func Visit(c *account.Client, cycle account.CycleName, who account.Initials, o Options) Document {
	o.Audience = Internal
	m := visitMaker{monitorMaker: monitorMaker{o: o, w: lang.For(o.Language), whole: c, seen: c}, who: who, r: c.Respondent(who)}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("brief.title", m.name(who)), Client: c.Name, Supplier: o.Supplier, Audience: Internal,
		For: m.w.T("brief.for"), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if m.all = c.Cycle(cycle); m.all == nil || m.r == nil {
		return d
	}
	m.y, d.Cycle = m.all, string(m.all.Name)
	for _, p := range []Part{
		{"person", m.person(who), m.whoTheyAre()},
		{"kwi", m.w.T("brief.kwi"), m.theirs()},
		{"promises", m.w.T("brief.promises"), m.owed()},
		{"tell", m.w.T("brief.tell"), m.toTell()},
		{"unwanted", m.w.T("brief.unwanted"), m.doNotExpect()},
		{"talks", m.w.T("brief.talks"), m.lastTalks()},
		{"ideas", m.w.T("brief.ideas"), m.theirIdeas()},
		{"questions", m.w.T("brief.questions"), m.theirQuestions()},
		{"said", m.w.T("brief.said"), m.lastSaid()},
	} {
		if len(p.Blocks) > 0 {
			d.Parts = append(d.Parts, p)
		}
	}
	return d
}

// whoTheyAre is the respondent, how long ago they were asked, and what we keep
// in mind of them.
func (m *visitMaker) whoTheyAre() (out []Block) {
	var about []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			about = append(about, text)
		}
	}
	add(m.r.Function)
	if m.r.Level != "" {
		add(m.w.T("level." + string(m.r.Level)))
	}
	if m.seen.Sponsor == m.who {
		add(m.w.T("term.sponsor"))
	}
	if m.r.Follows != "" {
		add(m.w.T("brief.follows", m.whole.NameOf(m.r.Follows)))
	}
	if m.r.Left != "" {
		add(m.w.T("report.left", m.w.Date(m.r.Left)))
	}
	add(m.r.Email)
	if len(about) > 0 {
		out = append(out, Text{Text: strings.Join(about, " · ")})
	}
	if said := m.answering(); said != "" {
		out = append(out, Text{Text: said})
	}
	asked := m.w.T("brief.asked.never")
	visits := m.y.Visited(m.who, m.o.now())
	if day := visits.Last; day != "" {
		days, _ := day.Until(m.o.Today)
		if asked = m.w.T("brief.asked", m.w.Ago(days), m.w.ShortDate(day, m.o.Today)); days >= m.whole.Silence(m.who) {
			asked += " " + m.w.T("brief.asked.long")
		}
	}
	if m.r.AskEvery > 0 {
		asked += " " + m.w.N("brief.every", m.r.AskEvery)
	}
	out = append(out, Text{Text: asked + " " + m.howOften(visits)})
	if text := m.y.Circumstances; text != "" {
		out = append(out, Text{Text: m.w.T("beside.all", text)})
	}
	if text := m.y.Colouring[m.who]; text != "" {
		out = append(out, Text{Text: m.w.T("brief.colour", text)})
	}
	if how := m.w.AnsweredHow(m.y, m.who, m.o.Today); how != "" && m.named() {
		out = append(out, Text{Text: m.w.T("beside.answered", how)})
	}
	if text := strings.TrimSpace(m.r.Remark); text != "" {
		out = append(out, Text{Text: m.w.T("brief.remark", text)})
	}
	return out
}

// theirs is their KWI in their own words, and which others matter to them too.
func (m *visitMaker) theirs() (out []Block) {
	var too []string
	for i := range m.y.KWIs {
		k := &m.y.KWIs[i]
		switch {
		case k.IsWishOf(m.who):
			out = append(out, Text{Text: strings.TrimSpace(k.Code.String() + " " + k.Title)})
			if text := strings.TrimSpace(k.WordsOf(m.who)); text != "" {
				out = append(out, Text{Text: text, Quote: true})
			}
			if with := slices.DeleteFunc(k.Wishers(), func(who account.Initials) bool { return who == m.who }); len(with) > 0 {
				out = append(out, Text{Text: m.w.T("brief.kwi.with", m.w.And(m.personList(with))), Quiet: true})
			}
			if why := strings.TrimSpace(k.Why); why != "" {
				out = append(out, Text{Text: m.w.T("report.why", why)})
			}
		case slices.Contains(k.SharedBy, m.who):
			too = append(too, kwiLabel(k))
		}
	}
	if len(out) == 0 {
		out = append(out, Text{Text: m.w.T("brief.kwi.none"), Quiet: true})
	}
	if len(too) > 0 {
		out = append(out, Text{Text: m.w.T("brief.kwi.too", strings.Join(too, " · ")), Quiet: true})
	}
	return out
}

// doNotExpect is what they said that they do not expect, and when that was in
// an earlier cycle.
func (m *visitMaker) doNotExpect() (out []Block) {
	said, in := m.seen.Unwanted(m.y.Name, m.who)
	for line := range strings.Lines(said) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, Text{Text: line, Quote: true})
		}
	}
	if len(out) > 0 && in != m.y.Name {
		out = append(out, Text{Text: m.w.T("brief.said.in", string(in)), Quiet: true})
	}
	return out
}

// lastTalks are the talks with them, the newest first.
func (m *visitMaker) lastTalks() (out []Block) {
	talks := m.seen.TalksWith(m.y.Name, m.who, m.o.now())
	for _, t := range talks[:min(len(talks), talksTold)] {
		head := m.w.ShortMoment(t.At(), m.o.Today)
		if t.By != "" {
			head += " · " + m.name(t.By)
		}
		switch {
		case t.Plan:
			head += " · " + m.w.T("realise.goes.planned")
		case t.Goes != "":
			head += " · " + m.w.T("brief.goes", m.w.T("realise.goes."+string(t.Goes)))
		}
		out = append(out, Text{Text: head, Quiet: true})
		for _, said := range t.Said {
			out = append(out, Text{Text: said, Quote: true})
		}
	}
	if more := len(talks) - talksTold; more > 0 {
		out = append(out, Text{Text: m.w.N("brief.talks.more", more), Quiet: true})
	}
	if len(out) == 0 {
		out = append(out, Text{Text: m.w.T("brief.talks.none"), Quiet: true})
	}
	return out
}

// theirIdeas are the ideas that they brought, each with the answer.
func (m *visitMaker) theirIdeas() (out []Block) {
	for _, i := range m.seen.IdeasOf(m.y.Name, m.who) {
		answer := m.w.T("brief.idea.waits")
		switch {
		case i.Action != "":
			answer = m.w.T("brief.idea.became", i.Action)
		case i.WhyNot != "":
			answer = m.w.T("brief.idea.not", i.WhyNot)
		}
		if i.Answered() {
			if i.Told != "" {
				answer += " " + m.w.T("brief.idea.told", m.w.ShortDate(i.Told, m.o.Today))
			} else {
				answer += " " + m.w.T("brief.idea.untold")
			}
		}
		out = append(out, Text{Text: i.Text, Quote: true}, Text{Text: answer})
	}
	return out
}
