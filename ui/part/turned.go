package part

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// MergesInto are those of two KWIs in which both can go on: what stays may have been
// graded, what goes may not. Where there is none, why says so.
func MergesInto(f *kit.Frame, code, other account.KWICode) (into []account.KWICode, why string) {
	name := f.Y().Name
	for _, d := range [][2]account.KWICode{{other, code}, {code, other}} {
		if f.Client.MayEnd(name, d[1]) == nil {
			into = append(into, d[0])
		}
	}
	if len(into) == 0 {
		why = f.Words.Fault(f.Client.MayEnd(name, code))
	}
	return into, why
}

// TurnedKWIs is what a change to KWIs brings, a line for each, first what is to be
// known: which KWI has how many questions, which ends or has no own question, whose
// list becomes longer or shorter, and that lists which went out say something else;
// then the questions with their codes of before and after.
func TurnedKWIs(f *kit.Frame, after *account.Client, code account.KWICode) (lines []string) {
	was, is := f.Y(), after.Cycle(f.Y().Name)
	k := is.KWI(code)
	lines = append(lines, f.T("draft.turn.gets", shortName(k), f.N("became.questions", len(k.Questions)), wishedBy(f, k)))
	for i := range was.KWIs {
		old := &was.KWIs[i]
		switch now := is.KWI(old.Code); {
		case now == nil:
			lines = append(lines, f.T("draft.turn.ends", shortName(old)))
		case old.Code != code && len(now.Questions) < len(old.Questions):
			lines = append(lines, f.T("draft.turn.gets", shortName(now), f.N("became.questions", len(now.Questions)), wishedBy(f, now)))
		}
	}
	for i := range is.KWIs {
		if now := &is.KWIs[i]; !hasOwn(now) && (now.Code == code || hasOwn(was.KWI(now.Code))) {
			lines = append(lines, f.T("draft.turn.noown", shortName(now)))
		}
	}
	var lists []string
	resend := 0
	for _, r := range f.Client.Participants(was) {
		if n, m := len(was.Assigned[r.Initials]), len(is.Assigned[r.Initials]); n != m {
			lists = append(lists, string(r.Initials)+" "+f.Words.Int(n)+" → "+f.Words.Int(m))
		}
		if len(was.Sent[r.Initials]) > 0 {
			resend++
		}
	}
	if len(lists) > 0 {
		lines = append(lines, f.T("draft.turn.lists", strings.Join(lists, ", ")))
	}
	if resend > 0 {
		lines = append(lines, f.N("draft.turn.resend", resend))
	}
	for _, q := range k.InOrder() {
		if q.From.KWI != 0 && was.Question(q.From) != nil {
			lines = append(lines, q.From.String()+" → "+q.Code.String()+" "+q.Text)
		} else if was.Question(q.Code) == nil {
			lines = append(lines, q.Code.String()+" "+q.Text)
		}
	}
	return lines
}

func shortName(k *account.KWI) string { return k.Code.Short() + " " + cells.Line(k.Title, 60) }

// hasOwn reports whether a KWI has a question of its own.
func hasOwn(k *account.KWI) bool {
	return k != nil && slices.ContainsFunc(k.Questions, func(q account.Question) bool { return q.Kind == account.Own })
}

// wishedBy is whose wish a KWI is, in words.
func wishedBy(f *kit.Frame, k *account.KWI) string {
	if who := k.Wishers(); len(who) > 0 {
		return f.T("test.wished", f.Words.And(strings.Split(Initials(who), ", ")))
	}
	return f.T("draft.turn.nobodys")
}
