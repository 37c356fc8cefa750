package account

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"kwi/internal/text"
)

// Wording is what a respondent is asked in a cycle, in short: a line for each
// question with its code and a fingerprint of its words. A list that goes out
// keeps it, so that it can be told later what was asked in it.
func (y *Cycle) Wording(who Initials) string {
	var lines []string
	for i := range y.KWIs {
		for _, q := range y.KWIs[i].InOrder() {
			if q.Ended == "" && y.IsAssigned(who, q.Code) {
				lines = append(lines, q.Code.String()+" "+fingerprint(q.Text))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// fingerprint is another one for other words.
func fingerprint(words string) string {
	h := fnv.New64a()
	h.Write([]byte(text.Line(words)))
	return fmt.Sprintf("%016x", h.Sum64())
}

// Behind is in what the list that a respondent has is no longer what they are
// asked. The zero value is that it is.
type Behind struct {
	Who      Initials
	Reworded []QuestionCode // it has other words
	New      []QuestionCode // it has not got them
	Gone     []QuestionCode // it asks them, and they are asked no more
}

// Any reports whether the list is behind.
func (b Behind) Any() bool { return len(b.Reworded)+len(b.New)+len(b.Gone) > 0 }

// BehindOf tells in what the list that a respondent was sent last is behind. Of
// a list that went out before it was kept what it asked, only what was changed
// on a later day is known. What they answered already needs no list.
func (y *Cycle) BehindOf(who Initials) (b Behind) {
	b.Who = who
	if !y.WasSent(who) || y.Stage == Closed {
		return b
	}
	last, then := "", ""
	for _, s := range y.Sendings[who] {
		last = max(last, string(s.Date))
		then = s.Asked
	}
	now := wordingOf(y.Wording(who))
	switch {
	case then != "":
		b.against(wordingOf(then), now)
	default:
		for _, d := range y.Sent[who] {
			last = max(last, string(d))
		}
		b.since(y, who, Date(last), now)
	}
	answered := func(q QuestionCode) bool { return y.Gave(who, q) }
	b.Reworded = slices.DeleteFunc(b.Reworded, answered)
	b.New = slices.DeleteFunc(b.New, func(q QuestionCode) bool {
		return answered(q) || y.Stage < Measure && y.Question(q).Kind == Kept // it joins when all lists go again
	})
	if y.Given(who) > 0 {
		b.Gone = nil // it is back
	}
	return b
}

// wordingOf reads what a list asked.
func wordingOf(s string) map[QuestionCode]string {
	out := map[QuestionCode]string{}
	for line := range strings.Lines(s) {
		code, print, _ := strings.Cut(strings.TrimSpace(line), " ")
		if q, ok := ParseQuestionCode(code); ok {
			out[q] = print
		}
	}
	return out
}

// AskedOtherwise reports whether a list asked a question in other words than
// those of now, and which, "" where they are known no more. Of a list of which
// it was not kept what it asked it is false.
func (y *Cycle) AskedOtherwise(s *Sending, q QuestionCode) (was string, otherwise bool) {
	if s == nil || y.Question(q) == nil {
		return "", false
	}
	then, asked := wordingOf(s.Asked)[q]
	if !asked || then == fingerprint(y.Question(q).Text) {
		return "", false
	}
	for _, m := range y.Amendments {
		if m.What == q.String() && fingerprint(m.Was) == then {
			return m.Was, true
		}
	}
	return "", true
}

func (b *Behind) against(then, now map[QuestionCode]string) {
	for q, print := range now {
		switch was, there := then[q]; {
		case !there:
			b.New = append(b.New, q)
		case was != print:
			b.Reworded = append(b.Reworded, q)
		}
	}
	for q := range then {
		if _, asked := now[q]; !asked {
			b.Gone = append(b.Gone, q)
		}
	}
	for _, codes := range [][]QuestionCode{b.New, b.Reworded, b.Gone} {
		slices.SortFunc(codes, CompareCodes)
	}
}

// since finds what was changed after a day.
func (b *Behind) since(y *Cycle, who Initials, day Date, now map[QuestionCode]string) {
	for _, m := range y.Amendments {
		q, ok := ParseQuestionCode(m.What)
		if _, asked := now[q]; ok && asked && m.As == SameQuestion && m.Date > day && !slices.Contains(b.Reworded, q) {
			b.Reworded = append(b.Reworded, q)
		}
	}
	for i := range y.KWIs {
		for _, q := range y.KWIs[i].InOrder() {
			if _, asked := now[q.Code]; asked && q.Added > day {
				b.New = append(b.New, q.Code)
			}
		}
	}
}

// ListsBehind are the lists of a cycle that are no longer what is asked, of
// whoever's answers are awaited.
func (c *Client) ListsBehind(y *Cycle) (out []Behind) {
	if y == nil {
		return nil
	}
	for _, r := range c.Awaited(y) {
		if b := y.BehindOf(r.Initials); b.Any() {
			out = append(out, b)
		}
	}
	return out
}
