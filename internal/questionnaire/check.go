package questionnaire

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Check holds a return against a client in a cycle. It changes nothing. A
// client of nil is one who is not there.
func Check(c *account.Client, cycle account.CycleName, r Return) Found {
	f := Found{File: r.File, Client: r.Client, Cycle: r.Cycle, Who: r.Who, Name: string(r.Who), id: r.Client}
	if r.No != nil {
		return f.not(r.No.Ground, r.No.Values...)
	}
	if c == nil {
		return f.not(NoClient, r.Client)
	}
	if c.ID != r.Client {
		return f.not(OtherClient, r.Client)
	}
	f.Client = c.Name
	y := c.Cycle(cycle)
	sent := c.Marked(r.Mark)
	if sent.Cycle != nil && sent.Cycle == y && c.Cycle(r.Cycle) == nil {
		r.Cycle, f.Cycle = y.Name, y.Name // it was called otherwise when the list went out
	}
	switch {
	case y == nil || y.Name != r.Cycle:
		ours := cycle
		if y != nil {
			ours = y.Name
		}
		return f.not(OtherCycle, string(r.Cycle), string(ours))
	case y.Stage == account.Closed:
		return f.not(Closed, string(y.Name))
	}
	if p := c.Respondent(sent.Who); sent.Sending != nil && p != nil && p.Was(r.Who) {
		r.Who = sent.Who // whose initials were others when the list went out
	} else if p := c.Once(r.Who); p != nil {
		r.Who = p.Initials
	}
	person := c.Respondent(r.Who)
	if person == nil {
		return f.not(NobodyHere, string(r.Who))
	}
	f.Who = person.Initials
	if person.Name != "" {
		f.Name = person.Name
	}
	if why, ok := f.belongs(c, y, sent, r); !ok {
		return f.not(why.Ground, why.Values...)
	}
	asked := judged(y, r.Who, "")
	if next := c.Respondent(c.Heir(r.Who)); next != nil && person.Left != "" {
		return f.not(HandedOver, f.Name, called(c, next.Initials))
	}
	if len(asked) == 0 {
		return f.not(NoQuestions, string(r.Who))
	}
	f.sent = sent.Sending
	f.sentBy(c, person, r)
	f.grades(c, y, asked, r)
	f.words(r)
	if len(r.Cleaned) > 0 {
		f.notice(Cleaned, strings.Join(r.Cleaned, ", "))
	}
	f.open(y)
	f.conceal()
	if !f.holds() && f.Bad() == 0 {
		return f.nothing()
	}
	f.before(y)
	return f
}

// not refuses the whole list.
func (f Found) not(why Ground, values ...string) Found {
	f.No = &Reason{why, values}
	return f
}

// nothing refuses a list of which there is nothing to keep; what stands in it
// all the same is named.
func (f Found) nothing() Found {
	var there []string
	for _, i := range f.Items {
		if i.Verdict == Odd {
			there = append(there, i.Reason.Values...)
		}
	}
	if len(there) == 0 {
		return f.not(Unfilled)
	}
	if len(there) > mostNamed {
		there = append(there[:mostNamed], "…")
	}
	return f.not(NothingToKeep, "“"+strings.Join(there, "”, “")+"”")
}

// mostNamed is how much of what was not taken a sentence names.
const mostNamed = 5

func (f *Found) notice(why Ground, values ...string) {
	f.Notices = append(f.Notices, Reason{why, values})
}

// grades reads the graded lines, in the order in which they were asked; what
// was not asked comes last.
func (f *Found) grades(c *account.Client, y *account.Cycle, asked []KWI, r Return) {
	same := r.Print != "" && r.Print == printOf(asked) // nothing was reworded since
	var open []string
	for _, k := range asked {
		for _, q := range k.Questions {
			f.Asked++
			lines, asked := linesOf(r, q, same)
			if len(lines) == 0 {
				open = append(open, q.Code.String())
				continue
			}
			item, a := readGradeLines(lines)
			if item.Verdict != Refused && a.Grade != 0 {
				why := worded(lines, asked, q, same)
				if asked == "" && why.Ground == "" && !same {
					why = f.reworded(y, lines, q)
				}
				switch {
				case why.Ground == Reworded && c.IsSame(q.Code.String(), "", why.Values[0], q.Text):
					item.Verdict, item.Reason = Odd, Reason{OldWords, why.Values}
				case why.Ground != "":
					item, a = Item{Verdict: Refused, At: item.At, Reason: why}, account.Answer{}
				}
			}
			for _, l := range lines {
				if l.Beside != "" {
					f.Items = append(f.Items, Item{Odd, q.Code, "", l.Grade.At, Reason{Beside, []string{quoteForeign(l.Beside)}}})
				}
			}
			if item.Code = q.Code; a.Grade != 0 {
				a.Question = q.Code
				f.sheet = f.sheet.With(a)
			} else if item.Verdict != Refused {
				open = append(open, q.Code.String())
			}
			if a.Grade != 0 || item.Verdict != Accepted {
				f.Items = append(f.Items, item)
			}
		}
	}
	seen := map[account.QuestionCode]bool{}
	for _, l := range r.Lines {
		to := y.ReplacedBy(l.Code)
		if l.Bare || to == "" && y.IsAssigned(f.Who, l.Code) || seen[l.Code] || l.Grade.Empty() || noAnswer(l.Grade.Text) {
			continue
		}
		seen[l.Code] = true
		why := Reason{Ground: NotHis}
		switch {
		case to != "":
			why = Reason{Replaced, []string{to}}
		case y.Question(l.Code) == nil:
			why.Ground = Unknown
		}
		f.Items = append(f.Items, Item{Refused, l.Code, "", l.Grade.At, why})
	}
	if len(open) > 0 {
		f.notice(Open, strings.Join(open, ", "))
	}
}

// reworded tells when a question that came back without its words, as a mail
// may, stood in other words in the list that was sent.
func (f *Found) reworded(y *account.Cycle, lines []Line, q Question) Reason {
	if slices.ContainsFunc(lines, func(l Line) bool { return l.Shown != "" }) {
		return Reason{}
	}
	now := text.OneLine(q.Text, 0)
	switch was, otherwise := y.AskedOtherwise(f.sent, q.Code); {
	case was != "":
		return Reason{Reworded, []string{text.OneLine(was, 0), now}}
	case otherwise:
		return Reason{Unworded, []string{now}}
	}
	return Reason{}
}

// linesOf are the lines of a question: those that are filled in, for a list
// may hold a copy that is not, or else any. asked are the words they were sent,
// "" where no line tells.
func linesOf(r Return, q Question, same bool) (filled []Line, asked string) {
	var empty []Line
	for _, l := range r.Lines {
		if l.Code != q.Code {
			continue
		}
		l = l.sorted(text.OneLine(Unbracketed(q.Text), 0), same)
		if asked == "" {
			asked = singleSpaced(l.Asked)
		}
		if l.Grade.Empty() && l.Relevance.Empty() && l.Beside == "" {
			empty = append(empty, l)
		} else {
			filled = append(filled, l)
		}
	}
	if len(filled) == 0 {
		return empty, asked
	}
	return filled, asked
}

// worded tells when other words were asked than those of now, or when other
// words than those stand beside their grade. same is that all was asked as it
// is now.
func worded(filled []Line, asked string, q Question, same bool) Reason {
	now := text.OneLine(q.Text, 0)
	if !same && asked != "" && asked != now && asked != singleSpaced(Unbracketed(now)) {
		return Reason{Reworded, []string{asked, now}}
	}
	for _, l := range filled {
		shown := singleSpaced(l.Shown)
		switch {
		case shown == "" || shown == now:
		case asked == "" && !same:
			return Reason{Reworded, []string{shown, now}}
		default:
			return Reason{Rewritten, []string{now, shown}}
		}
	}
	return Reason{}
}
